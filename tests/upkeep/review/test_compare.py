import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from hotline_check.registry.folder import load
from hotline_check.upkeep.review.compare import compare
from hotline_check.upkeep.review.models import Change
from tests.entries import (
    SEEN,
    TODAY,
    US_FREE,
    US_LINE,
    US_OTHER,
    Entry,
    authority,
    channel,
    phone,
    platform,
    reported,
    says,
    sighting,
    write,
)

US_NEAR = "+12025550124"
OLD = dt.date(2026, 11, 1)
RETIRED = phone(retired=SEEN)


def changes(tmp_path: Path, old: list[Entry], new: list[Entry], **layers: Any) -> list[Change]:
    """What a reviewer is told; layers are `old_reports` and the like."""
    sides = []
    for name, entries in (("old", old), ("new", new)):
        own = {k.removeprefix(f"{name}_"): v for k, v in layers.items() if k.startswith(name)}
        sides.append(load(write(tmp_path / name, *entries, **own), TODAY))
    return list(compare(sides[0], sides[1], TODAY))


def only(found: list[Change]) -> Change:
    (change,) = found
    return change


def test_no_difference(tmp_path: Path) -> None:
    entry = platform(channels=[phone()])
    assert changes(tmp_path, [entry], [entry]) == []


def test_added_number_comes_first_with_evidence_and_neighbours(tmp_path: Path) -> None:
    new = platform(domains=["example.com", "example.net"], channels=[phone(), phone(US_NEAR)])
    number, domain = changes(tmp_path, [platform(channels=[phone()])], [new])
    assert (number.code, number.value, number.danger) == ("number-added", US_NEAR, True)
    assert [(n.value, n.likeness, n.layer) for n in number.near] == [
        (US_LINE, "one-edit", "published")
    ]
    assert number.sightings[0].url == "https://help.example.com/contact"
    assert (domain.code, domain.danger) == ("domain-added", True)


@pytest.mark.parametrize(
    ("seen", "how", "cautions"),
    [
        (SEEN, "live", ("too-young",)),
        (OLD, "live", ()),
        (OLD, "stored-copy", ("only-copies",)),
        (SEEN, "owner-proof", ("owner-proof",)),
        (TODAY - dt.timedelta(3), "live", ()),
    ],
)
def test_added_number_cools_off(
    tmp_path: Path, seen: dt.date, how: str, cautions: tuple[str, ...]
) -> None:
    line = phone(sightings=[sighting(seen=seen, how=how)])
    change = only(changes(tmp_path, [platform()], [platform(channels=[line])]))
    assert change.cautions == cautions


def test_number_that_was_reported(tmp_path: Path) -> None:
    found = changes(
        tmp_path,
        [platform()],
        [platform(channels=[phone()])],
        old_reports=[reported("example", US_LINE)],
    )
    assert [c.code for c in found] == ["number-added", "reported-removed"]
    assert "was-reported" in found[0].cautions
    assert all(c.danger for c in found)


def test_number_that_moves(tmp_path: Path) -> None:
    theirs = phone(sightings=[sighting("https://other.com/x")])
    found = changes(
        tmp_path,
        [platform(channels=[phone()]), platform("other")],
        [platform(), platform("other", channels=[theirs])],
    )
    assert [(c.code, c.owner, c.before) for c in found] == [
        ("number-moved", "other", "example"),
        ("channel-removed", "example", ""),
    ]


@pytest.mark.parametrize("mark", [{"retired": SEEN}, {"disputed": True}])
def test_number_listed_again(tmp_path: Path, mark: Entry) -> None:
    old, new = [platform(channels=[phone(**mark)])], [platform(channels=[phone()])]
    change = only(changes(tmp_path, old, new))
    assert (change.code, change.danger, change.before) == (
        "number-restored",
        True,
        next(iter(mark)),
    )
    back = only(changes(tmp_path / "back", new, old))
    # It would make the check of a real number end with a warning, or worse.
    assert (back.code, back.danger) == (f"channel-{next(iter(mark))}", True)


@pytest.mark.parametrize(
    ("old", "new", "danger"),
    [
        ("none", "published", True),
        ("callback-only", "published", True),
        ("published", "unknown", True),
        ("unknown", "published", False),
        ("unknown", "none", False),
        ("published", "none", False),
    ],
)
def test_policy(tmp_path: Path, old: str, new: str, danger: bool) -> None:
    states = [platform(**(says(p) if p != "unknown" else {})) for p in (old, new)]
    change = next(
        c for c in changes(tmp_path, states[:1], states[1:]) if c.code == "policy-changed"
    )
    assert (change.before, change.after, change.danger) == (old, new, danger)


