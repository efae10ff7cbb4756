"""Seed phrases and private keys are recognized, and never printed again."""

import io
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hotline_check.private_keys import taken_out
from tests.conftest import Program

# Words of the BIP-39 list and published test vectors: nobody's wallet.
PHRASE = "abandon around blue caught correct device emotion female genre honey junk lyrics"
KEY = "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ"
COMPRESSED = "KwdMAjGmerYanjeui5SHS7JkmpZvVipYvB2LJGU1ZxJwYvP98617"
HEXADECIMAL = "ab12" * 16
WORDS = PHRASE.split()


@pytest.mark.parametrize(
    "text",
    [
        PHRASE,
        PHRASE.upper(),
        PHRASE.replace(" ", ", "),
        "\n".join(f"{number}. {word}" for number, word in enumerate(WORDS, 1)),
        " ".join(word[:4] for word in WORDS),
        " ".join(WORDS * 2),
        PHRASE.replace("correct", "corect"),
        PHRASE.replace("abandon", "abadon"),
        f"My wallet's words are {PHRASE}, please help",
        KEY,
        COMPRESSED,
        f"private key: {HEXADECIMAL}",
        f"私钥 0x{HEXADECIMAL}",
        HEXADECIMAL,
    ],
)
def test_is_masked(text: str) -> None:
    rest, found = taken_out(text)
    assert len(found) == 1
    assert len(rest) == len(text)
    assert not any(word in rest.lower().split() for word in [*WORDS, KEY, COMPRESSED, HEXADECIMAL])


@given(
    st.lists(st.sampled_from((PHRASE, "a", "of", "accounts", "blockchain")), max_size=3),
    st.sampled_from(("\n", " ", " \u3000", "; ", " — ", "é ", " \ud800 ", "?")),
    st.text(max_size=8),
)
def test_a_phrase_is_found_wherever_it_is(parts: list[str], sign: str, after: str) -> None:
    """The search by bytes passes over no phrase, whatever is around it."""
    before = sign.join([*parts, ""])
    rest, found = taken_out(f"{before}{PHRASE}.{after}")
    assert len(rest) == len(before) + len(PHRASE) + 1 + len(after)
    assert not any(word in rest[len(before) :] for word in WORDS)
    assert found


@pytest.mark.parametrize(
    "text",
    [
        " ".join(WORDS[:11]),
        "The quick brown fox jumps over the lazy dog, then they walk home and have some food.",
        "https://etherscan.io/tx/0x" + HEXADECIMAL,
        f"tx {HEXADECIMAL} and more",
        "1" * 64,
        KEY[:-1] + "K",  # no valid checksum
        "seed = random.seed\nrandom = random.random\nuniform = random.uniform\n" * 3,
        "Please call the support team about your account before you send coins again today.",
    ],
)
def test_is_no_secret(text: str) -> None:
    assert taken_out(text) == (text, [])


def test_the_word_list_is_no_phrase() -> None:
    words = Path("hotline_check/bip39_english.txt").read_text("ascii")
    assert len(words.split()) == len({word[:4] for word in words.split()}) == 2048
    assert taken_out(words)[1] == []


@pytest.mark.parametrize("secret", [PHRASE, KEY, COMPRESSED, f"private key {HEXADECIMAL}"])
@pytest.mark.parametrize("form", [[], ["--short"], ["--format", "json"], ["--format", "csv"]])
@pytest.mark.parametrize("command", ["check", "scan"])
def test_is_never_echoed(
    program: Program,
    secret: str,
    form: list[str],
    command: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = f"Coinbase +1 888 908 7930 {secret}"
    given = SimpleNamespace(buffer=io.BytesIO(text.encode()), isatty=lambda: False)
    monkeypatch.setattr("sys.stdin", given)
    assert program(command, "-", *form) == 3
    shown = program.out + program.err
    assert "Never type this anywhere" in shown
    assert not any(word in shown for word in ("abandon", "lyrics", KEY, COMPRESSED, HEXADECIMAL))
    assert "908-7930" in shown or "8889087930" in shown


def test_a_phrase_without_quotes_is_one(program: Program) -> None:
    assert program("check", *WORDS) == 3
    assert program.out.startswith("WARNING  Never type this anywhere: this looks like a wallet's")
    assert "called --seed-phrase" in " ".join(program.out.split())
    assert program.out.count("Never type") == 1
