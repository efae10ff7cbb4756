"""A listed contact that a text only narrates is not listed; one that it offers or asks about is.

`data/stories.txt` and `data/offers.txt` are the specification, in 36 languages. They were written
in rounds, each before it was tried; what the rules still get wrong is in docs/SECURITY.md.
"""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hotline_check.attribution.callers.reached import has_called
from hotline_check.attribution.stories.narration import is_narrated
from hotline_check.checking import Checker
from hotline_check.errors import Exit
from hotline_check.registry.storage.store import Store
from hotline_check.scanning.scanner import Scanner, Tally
from tests.entries import TODAY

LINE = "+1 888 908 7930"
MAIL = "security@coinbase.com"


def cases(name: str) -> list[str]:
    lines = (Path(__file__).parent / "data" / name).read_text(encoding="utf-8").splitlines()
    written = (line for line in lines if not line.startswith("#"))
    return [line.replace("\\n", "\n").replace("{P}", "Coinbase") for line in written]


STORIES = cases("stories.txt")
OFFERS = cases("offers.txt")
# Stories in the sentence of the contact, in the ones around it, and in words of no table.
KINDS_OF_STORIES = [
    *("A gentleman on {} walked me through it", "{} – vm, said acct locked"),
    *("She was so kind. {}. I lost everything.", "Is {} legit? A lady there wanted my codes."),
    *("Yesterday a man rang\n{}\nHe knew my name", "Why does {} pester my dad?"),
    *("Some clown flogged us a bogus vault by way of {} before lunch", '{}: "Do not hang up"'),
    *("Scammers use {} to fool people", 'the display read "{}" and a calm baritone insisted'),
    *("I GOT A RING FROM {} SAYING MY ACCOUNT IS LOCKED", "they want me to call {} back"),
]
KINDS_OF_OFFERS = [
    *("Call {}", "Coinbase support: {}", "You can reach us at {}", "Lost your card? {}", "{}"),
    *("I called {} and they helped", "Is {} Coinbase's number?", "Should I call {}?"),
    *("If somebody called you, hang up and dial {}", "The number is {}", "Coinbase | {} | Dublin"),
    *("My account is locked, is {} the right line?", "Coinbase Ltd, 1 Main Street, Dublin, {}"),
    *("A man called me yesterday. To lock your account, call {}.", 'PHONE = "{}"'),
    *("Name,Phone,Note\nCoinbase,{},he rang me", "<a href='x'>Press</a> {}"),
]


def place(text: str) -> tuple[str, int, int]:
    mark, contact = ("{}", LINE) if "{}" in text else ("{E}", MAIL)
    start = text.index(mark)
    return text.replace(mark, contact), start, start + len(contact)


def is_story(text: str) -> bool:
    return is_narrated(*place(text)) or ("{}" in text and has_called(*place(text)))


def exits(store: Store, text: str) -> set[int]:
    """Those of the contact as it is pasted and as it is scanned."""
    written, _, _ = place(text)
    tally = Tally()
    for result in Scanner(Checker(store, today=TODAY)).scan_stream(
        io.BytesIO(written.encode()), "a.txt"
    ):
        tally.add(result)
    pasted = {int(verdict.exit) for verdict in Checker(store, today=TODAY).check(written)}
    return {*pasted, int(tally.exit)}


@pytest.mark.parametrize("text", [*KINDS_OF_STORIES, *STORIES])
def test_a_story_is_recognized(text: str) -> None:
    assert is_story(text)


@pytest.mark.parametrize("text", [*KINDS_OF_OFFERS, *OFFERS])
def test_an_offer_or_a_question_is_no_story(text: str) -> None:
    assert not is_story(text)


@pytest.mark.few(30)
@pytest.mark.parametrize("text", [*KINDS_OF_STORIES, *STORIES])
def test_a_contact_of_a_story_is_never_listed(bundled_store: Store, text: str) -> None:
    assert Exit.LISTED not in exits(bundled_store, text)


@pytest.mark.parametrize("text", [*KINDS_OF_STORIES[:4], "{E} is blackmailing me"])
def test_a_story_accuses_nobody_and_says_why(bundled_store: Store, text: str) -> None:
    written, _, _ = place(text)
    (verdict,) = Checker(bundled_store, today=TODAY).check(written)
    assert verdict.exit is Exit.CANNOT_TELL
    said = "may-have-called" if "{}" in text else "may-have-written"
    assert verdict.reasons[0].code == said


@pytest.mark.parametrize("text", [each for each in KINDS_OF_OFFERS if "Name," not in each])
def test_what_is_offered_stays_listed(bundled_store: Store, text: str) -> None:
    assert exits(bundled_store, text) == {Exit.LISTED}


@pytest.mark.parametrize("text", [each for each in STORIES if each.isascii()])
def test_a_story_in_capital_letters_is_one(text: str) -> None:
    before, mark, after = text.partition("{}" if "{}" in text else "{E}")
    assert is_story(f"{before.upper()}{mark}{after.upper()}")


# Of these letters no word of a table is made.
UNKNOWN = st.lists(st.text("bdfghjklpqvwz", min_size=4, max_size=9), min_size=4, max_size=12)


@given(before=UNKNOWN, after=UNKNOWN)
def test_a_sentence_in_unknown_words_only_tells(before: list[str], after: list[str]) -> None:
    assert is_story(f"{' '.join(before)} {{}} {' '.join(after)}.")


@given(
    name=st.sampled_from(["", "Coinbase", "Coinbase Ireland", "Coinbase Support"]),
    between=st.sampled_from([" ", ": ", " (", "\n", " - ", " | ", "\t", ", "]),
    after=st.sampled_from(["", ".", ")", " 24/7", " (Mon-Fri 9am-5pm)", ", Dublin", "\n© 2026"]),
)
def test_hardly_more_than_a_contact_is_no_story(name: str, between: str, after: str) -> None:
    assert not is_story(f"{name}{between}{{}}{after}")
