"""Which brand a contact in a text is said to belong to."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from hotline_check.reading.brands import Mention
from hotline_check.reading.models import Find

_PARAGRAPH: Final = re.compile(r"\n[ \t]*\n")
_SENTENCE: Final = re.compile(r"(?<=[\w)\]][.!?])\s+(?=[^\W\d_]|[\"(#*])|[\u3002\uff01\uff1f]|\n")
_REACH: Final = 2000
"""Characters on each side in which a paragraph is looked for."""


def claim_for(find: Find, mentions: Iterable[Mention], text: str) -> str | None:
    """The platform that the text says a contact belongs to, None when it names none.

    The nearest brand of the same sentence; else the nearest of the same paragraph, its title
    included; else the one that the document names most, the earliest of equals.
    """
    every = sorted(mentions)
    if not every:
        return None
    for start, end in (_around(find, text, _SENTENCE), _with_title(find, text)):
        near = [one for one in every if one.start < end and one.end > start]
        if near:
            return _nearest(find, near)
    counted = Counter(one.platform for one in every)
    most = max(counted.values())
    return next(one.platform for one in every if counted[one.platform] == most)


def _nearest(find: Find, near: Sequence[Mention]) -> str:
    def distance(one: Mention) -> tuple[int, int]:
        if one.end <= find.start:
            return find.start - one.end, 0
        return max(0, one.start - find.end), 1

    return min(near, key=distance).platform


def _around(find: Find, text: str, border: re.Pattern[str]) -> tuple[int, int]:
    """The stretch between two borders that holds the find."""
    low = max(0, find.start - _REACH)
    start = low
    for match in border.finditer(text, low, find.start):
        start = match.end()
    after = border.search(text, find.end, min(len(text), find.end + _REACH))
    return start, after.start() if after else min(len(text), find.end + _REACH)


def _with_title(find: Find, text: str) -> tuple[int, int]:
    """The find's paragraph, and the single line above it when that is a title."""
    start, end = _around(find, text, _PARAGRAPH)
    above = text[max(0, start - _REACH) : start].rstrip()
    title = above.rpartition("\n")[2]
    if title and title[-1] not in ".!?\u3002" and len(title) < 200:
        start = max(0, start - _REACH) + len(above) - len(title)
    return start, end
