"""One candidate: groups of a row that may be a phone number, and the text around them."""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.models import Hints
from hotline_check.reading.phone_search.digit_groups import Row
from hotline_check.reading.phone_search.evidence import adjacent, context

# A gap that ends a number; a hash sign begins an extension, or another thing.
BREAK: Final = lazy_pattern(r"[;\t\"]|, |: |\n.*\n|\+| #\Z", re.DOTALL)
# A single sign with digits on both sides: what it joins is one thing.
TIGHT: Final = frozenset({"-", ".", "_", ":", "'"})
# More digits are a part of the number, not its calling code or trunk prefix.
_LONGEST_PREFIX: Final = 3
_IN_BRACKETS: Final = lazy_pattern(r"[(\[][0-9]{1,3}[)\]][ -]?\Z")
_BRACKETS_REACH: Final = len("[123] ")
# What parts a trunk prefix from the area code in brackets after it.
OPENING: Final = lazy_pattern(r"[ -]?[(\[]")
# National digits of North America, with or without the country code.
NANP: Final = lazy_pattern(r"1?[2-9]\d\d[2-9]\d{6}")
# A toll-free number of North America with its country code.
TOLL_FREE: Final = lazy_pattern(r"18(?:00|33|44|55|66|77|88)\d{7}\Z")
LABEL_AFTER: Final = lazy_pattern(r"\W?(?:U\.?S\.?A?|UK|call)(?![A-Za-z])", re.IGNORECASE)
LABEL_BEFORE: Final = lazy_pattern(
    r"(?<![A-Za-z])(?:U\.?S\.?A?|UK|tel|call|phone)\W?\Z", re.IGNORECASE
)


# A line break after a sign that says that the number goes on.
CARRIED_ON: Final = lazy_pattern(r"[ )]{0,2}[-~/_\x02][ ]?\r?\n[ \t]{0,8}\Z")


class Candidate(NamedTuple):
    """Groups of a row from `first` to `last`, and the text around them."""

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
    """The candidate of these groups; `before` is the text before the first."""
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
    regions: tuple[str, ...]
    """The countries that the hints name."""
    lengths: frozenset[int]
    """How many digits a number without a plus has."""
    claims: Callable[[str], bool] | None = None
    """Says whether a sentence names a platform."""


def is_part(row: Row, first: int, last: int, *, plus: bool) -> bool:
    """Return True if what is next to these groups belongs to them: they would be a fragment.

    Asked before a candidate is made of them; a row of single digits has many that are fragments.
    """
    gaps = row.gaps[first:last]
    if first and not plus:
        gap, previous = row.gaps[first - 1], row.groups[first - 1]
        if not gaps and gap == " " and len(previous) > 1:
            return True
        if gap in gaps and (
            len(previous) > 1 or _are_small(row, first, last) or _are_led(row, first, last)
        ):
            return True
    if last < len(row.gaps):
        gap = row.gaps[last]
        if gap in TIGHT:
            return True
        following = len(row.groups[last + 1])
        ends_there = last + 1 == len(row.gaps)
        if (
            not plus
            and gap in gaps
            and (
                following > 2 or _are_small(row, first, last) or (following == 2 and not ends_there)
            )
        ):
            return True
    return False


def is_within(row: Row, first: int, shortest: int, longest: int) -> bool:
    """Return True if `is_part` is true up to each group between two, for what precedes the first.

    So it is in a long row of single digits.
    """
    return (
        first > 0
        and row.gaps[first - 1] in row.gaps[first:shortest]
        and _are_small(row, first, longest)
    )


def has_trunk_prefix(row: Row, first: int, before: str) -> bool:
    """Whether a few digits before a number belong to it: `8 (800) ...`, `(0)30 ...`, `0 30 ...`.

    before: the text before the group `first`.
    """
    group, gap = row.groups[first - 1], row.gaps[first - 1]
    if len(group) > _LONGEST_PREFIX:
        return False
    if OPENING.fullmatch(gap) or (group == "0" and gap == " "):
        return True
    return _IN_BRACKETS.search(before, max(0, len(before) - _BRACKETS_REACH)) is not None


def _are_small(row: Row, first: int, last: int) -> bool:
    return max(map(len, row.groups[first : last + 1])) < 3


def _are_led(row: Row, first: int, last: int) -> bool:
    """Return True if the country code of North America precedes the groups."""
    return (
        row.groups[first - 1] == "1"
        and NANP.fullmatch("".join(row.groups[first : last + 1])) is not None
    )


def is_broken_well(candidate: Candidate) -> bool:
    """Whether a number that runs over a line break is one that is known whole by its shape."""
    if (
        len(candidate.groups) > 2
        and NANP.fullmatch(candidate.digits[-10:])
        and len(candidate.groups[-1]) >= 4
    ):
        return True
    broken = [gap for gap in candidate.gaps if "\n" in gap]
    return len(candidate.groups) > 2 and all(map(CARRIED_ON.match, broken))


def is_glued(before: str) -> bool:
    """Whether a Latin letter touches the first digit, other than a word's or a label's."""
    touching_it = before[-1:]
    if not (touching_it.isascii() and touching_it.isalpha()) or LABEL_BEFORE.search(before):
        return False
    return not adjacent.has_word_before(before)
