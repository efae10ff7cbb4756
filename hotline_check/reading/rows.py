"""Rows of digit groups in an unmasked text: the raw material of number candidates."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from hotline_check.reading.characters import HIDDEN, SYMBOL

MOST_DIGITS: Final = 19
MOST_GROUPS: Final = 17

_ROW: Final = re.compile(r"[0-9][0-9\x00]*+(?:(?:[^\w$=%@\u00b0&+]|_){1,20}+[0-9][0-9\x00]*+)*+")
_GROUP: Final = re.compile(r"[0-9][0-9\x00]*+")
_DATA: Final = re.compile(
    r"(?:[0-9]{1,2}[^\w+\n]{1,16}+){24,}+[0-9]*+|[0-9]{20,}+(?:[^\w+\n]{1,3}+[0-9]{20,}+)*+"
)
"""More digits in small change than any number has: tables, dumps, noise."""


_STRAY_PLUS: Final = re.compile(
    r"(\+[^\w+]{0,3}[0-9]{1,3}[-\x00\x02 (\[{<*~_.]{1,6})\+(?=[^\w+]{0,3}[0-9])"
)
"""A second plus behind a country code, as in `+1-[+833`."""


class Row(NamedTuple):
    """Groups of digits with nothing but signs between them.

    starts, ends: offsets of the groups; gaps[n] stands between the groups n and n + 1.
    """

    groups: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    gaps: tuple[str, ...]


def rows(unmasked: str) -> Iterator[Row]:
    """Every row of digits of a text, in order."""
    if "+" in unmasked:
        unmasked = _STRAY_PLUS.sub(rf"\1{SYMBOL}", unmasked)
    if _DATA.search(unmasked):
        unmasked = _DATA.sub(lambda match: "x" * len(match[0]), unmasked)
    for match in _ROW.finditer(unmasked):
        found = list(_GROUP.finditer(unmasked, match.start(), match.end()))
        starts = tuple(one.start() for one in found)
        ends = tuple(one.start() + len(one[0].rstrip(HIDDEN)) for one in found)
        yield Row(
            groups=tuple(one[0].replace(HIDDEN, "") for one in found),
            starts=starts,
            ends=ends,
            gaps=tuple(
                unmasked[end:start].replace(HIDDEN, "")
                for end, start in zip(ends, starts[1:], strict=False)
            ),
        )
