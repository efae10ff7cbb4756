"""Codes that a network carries out instead of ringing a number: call forwarding above all.

`**21*+1…#`, `*72 1…`, `##002#`: who dials one at a stranger's request hands over the calls.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.codes import Problem
from hotline_check.reading.models import Find

# Characters before a number in which the code begins, or after it in which it ends.
_PREFIX: Final = 8
_CODE: Final = lazy_pattern(
    r"""
    (?<![\w*#]) [*#]{1,3} \d{2,3} \* [\s+(]* \d(?:[\s().-]*\d){4,}   # **21*number#
    | (?<![\w*#]) [*#]{1,3} \d{2,3} (?:\*\d+)* \#                    # ##002#, *#21#
    | (?<![\w*#]) \* \d\d (?:[\s.,-]+[+(]? | [+(]) \d(?:[\s().-]*\d){6,}   # *72 number
    | (?<![\w*#]) \* \d\d 1? \d{10} (?!\d)                           # the same without a space
    | (?<![\w*#+]) \d{2,3} \* \+? \d{5,} (?:\*\d+)* \#
    """,
    re.VERBOSE,
)

# The last seven digits of a number: to begin at each digit of a long row would be quadratic.
_STAR: Final = lazy_pattern(r"\d(?:[\s().-]?\d){6}\)?\*(?![\w*])")
# A key of the phone right after a number. Stars before and inside of one are decoration, as in
# `*+18778826273` and `855-998-*0300`, both seen in posts.
_HASH: Final = lazy_pattern(r"\d(?:[\s().-]?\d){6}\)?\#(?![\w#])")


def has_service_code(unmasked: str) -> bool:
    """Whether a string in plain characters holds a code of a network."""
    if "*" not in unmasked and "#" not in unmasked:
        return False
    return _CODE.search(unmasked.replace("\x00", "")) is not None


def dials_key(unmasked: str) -> bool:
    """Return True for a star or hash key after a number, dialed with it; paired stars are bold."""
    if "*" not in unmasked and "#" not in unmasked:
        return False
    plain = unmasked.replace("\x00", "")
    has_star = plain.count("*") % 2 == 1 and _STAR.search(plain) is not None
    return has_star or _HASH.search(plain) is not None


def without_codes(found: Iterable[Find], text: str, unmasked: str) -> Iterator[Find]:
    """The numbers of a text, in order; one that a code holds is that code instead, and no number.

    text, unmasked: the code and its plain characters, of the same length.
    """
    end = 0
    for find in found:
        code = _around(unmasked, find.start, find.end)
        if code is None:
            yield find
        elif code[0] >= end:
            end = code[1]
            yield Find(
                start=code[0], end=end, text=text[code[0] : end], problem=Problem.SERVICE_CODE
            )


def _around(unmasked: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the code is that holds the digits between two places."""
    head = unmasked[max(0, start - _PREFIX) : start + _PREFIX]
    if "*" not in head and "#" not in head:
        return None
    for code in _CODE.finditer(unmasked, max(0, start - _PREFIX), end + _PREFIX):
        if code.start() < end and start < code.end():
            return min(code.start(), start), max(code.end(), end)
    return None
