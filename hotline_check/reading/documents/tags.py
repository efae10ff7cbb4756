"""Links of HTML in a text that is no HTML page: Markdown, a pasted page, a log."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

_LINK = re.compile(
    r"<(?:a|area)\s(?:[^<>]{0,2000}?\s)?href\s*=\s*"
    r"""(?:"(?P<double>[^"<>]*)"|'(?P<single>[^'<>]*)'|(?P<bare>[^\s"'<>]+))""",
    re.IGNORECASE,
)
_DIALLED = ("tel:", "callto:", "sms:")


class Link(NamedTuple):
    """An address that a tag dials, and where it stands."""

    start: int
    end: int
    address: str


def dialled(text: str) -> Iterator[Link]:
    """What the links of a text dial; addresses to visit or write to are found as text."""
    if "<" not in text:
        return
    for tag in _LINK.finditer(text):
        group = tag.lastgroup or "bare"
        address = unquote(unescape(tag[group])).strip()
        if address.lower().startswith(_DIALLED):
            yield Link(*tag.span(group), address.partition("?")[0])
