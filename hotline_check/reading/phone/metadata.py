"""What the world's numbering plans say of a string of digits."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

import phonenumbers
from phonenumbers.re_util import enable_pattern_cache

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading import codes
from hotline_check.reading.models import Assumption
from hotline_check.reading.phone.validity import (
    after_plus,
    country_of,
    is_for_home_only,
    is_possible,
)

enable_pattern_cache()

# Digits of the longest E.164 number.
LONGEST = 15
# The calling code of North America.
NANP = 1
_ARGENTINA: Final = 54
# What libphonenumber gives for a calling code without a country.
_NO_COUNTRY: Final = frozenset({"001", "ZZ"})
# With fewer digits a local number that happens to begin like the code is as likely.
_FEWEST_WITH_CODE = 11
# Prefixes that Mexico gave up in 2019: `+52 1` (WhatsApp still shows it), 01, 044, 045.
_MEXICO: Final = "+52"
_OLD_MEXICAN: Final = lazy_pattern(r"(?:(\+52)(1)|(01|04[45]))(?=[2-9]\d{9}\Z)")


class Known(NamedTuple):
    """What the numbering plans say of one string of digits.

    left_out: digits that are no part of the value, though they were written: a carrier's code, an
    old prefix.
    """

    value: str
    region: str | None
    valid: bool
    home_only: bool
    code: int
    trunk_zero: bool
    doubled: bool
    left_out: tuple[Assumption, ...] = ()


@lru_cache(maxsize=65536)
def known(digits: str, region: str | None = None) -> Known | None:
    """A possible number for `digits` (`+…` or national in `region`), None when there is none."""
    if region is not None and _calling_code(region) == NANP:
        national = digits[1:] if len(digits) == 11 and digits[0] == "1" else digits
        if len(national) == 10:
            return known("+1" + national) if national[0] > "1" else None
        if _is_never_north_american(digits):
            return None
    digits, left_out = _without_old_prefix(digits, region)
    if digits.startswith("+0") or _is_wrong_length(digits):
        return None
    # Most numbers after a plus are whole already: parsing them is waste.
    split = after_plus(digits[1:]) if digits[0] == "+" else None
    if split:
        code, nsn = split
        trunk_zero = doubled = False
    else:
        number = _parsed(digits, region)
        if number is None:
            return None
        code = number.country_code or 0
        nsn = phonenumbers.national_significant_number(number)
        left_out += _dropped(digits, region, code, nsn)
        plain = digits.lstrip("+")
        trunk_zero, doubled = plain == f"{code}0{nsn}", plain == f"{code}{code}{nsn}"
    country, valid = country_of(code, nsn)
    if not valid:
        if nsn[0] == "0" or not is_possible(code, nsn):
            return None  # with a trunk zero too many, what follows it is not this number
        country = None if code == NANP else phonenumbers.region_code_for_country_code(code)
    home_only = valid and country is not None and _is_home_only(country, nsn)
    region = None if country in _NO_COUNTRY else country
    return Known(f"+{code}{nsn}", region, valid, home_only, code, trunk_zero, doubled, left_out)


def _without_old_prefix(digits: str, region: str | None) -> tuple[str, tuple[Assumption, ...]]:
    """Digits without a prefix that is no longer dialled, and what to say of it."""
    if region != "MX" and not digits.startswith(_MEXICO):
        return digits, ()
    old = _OLD_MEXICAN.match(digits)
    if old is None or not (old[1] or region == "MX"):
        return digits, ()
    dropped = Assumption(codes.OLD_PREFIX_DROPPED, (old[2] or old[3],))
    return (old[1] or "") + digits[old.end() :], (dropped,)


def _dropped(digits: str, region: str | None, code: int, nsn: str) -> tuple[Assumption, ...]:
    """What libphonenumber took off national digits without a word, or exchanged in them.

    Brazil dials a carrier between the trunk zero and the area (`0 21 11 3003-4070`); Argentina
    writes a mobile's 9 as a 15 after the area (`011 15 5555-0123`).
    """
    if digits.startswith("+"):
        national = digits[1 + len(str(code)) :]
    elif region is not None and code == _calling_code(region):
        national = digits
    else:
        return ()
    if national.endswith(nsn):
        before = national[: len(national) - len(nsn)]
        abroad = before.removesuffix(str(code))
        if len(before) < 2 or (abroad != before and _is_international_prefix(abroad, region)):
            return ()  # a trunk prefix, or the country code, perhaps after its prefix
        return (Assumption(codes.CARRIER_LEFT_OUT, (before,)),)
    if code == _ARGENTINA and nsn.startswith("9") and "15" in national:
        return (Assumption(codes.MOBILE_DIGITS_CHANGED, ("15", "9")),)
    return ()


def _is_international_prefix(digits: str, region: str | None) -> bool:
    """Return True for nothing, and for what is dialled before a country code in a region."""
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(region, None) if region else None
    pattern = metadata.international_prefix if metadata else None
    return not digits or (pattern is not None and re.fullmatch(pattern, digits) is not None)


def _parsed(digits: str, region: str | None) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException:
        # libphonenumber parses nearly everything else; the caller says why not.
        return None


def _is_wrong_length(digits: str) -> bool:
    """Return True if a plus and a 1 precede too few or too many digits, whatever is left out.

    Canada has numbers of seven digits.
    """
    if not digits.startswith("+1") or len(digits) == len("+13101234"):
        return False
    return len(digits) < 12 or (len(digits) > 12 and digits[2] != "1")


def _is_never_north_american(digits: str) -> bool:
    """Whether digits have a length that no number dialled in North America has.

    Some islands dial seven digits, or eight with a 1; `011` makes a number longer. libphonenumber
    would drop any number of ones.
    """
    if len(digits) in {7, 8, 10} or digits[0] == "0":
        return False
    return digits[0] != "1" or len(digits) != 11


@lru_cache
def _calling_code(region: str) -> int:
    return phonenumbers.country_code_for_region(region)


def is_north_american(region: str) -> bool:
    """Whether a region has the calling code of North America."""
    return _calling_code(region) == NANP


def is_region(code: str) -> bool:
    """Return True for the ISO code, in capitals, of a country that has phone numbers."""
    return _calling_code(code) != 0


def has_same_code(region: str, other: str) -> bool:
    """Whether two regions have the same calling code."""
    return _calling_code(region) == _calling_code(other)


def is_north_american_number(digits: str) -> bool:
    """Whether digits are a valid number of North America with its country code."""
    if len(digits) != 11 or digits[0] != "1":
        return False
    number = known("+" + digits)
    return number is not None and number.valid


@lru_cache(maxsize=65536)
def fits(digits: str, region: str) -> bool:
    """Whether digits are a valid number, written as people of a region do."""
    if len(digits) == 10 and digits[0] == "1" and _calling_code(region) == NANP:
        return False
    number = known(digits, region)
    if number is None or not number.valid:
        return False
    if number.code == NANP:
        return True
    matcher = phonenumbers.PhoneNumberMatcher(digits, region)
    return bool(matcher.has_next()) and len(matcher.next().raw_string) == len(digits)


@lru_cache
def shortest(region: str) -> int:
    """The digits of a region's shortest number."""
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(region, None)
    if metadata is None or metadata.general_desc is None:
        return LONGEST
    return min(length for length in metadata.general_desc.possible_length if length > 0)


