"""What has the shape of a host name, also one that only a person reads: what no reader took."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.normalize.characters import may_hold
from hotline_check.reading.web.public_suffixes import is_top

_DOT: Final = lazy_pattern(r"\.|\[\.\]|\(\.\)|\{\.\}")
_AFTER_LETTERS: Final = r"(?<=[\u3040-\u9fff\uac00-\ud7a3])(?=[a-z0-9])"  # `com或evil.com`
_AFTER_DOTS: Final = r"(?<=\.\.)"  # an ellipsis: `or...evil.com`
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
# Labels without a top-level domain after any of them, which no host begins in.
_NO_HOST: Final = rf"\w[\w-]*+ (?: (?:{_DOT.pattern}) \w[\w-]*+ )++"
_FLAGS: Final = re.VERBOSE | re.IGNORECASE
_HOST: Final = lazy_pattern(
    rf"(?: (?<![\w.@-]) | {_AFTER_DOTS} | {_AFTER_LETTERS} ) (?: {_SHAPE} | {_NO_HOST} )", _FLAGS
)
# Of an ASCII text the same; the class of letters takes 10 ms to compile.
_ASCII_HOST: Final = lazy_pattern(
    rf"(?: (?<![\w.@-]) | {_AFTER_DOTS} ) (?: {_SHAPE} | {_NO_HOST} )", _FLAGS
)
# Words for a dot.
SPELLED_DOTS: Final = ("dot", "d0t", "punkt", "punto", "ponto", "point", "点", "點")
# From the last character of the host: begun at its first, a long word is read once for each part.
_SPELLED_HOST: Final = lazy_pattern(
    rf"""
    [\w-] \s*+ (?: [\[({{<] \s*+ )?                           # `evil (`
    \b (?: {"|".join(SPELLED_DOTS)} ) \b
    \s*+ (?: [\])}}>] \s*+ )?                                # `) `
    (?P<top> [a-z]{{2,24}} ) (?! [a-z0-9] )    # `com_+34`, `com或+1` end there, too
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Ways of writing a host or an account that a person understands and a browser doesn't.
_BROKEN_HOST: Final = lazy_pattern(
    r"""
    (?: (?<![\w.@-]) | (?<=\.\.) ) [\w-]+
    (?:
        \ {0,2} [\[({<] \ ? (?:\.|dot) \ ? [\])}>] \ {0,2} (?P<held> [a-z]{2,24} )
          (?![\w-])                                                 # `evil [.] com`
      | (?: \.{2,3} | \.\ {1,2} ) (?-i: com|net|org|info|xyz )      # `evil. com`, `evil..com`
          (?! [a-z0-9_:-] | \.\w )
      | \. (?: eth|onion|crypto ) (?![\w-]|\.\w)                    # a wallet opens it
      | \ {1,3} \. \ {0,3} (?P<spaced> [a-z]{2,24} ) (?![\w-]|\.\w)  # `evil . com`, `evil .com`
      | , (?P<comma> [a-z]{2,24} ) / [\w-]                          # `evil,com/login`
      | , (?: com|net|org|info|xyz ) (?![\w-])                     # no words of any sentence
    )
    | \b www [^\w\n]{1,3} [a-z0-9]                                 # `www evil com`
    | (?<![\w.-]) localhost \b
    | (?<![\w.:/-]) [a-z][a-z0-9-]* : \d{2,5} /                     # a host of a local network
    | (?<![a-z0-9_]) 0x[0-9a-f]{8} (?![a-z0-9_])                     # an IPv4 address
    | (?<![\w/]) /?u/[\w-]{3,20} (?= .{0,24} \breddit )           # an account
    | \breddit .{0,24} [\s/(] u/[\w-]{3,20}
    """,
    re.VERBOSE | re.IGNORECASE,
)
# One of these is in all of them.
_SIGNS: Final = (".", ",", "/", "www", "localhost", "0x")
# Top-level domains with which a sentence may go on.
_WORDS_AS_TLDS: Final = frozenset(
    {"am", "as", "at", "be", "de", "do", "es", "in", "is", "it", "la", "my", "no", "so", "to", "us"}
)
# A target of Markdown or BBCode without a dot, which the site that shows it may send anywhere.
_DOTLESS_TARGET: Final = lazy_pattern(
    r"""
    \]\( <? [\w-]+ >? \)                                   # `[text](evil-example)`
    | \[(?:i?url|link) = ["']? [\w-]+ ["']? \]              # `[url=evil-example]`
    | \[(?:i?url|link)\] [\w-]+ \[/
    | ^[ ]{0,3} \[ (?: \d{1,3} \]:[ \t]{1,9} <?[\w-]{3,}      # `[1]: evil-example`
        | [^\]\n]{1,40} \]:[ \t]{1,9} <?\w+-[\w-]+ ) >? [ \t]* $
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)


def hosts(text: str) -> Iterator[tuple[int, int]]:
    """Where labels with dots between them end in a top-level domain."""
    for match in (_ASCII_HOST if text.isascii() else _HOST).finditer(text):
        if match["top"] and (end := _host_end(match)):
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


def hosts_for_people(text: str) -> Iterator[tuple[int, int]]:
    """Where a text names a host or an account as no browser would open it."""
    broken = _BROKEN_HOST.finditer(text) if may_hold(text, text.lower(), _SIGNS) else ()
    for match in broken:
        top = match["spaced"] or match["comma"] or match["held"]
        if top is None or (top.lower() not in _WORDS_AS_TLDS and top.isascii() and is_top(top)):
            yield match.span()
    if "[" in text:
        for match in _DOTLESS_TARGET.finditer(text):
            yield match.span()
