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
_PIECE = 8_192  # characters; places are counted from the beginning of a piece, so not more

_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_CONTROLS = bytes(set(range(32)) - {7, 8, 9, 10, 12, 13, 27}) + b"\x7f"
# Files that begin so are not text, even if their first bytes are no control characters.
_MAGIC = (
    b"%PDF-",
    b"\x1f\x8b",
    b"PK\x03\x04",
    b"BZh",
    b"\xfd7zXZ",
    b"\x28\xb5\x2f\xfd",
    b"\xd0\xcf\x11\xe0",
)
_LOST = "\ufffd".encode()
# ISO-2022-JP, which is ASCII but for these escapes.
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
    decoded = _decode(every, _decoder(name)) if name else _undeclared(every)
    place = Place()
    for text in decoded:
        for start in range(0, len(text), _PIECE):
            part = text[start : start + _PIECE]
            yield Piece(part, place)
            place = place.after(part)


def _decoder(name: str) -> codecs.IncrementalDecoder:
    return codecs.getincrementaldecoder(name)("replace")


def _decode(chunks: Iterable[bytes], decoder: codecs.IncrementalDecoder) -> Iterator[str]:
    for chunk in chunks:
        yield decoder.decode(chunk)
    yield decoder.decode(b"", final=True)


def _undeclared(chunks: Iterator[bytes]) -> Iterator[str]:
    for chunk in chunks:
        if _ESCAPED_JAPANESE.search(chunk):
            yield from _decode(chain((chunk,), chunks), _decoder("iso2022_jp_ext"))
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
        before = chunk[max(start - 1, 0) : start]  # whether it is a letter is looked at, too
        yield from _decode(chain((sample,), chunks), detected(before + sample[: SAMPLE - 1]))
        return


def detected(sample: bytes) -> codecs.IncrementalDecoder:
    """A decoder for the likeliest encoding of a sample, which has bytes beyond ASCII.

    A sample of full size may end within a character. A text of a few words may be guessed wrong;
    its digits, numbers and addresses are then read right, or not at all.
    """
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    text = decoder.decode(sample, final=len(sample) < SAMPLE)
    broken = text.count("\ufffd") - sample.count(_LOST)  # what was lost before is not broken
    beyond = sum(char > "\x7f" for char in text) if broken else 0
    if broken * 5 <= beyond:
        decoder.reset()
        return decoder
    # Imported here: only for what is not UTF-8.
    from hotline_check.documents.encoding_guess import CarefulDecoder, guess

    return CarefulDecoder(guess(sample))
