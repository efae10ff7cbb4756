"""Stretches of a text around its contacts."""

from collections.abc import Iterable, Sequence
from typing import Final

from hotline_check.reading.models import Find

# Characters on each side of a contact in which its paragraph is looked for.
_REACH: Final = 2_048


def paragraphs_around(text: str, finds: Iterable[Find]) -> list[tuple[int, int]]:
    """Where the paragraph of each contact begins, with the line above it, and where it ends."""
    marks = [mark for mark in ("\n\n", "\n\r\n") if mark in text]
    if not marks:
        size = len(text)
        return [(max(0, each.start - _REACH), min(each.end + _REACH, size)) for each in finds]
    return [_paragraph(text, each, marks) for each in finds]


def _paragraph(text: str, found: Find, marks: Sequence[str]) -> tuple[int, int]:
    """marks: how blank lines are written in the text."""
    low, high = max(0, found.start - _REACH), found.end + _REACH
    blank = max(text.rfind(mark, low, found.start) for mark in marks)
    start = low
    if blank >= 0:
        above = text[low:blank].rstrip()
        start = low + above.rfind("\n") + 1
    ends = [text.find(mark, found.end, high) for mark in marks]
    return start, min((end for end in ends if end >= 0), default=min(high, len(text)))


def joined(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches in order, those that touch joined."""
    found: list[tuple[int, int]] = []
    for start, end in stretches:
        if found and start <= found[-1][1]:
            first, last = found.pop()
            found.append((min(first, start), max(last, end)))
        else:
            found.append((start, end))
    return found
