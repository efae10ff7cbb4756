"""Map each character of a text to its plain ASCII equivalent; the length stays.

Every step keeps the text's length, so an offset into the plain text is an offset into the original.
The table itself is in `confusables`, loaded when a text has more than ASCII.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import AnyStr, Final

from hotline_check.lazy_pattern import lazy_pattern

# Letters -> the digits they look like.
LOOKS: Final = str.maketrans("OoIlSsZzBq", "0011552289")
WORD: Final = lazy_pattern(r"[^\W_]+")
_BEYOND_ASCII: Final = lazy_pattern(r"[^\x00-\x7f]+")
# Characters of a run that is likely to come again.
_SHORT: Final = 8


def plain(text: str) -> str:
    """The text in plain characters, of the same length."""
    return text if text.isascii() else _BEYOND_ASCII.sub(_plain_run, text)


def small(text: str) -> str:
    """The text in small letters, character for character."""
    # The capital dotted I alone has a small letter of two characters.
    return (text if text.isascii() else text.replace("\u0130", "i")).lower()


def small_bytes(text: str, raw: bytes) -> bytes:
    """A text in UTF-8 (`raw`) with its ASCII letters in small ones, as many characters.

    Lowering bytes takes a fifth of the time that lowering a Chinese text does.
    """
    for capital, letter in _SMALL_IN_ASCII.items():
        if capital in text:
            raw = raw.replace(capital.encode(), letter)
    return raw.lower()


# The letters beyond ASCII whose small letters are in ASCII: the Turkish I, the sign for kelvin.
_SMALL_IN_ASCII: Final = {"\u0130": b"i", "\u212a": b"k"}


def characters_in(raw: bytes) -> int:
    """Count the characters that begin in a part of a text in UTF-8."""
    return len(raw.translate(None, _CONTINUED))


# Bytes with which no character begins.
_CONTINUED: Final = bytes(range(0x80, 0xC0))


def from_digits(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern that starts with a digit and ends close after one.

    Searching for any digit takes 20 times as long to pass a text as searching for one.
    """
    if _may_have_other_digits(text):
        yield from pattern.finditer(text)
        return
    raw = text.encode("ascii", "replace")  # as many bytes as characters
    for near in CLOSE_ZEROS.finditer(raw.translate(_DIGITS_AS_ZEROS)):
        yield from pattern.finditer(text, near.start(), near.end() + _CLOSE)


def _may_have_other_digits(text: str) -> bool:
    """Return False for a text with few characters beyond ASCII and no digit among them."""
    if text.isascii():
        return False
    beyond = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    is_rare = len(beyond) <= len(text) // _RARE
    return not is_rare or _DIGIT.search(beyond.decode("utf-8", "surrogatepass")) is not None


_ASCII: Final = bytes(range(0x80))
# Characters to each byte beyond ASCII, where these are few.
_RARE: Final = 64
_DIGIT: Final = lazy_pattern(r"\d")


# Characters after the last digit that a pattern may look at.
_CLOSE: Final = 4
# Zeros in bytes with less than 64 others between.
CLOSE_ZEROS: Final = lazy_pattern(rb"0(?:[^0]{0,63}+0)*+")
_DIGITS_AS_ZEROS: Final = bytes.maketrans(b"123456789", b"000000000")


def words_in(text: str) -> list[str]:
    """The words of a text, of letters and digits, in order; in ASCII five times as fast as `WORD`.

    >>> words_in("Call us_24/7")
    ['Call', 'us', '24', '7']
    """
    return text.translate(_BETWEEN_WORDS).split() if text.isascii() else WORD.findall(text)


_BETWEEN_WORDS: Final = {
    code: char if (char := chr(code)).isalnum() else " " for code in range(128)
}


def places(text: AnyStr, part: AnyStr, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Where a part is in a text, once and again."""
    place = text.find(part, start, end)
    while place >= 0:
        yield place
        place = text.find(part, place + 1, end)


def may_hold(text: str, lowered: str, parts: Iterable[str]) -> bool:
    """Return False for an ASCII text without any of some small letters or signs.

    Asked before a pattern that needs one of them and takes milliseconds to compile. In other texts
    a letter may match that is the same to a pattern that ignores case, such as `ı` for `i`.
    """
    return not text.isascii() or any(map(lowered.__contains__, parts))


@lru_cache(maxsize=4)
def lowered_once(text: str) -> str:
    """The same, kept for the next contact of a long text."""
    return small(text)


def _plain_run(match: re.Match[str]) -> str:
    run = match[0]
    return _plain_again(run) if len(run) <= _SHORT else run.translate(_table())


@lru_cache(maxsize=8192)
def _plain_again(run: str) -> str:
    return run.translate(_table())


@cache
def _table() -> dict[int, str]:
    from hotline_check.reading.normalize.confusables import PLAIN  # ASCII needs no table

    return PLAIN
