"""One typed contact: read whole, or refused with the reason."""

import subprocess
import sys
from typing import Any

import pytest

from hotline_check.reading import (
    Hints,
    codes,
    find,
    read,
)


def each(text: str, **hints: Any) -> tuple[str | None, str | None]:
    """Value and region, or the problem."""
    (found,) = read(text, Hints(**hints))
    if found.problem:
        return found.problem, None
    assert len(found.readings) == 1
    return found.readings[0].value, found.readings[0].region


def assumed(text: str, **hints: Any) -> list[str]:
    (found,) = read(text, Hints(**hints))
    return [a.code for a in found.readings[0].assumed]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("+1 (202) 555-0143", "+12025550143"),
        ("1-202-555-0143", "+12025550143"),
        ("1-2O2-555-O143", "+12025550143"),
        ("12025550143", "+12025550143"),
        ("tel:+1-202-555-0143;ext=2", "+12025550143"),
        ("tel:07700-900-123;phone-context=+44", "+447700900123"),
        ("００４４ 7700 900123", "+447700900123"),
        ("0044 7700 900123", "+447700900123"),
        ("011 44 7700 900123", "+447700900123"),
        ("+44 (0)7700 900123", "+447700900123"),
        ("+1 555 010 0123", "+15550100123"),
        ("+1 202 555 0143 ext. 7", "+12025550143"),
        ("Phone: +1 202 555 0143", "+12025550143"),
        ("Call us: 1-202-555-0143", "+12025550143"),
        ("(202) 555-0143 [USA]", "+12025550143"),
        ("🇬🇧 07700 900123", "+447700900123"),
        ("+1-1-202-555-0143", "+12025550143"),
        ("1-800-FLOWERS", "+18003569377"),
    ],
)
def test_a_number_that_names_its_country(text: str, value: str) -> None:
    assert each(text)[0] == value


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "no-number"),
        ("hello", "no-number"),
        ("7", "fragment"),
        ("+1 202 555", "fragment"),
        ("2882", "no-country"),
        ("(202) 555-0143", "no-country"),
        ("202-555-0143", "no-country"),
        ("12345678901234567890", "too-long"),
        ("+1 202 555 0143 0143 0143", "too-long"),
        ("+999 555 0143 99", "impossible"),
    ],
)
def test_what_cannot_be_read_says_why(text: str, problem: str) -> None:
    assert each(text) == (problem, None)


def test_a_subscriber_number_without_its_area_is_a_fragment() -> None:
    assert each("555-0143", region="US") == ("fragment", None)


def test_the_order_of_countries() -> None:
    text = "(202) 555-0143"
    assert assumed(text, region="US", claim_regions=("CA",)) == [codes.COUNTRY_GIVEN]
    assert assumed(text, claim_regions=("US", "DE"), locale_region="US") == [
        codes.COUNTRY_FROM_CLAIM
    ]
    assert assumed(text, locale_region="US") == [codes.COUNTRY_FROM_LOCALE]
    assert assumed(text + " (US)", region="DE") == [codes.COUNTRY_FROM_TEXT]
    assert each("+44 7700 900123 [USA]", region="US") == ("+447700900123", "GB")


def test_several_claim_regions_give_several_readings() -> None:
    (found,) = read("0800 001 0001", Hints(claim_regions=("GB", "JP", "DE", "TR")))
    assert len({reading.value for reading in found.readings}) > 1


def test_short_codes_and_home_only_numbers_need_a_region() -> None:
    assert each("2882", region="PH") == ("2882", "PH")
    assert each("4020 0185", region="BR") == ("40200185", "BR")
    assert each("110", region="CN") == ("110", "CN")
    assert each("#9110", region="JP") == ("#9110", "JP")
    assert codes.HOME_ONLY in assumed("2882", region="PH")


def test_vanity_letters_beyond_the_number_are_dropped_and_echoed() -> None:
    assert each("1-800-COINBASE") == ("+18002646227", "US")
    assert codes.EXTRA_LETTERS_DROPPED in assumed("1-800-COINBASE")
    assert each("1300 COINJAR", region="AU") == ("+611300264652", "AU")


def test_vanity_numbers_in_a_text() -> None:
    text = "Dial 1-800-FLOWERS or 1-833-727-Ndax today, about 800 customers did. 1-800-Coinbase"
    found = list(find(text))
    assert [each.text for each in found] == ["1-800-FLOWERS", "1-833-727-Ndax", "1-800-Coinbase"]
    assert [each.readings[0].value for each in found[:2]] == ["+18003569377", "+18337276329"]
    assert found[2].problem == "too-long"


def test_a_possible_number_outside_the_plan_says_so() -> None:
    assert codes.NOT_IN_PLAN in assumed("+44 7700 900123")


def test_several_numbers_are_several_finds() -> None:
    found = read("+1 202 555 0143 / +44 7700 900123")
    assert [each.readings[0].value for each in found] == ["+12025550143", "+447700900123"]


def test_a_plain_number_loads_no_tables() -> None:
    code = (
        "import sys; from hotline_check.reading import read; read('+1 (202) 555-0143');"
        "names = ('costumes', 'words', 'web', 'typed', 'unmask', 'phones', 'brands');"
        "sys.exit(any(f'hotline_check.reading.{name}' in sys.modules for name in names))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_an_address_does_not_load_phonenumbers() -> None:
    code = (
        "import sys; from hotline_check.reading import read; read('https://coinbase.com/x');"
        "read('help@kraken.com'); sys.exit('phonenumbers' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
