"""What is around digits in the bytes of a text: how the prefilter asks `phoning` and `context`."""

from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.normalize.characters import plain
from hotline_check.reading.phone_search.evidence import context, phoning

_IN_WORD: Final = lazy_pattern(rb"[0-9A-Za-z_]")
# The same after signs on the same line.
_IN_LINE: Final = lazy_pattern(rb"[^0-9A-Za-z_\n]*+[0-9A-Za-z_]")


def is_spoken_of(raw: bytes, start: int, end: int) -> bool:
    """Whether a word of phoning speaks of what is between two places."""
    if _is_silent_at(raw, start, end, vague=False):
        before = raw[max(0, start - context.BEFORE) : start]
        # "Support: 1300 123 456"
        if b":" not in before[-2:] or phoning.is_silent_in_bytes(before):
            return False
    return phoning.is_spoken_of(*_around(raw, start, end))


def is_cued(raw: bytes, start: int, end: int) -> bool:
    """Whether the text around two places speaks of a phone, or may."""
    if _is_silent_at(raw, start, end, vague=True):
        return False
    around = _around(raw, start, end)
    return phoning.has_cue_near(*around) or phoning.is_spoken_of(*around)


def is_alone(raw: bytes, start: int, end: int) -> bool:
    """Return True if only signs are on the line before and after two places."""
    # A plain letter or digit decides nearly always; letters of any look are tried below.
    line = max(0, start - context.BEFORE, raw.rfind(b"\n", 0, start) + 1)
    if _IN_WORD.search(raw, line, start) or _IN_LINE.match(raw, end, end + context.AFTER):
        return False
    return context.alone(*_around(raw, start, end))


def is_other(raw: bytes, start: int, end: int) -> bool:
    """Whether a single group of digits is named an id, an amount or the like."""
    return context.names_other(*_around(raw, start, end))


def _is_silent_at(raw: bytes, start: int, end: int, *, vague: bool) -> bool:
    """Return True where certainly no word of phoning is near."""
    before, after = raw[max(0, start - context.BEFORE) : start], raw[end : end + context.AFTER]
    return phoning.is_silent_in_bytes(before + b" " + after, vague=vague)


def _around(raw: bytes, start: int, end: int) -> tuple[str, str]:
    """What is before and after two places of a text in UTF-8, in plain characters."""
    before = raw[max(0, start - context.BEFORE) : start].decode("utf-8", "ignore")
    after = raw[end : end + context.AFTER].decode("utf-8", "ignore")
    return plain(before), plain(after)
