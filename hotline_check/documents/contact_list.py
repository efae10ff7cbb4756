"""Contacts that are given one a line -> lines of text, as soon as each is there."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from hotline_check.documents import encodings

# Characters of a line that are given; the rest of it is passed over.
LONGEST = 8_192
# A line without end must not be kept whole.
_CHUNK = 65_536
# A last line may lack its end.
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def lines(stream: BinaryIO) -> Iterator[str]:
    """The lines without their ends.

    What is UTF-8 is given line by line; else the encoding is found out as for a file. Of a line
    that is too long for a contact only the beginning is given, which the reader then refuses.
    """
    first = stream.readline(_CHUNK)
    if encodings.marked(first):
        yield from _decoded(first, stream)
        return
    whole = True  # whether the next bytes begin a line
    for data in chain((first,), iter(lambda: stream.readline(_CHUNK), b"")):
        if whole:
            try:
                # A character may have been cut in two where a line is too long.
                text = data.decode("utf-8", "strict" if len(data) < _CHUNK else "ignore")
            except UnicodeDecodeError:
                yield from _decoded(data, stream)
                return
            yield text[:LONGEST].rstrip("\r\n")
        whole = data.endswith(b"\n")


def _decoded(begun: bytes, stream: BinaryIO) -> Iterator[str]:
    """The lines of a stream of which the beginning has been read."""
    chunks = chain((begun,), iter(lambda: stream.read(_CHUNK), b""))
    line, size = "", 0
    for piece in encodings.pieces(chunks):
        for part in _LINE.findall(piece.text):
            line = (line + part)[: LONGEST + 1] if size <= LONGEST else line
            size += len(part)
            if part.endswith("\n"):
                yield line[:LONGEST].rstrip("\r\n")
                line, size = "", 0
    if size:
        yield line[:LONGEST].rstrip("\r\n")
