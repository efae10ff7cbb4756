"""Dates, times and IP addresses in the bytes of a text: most digits of a log."""

import re
from collections.abc import Iterator
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.phone_search.prefilter.byte_classes import NO_FOREIGN

# Bytes to a plus or to other digits that are close.
_REACH: Final = 16
# Quotes, long dashes and full-width commas, which share their first byte with digits.
_WIDE_SIGN: Final = lazy_pattern(rb"\xe2\x80.|\xef\xbc[\x80-\x8f\x9a-\xa0]", re.DOTALL)
YEAR: Final = rb"(?:19|20)\d\d"
# The same after its first digit.
_YEAR_REST: Final = rb"(?:(?<=1)9|(?<=2)0)\d\d"
_MINUTES: Final = (
    rb":[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?"  # the rest of `14:05`, `14:05:59.123`
    rb"(?:Z(?![A-Za-z])|[ ]?[+-]\d\d:?\d\d)?"  # the time zone: `Z`, `+02:00`
)
_CLOCK: Final = rb"[0-2]?\d" + _MINUTES
_OCTET: Final = rb"(?:[01]?\d?\d|2[0-4]\d|25[0-5])"
# It starts with a digit, to which the search skips.
_OTHERS: Final = lazy_pattern(
    rb"""
    [0-9] (?<! [0-9]. ) (?<! [0-9][OoIlSs.+/-]. )                        # first, after no other
    (?= [0-9]{0,3}+[-/.:,\ ] )                                          # most have no sign near
    (?: %(year)b ([-/.]) [01]\d \1 [0-3]\d (?: [T\ ,]{1,3} %(clock)b )?   # a date, with a time
      | (?: \d?[ ] | %(year)b: ) %(clock)b                               # a day or year, a time
      | (?: (?<=[0-2])\d )? %(minutes)b                                  # a time
      | (?: (?<=[01])\d{0,2} | (?<=2)(?:[0-4]\d|5[0-5]|\d)? | (?<=[3-9])\d? )
            (?: \. %(octet)b ){3} (?: [.:]\d{3,5} )?                     # an IP address
    ) (?! [-/.:,]? [0-9OoIlSs] )
    """
    % {b"year": _YEAR_REST, b"clock": _CLOCK, b"minutes": _MINUTES, b"octet": _OCTET},
    re.VERBOSE,
)
# Each of them has a sign between two digits, as few digits of a text do.
_DIGITS_AND_SIGNS: Final = bytes.maketrans(b"123456789-/:", b"000000000...")
# Such a sign, and those that are close after another.
_SIGNS: Final = lazy_pattern(rb"\.(?<=0\.)(?=0)(?:[^.]{0,24}\.)*+")
# Bytes that the pattern takes before the first sign (`12 14`) and after the last (`59,123 +0200`).
_BEFORE_SIGN: Final = 8
_AFTER_SIGN: Final = 32


def without_others(raw: bytes, marks: bytes) -> bytearray:
    """The marks of a text with those digits marked as letters.

    Close after a plus, or to digits of another script, they may be a part of a number.
    """
    blanked = bytearray(marks)
    signed, is_ascii = b"+" in raw, raw.isascii()
    last = 0  # a plus before it is that of a time zone
    for near in _stretches(raw):
        for match in _OTHERS.finditer(raw, *near):
            start, end = match.span()
            low = max(last, start - _REACH)
            if signed and raw.find(b"+", low, start) >= 0:
                continue
            if is_ascii or not foreign_digits(raw[low : end + _REACH]):
                blanked[start:end] = b"x" * (end - start)
                last = end
    return blanked


def _stretches(raw: bytes) -> Iterator[tuple[int, int]]:
    """The parts of a text that may hold dates, times and IP addresses, apart from another."""
    start = end = 0
    for signs in _SIGNS.finditer(raw.translate(_DIGITS_AND_SIGNS)):
        low = signs.start() - _BEFORE_SIGN
        if low >= end:
            if end:
                yield start, end
            start = max(0, low)
        end = signs.end() + _AFTER_SIGN
    if end:
        yield start, end


def has_plus_near(raw: bytes, start: int, end: int) -> bool:
    """Return True if a plus is between two places or close before them."""
    return raw.find(b"+", max(0, start - _REACH), end) >= 0


def foreign_digits(row: bytes) -> bytes:
    """The bytes of a row that begin digits of other scripts or styles, or may."""
    return without_wide_signs(row).translate(None, NO_FOREIGN)


def without_wide_signs(row: bytes) -> bytes:
    """A row of the same length with blanks in place of signs that begin as such digits do."""
    return row if row.isascii() else _WIDE_SIGN.sub(b"   ", row)
