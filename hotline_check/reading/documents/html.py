"""HTML -> what a reader of the page sees, and where its links lead, with exact positions.

The parsers there are (html.parser, selectolax) tell no positions inside attributes and entities or
need the whole page at once, so the page is split into tags and text here, by the rules of the HTML
standard as far as they matter for reading: comments, raw text, quoted attributes, entities.
"""

import re
from collections.abc import Generator, Iterable, Iterator
from html import unescape
from urllib.parse import unquote

from hotline_check.reading.documents.models import Piece, Place
from hotline_check.reading.documents.strip import Strip

_STEP = 16_384
_LONGEST_TAG = 16_384
_LONGEST_ENTITY = 34
_MOST_LINKS = 256

_UNSEEN = frozenset({"script", "style"})
# Elements that stay within a line; what any other one holds is a paragraph of its own, so that
# two cells of a table don't become one number.
_INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn"),
        *("em", "font", "i", "img", "ins", "kbd", "label", "mark", "q", "rb", "rp", "rt", "ruby"),
        *("s", "samp", "script", "small", "span", "strike", "strong", "style", "sub", "sup"),
        *("time", "tt", "u", "var", "wbr"),
    )
)
_LINKS = frozenset({("a", "href"), ("area", "href"), ("form", "action")})
_DIALLED = ("tel:", "callto:", "sms:", "mailto:")
_VISITED = ("http:", "https:", "//")

_OPENING = re.compile(
    r"<(?:(?P<comment>!--)|(?P<other>[!?])|(?P<slash>/?)(?P<name>[A-Za-z][^\s/>]*+))"
)
_COMMENT_END = re.compile(r"--!?>")
_ATTRIBUTE = re.compile(
    r"""[\s/]*+(?:(?P<close>>)|(?P<name>[^\s/>][^\s/>=]*+)(?:\s*+=\s*+"""
    r"""(?:"(?P<double>[^"]*+)(?:"|\Z)|'(?P<single>[^']*+)(?:'|\Z)|(?P<bare>[^\s>"'][^\s>]*+)|(?=>)))?+)"""
)
_VALUES = ("double", "single", "bare")
_ENTITY = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,8};?|#[0-9]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


def declared(head: bytes) -> str | None:
    """The encoding that a page names in its first bytes."""
    found = _DECLARED.search(head)
    name = found[1].decode("ascii") if found else None
    # A `<meta>` that could be read byte by byte does not stand in UTF-16, whatever it says.
    return "utf-8" if name and name.lower().startswith("utf-16") else name


def pieces(source: Iterable[Piece]) -> Iterator[Piece]:
    """The seen text of a page, and after each paragraph the addresses that it links to."""
    page = _Page()
    strip = Strip()
    for piece in source:
        strip.add(piece)
        if len(strip) >= page.wanted:
            done = yield from page.read(strip, final=False)
            strip = strip.drop(done)
            page.wanted = len(strip) + _STEP
    yield from page.read(strip, final=True)
    yield from page.end_paragraph(Place())


class _Page:
    """Where the reading of a page stands.

    wanted: characters that must be there before reading goes on.
    """

    def __init__(self) -> None:
        self.wanted = _STEP
        self._until: re.Pattern[str] | None = None
        self._seen = False
        self._links: list[list[Piece]] = []

    def read(self, strip: Strip, *, final: bool) -> Generator[Piece, None, int]:
        """Read what is whole; returns how many characters are done with."""
        text, at = strip.text, 0
        while at < len(text):
            if self._until:
                found = self._until.search(text, at)
                if found is None:
                    return len(text) if final else max(at, len(text) - 16)
                at = found.end() if self._until is _COMMENT_END else found.start()
                self._until = None
                continue
            opening = _OPENING.search(text, at)
            end = opening.start() if opening else _whole(text, at, final=final)
            yield from self._text(strip, at, end)
            if opening is None:
                return end
            after = yield from self._tag(strip, opening)
            if after is None:  # its end is not there yet
                if not final and len(text) - end < _LONGEST_TAG:
                    return end
                after = min(len(text), end + _LONGEST_TAG)
                yield from self._text(strip, end, after)
            at = after
        return at

    def end_paragraph(self, place: Place) -> Iterator[Piece]:
        """Put a blank line after what was seen, and before it what the paragraph linked to."""
        for link in self._links:
            yield Piece("\n", place, 0)
            yield from link
        if self._links or self._seen:
            yield Piece("\n\n", place, 0)
        self._links.clear()
        self._seen = False

    def _text(self, strip: Strip, start: int, end: int) -> Iterator[Piece]:
        self._seen = self._seen or bool(strip.text[start:end].strip())
        yield from unescaped(strip, start, end)

    def _tag(self, strip: Strip, opening: re.Match[str]) -> Generator[Piece, None, int | None]:
        """Read one tag; returns where it ends, None when that isn't there."""
        text, at = strip.text, opening.end()
        if opening["comment"]:
            self._until = _COMMENT_END
            return at - 2  # `<!-->` is a whole comment
        if opening["other"]:
            end = text.find(">", at)
            return end + 1 if end >= 0 else None
        name = opening["name"].lower()
        links = []
        while True:
            part = _ATTRIBUTE.match(text, at)
            if part is None or (part.end() == len(text) and not part["close"]):
                return None
            at = part.end()
            if part["close"]:
                break
            if (name, part["name"].lower()) in _LINKS:
                links += [link(strip, *part.span(v)) for v in _VALUES if part[v]]
        yield from self._acted(name, strip.place(opening.start()))
        self._links += [found for found in links if found]
        if name in _UNSEEN and not opening["slash"]:
            self._until = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
        return at

    def _acted(self, name: str, place: Place) -> Iterator[Piece]:
        if name == "br":
            yield Piece("\n", place, 0)
        elif name not in _INLINE or len(self._links) > _MOST_LINKS:
            yield from self.end_paragraph(place)


def _whole(text: str, start: int, *, final: bool) -> int:
    """Where text ends that can't be the beginning of a tag or of an entity."""
    if final:
        return len(text)
    near = max(start, len(text) - _LONGEST_ENTITY)
    starts = [place for place in (text.rfind("&", near), text.rfind("<", near)) if place >= 0]
    return min(starts, default=len(text))


def unescaped(strip: Strip, start: int, end: int, *, strict: bool = False) -> Iterator[Piece]:
    """A part of a source with its entities read; `strict` leaves those without a semicolon."""
    at = start
    for entity in _ENTITY.finditer(strip.text, start, end):
        char = unescape(entity[0])
        if char == entity[0] or (strict and not entity[0].endswith(";")):
            continue
        yield from strip.part(at, entity.start())
        place = strip.place(entity.start())
        yield Piece(char, place, strip.stop(entity.end()) - place.offset)
        at = entity.end()
    yield from strip.part(at, end)


def link(strip: Strip, start: int, end: int) -> list[Piece]:
    """The address in an attribute if it leads to a contact or another site, else nothing."""
    parts = list(unescaped(strip, start, end, strict=True))
    value = "".join(part.text for part in parts)
    scheme = value.lstrip().lower()
    if scheme.startswith(_VISITED):
        return parts
    if not scheme.startswith(_DIALLED):
        return []
    address = unquote(value.partition("?")[0])
    if value.startswith(address):
        return list(Strip(parts).part(0, len(address)))
    place = strip.place(start)
    return [Piece(address, place, strip.stop(end) - place.offset)]
