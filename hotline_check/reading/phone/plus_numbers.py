"""Digits after a plus: the country is named, unless the plus itself is a mistake."""

from typing import Final

from hotline_check.reading import codes
from hotline_check.reading.codes import Problem
from hotline_check.reading.models import Answer, Assumption, Reading
from hotline_check.reading.phone import make_reading
from hotline_check.reading.phone.international_prefixes import PREFIXES
from hotline_check.reading.phone.metadata import LONGEST, known, undoubled
from hotline_check.reading.phone.refusals import why_not_abroad

# Telegram sells "numbers" that begin with it; the ITU has not assigned it.
_NO_CODE: Final = "888"
_FEWEST_AFTER_NO_CODE: Final = 4


def explicit(digits: str) -> Answer:
    """The readings of digits after a plus, or the problem that there is none."""
    number = known("+" + digits)
    if number is None or not number.valid:
        for prefix in PREFIXES:
            inner = known("+" + digits[len(prefix) :]) if digits.startswith(prefix) else None
            if inner:
                plus = Assumption(codes.INTERNATIONAL_PREFIX, (prefix,))
                return (make_reading.of_known(inner, plus),)
        single = undoubled(digits)
        if single:
            return (make_reading.doubled(single),)
    if number:
        return (make_reading.doubled(number) if number.doubled else make_reading.of_known(number),)
    if digits.startswith(_NO_CODE) and len(digits) >= len(_NO_CODE) + _FEWEST_AFTER_NO_CODE:
        return (_without_country(digits),) if len(digits) <= LONGEST else Problem.TOO_LONG
    return why_not_abroad(digits)


def _without_country(digits: str) -> Reading:
    no_code = Assumption(codes.NO_SUCH_CODE, ("+" + _NO_CODE,))
    return Reading(kind="phone", value="+" + digits, assumed=(no_code,))
