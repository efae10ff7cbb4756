"""Choosing how a file is read; files inside of files, down to a depth."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import IO, BinaryIO

import msgspec

from hotline_check.documents.detect import HEAD, Kind, kind_of
from hotline_check.documents.encodings import pieces
from hotline_check.documents.files import CHUNK
from hotline_check.documents.limits import (
    DEEPEST,
    LimitReachedError,
    Limits,
    seekable,
)
from hotline_check.documents.models import Break, Item, Piece, Section, Skipped
from hotline_check.documents.rejoined import Watch, rejoined


class Reader:
    """Reads a file and the files inside of it.

    field: of JSON, only this field (`message.text`).
    """

    def __init__(self, field: str | None = None, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._field = field

    def items(self, stream: BinaryIO, name: str, watch: Watch | None = None) -> Iterator[Item]:
        """The text of an open file, and what of it can't be read."""
        head = stream.read(HEAD)
        kind = kind_of(name, head, records=self._field is not None)
        try:
            yield from self._items(rejoined(head, stream, watch), name, head, kind)
        except LimitReachedError as reached:
            yield reached.skipped()

    def read(self, name: str, stream: IO[bytes], packed: int | None = None) -> Iterator[Item]:
        """The text of a file inside of the one that is being read. packed: its size there."""
        self.limits.add_member()
        if self.limits.depth >= DEEPEST:
            yield Skipped(reason="too-deep", section=Section(members=(name,)), failed=True)
            return
        self.limits.depth += 1
        try:
            counted = self.limits.counted(stream, packed)
            head = counted.read(HEAD)
            kind = kind_of(PurePosixPath(name).name, head, records=self._field is not None)
            yield Break()
            yield from _inside(name, self._items(rejoined(head, counted), name, head, kind))
            yield Break()
        finally:
            self.limits.depth -= 1

    def _items(  # noqa: C901  # a case for each kind, all alike
        self, stream: BinaryIO, name: str, head: bytes, kind: Kind
    ) -> Iterable[Item]:
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

                return string_parser.items(pieces(chunks), self._field)
            case Kind.JSON_LINES:
                from hotline_check.documents.json import records

                return records.items(pieces(chunks), self._field)
            case Kind.MAIL:
                from hotline_check.documents.mail import lines, parser

                return parser.items(lines.Feed(lines.numbered(stream.readline)))
            case Kind.MAILBOX:
                from hotline_check.documents.mail import lines, mbox

                return mbox.items(lines.numbered(stream.readline))
            case Kind.ZIP:
                from hotline_check.documents.archives import zip_files

                return zip_files.items(seekable(stream), self)
            case Kind.TAR:
                from hotline_check.documents.archives import tar_files

                return tar_files.items(stream, self)
            case Kind.COMPRESSED:
                from hotline_check.documents.archives import compressed

                return compressed.items(stream, name, head, self)
            case Kind.PDF | Kind.PICTURE:
                from hotline_check.documents.isolated import reading

                return reading.items(str(kind), stream, name, self)
            case Kind.BINARY:
                return [Skipped(reason="binary")]


def _inside(name: str, items: Iterable[Item]) -> Iterator[Item]:
    """The items of a member, with its name in front of where they are."""
    alone = Section(members=(name,))
    last, placed = None, alone
    for item in items:
        if isinstance(item, Break):
            yield item
            continue
        if item.section is not last:
            last = item.section
            placed = last.inside(name) if last else alone
        if isinstance(item, Piece):
            yield item._replace(section=placed)
        else:
            yield msgspec.structs.replace(item, section=placed)
