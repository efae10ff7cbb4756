"""Digits -> readings by the world's numbering plans: which country, which number.

The order of countries is the design's: a code in the number, a hint in the text, the region asked
for, the claimed platform's regions, the locale. Within that order valid numbers beat merely
possible ones; a number that is only possible is still read and says so (`not-in-plan`).
"""

from functools import lru_cache
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading import codes
from hotline_check.reading.codes import Problem
from hotline_check.reading.models import Answer, Assumption, Hints, Reading
from hotline_check.reading.phone import international_prefixes, make_reading
from hotline_check.reading.phone.certainty import is_in_plan, is_of_guessed_country
from hotline_check.reading.phone.metadata import (
    NANP,
    begins_with_own_code,
    fits,
    has_trunk_prefix,
    is_north_american,
    is_north_american_number,
    known,
    undoubled,
)
from hotline_check.reading.phone.plus_numbers import explicit
from hotline_check.reading.phone.refusals import why_not_at_home
from hotline_check.reading.phone.written import Written

# With the 1 before the area code.
_NANP_DIGITS: Final = 11
_CHINESE_MOBILE: Final = lazy_pattern(r"1[3-9]\d{9}")
_CHINESE_GROUPS: Final = ((3, 4, 4), (3, 8))
# How national and toll-free numbers begin; a plus before one is a common mistake.
NATIONAL_LEAD: Final = lazy_pattern(r"0\d{0,4}|8?800|1[38]00|1?8(?:00|33|44|55|66|77|88)")
# Digits of a number that no plan holds, in a country that is only guessed.
_FEWEST_GUESSED: Final = 8


def resolve(written: Written, hints: Hints) -> Answer:
    """Every reading of a whole written number, or the problem that there is none."""
    if not written.digits:
        return Problem.NO_NUMBER
    return _with_plus(written, hints) if written.plus else _without_plus(written, hints)


@lru_cache(maxsize=16384)
def _without_plus(written: Written, hints: Hints) -> Answer:
    digits = written.digits
    return (
        _valid(written, hints)
        or _possible(written, hints)
        or _short(digits, written, hints)
        or _problem(written, hints)
    )


def has_another(written: Written, readings: tuple[Reading, ...]) -> bool:
    """Whether a part of the digits is a whole number of its own, so that reading all is wrong.

    That is so for a plus after other digits, unless it repeats the country code, and for more
    digits than a number of North America has, read in a country that is only guessed.
    """
    if written.inner:
        if not written.plus:
            return True
        inner = known("+" + written.inner)
        if inner and inner.valid and any(reading.value != inner.value for reading in readings):
            return True
    if len(written.digits) <= _NANP_DIGITS or not any(map(is_of_guessed_country, readings)):
        return False
    groups = written.groups
    parts = [
        "".join(groups[first:last])
        for first in range(len(groups))
        for last in range(first + 1, len(groups) + 1)
        if last - first < len(groups)
    ]
    return any(is_north_american_number(part) for part in (*parts, written.digits[:_NANP_DIGITS]))


def _with_plus(written: Written, hints: Hints) -> Answer:
    """What a plus names, and what the digits are at home where it was set by mistake."""
    digits, groups = written.digits, written.groups
    named = explicit(digits)
    is_doubtful = isinstance(named, Problem) or not is_in_plan(named)
    lead = digits if is_doubtful else groups[0] if len(groups) > 1 else ""
    if not (NATIONAL_LEAD.match(lead) if is_doubtful else NATIONAL_LEAD.fullmatch(lead)):
        return named
    ignored = Assumption(codes.PLUS_IGNORED)
    national = _at_hand(written._replace(plus=False), hints)
    if isinstance(named, Problem):
        if not national:
            return Problem.NO_COUNTRY if digits[0] == "0" or _toll_free(digits) else named
        return tuple(reading.assuming(ignored) for reading in national)
    values = {each.value for each in named}
    mistaken = (
        reading for reading in national or _toll_free(digits) if reading.value not in values
    )
    return (*named, *(reading.assuming(ignored) for reading in mistaken))


