"""Our look-up of a number's country answers as phonenumbers does; only its speed differs."""

import random

import phonenumbers
import pytest
from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneNumber, PhoneNumberType

from hotline_check.reading.phone.validity import (
    after_plus,
    is_for_home_only,
    is_valid,
    length_of,
    region_of,
)

CODES = sorted(COUNTRY_CODE_TO_REGION_CODE)


def examples(code: int, rng: random.Random) -> set[str]:
    """National numbers near the examples of the code's regions, valid or not, and random ones."""
    found = {str(rng.randrange(10**4, 10**11)) for _ in range(20)}
    for region in COUNTRY_CODE_TO_REGION_CODE[code]:
        for kind in PhoneNumberType.values():
            example = (
                phonenumbers.example_number_for_non_geo_entity(code)
                if region == "001"
                else phonenumbers.example_number_for_type(region, kind)
            )
            if example is not None:
                nsn = phonenumbers.national_significant_number(example)
                at = rng.randrange(len(nsn))
                found |= {nsn, nsn[:at] + str(rng.randrange(10)) + nsn[at + 1 :], nsn[:-1]}
    return found


def number(code: int, nsn: str) -> PhoneNumber:
    zeros = min(len(nsn) - len(nsn.lstrip("0")), len(nsn) - 1)
    return PhoneNumber(
        country_code=code,
        national_number=int(nsn),
        italian_leading_zero=bool(zeros) or None,
        number_of_leading_zeros=zeros or None,
    )


@pytest.mark.few(40)
@pytest.mark.parametrize("code", CODES)
def test_the_country_and_its_plan_are_the_librarys(code: int) -> None:
    for nsn in sorted(examples(code, random.Random(code))):  # noqa: S311  # the same each time
        same = number(code, nsn)
        assert region_of(code, nsn) == phonenumbers.region_code_for_number(same), nsn
        for region in COUNTRY_CODE_TO_REGION_CODE[code]:
            valid = phonenumbers.is_valid_number_for_region(same, region)
            assert is_valid(code, region, nsn) == valid, (region, nsn)


@pytest.mark.few(40)
@pytest.mark.parametrize("code", CODES)
def test_digits_after_a_plus_are_split_as_by_the_library(code: int) -> None:
    rng = random.Random(code)  # noqa: S311  # the same each time
    for nsn in sorted(examples(code, rng)):
        for digits in (f"{code}{nsn}", f"{code}0{nsn}", f"{code}{code}{nsn}", f"{code}{nsn[:2]}"):
            split = after_plus(digits)
            if split is not None:
                parsed = phonenumbers.parse("+" + digits)
                found = (parsed.country_code, phonenumbers.national_significant_number(parsed))
                assert split == found, digits


@pytest.mark.few(40)
@pytest.mark.parametrize("code", CODES)
def test_possible_lengths_and_home_numbers_are_the_librarys(code: int) -> None:
    for nsn in sorted(examples(code, random.Random(code))):  # noqa: S311  # the same each time
        same = number(code, nsn)
        reason = phonenumbers.is_possible_number_with_reason(same)
        assert length_of(code, nsn) == reason, nsn
        region = region_of(code, nsn)
        if region and region != "001":
            abroad = phonenumbers.can_be_internationally_dialled(same)
            assert is_for_home_only(region, nsn) != abroad, nsn


def test_most_numbers_after_a_plus_need_no_parser() -> None:
    assert after_plus("442079460000") == (44, "2079460000")
    assert after_plus("12025550123") == (1, "2025550123")
    assert after_plus("4402079460000") is None, "a trunk zero, which the library leaves out"
    assert after_plus("1") is None
    assert after_plus("2100000000") is None, "no country has the code 210"
