"""JSON lines -> the strings of each record, or of one field, each record a document."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from hotline_check.reading.documents.models import Break, Item, Piece, Skipped
from hotline_check.reading.documents.strip import Strip

LONGEST = 16_777_216
"""Characters of the longest record that is read."""

_TOKEN = re.compile(
    r'[\s:,]*+(?:(?P<string>"(?:[^"\\]++|\\.)*+")|(?P<open>[{\[])|(?P<close>[}\]])|(?P<bare>[\w.+-]++))'
)
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|u....|.)")


class Value(NamedTuple):
    """A string or a number in a record; the span of a string is what stands between its quotes."""

    path: str
    start: int
    end: int
    string: bool


def items(source: Iterable[Piece], field: str | None = None) -> Iterator[Item]:
    """The text of each record's strings, or of its field (`message.text`); lists are looked into.

    Lines that hold no record, or no such field, are noted, a run of them in one note.
    """
    missed = _Missed()
    for strip, whole in _lines(source):
        text = strip.text
        if text.isspace():
            continue
        place = strip.place(0)
        reason = "line-too-long" if not whole else None if _is_json(text) else "not-json"
        if reason is None:
            wanted = [v for v in values(text) if (v.string if field is None else v.path == field)]
            for value in wanted:
                yield from unescaped(strip, value.start, value.end)
                yield Piece("\n\n", strip.place(value.start), 0)
            reason = "no-such-field" if field is not None and not wanted else None
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
        start = 0
        while start < len(piece.text):
            end = piece.text.find("\n", start) + 1 or len(piece.text)
            part = Piece(piece.text[start:end], piece.place.after(piece.text[:start]))
            if whole:
                line.add(part)
                whole = len(line) <= LONGEST
            if part.text.endswith("\n"):
                yield line, whole
                line, whole = Strip(), True
            start = end
    if len(line):
        yield line, whole


def _is_json(text: str) -> bool:
    try:
        msgspec.json.decode(text, type=msgspec.Raw)
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        return False
    return True


def values(text: str) -> Iterator[Value]:
    """Every string and number of a record.

    >>> [tuple(value) for value in values('{"a": [{"b": "x"}, 7]}')]
    [('a.b', 14, 15, True), ('a', 19, 20, False)]
    """
    keys: list[str | None] = []  # of each open object or list; None where a key comes next
    lists: list[bool] = []
    at = 0
    while token := _TOKEN.match(text, at):
        at = token.end()
        if token["open"]:
            lists.append(token["open"] == "[")
            keys.append("" if lists[-1] else None)
            continue
        if token["close"]:
            keys.pop()
            lists.pop()
        else:
            string = token["string"]
            if string and keys and keys[-1] is None:
                keys[-1] = json.loads(string)
                continue
            path = ".".join(key or "" for key, plain in zip(keys, lists, strict=True) if not plain)
            start, end = token.span("string" if string else "bare")
            yield (
                Value(path, start + 1, end - 1, True) if string else Value(path, start, end, False)
            )
        if keys and not lists[-1]:
            keys[-1] = None


def unescaped(strip: Strip, start: int, end: int) -> Iterator[Piece]:
    """A part of a record between two quotes with its escapes read."""
    at = start
    for escape in _ESCAPE.finditer(strip.text, start, end):
        yield from strip.part(at, escape.start())
        char = json.loads(f'"{escape[0]}"')
        char = "\ufffd" if "\ud800" <= char[0] <= "\udfff" else char
        yield Piece(char, strip.place(escape.start()), len(escape[0]))
        at = escape.end()
    yield from strip.part(at, end)
