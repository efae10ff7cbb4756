"""Contacts with a line through them: whoever wrote them took them back, so none is good news."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Final

import msgspec

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading import codes
from hotline_check.reading.models import Assumption, Find, Reading

# What begins struck-out text in Markdown, HTML and BBCode, by its first sign: looking for a single
# sign takes no time, and a pattern that begins with one little.
_BEGINNINGS: Final = {
    "~": lazy_pattern("~~(?<!~~~)(?!~)"),
    "<": lazy_pattern(r"<(?:[sS][\s>]|[dD][eE][lL]|[sS][tT][rR][iI][kK][eE])"),
    "[": lazy_pattern(r"\[(?:[sS]|[dD][eE][lL]|[sS][tT][rR][iI][kK][eE])\]"),
}
# Struck-out text, up to its end or that of its paragraph. The reader of pages marks it with `~~`.
_STRUCK: Final = lazy_pattern(
    r"""
    (?<!~) ~~ (?!~) [^~]{1,2000}? (?<!~) ~~ (?!~)
    | < (?P<tag> s|del|strike ) (?: \s [^<>]* )? > .{1,2000}? (?: </(?P=tag) | \n\n | \Z )
    | \[ (?P<code> s|del|strike ) \] .{1,2000}? \[/(?P=code)\]
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
# Marks that are drawn as a line through the character before them.
_OVERLAYS: Final = frozenset("\u0335\u0336\u0337\u0338\u20d2\u20d3\u20e5\u20eb")
_END: Final = itemgetter(1)
_STRUCK_OUT: Final = Assumption(codes.STRUCK_OUT)


def with_struck_out(text: str, finds: Sequence[Find]) -> list[Find]:
    """The finds of a text, each reading of one that is struck out with that said."""
    spans = list(_spans(text)) if finds else []
    if not spans and not any(map(_has_overlay, finds)):
        return list(finds)
    return [_marked(find) if _is_struck(find, spans) else find for find in finds]


def struck_out(reading: Reading) -> Reading:
    """The reading of what is struck out."""
    return reading if _STRUCK_OUT in reading.assumed else reading.assuming(_STRUCK_OUT)


def is_struck_out(text: str) -> bool:
    """Return True if a line goes through all of a text, such as that of a link."""
    return _STRUCK.fullmatch(text.strip()) is not None


def _spans(text: str) -> Iterator[tuple[int, int]]:
    if any(sign in text and begins.search(text) for sign, begins in _BEGINNINGS.items()):
        yield from (match.span() for match in _STRUCK.finditer(text))


def _is_struck(find: Find, spans: Sequence[tuple[int, int]]) -> bool:
    after = bisect_right(spans, find.start, key=_END)
    is_within = after < len(spans) and spans[after][0] < find.end
    return is_within or _has_overlay(find)


def _has_overlay(find: Find) -> bool:
    return not find.text.isascii() and not _OVERLAYS.isdisjoint(find.text)


def _marked(find: Find) -> Find:
    readings = tuple(map(struck_out, find.readings))
    return msgspec.structs.replace(find, readings=readings)
