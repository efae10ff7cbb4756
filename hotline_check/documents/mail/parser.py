"""One mail, line by line: its headers and the parts of text in it, in constant memory.

The standard library's parser needs a mail whole and forgets where things were. Its header parser
is used for what a header says; where parts begin and end is found here.
"""

import re
from collections.abc import Iterator
from email.message import Message
from pathlib import PurePath
from typing import NamedTuple

from msgspec.structs import replace

from hotline_check.documents import calendar, encodings
from hotline_check.documents.html import reader
from hotline_check.documents.limits import Members
from hotline_check.documents.mail import base64_body, headers, transfer_encoding
from hotline_check.documents.mail.attachments import Attachments
from hotline_check.documents.mail.lines import Feed, Line
from hotline_check.documents.mail.nested import Unwrapped
from hotline_check.documents.models import (
    Item,
    Piece,
    Place,
    Skipped,
)

# Each level is a generator within a generator; forwards of forwards have a few.
_DEEPEST = 16
_TITLE = 500  # characters of a subject that are kept
_MARK = re.compile(rb"--(\S(?:.{0,199}\S)?)\s*\Z")
_OF_A_PART = re.compile(rb"content-[a-z-]+[ \t]*:", re.IGNORECASE)
_ENCODING = re.compile(r"[\w-]+")
_PAGE = re.compile(
    rb"\s*<(?:!doctype|html|head|body|script|style|meta|table|div|svg|\?xml)\b", re.IGNORECASE
)
_ENCRYPTED = re.compile(r"-----BEGIN PGP MESSAGE-----")
_TEXT_SUFFIXES = frozenset({".txt", ".md", ".csv", ".tsv", ".log", ".json", ".jsonl", ".xml"})
_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".xht", ".shtml", ".svg"})
_MAIL_SUFFIXES = frozenset({".eml", ".mht", ".mhtml", ".nws"})
_TEXT_TYPES = frozenset({"application/json", "application/xml"})
_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml", "image/svg+xml"})
_MAIL_TYPES = frozenset({"message/rfc822", "message/global", "message/news"})


class _Kind(NamedTuple):
    """What a part's headers say of it."""

    type: str
    charset: str | None
    boundary: str | None
    file: str
    encoding: str


def items(feed: Feed, members: Members | None = None) -> Iterator[Item]:
    """The text of a mail: the headers that people read, then every part that is text.

    A part in several forms (plain and HTML) is read in each: what they say may differ.
    members: reads the files that are attached, after the text; without it they are noted only.
    """
    feed.attachments = Attachments(members) if members else None
    try:
        yield from _entity(feed, 0, mail=True)
        for _ in feed.body():
            pass
        if feed.attachments:
            yield from feed.attachments.items(feed.subject.strip())
    finally:
        if feed.attachments:
            feed.attachments.close()


def _entity(feed: Feed, depth: int, *, mail: bool = False) -> Iterator[Item]:
    """A mail or a part, from its headers to where it ends."""
    head = headers.take(feed, mail=mail)
    kind = _kind(head.message)
    place = feed.next.place if feed.next else Place()
    for field in head.fields if mail else ():
        for piece in headers.text(field):
            if piece.origin == "subject":
                feed.subject = (feed.subject + piece.text)[:_TITLE]
            yield piece
        yield _gap(field.strip.place(0))
    if head.strays:
        encoding = "quoted-printable" if kind.encoding == "quoted-printable" else ""
        yield from transfer_encoding.decoded(
            transfer_encoding.undone(head.strays, encoding), kind.charset
        )
        yield _gap(place)
    if depth > _DEEPEST:
        yield from _skip(feed, "part-too-deep", kind, place)
    elif kind.type.startswith("multipart/"):
        yield from _multipart(feed, kind.boundary, depth)
    elif _is_mail(kind):
        yield from _mail(feed, kind, depth)
    else:
        yield from _body(feed, kind, place)


def _mail(feed: Feed, kind: _Kind, depth: int) -> Iterator[Item]:
    """A mail within a mail."""
    if kind.encoding not in transfer_encoding.ENCODED:
        yield from _entity(feed, depth + 1, mail=True)
        return
    encoding, body, doubted = _encoding(feed, kind)
    inner = Unwrapped(_chunks(body, encoding, doubted))
    nested = Feed(inner.lines())
    nested.attachments = feed.attachments
    yield from inner.placed(_entity(nested, depth + 1, mail=True))
    yield from inner.placed(_rest(nested))
    yield from doubted.pieces()


def _rest(feed: Feed) -> Iterator[Item]:
    """What is left of a mail after its last boundary."""
    for line in feed.body():
        yield from transfer_encoding.decoded(transfer_encoding.undone([line], ""), None)


def _multipart(feed: Feed, boundary: str | None, depth: int) -> Iterator[Item]:
    """The parts, and the text before and after them, which some mail programs show."""
    if boundary:
        mark = boundary.strip('"').encode("utf-8", "surrogateescape").rstrip()
        yield from _parts(feed, mark, depth, begun=False)
    yield from _between_parts(feed, depth)


def _parts(feed: Feed, mark: bytes, depth: int, *, begun: bool) -> Iterator[Item]:
    """The parts that a boundary divides; `begun`: the line of the first one has been taken."""
    feed.boundaries.append(mark)
    if begun:
        yield from _entity(feed, depth + 1)
    else:
        yield from _between_parts(feed, depth)
    while feed.boundary() == mark:
        feed.take()
        yield from _entity(feed, depth + 1)
    if feed.boundary() == mark + b"--":
        feed.take()
    feed.boundaries.pop()


