"""Rows of digits in the bytes of a text: which of them may be a phone number."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from hotline_check.reading.phone_search.prefilter.byte_classes import (
    EXACT,
    LOOKS,
    NO_FOREIGN,
    count_digits,
    count_figures,
)
from hotline_check.reading.phone_search.prefilter.nearby import (
    is_alone,
    is_cued,
    is_other,
    is_spoken_of,
)

# Letters may stand for the other digits.
_FEWEST_IN_ROW: Final = 6
_PLUS_REACH: Final = 16
_FEWEST_BEHIND_PLUS: Final = 9
# Letters in place of the first digits of a row.
_MOST_LETTERS: Final = 4
_LETTERS_BEFORE: Final = re.compile(
    rb"(?<![0-9A-Za-z])[OoIiLlSsZzB]{1,%d}[^0-9A-Za-z\s]{0,3}\Z" % _MOST_LETTERS
)
_LETTERS_REACH: Final = 8
_FARTHEST_LETTER: Final = 4
_LOOKS: Final = frozenset(LOOKS)
# Quotes, long dashes and full-width commas, which share their first byte with digits.
_WIDE_SIGN: Final = re.compile(rb"\xe2\x80.|\xef\xbc[\x80-\x8f\x9a-\xa0]", re.DOTALL)
_ALIKE: Final = re.compile(
    rb"(?:(?<=[0-9])(?:[\xc3-\xd6][\x80-\xbf])++|(?:[\xc3-\xd6][\x80-\xbf])++(?=[0-9]))"
)
_ZERO_FIRST: Final = re.compile(rb"(?<![0-9])[0Oo]")
_CLOCK: Final = (
    rb"[0-2]?\d:[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?"
    rb"(?:Z(?![A-Za-z])|[ ]?[+-]\d\d:?\d\d)?"
)
_YEAR: Final = rb"(?:19|20)\d\d"
# The most frequent rows of digits that are no number.
_NEVER: Final = re.compile(
    rb"""
    (?<![0-9OoIlSs.+/-])
    (?: (?: %(year)b ([-/.]) [01]\d \1 [0-3]\d (?: [T\ ,]{1,3} %(clock)b )?   # a date, with a time
          | (?: \d{1,2}[ ] | %(clock)b: )? %(clock)b                          # a time
          | (?: (?<![^\n]) | (?<=[A-Za-z]\W) | (?<=[A-Za-z]\W\W) ) (?<!;)      # not inside a row:
            %(year)b [^0-9A-Za-z+]{1,3} %(year)b                              # a span of years
          | (?<![0-9],) \d{1,3} (?: ,\d{3} )+ (?: \.\d{1,9} )?               # thousands marked,
                (?! [ ]{2,} [0-9] )                                         # in no row of columns
          | \d{1,3} (?: \.\d{1,3} ){3} (?: [.:]\d{3,5} )?                     # an IP address
        ) (?! [-/.:,]? [0-9OoIlSs] )
      | \d{4,} \.\d\d? (?! [0-9OoIlSs.] ) )                                # an amount with cents
    """
    % {b"year": _YEAR, b"clock": _CLOCK},
    re.VERBOSE,
)
# A single group of digits, or two with a sign between that makes one thing of them.
_LONE: Final = re.compile(rb"[^0-9A-Za-z+]*+(\d++(?:[-._:']\d++)?+)[^0-9A-Za-z+]*+")
# More digits in small change, or in one piece, than any number has.
_DATA: Final = re.compile(
    rb"(?:[0-9]{1,2}[^0-9A-Za-z_+\n]{1,16}+){24,}+[0-9]*+"
    rb"|[0-9]{20,}+(?:[^0-9A-Za-z_+\n]{1,3}+[0-9]{20,}+)*+"
)
_SHORTEST_DATA: Final = 40
_SIGNS: Final = rb"[^0-9A-Za-z+]{1,12}"
# A number of North America, with a zero at home or with a prefix, whatever parts its groups.
_SHAPE: Final = re.compile(
    rb"[2-9]\d\d%b\d{3}%b\d{4}(?![0-9])"
    rb"|(?<![0-9])0(?:\d{1,4}%b(?:\d{2,5}%b){1,3}\d{2,5}|(?:0|11)\W{0,3}[1-9]\d{0,4}(?:%b\d{1,8}){2,})"
    % (_SIGNS, _SIGNS, _SIGNS, _SIGNS, _SIGNS)
)
_NORTH_AMERICAN: Final = re.compile(rb"1?[2-9]\d\d[2-9]\d{6}")
# What may be a number though no country that has such ones was named: one of North America, a
# mobile one of China, one with a prefix.
_UNSAID: Final = re.compile(rb"1?[2-9]\d{9}|1[3-9]\d{9}|0\d+")
_VANITY: Final = re.compile(rb"8(?:00|88|77|66|55|44|33)[^\w\n]{1,12}[A-Za-z]")
# Service numbers of China, which are shorter than all others.
_CHINESE_SERVICE: Final = re.compile(rb"9(?<![0-9.]9)[56]\d{3,4}(?![0-9])")
_FEW: Final = 64
_TEN: Final = b"0123456789"


class Sizes(NamedTuple):
    """What tells numbers without a plus from other digits.

    fewest, least: the digits of the shortest numbers, with and without a zero before them.
    north: no country is asked for but those of North America.
    """

    fewest: int
    least: int
    north: bool


def number_rows(raw: bytes, marks: bytes, size: Sizes) -> Iterator[tuple[int, int]]:
    """Where the rows stand that may hold a number; `marks` are the text's bytes by `MARKS`."""
    many, rows = _rows(min(size.fewest, _FEWEST_IN_ROW))
    is_ascii, has_plus = raw.isascii(), b"+" in raw
    least = size.fewest - _MOST_LETTERS
    for row in rows.finditer(marks):
        start, end = row.span()
        if end - start > _FEW_FIGURES:
            if is_ascii and end - start < least and not (has_plus and _has_plus(raw, start, end)):
                continue  # a year, an amount: most rows of prose
            yield from _in_row(raw, start, end, many, size)
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


