"""A number that a shell has split at its spaces: `check 1 888 908 7930`."""

from collections.abc import Sequence
from typing import Final

from hotline_check.reading.codes import Problem
from hotline_check.reading.models import Hints
from hotline_check.reading.phone.certainty import is_in_plan
from hotline_check.reading.phone.parse import BARE, read_number

# Digits of an argument that is only a part of a number; more may be one alone.
_MOST_DIGITS: Final = 7
# `check 1 888 908 7930` is one number in four arguments, `check 12 345` rather a mistake.
_FEWEST_TOGETHER: Final = 8


def as_one_number(texts: Sequence[str], hints: Hints) -> str | None:
    """The number that several arguments are together, None where each is a contact of its own."""
    if len(texts) < 2 or not all(map(_is_part, texts)):
        return None
    together = " ".join(texts)
    if sum(map(str.isdecimal, together)) < _FEWEST_TOGETHER:
        return None
    found = read_number(together, hints)
    if found.problem:
        return together if found.problem == Problem.NO_COUNTRY else None
    return together if is_in_plan(found.readings) else None


def is_split(texts: Sequence[str]) -> bool:
    """Return True for arguments that can only be parts of one number, readable together or not."""
    parts = [sum(map(str.isdecimal, text)) for text in texts if _is_part(text)]
    return len(parts) == len(texts) > 1 and (len(parts) > 2 or min(parts) < 3)


def _is_part(text: str) -> bool:
    digits = sum(map(str.isdecimal, text))
    return BARE.issuperset(text) and 0 < digits <= _MOST_DIGITS
