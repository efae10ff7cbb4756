"""Rows of digit groups in an unmasked text: the raw material of number candidates."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.normalize.markers import HIDDEN, SYMBOL
from hotline_check.reading.phone_search.unusual_separators import with_usual_signs

# E.164's 15 with an international prefix and a trunk zero that should not be there.
MOST_DIGITS: Final = 19
# A number whose digits are written one by one.
MOST_GROUPS: Final = 17

_ROW: Final = lazy_pattern(
    r"[0-9][0-9\x00]*+(?:(?:[^\w$=%@\u00b0&+:;\"\t]|_){1,20}+[0-9][0-9\x00]*+)*+"
)
_GROUP: Final = lazy_pattern(r"([0-9][0-9\x00]*+)")
# More digits in small change than any number has: tables, dumps, noise.
_DATA: Final = lazy_pattern(
    r"""
    (?:[0-9]{1,2}[^\w+\n]{1,16}+){24,}+[0-9]*+          # groups of one or two digits
    | [0-9]{20,}+(?:[^\w+\n]{1,3}+[0-9]{20,}+)*+        # long runs
    """,
    re.VERBOSE,
)
_SHORTEST_DATA: Final = 40
# A second plus after a country code, as in `+1-[+833`.
_STRAY_PLUS: Final = lazy_pattern(
    r"(\+[^\w+]{0,3}[0-9]{1,3}[-\x00\x02 (\[{<*~_.]{1,6})\+(?=[^\w+]{0,3}[0-9])"
)
# A number of North America whose groups are separated by one sign, whatever it is.
#
# Like the next one it starts with what is rare and looks back from there: a pattern that starts
# with a lookbehind is tried at every character.
_SAME_SIGN: Final = lazy_pattern(
    r"""
    1(?<![\w$]1)([^\w+]{1,3}|[ ]?[xX][ ]?)              # the sign: `1=202=555=0143`, `1x202x...`
    ([(\[]?[2-9]\d\d[)\]]?)\1(\d{3})\1(\d{4})
    (?!\w|\1\d)
    """,
    re.VERBOSE,
)
_USUAL: Final = frozenset("-. ")
# Characters before a row in which its plus may be.
_PLUS_REACH: Final = 9
# Open at all hours.
_HOURS: Final = lazy_pattern(rf"24(?<![\w.,+/-]24) ?[/xX*{SYMBOL}] ?7(?![\w./-])")
# Dates with their time of day, and IP addresses.
_NEVER: Final = lazy_pattern(
    r"""
    [0-9](?<![\w.+/-].)                                                     # its first digit
    (?: (?:(?<=1)9|(?<=2)0)[0-9][0-9]([-/.])                                # `2024-05-31`
        (?:0[1-9]|1[0-2])\1(?:0[1-9]|[12][0-9]|3[01])
        (?: [T ][0-2][0-9]:[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]{1,9})?)?    # `T14:05:59.123`
          | (?![\w./:-])
        )
      | [0-9]?([-/.])[0-3]?[0-9]\2(?:19|20)[0-9][0-9](?![\w./:-])           # `31.5.2024`
      | [0-9]{0,2}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}(?![\w./-])           # `192.0.2.1`
    )
    """,
    re.VERBOSE,
)


class Row(NamedTuple):
    """Groups of digits with nothing but signs between them.

    starts, ends: offsets of the groups; gaps[n] is between the groups n and n + 1.
    """

    groups: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    gaps: tuple[str, ...]


def rows(
    unmasked: str, fewest: int, spans: Sequence[tuple[int, int]] | None = None
) -> Iterator[Row]:
    """Every row of a text that has the digits of the shortest number, or more, in order.

    spans: where numbers may be, in order: a row that reaches into none is left out.
    """
    if "+" in unmasked:
        unmasked = _STRAY_PLUS.sub(rf"\1{SYMBOL}", unmasked)
    unmasked = with_usual_signs(unmasked)
    unmasked = _NEVER.sub(_without_plus, _SAME_SIGN.sub(_with_usual_signs, unmasked))
    unmasked = _HOURS.sub(_blanked, unmasked)
    for match in _reaching_into(spans, _ROW.finditer(unmasked)):
        start, end = match.span()
        if end - start < fewest:
            continue
        if end - start < _SHORTEST_DATA or not _DATA.search(match[0]):
            row = _row(start, match[0], fewest)
            if row:
                yield row
            continue
        rest = "x" * start + _DATA.sub(_blanked, match[0])
        for part in _reaching_into(spans, _ROW.finditer(rest, start)):
            row = _row(part.start(), part[0], fewest)
            if row:
                yield row


def _reaching_into(
    spans: Sequence[tuple[int, int]] | None, found: Iterator[re.Match[str]]
) -> Iterator[re.Match[str]]:
    """The matches that reach into one of the spans, which are in order; all without spans."""
    if spans is None:
        yield from found
        return
    left = iter(spans)
    span = next(left, None)
    for match in found:
        while span and span[1] <= match.start():
            span = next(left, None)
        if span is None:
            return
        if span[0] < match.end():
            yield match


def _blanked(match: re.Match[str]) -> str:
    return "x" * len(match[0])


def _without_plus(match: re.Match[str]) -> str:
    start = match.start()
    if match.string.find("+", max(0, start - _PLUS_REACH), start) >= 0 or _has_beyond_255(match[0]):
        return match[0]
    return "x" * len(match[0])


def _has_beyond_255(match: str) -> bool:
    """Return True if what looks like an IP address has a part that none has."""
    parts = match.split(".")
    return len(parts) == 4 and any(part.isdecimal() and int(part) > 255 for part in parts)


def _with_usual_signs(match: re.Match[str]) -> str:
    if match[1] in _USUAL:
        return match[0]
    sign = SYMBOL * len(match[1])
    return "1" + sign + sign.join(match.group(2, 3, 4))


def _row(start: int, written: str, fewest: int) -> Row | None:
    """A row of groups, None where its digits are too few."""
    if written.isdecimal():
        count = len(written)
        if count < fewest:
            return None
        return Row((written,), (start,), (start + count,), ())
    parts = _GROUP.split(written)
    groups, gaps = parts[1::2], parts[2:-1:2]
    count = sum(map(len, groups))
    if count < fewest:
        return None
    edges = list(accumulate(map(len, parts), initial=start))
    starts, ends = edges[1:-1:2], edges[2::2]
    if HIDDEN in written:
        for place, group in enumerate(groups):
            bare = group.rstrip(HIDDEN)
            ends[place] -= len(group) - len(bare)
            groups[place] = bare.replace(HIDDEN, "")
        gaps = [gap.replace(HIDDEN, "") for gap in gaps]
    return Row(tuple(groups), tuple(starts), tuple(ends), tuple(gaps))
