"""JSON lines -> the strings of each record, or of one field, each record a document."""

from collections.abc import Iterable, Iterator

import msgspec

from hotline_check.broken_json import BROKEN_JSON
from hotline_check.documents.json import string_parser
from hotline_check.documents.models import (
    Break,
    Item,
    Piece,
    Skipped,
)
from hotline_check.documents.source_map import Strip

# Characters of the longest record that is read.
LONGEST = 16_777_216


def items(source: Iterable[Piece], field: str | None = None) -> Iterator[Item]:
    """The text of each record's strings, or of its field (`message.text`); lists are looked into.

    Lines that hold no record are read as text, where no field is asked for. They are noted, and so
    are those without the field, a run of them in one note.
    """
    missed = _Missed()
    for strip, whole in _lines(source):
        text = strip.text
        if text.isspace():
            continue
        place = strip.place(0)
        reason = "line-too-long" if not whole else None if _is_json(text) else "not-json"
        if reason is None:
            reader = string_parser.Reader(field)
            yield from reader.read(strip, final=True)
            reason = None if field is None or reader.found else "no-such-field"
        elif reason == "not-json" and field is None:
            reason = "json-line-broken"
            yield from string_parser.unescaped(strip, 0, len(strip))
        yield from missed.note(reason, place.line, field or "")
        yield Break()
    yield from missed.note(None, 0, "")


class _Missed:
    """A run of lines that could not be used for the same reason."""

    def __init__(self) -> None:
        self._reason: str | None = None
        self._field = ""
        self._first = self._last = self._count = 0

    def note(self, reason: str | None, line: int, field: str) -> Iterator[Skipped]:
        """Count one line; gives the run before it when that has ended."""
        if reason != self._reason and self._reason is not None:
            yield Skipped(
                reason=self._reason,
                line=self._first,
                failed=self._reason != "no-such-field",
                args={"count": str(self._count), "last": str(self._last), "field": self._field},
            )
        if reason != self._reason:
            self._reason, self._first, self._count, self._field = reason, line, 0, field
        self._last = line
        self._count += 1


def _lines(source: Iterable[Piece]) -> Iterator[tuple[Strip, bool]]:
    """Each line with whether it is whole; of one that is too long only the beginning is kept."""
    line, whole = Strip(), True
    for piece in source:
        start, place = 0, piece.place
        while start < len(piece.text):
            end = piece.text.find("\n", start) + 1 or len(piece.text)
            part = Piece(piece.text[start:end], place)
            start, place = end, place.after(part.text)
            if whole:
                line.add(part)
                whole = len(line) <= LONGEST
            if part.text.endswith("\n"):
                yield line, whole
                line, whole = Strip(), True
    if len(line):
        yield line, whole


def _is_json(text: str) -> bool:
    try:
        msgspec.json.decode(text, type=msgspec.Raw)
    except (UnicodeEncodeError, *BROKEN_JSON):
        # The line is read as text then, so that nothing in it is lost.
        return False
    return True
