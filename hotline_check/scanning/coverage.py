"""Whether a scan read everything in its files that may be a contact (safety rule 5)."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import msgspec

from hotline_check.documents import Block, Skipped
from hotline_check.reading.models import Find
from hotline_check.verdict.models import Level

# Bytes, about, of the blocks that wait until what is unread in them matters.
_MOST_WAITING = 1_048_576
# Characters before digits in which a word of the same name is.
_LONGEST_WORD = 24
# Bytes of a block in addition to its text.
_BLOCK = 1_024


class ReadBlock(NamedTuple):
    """A block with its finds; `own` is the stretch whose contacts they are."""

    file: str
    part: Block
    own: tuple[int, int]
    finds: Sequence[Find]


class Remainder:
    """Remembers the first place of a scan that may be a contact and was not read.

    It matters only where contacts were read and every one of them is listed: any other scan ends
    with a warning as it is. So a block waits until a contact is listed, and the search stops with
    the first contact that is not. Most scans are so left alone: it takes half the time of a log.
    """

    def __init__(self, is_name: Callable[[Find], bool]) -> None:
        """is_name: whether a find is only the name of a brand, such as N26."""
        self._is_name = is_name
        self._first: Skipped | None = None
        self._has_listed = False
        self._is_open = True
        self._waiting: deque[ReadBlock] = deque()
        self._size = 0

    def look(self, block: ReadBlock) -> None:
        """Compare a block with its finds, now or later."""
        if not self._is_open or self._first:
            self._waiting.clear()
            return
        self._waiting.append(block)
        self._size += len(block.part.text) + _BLOCK
        while self._waiting and (self._has_listed or self._size > _MOST_WAITING):
            self._look_now()

    def _look_now(self) -> None:
        block = self._waiting.popleft()
        self._size -= len(block.part.text) + _BLOCK
        self._first = self._first or first_unread(*block, self._is_name)

    @property
    def is_searching(self) -> bool:
        """Return True if places that were not read may still matter."""
        return self._is_open and self._first is None

    def found(self, first: Skipped | None) -> None:
        """Take the first such place of the next blocks, which were compared elsewhere."""
        while first and self.is_searching and self._waiting:
            self._look_now()
        self._first = self._first or first

    def judged(self, levels: Iterable[Level]) -> None:
        """Take note of the verdicts of a block's contacts."""
        for level in levels:
            self._has_listed = True
            self._is_open = self._is_open and level == "listed"

    def left(self) -> Skipped | None:
        """The place to report at the end of a scan whose contacts are all listed."""
        if not (self._is_open and self._has_listed):
            return None
        while self._waiting:
            self._look_now()
        return self._first


def first_unread(
    file: str,
    part: Block,
    own: tuple[int, int],
    finds: Sequence[Find],
    is_name: Callable[[Find], bool],
) -> Skipped | None:
    """The first place of a block that may be a contact and is none of its finds."""
    from hotline_check.reading.unread.coverage import unread

    for rest in unread(part.text, finds):
        if not own[0] <= rest.start < own[1] or is_name(rest):
            continue
        if not is_name(_with_word_before(rest, part.text)):  # `Trading 212`
            return Skipped(
                reason="not-read",
                file=file,
                section=part.source(rest.start).section,
                line=part.place(rest.start).line or None,
                failed=True,
                args={"text": rest.text},
            )
    return None


def _with_word_before(rest: Find, text: str) -> Find:
    before = text[max(0, rest.start - _LONGEST_WORD) : rest.start]
    word = before.split()[-1:]
    return msgspec.structs.replace(rest, text=" ".join((*word, rest.text)))
