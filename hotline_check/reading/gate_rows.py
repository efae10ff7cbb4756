"""Rows of digits in the bytes of a text: which of them may be a phone number."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

_LOOKS: Final = b"OoIiLlSsZzB"
_SPELLING: Final = frozenset(b"zeronthwfuivsxgZERONTHWFUIVSXG")
"""Letters of English digit words."""
_WORD_SCRIPTS: Final = {*range(0xD4, 0xD8), *range(0xE4, 0xEA), 0xEB, 0xEC, 0xED}
"""First bytes (UTF-8) of scripts that have no digits or signs."""
_DIGITS: Final = {*b"0123456789", 0xD9, 0xDB, 0xDF, *range(0xE0, 256)} - _WORD_SCRIPTS - {0xE3}
"""Digits, and the first bytes of scripts and styles that have some."""


def _mark(code: int) -> str:
    if code in _DIGITS:
        return "0"
    if code in _WORD_SCRIPTS:
        return "x"
    if code > 127 or not chr(code).isalpha() or code in _SPELLING:
        return " "
    return "y" if code in _LOOKS else "x"


MARKS: Final = bytes(ord(_mark(code)) for code in range(256))
"""`0` for digits, `x` for letters that are neither in a number nor in an English digit word, `y`
for those that look like a digit and are in no such word, a space for anything else."""

_EXACT: Final = bytes(
    ord("x") if chr(code).isalpha() and code < 128 and code not in _LOOKS else mark
    for code, mark in enumerate(MARKS)
)
"""The same with `x` for every letter that looks like no digit."""

_FEWEST_IN_ROW: Final = 6
"""Letters may stand for the other digits."""
_PLUS_REACH: Final = 16
_NOT_DIGITS: Final = bytes(code for code in range(256) if code not in _DIGITS)
_NO_DIGITS_AT_ALL: Final = bytes(code for code in range(256) if code not in {*_DIGITS, *_LOOKS})
_ZERO_FIRST: Final = re.compile(rb"(?<![0-9])[0Oo]")
_NEVER: Final = re.compile(
    rb"[^0-9+]*(?:(?:19|20)\d\d([-/.])[01]\d\1[0-3]\d"
    rb"(?:[T ,]{1,3}[0-2]?\d:[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?(?:Z| ?-\d\d:?\d\d)?)?"
    rb"|\d{1,3}(?:,\d{3})+(?:\.\d{1,9})?|(?:19|20)\d\d[^0-9+]{1,3}(?:19|20)\d\d)[^0-9+]*"
)
"""The commonest rows are dates, amounts with their thousands marked, and spans of years."""
_VANITY: Final = re.compile(rb"8(?:00|88|77|66|55|44|33)[^\w\n]{1,12}[A-Za-z]")
_TAG: Final = re.compile(rb"<[A-Za-z/!][^<>]{0,200}>")
_ENTITY: Final = re.compile(rb"&(?:#[Xx]?[0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_ENCODED: Final = re.compile(rb"%[0-9A-Fa-f]{2}")
_DATA_LENGTH: Final = 4096
_DIGITS_AND_SIGNS: Final = bytes(
    code for code in range(256) if not (65 <= code <= 90 or 97 <= code <= 122)
)


class Sizes(NamedTuple):
    """The digits of the shortest numbers, with and without a plus or a zero before them."""

    fewest: int
    least: int


def without_markup(raw: bytes) -> bytes:
    """A text of the same length in which tags and codes part no digits."""
    if b"<" in raw:
        raw = _TAG.sub(lambda tag: b" " * len(tag[0]), raw)
    if b"&" in raw:
        raw = _ENTITY.sub(_entity, raw)
    if b"%" in raw:
        raw = _ENCODED.sub(lambda code: b"+  " if code[0].upper() == b"%2B" else b"   ", raw)
    return raw


def _entity(entity: re.Match[bytes]) -> bytes:
    return (b"0" if b"#" in entity[0] else b" ").ljust(len(entity[0]))


def number_rows(raw: bytes, marks: bytes, size: Sizes) -> Iterator[tuple[int, int]]:
    """Where the rows stand that may hold a number; `marks` are the text's bytes by `MARKS`."""
    pattern = _row(min(size.fewest, _FEWEST_IN_ROW))
    for row in pattern.finditer(marks):
        start, end = row.span()
        for part in pattern.finditer(raw[start:end].translate(_EXACT)):
            first, last = start + part.start(), start + part.end()
            if _may_be_number(raw[first:last], raw[max(0, first - _PLUS_REACH) : first], size):
                yield first, last
    place = raw.find(b"8")
    while place >= 0:
        if vanity := _VANITY.match(raw, place):
            yield vanity.span()
        place = raw.find(b"8", place + 1)


@cache
def _row(fewest: int) -> re.Pattern[bytes]:
    """So many digits and more, with letters of no other kind between."""
    return re.compile(rb"0(?<!00)[ y]*+(?:0[ y]*+){%d,}+" % (fewest - 1))


def _may_be_number(row: bytes, before: bytes, size: Sizes) -> bool:
    """Whether a row has the digits of a number, counting letters that look like digits."""
    if b"+" in row or not row.isascii():
        return True
    if _NEVER.fullmatch(row) and b"+" not in before:
        return False
    if len(row.translate(None, _NO_DIGITS_AT_ALL)) >= size.least:
        return True
    if b"+" in before:
        return True
    zero = _ZERO_FIRST.search(row)
    return (
        zero is not None
        and len(row[zero.start() :].translate(None, _NO_DIGITS_AT_ALL)) >= size.fewest
    )


def is_data(raw: bytes) -> bool:
    """Whether a long block is nothing but digits and signs on one line: a dump, not a text."""
    if len(raw) < _DATA_LENGTH or b"," in raw or b"\n" in raw:
        return False
    if len(raw.translate(None, _NOT_DIGITS)) <= len(raw) // 4:
        return False
    return b"+" not in raw and not raw.translate(None, _DIGITS_AND_SIGNS)
