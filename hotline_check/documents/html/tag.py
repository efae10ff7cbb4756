"""One tag of a page: its name and those of its attributes that say something to a reader."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from html.entities import html5
from typing import Final

from msgspec.structs import replace

from hotline_check.documents.models import CUT, Piece, Place
from hotline_check.documents.source_map import Strip
from hotline_check.urls import REFRESH

# Characters of a tag, or of one attribute, that are kept to be read as a whole.
LONGEST: Final = 16_384

ATTRIBUTE: Final = re.compile(
    r"""
    [\s/]*+
    (?: (?P<close>>)
      | (?P<name>[^\s/>][^\s/>=]*+)
        (?: \s*+=\s*+ (?: (?P<quote>["']) | (?P<bare>[^\s>"'][^\s>]*+) | (?=>) ) )?+
    )
    """,
    re.VERBOSE,
)
_ENTITY: Final = re.compile(
    r"&(?:#[xX][0-9a-fA-F]{1,40};?|#[0-9]{1,40};?|[A-Za-z][A-Za-z0-9]{1,31};?)"
)
_READ: Final = frozenset(
    (
        *("href", "xlink:href", "action", "formaction", "src", "data", "content", "http-equiv"),
        *("srcdoc", "style", "class", "id", "hidden", "dir", "lang", "type", "open"),
        *("alt", "title", "placeholder", "value", "aria-label", "label", "colspan", "rowspan"),
    )
)

# An attribute from which a script may take what it dials, such as `data-phone`.
NUMBER_ATTRIBUTE: Final = re.compile(r"-.*(?:phone|tel|number|call|whatsapp|mobile|hotline)")

_NOT_FOLLOWED: Final = frozenset({"link", "use", "image", "feimage", "script"})
_FRAMES: Final = frozenset({"frame", "iframe", "embed"})
# A string in a script that may be an address.
_HANDLER: Final = re.compile(r"[\"'`]\s*(?:[a-z][a-z0-9+.-]*:|//|\\\\)", re.IGNORECASE)
_WITHIN_THE_SITE: Final = re.compile(r"[\x00-\x20]*+(?:[#?.]|/(?![\t\r\n]*+[/\\])|\Z)(?<!\0)")


class Tag:
    """A start or an end tag.

    attributes: the values of those that are read, each a piece that knows its place.
    is_whole: its end was found. closes_itself: it is written as `<name/>`.
    is_cut: something in it was too long to be read.
    """

    def __init__(self, name: str, *, is_end: bool) -> None:
        self.name = name
        self.is_end = is_end
        self.attributes: dict[str, Piece] = {}
        self.is_whole = False
        self.closes_itself = False
        self.is_cut = False

    @property
    def texts(self) -> dict[str, str]:
        """The values without their places."""
        return {name: piece.text for name, piece in self.attributes.items()}

    def add(self, name: str, strip: Strip, start: int, end: int) -> None:
        """An attribute, its value at these places; of several with a name the first one counts."""
        known = name in _READ or name.startswith("on") or NUMBER_ATTRIBUTE.search(name)
        if not known or name in self.attributes:
            return
        if start == end or start < 0:
            self.attributes[name] = Piece("", strip.place(start - 1) if start > 0 else Place(), 0)
            return
        parts = list(unescaped(strip, start, end, in_attribute=True))
        value, place = "".join(part.text for part in parts), strip.place(start)
        if len(value) > LONGEST:
            self.cut(name, place)
            return
        is_plain = value == strip.text[start:end]
        size = None if is_plain and len(parts) == 1 else strip.stop(end) - place.offset
        piece = Piece(value, place, size)
        self.attributes[name] = parts[0] if is_plain and len(parts) == 1 else piece

    def cut(self, name: str, place: Place) -> None:
        """An attribute whose value is too long to be kept."""
        if name in _READ or name.startswith("on"):
            self.attributes.setdefault(name, Piece(CUT, place, 1))


def value_at(text: str, at: int) -> tuple[str, int, str]:
    """The name of an attribute without end, where its value begins, and a pattern for its end."""
    part = ATTRIBUTE.match(text, at)
    if part is None or not part["name"]:
        return "", len(text), ""
    if part["quote"]:
        return part["name"].lower(), part.end(), part["quote"]
    name = part["name"].lower() if len(part["name"]) < LONGEST // 2 else ""
    return name, part.end(), r"(?=[\s>])"


def unescaped(strip: Strip, start: int, end: int, *, in_attribute: bool = False) -> Iterable[Piece]:
    """A part of a source with its entities read, as in text or as in an attribute."""
    if strip.text.find("&", start, end) < 0:
        return strip.part(start, end)
    return _unescaped(strip, start, end, in_attribute=in_attribute)


def _unescaped(strip: Strip, start: int, end: int, *, in_attribute: bool) -> Iterator[Piece]:
    at = start
    for entity in _ENTITY.finditer(strip.text, start, end):
        written = entity[0]
        if in_attribute and written[1] != "#" and not _counts(written, strip.text, entity.end()):
            continue
        char = unescape(written)
        if char == written:
            continue
        yield from strip.part(at, entity.start())
        place = strip.place(entity.start())
        yield Piece(char, place, strip.stop(entity.end()) - place.offset)
        at = entity.end()
    yield from strip.part(at, end)


def _counts(entity: str, text: str, end: int) -> bool:
    """Return True for a named entity that counts in an attribute, so `?a=1&region=2` has none."""
    name = entity[1:]
    return name in html5 and (name.endswith(";") or text[end : end + 1] != "=")


def within_site(tag: Tag) -> Piece | None:
    """The target of a link that names no host; an empty one is given as `#`, which it means."""
    for name in ("href", "xlink:href") if tag.name == "a" else ():
        piece = tag.attributes.get(name)
        if piece and not piece.text:
            return replace(piece, text="#")
        if piece and _WITHIN_THE_SITE.match(piece.text):
            return piece
    return None


def holds_picture(tag: Tag) -> bool:
    """Return True for a picture that is inside the page itself, where it may show a contact.

    One that is too long to be kept is no address either.
    """
    source = tag.attributes.get("src")
    if source is None or tag.name not in {"img", "input"}:
        return False
    return source.text == CUT or source.text.strip().lower().startswith("data:")


def targets(tag: Tag) -> Iterator[Piece]:
    """The places that a tag leads to."""
    for name, piece in tag.attributes.items():
        if not piece.text or _WITHIN_THE_SITE.match(piece.text):
            continue
        if name in {"href", "xlink:href"} and tag.name not in _NOT_FOLLOWED:
            yield piece
        elif (name == "action" and tag.name == "form") or name in {"formaction", "srcdoc"}:
            yield piece if name != "srcdoc" else replace(piece, text=CUT, size=1)
        elif (name == "src" and tag.name in _FRAMES) or (name, tag.name) == ("data", "object"):
            yield piece
        elif name == "content" and tag.name == "meta":
            refreshes = tag.attributes.get("http-equiv")
            url = REFRESH.fullmatch(piece.text)
            if refreshes and refreshes.text.strip().lower() == "refresh" and url:
                size = len(piece.text) if piece.size is None else piece.size
                yield replace(piece, text=url[url.lastgroup or 0], size=size)
        elif name.startswith("on") and _HANDLER.search(piece.text):
            size = len(piece.text) if piece.size is None else piece.size
            yield replace(piece, text="javascript:" + piece.text, size=size)
    if tag.is_cut:
        yield Piece(CUT, Place(), 0)
