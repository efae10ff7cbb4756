"""Which stretches of a long text are worth a closer look: byte tables instead of patterns.

A stretch is kept when, after everything but letters and digits is taken away, enough digits (or
letters that look like digits, or characters beyond ASCII) stand in a row; when enough words in a
row are made of the letters of digit words; or when it has the signs of a web or mail address.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from hotline_check.reading.gate_words import SHORT, maybe_spelled, mixes

BLOCK: Final = 16384
"""Characters looked at in one go."""
FEWEST: Final = 7
"""Digits of the shortest number that is found without a region."""
LEAST: Final = 10
"""Digits of the shortest number that has neither a plus nor a zero before it, without a region."""

_REFINED: Final = SHORT // 2
"""Characters looked at in one go where a block has something."""

_LOOKS = b"OoIiLlSsZzB"
_WORD_SCRIPTS = {*range(0xD4, 0xD8), *range(0xE4, 0xEA), 0xEB, 0xEC, 0xED}
"""First bytes (UTF-8) of scripts that have no digits or signs."""
_NO_LETTERS = bytes(
    ord("x")
    if code in _WORD_SCRIPTS or (chr(code).isascii() and chr(code).isalpha() and code not in _LOOKS)
    else 32
    for code in range(256)
)
"""Blanks everything but letters that look like no digit."""
_SHORTEST_ROW: Final = 9
_FEWEST_IN_ROW: Final = 6
"""Letters may stand for the other digits."""
_DIGITS = {*range(48, 58), 0xD9, 0xDB, 0xDF, *range(0xE0, 256)} - _WORD_SCRIPTS - {0xE3}
_NOT_DIGITS = bytes(code for code in range(256) if code not in _DIGITS)
"""All bytes but digits and the first bytes of scripts and styles that have digits."""
_NO_DIGITS_AT_ALL = bytes(code for code in range(256) if code not in {*_DIGITS, *_LOOKS})
_ZERO_FIRST = re.compile(rb"(?<![0-9])[0Oo]")
_ENCLOSED = ((b"\xe3\x88", b"\xe2\x88"), (b"\xe3\x8a", b"\xe2\x8a"))
"""Enclosed Chinese numerals count as digits; the other signs of their row are punctuation."""
_WIDE_COMMA = b"\xef\xbc\x8c"
_DIGIT_MARKS = bytes(ord("0") if code in _DIGITS else ord("x") for code in range(256))
_SPREAD: Final = 128
"""Bytes over which the digits of a row may be spread; they are looked at by halves of that."""
_PLUS_REACH: Final = 16
_DIGITS_AND_SIGNS = bytes(
    code for code in range(256) if not (65 <= code <= 90 or 97 <= code <= 122)
)


_DOT_BYTE = re.compile(rb"\.(?<=[0-9A-Za-z\x80-\xff]\.)[A-Za-z\x80-\xff]{2}")
_DOT_LABEL = re.compile(r"\.(?<=[^\W_]\.)([^\W\d_]{2,64}|xn--[a-z\d-]{1,59})", re.IGNORECASE)
_DEFANGED = ("(at)", "[at]", "(dot)", "[dot]", "[.]", "(.)")
_VANITY = re.compile(r"8(?:00|88|77|66|55|44|33)[^\w\n]{1,3}[A-Za-z]")


class Sizes(NamedTuple):
    """The digits of the shortest numbers, with and without a plus or a zero before them."""

    fewest: int
    least: int


class Stretch(NamedTuple):
    """A part of a text, and which kinds of contact it may hold."""

    start: int
    end: int
    phones: bool
    spelled: bool
    web: bool


def stretches(text: str, fewest: int = FEWEST, least: int = LEAST) -> Iterator[Stretch]:
    """The parts of a text that may hold contacts, in order; no contact spans two parts.

    fewest: the digits of the shortest number; least: those of the shortest that has neither a plus
    nor a leading zero.
    """
    size = Sizes(fewest, least)
    start = 0
    while start < len(text):
        end = boundary(text, start, BLOCK)
        block = text[start:end]
        signs = _signs(block, size, _ALL)
        if len(text) < _REFINED and not signs[1] and mixes(block):
            signs = (True, True, signs[2])
        if any(signs):
            if sum(map(str.isdecimal, block[:: len(block) // 64 + 1])) > 4:
                yield Stretch(start, end, *signs)
            else:
                yield from _refined(text, start, end, size, signs)
        start = end


_Signs = tuple[bool, bool, bool]
_ALL: Final[_Signs] = (True, True, True)


def _refined(text: str, start: int, stop: int, size: Sizes, wanted: _Signs) -> Iterator[Stretch]:
    while start < stop:
        end = min(stop, boundary(text, start, _REFINED))
        signs = _signs(text[start:end], size, wanted)
        if any(signs):
            yield Stretch(start, end, *signs)
        start = end


def _signs(block: str, size: Sizes, wanted: _Signs) -> _Signs:
    """Whether a block may hold phone numbers, spelled ones, web addresses."""
    raw = block.encode("utf-8", "surrogatepass")
    return (
        wanted[0] and _maybe_phones(block, raw, size),
        wanted[1] and maybe_spelled(block, raw),
        wanted[2] and ("@" in block or ("/" in block and "//" in block) or _dotted(block, raw)),
    )


def _maybe_phones(block: str, raw: bytes, size: Sizes) -> bool:
    if b"\xe3" in raw:
        for sign, counted in _ENCLOSED:
            raw = raw.replace(sign, counted)
        raw = raw.replace(_WIDE_COMMA, b",,,")
    if b"\n" not in raw and _is_data(raw):
        return False
    if _has_markup(block) and len(raw.translate(None, _NOT_DIGITS)) >= size.fewest:
        return True
    if _has_rows(raw, size):
        return True
    return "8" in block and _VANITY.search(block) is not None


def _has_rows(raw: bytes, size: Sizes) -> bool:
    """Whether a row of enough digits starts anywhere: looks only where digits stand close."""
    digits = min(size.fewest, _FEWEST_IN_ROW)
    marks = raw.translate(_DIGIT_MARKS)
    place = marks.find(b"0")
    while place >= 0:
        after = place + 1
        if marks.count(b"0", place, place + _SPREAD) >= digits:
            if _has_row(raw[max(0, place - _PLUS_REACH) : place + _SPREAD], size):
                return True
            after = place + _SPREAD // 2
        else:
            after = marks.find(b"x", after)
            if after < 0:
                return False
        place = marks.find(b"0", after)
    return False


def _has_row(raw: bytes, size: Sizes) -> bool:
    """Whether enough digits stand in a row with no letter between that looks like none."""
    blanked = b" %b " % raw.translate(_NO_LETTERS)
    run = b" " * min(size.fewest + 1, _SHORTEST_ROW)
    place = blanked.find(run)
    while place >= 0:
        end = blanked.find(b"x", place)
        end = len(blanked) if end < 0 else end
        if _may_be_number(raw[max(0, place - 1) : end], size):
            return True
        place = blanked.find(run, end)
    return False


def _may_be_number(row: bytes, size: Sizes) -> bool:
    """Whether a row has the digits of a number, counting letters that look like digits."""
    if len(row.translate(None, _NOT_DIGITS)) < min(size.fewest, _FEWEST_IN_ROW):
        return False
    if b"+" in row or not row.isascii():
        return True
    if len(row.translate(None, _NO_DIGITS_AT_ALL)) >= size.least:
        return True
    zero = _ZERO_FIRST.search(row)
    return (
        zero is not None
        and len(row[zero.start() :].translate(None, _NO_DIGITS_AT_ALL)) >= size.fewest
    )


def _has_markup(block: str) -> bool:
    return ("<" in block and "</" in block) or ("&" in block and "&#" in block)


def _is_data(raw: bytes) -> bool:
    """Whether a long block is nothing but digits and signs on one line: a dump, not a text."""
    if len(raw) < BLOCK // 4 or b"," in raw:
        return False
    if len(raw.translate(None, _NOT_DIGITS)) <= len(raw) // 4:
        return False
    return b"+" not in raw and not raw.translate(None, _DIGITS_AND_SIGNS)


def _dotted(block: str, raw: bytes) -> bool:
    """Whether a dot may part the labels of a host: what follows one is a top-level domain."""
    if b"." in raw and _DOT_BYTE.search(raw):
        from hotline_check.reading.tops import is_top  # few texts hold a dotted name

        if any(map(is_top, set(_DOT_LABEL.findall(block)))):
            return True
    return ("(" in block or "[" in block) and any(sign in block for sign in _DEFANGED)


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
        if not _near_digit(text, place):
            return place + 1
        place = text.rfind("\n", least, place)
    if last >= 0:
        return last + 1
    for match in _LETTER_SPACE.finditer(text, end, min(len(text), end + size)):
        return match.end()
    return min(len(text), end + size)


_LETTER_SPACE = re.compile(r"[A-Za-z]{4} (?=[A-Za-z]{4})")


def _near_digit(text: str, place: int) -> bool:
    around = text[max(0, place - 3) : place + 4]
    return any(char.isdigit() or ord(char) > 127 for char in around)
