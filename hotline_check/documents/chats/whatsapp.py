"""WhatsApp's export of a chat -> its messages, each a text of its own with its writer and time."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from hotline_check.documents.models import Break, Item, Piece

# `29/11/2026, 14:03 - Ann: hi`, `[29.11.26, 14:03:05] Ann: hi`, `2026/11/29 14:03 - 安: 好`, with
# marks of direction in front of some.
_BEGINS: Final = re.compile(
    r"""
    [\u200e\u200f\ufeff]*
    (?P<bracket>\[)?
    (?P<time>
        \d{1,4}([./-])\d{1,2}\3\d{1,4}  # a day
        (?:,\s|\s(?=[^\d]{0,4}\d{1,2}:\d\d\s-\s)|(?<=\d)\s(?=[^\]\n]{1,14}\]))
        [^\d\n\]-]{0,6}\d{1,2}[:.]\d\d(?:[:.]\d\d)?  # a time
        (?:[\s\u202f]?[AaPp]\.?\s?[Mm]\.?)?
    )
    (?(bracket)\]\s|\s-\s)
    (?P<speaker>[^:\n]{1,80}(?=:\s))?
    """,
    re.VERBOSE,
)
# Characters of a line in which its beginning is looked for.
_ENOUGH: Final = 200


def is_export(head: str) -> bool:
    """Return True if a text begins as an export does: two messages, the first at its beginning."""
    lines = [line for line in head.splitlines() if line.strip()]
    found = [_BEGINS.match(line) for line in lines[:12]]
    spoken = [match for match in found if match and match["speaker"]]
    return bool(found) and found[0] is not None and (len(spoken) > 1 or len(found) == 1)


def items(source: Iterable[Piece]) -> Iterator[Item]:
    """The text as it is; after each message who wrote it, and when."""
    speaker = time = ""
    for line, is_whole in _lines(source):
        begun = _BEGINS.match("".join(piece.text for piece in line)) if is_whole else None
        if begun:
            yield Break(title=begun["speaker"] or "", speaker=speaker, time=time)
            speaker, time = begun["speaker"] or "", begun["time"]
        yield from line
    yield Break(speaker=speaker, time=time)


def _lines(source: Iterable[Piece]) -> Iterator[tuple[list[Piece], bool]]:
    """Each line, a long one in parts, with whether the part has the line's beginning."""
    line: list[Piece] = []
    size, is_begun = 0, False
    for piece in source:
        start = 0
        while start < len(piece.text):
            end = piece.text.find("\n", start) + 1 or len(piece.text)
            part = Piece(piece.text[start:end], piece.place.after(piece.text[:start]))
            line.append(part)
            size += len(part.text)
            is_end = part.text.endswith("\n")
            if is_end or size > _ENOUGH:
                yield line, not is_begun
                line, size, is_begun = [], 0, not is_end
            start = end
    if line:
        yield line, not is_begun
