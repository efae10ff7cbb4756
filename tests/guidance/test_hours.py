import datetime as dt
import time
from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest

from hotline_check.guidance.hours import (
    Opening,
    desk_country,
    opening,
    openings,
)
from hotline_check.registry.folder import Registry
from hotline_check.wording.terms.opening_hours import (
    hours_lines,
    hours_text,
    opening_text,
    place,
    span,
)
from hotline_check.wording.text.catalogue import words
from tests.guidance.build import phone, platform

_ = words("en")


@pytest.fixture
def in_hong_kong(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The person sits in Hong Kong."""
    monkeypatch.setenv("TZ", "Asia/Hong_Kong")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def at(text: str, zone: str = "UTC") -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def state(hours: str, zone: str, now: dt.datetime, country: str | None = None) -> Opening:
    found = opening(hours, zone, country, now)
    assert found is not None
    return found


def told(hours: str, zone: str, now: dt.datetime, country: str | None = None) -> str:
    return opening_text(state(hours, zone, now, country), hours, zone, _)


@pytest.mark.usefixtures("in_hong_kong")
def test_an_open_desk_says_until_when_in_both_zones() -> None:
    shown = told("Mo-Fr 09:00-18:00", "Europe/Berlin", at("2026-11-23 10:30"))
    assert shown == "Open now. It closes in 6 h 30 min, at Tue 01:00 your time (18:00 Berlin)."


@pytest.mark.usefixtures("in_hong_kong")
def test_a_closed_desk_says_when_it_opens() -> None:
    shown = told("Mo-Fr 09:00-18:00", "Europe/Berlin", at("2026-11-23 06:00"))
    assert shown == "Closed now. It opens in 2 h, at 16:00 your time (09:00 Berlin)."


@pytest.mark.usefixtures("in_hong_kong")
def test_one_time_is_enough_in_the_same_zone() -> None:
    shown = told("Mo-Fr 09:00-18:00", "Asia/Shanghai", at("2026-11-23 02:15"))
    assert shown == "Open now. It closes in 7 h 45 min, at 18:00 Shanghai."


def test_around_the_clock_never_changes() -> None:
    found = state("24/7", "Asia/Seoul", at("2026-11-23 02:15"))
    assert (found.open, found.changes) == (True, None)
    assert hours_lines("24/7", "Asia/Seoul", found, _) == ["Open now, around the clock."]


def test_a_night_shift_belongs_to_the_evening_it_began_in() -> None:
    friday_night = at("2026-11-28 00:30", "Asia/Kolkata")  # Saturday by the calendar
    found = state("Mo-Fr 16:00-01:30", "Asia/Kolkata", friday_night)
    assert found.open
    assert found.minutes == 60


def test_a_clock_change_does_not_bend_the_time_left() -> None:
    # Berlin's clocks go back at 03:00 on this night: it has one hour more.
    found = state("Su 05:00-09:00", "Europe/Berlin", at("2026-10-25 00:00", "Europe/Berlin"))
    assert found.minutes == 6 * 60


@pytest.mark.parametrize("country", ["JP", "DE"])
def test_hours_that_name_holidays_are_read_with_them(country: str) -> None:
    labour_thanksgiving = at("2026-11-23 12:00", "Asia/Tokyo")
    found = state("Mo-Fr 10:00-19:00; PH off", "Asia/Tokyo", labour_thanksgiving, country)
    assert found.open is (country != "JP")


def test_a_holiday_that_the_hours_do_not_name_is_said() -> None:
    noon = at("2026-11-23 12:00", "Asia/Tokyo")
    assert "public holiday" in told("Mo-Fr 10:00-19:00", "Asia/Tokyo", noon, "JP")
    assert "public holiday" not in told("Mo-Fr 10:00-19:00; PH off", "Asia/Tokyo", noon, "JP")


@pytest.mark.parametrize("country", [None, "XX", "TW", "EU"])
def test_a_calendar_the_library_lacks_is_not_guessed(country: str | None) -> None:
    found = state("Mo-Fr 10:00-19:00; PH off", "Asia/Taipei", at("2026-11-23 04:00"), country)
    assert found.holiday is None


@pytest.mark.parametrize("hours", [None, "", "nine to five", "Mo 25:00-26:00", "Mo-Fr unknown"])
def test_hours_that_say_nothing_have_no_state(hours: str | None) -> None:
    assert opening(hours, "Europe/Berlin", None, at("2026-11-23 10:00")) is None


def test_every_entry_of_the_registry_has_a_state(bundled: Registry) -> None:
    now = at("2026-11-23 10:30")
    for entry in bundled.platforms:
        with_hours = {c.value for c in entry.channels if c.hours}
        assert set(openings(entry, entry.channels, now)) == with_hours, entry.id


def test_a_desk_sits_where_its_only_region_is_else_where_the_platform_is() -> None:
    home = platform(country="JP")
    assert desk_country(home, phone(regions=["US"])) == "US"
    assert desk_country(home, phone()) == "JP"
    assert desk_country(home, phone(regions=["US", "CA"])) is None


def test_the_notation_is_put_into_words() -> None:
    assert hours_text("Mo-Fr 10:00-19:00; PH off", "Asia/Tokyo", _) == (
        "Mon-Fri 10:00-19:00; public holidays closed Tokyo"
    )
    assert hours_text("24/7", "Asia/Tokyo", _) == "around the clock"


@pytest.mark.parametrize(
    ("zone", "name"),
    [("America/New_York", "New York"), ("UTC", "UTC"), ("Etc/GMT-8", "UTC+8")],
)
def test_a_zone_is_named_by_its_city(zone: str, name: str) -> None:
    assert place(zone) == name


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (0, "0 min"),
        (59, "59 min"),
        (60, "1 h"),
        (135, "2 h 15 min"),
        (11 * 60 + 40, "11 h"),
        (49 * 60, "2 days"),
    ],
)
def test_spans_are_as_exact_as_waiting_needs(minutes: int, text: str) -> None:
    assert span(minutes, _) == text
