"""The commonest writing of all, read without a closer look: `+1-202-555-0143`, `1(202) 555-0143`.

Most numbers in spam name North America and stand apart. Where nothing beside one can belong to it
or speaks of something else, the rules for all numbers (`judging`) say the same, several times as
slowly.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from hotline_check.reading import context, plan, touching
from hotline_check.reading.characters import HIDDEN, PHONE, SYMBOL
from hotline_check.reading.models import Hints, Reading
from hotline_check.reading.surroundings import may_name_country
from hotline_check.reading.written import Written

_SIGNS: Final = rf"[-. *~(){SYMBOL}{PHONE}]{{1,7}}+"
_WRITTEN: Final = re.compile(
    rf"1{_SIGNS}([2-9]\d\d){_SIGNS}(\d{{3}}){_SIGNS}(\d{{4}})(?![\w/\x00]|[^\w\n]{{1,20}}\d)"
)
_APART: Final = frozenset(f" \n([{{<>*~!?{SYMBOL}{PHONE}")
"""What stands before numbers and is no part of them; or nothing does."""
_SIGNS_BEFORE: Final = f" \n\t()[]{{}}<>*~!?.,:;/|_-{HIDDEN}{SYMBOL}{PHONE}"
_SIGN: Final = re.compile(r"\D")
_NO_HINTS: Final = Hints()


class Common(NamedTuple):
    """Such a number: its span in the unmasked text, and its readings."""

    start: int
    end: int
    readings: tuple[Reading, ...]


def commonest(text: str, unmasked: str, hints: Hints) -> Iterator[Common]:
    """Every such number of a text, in order; the two texts have the same length."""
    for match in _WRITTEN.finditer(unmasked):
        first, end = match.span()
        plus = unmasked[first - 1 : first] == "+"
        before = unmasked[max(0, first - plus - context.BEFORE) : first - plus]
        seen = before.rstrip(HIDDEN)
        if seen and seen[-1] not in _APART:
            continue
        if seen.rstrip(_SIGNS_BEFORE)[-1:].isdecimal():
            continue
        written = match[0]
        if written.count("(") < written.count(")"):
            continue
        groups = ("1", *match.groups())
        fields = not plus and ("+" in before[-context.AFTER :] or "|" in text[first:end])
        if fields or not (plus or _plainly_one(unmasked, before, first, end)):
            continue
        digits = "".join(groups)
        readings = plan.resolve(Written(digits, plus, groups), _NO_HINTS if plus else hints)
        if isinstance(readings, str) or not plan.in_plan(readings):
            continue
        if any(reading.value == f"+{digits}" for reading in readings):
            yield Common(first - plus, end, readings)


def _plainly_one(unmasked: str, before: str, first: int, end: int) -> bool:
    """Whether nothing speaks against digits without a plus, or for another country."""
    after = unmasked[end : end + context.AFTER]
    if set(_SIGN.findall(unmasked, first, end)) == {"."} or context.behind_month(before):
        return False
    if context.measured(before, after) or context.labelled(before) or context.keyed(before):
        return False
    return not touching.in_hex(before, after) and not may_name_country(unmasked, first, end)
