"""What the tags of a page make of its text: paragraphs, links, and what is hidden."""

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec.structs import replace

from hotline_check.documents.html.edges import NO_EDGE, Line
from hotline_check.documents.html.elements import (
    BLOCKS,
    CONTROLS,
    PLAIN,
    VOID,
    Elements,
    Look,
)
from hotline_check.documents.html.marks import Marks
from hotline_check.documents.html.page_links import PageLink
from hotline_check.documents.html.scripts import Script, is_writing_handler
from hotline_check.documents.html.styles import Styles
from hotline_check.documents.html.tables import Tables
from hotline_check.documents.html.tag import (
    NUMBER_ATTRIBUTE,
    Tag,
    holds_picture,
    targets,
    within_site,
)
from hotline_check.documents.models import Item, Piece, Place, Skipped

# Links wait for the end of their paragraph; a page without any block must not fill the memory.
_MOST_LINKS: Final = 256
# Characters of hidden text within one paragraph that are kept.
_MOST_HIDDEN: Final = 65_536
# Characters of one `<style>` element that are kept.
_MOST_RULES: Final = 1_048_576

# Also what browsers without sound, pictures, films, bars or formulas would show.
_NEVER_SHOWN: Final = frozenset(
    (
        *("audio", "canvas", "datalist", "fencedframe", "meter", "progress", "rp", "template"),
        *("annotation", "annotation-xml", "mphantom", "video"),
    )
)
# What their tag loads or says is shown in place of their text.
_SHOWN_BY_TAG: Final = frozenset({"object", "option"})
# Shown with a line through them.
_STRUCK: Final = frozenset({"del", "s", "strike"})
# Shown in place of a picture, on hovering, or as a prompt in a field.
_TEXTS: Final = ("alt", "title", "placeholder", "aria-label", "value", "label")
# Shown by the list of choices that these are part of; other labels are those of sound and film.
_LABELLED: Final = frozenset({"optgroup", "option"})
# The value of these is seen; that of `hidden` or `password` is not.
_BUTTONS: Final = frozenset({"", "text", "button", "submit", "reset", "tel", "email", "url"})


