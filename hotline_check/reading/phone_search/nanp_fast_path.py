"""The most common formats, read without a closer look: `+1-202-555-0143`, `1(202) 555-0143`.

Most numbers in spam name North America and touch nothing. If nothing next to one can belong to it
or speaks of something else, the rules for all numbers (`judging`) say the same, several times as
slowly.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from string import punctuation, whitespace
from typing import Final, NamedTuple

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.codes import Problem
from hotline_check.reading.models import Hints, Reading
from hotline_check.reading.normalize.markers import HIDDEN, PHONE, SYMBOL
from hotline_check.reading.phone import certainty, numbering_plan
from hotline_check.reading.phone.written import Written
from hotline_check.reading.phone_search.evidence import adjacent, context, other_numbers
from hotline_check.reading.phone_search.nearby_country import may_name_country

_SIGNS: Final = rf"[-. *~(){SYMBOL}{PHONE}]{{1,7}}+"
_WRITTEN: Final = lazy_pattern(
    rf"""
    1{_SIGNS}([2-9]\d\d){_SIGNS}(\d{{3}}){_SIGNS}(\d{{4}})
    (?![\w/\x00]|[^\w\n]{{1,20}}\d)    # nothing touches it, and no digit comes soon
    """,
    re.VERBOSE,
)
# What comes before numbers and is no part of them; or nothing does.
_APART: Final = frozenset(f" \n([{{<>*~!?{SYMBOL}{PHONE}")
_SIGNS_BEFORE: Final = f"{punctuation}{whitespace}{HIDDEN}{SYMBOL}{PHONE}"
_NO_HINTS: Final = Hints()


class Common(NamedTuple):
    """Such a number: its span in the unmasked text, and its readings."""

    start: int
    end: int
    readings: tuple[Reading, ...]


def plain_nanp_numbers(text: str, unmasked: str, hints: Hints) -> Iterator[Common]:
    """Every such number of a text, in order; the two texts have the same length."""
    for match in _WRITTEN.finditer(unmasked):
        first, end = match.span()
        plus = unmasked[first - 1 : first] == "+"
        if not _is_apart(unmasked, first - plus):
            continue
        written = match[0]
        if ")" in written and written.count("(") < written.count(")"):
            continue
        if not plus and (
            "|" in text[first:end]
            or written.replace(".", "").isdecimal()
            or not _is_plainly_alone(unmasked, first, end)
        ):
            continue
        readings = _readings("".join(match.groups()), plus, _NO_HINTS if plus else hints)
        if readings:
            yield Common(first - plus, end, readings)


def _is_apart(unmasked: str, start: int) -> bool:
    """Return True unless a letter or digit precedes the number with only signs between."""
    before = unmasked[max(0, start - context.AFTER) : start].rstrip(HIDDEN)
    if before and before[-1] not in _APART:
        return False
    return not before.rstrip(_SIGNS_BEFORE)[-1:].isdecimal()


@lru_cache(maxsize=8192)
def _readings(national: str, plus: bool, hints: Hints) -> tuple[Reading, ...]:
    """The readings of ten digits after a 1, none where they are no such number."""
    groups = ("1", national[:3], national[3:6], national[6:])
    readings = numbering_plan.resolve(Written(f"1{national}", plus, groups), hints)
    if isinstance(readings, Problem) or not certainty.is_in_plan(readings):
        return ()
    return readings if any(reading.value == f"+1{national}" for reading in readings) else ()


def _is_plainly_alone(unmasked: str, first: int, end: int) -> bool:
    """Whether nothing speaks against digits without a plus, or for another country."""
    before = unmasked[max(0, first - context.BEFORE) : first]
    if "+" in before[-context.AFTER :]:
        return False
    after = unmasked[end : end + context.AFTER]
    if (
        other_numbers.is_after_month(before)
        or context.is_measured(before, after)
        or context.is_labelled(before)
        or context.is_value_of_key(before)
    ):
        return False
    return not adjacent.is_in_hexadecimal(before, after) and not may_name_country(
        unmasked, first, end
    )