def _is_home_only(region: str, nsn: str) -> bool:
    """Whether a valid number has no area code and can't be dialled from other countries."""
    return len(nsn) < _area_length(region) and is_for_home_only(region, nsn)


@lru_cache
def _area_length(region: str) -> int:
    """The digits of a region's shortest number with an area code."""
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(region, None)
    if metadata is None or metadata.fixed_line is None:
        return 0
    return min((length for length in metadata.fixed_line.possible_length if length > 0), default=0)


@lru_cache
def _trunk_prefix(region: str) -> str:
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(region, None)
    return (metadata.national_prefix or "") if metadata else ""


def has_trunk_prefix(digits: str, region: str) -> bool:
    """Return True where digits begin as whole numbers of a region do at home."""
    return _calling_code(region) == NANP or digits.startswith(_trunk_prefix(region))


def starts_with_code(groups: tuple[str, ...]) -> bool:
    """Whether the first group is a country calling code, or begins with one when alone."""
    first = groups[0]
    if len(groups) > 1:
        return len(first) < 4 and int(first) in phonenumbers.COUNTRY_CODE_TO_REGION_CODE
    return any(int(first[:size]) in phonenumbers.COUNTRY_CODE_TO_REGION_CODE for size in (1, 2, 3))


@lru_cache(maxsize=4096)
def begins_with_own_code(digits: str, region: str) -> bool:
    """Whether digits are a number of a region with its country code, though without a plus.

    At home all numbers of such a region start with a zero, which these lack.
    """
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(region, None)
    if metadata is None or metadata.national_prefix != "0" or len(digits) < _FEWEST_WITH_CODE:
        return False
    if not digits.startswith(str(metadata.country_code)):
        return False
    number = known("+" + digits)
    return number is not None and number.valid


@lru_cache
def lengths(region: str) -> frozenset[int]:
    """How many digits a number of a region has, with and without what is dialled before it."""
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(region, None)
    if metadata is None or metadata.general_desc is None:
        return frozenset()
    before = {0, len(metadata.national_prefix or ""), len(str(metadata.country_code))}
    if metadata.national_prefix_for_parsing:
        before |= {1, 2, 3, 4, 5}
    own = [length for length in metadata.general_desc.possible_length if length > 0]
    return frozenset(length + extra for length in own for extra in before)


def undoubled(digits: str) -> Known | None:
    """The valid number left when a country code that is written twice is read once."""
    for size in (1, 2, 3):
        code, rest = digits[:size], digits[size:]
        for between in ("", "00"):
            if rest.startswith(between + code):
                number = known("+" + rest[len(between) :])
                is_whole = number is not None and (number.value[1:] == rest[len(between) :])
                if number and is_whole and number.valid and str(number.code) == code:
                    return number
    return None
