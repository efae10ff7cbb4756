"""Characters under which a number shows as another than it reads: no reading of it is trusted.

Two tricks: controls that turn the order of what is shown, and digits of other scripts that are
drawn like another digit than their value.
"""

import re
import unicodedata
from typing import Final

import msgspec

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading import codes
from hotline_check.reading.codes import Problem
from hotline_check.reading.models import Assumption, Find, Hints
from hotline_check.reading.normalize.pipeline import unmask

# Controls that can reverse the digits after them.
_TURNING: Final = lazy_pattern("[\u061c\u200f\u202b\u202e\u2067]")
# The same right after a number; marks for a whole line of Arabic may be after a space.
_TURNING_AFTER: Final = lazy_pattern(
    r"""
    [\u200b-\u200d\u202a\u202c\u202d\u2060\u2066\u2068\u2069\ufeff)\]]*+
    (?: [\u061c\u200f] | [^\S\n]* [\u202b\u202e\u2067] )
    """,
    re.VERBOSE,
)
# Controls that programs put around a whole number; they turn nothing unless they are inside.
_WRAPPING: Final = lazy_pattern("[\u202a\u202c\u202d\u2066\u2068\u2069]")
_CONTROLS: Final = "\u061c\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
# Characters before a number, on its line, in which a control is looked for.
REACH: Final = 1000

# Digits of other scripts -> the ASCII digit they are drawn like (UTS 39), where it is another.
_DRAWN_LIKE: Final = {
    "\u0665": "0", "\u06f5": "0", "\u0666": "7", "\u0967": "9", "\u09ea": "8", "\u09ed": "9",
    "\u0a67": "9", "\u0a6a": "8", "\u0ae7": "9", "\u0b68": "9", "\u0d6d": "9",
    "\U000118e4": "9", "\U000118e5": "2",
}  # fmt: skip
_OTHER_LOOK: Final = str.maketrans(_DRAWN_LIKE)

# Circles that may be drawn for a zero, or only separate the groups.
_ROUND_SIGNS: Final = "\u00b0\u25cb\u25e6\u25ef\u26aa\u2b55\u2b58\u25ce\u25cf\u26ab\u2b24\U0001f17e"
_AS_ZERO: Final = str.maketrans(dict.fromkeys(_ROUND_SIGNS, "0"))


def with_round_signs(find: Find, hints: Hints) -> Find:
    """A find of one number that also has the reading in which circles are zeros."""
    if find.text.isascii() or not any(map(find.text.__contains__, _ROUND_SIGNS)):
        return find
    from hotline_check.reading.phone.parse import read_number  # few numbers need a second look

    zeros = read_number(find.text.translate(_AS_ZERO), hints)
    if zeros.problem or zeros.readings[0].kind != "phone":
        return find
    shown = next(char for char in find.text if char in _ROUND_SIGNS)
    echo = Assumption(codes.LETTER_AS_DIGIT, (shown, "0"))
    drawn = tuple(reading.assuming(echo) for reading in zeros.readings)
    return msgspec.structs.replace(find, readings=(*find.readings, *drawn), problem=None)


def _has_control(text: str) -> bool:
    return not text.isascii() and any(map(text.__contains__, _CONTROLS))


def is_turned(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether the digits between two offsets of a text may be shown in another order."""
    if not _has_control(text):
        return False
    unmasked = unmask(text[start:end])
    digits = [place for place, char in enumerate(unmasked, start) if char.isdecimal()]
    if not digits:
        return False
    line = max(text.rfind("\n", 0, start), start - REACH, 0)
    if _TURNING.search(text, line, digits[-1]):
        return True
    if _TURNING_AFTER.match(text, digits[-1] + 1):
        return True
    return _WRAPPING.search(text, digits[0], digits[-1]) is not None


def doubted(found: list[Find], text: str, offset: int, hints: Hints) -> list[Find]:
    """The numbers found in a part of a text, with what these tricks leave of them.

    offset: where in the text the part begins.
    """
    found = [with_other_look(find, hints) for find in found]
    if not _has_control(text):
        return found
    return [
        Find(start=find.start, end=find.end, text=find.text, problem=Problem.REORDERED)
        if is_turned(text, find.start + offset, find.end + offset)
        else find
        for find in found
    ]


def with_other_look(find: Find, hints: Hints) -> Find:
    """A find that also has the reading of what the eye sees, where that is another number."""
    if find.text.isascii() or not find.readings or not deceives(find.text):
        return find
    from hotline_check.reading.phone.parse import read_number  # few numbers need a second look

    seen = read_number(find.text.translate(_OTHER_LOOK), hints)
    if seen.problem:
        return Find(start=find.start, end=find.end, text=find.text, problem=Problem.IMPOSSIBLE)
    known = {reading.value for reading in find.readings}
    others = tuple(
        reading.rendered((), (codes.TAG_SCRIPT,))
        for reading in seen.readings
        if reading.value not in known
    )
    mine = tuple(reading.rendered((), (codes.TAG_SCRIPT,)) for reading in find.readings)
    return Find(start=find.start, end=find.end, text=find.text, readings=mine + others)


def deceives(text: str) -> bool:
    """Whether digits of several scripts are mixed, one of them drawn like another digit."""
    if _DRAWN_LIKE.keys().isdisjoint(text):
        return False
    scripts = {ord(char) - unicodedata.digit(char) for char in text if _is_foreign_digit(char)}
    own = any(char.isdigit() and not _is_foreign_digit(char) for char in text)
    return len(scripts) + own > 1


def _is_foreign_digit(char: str) -> bool:
    """Whether a character is a digit of another script, not a styled ASCII digit."""
    return char.isdecimal() and not char.isascii() and unicodedata.normalize("NFKC", char) == char
