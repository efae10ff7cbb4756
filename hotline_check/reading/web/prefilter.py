"""Where a text may hold a web address, an e-mail address or a handle: areas around their signs.

Nearly all of a text has none of these signs, so each is found by what is rare in it: a pattern
that starts with a single character runs through a text many times as fast as any other.
"""

import re
from collections.abc import Iterator
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.web.public_suffixes import is_top

# The longest name that DNS allows (RFC 1035, 2.3.4).
LONGEST_HOST: Final = 255
# Characters that a contact reaches before and after its sign, where no space ends it.
_LONGEST_PATH: Final = 2048
# Characters of a word that a sign in brackets may join over a space.
_WORD: Final = 80

_UNSEEN: Final = "\u00ad\u034f\u180e\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff"
_LABEL: Final = rf"xn--[a-z\d-]{{1,59}}|(?:[^\W\d_]|[{_UNSEEN}]){{2,64}}"
# A dot between two labels of a host, the second of which may be its last.
#
# What rules most dots out is asked first: a space follows those that end a sentence.
_DOT: Final = lazy_pattern(rf"\.(?=[^\x00-@])(?<=[^\W_]\.)({_LABEL})", re.IGNORECASE)
# The same in ASCII, where it is seen in half of the time.
_ASCII_DOT: Final = lazy_pattern(
    r"\.(?=[A-Za-z])(?<=[A-Za-z0-9]\.)([Xx][Nn]--[A-Za-z0-9-]{1,59}|[A-Za-z]{2,64})"
)
_HIDDEN_DOT: Final = lazy_pattern(rf"\.(?<=[{_UNSEEN}]\.)({_LABEL})", re.IGNORECASE)
# Dots of Chinese and Japanese text, which also end sentences, and their `@`.
_WIDE_SIGNS: Final = {
    "\uff0e": lazy_pattern(r"\uff0e(?<=[^\W_].)[^\W_]"),
    "\u3002": lazy_pattern(r"\u3002(?<=[A-Za-z0-9].)[A-Za-z0-9]"),
    "\uff20": lazy_pattern("\uff20"),
    "\uff61": lazy_pattern(r"\uff61(?<=[A-Za-z0-9].)[A-Za-z0-9]"),
}
# The colon of `http`, `https` and their defanged spellings, perhaps in brackets.
SCHEME_COLON: Final = lazy_pattern(
    r"""
    :(?<=[PpSs\u017f\[]:)                    # rules most colons out
    (?: (?<=[Pp]:)(?<=[TtXx][TtXx].:)        # `http:`, `hxxp:`
      | (?<=[Pp][Ss\u017f]:)                 # `https:`, also with the long s
      | (?<=\[:)                             # `http[:]`
    )
    """,
    re.VERBOSE,
)
# The same where hidden characters may be inside of the scheme.
_MAYBE_SCHEME_COLON: Final = lazy_pattern(r":(?<=[PpSs\u017f\[].)")
_AT: Final = lazy_pattern("@")
# `(dot)`, `[at]`, `[.]`, found by the bracket that closes them.
_IN_BRACKETS: Final = {
    opening: lazy_pattern(
        rf"\{closing}(?<=[t.@].)(?:(?<=[\[({{]dot.)|(?<=[\[({{]at.)|(?<=[\[({{][.@].))",
        re.IGNORECASE,
    )
    for opening, closing in ("()", "[]", "{}")
}
_SPACE: Final = lazy_pattern(r"\s")


def areas(text: str) -> list[tuple[int, int]]:
    """The parts of a text in which a web contact may begin or end, in order, apart from another."""
    found: list[tuple[int, int]] = []
    for place in sorted(_signs(text)):
        if not found or place >= found[-1][1]:
            join(found, _token(text, place))
    in_brackets = [_words(text, place) for place in _in_brackets(text)]
    if not in_brackets:
        return found
    joined: list[tuple[int, int]] = []
    for area in sorted((*found, *in_brackets)):
        join(joined, area)
    return joined


def join(areas: list[tuple[int, int]], area: tuple[int, int]) -> None:
    """Add an area to those before it; each character is looked at in one area only."""
    start, end = area
    if areas and start <= areas[-1][1]:
        start, before = areas.pop()
        end = max(end, before)
    areas.append((start, end))


def _signs(text: str) -> list[int]:
    """Places of dots before what may be a top-level domain, of scheme colons and of `@`."""
    signs: list[int] = []
    is_ascii = text.isascii()
    if "." in text:
        dots = (_ASCII_DOT if is_ascii else _DOT).finditer(text)
        signs += [dot.start() for dot in dots if is_top(dot[1])]
    if ":" in text:
        colons = (SCHEME_COLON if is_ascii else _MAYBE_SCHEME_COLON).finditer(text)
        signs += [colon.start() for colon in colons]
    if "@" in text:
        signs += [at.start() for at in _AT.finditer(text)]
    if not is_ascii:
        signs += _beyond_ascii(text)
    return signs


def _beyond_ascii(text: str) -> Iterator[int]:
    if "." in text:
        for hidden in _HIDDEN_DOT.finditer(text):
            yield hidden.start()
    for sign, pattern in _WIDE_SIGNS.items():
        if sign in text:
            for wide in pattern.finditer(text):
                yield wide.start()


def _in_brackets(text: str) -> Iterator[int]:
    for bracket, pattern in _IN_BRACKETS.items():
        if bracket in text:
            for sign in pattern.finditer(text):
                yield sign.start()


def _token(text: str, place: int) -> tuple[int, int]:
    """The token around a place, from space to space."""
    low = max(0, place - LONGEST_HOST)
    start = max(text.rfind(" ", low, place), text.rfind("\n", low, place))
    after = _SPACE.search(text, place, place + _LONGEST_PATH)
    return max(low, start + 1), after.start() if after else min(len(text), place + _LONGEST_PATH)


def _words(text: str, place: int) -> tuple[int, int]:
    """The token around a place and those next to it."""
    start, end = _token(text, place)
    before, after = text.rfind(" ", max(0, start - _WORD), max(0, start - 1)), end + 1
    following = _SPACE.search(text, after, after + _WORD)
    return (
        before + 1 if before >= 0 else max(0, start - _WORD),
        following.start() if following else min(len(text), after + _WORD),
    )
