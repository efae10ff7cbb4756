"""The commonest writing of all, read without a further look: `+1-202-555-0143` and its kin.

Most numbers in spam name North America with a plus and stand apart. Where nothing beside one can
belong to it, the rules for all numbers (`judging`) say the same, several times as slowly.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from hotline_check.reading import plan
from hotline_check.reading.characters import PHONE, SYMBOL
from hotline_check.reading.models import Hints, Reading
from hotline_check.reading.written import Written

_SIGNS: Final = rf"[-. *~{SYMBOL}{PHONE}]{{1,5}}+"
_WRITTEN: Final = re.compile(
    rf"\+1(?:{_SIGNS}\(?|\()([2-9]\d\d)(?:\){_SIGNS}|\)|{_SIGNS})(\d{{3}}){_SIGNS}(\d{{4}})"
    r"(?![\w/\x00]|[^\w\n]{1,20}\d)"
)
_REACH: Final = 16
_DIGIT_BEFORE: Final = re.compile(r"[0-9](?:\W|_)*\Z")
_NO_HINTS: Final = Hints()


class Common(NamedTuple):
    """Such a number: its span in the unmasked text, and its readings."""

    start: int
    end: int
    readings: tuple[Reading, ...]


def commonest(unmasked: str) -> Iterator[Common]:
    """Every such number of a text, in order."""
    for match in _WRITTEN.finditer(unmasked):
        start, end = match.span()
        if not _stands_apart(unmasked, start) or _unbalanced(match[0]):
            continue
        groups = ("1", *match.groups())
        readings = plan.resolve(Written("".join(groups), True, groups), _NO_HINTS)
        if not isinstance(readings, str) and plan.in_plan(readings):
            yield Common(start, end, readings)


def _stands_apart(unmasked: str, plus: int) -> bool:
    """Whether no letter touches the plus, and no digit stands before it with only signs between."""
    before = unmasked[max(0, plus - _REACH) : plus]
    touching = before[-1:]
    return not touching.isalnum() and touching != "+" and _DIGIT_BEFORE.search(before) is None


def _unbalanced(written: str) -> bool:
    return ("(" in written) != (")" in written)
