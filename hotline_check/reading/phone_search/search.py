"""Phone numbers in an unmasked text: candidates among its rows of digits, longest first."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.models import Find, Hints
from hotline_check.reading.phone import metadata
from hotline_check.reading.phone_search import find_span
from hotline_check.reading.phone_search.candidate import (
    BREAK,
    CARRIED_ON,
    TIGHT,
    Search,
    candidate,
    has_trunk_prefix,
    is_glued,
    is_part,
    is_within,
)
from hotline_check.reading.phone_search.classify import Beginning, judged, spoken
from hotline_check.reading.phone_search.digit_groups import (
    MOST_DIGITS,
    MOST_GROUPS,
    Row,
    rows,
)
from hotline_check.reading.phone_search.evidence import context, phoning
from hotline_check.reading.phone_search.nanp_fast_path import Common, plain_nanp_numbers

_PLUS: Final = lazy_pattern(r"\+[^\w+]{0,8}\Z")
_PLAIN_GAPS: Final = frozenset({" ", "-", ".", ") ", "(", " (", ")", ")-", "-(", " - ", "~"})
# Digits from which a row may still be a number, though the regions at hand have none so long.
_LEAST: Final = 10
# Digits of the shortest service numbers that are found, those of China.
_FEWEST_SERVICE: Final = 5
# A country code and the first digit of an area code: with a plus, they fix the length.
_AREA_CODE: Final = lazy_pattern(r"1[2-9]")
_NORTH_AMERICAN: Final = frozenset({len("13101234"), len("12025550143")})
# Groups of a row, from one on, that make few candidates.
_FEW_GROUPS: Final = 5
# A number of which each group is on a line of its own, as in a narrow column.
_MOST_LINES: Final = 4
_NANP_GROUPS: Final = (3, 3, 4)
# A slash separates two numbers only where the first is complete.
_FEWEST_WHOLE: Final = 7
# What separates the groups of one number.
_WITHIN: Final = lazy_pattern(r"[-. ~()\[\]\u00a0\x02]{1,3}")


def phones(
    text: str,
    unmasked: str,
    hints: Hints,
    fewest: int,
    spans: Sequence[tuple[int, int]] | None = None,
    claims: Callable[[str], bool] | None = None,
) -> Iterator[Find]:
    """Every phone number, in order; the two texts have the same length.

    spans: where numbers may be, in order; None for anywhere.
    """
    named = (hints.region, *hints.claim_regions, hints.locale_region)
    regions = tuple([region.upper() for region in named if region])
    search = Search(text, unmasked, hints, fewest, regions, _lengths(regions), claims)
    common = list(plain_nanp_numbers(text, unmasked, hints))
    if not common:
        yield from _others(search, spans)
        return
    rest = search._replace(unmasked=_without(unmasked, common))
    found = [find_span.made(search, number.start, number.end, number.readings) for number in common]
    yield from sorted([*found, *_others(rest, spans)], key=lambda number: number.start)


def _without(unmasked: str, common: Sequence[Common]) -> str:
    """The text with some numbers as a word, which separates the text around it."""
    parts, end = [], 0
    for number in common:
        parts += [unmasked[end : number.start], "x" * (number.end - number.start)]
        end = number.end
    return "".join((*parts, unmasked[end:]))


def _others(search: Search, spans: Sequence[tuple[int, int]] | None) -> Iterator[Find]:
    """The numbers that need a closer look."""
    unmasked, fewest = search.unmasked, search.fewest
    least = fewest if unmasked.isascii() else min(fewest, _FEWEST_SERVICE)
    for row in rows(unmasked, least, spans):
        first, opened = 0, False
        taken: list[Find] = []
        while first < len(row.groups):
            if first and _is_break(row.gaps[first - 1]):
                opened = False
            plus = _has_plus(unmasked, row.starts[first])
            # What a plus opened and nothing could read is not read without its beginning.
            found = _from(search, row, first, plus=plus) if plus or not opened else None
            opened = (opened or plus) and found is None
            if found is None:
                first += 1
                continue
            last, find = found
            taken.append(find)
            first = last + 1
        yield from sorted([*taken, *_spoken(search, row, taken)], key=lambda number: number.start)


def _spoken(search: Search, row: Row, taken: Sequence[Find]) -> Iterator[Find]:
    """The runs of a row that no plan at hand reads, each whole, where words speak of a phone."""
    if len(taken) == 1 and taken[0].start <= row.starts[0] and taken[0].end >= row.ends[-1]:
        return  # most rows are one number
    if search.claims is None and _is_silent(search.unmasked, row):
        return
    ends = [find.end for find in taken]
    for first, last in _runs(row):
        start, end = row.starts[first], row.ends[last]
        after = bisect_right(ends, start)
        if after < len(taken) and taken[after].start < end:
            continue
        if _has_plus(search.unmasked, start):
            continue
        before = search.unmasked[max(0, start - context.BEFORE) : start]
        if is_glued(before):
            continue
        tried = candidate(search.unmasked, row, first, last, before, plus=False)
        answer = spoken(search, tried)
        if answer:
            yield find_span.found(search, tried, answer)


def _is_silent(unmasked: str, row: Row) -> bool:
    """Return True if it is certain that nothing around a row speaks for a number in it.

    Three groups as those of North America, after others, need no word.
    """
    if len(row.groups) > len(_NANP_GROUPS):
        lengths = tuple(map(len, row.groups))
        if any(lengths[place : place + 3] == _NANP_GROUPS for place in range(1, len(lengths) - 2)):
            return False
    # The row, too, since a picture of a phone may be between two numbers: `5952159109 📞 0312…`.
    start, end = max(0, row.starts[0] - context.BEFORE), row.ends[-1] + context.AFTER
    return phoning.is_silent(unmasked[start:end])


def _runs(row: Row) -> Iterator[tuple[int, int]]:
    """The groups, from the first to the last, of what is separated as one number is."""
    first = 0
    for place, gap in enumerate(row.gaps):
        # 030/1234567 is one number, 0301234567/0307654321 are two.
        slash = gap == "/" and sum(map(len, row.groups[first : place + 1])) < _FEWEST_WHOLE
        if not slash and not _WITHIN.fullmatch(gap):
            yield first, place
            first = place + 1
    yield first, len(row.groups) - 1


def _lengths(regions: Sequence[str]) -> frozenset[int]:
    return frozenset({10, 11}).union(*map(metadata.lengths, regions))


def _from(search: Search, row: Row, first: int, *, plus: bool) -> tuple[int, Find] | None:
    """The number that starts with a group, the longest one first."""
    if plus:
        return _longest(search, row, first, _lasts(row, first, search, plus=True), plus=True)
    if first and row.gaps[first - 1] in TIGHT:
        return None
    is_long = len(row.groups) - first > _FEW_GROUPS
    beginning = Beginning(search, row, first) if is_long else None
    if beginning and not beginning.may_begin_number():
        return None
    lasts = _lasts(row, first, search, plus=False)
    if not lasts or is_within(row, first, lasts[0][0], lasts[-1][0]):
        return None
    before = _before(search, row, first)
    if is_glued(before) or (first and has_trunk_prefix(row, first, before)):
        return None
    return _longest(search, row, first, lasts, beginning)


def _longest(
    search: Search,
    row: Row,
    first: int,
    lasts: Sequence[tuple[int, int]],
    beginning: Beginning | None = None,
    *,
    plus: bool = False,
) -> tuple[int, Find] | None:
    """The longest number from a group to one of others. beginning: that of a long row."""
    for last, size in reversed(lasts):
        if beginning and not beginning.may_be_number(last, size):
            continue
        if is_part(row, first, last, plus=plus):
            continue
        before = _before(search, row, first)
        tried = candidate(search.unmasked, row, first, last, before, plus=plus)
        answer = judged(search, tried)
        if answer:
            return last, find_span.found(search, tried, answer)
    return None


def _before(search: Search, row: Row, first: int) -> str:
    start = row.starts[first]
    return search.unmasked[max(0, start - context.BEFORE) : start]


def _has_plus(unmasked: str, start: int) -> bool:
    reach = max(0, start - 9)
    return unmasked.find("+", reach, start) >= 0 and bool(_PLUS.search(unmasked, reach, start))


def _lasts(row: Row, first: int, search: Search, *, plus: bool) -> list[tuple[int, int]]:
    """The groups that a number starting with `first` can end with, shortest first.

    Each with the number of the digits up to its end.
    """
    total = lines = 0
    lasts = []
    groups, gaps, lengths, fewest = row.groups, row.gaps, search.lengths, search.fewest
    zero = groups[first][0] == "0"
    north = plus and _AREA_CODE.match("".join(groups[first : first + 2])) is not None
    for last in range(first, min(first + MOST_GROUPS, len(groups))):
        if last > first:
            gap = gaps[last - 1]
            if gap not in _PLAIN_GAPS:
                lines += "\n" in gap and not _is_carried_on(gap, groups[first])
                if lines > (_MOST_LINES if plus else 1 + zero) or _is_break(gap):
                    break
        total += len(groups[last])
        if total > MOST_DIGITS:
            break
        if north:
            if total in _NORTH_AMERICAN:
                lasts.append((last, total))
        elif total in lengths or (
            total >= fewest and (plus or zero or (total >= _LEAST and last - first != 1))
        ):
            lasts.append((last, total))
    return lasts


@lru_cache(maxsize=256)  # the gaps of a row are alike, and each is asked for many groups
def _is_break(gap: str) -> bool:
    return BREAK.search(gap) is not None


def _is_carried_on(gap: str, head: str) -> bool:
    """Return True for a line break after a sign that says that the number goes on."""
    if gap == ".\n":
        return len(head) == len("800") and head[0] == "8" and head[1] == head[2]
    return CARRIED_ON.match(gap) is not None
