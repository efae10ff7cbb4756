"""One candidate: groups of a row that may be a phone number, and what stands beside them."""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from hotline_check.reading.models import Hints
from hotline_check.reading.phone_search.digit_groups import Row
from hotline_check.reading.phone_search.evidence import adjacent, context

BREAK: Final = re.compile(r"[;\t\"]|, |: |\n.*\n|\+| #\Z", re.DOTALL)
"""A gap that ends a number; a hash sign begins an extension, or another thing."""
TIGHT: Final = frozenset({"-", ".", "_", ":", "'"})
"""A single sign with digits on both sides: what it joins is one thing."""
_LONGEST_PREFIX: Final = 3
_IN_BRACKETS: Final = re.compile(r"[(\[][0-9]{1,3}[)\]][ -]?\Z")
OPENING: Final = re.compile(r"[ -]?[(\[]")
"""What parts a trunk prefix from the area code in brackets after it."""
NANP: Final = re.compile(r"1?[2-9]\d\d[2-9]\d{6}")
"""National digits of North America, with or without the country code."""
TOLL_FREE: Final = re.compile(r"18(?:00|33|44|55|66|77|88)\d{7}\Z")
"""A toll-free number of North America with its country code."""
LABEL_AFTER: Final = re.compile(r"\W?(?:U\.?S\.?A?|UK|call)(?![A-Za-z])", re.IGNORECASE)
LABEL_BEFORE: Final = re.compile(
    r"(?<![A-Za-z])(?:U\.?S\.?A?|UK|tel|call|phone)\W?\Z", re.IGNORECASE
)


CARRIED_ON: Final = re.compile(r"[ )]{0,2}[-~/_\x02][ ]?\r?\n[ \t]{0,8}\Z")
"""A line break behind a sign that says that the number goes on."""


class Candidate(NamedTuple):
    """Groups of a row from `first` to `last`, and what stands beside them."""

    row: Row
    first: int
    last: int
    plus: bool
    before: str
    after: str
    groups: tuple[str, ...]
    gaps: tuple[str, ...]
    digits: str


def candidate(
    unmasked: str, row: Row, first: int, last: int, before: str, *, plus: bool
) -> Candidate:
    """The candidate of these groups; `before` is what stands before the first."""
    end = row.ends[last]
    after = unmasked[end : end + context.AFTER]
    groups = row.groups[first : last + 1]
    return Candidate(
        row, first, last, plus, before, after, groups, row.gaps[first:last], "".join(groups)
    )


class Search(NamedTuple):
    """What every candidate of a text is judged with."""

    text: str
    unmasked: str
    hints: Hints
    fewest: int
    lengths: frozenset[int]
    """How many digits a number without a plus has."""
    claims: Callable[[str], bool] | None = None
    """Says whether a sentence names a platform."""


def is_part(one: Candidate) -> bool:
    """Whether the groups beside it belong to the same thing, so that it would be a fragment."""
    row, first, last = one.row, one.first, one.last
    if first and not one.plus:
        gap, previous = row.gaps[first - 1], row.groups[first - 1]
        if gap in TIGHT or _has_trunk_prefix(one):
            return True
        if not one.gaps and gap == " " and len(previous) > 1:
            return True
        if gap in one.gaps and (len(previous) > 1 or _small(one) or _led(one)):
            return True
    if last < len(row.gaps):
        gap = row.gaps[last]
        if gap in TIGHT:
            return True
        following = len(row.groups[last + 1])
        ends_there = last + 1 == len(row.gaps)
        if (
            not one.plus
            and gap in one.gaps
            and (following > 2 or _small(one) or (following == 2 and not ends_there))
        ):
            return True
    return False


def _has_trunk_prefix(one: Candidate) -> bool:
    """Whether a few digits before a number belong to it: `8 (800) ...`, `(0)30 ...`, `0 30 ...`."""
    group, gap = one.row.groups[one.first - 1], one.row.gaps[one.first - 1]
    if len(group) > _LONGEST_PREFIX:
        return False
    if OPENING.fullmatch(gap) or (group == "0" and gap == " "):
        return True
    return _IN_BRACKETS.search(one.before) is not None


def _small(one: Candidate) -> bool:
    return max(map(len, one.groups)) < 3


def _led(one: Candidate) -> bool:
    """Whether the country code of North America stands before its groups."""
    return one.row.groups[one.first - 1] == "1" and NANP.fullmatch(one.digits) is not None


def broken_well(one: Candidate) -> bool:
    """Whether a number that runs over a line break is one that is known whole by its shape."""
    if len(one.groups) > 2 and NANP.fullmatch(one.digits[-10:]) and len(one.groups[-1]) >= 4:
        return True
    broken = [gap for gap in one.gaps if "\n" in gap]
    return len(one.groups) > 2 and all(map(CARRIED_ON.match, broken))


def glued(before: str) -> bool:
    """Whether a Latin letter touches the first digit, other than a word's or a label's."""
    touching_it = before[-1:]
    if not (touching_it.isascii() and touching_it.isalpha()) or LABEL_BEFORE.search(before):
        return False
    return not adjacent.word_before(before)
