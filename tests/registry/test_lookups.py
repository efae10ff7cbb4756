"""What the registry knows about a phone number, asked as a verdict asks it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hotline_check.reading import Hints, read
from hotline_check.reading.codes import Problem
from hotline_check.reading.models import Find, Reading
from hotline_check.registry.lookups.contacts import (
    known_body,
    known_impostor,
    phone_facts,
    possible_bodies,
)
from hotline_check.registry.lookups.facts import Facts
from hotline_check.registry.models import Authorities, Platform
from hotline_check.registry.storage.snapshot import Snapshot
from hotline_check.registry.storage.store import Store
from tests.entries import (
    AU_LINE,
    GB_LINE,
    GB_PREMIUM,
    TODAY,
    US_LINE,
    US_OTHER,
    authority,
    phone,
    platform,
    reported,
    sighting,
    write,
)

PREMIUM = {"value": GB_PREMIUM, "why": "premium-rate", "sightings": [sighting()]}
THEIR_PAGE = sighting("https://sample.com/contact")


def number(text: str, region: str | None = None) -> Reading:
    (found,) = read(text, Hints(region=region))
    return found.readings[0]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    short = phone("15885682", regions=["KR"])
    return write(
        tmp_path,
        platform(channels=[phone(), short], withheld=[PREMIUM]),
        platform(
            "sample",
            channels=[phone(AU_LINE, sightings=[THEIR_PAGE])],
            withheld=[{**PREMIUM, "sightings": [THEIR_PAGE]}],
        ),
        platform("reliable"),
        reports=[
            reported("sample", GB_LINE),
            reported("example", GB_LINE),
            reported("reliable", "+33255501277"),  # the digits of a public body in Australia
        ],
        authorities=[
            {
                "country": "GB",
                "authorities": [authority(name="Other"), authority(phone="101", short_code=True)],
            },
            {"country": "AU", "authorities": [authority(phone="+61255501277")]},
            {"country": "LV", "authorities": [authority(phone="8345", short_code=True)]},
        ],
    )


@pytest.fixture
def snapshot(folder: Path) -> Iterator[Snapshot]:
    store = Store(folder, "test", today=TODAY)
    yield store.ask(lambda opened: opened)
    store.close()


def facts(folder: Path, reading: Reading, claim: str | None = None) -> Facts:
    def ask(snapshot: Snapshot) -> Facts:
        named: Platform | None = snapshot.owner(claim) if claim else None
        return phone_facts(snapshot, reading, named)

    store = Store(folder, "test", today=TODAY)
    try:
        return store.ask(ask)
    finally:
        store.close()


def test_the_platform_that_publishes_a_number(folder: Path) -> None:
    found = facts(folder, number(US_LINE))
    assert [(m.platform.id, m.channel.value) for m in found.published] == [("example", US_LINE)]
    assert found.similar == ()


def test_reports_and_refusals_begin_with_the_claimed_platform(folder: Path) -> None:
    for claim, order in (("sample", ["sample", "example"]), (None, ["example", "sample"])):
        reports = facts(folder, number(GB_LINE), claim).reported
        assert [p.id for p, _ in reports] == order
        refusals = facts(folder, number(GB_PREMIUM), claim).withheld
        assert [p.id for p, _ in refusals] == order


def test_a_short_code_is_a_bodys_only_in_its_country(folder: Path) -> None:
    for region, countries in (("GB", ["GB"]), ("IE", [])):
        reading = Reading(kind="phone", value="101", region=region)
        assert [c for c, _ in facts(folder, reading).authorities] == countries


def test_a_short_code_that_was_read_as_a_whole_number(folder: Path) -> None:
    reading = Reading(kind="phone", value="+3718345", region="LV")
    assert [c for c, _ in facts(folder, reading).authorities] == ["LV"]


def test_a_bodys_whole_number_is_its_own_everywhere(folder: Path) -> None:
    found = facts(folder, number("+61 2 5550 1277"))
    assert [(c, body.name) for c, body in found.authorities] == [("AU", "Example Police")]
    assert found.similar == ()


@pytest.mark.parametrize(
    ("text", "countries"), [("101", ["GB"]), ("1-0-1", ["GB"]), ("１０１", ["GB"]), ("102", [])]
)
def test_digits_in_any_script_may_be_a_bodys_code(
    folder: Path, text: str, countries: list[str]
) -> None:
    store = Store(folder, "test", today=TODAY)
    bodies = store.ask(lambda snapshot: possible_bodies(snapshot, text))
    store.close()
    assert [country for country, _ in bodies] == countries


def test_a_number_dialled_at_home_is_published_only_there(folder: Path) -> None:
    at_home = Reading(kind="phone", value="15885682", region="KR")
    abroad = Reading(kind="phone", value="15885682", region="TW")
    assert [m.platform.id for m in facts(folder, at_home).published] == ["example"]
    assert facts(folder, abroad).published == ()


@pytest.mark.parametrize(
    ("text", "likeness", "shown"),
    [
        ("+1 202 555 0124", "one-edit", US_LINE),
        ("+44 202 555 0123", "country-code", US_LINE),
        ("+1 317 354 2253", "vanity", "Reliable"),
    ],
)
def test_numbers_that_look_like_a_published_one(
    folder: Path, text: str, likeness: str, shown: str
) -> None:
    similar = facts(folder, Reading(kind="phone", value=text.replace(" ", ""), region=None)).similar
    assert (shown, likeness) in [(s.value, s.likeness) for s in similar]


def test_the_claimed_platforms_own_lines_are_compared_first(tmp_path: Path) -> None:
    lines = (
        platform(channels=[phone()]),
        platform("sample", channels=[phone("+12025550133", sightings=[THEIR_PAGE])]),
    )
    folder = write(tmp_path, *lines)
    between = Reading(kind="phone", value="+12025550113", region="US")
    for claim in ("example", "sample"):
        assert facts(folder, between, claim).similar[0].platform.id == claim


def test_an_index_that_names_bodies_which_are_gone_is_damaged(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The snapshot is built again, and answers."""
    real, asked = Snapshot.authorities, []

    def gone_once(self: Snapshot, country: str) -> Authorities | None:
        asked.append(country)
        return None if len(asked) == 1 else real(self, country)

    monkeypatch.setattr(Snapshot, "authorities", gone_once)
    reading = Reading(kind="phone", value="101", region="GB")
    assert [c for c, _ in facts(folder, reading).authorities] == ["GB"]
    assert asked == ["gb", "gb"]