class Page:
    """Turns tags and text into pieces.

    styles: the rules known so far, among them those of the page's first `known` style elements.
    """

    def __init__(self, styles: Styles, known: int) -> None:
        self.styles = styles
        self.style_elements = 0
        self._known = known
        self._rules = ""
        self._script = Script()
        self._elements = Elements()
        self._tables = Tables()
        self._links: list[PageLink] = []
        self._attribute_texts: list[Piece] = []
        self._hidden: list[Piece] = []
        self._hidden_size = 0
        self._seen = False
        self._marks = Marks()
        self._line = Line()
        self._noted: set[str] = set()

    def text(self, pieces: Iterable[Piece]) -> Iterator[Item]:
        """Text at the current place of the page."""
        for piece in pieces:
            look = self._elements.look
            if look.is_unsure or (self._line.is_watched and not look.is_hidden):
                yield from self._next_to_unsure(piece, look)
            if look.is_hidden or self._elements.is_drawing:
                yield from self.hide([piece])
                continue
            yield from self._marks.before(piece, look)
            self._seen = self._seen or not piece.text.isspace()
            self._line.add(piece.text, is_unsure=look.is_unsure)
            if self._links:
                self._show(piece.text, is_struck=bool(look.is_struck))
            if headings := self._tables.text(piece.text):
                yield Piece(headings, piece.place, 0)
            yield piece

    def hide(self, pieces: Iterable[Piece]) -> Iterator[Item]:
        """Text that is not shown; it is given after the paragraph."""
        for piece in pieces:
            self._hidden.append(replace(piece, origin="hidden"))
            self._hidden_size += len(piece.text)
            if self._hidden_size > _MOST_HIDDEN:
                if self._seen:
                    self._hidden.clear()
                    yield from self._note("page-hides-much", piece.place)
                else:
                    yield from self._give_hidden(piece.place)

    def style(self, css: str) -> None:
        """A part of a `<style>` element."""
        self._rules = (self._rules + css)[:_MOST_RULES]

    def script(self, code: str, place: Place) -> Iterator[Skipped]:
        """A part of a `<script>` element: noted where it writes what a reader would see."""
        if self._script.writes(code):
            yield from self._note("page-script", place)

    def end_raw(self, name: str, place: Place) -> Iterator[Item]:
        """The end of an element in which no tag counts, or of a comment (`!--`)."""
        self._script = Script()
        if name != "style":
            return
        self.style_elements += 1
        if self.style_elements > self._known:
            self.styles.add(self._rules)
            if self._known:
                yield from self._note("page-styles", place)
        if self.styles.writes:
            yield from self._note("page-styles", place)
        self._rules = ""

    def tag(self, tag: Tag, place: Place) -> Iterator[Item]:
        """A start or an end tag."""
        if tag.is_end:
            declared = self._elements.close(tag.name)
            if tag.name == "a":
                self._close_link()
            if not declared.is_inline:
                yield from self._acted(tag, place)
            self._tables.tag(tag)
            return
        texts = tag.texts
        declared = self._declared(tag.name, texts)
        if not declared.is_inline or self._elements.is_paragraph_end(tag.name):
            yield from self._acted(tag, place)
        if tag.name == "a":
            self._close_link()
        outer = self._elements.look
        self._elements.open(tag.name, declared, closes_itself=tag.closes_itself)
        is_hidden = (
            declared.inside(self._elements.look) if tag.name in VOID else self._elements.look
        ).is_hidden
        if tag.name in _SHOWN_BY_TAG:  # and what is inside of it is not
            is_hidden = self.styles.look(tag.name, texts).inside(outer).is_hidden
        self._tables.tag(tag)
        if tag.attributes or tag.is_cut:
            self._read_attributes(tag, is_hidden=is_hidden)
        if texts or self._elements.is_too_deep:
            yield from self._note_unread(tag, texts, place, is_hidden=is_hidden)

    def _note_unread(
        self, tag: Tag, texts: dict[str, str], place: Place, *, is_hidden: bool
    ) -> Iterator[Skipped]:
        """Note what a tag shows or does that is not read."""
        if any(name[:2] == "on" and is_writing_handler(name, code) for name, code in texts.items()):
            yield from self._note("page-script", place)
        if not is_hidden and holds_picture(tag):
            yield from self._note("page-picture", place)
        if self._elements.is_too_deep:
            yield from self._note("page-too-deep", place)

    def end(self) -> Iterator[Item]:
        """The end of the page."""
        if self._rules:
            yield from self.end_raw("style", Place())
        self._close_link()
        yield from self._end_paragraph(Place())

    def _acted(self, tag: Tag, place: Place) -> Iterator[Item]:
        if tag.name == "br":
            if not self._elements.look.gone:
                yield Piece("\n", place, 0)
        elif tag.name in BLOCKS or len(self._links) > _MOST_LINKS:
            before, is_seen = self._line.end, self._seen
            yield from self._end_paragraph(place)
            if self._elements.is_in_control:
                self._line.part_control(before if is_seen else NO_EDGE)
            elif tag.name in CONTROLS:
                self._line.meet_control(before, is_end=tag.is_end)
            elif self._elements.look.gone:  # a line goes on after blocks that are not shown
                self._line.pass_hidden(before)

    def _end_paragraph(self, place: Place) -> Iterator[Item]:
        """Put a blank line after what was seen, and before it what the paragraph leads to."""
        yield from self._marks.end()
        for shown in self._attribute_texts:
            yield Piece("\n", place, 0)
            yield shown
        waiting: list[PageLink] = []
        has_led = False
        for link in self._links:
            if link.has_room and len(self._links) <= _MOST_LINKS:
                waiting.append(link)
                continue
            if link.matters:
                has_led = True
                yield Piece("\n", place, 0)
                yield link.piece()
        if has_led or self._seen or self._attribute_texts:
            yield Piece("\n\n", place, 0)
        if self._hidden:
            yield from self._give_hidden(place)
        self._links = waiting
        self._attribute_texts.clear()
        self._tables.end_paragraph()
        self._line.break_off(is_seen=self._seen)
        self._seen = False

    def _give_hidden(self, place: Place) -> Iterator[Item]:
        if any(not piece.text.isspace() for piece in self._hidden):
            yield Piece("\n\n", place, 0)
            yield from self._hidden
            yield Piece("\n\n", place, 0)
        self._hidden.clear()
        self._hidden_size = 0

    def _declared(self, name: str, texts: dict[str, str]) -> Look:
        """How an element shows its text."""
        look = self.styles.look(name, texts) if texts or self.styles.has_rules else PLAIN
        if name in _NEVER_SHOWN or (name == "dialog" and "open" not in texts):
            look = replace(look, gone=True, is_inline=True)
        elif name == "object" and "data" in texts:  # shown where the data can't be
            look = replace(look, gone=True, is_unsure=True)
        elif name == "option" and texts.get("label"):  # shown in place of its text
            look = replace(look, gone=True)
        elif name in _STRUCK and look.is_struck is None:
            look = replace(look, is_struck=True)
        elif name == "title" and self._seen:  # a title is no part of the text that it interrupts
            look = replace(look, gone=True, is_inline=True)
        direction = texts["dir"].strip().lower() if "dir" in texts else ""
        if direction == "rtl":
            if name in {"html", "body"}:
                self._marks.is_rtl = True
            look = replace(look, turned="override" if name == "bdo" else "rtl")
        elif direction == "ltr":
            look = replace(look, turned="")
        return look

    def _read_attributes(self, tag: Tag, *, is_hidden: bool) -> None:
        for target in targets(tag):
            is_open = tag.name == "a" and not is_hidden
            origin = replace(target, origin="hidden" if is_hidden else "link")
            self._links.append(PageLink(origin, is_open=is_open))
        if not is_hidden and (inner := within_site(tag)):
            link = replace(inner, origin="link")
            self._links.append(PageLink(link, is_open=True, is_within=True))
        kind = tag.attributes["type"].text.lower() if "type" in tag.attributes else ""
        self._hidden += [
            replace(piece, origin="hidden")
            for name, piece in tag.attributes.items()
            if NUMBER_ATTRIBUTE.search(name)
        ]
        for name in _TEXTS:
            piece = tag.attributes.get(name)
            if piece is None or not piece.text.strip("\0 \t\r\n"):
                continue
            if name == "value" and (tag.name != "input" or kind not in _BUTTONS):
                continue
            if name == "label" and tag.name not in _LABELLED:
                continue
            if name == "alt":
                self._show(piece.text, is_struck=False)
            (self._hidden if is_hidden else self._attribute_texts).append(
                replace(piece, origin="hidden") if is_hidden else piece
            )

    def _show(self, text: str, *, is_struck: bool) -> None:
        for link in self._links:
            link.show(text, is_struck=is_struck)

    def _close_link(self) -> None:
        for link in self._links:
            link.is_open = False

    def _next_to_unsure(self, piece: Piece, look: Look) -> Iterator[Item]:
        """Note a contact that goes on in, or after, an element whose look is not known."""
        if self._line.goes_on(piece.text):
            yield from self._note("page-styles", piece.place)
        if look.is_hidden:
            self._line.is_watched = True

    def _note(self, reason: str, place: Place) -> Iterator[Skipped]:
        if reason not in self._noted:
            self._noted.add(reason)
            yield Skipped(reason=reason, line=place.line, failed=True)
