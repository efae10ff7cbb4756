"""Codes that change a phone are no numbers, alone or in a text."""

import pytest

from hotline_check.reading import Hints, find

US = Hints(region="US")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("To secure it dial **21*+12025550143# now", "**21*+12025550143"),
        ("dial *72 1-202-555-0143 and wait", "*72 1-202-555-0143"),
        ("dial **61*2025550143**25# now", "**61*2025550143"),
        ("Dial *21*12025550143# or call +1 202 555 0144", "*21*12025550143"),
    ],
)
def test_a_code_in_a_text_is_reported_and_its_number_not_read(text: str, code: str) -> None:
    told = [each.text for each in find(text, US) if each.problem == "service-code"]
    assert [each[: len(code)] for each in told] == [code]
    read = [each.readings[0].value for each in find(text, US) if each.readings]
    assert read == (["+12025550144"] if "0144" in text else [])


@pytest.mark.parametrize(
    "text",
    [
        "**1-202-555-0143**",
        "* +1 202 555 0143 *",
        "#1 (202) 555-0143",
        "1*202*555*0143",
        "call *+12025550143*",
        "#support 12025550143#",
        "* 24 hours: +1-202-555-0143",
    ],
)
def test_stars_and_hashes_beside_a_number_are_no_code(text: str) -> None:
    assert [each.readings[0].value for each in find(text, US)] == ["+12025550143"]