def _between_parts(feed: Feed, depth: int) -> Iterator[Item]:
    """What is outside of the parts: text, or parts with another boundary than the named one."""
    while feed.next is not None and feed.boundary() is None:
        outside = _Outside(feed)
        place = feed.next.place
        yield from transfer_encoding.decoded(transfer_encoding.undone(outside.lines(), ""), None)
        yield _gap(place)
        if outside.mark is not None:
            yield from _parts(feed, outside.mark, depth, begun=True)


class _Outside:
    """Lines outside of the parts, up to one that divides parts although no header named it.

    mark: what divides them, when such a line was met.
    """

    def __init__(self, feed: Feed) -> None:
        self._feed = feed
        self.mark: bytes | None = None

    def lines(self) -> Iterator[Line]:
        feed = self._feed
        while feed.next is not None and feed.boundary() is None:
            line = feed.next
            feed.take()
            mark = _MARK.match(line.data) if line.begins else None
            if mark and feed.next is not None and _OF_A_PART.match(feed.next.data):
                self.mark = mark[1]
                return
            yield line


def _encoding(feed: Feed, kind: _Kind) -> tuple[str, Iterator[Line], base64_body.Doubted]:
    """The encoding that a body really has, and the body."""
    body, plain = feed.body(), False
    if kind.encoding == "base64":
        plain, body = base64_body.is_plain(body)
    return "" if plain else kind.encoding, body, base64_body.Doubted()


def _chunks(
    body: Iterator[Line], encoding: str, doubted: base64_body.Doubted
) -> Iterator[transfer_encoding.Chunk]:
    if encoding == "base64":
        return base64_body.undone(body, doubted)
    return transfer_encoding.undone(body, encoding)


def _body(feed: Feed, kind: _Kind, place: Place) -> Iterator[Item]:
    """The text of a part that has some, whatever its type is called."""
    if kind.encoding not in transfer_encoding.KNOWN:
        yield _skipped("part-encoding", kind, place)  # and read as it is
    encoding, body, doubted = _encoding(feed, kind)
    head, chunks = transfer_encoding.beginning(_chunks(body, encoding, doubted))
    if _is_binary(kind, head):
        unknown = _skipped("part-not-text", kind, place)
        if feed.attachments is None:
            yield unknown
        else:
            feed.attachments.add(chunks, kind.file or kind.type, unknown)
        for _ in feed.body():
            pass
        if not _is_text(kind):
            return
    else:
        if _ENCRYPTED.search(head.decode("latin-1")):
            yield _skipped("part-encrypted", kind, place)
        text = _without_nulls(transfer_encoding.decoded(chunks, kind.charset))
        for piece in _read_as(kind, head, text):
            yield piece
            if doubted.is_full:
                yield from doubted.pieces()
        yield _gap(place)
    yield from doubted.pieces()


def _is_binary(kind: _Kind, head: bytes) -> bool:
    if not _is_text(kind):
        return encodings.is_binary(head)
    # A zero byte in what is called a text only stops some programs from reading on.
    nulls = b"\0" in head and not encodings.marked(head)
    return nulls and encodings.is_binary(head.replace(b"\0", b""))


def _read_as(kind: _Kind, head: bytes, text: Iterator[Piece]) -> Iterator[Item]:
    if _is_html(kind) or (not _is_text(kind) and _PAGE.match(head)):
        return reader.pieces(text)
    if kind.type in calendar.TYPES or _suffix(kind) in calendar.SUFFIXES:
        return calendar.pieces(text)
    return text


def _without_nulls(text: Iterator[Piece]) -> Iterator[Piece]:
    for piece in text:
        if "\0" not in piece.text:
            yield piece
        else:
            size = len(piece.text) if piece.size is None else piece.size
            yield replace(piece, text=piece.text.replace("\0", ""), size=size)


def _skip(feed: Feed, reason: str, kind: _Kind, place: Place) -> Iterator[Skipped]:
    for _ in feed.body():
        pass
    yield _skipped(reason, kind, place)


def _skipped(reason: str, kind: _Kind, place: Place) -> Skipped:
    return Skipped(reason=reason, line=place.line, args={"type": kind.type, "name": kind.file})


def _gap(place: Place) -> Piece:
    return Piece("\n\n", place, 0)


def _kind(message: Message) -> _Kind:
    try:
        return _Kind(
            type=message.get_content_type(),
            charset=message.get_content_charset(),
            boundary=message.get_boundary(),
            file=message.get_filename() or "",
            encoding=_named_encoding(message),
        )
    except (ValueError, LookupError, TypeError, AttributeError):
        # Broken headers make the standard library stumble in several ways.
        return _Kind("text/plain", None, None, "", "")


def _named_encoding(message: Message) -> str:
    """The transfer encoding: of several the one that hides most, as some mail programs undo it."""
    written = map(str, message.get_all("content-transfer-encoding", ()))
    named = [found[0].lower() for name in written if (found := _ENCODING.search(name))]
    strong = [name for name in ("base64", "quoted-printable") if name in named]
    return next(iter([*strong, *named]), "")


def _suffix(kind: _Kind) -> str:
    return PurePath(kind.file).suffix.lower() if kind.file else ""


def _is_html(kind: _Kind) -> bool:
    return kind.type in _HTML_TYPES or _suffix(kind) in _HTML_SUFFIXES


def _is_mail(kind: _Kind) -> bool:
    return kind.type in _MAIL_TYPES or (_suffix(kind) in _MAIL_SUFFIXES and not _is_html(kind))


def _is_text(kind: _Kind) -> bool:
    """Whether a part is called a text; what is called none may be one all the same."""
    named = _suffix(kind) in _TEXT_SUFFIXES | calendar.SUFFIXES
    typed = kind.type.startswith(("text/", "message/")) or kind.type in _TEXT_TYPES
    return named or typed or kind.type.endswith(("+xml", "+json")) or _is_html(kind)
