"""Where the sentences and the lines of a text end."""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import Final, NamedTuple

from hotline_check.lazy_pattern import lazy_pattern

# Characters on each side in which the borders of a sentence are looked for.
REACH: Final = 2000
# Nearer ones are searched for at once; those of a longer line are kept for the next contact.
_NEAR: Final = 512
# Characters whose borders are kept together.
_STEP: Final = 512
_BORDER: Final = lazy_pattern(
    r"""
    [.!?\n\u3002\uff01\uff1f]         # single characters are four times as fast
    (?: (?<=[\w)\]][.!?]) (?P<border> \s+) (?=[^\W\d_]|["(\#*])  # then a word or a quotation
      | (?<=[\n\u3002\uff01\uff1f]) )    # the end of a line, a full-width stop
    """,
    re.VERBOSE,
)
# The parts of that pattern: signs that are borders themselves; the stop of a sentence; the space
# after it.
_MARK: Final = lazy_pattern(r"[\n\u3002\uff01\uff1f]")
_STOP: Final = lazy_pattern(r"[.!?](?<=[\w)\]].)(?=\s)")
_SPACE: Final = lazy_pattern(r"\s+(?=[^\W\d_]|[\"(\#*])")


@lru_cache(maxsize=64)  # asked for the same place when it is attributed and when it is offered
def sentence(text: str, first: int, last: int) -> tuple[int, int]:
    """The stretch between two borders that holds what is at a place of a text."""
    low, high = max(0, first - REACH), min(len(text), last + REACH)
    line = _last_line(text, low, first)
    start = _start_in(text, low, line, first) if first - line < _NEAR else _start(text, low, first)
    end = _end_in(text, last, min(high, last + _NEAR))
    return start, _end(text, last, high) if end is None else end


def _last_line(text: str, low: int, end: int) -> int:
    """Where the white space around the last line break before a place begins, `low` without one.

    A line break is a border, so nothing before it needs to be looked at.
    """
    place = text.rfind("\n", low, end)
    while place > low and text[place - 1].isspace():
        place -= 1
    return max(place, low)


def _start_of(border: re.Match[str]) -> int:
    """Where a border starts: after the stop of a sentence, at the mark that is itself one."""
    return border.start("border") if border.lastgroup else border.start()


def _start_in(text: str, low: int, line: int, place: int) -> int:
    """Where the last border before a place ends, on the last line before it."""
    start = low
    # The stop before a border may be outside of what is looked at.
    for border in _BORDER.finditer(text, max(0, line - 1), place):
        start = max(start, border.end())
    return start


def _end_in(text: str, place: int, high: int) -> int | None:
    """Where the first border after a place starts, None where that cannot be seen."""
    # The stop of a sentence may be the last character of a contact.
    for border in _BORDER.finditer(text, max(0, place - 1), high):
        if (start := _start_of(border)) >= place:
            # What follows white space says whether all of it is a border.
            is_cut = high < len(text) and text[start:high].isspace()
            return None if is_cut else start
    return None


def _start(text: str, low: int, place: int) -> int:
    """The same as `_start_in` for a long line."""
    for number in range(max(0, place - 1) // _STEP, low // _STEP - 1, -1):
        found = _last_end(text, number, place)
        if found:
            # The white space of a border may reach into the next part, over the end of a line.
            return max(low, found, _last_end(text, number - 1, place) if number else 0)
    return low


def _last_end(text: str, number: int, place: int) -> int:
    """Where the last border of a part before a place ends, 0 without one."""
    borders = _borders(text, number)
    known = bisect_right(borders.known_from, place)
    return borders.ends[known - 1] if known else 0


def _end(text: str, place: int, high: int) -> int:
    """Where the first border between two places starts, the second one without any."""
    for number in range(max(0, place - 1) // _STEP, high // _STEP + 1):
        starts = _borders(text, number).starts
        after = bisect_left(starts, place)
        if after < len(starts):
            return min(high, starts[after])
    return high


class _Borders(NamedTuple):
    """The borders of a part of a text.

    starts: where each begins. known_from: the first place from which each is one, as more than the
    white space must be seen before what follows it; ends: where it ends. All are in order.
    """

    starts: list[int]
    known_from: list[int]
    ends: list[int]


@lru_cache(maxsize=32)  # contacts on one line are within reach of the same parts
def _borders(text: str, number: int) -> _Borders:
    """The borders whose first sign is in a part of a text, counted in steps."""
    low = number * _STEP
    high = min(low + _STEP, len(text))
    found = [(mark.start(), mark.end(), mark.end()) for mark in _MARK.finditer(text, low, high)]
    for stop in _STOP.finditer(text, low, min(high + 1, len(text))):
        space = _SPACE.match(text, stop.end())
        if space and stop.start() < high:
            found.append((space.start(), space.end() + 1, space.end()))
    return _Borders(*map(sorted, zip(*found, strict=True))) if found else _Borders([], [], [])
