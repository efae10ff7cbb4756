"""Bodies that are said to be base64, and may be none.

They are decoded as mail programs do, and where they are not base64 also read as they are, so that
nothing is lost on the way.
"""

import binascii
import codecs
import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from hotline_check.documents.encodings import is_binary
from hotline_check.documents.mail.lines import Line, characters
from hotline_check.documents.mail.transfer_encoding import Chunk
from hotline_check.documents.models import Piece

_FOREIGN = re.compile(rb"[^A-Za-z0-9+/=]+")
_CONTINUED = bytes(range(0x80, 0xC0))
_QUANTA = re.compile(rb"[^=]+=*")
_BROKEN = re.compile("[\udc80-\udcff]")
# Lines that decide whether a body is base64 at all.
_HEAD = 16
# Characters of a line of base64 that may as well be a word or a number as it is.
_SHORT = 40
# Whether it is base64 shows in its first lines; a body is not kept whole for it.
_MOST = 65_536


class Doubted:
    """Lines of a body that may be no base64: at most so many as are kept in memory."""

    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self._size = 0

    def add(self, line: Line) -> None:
        """Keep a line."""
        text = _BROKEN.sub("\ufffd", characters(line.data))
        self._pieces.append(Piece(text, line.place))
        self._size += len(text)

    @property
    def is_full(self) -> bool:
        """Whether no more lines should be kept."""
        return self._size > _MOST

    def pieces(self) -> Iterator[Piece]:
        """The lines as they are, with blank lines around them."""
        if self._pieces:
            yield Piece("\n\n", self._pieces[0].place, 0)
            yield from self._pieces
            yield Piece("\n\n", self._pieces[-1].place, 0)
            self._pieces, self._size = [], 0


def is_plain(lines: Iterable[Line]) -> tuple[bool, Iterator[Line]]:
    """Whether a body is not base64, by its first lines; and the body, whole."""
    lines = iter(lines)
    head = list(islice(lines, _HEAD))
    written = [line for line in head if line.data.strip()]
    strict = [line for line in written if not _is_foreign(line)]
    data = b"".join(_decoded(_FOREIGN.sub(b"", line.data)) for line in strict or written)
    plain = is_binary(data) if strict else not _is_utf8(data)
    return plain and len(strict) < len(written), chain(head, lines)


def undone(lines: Iterable[Line], doubted: Doubted) -> Iterator[Chunk]:
    """A body decoded, without what is not base64, as mail programs do.

    doubted: gets the lines that may have been meant as they are.
    """
    rest = b""
    for line in lines:
        code = _FOREIGN.sub(b"", line.data)
        if _is_foreign(line) or (0 < len(code) < _SHORT and not _is_utf8(_decoded(code))):
            doubted.add(line)
        data = b""
        for quantum in _QUANTA.findall(rest + code):
            whole = len(quantum) if b"=" in quantum else len(quantum) // 4 * 4
            data += _decoded(quantum[:whole])
            rest = quantum[whole:]
        yield Chunk(data, line.place, characters(line.data.rstrip()))
    if rest:
        yield Chunk(_decoded(rest), line.place, characters(line.data.rstrip()))


def _is_foreign(line: Line) -> bool:
    return _FOREIGN.search(line.data.strip()) is not None


def _decoded(code: bytes) -> bytes:
    """Base64 that may be cut short or padded wrong."""
    return b"".join(map(_quantum, code.replace(b"=", b" ").split()))


def _quantum(code: bytes) -> bytes:
    code = code[: len(code) - (len(code) % 4 == 1)]
    return binascii.a2b_base64(code + b"=" * (-len(code) % 4))


def _is_utf8(data: bytes) -> bool:
    """Whether it may be from the middle of a text in UTF-8."""
    whole = data[:3].lstrip(_CONTINUED) + data[3:]
    try:
        codecs.getincrementaldecoder("utf-8")().decode(whole)
    except UnicodeDecodeError:
        # The last characters may be cut, but what is wrong in the middle is another encoding.
        return False
    return not is_binary(data)
