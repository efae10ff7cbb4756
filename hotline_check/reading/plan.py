"""Digits -> readings by the world's numbering plans: which country, which number.

The order of countries is the design's: a code in the number, a hint in the text, the region asked
for, the claimed platform's regions, the locale. Within that order valid numbers beat merely
possible ones; a number that is only possible is still read and says so (`not-in-plan`).
"""

from functools import lru_cache

import phonenumbers
from phonenumbers import ValidationResult

from hotline_check.reading import codes
from hotline_check.reading.models import Assumption, Hints, Reading
from hotline_check.reading.numbers import (
    LONGEST,
    NANP,
    Known,
    begins_with_own_code,
    known,
    undoubled,
)
from hotline_check.reading.written import Written

_NANP_DIGITS = 11
PREFIXES = ("00", "011", "0011", "010")
"""International prefixes read without knowing the country, in this order."""


@lru_cache(maxsize=16384)
def resolve(written: Written, hints: Hints) -> tuple[Reading, ...] | str:
    """Every reading of a whole written number, or the problem that there is none."""
    digits = written.digits
    if not digits:
        return "no-number"
    if written.plus:
        return _explicit(digits)
    return (
        _valid(written, hints)
        or _possible(written, hints)
        or _short(digits, written, hints)
        or _problem(digits, written, hints)
    )


def in_plan(readings: tuple[Reading, ...]) -> bool:
    """Whether the numbering plans hold every reading."""
    return not any(one.code == codes.NOT_IN_PLAN for each in readings for one in each.assumed)


def guessed(reading: Reading) -> bool:
    """Whether no plan holds it and nothing in the string or asked for names its country."""
    return _of_guessed_country(reading) and not in_plan((reading,))


def doubtfulness(readings: tuple[Reading, ...]) -> int:
    """How little speaks for readings: 0 for valid ones whose country is named."""
    return 2 * (not in_plan(readings)) + any(map(_of_guessed_country, readings))


def _of_guessed_country(reading: Reading) -> bool:
    guesses = {codes.COUNTRY_FROM_CLAIM, codes.COUNTRY_FROM_LOCALE}
    return any(one.code in guesses for one in reading.assumed)


def holds_another(written: Written, readings: tuple[Reading, ...]) -> bool:
    """Whether a part of the digits is a whole number of its own, so that reading all is wrong.

    That is so for a plus behind other digits, unless it repeats the country code, and for more
    digits than a number of North America has, read in a country that is only guessed.
    """
    if written.inner:
        if not written.plus:
            return True
        inner = known("+" + written.inner)
        if inner and inner.valid and any(one.value != inner.value for one in readings):
            return True
    if len(written.digits) <= _NANP_DIGITS or not any(map(_of_guessed_country, readings)):
        return False
    groups = written.groups
    parts = [
        "".join(groups[first:last])
        for first in range(len(groups))
        for last in range(first + 1, len(groups) + 1)
        if last - first < len(groups)
    ]
    return any(_plainly_whole(part) for part in (*parts, written.digits[:_NANP_DIGITS]))


def _plainly_whole(digits: str) -> bool:
    """Whether digits are a number of North America with its country code."""
    if len(digits) != _NANP_DIGITS or digits[0] != "1":
        return False
    number = known("+" + digits)
    return number is not None and number.valid


def _explicit(digits: str) -> tuple[Reading, ...] | str:
    number = known("+" + digits)
    if number is None or not number.valid:
        for prefix in PREFIXES:
            inner = known("+" + digits[len(prefix) :]) if digits.startswith(prefix) else None
            if inner:
                return (_reading(inner, Assumption(codes.INTERNATIONAL_PREFIX, (prefix,))),)
        single = undoubled(digits)
        if single:
            return (_doubled(single),)
    if number:
        return (_doubled(number) if number.doubled else _reading(number),)
    if len(digits) > LONGEST:
        return "too-long"
    return _explicit_problem(digits)


def _explicit_problem(digits: str) -> str:
    try:
        number = phonenumbers.parse("+" + digits)
    except phonenumbers.NumberParseException as problem:
        short = problem.error_type in {
            phonenumbers.NumberParseException.TOO_SHORT_NSN,
            phonenumbers.NumberParseException.TOO_SHORT_AFTER_IDD,
        }
        return "fragment" if short or len(digits) < 5 else "impossible"
    reason = phonenumbers.is_possible_number_with_reason(number)
    if reason == ValidationResult.TOO_LONG:
        return "too-long"
    if reason in {ValidationResult.TOO_SHORT, ValidationResult.IS_POSSIBLE_LOCAL_ONLY}:
        return "fragment"
    return "impossible"


