"""One mail, line by line: its headers and the parts of text in it, in constant memory.

The standard library's parser needs a mail whole and forgets where things stood. Its header parser
is used for what a header says; where parts begin and end is found here.
"""

import re
from collections.abc import Iterator
from email.message import Message
from pathlib import PurePath
from typing import NamedTuple

from hotline_check.reading.documents import base64, headers, html, transfer
from hotline_check.reading.documents.lines import Feed, Line
from hotline_check.reading.documents.models import Item, Piece, Place, Skipped

_DEEPEST = 16
_MARK = re.compile(rb"--(\S(?:.{0,199}\S)?)\s*\Z")
_OF_A_PART = re.compile(rb"content-[a-z-]+[ \t]*:", re.IGNORECASE)
_TEXT_SUFFIXES = frozenset({".txt", ".md", ".csv", ".log", ".json", ".xml"})
_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_TEXT_TYPES = frozenset({"application/json", "application/xml"})
_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})


class _Kind(NamedTuple):
    """What a part's headers say of it."""

    type: str
    charset: str | None
    boundary: str | None
    file: str
    encoding: str


def items(feed: Feed) -> Iterator[Item]:
    """The text of a mail: the headers that people read, then every part that is text.

    A part in several forms (plain and HTML) is read in each: what they say may differ.
    """
    yield from _entity(feed, 0, mail=True)
    for _ in feed.body():
        pass


def _entity(feed: Feed, depth: int, *, mail: bool = False) -> Iterator[Item]:
    """A mail or a part, from its headers to where it ends."""
    message, fields = headers.take(feed)
    if mail:
        for field in fields:
            yield from headers.text(field)
            yield _gap(field.place(0))
    kind = _kind(message)
    place = feed.next.place if feed.next else Place()
    if depth > _DEEPEST:
        yield from _skip(feed, "part-too-deep", kind, place)
    elif kind.type.startswith("multipart/"):
        yield from _multipart(feed, kind.boundary, depth)
    elif kind.encoding not in transfer.KNOWN:
        yield from _skip(feed, "part-encoding", kind, place)
    elif kind.type == "message/rfc822" and kind.encoding in transfer.PLAIN:
        yield from _entity(feed, depth + 1, mail=True)
    elif not _is_text(kind):
        yield from _skip(feed, "part-not-text", kind, place)
    else:
        yield from _body(feed, kind, place)


def _multipart(feed: Feed, boundary: str | None, depth: int) -> Iterator[Item]:
    """The parts, and the text before and after them, which some mail programs show."""
    if boundary:
        mark = boundary.strip('"').encode("utf-8", "surrogateescape").rstrip()
        yield from _parts(feed, mark, depth, begun=False)
    yield from _beside(feed, depth)


def _parts(feed: Feed, mark: bytes, depth: int, *, begun: bool) -> Iterator[Item]:
    """The parts that a boundary divides; `begun`: the line of the first one has been taken."""
    feed.boundaries.append(mark)
    if begun:
        yield from _entity(feed, depth + 1)
    else:
        yield from _beside(feed, depth)
    while feed.boundary() == mark:
        feed.take()
        yield from _entity(feed, depth + 1)
    if feed.boundary() == mark + b"--":
        feed.take()
    feed.boundaries.pop()


def _beside(feed: Feed, depth: int) -> Iterator[Item]:
    """What stands outside of the parts: text, or parts with another boundary than the named one."""
    while feed.next is not None and feed.boundary() is None:
        outside = _Outside(feed)
        place = feed.next.place
        yield from transfer.decoded(transfer.undone(outside.lines(), ""), None)
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


def _body(feed: Feed, kind: _Kind, place: Place) -> Iterator[Item]:
    body: Iterator[Line] = feed.body()
    encoding, doubted = kind.encoding, base64.Doubted()
    if encoding == "base64":
        plain, body = base64.is_plain(body)
        encoding = "" if plain else encoding
    chunks = (
        base64.undone(body, doubted) if encoding == "base64" else transfer.undone(body, encoding)
    )
    binary, chunks = transfer.is_binary(chunks)
    if binary:
        yield from _skip(feed, "part-not-text", kind, place)
    else:
        text = transfer.decoded(chunks, kind.charset)
        for piece in html.pieces(text) if _is_html(kind) else text:
            yield piece
            if doubted.full:
                yield from doubted.pieces()
        yield _gap(place)
    yield from doubted.pieces()


def _skip(feed: Feed, reason: str, kind: _Kind, place: Place) -> Iterator[Skipped]:
    for _ in feed.body():
        pass
    yield Skipped(reason=reason, line=place.line, args={"type": kind.type, "name": kind.file})


def _gap(place: Place) -> Piece:
    return Piece("\n\n", place, 0)


def _kind(message: Message) -> _Kind:
    try:
        return _Kind(
            type=message.get_content_type(),
            charset=message.get_content_charset(),
            boundary=message.get_boundary(),
            file=message.get_filename() or "",
            encoding=str(message.get("content-transfer-encoding", "")).strip().lower(),
        )
    except (ValueError, LookupError, TypeError, AttributeError):
        # Broken headers make the standard library stumble in several ways.
        return _Kind("text/plain", None, None, "", "")


def _suffix(kind: _Kind) -> str:
    return PurePath(kind.file).suffix.lower()


def _is_html(kind: _Kind) -> bool:
    return kind.type in _HTML_TYPES or _suffix(kind) in _HTML_SUFFIXES


def _is_text(kind: _Kind) -> bool:
    named = _suffix(kind) in _TEXT_SUFFIXES or kind.type.startswith(("text/", "message/"))
    return named or kind.type in _TEXT_TYPES or kind.type.startswith("multipart/") or _is_html(kind)