def test_a_line_for_some_that_is_given_to_everybody(tmp_path: Path) -> None:
    old, new = platform(channels=[phone(customers=["card"])]), platform(channels=[phone()])
    found = {c.code: c for c in changes(tmp_path, [old], [new])}
    assert (found["for-everybody"].danger, found["for-everybody"].before) == (True, "card")


def impostor(relation: str) -> Entry:
    return platform(impostors=[{"kind": "host", "value": "example.net", "relation": relation}])


def calls(word: str) -> Entry:
    return platform(calls=word, calls_source=sighting())


@pytest.mark.parametrize(
    ("old", "new", "code", "danger"),
    [
        (calls("never"), calls("rare"), "calls-changed", True),
        (calls("rare"), calls("never"), "calls-changed", False),
        (platform(), platform(fresh_days=366), "fresher-for-longer", True),
        (platform(status="closed"), platform(), "platform-reopened", True),
        (platform(), platform(status="closed"), "platform-closed", False),
        (
            platform(channels=[phone(inbound_only=True)]),
            platform(channels=[phone()]),
            "callable-again",
            True,
        ),
        (
            platform(channels=[phone()]),
            platform(channels=[phone(sightings=[sighting(seen=TODAY)])]),
            "seen-newer",
            True,
        ),
        (
            platform(channels=[phone()]),
            platform(channels=[phone(sightings=[sighting(seen=TODAY, how="live")])]),
            "confirmed",
            False,
        ),
        (
            platform(channels=[phone()]),
            platform(channels=[phone(sightings=[sighting(), sighting("https://example.com/b")])]),
            "sighting-added",
            False,
        ),
        (impostor("fake"), impostor("mirror"), "edited", True),
        (impostor("lookalike"), impostor("other-company"), "edited", True),
        (impostor("mirror"), impostor("fake"), "edited", True),
        (platform(channels=[RETIRED]), platform(), "channel-removed", True),
        (platform(), platform(channels=[channel("telegram", "@help")]), "channel-added", True),
        (
            platform(),
            platform(channels=[channel("email", "help@example.com")]),
            "channel-added",
            True,
        ),
        (
            platform(impostors=[{"kind": "host", "value": "x.net", "relation": "fake"}]),
            platform(),
            "impostor-removed",
            True,
        ),
        (
            platform(withheld=[{"value": US_LINE, "why": "unconfirmed", "sightings": []}]),
            platform(),
            "withheld-removed",
            True,
        ),
        (platform(domains=["example.com", "example.net"]), platform(), "domain-removed", True),
        (platform(), platform(note={"en": "Open at night."}), "text-added", False),
        (platform(), platform(note={"en": "Call 202 555 0123."}), "text-added", True),
        (platform(), platform(aliases=["Sample"]), "edited", True),
    ],
)
def test_danger_of_a_change(
    tmp_path: Path,
    old: Entry,
    new: Entry,
    code: str,
    danger: bool,
) -> None:
    change = only(changes(tmp_path, [old], [new]))
    assert (change.code, change.danger) == (code, danger)


def test_domain_made_to_look_like_anothers(tmp_path: Path) -> None:
    kraken = platform("kraken")
    new = platform(domains=["example.com", "kraken-help.com"])
    change = only(changes(tmp_path, [platform(), kraken], [new, kraken]))
    assert [(n.platform, n.likeness) for n in change.near] == [("kraken", "brand-word")]


def test_platforms_come_and_go(tmp_path: Path) -> None:
    found = changes(tmp_path, [platform(channels=[phone()])], [platform("other")])
    assert [(c.code, c.danger) for c in found] == [
        ("domain-added", True),
        ("platform-removed", True),
        ("platform-added", False),
    ]


def test_reports_close_to_an_honest_line_are_looked_at_twice(tmp_path: Path) -> None:
    entry = platform(channels=[phone()])
    for value, danger in ((US_NEAR, True), (US_OTHER, False)):
        folder = tmp_path / value
        new = [reported("example", value)]
        change = only(changes(folder, [entry], [entry], new_reports=new))
        assert (change.code, change.danger) == ("reported-added", danger)


def test_authority_with_another_number(tmp_path: Path) -> None:
    old = {"country": "US", "authorities": [authority(phone=US_LINE)]}
    new = {"country": "US", "authorities": [authority(phone=US_FREE)]}
    change = only(
        changes(tmp_path, [platform()], [platform()], old_authorities=[old], new_authorities=[new])
    )
    assert (change.code, change.danger, change.value) == ("authority-contact", True, US_FREE)


def test_broken_registry_is_dangerous(tmp_path: Path) -> None:
    broken = platform(channels=[phone(sightings=[])])
    found = changes(tmp_path, [platform()], [broken])
    assert found[0].code == "not-valid"
    assert found[0].danger
