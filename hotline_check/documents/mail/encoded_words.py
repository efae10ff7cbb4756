"""Encoded words in the header fields of a mail (RFC 2047): `=?utf-8?B?Q29pbg==?=`."""

import binascii
import codecs
import re
from collections.abc import Iterator
from quopri import decodestring

from hotline_check.charsets import codec
from hotline_check.documents.models import Piece
from hotline_check.documents.source_map import Strip

ENCODED = re.compile(r"=\?([^?\s]+)\?([bBqQ])\?([^?\n]*)\?=")

_NEXT = re.compile(rf"\s*{ENCODED.pattern}")
_FOLD = re.compile(r"\r?\n[ \t]*")


def decoded(field: Strip, start: int = 0, end: int | None = None) -> Iterator[Piece]:
    """A part of a field, its encoded words read and its lines unfolded."""
    end = len(field) if end is None else end
    at, last, decoder = start, "", None
    for word in ENCODED.finditer(field.text, start, end):
        name = _charset(word)
        data = _undone(word[2].lower(), word[3])
        if name is None or data is None:
            continue
        adjacent = decoder is not None and not field.text[at : word.start()].strip()
        if not adjacent:
            yield from _unfolded(field, at, word.start())
        if decoder is None or not adjacent or name != last:
            decoder, last = codecs.getincrementaldecoder(name)("replace"), name
        # A character may begin in one word and end in the next, if that follows at once.
        more = _NEXT.match(field.text, word.end(), end)
        final = more is None or _charset(more) != name
        yield Piece(decoder.decode(data, final), field.place(word.start()), len(word[0]))
        at = word.end()
    yield from _unfolded(field, at, end)


def _charset(word: re.Match[str]) -> str | None:
    return codec(word[1].partition("*")[0])


def _undone(kind: str, code: str) -> bytes | None:
    raw = code.encode("ascii", "replace")
    if kind == "q":
        return decodestring(raw, header=True)
    try:
        return binascii.a2b_base64(raw + b"=" * (-len(raw) % 4))
    except binascii.Error:
        # Mail programs show such a word as it is.
        return None


def _unfolded(field: Strip, start: int, end: int) -> Iterator[Piece]:
    at = start
    for fold in _FOLD.finditer(field.text, start, end):
        yield from field.part(at, fold.start())
        yield Piece(" ", field.place(fold.start()), len(fold[0]))
        at = fold.end()
    yield from field.part(at, end)