def _at_hand(written: Written, hints: Hints) -> tuple[Reading, ...]:
    """Valid readings in the countries at hand, of digits written as they are dialled there."""
    has_country = hints.region or hints.locale_region or hints.claim_regions
    found = _valid(written, hints) if has_country else ()
    return tuple(
        reading for reading in found if reading.region and fits(written.digits, reading.region)
    )


def _toll_free(digits: str) -> tuple[Reading, ...]:
    """A toll-free number of North America without its 1, where nothing else is known."""
    number = known("+1" + digits) if len(digits) == _NANP_DIGITS - 1 else None
    if number is None or not number.valid:
        return ()
    return (make_reading.of_known(number, Assumption(codes.COUNTRY_FROM_SHAPE, ("1",))),)


def _valid(written: Written, hints: Hints) -> tuple[Reading, ...]:
    digits = written.digits
    sources = _sources(written, hints)
    for code, regions in sources[:2]:
        found = _in_regions(digits, code, regions, valid=True)
        if found:
            return found
    if len(digits) == _NANP_DIGITS and digits[0] == "1":
        found = _eleven_from_1(written, hints)
        if found:
            return found
    found = _in_regions(digits, *sources[2], valid=True)
    if found:
        is_with_code = any(reading.value == f"+{digits}" for reading in found)
        return _with_home(found, written, hints) if is_with_code else found
    prefixed = international_prefixes.prefixed(written, hints, valid=True)
    if prefixed:
        return prefixed
    locale = _in_regions(digits, *sources[3], valid=True)
    bare = _bare_code(written, hints, locale_reads=bool(locale))
    return make_reading.unique((*bare, *locale))


def _with_home(found: tuple[Reading, ...], written: Written, hints: Hints) -> tuple[Reading, ...]:
    """Readings of a country code without a plus, and what the digits call where the caller is."""
    digits = written.digits
    locale, regions = _sources(written, hints)[3]
    here = tuple(region for region in regions if fits(digits, region))
    whole = _in_regions(digits, locale, here, valid=True)
    return make_reading.unique((*found, *whole, *international_prefixes.rung_before(digits, hints)))


def _eleven_from_1(written: Written, hints: Hints) -> tuple[Reading, ...]:
    """Eleven digits from 1 up: North America's code and number, or a number of China or India.

    A 1 that is set apart names its country as plainly as a plus would: no guess reads it otherwise.
    """
    digits, groups = written.digits, written.groups
    number = known("+" + digits)
    north = number is not None and number.valid
    nanp = (
        (make_reading.of_known(number, Assumption(codes.PLUS_MISSING, ("1",))),) if number else ()
    )
    if north and groups and groups[0] == "1":
        return nanp
    guesses = _sources(written, hints)[2:]
    home = [
        reading
        for code, regions in guesses
        for region in regions
        if fits(digits, region)
        for reading in _in_regions(digits, code, (region,), valid=True)
    ]
    if north and all(reading.value == f"+{digits}" for reading in home):
        home += international_prefixes.rung_before(digits, hints)
    is_chinese = bool(_CHINESE_MOBILE.fullmatch(digits)) and groups[:1] != ("1",)
    has_shape = tuple(map(len, groups)) in _CHINESE_GROUPS
    if len(groups) > 1 and not has_shape and _calls_first(digits, hints):
        is_chinese = False  # `1300 264 6527` in Australia
    if is_chinese and not home and (not north or has_shape):
        mobile = known(digits, "CN")
        shape = Assumption(codes.COUNTRY_FROM_SHAPE, ("86",))
        home = [make_reading.of_known(mobile, shape)] if mobile and mobile.valid else []
        return make_reading.unique((*home, *nanp)) if home or north else ()
    return make_reading.unique((*(nanp if north else ()), *home))


