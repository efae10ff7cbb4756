"""Rows of a table in a plain text: lines with the same number of the same delimiter."""

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from hotline_check.reading.models import Find

# In this order: a row of cells between tabs may have commas in them.
_DELIMITERS: Final = ("\t", "|", ";", ",")
# Commas in a line that may be a row of a table: one is in many a sentence.
_FEWEST_COMMAS: Final = 2
# Characters on each side in which rows are looked for.
_REACH: Final = 2000


class Rows(NamedTuple):
    """Where rows with the same number of the same delimiter begin and end."""

    start: int
    end: int
    mark: str


def has_delimiter(text: str) -> bool:
    """Return True for a text with a sign that separates columns."""
    return any(map(text.__contains__, _DELIMITERS))


def may_be_in_row(find: Find, text: str) -> bool:
    """Return False for a contact on a line that is alone or has no sign that separates columns."""
    low, high = max(0, find.start - _REACH), find.end + _REACH
    start, end = text.rfind("\n", low, find.start), text.find("\n", find.end, high)
    if start < 0 and end < 0:
        return False
    return has_delimiter(text[max(start, low) : end if end >= 0 else high])


def row_of(text: str, start: int, end: int) -> Rows | None:
    """The rows around a line that is a row of a table, None for any other line.

    A row has a line next to it with the same number of the same delimiter.
    """
    line = text[start:end].rstrip("\r")
    for mark in _DELIMITERS:
        count = line.count(mark)
        if count < (_FEWEST_COMMAS if mark == "," else 1):
            continue
        low, high = _start(text, start - 1, mark, count), _end(text, end + 1, mark, count)
        if low < start - 1 or high > end + 1:
            return Rows(low + 1 if low > 0 else 0, min(high, len(text)), mark)
    return None


class _Lines(NamedTuple):
    """The lines of a text by how many of a delimiter they have.

    starts: where each begins. firsts, lasts: for each, the first and the last line of those around
    it that have as many.
    """

    starts: list[int]
    counts: list[int]
    firsts: list[int]
    lasts: list[int]


@lru_cache(maxsize=4)  # a table has thousands of contacts, each in a row of the same ones
def _lines(text: str, mark: str) -> _Lines:
    lines = text.split("\n")
    counts = [line.count(mark) for line in lines]
    starts = list(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))
    firsts, lasts = [0] * len(lines), [len(lines) - 1] * len(lines)
    for at in range(1, len(lines)):
        firsts[at] = firsts[at - 1] if counts[at] == counts[at - 1] else at
    for at in range(len(lines) - 2, -1, -1):
        lasts[at] = lasts[at + 1] if counts[at] == counts[at + 1] else at
    return _Lines(starts, counts, firsts, lasts)


def _start(text: str, place: int, mark: str, count: int) -> int:
    """The line break up to which the lines before a place are rows with so many delimiters."""
    limit = max(place - _REACH, 0)
    if place <= limit:
        return place
    above = text.rfind("\n", 0, place)
    if text.count(mark, above + 1, place) != count:
        return place
    if above <= limit:
        return above
    lines = _lines(text, mark)
    last = bisect_right(lines.starts, above) - 1
    if lines.counts[last] != count:
        return above
    # Each line is one of them whose end is within reach.
    return lines.starts[max(lines.firsts[last], bisect_right(lines.starts, limit + 1) - 1)] - 1


def _end(text: str, place: int, mark: str, count: int) -> int:
    """After how many characters the lines that begin at a place are such rows no more."""
    limit = min(place + _REACH, len(text))
    if place >= limit:
        return place
    end = text.find("\n", place)
    below = (end if end >= 0 else len(text)) + 1
    if text.count(mark, place, below) != count:
        return place
    if below >= limit:
        return below
    lines = _lines(text, mark)
    first = bisect_right(lines.starts, below) - 1
    if lines.counts[first] != count:
        return below
    after = min(lines.lasts[first], bisect_left(lines.starts, limit) - 1) + 1
    return lines.starts[after] if after < len(lines.starts) else len(text) + 1
