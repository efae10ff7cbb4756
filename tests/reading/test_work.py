"""How much is done for each character of a hostile text: calls and characters, not time."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hotline_check.reading import Hints, find, read
from hotline_check.reading.phone_search import search
from hotline_check.reading.phone_search.classify import Beginning
from hotline_check.reading.unread import coverage, leftover
from hotline_check.reading.web import contacts, host, patterns
from hotline_check.reading.web import search as web_search
from hotline_check.reading.web.accounts import labelled
from tests.examples import examples as tried

US = Hints(region="US")


class Counted:
    """Counts the calls of a function, and the characters of what it is given first."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self._function = function
        self.calls = self.characters = 0

    def __call__(self, *args: Any, **named: Any) -> Any:
        self.calls += 1
        self.characters += len(args[0]) if isinstance(args[0], str) else 0
        return self._function(*args, **named)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Callable[[object, str], Counted]:
    """Put a function of a module under count."""

    def count(module: object, name: str) -> Counted:
        counter = Counted(getattr(module, name))
        monkeypatch.setattr(module, name, counter)
        return counter

    return count


def test_text_around_the_labels_of_accounts_is_looked_at_once(
    counted: Callable[[object, str], Counted],
) -> None:
    text = "tel:" + "::\u3220" * 1_000 + "@b.co" + " 微信：binance_kf88"
    list(find(text, US))  # tables of labels are made plain once, whichever test comes first
    plain = counted(labelled, "plain")
    assert any(each.text == "binance_kf88" for each in find(text, US))
    assert 0 < plain.characters <= len(text)


def test_an_account_is_read_to_its_end_wherever_the_anchors_are() -> None:
    text = "微信：binance_kf88".ljust(50) + "Skype: coinbase.support.desk77"
    assert [each.text for each in find(text, US)][-1] == "coinbase.support.desk77"


def test_a_row_of_digits_apart_makes_few_candidates(
    counted: Callable[[object, str], Counted],
) -> None:
    groups = 40 * 14
    text = "+1 202 555 0143" + ("(1)" * 14 + "\u066b" * 16) * 40
    made = counted(search, "candidate")
    prefixes = counted(search, "has_trunk_prefix")
    assert [each.readings[0].value for each in find(text, US)] == ["+12025550143"]
    assert made.calls < groups
    assert prefixes.calls <= groups


ROWS = st.lists(
    st.sampled_from(
        [
            *(
                "0",
                "1",
                "2",
                "12",
                "49",
                "011",
                "00",
                "202",
                "800",
                "555",
                "0143",
                "030",
                "8009691940",
            ),
            *(
                " ",
                "-",
                ".",
                ") ",
                " (",
                ")(",
                "/",
                "\n",
                ", ",
                "  ",
                "+",
                "\u2013",
                "\u200b",
                "\u0661",
            ),
            *(
                "call",
                " call ",
                " Germany ",
                "(UK) ",
                "电话",
                "\U0001f1e9\U0001f1ea",
                "\u260e",
                "a",
                "now",
            ),
            *("+1 202 555 0143", "1 202 555 0143", "030 1234567", "138 1234 5678", " " * 18),
        ]
    ),
    min_size=3,
    max_size=30,
).map("".join)
HINTS = [Hints(), US, Hints(region="DE"), Hints(claim_regions=("CN", "IN"))]


@settings(max_examples=tried(300), deadline=None)
@given(ROWS, st.sampled_from(HINTS))
def test_what_is_refused_at_once_is_no_number(text: str, hints: Hints) -> None:
    """The same is found where each candidate is judged by the text around it."""
    found = list(find(text, hints))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Beginning, "may_begin_number", lambda _: True)
        patched.setattr(Beginning, "may_be_number", lambda *_: True)
        patched.setattr(search, "is_within", lambda *_: False)
        assert list(find(text, hints)) == found


@pytest.mark.parametrize(
    "unit", ["1 " * 14 + "123 ", "1 2 3 456 ", "1/2/345/", "(1)" * 14 + "(123)", "2 3 4 234 "]
)
def test_the_text_around_is_looked_at_for_few_groups_of_a_row(
    unit: str, counted: Callable[[object, str], Counted]
) -> None:
    text = "a\n" + unit * (2_000 // len(unit))
    groups = len(re.findall("[0-9]+", text))
    judged = counted(search, "judged")
    list(find(text, Hints()))
    assert judged.calls < groups / 10


def test_zeros_begin_no_number_where_nothing_speaks_for_one(
    counted: Callable[[object, str], Counted],
) -> None:
    begun = counted(search, "is_glued")
    text = "a\n" + "030 " * 500
    assert list(find(text, Hints())) == []
    assert begun.calls < 50


class Places:
    """A pattern that counts the places of a text at which it is tried."""

    def __init__(self, pattern: Any) -> None:
        self._pattern = pattern
        self.tried = 0

    def search(self, text: str, start: int, end: int) -> Any:
        self.tried += max(0, end - start)
        return self._pattern.search(text, start, end)


@pytest.mark.parametrize("unit", ["a@", "a(at)", "\\n@"])
def test_the_user_of_a_mailbox_is_looked_for_after_the_sign_before(
    unit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = unit * 2_000 + " help@example.com"
    places = Places(patterns.USER)
    monkeypatch.setattr(contacts, "USER", places)
    assert any(each.readings[0].value.endswith("@example.com") for each in find(text, US))
    assert 0 < places.tried <= 2 * len(text)


def test_hidden_characters_are_taken_out_of_a_text_once(monkeypatch: pytest.MonkeyPatch) -> None:
    folded = 0

    class Folded(host.Folded):
        def __init__(self, text: str, *, alone: bool) -> None:
            nonlocal folded
            folded += len(text)
            super().__init__(text, alone=alone)

    monkeypatch.setattr(web_search, "Folded", Folded)
    text = "1\ufe0f\u20e3=@a 1O-" * 500 + " ex\u200bample.com"
    assert [each.readings[0].value for each in find(text, US)][-1] == "https://example.com/"
    assert 0 < folded <= len(text)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("see ex\u200bample.com now", 4, 16),
        ("\u200b\u200bsee \uff45xample.com", 6, 17),
        ("see example.com\u200b", 4, 15),
        ("a\u200bb ex\u200b\u200bam\u200bple.com, \u200bx.org", 4, 18),
    ],
)
def test_a_contact_has_its_place_in_the_text_as_given(text: str, start: int, end: int) -> None:
    assert (start, end) in {(each.start, each.end) for each in find(text, US)}


def test_the_word_around_what_was_not_read_is_gone_through_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls = 0
    holds = coverage._Cover.holds

    def counted(self: coverage._Cover, start: int, end: int) -> bool:
        nonlocal calls
        calls += 1
        return holds(self, start, end)

    monkeypatch.setattr(coverage._Cover, "holds", counted)
    text = "+1 202 555 0143" + "~t.me/\u52a0" * 270
    found = read(text, US)
    assert all(each.problem for each in found[1:])
    assert 0 < calls < 6 * len(text)


@pytest.mark.parametrize("sign", ["\u3002", "\u2026", "\u2013", "\u201d", ","])
def test_digits_between_signs_are_passed_over_where_no_word_speaks_of_a_phone(
    sign: str, counted: Callable[[object, str], Counted]
) -> None:
    looked_at = counted(leftover, "UnreadDigits")
    text = f"202 {sign}0143 " * 100
    assert list(leftover.leftovers(text, [], US, lambda _: False)) == []
    assert looked_at.calls == 0
    list(leftover.leftovers(f"call 020{sign}7946 0958", [], US, lambda _: False))
    assert looked_at.calls > 0
