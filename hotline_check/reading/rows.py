"""Rows of digit groups in an unmasked text: the raw material of number candidates."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from hotline_check.reading.characters import HIDDEN, SYMBOL

MOST_DIGITS: Final = 19
MOST_GROUPS: Final = 17

_ROW: Final = re.compile(
    r"[0-9][0-9\x00]*+(?:(?:[^\w$=%@\u00b0&+:;\"\t]|_){1,20}+[0-9][0-9\x00]*+)*+"
)
_GROUP: Final = re.compile(r"([0-9][0-9\x00]*+)")
_DATA: Final = re.compile(
    r"(?:[0-9]{1,2}[^\w+\n]{1,16}+){24,}+[0-9]*+|[0-9]{20,}+(?:[^\w+\n]{1,3}+[0-9]{20,}+)*+"
)
"""More digits in small change than any number has: tables, dumps, noise."""


_STRAY_PLUS: Final = re.compile(
    r"(\+[^\w+]{0,3}[0-9]{1,3}[-\x00\x02 (\[{<*~_.]{1,6})\+(?=[^\w+]{0,3}[0-9])"
)
"""A second plus behind a country code, as in `+1-[+833`."""


_SAME_SIGN: Final = re.compile(
    r"(?<![\w$])(\+?[ ]?1)([^\w+]{1,3}|[ ]?[xX][ ]?)([(\[]?[2-9]\d\d[)\]]?)\2(\d{3})\2(\d{4})"
    r"(?!\w)"
)
"""A number of North America whose groups are parted by one sign, whatever it is."""


class Row(NamedTuple):
    """Groups of digits with nothing but signs between them.

    starts, ends: offsets of the groups; gaps[n] stands between the groups n and n + 1.
    """

    groups: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    gaps: tuple[str, ...]


def rows(unmasked: str, fewest: int) -> Iterator[Row]:
    """Every row of at least `fewest` digits of a text, in order."""
    if "+" in unmasked:
        unmasked = _STRAY_PLUS.sub(rf"\1{SYMBOL}", unmasked)
    unmasked = _SAME_SIGN.sub(_with_usual_signs, unmasked)
    if _DATA.search(unmasked):
        unmasked = _DATA.sub(lambda match: "x" * len(match[0]), unmasked)
    for match in _ROW.finditer(unmasked):
        if match.end() - match.start() >= fewest:
            parts = _GROUP.split(match[0])
            if sum(map(len, parts[1::2])) >= fewest:
                yield _row(match.start(), parts, hidden=HIDDEN in match[0])


def _with_usual_signs(match: re.Match[str]) -> str:
    sign = SYMBOL * len(match[2])
    return sign.join(match.group(1, 3, 4, 5))


def _row(start: int, parts: list[str], *, hidden: bool) -> Row:
    """A row from its groups (odd places) and gaps (even places)."""
    starts, ends = [], []
    at = start
    for gap, group in zip(parts[::2], parts[1::2], strict=False):
        at += len(gap)
        starts.append(at)
        at += len(group)
        ends.append(at)
    groups, gaps = parts[1::2], parts[2:-1:2]
    if hidden:
        for place, group in enumerate(groups):
            bare = group.rstrip(HIDDEN)
            ends[place] -= len(group) - len(bare)
            groups[place] = bare.replace(HIDDEN, "")
        gaps = [gap.replace(HIDDEN, "") for gap in gaps]
    return Row(tuple(groups), tuple(starts), tuple(ends), tuple(gaps))
