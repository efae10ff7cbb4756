"""Files of every kind -> blocks of text that know where in the file they stood.

Each format has a module that turns it into pieces of text, one after another, so that a file of
any size is read in constant memory; `cut` joins the pieces to blocks.
"""

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO

import msgspec

from hotline_check.documents.blocks import Block, cut
from hotline_check.documents.detect import HEAD, Kind, kind_of
from hotline_check.documents.encodings import pieces
from hotline_check.documents.files import CHUNK, Input, inputs, opened
from hotline_check.documents.models import Item, Place, Skipped

__all__ = ["Block", "Input", "Place", "Skipped", "blocks", "inputs", "stream_blocks"]

# Is told how many bytes more have been read.
Watch = Callable[[int], None]


def blocks(
    source: Input, field: str | None = None, watch: Watch | None = None
) -> Iterator[Block | Skipped]:
    """The text of one file, or why it can't be read."""
    try:
        if source.path is None:
            yield from stream_blocks(sys.stdin.buffer, source.name, field, watch)
        else:
            with opened(source.path) as stream:
                yield from stream_blocks(stream, source.name, field, watch)
    except OSError as error:
        why = error.strerror or type(error).__name__
        yield Skipped(reason="unreadable", file=source.name, failed=True, args={"why": why})


def stream_blocks(
    stream: BinaryIO, name: str, field: str | None = None, watch: Watch | None = None
) -> Iterator[Block | Skipped]:
    """The text of an open file. `name` tells its kind, as far as its first bytes don't.

    field: of JSON, only this field (`message.text`).
    """
    head = stream.read(HEAD)
    kind = kind_of(name, head, records=field is not None)
    for found in cut(_items(_rejoined(head, stream, watch), head, kind, field)):
        yield msgspec.structs.replace(found, file=name) if isinstance(found, Skipped) else found


def _items(stream: BinaryIO, head: bytes, kind: Kind, field: str | None) -> Iterable[Item]:
    chunks = iter(lambda: stream.read(CHUNK), b"")
    match kind:
        case Kind.TEXT:
            return pieces(chunks)
        case Kind.HTML:
            from hotline_check.documents.html import reader

            return reader.pieces(pieces(chunks, reader.declared(head)))
        case Kind.CALENDAR:
            from hotline_check.documents import calendar

            return calendar.pieces(pieces(chunks))
        case Kind.JSON:
            from hotline_check.documents.json import string_parser

            return string_parser.items(pieces(chunks), field)
        case Kind.JSON_LINES:
            from hotline_check.documents.json import records

            return records.items(pieces(chunks), field)
        case Kind.MAIL:
            from hotline_check.documents.mail import lines, parser

            return parser.items(lines.Feed(lines.numbered(stream.readline)))
        case Kind.MAILBOX:
            from hotline_check.documents.mail import lines, mbox

            return mbox.items(lines.numbered(stream.readline))
        case Kind.BINARY:
            return [Skipped(reason="binary")]


def _rejoined(head: bytes, stream: BinaryIO, watch: Watch | None) -> BinaryIO:
    raw: Any = _Rejoined(head, stream, watch)
    return io.BufferedReader(raw, CHUNK)


class _Rejoined(io.RawIOBase):
    """A stream of which the first bytes have been read already."""

    def __init__(self, head: bytes, stream: BinaryIO, watch: Watch | None) -> None:
        self._head = head
        self._stream = stream
        self._watch = watch

    def readable(self) -> bool:
        return True

    def readinto(self, target: "memoryview") -> int:  # type: ignore[override]
        data, self._head = self._head, b""
        size = len(target)
        if not data:
            read = getattr(self._stream, "read1", self._stream.read)  # no waiting for a full chunk
            data = read(size)
        self._head = data[size:]
        target[: len(data[:size])] = data[:size]
        if self._watch:
            self._watch(len(data[:size]))
        return len(data[:size])
