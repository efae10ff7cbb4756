"""International prefixes: what a network makes of `00`, `011` and the like, and what it does not.

Each country has its own. Digits after one of another country call another line at home:
`0114 420 3868 9628` is a call to America's network for the United Kingdom, and to Sheffield for a
phone in Britain.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import phonenumbers

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading import codes
from hotline_check.reading.models import Assumption, Hints, Reading
from hotline_check.reading.phone import make_reading
from hotline_check.reading.phone.metadata import (
    Known,
    fits,
    known,
    undoubled,
)
from hotline_check.reading.phone.written import Written

# The most common prefixes, tried in this order where no country is known.
PREFIXES: Final = ("00", "011", "0011", "010")
_SHORTEST: Final = 2
# Digits of an international prefix: `00`, Australia's `14140011` is not in use.
_LONGEST: Final = 7
# Digits of the shortest number that digits may ring at home before all of them are dialled.
_FEWEST_RUNG: Final = 7

# Blanks, a hyphen, a dot, brackets: what is between the groups of one number.
_PARTS_GROUPS: Final = lazy_pattern(r"(?!\s+-\s)[\s().~-]{1,4}")


def dialled_in(hints: Hints) -> tuple[str, tuple[str, ...]]:
    """The countries that a call is made from, with the code of how they are known.

    Where a person is says more of what they dial than where the claimed platform can be reached.
    """
    if hints.region:
        return codes.COUNTRY_GIVEN, (hints.region.upper(),)
    if hints.locale_region:
        return codes.COUNTRY_FROM_LOCALE, (hints.locale_region.upper(),)
    return codes.COUNTRY_FROM_CLAIM, hints.claim_regions


def prefixed(written: Written, hints: Hints, *, valid: bool) -> tuple[Reading, ...]:
    """Readings of digits that begin with an international prefix.

    With countries at hand only their own prefixes count. After another one's the digits are also
    read as the number that a phone in those countries rings, and the reading says what is wrong.
    """
    digits = written.digits
    source, regions = dialled_in(hints)
    if not regions:
        read = _after(written, PREFIXES, valid=valid)
        return tuple(reading for prefix, reading in read if not _is_torn(written, prefix))[:1]
    prefixes = {region: _own_prefix(digits, region) for region in regions}
    own = [
        reading for each in prefixes.values() for _, reading in _after(written, each, valid=valid)
    ]
    if own and source != codes.COUNTRY_FROM_CLAIM:
        return make_reading.unique(own)
    if own:  # a caller may be in any of these countries
        others = [region for region, each in prefixes.items() if not each]
        rung = [reading for region in others for reading in rung_at_home(digits, region, source)]
        return make_reading.unique((*own, *rung))
    if any(_is_home_number(digits, region, valid=valid) for region in regions):
        return ()
    for prefix, meant in _after(written, PREFIXES, valid=valid):
        rung = [reading for region in regions for reading in rung_at_home(digits, region, source)]
        if source == codes.COUNTRY_FROM_CLAIM and not rung:
            return (meant,)  # the caller may be anywhere
        foreign = Assumption(codes.FOREIGN_PREFIX, (prefix, regions[0]))
        return make_reading.unique((meant.assuming(foreign), *rung))
    return ()


def _own_prefix(digits: str, region: str) -> tuple[str, ...]:
    """What a country's networks take for an international prefix, if the digits begin with one.

    Networks take as many digits as they can: Bolivia's `00` may be followed by a carrier, `0018`.
    """
    pattern = _pattern(region)
    if pattern is None or not pattern.match(digits):
        return ()
    for size in range(_LONGEST, _SHORTEST - 1, -1):
        if len(digits) > size and pattern.fullmatch(digits, 0, size):
            return (digits[:size],)
    return ()


def rung_at_home(digits: str, region: str, source: str) -> tuple[Reading, ...]:
    """The number that a phone in a country rings before all the digits are dialled, if any.

    source: the code of how the country is known.
    """
    for size in range(len(digits) - 1, _FEWEST_RUNG - 1, -1):
        first = known(digits[:size], region)
        if first and first.valid and fits(digits[:size], region) and not is_abroad(first, region):
            surplus = Assumption(codes.SURPLUS_DIGITS, (digits[size:],))
            return (make_reading.of_known(first, Assumption(source, (region,)), surplus),)
    return ()


def rung_before(digits: str, hints: Hints) -> tuple[Reading, ...]:
    """What digits ring first where the caller is, if that is known."""
    source, regions = dialled_in(hints)
    if source == codes.COUNTRY_FROM_CLAIM:
        return ()
    return tuple(reading for region in regions for reading in rung_at_home(digits, region, source))


def _after(
    written: Written, prefixes: tuple[str, ...], *, valid: bool
) -> Iterator[tuple[str, Reading]]:
    """Each prefix that the digits begin with, and the reading of what follows it."""
    digits = written.digits
    for prefix in prefixes:
        if not digits.startswith(prefix) or _is_broken(written, prefix):
            continue
        rest = digits[len(prefix) :]
        number = known("+" + rest)
        is_longer = prefix == "00" and digits.startswith("0011")  # Australia's, no doubled 1
        if (number is None or not number.valid) and not is_longer:
            number = undoubled(rest) or number
        if number and number.valid >= valid:
            plus = Assumption(codes.INTERNATIONAL_PREFIX, (prefix,))
            make = make_reading.doubled if number.doubled else make_reading.of_known
            yield prefix, make(number, plus)


def _is_broken(written: Written, prefix: str) -> bool:
    """Return True where a sign within a prefix or after it makes it something else: `00*1 202`.

    A phone sends `*` and `#`; a dash between blanks, a slash or a comma separates two things.
    """
    place = 0
    for group, sign in zip(written.groups, written.signs, strict=False):
        place += len(group)
        if place > len(prefix):
            return False
        if not _PARTS_GROUPS.fullmatch(sign):
            return True
    return False


def _is_torn(written: Written, prefix: str) -> bool:
    """Return True for a first group that ends inside the country code: `0114 420 3868 9628`."""
    first = len(written.groups[0]) if len(written.groups) > 1 else 0
    number = known("+" + written.digits[len(prefix) :])
    return number is not None and len(prefix) < first < len(prefix) + len(str(number.code))


def _is_home_number(digits: str, region: str, *, valid: bool) -> bool:
    number = known(digits, region)
    return number is not None and number.valid >= valid and not is_abroad(number, region)


def is_abroad(number: Known, region: str) -> bool:
    """Return True where libphonenumber took an international prefix off the digits."""
    return number.code != phonenumbers.country_code_for_region(region)


def is_after_prefix(digits: str, region: str, number: Known) -> bool:
    """Return True for a number that only an international prefix of the region leads to."""
    if is_abroad(number, region):
        return True
    return any(digits[len(p) :] == number.value[1:] for p in _own_prefix(digits, region))


@lru_cache
def _pattern(region: str) -> re.Pattern[str] | None:
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(region, None)
    prefix = metadata.international_prefix if metadata else None
    return re.compile(prefix) if prefix else None
