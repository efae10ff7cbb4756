"""Rules for the phone numbers an entry may hold."""

from functools import lru_cache

import phonenumbers


@lru_cache(maxsize=1)
def regions() -> frozenset[str]:
    """ISO 3166-1 alpha-2 codes of the countries that have a numbering plan."""
    return frozenset(phonenumbers.SUPPORTED_REGIONS)


def phone_problem(value: str, at_home: tuple[str, ...], *, published: bool) -> str | None:
    """Why a phone value can't stand in the registry (a problem code), or None.

    `at_home` are the regions of a number that exists only inside them: then the value is its
    digits as dialled there. `published` refuses what nobody may be told to ring.
    """
    if value.isascii() and value.isdigit():
        if not at_home or not 3 <= len(value) <= 8:
            return "short-code-without-region"
        return None
    try:
        number = phonenumbers.parse(value)
    except phonenumbers.NumberParseException:
        return "bad-number"
    if phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) != value:
        return "not-e164"
    if not phonenumbers.is_possible_number(number):
        return "bad-number"
    if published and not phonenumbers.is_valid_number(number):
        return "bad-number"
    premium = phonenumbers.PhoneNumberType.PREMIUM_RATE
    if published and phonenumbers.number_type(number) == premium:
        return "premium-rate"
    return None
