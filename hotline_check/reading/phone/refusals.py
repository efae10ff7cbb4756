"""Why digits are no whole number: too few, too many, or in no country at all."""

import phonenumbers
from phonenumbers import ValidationResult

from hotline_check.reading.codes import Problem
from hotline_check.reading.phone.metadata import LONGEST
from hotline_check.reading.phone.validity import after_plus, length_of

_TOO_FEW = {ValidationResult.TOO_SHORT, ValidationResult.IS_POSSIBLE_LOCAL_ONLY}
# The shortest numbers that people dial: 112, 911.
_FEWEST_AT_HOME = 3
# Fewer digits after a plus are only the beginning of a number, whatever its country.
_FEWEST_ABROAD = 5
# More digits are a number with something after it, in a country that is only guessed.
_MOST_WITHOUT_CODE = 11


def why_not_at_home(digits: str, certain: tuple[str, ...], guessed: tuple[str, ...]) -> Problem:
    """The problem of digits that no country at hand has.

    certain, guessed: the countries named, and those that only a claim or a setting suggests.
    """
    if len(digits) < _FEWEST_AT_HOME:
        return Problem.FRAGMENT
    if len(digits) > LONGEST + 2:
        return Problem.TOO_LONG
    if not (certain or guessed):
        return Problem.NO_COUNTRY if len(digits) <= LONGEST else Problem.TOO_LONG
    reasons = {_reason(digits, region) for region in (*certain, *guessed)}
    if reasons <= {ValidationResult.TOO_LONG}:
        return Problem.TOO_LONG
    if reasons <= _TOO_FEW:
        return Problem.FRAGMENT
    if certain or ValidationResult.IS_POSSIBLE not in reasons:
        return Problem.IMPOSSIBLE
    return Problem.NO_COUNTRY if len(digits) <= _MOST_WITHOUT_CODE else Problem.TOO_LONG


def why_not_abroad(digits: str) -> Problem:
    """The problem of digits after a plus."""
    if len(digits) > LONGEST:
        return Problem.TOO_LONG
    parts = after_plus(digits)
    if parts:
        return _of_length(length_of(*parts))
    try:
        number = phonenumbers.parse("+" + digits)
    except phonenumbers.NumberParseException as problem:
        short = problem.error_type in {
            phonenumbers.NumberParseException.TOO_SHORT_NSN,
            phonenumbers.NumberParseException.TOO_SHORT_AFTER_IDD,
        }
        return Problem.FRAGMENT if short or len(digits) < _FEWEST_ABROAD else Problem.IMPOSSIBLE
    return _of_length(phonenumbers.is_possible_number_with_reason(number))


def _of_length(reason: int) -> Problem:
    """The problem of a number of no plan, whose length is what `ValidationResult` says."""
    if reason == ValidationResult.TOO_LONG:
        return Problem.TOO_LONG
    return Problem.FRAGMENT if reason in _TOO_FEW else Problem.IMPOSSIBLE


def _reason(digits: str, region: str) -> int | None:
    try:
        number = phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException:
        return None
    reason: int = phonenumbers.is_possible_number_with_reason(number)
    return reason
