"""Text put together from pieces, with the way back to the file."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from msgspec.structs import replace

from hotline_check.documents.models import Piece, PieceOrigin, Place, Section


class Strip:
    """A growing text. Pieces need not be in the file's order (a link's address comes late).

    size: its characters.
    """

    def __init__(self, pieces: Iterable[Piece] = ()) -> None:
        self._pieces = [piece for piece in pieces if piece.text]
        self._starts = [0, *accumulate(len(piece.text) for piece in self._pieces)]
        self.size = self._starts.pop()
        # Where the pieces are that are more than text: few documents have any.
        self._marked = [at for at, piece in enumerate(self._pieces) if piece.origin != "text"]
        self._text: str | None = None  # put together when it is asked for
        self._counted = (-1, 0, Place())

    def __len__(self) -> int:
        return self.size

    @property
    def text(self) -> str:
        """The text of all pieces."""
        if self._text is None:
            self._text = "".join([piece.text for piece in self._pieces])
        return self._text

    def add(self, piece: Piece) -> None:
        """Put a piece at the end."""
        if piece.text:
            if piece.origin != "text":
                self._marked.append(len(self._pieces))
            self._starts.append(self.size)
            self._pieces.append(piece)
            self.size += len(piece.text)
            self._text = None

    def place(self, at: int) -> Place:
        """Where in the file the character at `at` is, or the whole that it was read from."""
        index = bisect_right(self._starts, at, 1) - 1
        return self._inside(index, at - self._starts[index])

    def stop(self, at: int) -> int:
        """The offset in the file after the character before `at`."""
        start, piece = self._piece(at - 1)
        return piece.place.offset + (at - start if piece.size is None else piece.size)

    def source(self, at: int) -> Piece:
        """The piece that the character at `at` belongs to."""
        return self._piece(at)[1]

    def spans(self, origin: PieceOrigin) -> Iterator[tuple[int, int]]:
        """Where the text is of one origin other than `text`, neighbours joined."""
        last: tuple[int, int] | None = None
        for start, piece in self.of_origin(origin):
            end = start + len(piece.text)
            if last and last[1] == start:
                last = (last[0], end)
                continue
            if last:
                yield last
            last = (start, end)
        if last:
            yield last

    def part(self, start: int, end: int) -> list[Piece]:
        """The pieces of a part of the text, the outer ones cut."""
        end = min(end, self.size)
        if start >= end:
            return []
        first = bisect_right(self._starts, start, 1) - 1
        last = bisect_left(self._starts, end, first + 1) - 1
        if first == last:
            return [self._cut(first, start, end)]
        between = self._pieces[first + 1 : last]
        return [self._cut(first, start, end), *between, self._cut(last, start, end)]

    def of_origin(self, origin: PieceOrigin) -> list[tuple[int, Piece]]:
        """The pieces of an origin other than `text`, each with where it begins."""
        placed = [(self._starts[at], self._pieces[at]) for at in self._marked]
        return [(start, piece) for start, piece in placed if piece.origin == origin]

    def said_by(self, speaker: str, time: str) -> None:
        """Say of all pieces who wrote them, and when."""
        known: dict[int, Section] = {}  # by identity: pieces of a section share it
        for at, piece in enumerate(self._pieces):
            key = id(piece.section)
            if key not in known:
                section = piece.section or Section()
                known[key] = replace(section, speaker=speaker, time=time)
            self._pieces[at] = replace(piece, section=known[key])

    def drop(self, size: int) -> "Strip":
        """What is left when `size` characters are taken away at the start."""
        return Strip(self.part(size, self.size))

    def _cut(self, index: int, start: int, end: int) -> Piece:
        """What a part of the text has of a piece."""
        at, piece = self._starts[index], self._pieces[index]
        low, high = max(start - at, 0), end - at
        if not low and high >= len(piece.text):
            return piece
        text, place = piece.text[low:high], self._inside(index, low)
        return Piece(text, place, piece.size, piece.origin, piece.shown, piece.section)

    def _inside(self, index: int, at: int) -> Place:
        """The place of a character of a piece; asked for in order, no text is counted twice."""
        piece = self._pieces[index]
        if piece.size is not None or not at:
            return piece.place
        known, start, place = self._counted
        if known != index or start > at:
            start, place = 0, piece.place
        place = place.after(piece.text[start:at])
        self._counted = index, at, place
        return place

    def _piece(self, at: int) -> tuple[int, Piece]:
        index = bisect_right(self._starts, at, 1) - 1
        return self._starts[index], self._pieces[index]
