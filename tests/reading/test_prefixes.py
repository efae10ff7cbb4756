"""International prefixes: a country's own count, others are what the home network rings."""

import random
from typing import Any

import phonenumbers
import pytest

from hotline_check.reading import (
    Hints,
    Reading,
    codes,
    read,
)

GB, KR = "+441134960123", "+82212345678"


def readings(text: str, **hints: Any) -> tuple[Reading, ...]:
    (found,) = read(text, Hints(**hints))
    return found.readings


def values(text: str, **hints: Any) -> list[str]:
    return [each.value for each in readings(text, **hints)]


def assumed(reading: Reading) -> set[str]:
    return {each.code for each in reading.assumed}


@pytest.mark.parametrize(
    ("region", "text"),
    [
        ("DE", "00 44 113 496 0123"),
        ("US", "011 44 113 496 0123"),
        ("AU", "0011 44 113 496 0123"),
        ("JP", "010 44 113 496 0123"),
        ("KR", "001 44 113 496 0123"),
        ("KR", "00700 44 113 496 0123"),
        ("RU", "8~10 44 113 496 0123"),
        ("KZ", "810 44 113 496 0123"),
        ("SG", "001 44 113 496 0123"),
        ("HK", "001 44 113 496 0123"),
        ("ID", "009 44 113 496 0123"),
        ("BR", "0021 44 113 496 0123"),
    ],
)
def test_a_countrys_own_prefix_replaces_the_plus(region: str, text: str) -> None:
    for hints in ({"region": region}, {"locale_region": region}):
        (reading,) = readings(text, **hints)
        assert reading.value == GB
        assert assumed(reading) == {codes.INTERNATIONAL_PREFIX}


@pytest.mark.parametrize("hints", [{"region": "GB"}, {"locale_region": "GB"}])
@pytest.mark.parametrize("text", ["0114 411 3496 0123", "011 44 113 496 0123", "01144113496 0123"])
def test_after_another_countrys_prefix_a_home_number_comes_first(
    text: str, hints: dict[str, Any]
) -> None:
    abroad, home = readings(text, **hints)
    assert abroad.value == GB
    assert codes.FOREIGN_PREFIX in assumed(abroad)
    assert home.value.startswith("+44114411")
    assert codes.SURPLUS_DIGITS in assumed(home)


def test_the_claimed_platforms_countries_are_only_a_guess_at_the_callers() -> None:
    assert values("011 44 113 496 0123", claim_regions=("US", "CA")) == [GB]
    assert values("0044 113 496 0123", claim_regions=("GB", "US")) == [GB]
    assert values("0044 113 496 0123", claim_regions=("US",)) == [GB]
    assert len(values("011 44 113 496 0123", claim_regions=("GB",))) == 2
    assert values("011 44 113 496 0123", claim_regions=("GB",), locale_region="US") == [GB]


def test_a_foreign_prefix_before_no_home_number_is_said() -> None:
    (reading,) = readings("00 44 113 496 0123", region="US")
    assert (reading.value, assumed(reading)) == (
        GB,
        {codes.INTERNATIONAL_PREFIX, codes.FOREIGN_PREFIX},
    )


def test_a_home_number_that_only_looks_prefixed_is_a_home_number() -> None:
    assert values("010-4420-3868", region="KR") == ["+821044203868"]
    assert values("010-4420-3868", locale_region="KR") == ["+821044203868"]
    assert values("0114 496 0123", region="GB") == ["+441144960123"]


def test_without_a_country_a_prefix_does_not_end_inside_a_country_code() -> None:
    assert values("0114 411 3496 0123") == []
    assert values("011 44 113 496 0123") == [GB]


def test_a_code_without_a_plus_that_is_a_number_at_home_is_read_both_ways() -> None:
    """An Australian number, and the Minneapolis one that its first ten digits are."""
    assert values("61 2 5550 1234", region="GB") == ["+61255501234"]
    assert len(values("61 2 9123 4567", region="US")) == 2


@pytest.mark.parametrize("hints", [{"region": "BO"}, {"locale_region": "BO"}])
@pytest.mark.parametrize("text", ["0012 025 550143", "0012025550143", "00 1 202 555 0143"])
def test_a_prefix_takes_as_many_digits_as_the_network_does(
    text: str, hints: dict[str, Any]
) -> None:
    """Bolivia's prefix holds a carrier's digit: `0012 ...` calls no North American number there."""
    for reading in readings(text, **hints):
        assert reading.value != "+12025550143" or codes.FOREIGN_PREFIX in assumed(reading)


@pytest.mark.parametrize(
    "sign", ["*", "#", "/", ",", ":", ";", "_", "=", "·", " - ", " — ", ") - (", " * "]
)
@pytest.mark.parametrize("prefix", ["00", "011"])
@pytest.mark.parametrize("hints", [{}, {"region": "DE"}, {"claim_regions": ("US",)}])
def test_a_prefix_that_a_sign_parts_from_its_number_is_no_prefix(
    prefix: str, sign: str, hints: dict[str, Any]
) -> None:
    for number in ("1 2025550143", "44 113 496 0123"):
        found = read(f"{prefix}{sign}{number}", Hints(**hints))
        for each in found:
            assert each.problem or codes.INTERNATIONAL_PREFIX not in assumed(each.readings[0])


@pytest.mark.parametrize("text", ["0*0 1 2025550143", "0/0/1 202 555 0143", "01*1 44 1134960123"])
def test_a_sign_within_a_prefix_breaks_it(text: str) -> None:
    assert "+12025550143" not in values(text)
    assert GB not in values(text)


@pytest.mark.parametrize("sign", ["", " ", "-", ".", "\u00a0", "\u2013", " (", ") ", "\u200b"])
def test_ordinary_signs_after_a_prefix(sign: str) -> None:
    assert values(f"00{sign}44 113 496 0123") == [GB]


REGIONS = sorted(phonenumbers.SUPPORTED_REGIONS)


def rings_at_home(digits: str, region: str) -> bool:
    """Whether the first digits are a valid number of a country, by libphonenumber alone."""
    code = phonenumbers.country_code_for_region(region)
    for size in range(7, len(digits)):
        for found in phonenumbers.PhoneNumberMatcher(digits[:size], region):
            if found.number.country_code == code and len(found.raw_string) == size:
                return True
    return False


@pytest.mark.parametrize("source", ["region", "locale_region"])
def test_no_prefix_leads_to_one_reading_where_it_reaches_somebody_else(source: str) -> None:
    rng = random.Random(11)  # noqa: S311  # a sample, no secret
    for _ in range(250):
        region, target = rng.sample(REGIONS, 2)
        example = phonenumbers.example_number(target)
        assert example is not None
        prefix = rng.choice(["00", "011", "0011", "010"])
        value = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)
        got = readings(prefix + value[1:], **{source: region})
        if [each.value for each in got] != [value]:
            continue
        is_own = codes.FOREIGN_PREFIX not in assumed(got[0])
        assert is_own or not rings_at_home(prefix + value[1:], region), (region, prefix, value)
