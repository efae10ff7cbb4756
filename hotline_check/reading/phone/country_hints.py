"""Countries named next to a number: `[USA]`, `(UK)`, `US`, a flag."""

import re
from collections.abc import Iterator
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern

# Spellings that aren't an ISO code; ISO codes in brackets and flags need no list.
_NAMES: Final = {
    "USA": "US", "U.S.A": "US", "U.S": "US", "US": "US", "UNITED STATES": "US", "AMERICA": "US",
    "UK": "GB", "U.K": "GB", "GB": "GB", "UNITED KINGDOM": "GB", "BRITAIN": "GB", "ENGLAND": "GB",
    "CANADA": "CA", "AUSTRALIA": "AU", "INDIA": "IN", "GERMANY": "DE", "FRANCE": "FR",
    "SPAIN": "ES", "ITALY": "IT", "BRAZIL": "BR", "MEXICO": "MX", "JAPAN": "JP", "KOREA": "KR",
    "CHINA": "CN", "HONG KONG": "HK", "SINGAPORE": "SG", "UAE": "AE", "IRELAND": "IE",
    "PHILIPPINES": "PH", "TURKEY": "TR", "NIGERIA": "NG", "SOUTH AFRICA": "ZA",
}  # fmt: skip
_SPELLED = "|".join(re.escape(name) for name in sorted(_NAMES, key=len, reverse=True))
_OPEN, _CLOSE = r"[\[({<]\s*", r"\.?\s*[\])}>]"
_HINT: Final = lazy_pattern(
    rf"""
    {_OPEN}(?P<bracketed>{_SPELLED}|[A-Z]{{2}}){_CLOSE}            # `(USA)`, `[DE]`
    | (?<![A-Za-z.])(?P<word>{_SPELLED})(?![A-Za-z])\.?            # `UK`, `U.S.`
    """,
    re.VERBOSE | re.IGNORECASE,
)
# The first row of letters in each name, and two letters in brackets: one of them is in each hint.
_FIRST: Final = frozenset(re.split(r"\W", name)[0] for name in _NAMES)
_ROW: Final = lazy_pattern("[A-Z]+")
_BRACKETED: Final = lazy_pattern(r"[\[({<]\s*[A-Za-z]{2}[\s.\])}>]")
# Letters that ignoring case takes for those of a hint.
_LIKE_LATIN: Final = frozenset("\u0130\u0131\u017f\u212a")
_FLAG: Final = lazy_pattern("[\U0001f1e6-\U0001f1ff]{2}")


def hint_in(text: str, plain: str) -> tuple[str | None, str]:
    """The country that a short text names, and the plain text with the hint blanked out.

    text and plain are the same string before and after its characters were made plain.
    """
    flag = _FLAG.search(text)
    if flag:
        return _region(flag[0]), plain[: flag.start()] + "  " + plain[flag.end() :]
    if not _may_name_country(plain):
        return None, plain
    for match in _HINT.finditer(plain):
        name = (match["bracketed"] or match["word"]).upper()
        if match["word"] and name in {"US", "GB"} and match["word"] != name:
            continue
        return _NAMES.get(name, name), _blanked(plain, match)
    return None, plain


def _may_name_country(plain: str) -> bool:
    """Return False for a plain text without any hint; the pattern takes half a millisecond."""
    raised = plain.upper()
    if raised == plain.lower():  # no letters, as in most numbers
        return False
    if not (_FIRST.isdisjoint(_ROW.findall(raised)) and _LIKE_LATIN.isdisjoint(plain)):
        return True
    return _BRACKETED.search(plain) is not None


def hints_in(text: str, plain: str, start: int, end: int) -> Iterator[str]:
    """Every country that `hint_in` gives for a part between two places of a text."""
    for flag in _FLAG.finditer(text, start, end):
        yield _region(flag[0])
    for match in _HINT.finditer(plain, start, end):
        name = (match["bracketed"] or match["word"]).upper()
        yield _NAMES.get(name, name)


def _region(flag: str) -> str:
    return "".join(chr(ord(char) - 0x1F1E6 + 65) for char in flag)


def _blanked(plain: str, match: re.Match[str]) -> str:
    return plain[: match.start()] + " " * len(match[0]) + plain[match.end() :]
