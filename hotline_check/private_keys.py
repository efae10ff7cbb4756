"""Seed phrases and private keys in a text: found so that they are never printed again."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Final, Literal, NamedTuple

from hotline_check.lazy_pattern import lazy_pattern

SHOWN: Final = "•••"
"""What is printed in place of a secret; its length says nothing."""
_MASK: Final = "•"
_SHORTEST: Final = 47  # characters of twelve words of three letters

# The English list of BIP-39 (https://github.com/bitcoin/bips/tree/master/bip-0039), as the PyPI
# package `mnemonic` 0.21 carries it. No two words share their first four letters, so that wallets
# also take these.
_LIST: Final = Path(__file__).with_name("bip39_english.txt")
# Seed phrases have 12 to 24 words (BIP 39).
_FEWEST: Final = 12
# The letters of the shortest words in BIP 39's list.
_SHORTEST_WORD: Final = 3
_MOST: Final = 48  # longer runs are the word list itself, or a dictionary
_DISTINCT: Final = 9  # of twelve random words hardly any is repeated; in program code many are
# In a row of a phrase's words of which all but one are in the list, so many are without that one.
_IN_A_ROW: Final = b"\1" * (_FEWEST // 2)
# Words of three to eight letters, perhaps numbered or in a list: "1. zoo\n2. wolf".
_WORDS: Final = lazy_pattern(
    r"""(?<![A-Za-z]) [A-Za-z]{3,8}+ (?: [\s\d.,;:|)\]"'-]{1,8}+ [A-Za-z]{3,8}+ \b ){11,}+""",
    re.VERBOSE,  # no IGNORECASE, which takes a third longer
)
# The kinds of bytes in such a run: letters, what may part words, and what may not. Every scanned
# block pays for this search: byte tables and replacements find the few stretches that may hold a
# run in a third of the pattern's time.
_LETTER, _PART, _BREAK = b"a", b" ", b"#"
_KINDS: Final = bytes(
    _PART[0]
    if code > 127 or chr(code) in "\t\n\v\f\r\x1c\x1d\x1e\x1f 0123456789.,;:|)]\"'-"
    else _LETTER[0]
    if chr(code).isalpha()
    else _BREAK[0]
    for code in range(256)
)
# Words that are too long or too short for a run; those of one letter are rare.
_BREAKING: Final = tuple(
    (before + _LETTER * size + after, before + _BREAK * size + after)
    for size, before, after in ((9, b"", b""), (2, _PART, _PART))
)
_STRETCH: Final = lazy_pattern(rb"#[^#]{%d,}" % (_SHORTEST - 1))
# The letters of a text, which is many times faster than a pattern.
_WORDS_ALONE: Final = bytes(
    ord(chr(code).lower()) if code < 128 and chr(code).isalpha() else 32 for code in range(256)
)
_WORD: Final = lazy_pattern("[a-z]+", re.IGNORECASE)
# A private key in Bitcoin's import format has 51 or 52 characters; hexadecimal ones have more.
_SHORTEST_KEY: Final = b"x" * 51
_IN_KEY: Final = bytes(b" x"[code < 128 and chr(code).isalnum()] for code in range(256))
_HEX: Final = lazy_pattern(r"(?:0x)?[0-9a-f]{64}", re.IGNORECASE)
_WIF: Final = lazy_pattern(r"[59][1-9A-HJ-NP-Za-km-z]{50}|[KLc][1-9A-HJ-NP-Za-km-z]{51}")
_EXTENDED: Final = lazy_pattern(r"[xyztuv]prv[1-9A-HJ-NP-Za-km-z]{107}")
# A transaction's hash looks like a key: only the text before it shows which it is.
_SAID: Final = lazy_pattern(
    r"""
    private | priv[ _-]?key | secret | seed    # "private key", "PRIV_KEY", "seed phrase"
    | 私钥 | 私鑰 | 秘密鍵 | 개인[ ]?키
    | clave[ ]privada | chave[ ]privada | приватн | закрыт
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BEFORE: Final = 48
_ALPHABET: Final = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"

Kind = Literal["secret-phrase", "secret-key", "secret-or-hash"]


class Secret(NamedTuple):
    """Where a secret is in a text, and its kind."""

    kind: Kind
    start: int
    end: int


def taken_out(text: str) -> tuple[str, list[Secret]]:
    """The text with its seed phrases and private keys masked, and where they are, in order.

    The masked text has the same length. 64 hexadecimal digits count as a key where the text says
    so; where they are the whole text, they are a key or a hash.
    """
    if len(text) < _SHORTEST:
        return text, []
    raw = text.encode("utf-8", "surrogatepass")
    phrases = (secret for place in _stretches(raw) for secret in _phrases(text, *place))
    found = sorted([*phrases, *_keys(text)], key=lambda secret: secret.start)
    for secret in found:
        hidden = _MASK * (secret.end - secret.start)
        text = text[: secret.start] + hidden + text[secret.end :]
    return text, found


def has_secret(strings: Iterable[str]) -> bool:
    """Return True if one of the strings, or all of them in a row, hold a secret."""
    parts = [*strings]
    return any(taken_out(text)[1] for text in (*parts, " ".join(parts)))


def _stretches(raw: bytes) -> Iterator[tuple[int, int]]:
    """The stretches of a text in UTF-8 that may hold enough words for a phrase, in characters."""
    kinds = _BREAK + raw.translate(_KINDS)
    for word, broken in _BREAKING:
        kinds = kinds.replace(word, broken)
    done = low = high = 0
    for stretch in _STRETCH.finditer(kinds):
        start, end = stretch.start(), stretch.end() - 1  # without the first break of `kinds`
        has_words = stretch[0].count(_PART + _LETTER * _SHORTEST_WORD) >= _FEWEST - 1
        if has_words and _has_row_of_listed(raw[start:end]):
            low = high + _characters(raw[done:start])
            high = low + _characters(raw[start:end])
            done = end
            yield low, high


def _characters(raw: bytes) -> int:
    """How many characters a part of a text has; breaks are ASCII, so none of them is cut."""
    return len(raw) if raw.isascii() else len(raw.decode("utf-8", "surrogatepass"))


def _phrases(text: str, low: int, high: int) -> Iterator[Secret]:
    for run in _WORDS.finditer(text, low, high):
        words = list(_WORD.finditer(text, run.start(), run.end()))
        # How many of the words before each place are in the list.
        listed = [0, *accumulate(word[0].lower().encode() in _listed() for word in words)]
        marked: set[int] = set()
        for first in range(len(words) - _FEWEST + 1):
            # One word may be mistyped: the others must not be shown for it.
            if listed[first + _FEWEST] - listed[first] < _FEWEST - 1:
                continue
            window = range(first, first + _FEWEST)
            if len({words[i][0].lower() for i in window}) >= _DISTINCT:
                marked.update(window)
        if 0 < len(marked) <= _MOST:
            yield Secret("secret-phrase", words[min(marked)].start(), words[max(marked)].end())


def _has_row_of_listed(raw: bytes) -> bool:
    """Return False for a text in which too few words of the list follow each other."""
    words = raw.translate(_WORDS_ALONE).split()
    return _IN_A_ROW in bytes(map(_listed().__contains__, words))


@cache
def _listed() -> frozenset[bytes]:
    """The words of the list, and their first four letters."""
    words = _LIST.read_bytes().split()
    return frozenset((*words, *(word[:4] for word in words)))


def _keys(text: str) -> Iterator[Secret]:
    whole = text.strip()
    for start, end in _long_runs(text):
        value = text[start:end]
        if _HEX.fullmatch(value):
            if _SAID.search(text, max(start - _BEFORE, 0), start):
                yield Secret("secret-key", start, end)
            elif value == whole and not value.isdecimal():
                yield Secret("secret-or-hash", start, end)
        elif (_WIF.fullmatch(value) or _EXTENDED.fullmatch(value)) and _has_checksum(value):
            yield Secret("secret-key", start, end)


def _long_runs(text: str) -> Iterator[tuple[int, int]]:
    """Where letters and digits follow each other that are as long as a key."""
    kinds = text.encode("ascii", "replace").translate(_IN_KEY) + b" "  # one for each character
    end = 0
    while (start := kinds.find(_SHORTEST_KEY, end)) >= 0:
        end = kinds.index(b" ", start)
        yield start, end


def _has_checksum(value: str) -> bool:
    """Return True for valid Base58Check, which no other text is by accident."""
    number = 0
    for character in value:
        number = number * 58 + _ALPHABET.index(character)
    data = number.to_bytes((number.bit_length() + 7) // 8, "big")
    twice = hashlib.sha256(hashlib.sha256(data[:-4]).digest()).digest()
    return twice[:4] == data[-4:]
