"""How long the evidence for a channel is good."""

import datetime as dt

import msgspec

from hotline_check.registry.freshness import is_good, last_good_day
from hotline_check.registry.models import Platform
from tests.entries import TODAY, US_LINE, phone, platform, sighting


def entry(*days: str) -> Platform:
    line = phone(US_LINE, sightings=[{**sighting(), "seen": day} for day in days])
    return msgspec.convert(platform(channels=[line]), Platform)


def test_the_newest_own_sighting_counts() -> None:
    found = entry("2026-05-01", "2026-06-01")
    (line,) = found.channels
    last = last_good_day(found, line)
    assert last == dt.date(2026, 6, 1) + dt.timedelta(days=180)
    assert is_good(found, line, last)
    assert not is_good(found, line, last + dt.timedelta(days=1))


def test_without_a_page_of_its_own_there_is_no_such_day() -> None:
    other = {**sighting("https://news.example.org/x"), "source_kind": "third-party"}
    found = msgspec.convert(platform(channels=[phone(US_LINE, sightings=[other])]), Platform)
    assert last_good_day(found, found.channels[0]) is None
    assert not is_good(found, found.channels[0], TODAY)
