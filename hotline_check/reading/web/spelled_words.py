"""Addresses spelled with words: `help at example dot com`."""

import re
from collections.abc import Iterator
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.web.host import has_known_suffix
from hotline_check.urls import host_name

_SPELLED: Final = lazy_pattern(
    r"""
    (?<![\w.@-])
    (?: (?P<user>[\w.+-]{1,64}) \s{1,3} (?:at|@) \s{1,3} )?
    (?P<host> [\w-]{1,63} (?: \s{1,3} dot \s{1,3} [\w-]{1,63} ){1,5} )
    (?! [\w@-] | \.\w | \s{1,3} dot \s )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DOT: Final = lazy_pattern(r"\s+dot\s+", re.IGNORECASE)
# Where a mailbox or a host may begin.
_FIRST: Final = lazy_pattern(r"(?<![\w.@-])[\w.+-]")
# The word in spaces: a pattern runs through a text faster if it begins with no space.
_SPACED_DOT: Final = lazy_pattern(b"dot (?<= dot )")
_DOT_WORD: Final = lazy_pattern(r"[dD][oO][tT](?<=\s...)(?=\s)")
# Characters of a mailbox and a label with what separates them; of five more labels, and then some.
_LONGEST_BEFORE: Final = 140
_LONGEST_AFTER: Final = 600
# Words before `dot com` that are no host: the dot com bubble.
_NO_NAMES: Final = frozenset(
    [
        "a",
        "an",
        "every",
        "in",
        "its",
        "my",
        "of",
        "our",
        "polka",
        "that",
        "the",
        "their",
        "this",
        "your",
    ]
)
# Words before `at` that are no mailbox: visit us at example dot com.
_NO_USERS: Final = frozenset(
    [
        "available",
        "find",
        "go",
        "is",
        "look",
        "me",
        "online",
        "page",
        "site",
        "them",
        "us",
        "visit",
        "website",
    ]
)


def may_spell(lowered: bytes) -> bool:
    """Return True where a text, given in small letters in UTF-8, may hold such an address."""
    return _SPACED_DOT.search(lowered) is not None


def _written(text: str) -> Iterator[re.Match[str]]:
    """What looks like such an address, tried only where one with its first dot here may begin."""
    end = last_dot = 0
    for dot in _DOT_WORD.finditer(text):
        if dot.start() >= end:
            low = max(end, last_dot, dot.start() - _LONGEST_BEFORE)
            for first in _FIRST.finditer(text, low, dot.start()):
                found = _SPELLED.match(text, first.start(), dot.start() + _LONGEST_AFTER)
                if found:
                    yield found
                    end = found.end()
                    break
        last_dot = dot.start()


def spelled(text: str) -> Iterator[tuple[int, int, str | None, str]]:
    """The addresses spelled in a text: start, end, mailbox (None for a bare host), host."""
    for found in _written(text):
        labels = _DOT.split(found["host"])
        host = host_name(".".join(labels))
        if host is None or not has_known_suffix(host) or labels[0].lower() in _NO_NAMES:
            continue
        user = found["user"]
        if user is None or user.lower() in _NO_USERS:
            yield *found.span("host"), None, host
        else:
            yield *found.span(), user, host
