"""A link that shows one contact and leads to another is dangerous by itself."""

import pytest

from hotline_check.checking import Checker
from hotline_check.reading import find, read
from hotline_check.reading.models import Hints, Reading
from hotline_check.registry.storage.store import Store
from hotline_check.verdict.models import Status
from hotline_check.verdict.shown import shown_instead
from tests.entries import TODAY


def target(text: str) -> tuple[Reading, ...]:
    (only,) = read(text, Hints())
    return only.readings


def other(shown: str, goal: str) -> str | None:
    owned = {"www.example.com", "example.co.uk"}
    found = shown_instead(list(find(shown)), target(goal), lambda *hosts: owned.issuperset(hosts))
    return found.value if found else None


@pytest.mark.parametrize(
    ("shown", "goal", "value"),
    [
        ("https://example.com", "https://evil.net/login", "https://example.com/"),
        ("Log in at example.com now", "evil.net", "https://example.com/"),
        ("+1 202 555 0123", "+1 202 555 0147", "+12025550123"),
        ("example.com", "+1 202 555 0147", "https://example.com/"),
        ("help@example.com", "help@evil.net", "help@example.com"),
        ("help@example.com", "fraud@example.com", "help@example.com"),
        ("help@example.com", "https://evil.net", "help@example.com"),
        ("@examplesupport", "https://t.me/evilsupport", "@examplesupport"),
        ("example.com", "https://t.me/evilsupport", "https://example.com/"),
        ("+1 202 555 0123, example.com", "https://evil.net", "https://example.com/"),
    ],
)
def test_another_contact_is_shown(shown: str, goal: str, value: str) -> None:
    assert other(shown, goal) == value


@pytest.mark.parametrize(
    ("shown", "goal"),
    [
        ("click here", "https://evil.net"),
        ("https://www.example.com", "https://help.example.com/contact"),
        ("example.co.uk", "https://www.example.com"),
        ("(202) 555-0123, +1 202 555 0123", "+12025550123"),
        ("help@example.com", "https://example.com/contact"),
        ("Call +1 202 555 0123", "https://example.net/contact"),
        ("@example on X", "https://x.com/example"),
        ("x.com", "https://x.com/example"),
        ("@example", "https://example.net"),
    ],
)
def test_the_same_contact_is_shown(shown: str, goal: str) -> None:
    assert other(shown, goal) is None


def test_a_verdict_names_both(bundled_store: Store) -> None:
    import msgspec

    checker = Checker(bundled_store, today=TODAY)
    (leads,) = read("https://www.coinbase.com/contact")
    shows = msgspec.structs.replace(leads, origin="link", shown="https://www.kraken.com")
    assert checker.judge(leads).status is Status.LISTED
    verdict = checker.judge(shows)
    assert verdict.status is Status.LOOKALIKE
    (reason,) = (r for r in verdict.reasons if r.code == "link-shows-other")
    assert reason.args == {
        "shown": "https://www.kraken.com/",
        "value": "https://www.coinbase.com/contact",
    }
