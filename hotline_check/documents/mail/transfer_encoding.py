"""The body of a mail's part -> text: its transfer encoding undone, its charset decoded."""

import codecs
import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice

import msgspec

from hotline_check.charsets import codec
from hotline_check.documents import encodings
from hotline_check.documents.mail.lines import Line, characters
from hotline_check.documents.models import Piece, Place

ENCODED = frozenset({"base64", "quoted-printable"})
KNOWN = ENCODED | {"", "7bit", "8bit", "binary"}

_WIDE = ("utf-16", "utf-32")
_RUNS = re.compile(rb"[\x00-\x7f]+|[\x80-\xff]+")
_QUOTED = re.compile(rb"(?P<codes>(?:=[0-9A-Fa-f]{2})+)|(?P<soft>=[ \t]*\r?\n)|[^=]+|=")


class Chunk(msgspec.Struct, frozen=True):
    """Some bytes of a body and the part of the file they came from."""

    data: bytes
    place: Place
    source: str


def undone(lines: Iterable[Line], encoding: str) -> Iterator[Chunk]:
    """A body without its transfer encoding, which is quoted-printable or none."""
    is_quoted = encoding == "quoted-printable"
    pattern = _QUOTED if is_quoted else _RUNS
    for line in lines:
        if line.data.isascii() and not (is_quoted and b"=" in line.data):
            yield Chunk(line.data, line.place, line.data.decode("ascii"))
            continue
        place = line.place
        for part in pattern.finditer(line.data):
            source = characters(part[0])
            data = part[0]
            if part.lastgroup == "codes":
                data = bytes.fromhex(data.replace(b"=", b"").decode("ascii"))
            elif part.lastgroup == "soft":
                data = b""
            yield Chunk(data, place, source)
            place = place.after(source)


def beginning(chunks: Iterable[Chunk]) -> tuple[bytes, Iterator[Chunk]]:
    """The first bytes of a body, to see what it is; and the body, whole."""
    chunks = iter(chunks)
    begin = list(islice(chunks, 16))
    return b"".join(chunk.data for chunk in begin), chain(begin, chunks)


def decoded(chunks: Iterable[Chunk], charset: str | None) -> Iterator[Piece]:
    """The text of a body in a charset, or in the one that it looks like."""
    chunks = iter(chunks)
    name = codec(charset) if (charset or "").lower() not in {"", "us-ascii"} else None
    begin: list[Chunk] = []
    if name and name.startswith(_WIDE):
        begin = list(islice(chunks, 16))
        chunks = chain(begin, chunks)
        if b"\0" not in b"".join(chunk.data for chunk in begin):
            name = None  # a mail in it would be unreadable, and is not in it
        begin = []
    sample = b""
    if name is None:
        for chunk in chunks:
            if not begin and chunk.data.isascii() and b"\0" not in chunk.data:
                yield from _text(chunk, chunk.data.decode("ascii"))
                continue
            begin.append(chunk)
            sample += chunk.data
            if len(sample) >= encodings.SAMPLE:
                break
        name = encodings.marked(sample)
    decoder = (
        codecs.getincrementaldecoder(name)("replace")
        if name
        else encodings.detected(sample[: encodings.SAMPLE])
    )
    for chunk in chain(begin, chunks):
        yield from _text(chunk, decoder.decode(chunk.data))


def _text(chunk: Chunk, text: str) -> Iterator[Piece]:
    if text:
        yield Piece(text, chunk.place, None if text == chunk.source else len(chunk.source))