def _has_plus(raw: bytes, start: int, end: int) -> bool:
    """Whether a plus is in a row or close before it."""
    return raw.find(b"+", max(0, start - _PLUS_REACH), end) >= 0


def _in_row(
    raw: bytes, start: int, end: int, many: re.Pattern[bytes], size: Sizes
) -> Iterator[tuple[int, int]]:
    """The parts of a row of figures, and letters that may belong to words, that may be numbers."""
    written = raw[start:end]
    plus = written.find(b"+")
    if plus < 0 and raw.find(b"+", max(0, start - _PLUS_REACH), start) >= 0:
        plus = 0
    if plus >= 0 and count_digits(written[plus:]) >= _FEWEST_BEHIND_PLUS:
        yield start, end
        return
    certain = plus < 0 and written.isascii()
    figures = count_figures(written)
    letters = 0
    if not certain or figures < size.least:  # letters in place of the first digits may count
        first = _letters_before(raw, start)
        letters, start, written = start - first, first, raw[first:end]
        if certain and count_figures(written) < size.fewest:
            return
    exact = written.translate(EXACT)
    if b"xx" in exact and _is_english(written.translate(None, _TEN)) and _ENGLISH.search(written):
        yield start, end
    for part in many.finditer(exact):
        first, last = part.span()
        if first == letters:
            first = 0
        whole = last - first == len(written)  # counted above
        if not certain or whole or count_figures(written[first:last]) >= size.fewest:
            yield from _numbers(raw, start + first, start + last, size)


def _vanities(raw: bytes) -> Iterator[re.Match[bytes]]:
    """Toll-free codes with letters behind; few eights are sought one by one, many by a pattern."""
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