def test_a_platforms_other_number_is_not_meant(folder: Path) -> None:
    assert facts(folder, number(US_OTHER)).published == ()


def guessed(text: str, *regions: str) -> Find:
    (found,) = read(text, Hints(claim_regions=regions))
    return found


class TestDigitsWithoutACountry:
    @pytest.mark.parametrize(
        ("text", "value"),
        [(GB_LINE[3:], GB_LINE), ("0" + GB_LINE[3:], GB_LINE), (US_OTHER[2:], None), ("101", None)],
    )
    def test_of_a_reported_number(self, snapshot: Snapshot, text: str, value: str | None) -> None:
        find = Find(start=0, end=len(text), text=text, problem=Problem.NO_COUNTRY)
        found = known_impostor(snapshot, find)
        assert [reading.value for reading in found.readings] == ([value] if value else [])

    def test_of_a_published_number_too(self, snapshot: Snapshot) -> None:
        find = Find(start=0, end=9, text=AU_LINE[3:], problem=Problem.NO_COUNTRY)
        assert known_impostor(snapshot, find) is find

    def test_words_are_no_digits(self, snapshot: Snapshot) -> None:
        text = f"call {GB_LINE[3:]}"
        find = Find(start=0, end=len(text), text=text, problem=Problem.NO_COUNTRY)
        assert known_impostor(snapshot, find) is find

    def test_a_public_bodys_line_in_another_country_than_is_guessed(
        self, snapshot: Snapshot
    ) -> None:
        find = guessed("02 5550 1277", "DE")
        assert find.readings
        found = known_body(snapshot, find)
        assert (found.readings, found.problem) == ((), "no-country")
        assert [country for country, _ in possible_bodies(snapshot, found.text)] == ["AU"]

    def test_a_public_bodys_line_in_the_country_that_is_guessed(self, snapshot: Snapshot) -> None:
        find = guessed("02 5550 1277", "AU")
        assert known_body(snapshot, find) is find

    def test_a_guess_that_is_reported(self, snapshot: Snapshot) -> None:
        find = guessed("02 5550 1277", "FR")
        assert known_body(snapshot, find) is find

    def test_a_guess_that_is_published_or_nobodys(self, snapshot: Snapshot) -> None:
        for text in (GB_LINE[3:], "0" + AU_LINE[3:], "0113 496 0178"):
            find = guessed(text, "GB", "AU")
            assert known_body(snapshot, find) is find
