"""Pasted HTML: what a page shows, and what its links and attributes would dial or open."""

import html
import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from hotline_check.reading.models import Find, Hints
from hotline_check.reading.one import read_one

_TAG: Final = re.compile(
    r"<(?P<name>/?[a-z][a-z0-9]*)(?P<rest>(?:\s|/)[^<>]*)?>|<!--.*?-->", re.IGNORECASE | re.DOTALL
)
_HREF: Final = re.compile(
    r"""\bhref\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+))""",
    re.IGNORECASE,
)
_INSIDE: Final = frozenset(
    (
        *("a", "b", "i", "u", "em", "strong", "span", "font", "small", "big"),
        *("sup", "sub", "mark", "wbr", "code", "tt"),
    )
)
"""Tags that may stand inside a number."""
_APART: Final = frozenset(
    (
        *("html", "head", "body", "title", "style", "script", "meta", "link", "p", "br", "hr"),
        *("div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "pre"),
        *("table", "thead", "tbody", "tr", "td", "th", "form", "input", "button", "label", "img"),
        *("section", "article", "header", "footer", "nav", "main", "aside", "blockquote"),
        *("center", "svg", "path", "iframe", "video", "option", "select", "textarea"),
    )
)
"""Tags that part what is beside them. Any other name in angles is no tag but text."""
_LONGEST_INSIDE: Final = 200


def take_off(text: str, hints: Hints) -> tuple[str, list[Find]]:
    """The text without attributes and block tags, of the same length, and what the tags hold."""
    links: list[Find] = []
    for tag in _TAG.finditer(text):
        links += _in_tag(tag, hints)
    return _TAG.sub(_blanked, text), links


def _blanked(tag: re.Match[str]) -> str:
    name, length = tag["name"], len(tag[0])
    if name and name.lower().strip("/") not in _INSIDE | _APART:
        return tag[0]
    if length > _LONGEST_INSIDE or (name and name.lower().strip("/") not in _INSIDE):
        return " " * length
    return f"<{name}".ljust(length - 1) + ">" if name else "<!--".ljust(length - 3) + "-->"


def _in_tag(tag: re.Match[str], hints: Hints) -> Iterator[Find]:
    from hotline_check.reading.sift import find

    rest, at = tag["rest"] or "", tag.start("rest")
    for href in _HREF.finditer(rest):
        group = href.lastgroup or "bare"
        target = unquote(html.unescape(href[group]))
        linked = read_one(target, hints)
        if linked.problem != "no-number":
            yield Find(
                start=at + href.start(group),
                end=at + href.end(group),
                text=href[group],
                readings=linked.readings,
                problem=linked.problem,
            )
    others = _HREF.sub(lambda href: " " * len(href[0]), rest)
    for other in find(others, hints):
        if other.readings and other.readings[0].kind == "phone":
            yield Find(
                start=at + other.start,
                end=at + other.end,
                text=other.text,
                readings=other.readings,
            )
