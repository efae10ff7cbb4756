"""The platform that the heading of a column names, for the contacts below it."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from hotline_check.reading.brands.mentions import Mention

# What no row of headings holds.
_CONTACT: Final = re.compile(r"\d(?:\D?\d){4}|@")


class _Head(NamedTuple):
    mark: str
    marks: int
    platforms: tuple[str | None, ...]


class Columns:
    """The headings of the tables of a document, in the order in which they are read.

    The first row of a long table is soon out of reach of its contacts, so it is kept until a table
    of another shape begins.
    """

    def __init__(self) -> None:
        self._head: _Head | None = None

    def named(
        self, text: str, at: int, start: int, mark: str, mentions: Iterable[Mention]
    ) -> str | None:
        """The platform at the head of the column in which a contact stands.

        at: where the contact begins. start: where the rows around it begin.
        """
        begin, line = _line(text, at)
        above = _line(text, start - 1)[1] if start else ""
        if start < begin and above.count(mark) != line.count(mark):
            self._read(text, start, mark, mentions)
        if self._head is None or (mark, line.count(mark)) != self._head[:2]:
            return None
        return self._head.platforms[text.count(mark, begin, at)]

    def _read(self, text: str, start: int, mark: str, mentions: Iterable[Mention]) -> None:
        """Take the first row as headings where it names platforms and holds no contact."""
        _, line = _line(text, start)
        named = [mention for mention in mentions if start <= mention.start < start + len(line)]
        if not named or _CONTACT.search(line):
            return
        cells: list[set[str]] = [set() for _ in range(line.count(mark) + 1)]
        for mention in named:
            cells[text.count(mark, start, mention.start)].add(mention.platform)
        platforms = tuple(next(iter(cell)) if len(cell) == 1 else None for cell in cells)
        self._head = _Head(mark, line.count(mark), platforms)


def _line(text: str, at: int) -> tuple[int, str]:
    """The line of a place, and where it begins."""
    begin, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    return begin, text[begin : end if end >= 0 else len(text)]
