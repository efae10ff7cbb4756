"""Web addresses in a pasted string that are only a part of what a browser would open."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.codes import Problem
from hotline_check.reading.models import Find
from hotline_check.reading.web.boundaries import IDEOGRAPHS, is_all

# A tab or a line break, which a browser drops, and more of a host after it.
_PART: Final = lazy_pattern(r"[\t\r\n]+[-.@:%_](?=\w)")
# What may be a host of its own, too; an address with a scheme goes on with it.
_HOST: Final = lazy_pattern(
    r"[\t\r\n]+(?:(?!https?:|www\.)[\w%-]+(?:\.[\w%-]+)+(?![\w@])|[\w-]+/)", re.IGNORECASE
)
# A tab or a line break, and what may be more of a path.
_IN_PATH: Final = lazy_pattern(r"[\t\r\n]+(?!\S*(?:://|@|www\.)|[+(\d])(?=\S)", re.IGNORECASE)
# What is between two spaces, or between a comma and Chinese: no address holds a wide comma.
_TOKEN: Final = lazy_pattern(rf"(?:[^\s\uff0c\uff1b]++|[\uff0c\uff1b](?![{IDEOGRAPHS}]))+")
# The label of an account, without a space after it: `QQ:123456789`, `微信evilkf`.
_LABEL: Final = lazy_pattern(rf"(?:[^\W\d_]{{2,12}}[:\uff1a]|[{IDEOGRAPHS}]{{1,12}})(?=[\w.-]+\Z)")


def untorn(text: str, finds: Iterable[Find]) -> Iterator[Find]:
    """The finds of what a person pasted, without web contacts that are a part of something.

    A browser would take all of such a token for one address.
    """
    every = sorted(finds, key=lambda find: find.start)
    torn: set[int] = set()
    first = 0
    for token in _TOKEN.finditer(text):
        while first < len(every) and every[first].end <= token.start():
            first += 1
        last = first
        while last < len(every) and every[last].start < token.end():
            last += 1
        if _is_torn(token, every[first:last]):
            torn.update(range(first, last))
    for place, find in enumerate(every):
        if not find.readings or find.readings[0].kind == "phone":
            yield find
        elif _is_carried_on(text, find):
            yield Find(
                start=find.start, end=find.end, text=find.text, problem=Problem.LINK_UNREADABLE
            )
        elif place not in torn:
            yield find


def _is_torn(token: re.Match[str], inside: list[Find]) -> bool:
    """Return True if there is more in a token than the contacts found in it."""
    if len(inside) == 1 and (inside[0].start, inside[0].end) == token.span():
        return False
    kinds = {find.readings[0].kind if find.readings else "" for find in inside}
    if kinds.isdisjoint({"url", "email", "handle"}):
        return False
    if kinds == {"handle"} and _LABEL.match(token[0]):
        return False
    spans = [(find.start - token.start(), find.end - token.start()) for find in inside]
    return not is_all(token[0], spans, several=kinds == {"email"} or "://" in token[0])


def _is_carried_on(text: str, found: Find) -> bool:
    """Return True where a browser may read on after a line break, and open another host."""
    _, scheme, host = found.text.rpartition("://")
    if re.search(r"[/\\?#]", host):
        return bool(scheme and _IN_PATH.match(text, found.end) and not re.search(r"\S +\S", text))
    return bool(_PART.match(text, found.end) or (scheme and _HOST.match(text, found.end)))
