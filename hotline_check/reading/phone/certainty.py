"""How certain the readings of a number are: whether a plan holds them, what names their country."""

from typing import Final

from hotline_check.reading import codes
from hotline_check.reading.models import Reading

_OUTSIDE: Final = frozenset({codes.NOT_IN_PLAN, codes.NO_SUCH_CODE})
_GUESSES: Final = frozenset({codes.COUNTRY_FROM_CLAIM, codes.COUNTRY_FROM_LOCALE})


def is_in_plan(readings: tuple[Reading, ...]) -> bool:
    """Return True if the numbering plans hold every reading."""
    return not any(
        assumption.code in _OUTSIDE for reading in readings for assumption in reading.assumed
    )


def is_guessed(reading: Reading) -> bool:
    """Return True if no plan holds it and nothing in the string or the hints names its country."""
    return is_of_guessed_country(reading) and not is_in_plan((reading,))


def doubtfulness(readings: tuple[Reading, ...]) -> int:
    """How little speaks for readings: 0 for valid ones whose country is named."""
    return 2 * (not is_in_plan(readings)) + any(map(is_of_guessed_country, readings))


def is_of_guessed_country(reading: Reading) -> bool:
    """Return True if only the claim or the locale names its country."""
    return any(assumption.code in _GUESSES for assumption in reading.assumed)
