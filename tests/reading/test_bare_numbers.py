"""The short ways for digits and signs only: they say what the long way says, or nothing."""

import pytest

from hotline_check.reading import Hints, codes, read, with_unread
from hotline_check.reading.pasted import read_whole
from hotline_check.reading.phone.parse import BARE, is_final, read_number
from hotline_check.reading.plain_number import plain_number
from tests.bare_numbers import bare_numbers

HINTS = (
    Hints(),
    Hints(region="US"),
    Hints(region="NU"),  # numbers of four digits
    Hints(region="AU", home_regions=("US",)),
    Hints(locale_region="GB"),
    Hints(claim_regions=("US", "DE")),
)
SEEDS = range(8)
EACH = 250
MAY_BE_ASSUMED = {codes.INTERNATIONAL_PREFIX, codes.NOT_IN_PLAN}


@pytest.mark.few(6)
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("hints", HINTS, ids=str)
def test_a_plain_number_is_what_is_read(hints: Hints, seed: int) -> None:
    plain = 0
    for text in bare_numbers(seed, EACH):
        value = plain_number(text, hints)
        if value is None:
            continue
        plain += 1
        (found,) = read(text, hints)
        (reading,) = found.readings
        assert (reading.kind, reading.value) == ("phone", value), text
        assert {each.code for each in reading.assumed} <= MAY_BE_ASSUMED, text
        assert not reading.disguise, text
    assert plain > EACH / 6


@pytest.mark.few(6)
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("hints", HINTS, ids=str)
def test_a_final_problem_is_that_of_the_whole_string(hints: Hints, seed: int) -> None:
    final = 0
    for text in bare_numbers(seed, EACH):
        whole = read_number(text, hints)
        if whole.problem and is_final(whole.problem, text, hints):
            final += 1
            assert with_unread(text, read_whole(text, hints)) == (whole,), text
    assert final > EACH / 25


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("+12025550143", "+12025550143"),
        ("+1 (202) 555-0143", "+12025550143"),
        ("+44.113.4960123 ", "+441134960123"),
        ("00441134960123", "+441134960123"),
        ("0044 113 496 0123", "+441134960123"),
        ("+1 202 155 0143", "+12021550143"),  # of no plan, which the reading says
    ],
)
def test_plain(text: str, value: str) -> None:
    assert plain_number(text, Hints()) == value


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "+", "+1", "12025550143", "(+1) 202 555 0143", "+1 202 555 0143 x5"),
        "tel:+12025550143",
        "+1 202 555 0143 +1 202 555 0144",
        "+44 0113 496 0123",  # a zero too many
        "+44 44 113 496 0123",  # the code twice
        "+4411349601234567",
        "+800 555 0143",  # toll-free in North America, too
        "00 44 113 496 0123",
        "0011 44 113 496 0123",
        "011 44 113 496 0123",
        "+52 1 55 5555 0143",  # an old prefix
        "+54 11 15 5555 0123",
    ],
)
def test_not_plain(text: str) -> None:
    assert BARE.issuperset(text) or any(map(str.isalpha, text))
    assert plain_number(text, Hints()) is None


def test_where_the_caller_is_decides_what_zeros_mean() -> None:
    for hints in HINTS[1:]:
        assert plain_number("00441134960123", hints) is None
        assert plain_number("+441134960123", hints) == "+441134960123"
