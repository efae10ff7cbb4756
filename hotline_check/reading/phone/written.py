"""A number as it was written, after its characters were made plain."""

import re
from typing import Final, NamedTuple

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.codes import Problem

# An hour alone, as in `9-18`, may be digits of the number.
_HOUR: Final = r"(?:[01]?\d|2[0-4])"
_CLOCK: Final = rf"{_HOUR}(?::[0-5]\d|[時时點点시](?:[0-5]?\d[分분]|半|반)?|[ ]?[hH](?:[0-5]\d)?)"
_DOTTED: Final = rf"{_HOUR}\.[0-5]\d[ ]?[-–][ ]?{_HOUR}\.[0-5]\d"
# Always open, as in many languages: `24/7`, `7j/7`, `24h/24`, `7/24`.
_ALL: Final = r"(?:24|7|365)[ ]?(?:[hHjJdD]|ч)?"
HOURS: Final = rf"""
    {_ALL} (?: [ ]? [/xX*×] [ ]? {_ALL} ){{1,2}} (?! [\w/-] | \.\w )
    | 24 [ ]? [hH](?:(?:ou)?rs?)? (?![\w./-])
    | (?: 7 [ ]? (?: [xX*×] | 天 ) [ ]? )? 24 [ ]? (?: 小时 | 小時 | 時間 | 시간 )
    | {_CLOCK} [ ]? [-–~〜～至到] [ ]? {_CLOCK} (?! [\d:] )
    | (?<![.,/]) {_DOTTED} (?: [ ]? [/,;] [ ]? {_DOTTED} )? (?! [\d.,/] \d | \d )
"""
"""When somebody can be called, as a part of a VERBOSE pattern: `24/7`, `24小时`, `9:00-18:00`."""
_HOURS: Final = lazy_pattern(HOURS, re.VERBOSE)
_SIGNS: Final = lazy_pattern(r"(?<=\d)\D+(?=\d)")


class Written(NamedTuple):
    """The digits of a rendering, and what else it says.

    groups: the digits as they were grouped. region: the country that a hint in the text names.
    start, end: where the number itself is in the text, without labels and hints.
    head, word, tail: the parts of a vanity number such as `1-800-FLOWERS`; then digits is empty.
    odd: letters are left that nothing explains.
    inner: the digits after a plus that follows other digits.
    problem: why it can be no number, whatever its digits are.
    carrier: a placeholder for a carrier's digits, left out.
    signs: what was between each two groups.
    context: the digits that a link says its number begins with, where they were added.
    """

    digits: str
    plus: bool = False
    groups: tuple[str, ...] = ()
    region: str | None = None
    extension: str | None = None
    start: int = 0
    end: int = 0
    head: str = ""
    word: str = ""
    tail: str = ""
    odd: bool = False
    inner: str = ""
    problem: Problem | None = None
    carrier: str = ""
    signs: tuple[str, ...] = ()
    context: str = ""


def opening_hours(unmasked: str) -> tuple[int, int] | None:
    """Where `24/7` or the like is before or after all other digits: it is no part of a number."""
    for match in _HOURS.finditer(unmasked):
        start, end = match.span()
        before, after = unmasked[:start], unmasked[end:]
        if before[-1:].isalnum() or before[-1:] in {"+", "-", ".", "/", ",", "*", "#"}:
            continue
        if not any(map(str.isdecimal, before)) or not any(map(str.isdecimal, after)):
            return start, end
    return None


def inner_plus(number: str) -> str:
    """The digits after the last plus that follows other digits, else nothing."""
    before, plus, after = number.rpartition("+")
    if not plus or not any(map(str.isdecimal, before)):
        return ""
    return "".join(filter(str.isdecimal, after))


def signs_between(number: str) -> tuple[str, ...]:
    """What is between each two groups of digits."""
    return tuple(_SIGNS.findall(number))