def _possible(written: Written, hints: Hints) -> tuple[Reading, ...]:
    digits = written.digits
    prefixed = international_prefixes.prefixed(written, hints, valid=False)
    if prefixed:
        return prefixed
    if len(digits) == _NANP_DIGITS and digits[0] == "1":
        number = known("+" + digits)
        if number and not _calls_first(digits, hints):  # `1300 264 6527` in Australia
            return (make_reading.of_known(number, Assumption(codes.PLUS_MISSING, ("1",))),)
    guesses = {codes.COUNTRY_FROM_CLAIM, codes.COUNTRY_FROM_LOCALE}
    for code, regions in _sources(written, hints):
        likely = tuple(r for r in regions if code not in guesses or _is_whole(digits, r))
        found = _in_regions(digits, code, likely, valid=False)
        if found:
            return found
    return ()


def _calls_first(digits: str, hints: Hints) -> bool:
    """Return True for digits that call a line in a country at hand before all are dialled."""
    named = (hints.region, *hints.claim_regions, hints.locale_region)
    regions = (*named, *hints.home_regions)
    return any(
        international_prefixes.rung_at_home(digits, region.upper(), codes.COUNTRY_GIVEN)
        for region in regions
        if region and not is_north_american(region.upper())
    )


def _is_whole(digits: str, region: str) -> bool:
    """Whether digits of no plan are written as whole numbers of a country that is only guessed.

    `62262` and `888 908` are possible lengths in Germany, whose numbers begin with a 0 at home.
    """
    return len(digits) >= _FEWEST_GUESSED and has_trunk_prefix(digits, region)


def _sources(written: Written, hints: Hints) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        (codes.COUNTRY_FROM_TEXT, (written.region,) if written.region else ()),
        (codes.COUNTRY_GIVEN, (hints.region.upper(),) if hints.region else ()),
        (codes.COUNTRY_FROM_CLAIM, hints.claim_regions),
        (codes.COUNTRY_FROM_LOCALE, (hints.locale_region.upper(),) if hints.locale_region else ()),
    )


def _in_regions(
    digits: str, code: str, regions: tuple[str, ...], *, valid: bool
) -> tuple[Reading, ...]:
    found = []
    for region in regions:
        number = known(digits, region)
        if number and valid and begins_with_own_code(digits, region):
            own = Assumption(codes.PLUS_MISSING, (str(number.code),))
            whole = known("+" + digits)
            found += [make_reading.of_known(whole, own)] if whole else []
        elif (
            number
            and number.valid >= valid
            and not international_prefixes.is_after_prefix(digits, region, number)
        ):
            country = Assumption(code, (region,))
            if number.home_only and number.region:
                found.append(make_reading.at_home(digits, number.region, country))
            else:
                found.append(make_reading.of_known(number, country))
    return make_reading.unique(found)


def _bare_code(written: Written, hints: Hints, *, locale_reads: bool) -> tuple[Reading, ...]:
    """Digits that start with a country code, where only that makes sense.

    A phone whose country is known may call another line before all digits are dialled: both.
    """
    digits = written.digits
    number = known("+" + digits)
    if number and number.valid:
        code = str(number.code)
        apart = bool(written.groups) and written.groups[0] == code
        nanp = number.code == NANP
        if nanp or (not locale_reads and (apart or len(digits) >= 11)):
            build = make_reading.doubled if number.doubled else make_reading.of_known
            reading = build(number, Assumption(codes.PLUS_MISSING, (code,)))
            return (reading, *international_prefixes.rung_before(digits, hints))
    if not locale_reads and len(digits) >= 11:
        single = undoubled(digits)
        if single:
            missing = Assumption(codes.PLUS_MISSING, (str(single.code),))
            return (make_reading.doubled(single, missing),)
    return ()


def _short(digits: str, written: Written, hints: Hints) -> tuple[Reading, ...]:
    """Short codes as dialled inside a country; none of several countries that may be meant."""
    if not 3 <= len(digits) <= 6:
        return ()
    for code, regions in _sources(written, hints):
        if not regions:
            continue
        several = code == codes.COUNTRY_FROM_CLAIM and len(regions) > 1
        meant = [region for region in regions if not several or region == hints.locale_region]
        return tuple(make_reading.at_home(digits, at, Assumption(code, (at,))) for at in meant)
    return ()


def _problem(written: Written, hints: Hints) -> Problem:
    text, given, claim, locale = (regions for _, regions in _sources(written, hints))
    return why_not_at_home(written.digits, (*text, *given), (*claim, *locale))
