"""How web contacts look: the patterns, which the edges of a find then confirm or refuse."""

import re
from functools import cache
from typing import Final, NamedTuple

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.web.boundaries import IDEOGRAPHS
from hotline_check.reading.web.host import DOT

_AT = r"(?:@|\s?[\[({](?:at|@)[\])}]\s?)"
_PLAIN_LETTERS = "A-Za-z0-9_"
# With the micro sign, which is a small Greek letter in another case. The classes have every case of
# their letters, so only the other parts of a pattern ignore case: compiling these classes to ignore
# it takes half a second.
_LETTERS = _PLAIN_LETTERS + (
    r"\u00aa\u00b5\u00ba\u00c0-\u1fff\u2070-\u25ff\u27c0-\u2aff\u2c00-\u2dff\u3005-\u3007"
)
_LETTERS += r"\ua000-\uabff\uf900-\ufdff\ufe70-\ufeff\uff66-\uff9f"
_LETTERS += r"\U00010000-\U0001efff\U00020000-\U000dffff"
_PICTURES = r"\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
_WHOLE = rf"[{_LETTERS}{_PICTURES}{IDEOGRAPHS}](?:[{_LETTERS}{_PICTURES}{IDEOGRAPHS}-]{{0,62}})"
# In a text, Chinese or Japanese touches a plain name without a space.
_IN_TEXT = rf"(?:[{_PICTURES}]*[{_LETTERS}][{_LETTERS}-]{{0,62}}|[{IDEOGRAPHS}]{{1,62}})"
_PLAIN = f"[{_PLAIN_LETTERS}][{_PLAIN_LETTERS}-]{{0,62}}"
# A dash of a word processor within a name; a dash ends no name.
_DASH = r"(?:[\u2010-\u2013\u2212]+(?=[A-Za-z0-9]))"
# IP addresses without dots, which only a scheme makes a host.
_NUMERIC = r"\[[0-9A-Fa-f:.]{2,45}\]|(?:0x[0-9A-Fa-f]{1,8}|[0-9]{1,12})(?![\w.-])"
_SCHEME = r"(?:https?|hxxps?)(?:\[:\]|:)(?:\[//\]|[\\/]{0,8})"
_WIDE = r"\u3000-\u303f\uff00-\uff65"
_REST = rf"(?::\d{{1,5}}(?!\d))?(?:[/\\?#][^\s<>\"'`|^{{}}{_WIDE}]*)?"
_USER = rf"[^\s/\\?#<>\"|\[\]{_WIDE}]{{0,200}}@"
_MAILBOX = rf"[^\s\"(),:;<>@\[\]\\`{{|}}\u2000-\u206f{_WIDE}"


class Patterns(NamedTuple):
    """How contacts look: in a text, or where the text is one contact."""

    url: re.Pattern[str]
    bare: re.Pattern[str]
    email: re.Pattern[str]
    host: re.Pattern[str]


@cache
def looks(*, alone: bool, is_ascii: bool) -> Patterns:
    """The patterns for a text, or for a string that is one contact.

    is_ascii: for ASCII only. The classes of the other patterns, which hold half of Unicode, take a
    hundred milliseconds to compile.
    """
    if is_ascii:
        dashed = label = _PLAIN
        before, mailbox = _PLAIN_LETTERS, _MAILBOX
        inside = ""
    else:
        label, mailbox = (_WHOLE, _MAILBOX) if alone else (_IN_TEXT, _MAILBOX + IDEOGRAPHS)
        dashed = rf"{label}(?:(?i:{_DASH}){label}){{0,8}}"
        before = _LETTERS
        inside = rf"(?:(?<![{IDEOGRAPHS}])|(?![{IDEOGRAPHS}]))"
    dot = f"(?i:{DOT})"
    host = rf"{dashed}(?:{dot}{dashed}){{0,11}}{dot}{label}"
    return Patterns(
        lazy_pattern(
            rf"""
            (?P<scheme>(?i:{_SCHEME}))                      # `https://`, `hxxps[:]//`
            (?P<user>{_USER})?                              # `name:password@`
            (?P<host>{host}|(?i:{_NUMERIC}))                # `example.com`, `[2001:db8::1]`
            (?P<rest>{_REST})                               # `:443/path?query`
            """,
            re.VERBOSE,
        ),
        lazy_pattern(
            rf"""
            (?<![{before}@.\-/=])
            {inside}                                        # not in the middle of Chinese words
            (?P<host>{host})(?P<rest>{_REST})
            """,
            re.VERBOSE,
        ),
        lazy_pattern(
            rf"""
            (?P<mailto>(?i:mailto:))?
            (?P<user>{mailbox}]{{1,255}})
            (?P<at>(?i:{_AT}))                              # `@`, ` [at] `
            (?P<host>{host})
            (?P<query>(?(mailto)(?:\?[^\s<>"'{_WIDE}]*)?))  # `?subject=...`, only of a link
            """,
            re.VERBOSE,
        ),
        lazy_pattern(f"(?P<host>{host})"),
    )


AT: Final = lazy_pattern(_AT, re.IGNORECASE)
# What may come before the `@` of an address, up to where a search ends.
#
# Mailboxes have up to 64 characters (RFC 5321), but the encoded words of forgers have more.
USER: Final = lazy_pattern(rf"(?<!{_MAILBOX}]){_MAILBOX}]{{1,255}}+\Z")
HANDLE: Final = lazy_pattern(
    r"@(?<![\w.@/&=+-]@)(?P<name>(?=\d*_*[A-Za-z])\w[\w.]{1,46}\w)(?![\w@])", re.ASCII
)
# Chinese words and a name without a space between: one host, or two things?
GLUED: Final = lazy_pattern(rf"[{IDEOGRAPHS}]+[A-Za-z0-9]")
