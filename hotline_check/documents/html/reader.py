"""HTML -> what a reader of the page sees, what it hides, and where it leads, with positions.

The parsers there are (html.parser, selectolax) give no positions inside attributes and entities,
need the whole page at once, or take quadratic time on hostile pages (docs/adr/0001-html-reader.md),
so the page is split into tags and text here, by the rules of the HTML standard.
"""

import re
from collections.abc import Generator, Iterable, Iterator
from itertools import chain

from hotline_check.charsets import IN_META
from hotline_check.documents.html.page import Page
from hotline_check.documents.html.styles import Styles
from hotline_check.documents.html.tag import (
    ATTRIBUTE,
    LONGEST,
    Tag,
    unescaped,
    value_at,
)
from hotline_check.documents.models import Item, Piece, Place
from hotline_check.documents.source_map import Strip

# A tag may have no end; looking for it after each small chunk would be quadratic.
_STEP = 16_384
# Characters of a page that are looked through for styles before it is read.
_AHEAD = 1_048_576
# The standard's longest, `&CounterClockwiseContourIntegral;`, has 33 characters.
_LONGEST_ENTITY = 48

_READ_AS_TEXT = frozenset({"title", "textarea"})
# Tags in it are text, and so are entities.
_READ_AS_IT_IS = frozenset({"xmp"})
# Shown only by browsers that lack a feature which all have.
_HIDDEN = frozenset({"iframe", "noembed", "noframes", "noscript"})
_UNREAD = frozenset({"script", "style"})
# Elements in which no tag counts but their own end.
_RAW = _READ_AS_TEXT | _READ_AS_IT_IS | _HIDDEN | _UNREAD

_OPENING = re.compile(
    r"""
    <
    (?: (?P<comment>!--)
      | (?P<other>[!?])                            # `<!doctype html>`, `<?xml ...?>`
      | (?P<slash>/?)(?P<name>[A-Za-z][^\s/>]*+)   # `<a`, `</a`
        (?P<close>>)?+                             # `</a>`
      | (?P<odd>/[^A-Za-z>])                       # `</3`: no tag, but browsers don't show it
    )
    """,
    re.VERBOSE,
)
_STYLE_TAG = re.compile(r"<(?:(?P<slash>/)[sS][tT][yY][lL][eE][\s/>][^>]*>?|[sS][tT][yY][lL][eE])")
_COMMENT_END = re.compile(r"--!?>")


def declared(head: bytes) -> str | None:
    """The encoding that a page names in its first bytes."""
    found = IN_META.search(head)
    name = found[1].decode("ascii") if found else None
    # A `<meta>` that could be read byte by byte is not in UTF-16, whatever it says.
    return "utf-8" if name and name.lower().startswith("utf-16") else name


def pieces(source: Iterable[Piece]) -> Iterator[Item]:
    """The seen text of a page, and after each paragraph where it leads and what it hides."""
    source, ahead, size = iter(source), list[Piece](), 0
    for piece in source:
        ahead.append(piece)
        size += len(piece.text)
        if size >= _AHEAD:
            break
    styles, known = _styles(ahead)
    yield from _Reader(Page(styles, known)).all(chain(ahead, source))


def _styles(ahead: list[Piece]) -> tuple[Styles, int]:
    """The style rules in a part of a page, and how many `<style>` elements they were in."""
    strip = Strip(ahead)
    end = 0
    for tag in _STYLE_TAG.finditer(strip.text):
        if tag["slash"] is None:
            end = len(strip)
        elif end == len(strip):
            end = tag.end()
    if not end:
        return Styles(), 0
    page = Page(Styles(), 0)
    for _ in _Reader(page).all(strip.part(0, end)):  # nothing after it is in such an element
        pass
    return page.styles, page.style_elements


