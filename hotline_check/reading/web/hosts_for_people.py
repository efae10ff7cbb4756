"""Hosts and accounts in a text that a person understands and a browser does not open as written."""

import re
from collections.abc import Iterator
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.normalize.characters import may_hold
from hotline_check.reading.web.public_suffixes import is_top

# Ways of writing a host or an account that a person understands and a browser doesn't.
_BROKEN_HOST: Final = lazy_pattern(
    r"""
    (?<![\w.@-]) [\w-]{2,}
    (?:
        \ {1,3} \. \ {0,3} (?P<spaced> [a-z]{2,24} ) (?![\w-]|\.\w)  # `evil . com`, `evil .com`
      | , (?P<comma> [a-z]{2,24} ) / [\w-]                          # `evil,com/login`
      | , (?: com|net|org|info|xyz ) (?![\w-])                     # no words of any sentence
    )
    | \b www [^\w\n]{1,3} [a-z0-9]                                 # `www evil com`
    | (?<![\w.-]) localhost \b
    | (?<![\w.:/-]) [a-z][a-z0-9-]* : \d{2,5} /                     # a host of a local network
    | (?<!\w) 0x[0-9a-f]{8} (?!\w)                                 # an IPv4 address
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


def hosts_for_people(text: str) -> Iterator[tuple[int, int]]:
    """Where a text names a host or an account as no browser would open it."""
    broken = _BROKEN_HOST.finditer(text) if may_hold(text, text.lower(), _SIGNS) else ()
    for match in broken:
        top = match["spaced"] or match["comma"]
        if top is None or (top.lower() not in _WORDS_AS_TLDS and top.isascii() and is_top(top)):
            yield match.span()
    if "[" in text:
        for match in _DOTLESS_TARGET.finditer(text):
            yield match.span()