def _valid(written: Written, hints: Hints) -> tuple[Reading, ...]:
    digits = written.digits
    sources = _sources(written, hints)
    for code, regions in sources[:2]:
        found = _in_regions(digits, code, regions, valid=True)
        if found:
            return found
    # "1-888-..." names its country as plainly as a plus would: no claim reads it otherwise.
    number = known("+" + digits) if len(digits) == 11 and digits[0] == "1" else None
    if number and number.valid:
        return (_reading(number, Assumption(codes.PLUS_MISSING, ("1",))),)
    found = _in_regions(digits, *sources[2], valid=True)
    if found:
        return found
    prefixed = _prefixed(digits, valid=True)
    if prefixed:
        return prefixed
    locale = _in_regions(digits, *sources[3], valid=True)
    bare = _bare_code(written, locale_reads=bool(locale))
    return _unique((*bare, *locale))


def _possible(written: Written, hints: Hints) -> tuple[Reading, ...]:
    digits = written.digits
    prefixed = _prefixed(digits, valid=False)
    if prefixed:
        return prefixed
    if len(digits) == 11 and digits[0] == "1":
        number = known("+" + digits)
        if number:
            return (_reading(number, Assumption(codes.PLUS_MISSING, ("1",))),)
    for code, regions in _sources(written, hints):
        found = _in_regions(digits, code, regions, valid=False)
        if found:
            return found
    return ()


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
            found += [_reading(whole, own)] if whole else []
        elif number and number.valid >= valid:
            if number.home_only and number.region:
                found.append(_at_home(digits, number.region, Assumption(code, (region,))))
            else:
                found.append(_reading(number, Assumption(code, (region,))))
    return _unique(found)


def _prefixed(digits: str, *, valid: bool) -> tuple[Reading, ...]:
    for prefix in PREFIXES:
        if not digits.startswith(prefix):
            continue
        rest = digits[len(prefix) :]
        number = known("+" + rest)
        if number is None or not number.valid:
            number = undoubled(rest) or number
        if number and number.valid >= valid:
            return (_reading(number, Assumption(codes.INTERNATIONAL_PREFIX, (prefix,))),)
    return ()


def _bare_code(written: Written, *, locale_reads: bool) -> tuple[Reading, ...]:
    """Digits that start with a country code, where only that makes sense."""
    digits = written.digits
    number = known("+" + digits)
    if number and number.valid:
        code = str(number.code)
        apart = bool(written.groups) and written.groups[0] == code
        nanp = number.code == NANP
        if nanp or (not locale_reads and (apart or len(digits) >= 11)):
            return (_reading(number, Assumption(codes.PLUS_MISSING, (code,))),)
    if not locale_reads and len(digits) >= 11:
        single = undoubled(digits)
        if single:
            return (_doubled(single, Assumption(codes.PLUS_MISSING, (str(single.code),))),)
    return ()


def _short(digits: str, written: Written, hints: Hints) -> tuple[Reading, ...]:
    if not 3 <= len(digits) <= 6:
        return ()
    for code, regions in _sources(written, hints):
        found = [_at_home(digits, region, Assumption(code, (region,))) for region in regions]
        if found:
            return _unique(found)
    return ()


def _problem(digits: str, written: Written, hints: Hints) -> str:
    if len(digits) < 3:
        return "fragment"
    if len(digits) > LONGEST + 2:
        return "too-long"
    regions = [region for _, regions in _sources(written, hints) for region in regions]
    if not regions:
        return "no-country" if len(digits) <= LONGEST else "too-long"
    reasons = {_reason(digits, region) for region in regions}
    if reasons <= {ValidationResult.TOO_LONG}:
        return "too-long"
    if reasons <= {ValidationResult.TOO_SHORT, ValidationResult.IS_POSSIBLE_LOCAL_ONLY}:
        return "fragment"
    return "impossible"


def _reason(digits: str, region: str) -> int | None:
    try:
        number = phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException:
        return None
    reason: int = phonenumbers.is_possible_number_with_reason(number)
    return reason


def _reading(number: Known, *assumed: Assumption) -> Reading:
    every = list(assumed)
    if number.trunk_zero:
        every.append(Assumption(codes.TRUNK_ZERO_DROPPED))
    if not number.valid:
        every.append(Assumption(codes.NOT_IN_PLAN))
    return Reading(kind="phone", value=number.value, region=number.region, assumed=tuple(every))


def _doubled(number: Known, *assumed: Assumption) -> Reading:
    double = Assumption(codes.DOUBLED_COUNTRY_CODE, (str(number.code),))
    return Reading(
        kind="phone",
        value=number.value,
        region=number.region,
        assumed=(*assumed, double),
        disguise=(codes.TAG_DOUBLED,),
    )


def _at_home(digits: str, region: str, assumed: Assumption) -> Reading:
    home = Assumption(codes.HOME_ONLY, (region,))
    return Reading(kind="phone", value=digits, region=region, assumed=(assumed, home))


def _unique(readings: tuple[Reading, ...] | list[Reading]) -> tuple[Reading, ...]:
    """The readings with the first of each value, in order."""
    seen: dict[tuple[str, str | None], Reading] = {}
    for reading in readings:
        key = (reading.value, None if reading.value.startswith("+") else reading.region)
        seen.setdefault(key, reading)
    return tuple(seen.values())
