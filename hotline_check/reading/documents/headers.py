"""The headers of a mail: what they say of its parts, and the text of those that people read."""

import binascii
import codecs
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from quopri import decodestring

from hotline_check.reading.documents import charsets
from hotline_check.reading.documents.lines import Feed, Line, characters
from hotline_check.reading.documents.models import Piece
from hotline_check.reading.documents.strip import Strip

_MOST_BYTES = 1_048_576

# What a reader may answer to or believe; the reader's own addresses are in none of these.
_READ = frozenset({"from", "sender", "reply-to", "return-path", "subject", "organization"})

_FIELD = re.compile(rb"([!-9;-~]+)[ \t]*:")
_ENCODED = re.compile(r"=\?([^?\s]+)\?([bBqQ])\?([^?\n]*)\?=")
_NEXT = re.compile(rf"\s*{_ENCODED.pattern}")
_FOLD = re.compile(r"\r?\n[ \t]*")
_BROKEN = re.compile("[\udc80-\udcff]")


def take(feed: Feed) -> tuple[Message, list[Strip]]:
    """Take the headers of a mail or a part, with the blank line behind them.

    Returns what the standard library reads in them, and the raw fields that people read. Headers
    that go on for ever are taken for the body from where they are too long.
    """
    data, fields = b"", []
    wanted = False
    while (line := feed.next) is not None and feed.boundary() is None:
        name = _FIELD.match(line.data) if line.begins else None
        if line.begins and not line.data.strip():
            feed.take()
            break
        if name is None and line.begins and line.data[:1] not in {b" ", b"\t"}:
            break  # no header: the body begins without a blank line
        if len(data) >= _MOST_BYTES:
            break
        if name:
            wanted = name[1].decode("ascii").lower() in _READ
            if wanted:
                fields.append(Strip())
        data += line.data
        if wanted:
            fields[-1].add(_raw(line, name.end() if name else 0))
        feed.take()
    return message_from_bytes(data), fields


def _raw(line: Line, start: int) -> Piece:
    place = line.place.after(characters(line.data[:start]))
    return Piece(_BROKEN.sub("\ufffd", characters(line.data[start:])), place)


def text(field: Strip) -> Iterator[Piece]:
    """A field's text, its encoded words read and its lines unfolded."""
    at, last, decoder = 0, "", None
    for word in _ENCODED.finditer(field.text):
        name = _charset(word)
        data = _undone(word[2].lower(), word[3])
        if name is None or data is None:
            continue
        beside = decoder is not None and not field.text[at : word.start()].strip()
        if not beside:
            yield from _unfolded(field, at, word.start())
        if decoder is None or not beside or name != last:
            decoder, last = codecs.getincrementaldecoder(name)("replace"), name
        # A character may begin in one word and end in the next, if that follows at once.
        more = _NEXT.match(field.text, word.end())
        final = more is None or _charset(more) != name
        yield Piece(decoder.decode(data, final), field.place(word.start()), len(word[0]))
        at = word.end()
    yield from _unfolded(field, at, len(field))


def _charset(word: re.Match[str]) -> str | None:
    return charsets.codec(word[1].partition("*")[0])


def _undone(kind: str, code: str) -> bytes | None:
    raw = code.encode("ascii", "replace")
    if kind == "q":
        return decodestring(raw, header=True)
    try:
        return binascii.a2b_base64(raw + b"=" * (-len(raw) % 4))
    except binascii.Error:
        return None


def _unfolded(field: Strip, start: int, end: int) -> Iterator[Piece]:
    at = start
    for fold in _FOLD.finditer(field.text, start, end):
        yield from field.part(at, fold.start())
        yield Piece(" ", field.place(fold.start()), len(fold[0]))
        at = fold.end()
    yield from field.part(at, end)
