"""A mail that is stored encoded within another one, with the way back to the encoded lines."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from hotline_check.documents.mail.lines import LONGEST, Line, characters
from hotline_check.documents.mail.transfer_encoding import Chunk
from hotline_check.documents.models import (
    Item,
    Piece,
    Place,
    Skipped,
)

# Lines whose places are remembered; text comes at most a few thousand lines after its line.
_KEPT = 8_192


class Unwrapped:
    """The lines of a decoded mail. Its text is given the places of the encoded lines."""

    def __init__(self, chunks: Iterable[Chunk]) -> None:
        self._chunks = chunks
        self._offsets: list[int] = []
        self._numbers: list[int] = []
        self._spans: list[tuple[Place, int]] = []

    def lines(self) -> Iterator[Line]:
        """The decoded lines; their places count only the decoded characters."""
        waiting, begin, at, begins = b"", Place(), Place(), True
        for chunk in self._chunks:
            begin = begin if waiting else chunk.place
            waiting += chunk.data
            stop = chunk.place.offset + len(chunk.source)
            while waiting and (b"\n" in waiting or len(waiting) >= LONGEST):
                end = waiting.find(b"\n") + 1 or len(waiting)
                data, waiting = waiting[:end], waiting[end:]
                yield self._line(data, at, begin, stop, begins=begins)
                at, begins = at.after(characters(data)), data.endswith(b"\n")
                begin = chunk.place
        if waiting:
            yield self._line(waiting, at, begin, stop, begins=begins)

    def _line(self, data: bytes, at: Place, begin: Place, stop: int, *, begins: bool) -> Line:
        for known in (self._offsets, self._numbers, self._spans):
            if len(known) >= 2 * _KEPT:
                del known[:_KEPT]
        self._offsets.append(at.offset)
        self._numbers.append(at.line)
        self._spans.append((begin, stop - begin.offset))
        return Line(data, at, begins)

    def placed(self, items: Iterable[Item]) -> Iterator[Item]:
        """The same items with their places in the file."""
        for item in items:
            if isinstance(item, Piece):
                place, size = self._span(self._offsets, item.place.offset)
                yield replace(item, place=place, size=0 if item.size == 0 else size)
            elif isinstance(item, Skipped) and item.line is not None:
                place, _ = self._span(self._numbers, item.line)
                yield replace(item, line=place.line)
            else:
                yield item

    def _span(self, starts: list[int], value: int) -> tuple[Place, int]:
        if not starts:
            return Place(), 0
        return self._spans[max(bisect_right(starts, value) - 1, 0)]
