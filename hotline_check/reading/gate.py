"""Which stretches of a long text are worth a closer look: byte tables instead of patterns.

A stretch is kept when, after everything but letters and digits is taken away, enough digits (or
letters that look like digits, or characters beyond ASCII) stand in a row; when enough words in a
row are made of the letters of digit words; or when it has the signs of a web or mail address.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

BLOCK: Final = 8192
"""Characters looked at in one go."""
FEWEST: Final = 7
"""Digits of the shortest number that is found without a region."""
_LONGEST_NUMBER: Final = 160
"""Characters that the longest rendering of a number is thought to take."""

_LOOKS = b"OoIiLlSsZzB|?"
_DROP = bytes(code for code in range(128) if not chr(code).isalnum() and chr(code) not in "|?$=%@")
_RUNS = bytes(
    ord("9") if chr(code).isdigit() or code in _LOOKS else ord("a") for code in range(256)
)
_SPELLED = (
    b"zeronthwfuivsxg0123456789",
    b"zerounodstcaiqhv0123456789",
    b"unsaechztodrvifg0123456789",
)
_SEVEN_WORDS = b" " * FEWEST
_SPACES = bytes(32 if chr(code) in " -,./" else code for code in range(256))
_HOST = re.compile(r"\.[^\W\d_]|\(at\)|\[at\]|\[dot\]|\(dot\)|\[\.\]|t\.me", re.IGNORECASE)
_DOT_LETTER = re.compile(r"\.[^\W\d_]")


class Stretch(NamedTuple):
    """A part of a text, and which kinds of contact it may hold."""

    start: int
    end: int
    phones: bool
    spelled: bool
    web: bool


def stretches(text: str, fewest: int = FEWEST) -> Iterator[Stretch]:
    """The parts of a text that may hold contacts, in order; no contact spans two parts."""
    start = 0
    run = b"9" * fewest
    while start < len(text):
        end = boundary(text, start, BLOCK)
        block = text[start:end]
        raw = block.encode("ascii", "replace")
        phones = run in raw.translate(_RUNS, _DROP) or "&#" in block
        spelled = _maybe_spelled(raw, block)
        web = "@" in block or "//" in block or _dotted(block)
        if phones or spelled or web:
            yield Stretch(start, end, phones, spelled, web)
        start = end


def boundary(text: str, start: int, size: int) -> int:
    """Where a part of about `size` characters from `start` can end without cutting a contact.

    A blank line is best, then the end of a line whose neighbours hold no digits at the cut, then
    any space between words; a stretch without any of these is cut where its size is reached.
    """
    end = start + size
    if end >= len(text):
        return len(text)
    for mark in ("\n\n", "\r\n\r\n"):
        place = text.rfind(mark, start + 1, end)
        if place > start + size // 4:
            return place + len(mark)
    place = text.rfind("\n", start + 1, end)
    while place > start + size // 4:
        if not _near_digit(text, place):
            return place + 1
        place = text.rfind("\n", start + 1, place)
    place = text.rfind("\n", start + 1, end)
    if place > start + size // 4:
        return place + 1
    for match in _LETTER_SPACE.finditer(text, end, min(len(text), end + size)):
        return match.end()
    return min(len(text), end + size)


_LETTER_SPACE = re.compile(r"[A-Za-z]{4} (?=[A-Za-z]{4})")


def _near_digit(text: str, place: int) -> bool:
    around = text[max(0, place - 3) : place + 4]
    return any(char.isdigit() or ord(char) > 127 for char in around)


def _maybe_spelled(raw: bytes, block: str) -> bool:
    lowered = raw.lower()
    for letters in _SPELLED:
        if _SEVEN_WORDS in lowered.translate(_SPACES, letters):
            return True
    return not block.isascii() and b"??????" in raw


def _dotted(block: str) -> bool:
    return _DOT_LETTER.search(block) is not None or _HOST.search(block) is not None
