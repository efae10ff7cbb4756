"""Rules for the phone numbers an entry may hold."""

from collections.abc import Iterable
from functools import lru_cache

import phonenumbers


def national(e164: str) -> tuple[str, str]:
    """Calling code and national significant number of an E.164 value, digits only.

    >>> national("+442079460000")
    ('44', '2079460000')
    """
    code = _calling_code(e164[1:4])
    return code, e164[1 + len(code) :]


@lru_cache(maxsize=1024)
def _calling_code(start: str) -> str:
    """The calling code with which three digits begin; none is the start of another."""
    codes = (start[:size] for size in (1, 2, 3))
    return next(c for c in codes if int(c) in phonenumbers.COUNTRY_CODE_TO_REGION_CODE)


def calling_codes() -> Iterable[int]:
    """Every country calling code, as digits."""
    return phonenumbers.COUNTRY_CODE_TO_REGION_CODE.keys()


@lru_cache(maxsize=1)
def regions() -> frozenset[str]:
    """ISO 3166-1 alpha-2 codes of the countries that have a numbering plan."""
    return frozenset(phonenumbers.SUPPORTED_REGIONS)


def phone_problem(value: str, at_home: tuple[str, ...], *, published: bool) -> str | None:
    """Why a phone value is invalid in the registry (a problem code), or None.

    `at_home` are the regions of a number that exists only inside them: then the value is its
    digits as dialled there. `published` also refuses numbers that we must advise nobody to call.
    """
    digits = value.removeprefix("#")  # the Japanese police number is #9110
    if digits.isascii() and digits.isdigit():
        return None if at_home and 3 <= len(digits) <= 8 else "short-code-without-region"
    try:
        number = phonenumbers.parse(value)
    except phonenumbers.NumberParseException:
        # The message of the library would tell a maintainer less than the sentence for the code.
        return "bad-number"
    if phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) != value:
        return "not-e164"
    if not phonenumbers.is_possible_number(number):
        return "bad-number"
    if not published:
        return None
    # number_type is UNKNOWN for an invalid number, so is_valid_number would only cost time.
    match phonenumbers.number_type(number):
        case phonenumbers.PhoneNumberType.UNKNOWN:
            return "bad-number"
        case phonenumbers.PhoneNumberType.PREMIUM_RATE:
            return "premium-rate"
    return None
