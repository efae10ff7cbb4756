"""Web addresses in a pasted string that are only a part of what a browser would open."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from hotline_check.reading.models import Find
from hotline_check.reading.web.boundaries import is_all

_PART: Final = re.compile(r"[\t\r\n]+[-.@:%_](?=\w)")
"""A tab or a line break, which a browser drops, and more of a host after it."""
_HOST: Final = re.compile(
    r"[\t\r\n]+(?:(?!https?:|www\.)[\w%-]+(?:\.[\w%-]+)+(?![\w@])|[\w-]+/)", re.IGNORECASE
)
"""What may be a host of its own, too; an address with a scheme goes on with it."""
_IN_PATH: Final = re.compile(r"[\t\r\n]+(?!\S*(?:://|@|www\.)|[+(\d])(?=\S)", re.IGNORECASE)
"""A tab or a line break, and what may be more of a path."""
_LABEL: Final = re.compile(r"[^\W\d_]{2,12}[:\uff1a](?=[\w.-]+\Z)")
"""The label of an account, without a space after it: `QQ:123456789`."""


def untorn(text: str, finds: Iterable[Find]) -> Iterator[Find]:
    """The finds of what a person pasted, without web contacts that are a part of something.

    A browser would take all that stands between two spaces for one address.
    """
    every = sorted(finds, key=lambda one: one.start)
    torn: set[int] = set()
    first = 0
    for token in re.finditer(r"\S+", text):
        while first < len(every) and every[first].end <= token.start():
            first += 1
        last = first
        while last < len(every) and every[last].start < token.end():
            last += 1
        inside = every[first:last]
        kinds = {one.readings[0].kind if one.readings else "" for one in inside}
        spans = [(one.start - token.start(), one.end - token.start()) for one in inside]
        mail = kinds == {"email"} or "://" in token[0]
        if _LABEL.match(token[0]) and kinds == {"handle"}:
            continue
        if kinds & {"url", "email", "handle"} and not is_all(token[0], spans, several=mail):
            torn.update(range(first, last))
    for place, one in enumerate(every):
        if not one.readings or one.readings[0].kind == "phone":
            yield one
        elif _goes_on(text, one):
            yield Find(start=one.start, end=one.end, text=one.text, problem="link-unreadable")
        elif place not in torn:
            yield one


def _goes_on(text: str, found: Find) -> bool:
    """Return True where a browser may read on after a line break, and open another host."""
    _, scheme, host = found.text.rpartition("://")
    if re.search(r"[/\\?#]", host):
        return bool(scheme and _IN_PATH.match(text, found.end) and not re.search(r"\S +\S", text))
    return bool(_PART.match(text, found.end) or (scheme and _HOST.match(text, found.end)))
