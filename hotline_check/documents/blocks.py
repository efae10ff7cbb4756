"""Pieces -> blocks: parts of a text that are small enough to be looked at and cut no contact."""

import re
from collections.abc import Iterable, Iterator

from hotline_check.documents.models import (
    Break,
    Item,
    Piece,
    Skipped,
)
from hotline_check.documents.source_map import Strip

# Characters of a block, about.
BLOCK = 65_536
# Characters that two blocks share on each side of a cut that may go through a contact.
AROUND = 2_048
# Of these, what is enough to see a contact in which the cut is.
_AT_CUT = 512

# Also one with blanks, as mail programs and editors leave them.
_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")
_SIGN = re.compile(r"[^ \t\r\n]")
_NEAR_END = 4_096
_SPACE = re.compile(r"\s")


class Block:
    """A part of a document.

    text: at most about `BLOCK` characters. opens: whether a document begins here.
    title: what is said around the document about all like it.
    Where a block had to be cut between two words, its text reaches into its neighbours'; the
    contacts that begin from `low` to `high` are its own.
    """

    def __init__(
        self,
        strip: Strip,
        *,
        opens: bool,
        title: str = "",
        low: int = 0,
        high: int | None = None,
    ) -> None:
        self.text = strip.text
        self.place = strip.place
        self.stop = strip.stop
        self.source = strip.source
        self.of_origin = strip.of_origin
        self.spans = strip.spans
        self.opens = opens
        self.title = title
        self.low = low
        self.high = len(self.text) if high is None else high
        self._strip = strip

    @property
    def cut_before(self) -> "Block | None":
        """The text around the cut before the block, None where no word was cut.

        Its own stretch is the part before the cut.
        """
        if not self.low:
            return None
        start = max(self.low - _AT_CUT, 0)
        strip = Strip(self._strip.part(start, self.low + _AT_CUT))
        return Block(strip, opens=False, high=self.low - start)


def cut(
    items: Iterable[Item], block: int = BLOCK, around: int = AROUND
) -> Iterator[Block | Skipped]:
    """The blocks of a file's documents, in order, with the notes in between."""
    strip, low, opens, title = Strip(), 0, True, ""
    for item in items:
        match item:
            case Piece():  # first, since nearly all are
                strip.add(item)
                while strip.size >= block + around:
                    high, keep = _edges(strip.text, low, block, around)
                    end = high if keep == high else high + around
                    part = Strip(strip.part(0, end))
                    yield Block(part, opens=opens, title=title, low=low, high=high)
                    strip, low, opens = strip.drop(keep), high - keep, False
            case Break():
                if len(strip) > low:
                    if item.speaker or item.time:
                        strip.said_by(item.speaker, item.time)
                    yield Block(strip, opens=opens, title=title, low=low)
                strip, low, opens, title = Strip(), 0, True, item.title
            case Skipped():
                yield item
    if len(strip) > low:
        yield Block(strip, opens=opens, title=title, low=low)


def _edges(text: str, low: int, block: int, around: int) -> tuple[int, int]:
    """Where the next block's own contacts begin, and where its text does."""
    blank = _last_blank_line(text, max(low, block // 4), block)
    if blank:
        return blank, blank
    keep = _SPACE.search(text, block - around, block)
    return block, max(keep.end() if keep else block - around, low + 1)


def _last_blank_line(text: str, start: int, stop: int, near: int = _NEAR_END) -> int:
    """Where the last blank line of a stretch ends, 0 if it has none.

    The search begins near the end, at a sign that is in no blank line, so that it finds the same
    lines as one from the start: blank lines in a row are counted from their first.
    """
    sign = _SIGN.search(text, max(start, stop - near), stop)
    for begin in (sign.start() if sign else start, start):
        ends = [line.end() for line in _BLANK_LINE.finditer(text, begin, stop)]
        if ends:
            return ends[-1]
    return 0
