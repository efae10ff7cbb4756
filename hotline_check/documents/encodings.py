"""Bytes -> text in an encoding that is named, marked, or found out, chunk by chunk.

All encodings distinguished here share ASCII (UTF-16 and UTF-32 have a mark or show by their
zero bytes), so nothing need be decided before the first byte beyond it; what follows that byte is
the sample that is looked at.
"""

import codecs
import re
from collections.abc import Iterable, Iterator
from itertools import chain

from hotline_check.charsets import MARKS, codec
from hotline_check.documents.models import Piece, Place

# Bytes looked at to find out an encoding.
SAMPLE = 65_536
_PIECE = 2_048  # short, since places are counted from the beginning of a piece

# What the detector may choose from: what is in use, by region. It answers with the likeliest.
_CANDIDATES = [
    "gb18030", "big5", "cp932", "euc_jp", "cp949", "cp1252", "cp1251", "koi8_r", "cp1250",
    "cp1253", "cp1254", "cp1255", "cp1256", "cp1258", "cp874",
]  # fmt: skip
_FALLBACK = "cp1252"
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_CONTROLS = bytes(set(range(32)) - {7, 8, 9, 10, 12, 13, 27}) + b"\x7f"
_MAGIC = (b"%PDF-", b"\x1f\x8b", b"PK\x03\x04", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd")
_ESCAPED_JAPANESE = re.compile(rb"\x1b\$[@B]|\x1b\([JI]")


def marked(head: bytes) -> str | None:
    """The encoding that a file's first bytes show: by a mark, or by the zeros of UTF-16."""
    for mark, name in MARKS:
        if head.startswith(mark):
            return name
    even, odd = head[0:1024:2], head[1:1024:2]
    if len(odd) > 3 and b"\0" not in even and odd.count(0) > len(odd) // 2:
        return "utf-16-le"
    if len(odd) > 3 and b"\0" not in odd and even.count(0) > len(even) // 2:
        return "utf-16-be"
    return None


def is_binary(head: bytes) -> bool:
    """Whether a file's first bytes are those of no text in any encoding."""
    if marked(head):
        return False
    if b"\0" in head or head.startswith(_MAGIC):
        return True
    return len(head) - len(head.translate(None, _CONTROLS)) > len(head) // 10


def pieces(chunks: Iterable[bytes], declared: str | None = None) -> Iterator[Piece]:
    """The text of a file, each character for itself; broken bytes become U+FFFD.

    declared: the encoding that the file names itself; a mark beats it, and it beats detection.
    """
    chunks = iter(chunks)
    first = next(chunks, b"")
    every = chain((first,), chunks)
    name = marked(first) or codec(declared)
    decoded = _decode(every, name) if name else _undeclared(every)
    place = Place()
    for text in decoded:
        for start in range(0, len(text), _PIECE):
            part = text[start : start + _PIECE]
            yield Piece(part, place)
            place = place.after(part)


def _decode(chunks: Iterable[bytes], name: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(name)("replace")
    for chunk in chunks:
        yield decoder.decode(chunk)
    yield decoder.decode(b"", final=True)


def _undeclared(chunks: Iterator[bytes]) -> Iterator[str]:
    for chunk in chunks:
        if _ESCAPED_JAPANESE.search(chunk):
            yield from _decode(chain((chunk,), chunks), "iso2022_jp_ext")
            return
        if chunk.isascii():
            yield chunk.decode("ascii")
            continue
        beyond = _BEYOND_ASCII.search(chunk)
        start = beyond.start() if beyond else 0
        yield chunk[:start].decode("ascii")
        sample = chunk[start:]
        while len(sample) < SAMPLE and (more := next(chunks, b"")):
            sample += more
        yield from _decode(chain((sample,), chunks), detect(sample[:SAMPLE]))
        return


def detect(sample: bytes) -> str:
    """The likeliest encoding of bytes beyond ASCII; a sample of full size may end in a character.

    A text of a few words fits several encodings, and the guess may be wrong; its digits and Latin
    letters are read right in any of them.
    """
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    text = decoder.decode(sample, final=len(sample) < SAMPLE)
    broken = text.count("\ufffd")
    beyond = sum(char > "\x7f" for char in text) if broken else 0
    return "utf-8" if broken * 5 <= beyond else _guess(sample)


def _guess(sample: bytes) -> str:
    """What charset-normalizer makes of it; only a text that isn't UTF-8 pays for loading it."""
    from charset_normalizer import from_bytes

    whole = sample[: sample.rfind(b"\n") + 1] or sample  # no half character at the end
    best = from_bytes(whole, cp_isolation=_CANDIDATES).best()
    return codec(best.encoding) or _FALLBACK if best else _FALLBACK
