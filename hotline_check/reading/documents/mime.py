"""One mail, line by line: its headers and the parts of text in it, in constant memory.

The standard library's parser needs a mail whole and forgets where things stood. Its header parser
is used for what a header says; where parts begin and end is found here.
"""

from collections.abc import Iterator
from email.message import Message
from pathlib import PurePath
from typing import NamedTuple

from hotline_check.reading.documents import headers, html, transfer
from hotline_check.reading.documents.lines import Feed
from hotline_check.reading.documents.models import Item, Piece, Place, Skipped

_DEEPEST = 16
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
    elif kind.type.startswith("multipart/") and kind.boundary:
        yield from _multipart(feed, kind.boundary, depth)
    elif kind.encoding not in transfer.KNOWN:
        yield from _skip(feed, "part-encoding", kind, place)
    elif kind.type == "message/rfc822" and kind.encoding in transfer.PLAIN:
        yield from _entity(feed, depth + 1, mail=True)
    elif not _is_text(kind):
        yield from _skip(feed, "part-not-text", kind, place)
    else:
        yield from _body(feed, kind, place)


def _multipart(feed: Feed, boundary: str, depth: int) -> Iterator[Item]:
    mark = boundary.encode("utf-8", "surrogateescape").rstrip()
    feed.boundaries.append(mark)
    for _ in feed.body():
        pass  # what old mail programs show
    while feed.boundary() == mark:
        feed.take()
        yield from _entity(feed, depth + 1)
    if feed.boundary() == mark + b"--":
        feed.take()
    feed.boundaries.pop()
    for _ in feed.body():
        pass


def _body(feed: Feed, kind: _Kind, place: Place) -> Iterator[Item]:
    binary, chunks = transfer.is_binary(transfer.undone(feed.body(), kind.encoding))
    if binary:
        yield from _skip(feed, "part-not-text", kind, place)
        return
    text = transfer.decoded(chunks, kind.charset)
    yield from html.pieces(text) if _is_html(kind) else text
    yield _gap(place)


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
