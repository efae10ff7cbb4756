"""How much is done for each character of a hostile text: calls and characters, not time."""

from collections.abc import Callable
from typing import Any

import pytest

from hotline_check.reading import Hints, find
from hotline_check.reading.phone_search import search
from hotline_check.reading.web import contacts, host, labelled_accounts, patterns
from hotline_check.reading.web import search as web_search

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
    plain = counted(labelled_accounts, "plain")
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
