"""Pasted HTML: what a page made of it would show, and what its links would dial or open."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from msgspec import structs

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.codes import Problem
from hotline_check.reading.links.targets import has_scheme, read_target
from hotline_check.reading.links.written import Link, links, without
from hotline_check.reading.models import Find, Hints

if TYPE_CHECKING:
    from hotline_check.documents.models import Piece

# Tags of HTML. Any other name in angles is no tag but text: `<help@example.com>`.
_TAG: Final = lazy_pattern(
    r"""
    </?
    (?: a|abbr|area|article|b|base|bdi|bdo|big|blockquote|body|br|button|center|cite|code|dd
      | del|dfn|div|dl|dt|em|embed|font|footer|form|frame|h[1-6]|head|header|hr|html|i|iframe|img
      | input|ins|kbd|label|li|link|main|mark|meta|nav|noscript|object|ol|option|p|pre|q|s|samp
      | script|section|select|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|template
      | textarea|tfoot|th|thead|title|tr|tt|u|ul|var|video|wbr
    )
    (?=[\s/>])    # the end of the name: `<b>`, `<br/>`, `<a href=...>`
    | <!--        # a comment
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Replaces a `<` that begins no tag, for as long as the tags are read.
_OTHER_ANGLE: Final = "\u2039"


_APART: Final = frozenset({"\n", "\n\n"})
_PLAIN_SIGNS: Final = frozenset(".@:/-_")
# The prefilter skips a tag only up to 200 characters (`prefilter.markup`).
_LONGEST_COMMENT: Final = 190


def take_off(text: str, hints: Hints) -> tuple[str, list[Find]]:
    """The text that a page would show, of the same length, and the contacts in its markup.

    Tags that part nothing are kept as empty tags, hidden text as comments; whatever else is not
    shown becomes spaces.
    """
    shown, found = text, list[Find]()
    if "<" in text and _TAG.search(text):
        shown, found = _as_page(text, hints)
    if has_scheme(shown):
        return " " * len(text), _led(Link(0, len(text), text), text, hints)
    written = list(links(shown))
    for link in written:
        found += _led(link, text, hints)
    return without(shown, written), found


def _as_page(text: str, hints: Hints) -> tuple[str, list[Find]]:
    from hotline_check.documents.html import reader
    from hotline_check.documents.models import Piece, Place

    tags = {match.start() for match in _TAG.finditer(text)}
    tags |= {match.start() for match in re.finditer("</", text)}
    source = re.sub("<", lambda angle: "<" if angle.start() in tags else _OTHER_ANGLE, text)
    shown: list[str] = []
    found: list[Find] = []
    at, turn, is_joined = 0, "", True
    for piece in reader.pieces([Piece(source, Place())]):
        if not isinstance(piece, Piece):
            found.append(Find(start=0, end=len(text), text=text, problem=Problem.REORDERED))
            continue
        start = piece.place.offset
        size = len(piece.text) if piece.size is None else piece.size
        if piece.origin == "link":
            link = Link(start, start + size, piece.text, piece.shown)
            found += _led(link, text, hints)
        elif size == 0:
            is_joined = is_joined and piece.text not in _APART
            turn += "" if piece.text in _APART else piece.text
        elif piece.origin == "hidden" or start < at:
            found += _finds_of(piece, start, size, text, hints)
        else:
            shown += [_gap(start - at, turn, is_joined=is_joined), _shown(piece, text)]
            at, turn, is_joined = start + size, "", True
    shown.append(_gap(len(text) - at, turn, is_joined=False))
    return "".join(shown).replace(_OTHER_ANGLE, "<"), found


def _led(link: Link, text: str, hints: Hints) -> list[Find]:
    return [
        structs.replace(
            found,
            start=link.start,
            end=link.end,
            text=text[link.start : link.end],
        )
        for found in read_target(link.target, hints, link.shown)
    ]


def _finds_of(piece: "Piece", start: int, size: int, text: str, hints: Hints) -> Iterator[Find]:
    """The contacts in hidden text, or in a text that is shown elsewhere (of a picture)."""
    from hotline_check.reading.extract import find

    for found in find(piece.text, hints):
        low, high = start, start + size
        if piece.size is None:
            low, high = start + found.start, start + found.end
        origin = piece.origin
        yield structs.replace(found, start=low, end=high, text=text[low:high], origin=origin)


def _gap(size: int, turn: str, *, is_joined: bool) -> str:
    """What is written in place of tags: nothing that is seen, or a space between what they part."""
    if turn and size >= len(turn):
        return turn + _gap(size - len(turn), "", is_joined=False)
    if not is_joined or size < len("<b>"):
        return " " * size
    if size <= len("<!---->"):
        return "<b".ljust(size - 1) + ">"
    first = min(size, _LONGEST_COMMENT)
    first -= 0 if size - first == 0 or size - first >= len("<b>") else len("<b>")
    comment = "<!--".ljust(first - 3) + "-->"
    return comment + (_gap(size - first, "", is_joined=True) if size > first else "")


def _shown(piece: "Piece", text: str) -> str:
    """A piece at its length; an entity is left to the reader of numbers unless it is in a name."""
    start, size = piece.place.offset, piece.size
    if size is None:
        return piece.text
    if len(piece.text) == 1 and (piece.text.isalpha() or piece.text in _PLAIN_SIGNS):
        return piece.text.ljust(size, "\u200b")
    return text[start : start + size]
