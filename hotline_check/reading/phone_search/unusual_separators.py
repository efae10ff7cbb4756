"""Numbers whose groups are separated by signs that otherwise end a number: `+44=7400=123=456`.

Only a number that names its country code can be such a chain. Where it ends is decided here, and
its odd signs are then written as usual ones, in as many characters.
"""

import re
from typing import Final, NamedTuple

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.normalize.markers import HIDDEN, SYMBOL

_DIGITS: Final = r"[0-9][0-9\x00]*+"
_GAP: Final = r"(?:[^\w+]|_){1,12}+"
_REST: Final = rf"[0-9\x00]*+(?:{_GAP}{_DIGITS}){{1,19}}+"
_AFTER_PLUS: Final = lazy_pattern(rf"\+(?:[^\w+\n]|_){{0,6}}+[0-9]{_REST}")
# Groups after a plus or an international prefix, with any signs between them.
_AFTER_PREFIX: Final = tuple(
    lazy_pattern(rf"{prefix}(?<![\w.,:;/+-]{prefix}){_REST}") for prefix in ("00", "011")
)
_SIGNS: Final = r"((?:[^\w+\s]|_){1,12}+)"
# The groups of North America, each pair separated by signs of its own.
_NORTH_AMERICA: Final = lazy_pattern(
    rf"""
    1(?<![\w$.,:;/+-]1){_SIGNS}([2-9][0-9]{{2}}){_SIGNS}([0-9]{{3}}){_SIGNS}([0-9]{{4}})
    (?!\w|[^\w\s]{{1,6}}[0-9]{{2}})    # no more groups after signs
    """,
    re.VERBOSE,
)
# Groups separated by the plus itself.
_PLUSES: Final = lazy_pattern(rf"\+{_DIGITS}(?:\+{_DIGITS}){{2,19}}+")
_PART: Final = lazy_pattern(rf"({_DIGITS})")
# Signs that end a number, unless they are its own.
_ODD: Final = frozenset('$=%@\u00b0&+:;"\t,')
_BRACKETS: Final = lazy_pattern(r"[()\[\]{}<>\x00]")
_SPACE: Final = lazy_pattern(r"\s")
_PREFIX: Final = lazy_pattern("00|011")
_TIGHT: Final = frozenset("-._:'/")
_FEWEST_GROUPS: Final = 3


class _Chain(NamedTuple):
    """The groups of a chain after its prefix, and the text between them.

    gaps, written: the text between them, without brackets and spaces around, and as it is.
    bare: it has no plus.
    """

    groups: list[str]
    gaps: list[str]
    written: list[str]
    bare: bool

    def digits(self, count: int) -> str:
        return "".join(self.groups[:count])


def with_usual_signs(unmasked: str) -> str:
    """The text with the odd signs inside of explicit numbers as usual ones."""
    if "+" in unmasked:
        unmasked = _AFTER_PLUS.sub(_usual, _PLUSES.sub(_usual, unmasked))
    for pattern in _AFTER_PREFIX:
        unmasked = pattern.sub(_usual, unmasked)
    return _NORTH_AMERICA.sub(_joined, unmasked)


def _joined(match: re.Match[str]) -> str:
    if _ODD.isdisjoint(match[0]):
        return match[0]
    signs = (SYMBOL * len(each) for each in match.group(1, 3, 5))
    return "1" + "".join(map(str.__add__, signs, match.group(2, 4, 6)))


def _usual(match: re.Match[str]) -> str:
    written = match[0]
    if _ODD.isdisjoint(written[1:]):
        return written
    parts = _PART.split(written)
    count = _length(_chain(parts))
    for place in range(2, 2 * count, 2):
        parts[place] = "".join(SYMBOL if char in _ODD else char for char in parts[place])
    return "".join(parts)


def _chain(parts: list[str]) -> _Chain:
    groups = [group.replace(HIDDEN, "") for group in parts[1::2]]
    if not parts[0]:
        prefix = _PREFIX.match(groups[0])
        groups[0] = groups[0][prefix.end() :] if prefix else groups[0]
    gaps = [_BRACKETS.sub("", gap).strip(" ") or " " for gap in parts[2:-1:2]]
    return _Chain(groups, gaps, parts[2:-1:2], bare=not parts[0])


def _length(chain: _Chain) -> int:
    """How many groups are the number, 0 where that is not certain."""
    gaps = chain.gaps
    alike = next((place for place, gap in enumerate(gaps) if gap != gaps[0]), len(gaps))
    if alike > 1 and not _ODD.isdisjoint(gaps[0]):
        sure = _number(chain, alike + 1) is not None and not _is_thousands(chain, alike + 1)
        return alike + 1 if sure else 0
    counts = range(_FEWEST_GROUPS, len(chain.groups) + 1)
    valid = [count for count in counts if _number(chain, count)]
    if not valid and counts and not _is_spaced(chain.written):
        return len(chain.groups) if _number(chain, len(chain.groups)) is not None else 0
    return valid[0] if len(valid) == 1 and _is_ended(chain, valid[0]) else 0


def _is_thousands(chain: _Chain, count: int) -> bool:
    """Return True if commas separate what may be an amount, or numbers that are no phone's."""
    if not chain.gaps[0].startswith(","):
        return False
    return chain.bare or {len(group) for group in chain.groups[1:count]} == {3}


def _number(chain: _Chain, count: int) -> bool | None:
    """Whether so many groups are a valid number, None where they can be none."""
    from hotline_check.reading.phone.metadata import known  # few texts have such signs

    number = known("+" + chain.digits(count))
    return number.valid if number else None


def _is_ended(chain: _Chain, count: int) -> bool:
    """Return True if the number ends after so many groups, and not before."""
    inner, next_gap = chain.gaps[: count - 1], chain.gaps[count - 1 : count]
    if next_gap and (next_gap[0] in inner or next_gap[0] in _TIGHT):
        return False
    return _is_north_american(chain.groups[:count]) or not _is_spaced(chain.written[: count - 1])


def _is_north_american(groups: list[str]) -> bool:
    return groups[0] == "1" and [*map(len, groups)] == [1, 3, 3, 4]


def _is_spaced(gaps: list[str]) -> bool:
    """Whether spaces part an odd sign from a group, as sentences and fields have them."""
    return any(not _ODD.isdisjoint(gap) and _SPACE.search(gap) for gap in gaps)
