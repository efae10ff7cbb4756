"""Which brand a contact in a text is said to belong to."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from enum import Enum
from operator import attrgetter
from typing import Final, NamedTuple

from hotline_check.attribution.borders import REACH, sentence
from hotline_check.attribution.columns import Columns
from hotline_check.attribution.other_owners import last_other
from hotline_check.attribution.owners.speakers import is_still_of_platform
from hotline_check.attribution.rows import row_of
from hotline_check.attribution.vocabulary import LABELS, SERVICE_UNSPACED
from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.brands.mentions import Mention
from hotline_check.reading.models import Find
from hotline_check.reading.normalize.characters import lowered_once

_BLANK_LINE: Final = lazy_pattern(r"\n[ \t]*\n")
# Between a brand and the contact that it labels: "Kraken's hotline is ...", "币安客服：...".
_LABEL: Final = lazy_pattern(
    rf"""
    (?:['\u2019]s\b)?
    (?: (?:{LABELS})(?!\w),?
      | (?:{SERVICE_UNSPACED}|[号號][码碼]|番号|번호|[的是为為はの는은])\uff0c?
      | [\s:\uff1a+(<\[\uff08\u2013\u2014-] )*+
    """,
    re.VERBOSE,
)
# Between a contact and the brand it is given to: "+1 202 555 0143 is Kraken".
_GIVEN_TO: Final = lazy_pattern(
    r"""
    \s+ (?: is | belongs\ to | es | pertenece\ a | é | pertence\ a | ist | est ) \s+
    (?: (?: the | a | de | von | der | die | das | la | o ) \s+ )?
    | \s* (?: [=\u2192] | 是 | 属于 | 屬於 | は ) \s*
    """,
    re.IGNORECASE | re.VERBOSE,
)
_START: Final = attrgetter("start")
_END: Final = attrgetter("end")
# A longer first line is a paragraph: what it names need not be what the rest is about.
_LONGEST_TITLE: Final = 200


class Scope(Enum):
    """How near to its contact the platform is named."""

    ROW = "row"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    DOCUMENT = "document"


class Attribution(NamedTuple):
    """Whose a contact is said to be.

    platform: its id, None for no platform's. is_settled: whether the contact's surroundings say so;
    otherwise what the whole document is about may count.
    mentions: where the platform is named, within the scope. also_named: the ids of the other
    platforms in the contact's sentence or row.
    """

    platform: str | None
    is_settled: bool
    scope: Scope = Scope.DOCUMENT
    mentions: tuple[Mention, ...] = ()
    also_named: tuple[str, ...] = ()


def attribute(
    find: Find, mentions: Sequence[Mention], text: str, columns: Columns | None = None
) -> Attribution:
    """Attribute a contact to the platform that its surroundings name.

    The brand that labels the contact, or the nearest of the same cell, row or sentence, unless that
    sentence gives the contact to another owner (the police, another company); in a table the brand
    at the head of the column, none where only other rows name brands; else the nearest of the same
    paragraph, its title included; else the one that is named most, the earliest of equals. A brand
    within the contact itself says nothing.

    mentions: in order, without overlaps.
    columns: the headings of the document's tables read so far.
    """
    before = bisect_right(mentions, find.start, key=_END)
    after = bisect_left(mentions, find.end, lo=before, key=_START)
    every = [*mentions[:before], *mentions[after:]]
    start, end = sentence(text, find.start, find.end)
    near = _within(every, start, end)
    row = row_of(text, start, end)
    heads = columns or Columns()
    is_bare = find.text.strip().isdecimal()
    if row and is_bare and heads.is_other(text, find.start, row.start, row.mark, every):
        return Attribution(None, is_settled=True)
    if near:
        nearest = _choice(find, near, text, in_row=row is not None)
        other = last_other(text, start, find.start)
        if (
            other is None
            or nearest.end >= other
            or nearest.start >= find.end
            or is_still_of_platform(text, (start, find.start), nearest, near)
        ):
            scope = Scope.ROW if row else Scope.SENTENCE
            return _attributed(nearest.platform, scope, near, also_named=near)
        return Attribution(None, is_settled=True)
    if last_other(text, start, find.start) is not None:
        return Attribution(None, is_settled=True)
    if row:
        headed = heads.named(text, find.start, row.start, row.mark, every)
        if headed:
            return Attribution(headed, True, Scope.ROW)
        if _within(every, row.start, row.end):
            return Attribution(None, is_settled=True)
    if not every:
        return Attribution(None, is_settled=False)
    near = _within(every, *_with_title(find, text))
    if near:
        nearest = _choice(find, near, text)
        return _attributed(nearest.platform, Scope.PARAGRAPH, near)
    counted = Counter(mention.platform for mention in every)
    most = max(counted.values())
    first = next(mention.platform for mention in every if counted[mention.platform] == most)
    return _attributed(first, Scope.DOCUMENT, every)


def _attributed(
    platform: str, scope: Scope, near: Sequence[Mention], also_named: Sequence[Mention] = ()
) -> Attribution:
    others = {mention.platform: None for mention in also_named if mention.platform != platform}
    own = tuple(mention for mention in near if mention.platform == platform)
    return Attribution(platform, True, scope, own, tuple(others))


def sentence_around(place: Find | Mention, text: str) -> tuple[int, int]:
    """Where the sentence, or the line, of a contact or a mention begins and ends."""
    return sentence(text, place.start, place.end)


def _within(every: Sequence[Mention], start: int, end: int) -> list[Mention]:
    first = bisect_right(every, start, key=_END)
    return list(every[first : bisect_left(every, end, lo=first, key=_START)])


def _choice(find: Find, near: Sequence[Mention], text: str, *, in_row: bool = False) -> Mention:
    """Of the brands around a contact the one that it is said to belong to."""
    if len(near) == 1:
        return near[0]
    return _labelling(find, near, text) or _nearest(find, near, in_row=in_row)


def _labelling(find: Find, near: Sequence[Mention], text: str) -> Mention | None:
    """The brand with only words between it and a contact that give the contact to it, if any.

    In `Kraken hotline: ... (Coinbase too)` and `..., +1 ... is Kraken` another brand is nearer.
    """
    before, after = _neighbours(find, near)
    if before and _LABEL.fullmatch(lowered_once(text), before.end, find.start):
        return before
    if after and _GIVEN_TO.fullmatch(text, find.end, after.start):
        return after
    return None


def _nearest(find: Find, near: Sequence[Mention], *, in_row: bool = False) -> Mention:
    """The brand with the fewest characters to the contact; in a row one before it comes first."""
    before, after = _neighbours(find, near)
    if before is None or after is None:
        return before or after or near[0]
    is_before = in_row or find.start - before.end <= after.start - find.end
    return before if is_before else after


def _neighbours(find: Find, near: Sequence[Mention]) -> tuple[Mention | None, Mention | None]:
    """Of brands in order the last one before a contact and the first one after it."""
    before = bisect_right(near, find.start, key=_END)
    after = bisect_left(near, find.end, lo=before, key=_START)
    return near[before - 1] if before else None, near[after] if after < len(near) else None


def _paragraph(find: Find, text: str) -> tuple[int, int]:
    """The stretch between two blank lines that holds a contact."""
    low, high = max(0, find.start - REACH), min(len(text), find.end + REACH)
    start = low
    for match in _BLANK_LINE.finditer(text, low, find.start):
        start = match.end()
    after = _BLANK_LINE.search(text, find.end, high)
    return start, after.start() if after else high


def _with_title(find: Find, text: str) -> tuple[int, int]:
    """The find's paragraph, and the single line above it when that is a title."""
    start, end = _paragraph(find, text)
    above = text[max(0, start - REACH) : start].rstrip()
    title = above.rpartition("\n")[2]
    if title and title[-1] not in ".!?\u3002" and len(title) < _LONGEST_TITLE:
        start = max(0, start - REACH) + len(above) - len(title)
    return start, end
