"""The parts of a row that have the digits of a number and are not clearly something else."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.phone_search.prefilter.byte_classes import (
    count_digits,
    count_figures,
)
from hotline_check.reading.phone_search.prefilter.nearby import (
    is_alone,
    is_cued,
    is_other,
    is_spoken_of,
)
from hotline_check.reading.phone_search.prefilter.other_digits import (
    YEAR,
    foreign_digits,
    has_plus_near,
    without_wide_signs,
)

# Letters may be the other digits: the least of a number that are written as digits.
FEWEST_IN_ROW: Final = 6
_ALIKE: Final = lazy_pattern(
    rb"""
    (?: (?<=[0-9])(?:[\xc3-\xd6][\x80-\xbf])++      # letters beyond ASCII, after a digit
      | (?:[\xc3-\xd6][\x80-\xbf])++(?=[0-9])       # or before one
    )
    """,
    re.VERBOSE,
)
_ZERO_FIRST: Final = lazy_pattern(rb"(?<![0-9])[0Oo]")
# Of the rows of digits that are no number, those that another group of digits may belong to.
_NEVER: Final = lazy_pattern(
    rb"""
    (?<![0-9OoIlSs.+/-])
    (?: (?: (?: (?<![^\n]) | (?<=[A-Za-z]\W) | (?<=[A-Za-z]\W\W) ) (?<!;)      # not inside a row:
            %(year)b [^0-9A-Za-z+]{1,3} %(year)b                            # a span of years
        | (?<![0-9],) \d{1,3} (?: ,\d{3} )+ (?: \.\d{1,9} )?               # thousands marked,
            (?! [ ]{2,} [0-9] )                                             # in no row of columns
        ) (?! [-/.:,]? [0-9OoIlSs] )
      | \d{4,} \.\d\d? (?! [0-9OoIlSs.] ) )                                # an amount with cents
    """
    % {b"year": YEAR},
    re.VERBOSE,
)
# A single group of digits, or two with a sign between that makes one thing of them.
_LONE: Final = lazy_pattern(rb"[^0-9A-Za-z+]*+(\d++(?:[-._:']\d++)?+)[^0-9A-Za-z+]*+")
# More digits in small change, or in one piece, than any number has.
_DATA: Final = lazy_pattern(
    rb"""
    (?:[0-9]{1,2}[^0-9A-Za-z_+\n]{1,16}+){24,}+[0-9]*+       # groups of one or two digits
    | [0-9]{20,}+(?:[^0-9A-Za-z_+\n]{1,3}+[0-9]{20,}+)*+     # long runs
    """,
    re.VERBOSE,
)
_SHORTEST_DATA: Final = 40
# A number of North America, with a zero at home or with a prefix, however its groups are separated.
_SHAPE: Final = lazy_pattern(
    rb"""
      [2-9]\d\d %(sign)b \d{3} %(sign)b \d{4} (?![0-9])                         # 202-555-0143
    | (?<![0-9]) 0
      (?: \d{1,4} %(sign)b (?: \d{2,5} %(sign)b ){1,3} \d{2,5}                   # 020 7946 0958
        | (?:0|11) \W{0,3} [1-9]\d{0,4} (?: %(sign)b \d{1,8} ){2,}              # 0044 20 7946 0958
      )
    """
    % {b"sign": rb"[^0-9A-Za-z+]{1,12}"},
    re.VERBOSE,
)
_NORTH_AMERICAN: Final = lazy_pattern(rb"1?[2-9]\d\d[2-9]\d{6}")
# What may be a number though no country that has such ones was named: one of North America, a
# mobile one of China, one with a prefix.
_UNSAID: Final = lazy_pattern(rb"1?[2-9]\d{9}|1[3-9]\d{9}|0\d+")


class Sizes(NamedTuple):
    """How many digits set numbers without a plus apart from others.

    fewest, least: the digits of the shortest numbers, with and without a zero before them.
    north: no country is asked for but those of North America.
    """

    fewest: int
    least: int
    north: bool


def numbers(raw: bytes, start: int, end: int, size: Sizes) -> Iterator[tuple[int, int]]:
    """The parts of a row that have the digits of a number, counting letters that look like some."""
    row = raw[start:end]
    if not row.isascii():
        row = without_wide_signs(row)
        if foreign_digits(row):
            yield start, end
            return
        row = _ALIKE.sub(_counted, row)
    if has_plus_near(raw, start, start):
        yield start, end
        return
    yield from plain_numbers(raw, start, row, size)


def plain_numbers(raw: bytes, start: int, row: bytes, size: Sizes) -> Iterator[tuple[int, int]]:
    """The same for a row without a plus before it, which begins at `start`."""
    if len(row) >= _SHORTEST_DATA:
        row = _DATA.sub(_blanked, row)
    end = start + len(row)
    lone = _LONE.fullmatch(row)
    if lone and not raw[end : end + 1].isdigit():  # of a date or time, as in `2019-2020 14:05`
        if _is_whole(raw, row, start, lone, size):
            yield start, end
        return
    pattern = _piece(size.fewest)
    if pattern.search(row):
        row = _NEVER.sub(_blanked, row)
        for piece in pattern.finditer(row):
            written, first = piece[0], start + piece.start()
            if _is_whole(raw, written, first, _LONE.fullmatch(written), size):
                yield first, first + len(written)
    for shape in _SHAPE.finditer(row):
        yield start + shape.start(), start + shape.end()


def _counted(match: re.Match[bytes]) -> bytes:
    """Letters of other alphabets that touch digits, as digits."""
    return b"0\x80" * (len(match[0]) // 2)


def _blanked(match: re.Match[bytes]) -> bytes:
    return b"x" * len(match[0])


@cache
def _piece(fewest: int) -> re.Pattern[bytes]:
    """So many digits and more, without an `x` or a sign that hardly any number has inside."""
    sign, digit = rb"[^x$=%@&:;\"\t\n0-9OoIiLlSsZzB]*+", rb"[0-9OoIiLlSsZzB]"
    digits = min(fewest, FEWEST_IN_ROW)
    return re.compile(rb"(?:%b%b){%d,}+" % (digit, sign, digits))


def _is_whole(
    raw: bytes, piece: bytes, start: int, lone: re.Match[bytes] | None, size: Sizes
) -> bool:
    """Return True if a piece has enough digits and the text next to it does not name them.

    lone: the single group of digits that the piece is, if it is no more.
    """
    figures = count_figures(piece)
    if b"+" in piece and count_digits(piece) >= FEWEST_IN_ROW:
        return True
    if figures < size.least and not (figures >= size.fewest and _has_zero_first(piece, size)):
        return figures >= size.fewest and is_spoken_of(raw, start, start + len(piece))
    return not lone or _may_be_lone(raw, start + lone.start(1), start + lone.end(1), size)


def _has_zero_first(piece: bytes, size: Sizes) -> bool:
    """Whether the digits from a zero on are enough for a number that no word announces."""
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
