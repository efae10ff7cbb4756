"""Choosing how a file is read; files inside of files, down to a depth."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath
from typing import IO, BinaryIO, NamedTuple

from hotline_check.documents.detect import HEAD, Kind, kind_of
from hotline_check.documents.encodings import pieces
from hotline_check.documents.limits import (
    DEEPEST,
    LimitReachedError,
    Limits,
    seekable,
)
from hotline_check.documents.models import Break, Item, Piece, Section, Skipped, in_section
from hotline_check.documents.streams import Watch, rejoined
from hotline_check.files import CHUNK


class Reader:
    """Reads a file and the files inside of it.

    field: of JSON, only this field (`message.text`).
    """

    def __init__(self, field: str | None = None, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._field = field
        self._title = ""

    def items(self, stream: BinaryIO, name: str, watch: Watch | None = None) -> Iterator[Item]:
        """The text of an open file, and what of it can't be read."""
        head = stream.read(HEAD)
        kind = kind_of(name, head, records=self._field is not None)
        try:
            yield from self._items(rejoined(head, stream, watch), name, head, kind)
        except LimitReachedError as reached:
            yield reached.skipped()

    def read(
        self,
        name: str,
        stream: IO[bytes],
        packed: int | None = None,
        title: str = "",
        suffix: str = "",
    ) -> Iterator[Item]:
        """The text of a file inside of the one that is being read.

        packed: its size there. title: what the file around it is about.
        suffix: of the name that it would have by its type, where its own does not show it.
        """
        self.limits.add_member()
        if self.limits.depth >= DEEPEST:
            yield Skipped(reason="too-deep", section=Section(members=(name,)), failed=True)
            return
        self.limits.depth += 1
        outer, self._title = self._title, title or self._title
        try:
            counted = self.limits.counted(stream, packed)
            head = counted.read(HEAD)
            kind = kind_of(PurePosixPath(name).name + suffix, head, records=self._field is not None)
            yield Break(title=self._title)
            yield from _inside(name, self._items(rejoined(head, counted), name, head, kind))
            yield Break(title=self._title)
        finally:
            self.limits.depth -= 1
            self._title = outer

    def _items(self, stream: BinaryIO, name: str, head: bytes, kind: Kind) -> Iterable[Item]:
        return _READERS[kind](_Opened(stream, name, head, kind, self._field, self))


class _Opened(NamedTuple):
    """A file that is to be read, and what is known of it."""

    stream: BinaryIO
    name: str
    head: bytes
    kind: Kind
    field: str | None
    members: Reader

    def text(self, declared: str | None = None) -> Iterator[Piece]:
        """Its characters."""
        return pieces(iter(lambda: self.stream.read(CHUNK), b""), declared)


def _html(file: _Opened) -> Iterable[Item]:
    from hotline_check.documents.html import reader

    return reader.pieces(file.text(reader.declared(file.head)))


def _calendar(file: _Opened) -> Iterable[Item]:
    from hotline_check.documents import calendar

    return calendar.pieces(file.text())


def _csv(file: _Opened) -> Iterable[Item]:
    from hotline_check.documents import csv_cells

    return csv_cells.pieces(file.text())


def _json(file: _Opened) -> Iterable[Item]:
    from hotline_check.documents.json import string_parser

    return string_parser.items(file.text(), file.field)


def _json_lines(file: _Opened) -> Iterable[Item]:
    from hotline_check.documents.json import records

    return records.items(file.text(), file.field)


def _whatsapp(file: _Opened) -> Iterable[Item]:
    from hotline_check.documents.chats import whatsapp

    return whatsapp.items(file.text())


def _telegram(file: _Opened) -> Iterable[Item]:
    from hotline_check.documents.chats import telegram

    return telegram.items(file.text("utf-8"))


def _warc(file: _Opened) -> Iterable[Item]:
    from hotline_check.documents.saved_pages import warc

    return warc.items(file.stream, file.members)


def _mail(file: _Opened) -> Iterable[Item]:
    from hotline_check.documents.mail import lines, parser

    return parser.items(lines.Feed(lines.numbered(file.stream.readline)), file.members)


def _mailbox(file: _Opened) -> Iterable[Item]:
    from hotline_check.documents.mail import lines, mbox

    return mbox.items(lines.numbered(file.stream.readline), file.members)


def _zip(file: _Opened) -> Iterable[Item]:
    from hotline_check.documents.archives import zip_files

    return zip_files.items(seekable(file.stream), file.members)


def _tar(file: _Opened) -> Iterable[Item]:
    from hotline_check.documents.archives import tar_files

    return tar_files.items(file.stream, file.members)


def _compressed(file: _Opened) -> Iterable[Item]:
    from hotline_check.documents.archives import compressed

    return compressed.items(file.stream, file.name, file.head, file.members)


def _isolated(file: _Opened) -> Iterable[Item]:
    from hotline_check.documents.isolated import reading

    return reading.items(str(file.kind), file.stream, file.name, file.members)


_READERS: dict[Kind, Callable[[_Opened], Iterable[Item]]] = {
    Kind.TEXT: _Opened.text,
    Kind.HTML: _html,
    Kind.CALENDAR: _calendar,
    Kind.CSV: _csv,
    Kind.JSON: _json,
    Kind.JSON_LINES: _json_lines,
    Kind.WHATSAPP: _whatsapp,
    Kind.TELEGRAM: _telegram,
    Kind.WARC: _warc,
    Kind.MAIL: _mail,
    Kind.MAILBOX: _mailbox,
    Kind.ZIP: _zip,
    Kind.TAR: _tar,
    Kind.COMPRESSED: _compressed,
    Kind.PDF: _isolated,
    Kind.PICTURE: _isolated,
    Kind.OLD_OFFICE: lambda _: [Skipped(reason="office-old", failed=True)],
    Kind.BINARY: lambda _: [Skipped(reason="binary")],
}


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
        yield in_section(item, placed)
