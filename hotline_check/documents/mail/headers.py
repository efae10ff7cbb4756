"""The headers of a mail: what they say of its parts, and the text of those that people read."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from typing import NamedTuple

from msgspec.structs import replace

from hotline_check.documents.mail.address_fields import address_list
from hotline_check.documents.mail.encoded_words import decoded
from hotline_check.documents.mail.lines import Feed, Line, characters
from hotline_check.documents.mail.signs import KNOWN
from hotline_check.documents.models import Piece
from hotline_check.documents.source_map import Strip

# Mail servers take less by default: Postfix 100 kB of headers, Exim 1 MB.
_MOST_BYTES = 1_048_576
_PIECE = 1_024  # short, since places are counted from the beginning of a piece
# Lines after one that is no header in which more headers are looked for.
_MOST_AHEAD = 32

# Who wrote, or where an answer goes: anybody can write anything there.
_SENDERS = frozenset(
    (
        *("from", "sender", "reply-to", "return-path", "author", "mail-reply-to"),
        *("mail-followup-to", "resent-from", "resent-sender", "resent-reply-to"),
    )
)
# The reader's own addresses are in none of these.
# Of these, what few mail programs show: services that send for others are named there.
_ENVELOPE = frozenset(("sender", "return-path", "resent-from", "resent-sender", "resent-reply-to"))
_READ = _SENDERS | {"subject", "organization", "comments", "keywords"}

_FIELD = re.compile(rb"([!-9;-~]+)[ \t]*:")
_KNOWN_FIELD = re.compile(rb"(?:" + KNOWN + rb")[ \t]*:", re.IGNORECASE)
# What the names of the fields begin with that describe a part.
_CONTENT = b"content-"
_LONE_RETURN = re.compile(rb"\r(?!\n)")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_BROKEN = re.compile("[\udc80-\udcff]")


class Field(NamedTuple):
    """A field that people read, raw, and its name in lower case."""

    strip: Strip
    name: str

    @property
    def is_sender(self) -> bool:
        """Whether it says who wrote."""
        return self.name in _SENDERS


class Headers(NamedTuple):
    """The headers of a mail or a part.

    message: what the standard library reads in those that describe the content.
    fields: those that people read.
    strays: lines among them that are none, and the fields after such a line whose names say
        nothing to a mail program: they may as well be text.
    """

    message: Message
    fields: list[Field]
    strays: list[Line]


def take(feed: Feed, *, mail: bool = False) -> Headers:
    """Take the headers of a mail or a part, with the blank line after them.

    mail: they are a mail's, which may have blank lines before them. Headers that never end
    are taken for the body from where they are too long.
    """
    taken = _Taken()
    while (line := feed.next) is not None and feed.boundary() is None:
        if taken.size >= _MOST_BYTES:
            break
        if line.begins and not line.data.strip():
            if taken.data or not (mail and _are_headers_next(feed, junk=True)):
                feed.take()
                break
        elif not taken.add(line) and not (
            _are_headers_next(feed, junk=mail and not taken.data) and taken.is_stray(line)
        ):
            break  # the body begins without a blank line
        feed.take()
    return Headers(taken.message(), taken.fields, taken.strays)


class _Taken:
    """The headers taken so far. data: as the standard library reads them."""

    def __init__(self) -> None:
        self.data = bytearray()
        self._content: list[bytearray] = []
        self._is_content = False
        self.fields: list[Field] = []
        self.strays: list[Line] = []
        self.size = 0
        self._target: Strip | list[Line] | None = None

    def add(self, line: Line) -> bool:
        """Keep a line; returns whether it is a field, or goes on with one."""
        data = line.data if self.size else line.data.removeprefix(_BYTE_ORDER_MARK)
        name = _FIELD.match(data) if line.begins else None
        if not name and line.begins and data[:1] not in {b" ", b"\t"}:
            return False
        start = 0
        if name:
            start = len(line.data) - len(data) + name.end()
            self._target = self._target_of(name[1])
            self._is_content = name[1][: len(_CONTENT)].lower() == _CONTENT
            if self._is_content:
                self._content.append(bytearray())
            # The standard library stops at a space before the colon.
            data = name[1] + b":" + data[name.end() :]
        if name or self._target is not self.strays:
            self.data += data
            if self._is_content:
                self._content[-1] += data
        self._keep(line, start)
        return True

    def message(self) -> Message:
        """What the standard library reads in those that describe the content.

        Its parser is asked only where it sees other lines: it takes as long as all else that is
        done with headers.
        """
        if _LONE_RETURN.search(self.data):
            return message_from_bytes(bytes(self.data))
        message = Message()
        for field in self._content:
            source = field.decode("ascii", "surrogateescape")
            message.set_raw(*message.policy.header_source_parse([source]))
        return message

    def is_stray(self, line: Line) -> bool:
        """Keep a line that is no header, and those that go on with it."""
        self._target = self.strays
        self._keep(line, 0)
        return True

    def _keep(self, line: Line, start: int) -> None:
        self.size += len(line.data)
        if self._target is self.strays:
            self.strays.append(line)
        elif isinstance(self._target, Strip):
            for piece in _raw(line, start):
                self._target.add(piece)

    def _target_of(self, name: bytes) -> Strip | list[Line] | None:
        """Where the lines of a field are kept, None where no mail program shows it."""
        lower = name.decode("ascii").lower()
        if lower in _READ:
            self.fields.append(Field(Strip(), lower))
            return self.fields[-1].strip
        return self.strays if self.strays and not _KNOWN_FIELD.match(name + b":") else None


def _are_headers_next(feed: Feed, *, junk: bool = False) -> bool:
    """Return True if headers follow the next line, which is none, before a blank line.

    junk: it is before the first header, where other programs write whole paragraphs; after a
    blank line, two fields in a row are headers.
    """
    text = feed.next is not None and bool(feed.next.data.strip())
    wanted, fields = 1, 0
    for line in feed.ahead(_MOST_AHEAD):
        fields = fields + 1 if line.begins and _KNOWN_FIELD.match(line.data) else 0
        if fields == wanted:
            return True
        blank = line.begins and not line.data.strip()
        if blank and text and not junk:
            return False
        wanted = 2 if blank and text else wanted
        text = text or not blank
    return False


def _raw(line: Line, start: int) -> Iterator[Piece]:
    place = line.place.after(characters(line.data[:start]))
    text = _BROKEN.sub("\ufffd", characters(line.data[start:]))
    for at in range(0, len(text), _PIECE):
        piece = Piece(text[at : at + _PIECE], place)
        yield piece
        place = place.after(piece.text)


def text(field: Field) -> Iterator[Piece]:
    """A field as a mail program shows it; where it says who wrote, also the addresses used."""
    if not field.is_sender:
        for piece in decoded(field.strip):
            yield replace(piece, origin="subject") if field.name == "subject" else piece
        return
    for piece in address_list(field.strip):
        yield replace(piece, origin="envelope" if field.name in _ENVELOPE else "sender")
