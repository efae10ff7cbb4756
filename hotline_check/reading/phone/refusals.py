"""Why digits are no whole number: too few, too many, or in no country at all."""

import phonenumbers
from phonenumbers import ValidationResult

from hotline_check.reading.phone.metadata import LONGEST

_TOO_FEW = {ValidationResult.TOO_SHORT, ValidationResult.IS_POSSIBLE_LOCAL_ONLY}
_FEWEST_AT_HOME = 3
_FEWEST_ABROAD = 5
# More digits are a number with something behind it, in a country that is only guessed.
_MOST_WITHOUT_CODE = 11


def why_not_at_home(digits: str, certain: tuple[str, ...], guessed: tuple[str, ...]) -> str:
    """The problem of digits that no country at hand has.

    certain, guessed: the countries named, and those that only a claim or a setting suggests.
    """
    if len(digits) < _FEWEST_AT_HOME:
        return "fragment"
    if len(digits) > LONGEST + 2:
        return "too-long"
    if not (certain or guessed):
        return "no-country" if len(digits) <= LONGEST else "too-long"
    reasons = {_reason(digits, region) for region in (*certain, *guessed)}
    if reasons <= {ValidationResult.TOO_LONG}:
        return "too-long"
    if reasons <= _TOO_FEW:
        return "fragment"
    if certain or ValidationResult.IS_POSSIBLE not in reasons:
        return "impossible"
    return "no-country" if len(digits) <= _MOST_WITHOUT_CODE else "too-long"


def why_not_abroad(digits: str) -> str:
    """The problem of digits behind a plus."""
    if len(digits) > LONGEST:
        return "too-long"
    try:
        number = phonenumbers.parse("+" + digits)
    except phonenumbers.NumberParseException as problem:
        short = problem.error_type in {
            phonenumbers.NumberParseException.TOO_SHORT_NSN,
            phonenumbers.NumberParseException.TOO_SHORT_AFTER_IDD,
        }
        return "fragment" if short or len(digits) < _FEWEST_ABROAD else "impossible"
    reason = phonenumbers.is_possible_number_with_reason(number)
    if reason == ValidationResult.TOO_LONG:
        return "too-long"
    return "fragment" if reason in _TOO_FEW else "impossible"


def _reason(digits: str, region: str) -> int | None:
    try:
        number = phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException:
        return None
    reason: int = phonenumbers.is_possible_number_with_reason(number)
    return reason