class _Reader:
    """Splits a page into tags and text and gives them to the page.

    wanted: characters that must be there before reading goes on.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._wanted = _STEP
        self._until: re.Pattern[str] | None = None
        self._inside = ""
        self._tag: Tag | None = None
        self._ending = ""

    def all(self, source: Iterable[Piece]) -> Iterator[Item]:
        """Everything in a page, in order."""
        strip = Strip()
        for piece in source:
            strip.add(piece)
            if len(strip) >= self._wanted:
                done = yield from self._read(strip, final=False)
                strip = strip.drop(done)
                self._wanted = len(strip) + _STEP
        yield from self._read(strip, final=True)
        yield from self._page.end()

    def _read(self, strip: Strip, *, final: bool) -> Generator[Item, None, int]:
        """Read what is whole; returns how many characters are done with."""
        text, at = strip.text, 0
        while at < len(text):
            if self._tag:
                after = self._long_tag(strip, self._tag, at, final=final)
                if self._tag:
                    return after
                at = after
                yield from self._take(strip.place(at - 1))
            elif self._until:
                found = self._until.search(text, at)
                end = found.start() if found else len(text) if final else max(at, len(text) - 16)
                yield from self._raw(strip, at, end)
                if found is None:
                    return end
                at = found.end() if self._until is _COMMENT_END else end
                self._until = None
                yield from self._page.end_raw(self._inside, strip.place(max(end - 1, 0)))
            else:
                opening = _OPENING.search(text, at)
                end = opening.start() if opening else _whole(text, at, final=final)
                yield from self._page.text(unescaped(strip, at, end))
                if opening is None:
                    return end
                at = self._opened(strip, opening, final=final)
                if at < 0:
                    if not final:
                        return end
                    # What a browser drops, at the end of a page, is in the file all the same.
                    yield from self._page.hide(strip.part(end, len(text)))
                    return len(text)
                if self._ready:
                    yield from self._take(strip.place(end))
        return at

    _ready: Tag | None = None

    def _opened(self, strip: Strip, opening: re.Match[str], *, final: bool) -> int:
        """Begin a tag or a comment; returns where reading goes on, -1 for want of text."""
        text, at, kind = strip.text, opening.end(), opening.lastgroup
        if kind == "comment":
            self._until, self._inside = _COMMENT_END, "!--"
            return at - 2  # `<!-->` is a whole comment
        if kind not in {"name", "close"}:
            end = text.find(">", at)
            if end >= 0:
                return end + 1
            return -1 if final or len(text) - opening.start() < LONGEST else len(text)
        tag = Tag(opening["name"].lower(), is_end=bool(opening["slash"]))
        tag.is_whole = kind == "close"
        after = at if tag.is_whole else _attributes(strip, tag, at)
        if tag.is_whole:
            self._ready = tag
            return after
        if final or len(text) - opening.start() < LONGEST:
            return -1
        self._tag = tag
        return after

    def _long_tag(self, strip: Strip, tag: Tag, at: int, *, final: bool) -> int:
        """Go on with a tag that is longer than what is kept of a page."""
        text = strip.text
        while True:
            if self._ending:
                end = re.compile(self._ending).search(text, at)
                if end is None:
                    return len(text)
                at, self._ending = end.end(), ""
            at = _attributes(strip, tag, at)
            if tag.is_whole:
                self._ready, self._tag = tag, None
                return at
            if final:
                tag.is_cut = True
                self._ready, self._tag = tag, None
                return len(text)
            if len(text) - at < LONGEST:
                return at
            name, value, self._ending = value_at(text, at)
            tag.cut(name, strip.place(min(value, len(text) - 1)))
            at = value

    def _take(self, place: Place) -> Iterator[Item]:
        tag, self._ready = self._ready, None
        if tag is None:
            return
        yield from self._page.tag(tag, place)
        if tag.name in _RAW and not tag.is_end:
            self._until = re.compile(rf"</{tag.name}(?=[\s/>])", re.IGNORECASE)
            self._inside = tag.name

    def _raw(self, strip: Strip, start: int, end: int) -> Iterator[Item]:
        """A part of a comment or of an element in which no tag counts."""
        if self._inside in _READ_AS_TEXT:
            yield from self._page.text(unescaped(strip, start, end))
        elif self._inside in _READ_AS_IT_IS:
            yield from self._page.text(strip.part(start, end))
        elif self._inside == "style":
            self._page.style(strip.text[start:end])
        elif self._inside == "script":
            yield from self._page.script(strip.text[start:end], strip.place(max(start - 1, 0)))
        else:
            yield from self._page.hide(strip.part(start, end))


def _attributes(strip: Strip, tag: Tag, at: int) -> int:
    """Read the attributes that are whole; returns where the next one begins."""
    text = strip.text
    while True:
        part = ATTRIBUTE.match(text, at)
        if part is None or (part.end() == len(text) and not part["close"]):
            return at
        if part["close"]:
            tag.is_whole = True
            tag.closes_itself = text[part.end() - 2] == "/"
            return part.end()
        start, end, after = *part.span("bare"), part.end()
        if part["quote"]:
            start, end = after, text.find(part["quote"], after)
            if end < 0:
                return at
            after = end + 1
        tag.add(part["name"].lower(), strip, start, end)
        at = after


def _whole(text: str, start: int, *, final: bool) -> int:
    """Where text ends that can't be the beginning of a tag or of an entity."""
    if final:
        return len(text)
    near = max(start, len(text) - _LONGEST_ENTITY)
    starts = [place for place in (text.rfind("&", near), text.rfind("<", near)) if place >= 0]
    return min(starts, default=len(text))
