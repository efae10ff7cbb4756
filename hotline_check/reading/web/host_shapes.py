"""What has the shape of a host name, however it is written around: to see what no reader took."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern

_DOT: Final = lazy_pattern(r"\.|\[\.\]|\(\.\)|\{\.\}")
_AFTER_LETTERS: Final = r"(?<=[\u3040-\u9fff\uac00-\ud7a3])(?=[a-z0-9])"  # `com或evil.com`
_SHAPE: Final = rf"""
    \w[\w-]*                                    # a label
    (?: (?:{_DOT.pattern}) \w[\w-]* )*          # more labels, also with a dot in brackets
    (?: {_DOT.pattern} )
    (?P<top>
        [a-z]{{2,24}}? (?= (?:mailto|tel|sms|callto|https?): )   # `commailto:`, `comtel:+1`
      | (?-i: (?:com|net|org|info|xyz) (?=[A-Z]) )              # `comCall`
      | (?: [a-z]{{2,24}} (?=[^\W\d_\x00-\u024f])                # `com或+1`: another script ends it
          | xn--[a-z0-9-]+ | [^\W\d_]{{2,24}} )                  # a top-level domain has no digit
        (?! [a-z0-9] | _+[^\W_] | -[^\W\d] ) )    # nor the sign before a number (`com_+34`)
    """
_FLAGS: Final = re.VERBOSE | re.IGNORECASE
_HOST: Final = lazy_pattern(rf"(?: (?<![\w.@-]) | {_AFTER_LETTERS} ) {_SHAPE}", _FLAGS)
# Of an ASCII text the same; the class of letters takes 10 ms to compile.
_ASCII_HOST: Final = lazy_pattern(rf"(?<![\w.@-]) {_SHAPE}", _FLAGS)
# Words for a dot.
SPELLED_DOTS: Final = ("dot", "punkt", "punto", "ponto", "point", "点", "點")
# From the last character of the host: begun at its first, a long word is read once for each part.
_SPELLED_HOST: Final = lazy_pattern(
    rf"""
    [\w-] \s*+ (?: [\[({{] \s*+ )?                            # `evil (`
    \b (?: {"|".join(SPELLED_DOTS)} ) \b
    \s*+ (?: [\])}}] \s*+ )?                                 # `) `
    (?P<top> [a-z]{{2,24}} ) (?! [a-z0-9] )    # `com_+34`, `com或+1` end there, too
    """,
    re.VERBOSE | re.IGNORECASE,
)


def hosts(text: str) -> Iterator[tuple[int, int]]:
    """Where labels with dots between them end in a top-level domain."""
    for match in (_ASCII_HOST if text.isascii() else _HOST).finditer(text):
        if end := _host_end(match):
            yield match.start(), end


def spelled_hosts(text: str) -> Iterator[tuple[int, int]]:
    """Where a word for a dot is between a label and a top-level domain: `evil dot com`."""
    end = 0
    for match in _SPELLED_HOST.finditer(text):
        start = match.start()
        while start > end and (text[start - 1].isalnum() or text[start - 1] in "-_"):
            start -= 1
        end = match.end()
        if _is_top(match["top"]) and text[start : match.start() + 1].strip("-"):
            yield start, end


def _host_end(match: re.Match[str]) -> int:
    """Where a host ends: before the word of `evil.com.Then call`; 0 for what is no host."""
    if _is_top(match["top"]):
        return match.end()
    dots = [dot.span() for dot in _DOT.finditer(match[0])]
    for (_, start), (end, _) in reversed([*pairwise(dots)]):
        if _is_top(match[0][start:end]):
            return match.start() + end
    return 0


def _is_top(label: str) -> bool:
    from hotline_check.reading.web.public_suffixes import (
        is_top,  # few texts hold dots between letters
    )

    return label.isascii() and is_top(label)
