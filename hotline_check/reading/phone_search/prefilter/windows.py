"""Where a text may hold phone numbers: byte tables and one pattern instead of reading all of it.

A window is kept around every row in which, after everything but letters and digits is taken away,
enough digits (or letters that look like digits, or characters beyond ASCII) are together, and
around every row of words that may be digits. Text far from such rows is never read.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.normalize.characters import characters_in
from hotline_check.reading.phone_search.prefilter import number_words
from hotline_check.reading.phone_search.prefilter.byte_classes import MARKS, NOT_DIGITS
from hotline_check.reading.phone_search.prefilter.digits import number_rows
from hotline_check.reading.phone_search.prefilter.markup import without_markup
from hotline_check.reading.phone_search.prefilter.pieces import Sizes

# Characters looked at in one go: more than a block of a file has with what it shares with its
# neighbours (`documents.blocks`), so that a file is cut only there.
BLOCK: Final = 69_632
# Digits of the shortest number that is found without a region.
FEWEST: Final = 7
# Digits of the shortest number that has neither a plus nor a zero before it, without a region.
LEAST: Final = 10

# Characters on each side of a row that belong to its window, or more, up to a space.
_AROUND: Final = 64
# Characters between rows that have windows of their own.
_APART: Final = 4 * _AROUND


class Window(NamedTuple):
    """A part of a block that may hold numbers.

    rows: where in the block they may be; the rest of the part is their surroundings.
    spelled: whether they may be spelled in words; then they may be anywhere in the part.
    """

    start: int
    end: int
    rows: tuple[tuple[int, int], ...]
    spelled: bool


# Where a row starts and ends, and whether it may be spelled.
_Row = tuple[int, int, bool]


# A shorter block is searched quickly, whatever it holds.
_DATA_LENGTH: Final = 4096
_DIGITS_AND_SIGNS: Final = bytes(
    code for code in range(256) if not (65 <= code <= 90 or 97 <= code <= 122)
)


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """The parts in which a text is looked at, in order; where it has spaces they cut no contact."""
    start = 0
    while start < len(text):
        end = boundary(text, start, BLOCK)
        yield start, end
        start = end


def windows(block: str, raw: bytes, size: Sizes) -> list[Window]:
    """The parts of a block that may hold phone numbers, in order, apart from another.

    raw: the block in UTF-8.
    """
    raw = without_markup(raw)
    found: list[_Row] = []
    if not _is_data(raw):
        marks = raw.translate(MARKS)
        found += [(*row, True) for row in number_words.rows(block, raw, marks)]
        if b"0" in marks:
            found += [
                (start, end, _is_spelled(raw, start, end))
                for start, end in number_rows(raw, marks, size)
            ]
    if not raw.isascii():
        found = list(_in_characters(raw, sorted(found)))
        found += [(*row, True) for row in number_words.rows_beyond_ascii(block, raw)]
    return list(_joined(block, sorted(found)))


def _is_spelled(raw: bytes, start: int, end: int) -> bool:
    """Return True if a row of digits also holds digit words, plain or in styled letters."""
    if end - start < _STYLED_WORDS and not _LETTERS.search(raw, start, end):
        return False
    row = raw[start:end]
    if not _LETTERS.search(row) if row.isascii() else len(row) < _STYLED_WORDS:
        return False
    return _spells(row)


# The same numbers come again and again in spam.
@lru_cache(maxsize=1024)
def _spells(row: bytes) -> bool:
    return number_words.spells(row.decode("utf-8", "ignore"))


_LETTERS: Final = lazy_pattern(b"[A-Za-z]{3}")
# Bytes of a number in words of styled letters; digits take fewer.
_STYLED_WORDS: Final = 60


def _in_characters(raw: bytes, rows: Iterable[_Row]) -> Iterator[_Row]:
    """Rows with offsets in bytes -> rows with offsets in characters, maybe a few too long."""
    last = place = 0
    for start, end, spelled in rows:
        place += characters_in(raw[last:start])
        last = start
        yield place, place + end - start, spelled


def _joined(block: str, rows: Iterable[_Row]) -> Iterator[Window]:
    """Windows around rows that are sorted; those of rows close to each other are one."""
    near: list[_Row] = []
    last = 0
    for row in rows:
        if near and row[0] >= last + _APART:
            yield _window(block, near, last)
            near, last = [], 0
        near.append(row)
        last = max(last, row[1])
    if near:
        yield _window(block, near, last)


def _window(block: str, near: Sequence[_Row], last: int) -> Window:
    rows = tuple((start, end) for start, end, _ in near)
    spelled = any(words for _, _, words in near)
    return Window(_before(block, near[0][0]), _after(block, last), rows, spelled)


def _before(block: str, row: int) -> int:
    place = row - _AROUND
    if place <= 0:
        return 0
    low = max(0, place - _AROUND)
    space = max(block.rfind(" ", low, place), block.rfind("\n", low, place))
    return space + 1 if space >= 0 else low


def _after(block: str, row: int) -> int:
    place = row + _AROUND
    if place >= len(block):
        return len(block)
    space = block.find(" ", place, place + _AROUND)
    return space if space >= 0 else min(len(block), place + _AROUND)


def boundary(text: str, start: int, size: int) -> int:
    """Where a part of about `size` characters from `start` can end without cutting a contact.

    A blank line is best, then the end of a line whose neighbours hold no digits at the cut, then
    any space between words; a stretch without any of these is cut where its size is reached.
    """
    end = start + size
    if end >= len(text):
        return len(text)
    least = start + size // 4 + 1
    last = place = text.rfind("\n", least, end)
    if place >= 0:
        for mark in ("\n\n", "\r\n\r\n"):
            blank = text.rfind(mark, least, end)
            if blank >= 0:
                return blank + len(mark)
    while place >= 0:
        if not _is_near_digit(text, place):
            return place + 1
        place = text.rfind("\n", least, place)
    if last >= 0:
        return last + 1
    for words in _TWO_WORDS.finditer(text, end, end + _LONGEST_WORD):
        if not number_words.are_digits(words[1], words[2]):
            return words.start(2)
    return min(len(text), end + _LONGEST_WORD)


# Characters after a part's end in which a space is looked for.
_LONGEST_WORD: Final = 4096
_TWO_WORDS = lazy_pattern(r"([A-Za-z]{4,64}) ([A-Za-z]{4,64})")


def _is_near_digit(text: str, place: int) -> bool:
    return _MAYBE_DIGIT.search(text, max(0, place - 3), place + 4) is not None


# Characters beyond ASCII may be digits of any kind.
_MAYBE_DIGIT: Final = lazy_pattern(r"[0-9]|[^\x00-\x7f]")


def _is_data(raw: bytes) -> bool:
    """Whether a long block is nothing but digits and signs on one line: a dump, not a text."""
    if len(raw) < _DATA_LENGTH or b"," in raw or b"\n" in raw:
        return False
    if len(raw.translate(None, NOT_DIGITS)) <= len(raw) // 4:
        return False
    return b"+" not in raw and not raw.translate(None, _DIGITS_AND_SIGNS)
