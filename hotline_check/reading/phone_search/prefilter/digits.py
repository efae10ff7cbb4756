"""Rows of digits in the bytes of a text: which of them may be a phone number."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.phone_search.prefilter.byte_classes import (
    EXACT,
    LOOKS,
    count_digits,
    count_figures,
)
from hotline_check.reading.phone_search.prefilter.nearby import is_spoken_of
from hotline_check.reading.phone_search.prefilter.other_digits import (
    has_plus_near,
    without_others,
)
from hotline_check.reading.phone_search.prefilter.pieces import (
    FEWEST_IN_ROW,
    Sizes,
    numbers,
    plain_numbers,
)

_FEWEST_AFTER_PLUS: Final = 9
# Letters in place of the first digits of a row.
_MOST_LETTERS: Final = 4
_LETTERS_BEFORE: Final = lazy_pattern(
    rb"(?<![0-9A-Za-z])[OoIiLlSsZzB]{1,%d}[^0-9A-Za-z\s]{0,3}\Z" % _MOST_LETTERS
)
_LETTERS_REACH: Final = 8
_FARTHEST_LETTER: Final = 4
_LOOKS: Final = frozenset(LOOKS)
_VANITY: Final = lazy_pattern(rb"8(?:00|88|77|66|55|44|33)[^\w\n]{1,12}[A-Za-z]")
# Service numbers of China, which are shorter than all others.
_CHINESE_SERVICE: Final = lazy_pattern(rb"9(?<![0-9.]9)[56]\d{3,4}(?![0-9])")
_FEW: Final = 64
_TEN: Final = b"0123456789"


def number_rows(raw: bytes, marks: bytes, size: Sizes) -> Iterator[tuple[int, int]]:
    """The spans of rows that may hold a number; `marks` are the text's bytes by `MARKS`."""
    many, rows = _rows(min(size.fewest, FEWEST_IN_ROW))
    is_ascii, signed = raw.isascii(), b"+" in raw
    # Prose has no row even with its years and times, which only take digits away.
    marked = without_others(raw, marks) if rows.search(marks) else b""
    for row in rows.finditer(marked):
        start, end = row.span()
        if end - start > _FEW_DIGITS:
            if signed and has_plus_near(raw, start, end):
                plus = max(raw.find(b"+", start, end), start)
                if count_digits(raw[plus:end]) >= _FEWEST_AFTER_PLUS:
                    yield start, end
                else:
                    yield from _in_row(raw, start, end, many, size)
            elif not is_ascii and not raw[start:end].isascii():
                yield from _in_row(raw, start, end, many, size)
            else:
                yield from _in_plain_row(raw, start, end, many, size)
        elif raw[end : end + 1] in LOOKS or raw[start - 1 : start] in LOOKS:
            yield from _lettered(raw, start, end)
    for vanity in _vanities(raw):
        yield vanity.span()
    for code in () if raw.isascii() else _CHINESE_SERVICE.finditer(raw):
        if is_spoken_of(raw, *code.span()):
            yield code.span()


def _letters_before(raw: bytes, start: int) -> int:
    """Where a row starts with the letters in place of its first digits: `O2 019`, `I-202`."""
    if _LOOKS.isdisjoint(raw[max(0, start - _FARTHEST_LETTER) : start]):
        return start
    letters = _LETTERS_BEFORE.search(raw, max(0, start - _LETTERS_REACH), start)
    return letters.start() if letters else start


def _in_row(
    raw: bytes, start: int, end: int, many: re.Pattern[bytes], size: Sizes
) -> Iterator[tuple[int, int]]:
    """The parts of a row that may be numbers: digits, and letters that may belong to words."""
    first = _letters_before(raw, start)  # in place of the first digits
    letters, start, written = start - first, first, raw[first:end]
    exact = written.translate(EXACT)
    if _is_spelled(written, exact):
        yield start, end
    for part in many.finditer(exact):
        first, last = part.span()
        yield from numbers(raw, start + (0 if first == letters else first), start + last, size)


def _in_plain_row(
    raw: bytes, start: int, end: int, many: re.Pattern[bytes], size: Sizes
) -> Iterator[tuple[int, int]]:
    """The same for a row of ASCII without a plus near: nearly all rows of logs."""
    written = raw[start:end]
    figures = count_figures(written)
    letters = 0
    if figures < size.least:
        first = _letters_before(raw, start)
        if first < start:
            letters, start, written = start - first, first, raw[first:end]
            figures = count_figures(written)
        if figures < size.fewest:
            return
    exact = written.translate(EXACT)
    if _is_spelled(written, exact):
        yield start, end
    for part in many.finditer(exact):
        first, last = part.span()
        if first == letters:
            first = 0
        row = written
        if last - first < len(written):
            row = written[first:last]
            if count_figures(row) < size.fewest:
                continue
        yield from plain_numbers(raw, start + first, row, size)


def _is_spelled(written: bytes, exact: bytes) -> bool:
    """Whether a row holds an English digit word; `exact` are its bytes by `EXACT`."""
    return (
        b"xx" in exact
        and _is_english(written.translate(None, _TEN))
        and _ENGLISH.search(written) is not None
    )


def _vanities(raw: bytes) -> Iterator[re.Match[bytes]]:
    """Toll-free codes with letters after them; few eights are looked at one by one."""
    place = raw.find(b"8")
    for _ in range(_FEW):
        if place < 0:
            return
        if vanity := _VANITY.match(raw, place):
            yield vanity
        place = raw.find(b"8", place + 1)
    if place >= 0:
        yield from _VANITY.finditer(raw, place)


@cache
def _rows(fewest: int) -> tuple[re.Pattern[bytes], re.Pattern[bytes]]:
    """So many digits with letters of no other kind between; the same, or a few among such."""
    many = rb"[ y]*+(?:0[ y]*+){%d,}+" % (fewest - 1)
    few = rb"0{0,2}+(?!0)(?:(?=[ y0]{8})|(?<=[ y0]{9}))"
    return re.compile(rb"0(?<!00)" + many), re.compile(rb"0(?<!00)(?:%b|%b)" % (many, few))


_FEW_DIGITS: Final = 3
_ENGLISH: Final = lazy_pattern(
    rb"(?:zero|one|two|three|four|five|seven|eight|nine)(?![a-z])", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def _is_english(letters: bytes) -> bool:
    """Whether a row may hold digit words; without its digits the rows of a log are few."""
    return _ENGLISH_IN_LETTERS.search(letters) is not None


_ENGLISH_IN_LETTERS: Final = lazy_pattern(
    rb"zero|one|two|three|four|five|seven|eight|nine", re.IGNORECASE
)


def _lettered(raw: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The row around these digits in which letters replace most others: `+I-BBB-SSS-OI23`."""
    low, high = max(0, start - _LETTERED_REACH), end + _LETTERED_REACH
    if count_figures(raw[low:high]) < _FEWEST_LETTERED:
        return
    for row in _LETTERED.finditer(raw, low, high):
        if count_figures(row[0]) >= _FEWEST_LETTERED:
            yield row.span()


_LETTERED: Final = lazy_pattern(
    rb"""
    (?<![0-9A-Za-z])
    [0-9OoIlLSsZzB]{1,5}+                                 # digits, and letters that look like them
    (?:[^0-9A-Za-z]{1,3}[0-9OoIlLSsZzB]{1,5}+){2,4}       # two to four more groups
    (?![0-9A-Za-z])
    """,
    re.VERBOSE,
)
_LETTERED_REACH: Final = 24
_FEWEST_LETTERED: Final = 9