_FEW_FIGURES: Final = 3
_ENGLISH: Final = re.compile(
    rb"(?:zero|one|two|three|four|five|seven|eight|nine)(?![a-z])", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def _is_english(letters: bytes) -> bool:
    """Whether a row may hold digit words; without its digits the rows of a log are few."""
    return _ENGLISH_IN_LETTERS.search(letters) is not None


_ENGLISH_IN_LETTERS: Final = re.compile(
    rb"zero|one|two|three|four|five|seven|eight|nine", re.IGNORECASE
)


def _lettered(raw: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The row in which letters stand for most digits beside these figures: `+I-BBB-SSS-OI23`."""
    for row in _LETTERED.finditer(raw, max(0, start - _LETTERED_REACH), end + _LETTERED_REACH):
        if count_figures(row[0]) >= _FEWEST_LETTERED:
            yield row.span()


_LETTERED: Final = re.compile(
    rb"(?<![0-9A-Za-z])[0-9OoIlLSsZzB]{1,5}+(?:[^0-9A-Za-z]{1,3}[0-9OoIlLSsZzB]{1,5}+){2,4}"
    rb"(?![0-9A-Za-z])"
)
_LETTERED_REACH: Final = 24
_FEWEST_LETTERED: Final = 9


def _numbers(raw: bytes, start: int, end: int, size: Sizes) -> Iterator[tuple[int, int]]:
    """The parts of a row that have the digits of a number, counting letters that look like some."""
    row = raw[start:end]
    if not row.isascii():
        row = _WIDE_SIGN.sub(b"   ", row)
        if row.translate(None, NO_FOREIGN):
            yield start, end
            return
        row = _ALIKE.sub(_counted, row)
    if raw.find(b"+", max(0, start - _PLUS_REACH), start) >= 0:
        yield start, end
        return
    yield from _pieces(raw, start, row, size)


def _pieces(raw: bytes, start: int, row: bytes, size: Sizes) -> Iterator[tuple[int, int]]:
    """Where the row that stands at `start` has a number without a plus."""
    if len(row) >= _SHORTEST_DATA:
        row = _DATA.sub(_blanked, row)
    if _LONE.fullmatch(row):
        if _is_whole(raw, row, start, size):
            yield start, start + len(row)
        return
    pattern = _piece(size.fewest)
    if pattern.search(row):
        row = _NEVER.sub(_unless_beyond_255, row)
    for piece in pattern.finditer(row):
        if _is_whole(raw, piece[0], start + piece.start(), size):
            yield start + piece.start(), start + piece.end()
    for shape in _SHAPE.finditer(row):
        yield start + shape.start(), start + shape.end()


def _counted(match: re.Match[bytes]) -> bytes:
    """Letters of other alphabets that touch figures, as figures."""
    return b"0\x80" * (len(match[0]) // 2)


def _unless_beyond_255(match: re.Match[bytes]) -> bytes:
    """What is no number, blanked; a computer's address has no part beyond 255."""
    parts = match[0].split(b".")
    address = len(parts) > 3  # and a port, it may be
    if address and any(part.isdigit() and int(part) > 255 for part in parts[:4]):
        return match[0]
    return _blanked(match)


def _blanked(match: re.Match[bytes]) -> bytes:
    return b"x" * len(match[0])


@cache
def _piece(fewest: int) -> re.Pattern[bytes]:
    """So many figures and more with nothing between that parts all but few numbers, nor an `x`."""
    sign, figure = rb"[^x$=%@&:;\"\t\n0-9OoIiLlSsZzB]*+", rb"[0-9OoIiLlSsZzB]"
    digits = min(fewest, _FEWEST_IN_ROW)
    return re.compile(rb"(?:%b%b){%d,}+" % (figure, sign, digits))


def _is_whole(raw: bytes, piece: bytes, start: int, size: Sizes) -> bool:
    """Whether the digits of a piece are enough, and nothing beside where it stands names them."""
    if b"+" in piece and count_digits(piece) >= _FEWEST_IN_ROW:
        return True
    if not _is_enough(piece, size):
        return count_figures(piece) >= size.fewest and is_spoken_of(raw, start, start + len(piece))
    lone = _LONE.fullmatch(piece)
    return not lone or _may_be_lone(raw, start + lone.start(1), start + lone.end(1), size)


def _is_enough(piece: bytes, size: Sizes) -> bool:
    """Whether the figures are as many as a number has that no word needs to speak of."""
    figures = count_figures(piece)
    if figures >= size.least or figures < size.fewest:
        return figures >= size.least
    zero = _ZERO_FIRST.search(piece)
    return zero is not None and count_figures(piece[zero.start() :]) >= size.fewest


def _may_be_lone(raw: bytes, start: int, end: int, size: Sizes) -> bool:
    """Return True if the text next to a single group of digits allows a number."""
    group = raw[start:end]
    if b"." in group:
        is_north = _NORTH_AMERICAN.fullmatch(group.replace(b".", b"")) is not None
        is_number = is_north or is_spoken_of(raw, start, end)
    elif not size.north or not group.isdigit() or _UNSAID.fullmatch(group):
        is_number = True
    else:
        is_number = is_cued(raw, start, end) or is_alone(raw, start, end)
    # Of two groups with a dash, a word next to them names neither.
    return is_number and (b"-" in group or not is_other(raw, start, end))
