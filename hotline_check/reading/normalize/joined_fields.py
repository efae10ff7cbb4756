"""Signs that may separate two fields, between digits that were read as one number."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.normalize.markers import HIDDEN, SYMBOL

_GROUP: Final = lazy_pattern(r"\d+")
# What separates the fields of a row, or the items of a list.
_FIELD: Final = lazy_pattern("[,;|\t\u00a6\u060c\u061b\u3001\uff0c\uff1b\uff5c]")
# What is before the last digits of any number.
_USUAL: Final = lazy_pattern(r"[-. )\]}~\u00a0\u2010-\u2015]*")
_AROUND: Final = " \u00a0()[]{}"
_NORTH_AMERICAN: Final = frozenset({(1, 3, 3, 4), (3, 3, 4)})
_FEWEST_GROUPS: Final = 3
# Digits of a group after the first, and of the last one.
_FEWEST_INNER, _FEWEST_LAST = 2, 3


def joining_sign(text: str, unmasked: str) -> str | None:
    """The sign for which the digits of a number may be those of two fields: `793,0`.

    None where every sign is usual, or where the same one is between all groups and these have the
    lengths of a number's: `1,202,555,0143`. Both strings have the same length.
    """
    shown = "".join(
        char if plain == SYMBOL else plain
        for char, plain in zip(text, unmasked, strict=True)
        if plain != HIDDEN
    )
    groups = [match.span() for match in _GROUP.finditer(shown)]
    written = [shown[end:start] for (_, end), (start, _) in pairwise(groups)]
    gaps = [gap.strip(_AROUND) for gap in written]
    lengths = [end - start for start, end in groups]
    for gap in gaps:
        field = _FIELD.search(gap)
        if field and not _is_one_number(gaps, lengths):
            return field[0]
    return written[-1].strip() if written and _is_stray(written, lengths) else None


def _is_one_number(gaps: Sequence[str], lengths: Sequence[int]) -> bool:
    """Return True if one sign is between all groups, and these are as long as those of a number."""
    if len(set(gaps)) > 1:
        return False
    if lengths[0] == 1 or len(lengths) < _FEWEST_GROUPS:
        return tuple(lengths) in _NORTH_AMERICAN
    return min(lengths[1:]) >= _FEWEST_INNER and lengths[-1] >= _FEWEST_LAST


def _is_stray(gaps: Sequence[str], lengths: Sequence[int]) -> bool:
    """Return True if an unusual sign or a bracket joins the last digits, too few for a group."""
    last = gaps[-1]
    return lengths[-1] < _FEWEST_LAST and not _USUAL.fullmatch(last) and last not in gaps[:-1]
