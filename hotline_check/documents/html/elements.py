"""Which elements of a page are open at its text, by the rules of the HTML standard.

A browser closes elements that the page leaves open and ignores end tags that close nothing; a
reader that counts tags would take shown digits for hidden ones, or the other way around. What
matters for that is kept here: implied ends, scopes, formatting elements that go on after the block
in which they were opened (section 13.2.6 of the standard). A test compares it with a browser's
parser.
"""

from collections import defaultdict
from collections.abc import Collection, Container
from typing import Final

import msgspec

# Elements that may be open at once; real pages stay under a hundred.
DEEPEST: Final = 256


class Look(msgspec.Struct, frozen=True):
    """How the text of an element is shown.

    gone: neither it nor anything in it is shown. invisible, tiny: not shown, but what is inside
    may be shown again. turned: `override` or `rtl` where digits may be shown in another order.
    is_inline: it stays in its line, whatever the element's name.
    is_unsure: styles may hide or move it, depending on what is not known here.
    is_struck: a line goes through it.
    Of a declaration, None says that nothing is declared.
    """

    gone: bool = False
    invisible: bool | None = None
    tiny: bool | None = None
    turned: str | None = None
    is_inline: bool = False
    is_unsure: bool = False
    is_struck: bool | None = None

    @property
    def is_hidden(self) -> bool:
        """Return True where a browser shows no text."""
        return bool(self.gone or self.invisible or self.tiny)

    def inside(self, outer: "Look") -> "Look":
        """The look of what declares this, in an element of another look."""
        return Look(
            gone=self.gone or outer.gone,
            invisible=outer.invisible if self.invisible is None else self.invisible,
            tiny=outer.tiny if self.tiny is None else self.tiny,
            turned=outer.turned if self.turned is None else self.turned,
            is_unsure=self.is_unsure or outer.is_unsure,
            is_struck=self.is_struck or outer.is_struck,
        )


PLAIN: Final = Look()


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


VOID: Final = _names(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source "
    "track wbr"
)
_FORMATTING: Final = _names("a b big code em font i nobr s small strike strong tt u")
_CELLS: Final = _names("td th")
_ROWS: Final = _names("tr")
_GROUPS: Final = _names("tbody thead tfoot")
# Text elements of SVG, and those of HTML that end a drawing for a browser.
_SHOWN_IN_DRAWINGS: Final = _FORMATTING | _names(
    "text foreignobject title desc p div span table ul ol dl h1 h2 h3 h4 h5 h6 pre center sub sup"
)
_HEADINGS: Final = _names("h1 h2 h3 h4 h5 h6")
_SCOPE: Final = _names("html table template td th caption applet marquee object svg math")
_BUTTON_SCOPE: Final = _SCOPE | {"button"}
_LIST_SCOPE: Final = _SCOPE | {"ol", "ul"}
_CLOSES_P: Final = _HEADINGS | _names(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form header hgroup hr li listing main menu nav ol p plaintext pre search "
    "section summary table ul xmp"
)
_SPECIAL: Final = (
    _CLOSES_P
    | _CELLS
    | _ROWS
    | _GROUPS
    | VOID - _names("path")
    | _names("applet body button caption colgroup frameset head html iframe marquee noembed")
    | _names("noframes noscript object script select style template textarea title")
)
_ITEMS: Final = {"li": _names("li"), "dd": _names("dd dt"), "dt": _names("dd dt")}
_ENDS_FORMATTING: Final = _CELLS | _names("caption template object marquee applet")
_NO_BARRIER: Final = _names("address div p")
_TABLE: Final = _names("html table template")
_OF_TABLES: Final = _CELLS | _ROWS | _GROUPS | {"table", "caption"}
# Start tags, the elements that they close, and the elements in which others stay open.
_ENDS: Final = (
    (_CLOSES_P, {"p"}, _BUTTON_SCOPE),
    (_CELLS | _ROWS | _GROUPS | {"caption"}, _CELLS | {"caption"}, _TABLE),
    (_ROWS | _GROUPS, _ROWS, _TABLE),
    (_GROUPS, _GROUPS, _TABLE),
    ({"button"}, {"button"}, _SCOPE),
)
_RUBY: Final = _names("rb rp rt rtc")
# Start tags that close an element which is the innermost one.
_SIBLINGS: Final = {
    **dict.fromkeys(_HEADINGS, _HEADINGS),
    **dict.fromkeys(_RUBY, _RUBY),
    "option": {"option"},
    "optgroup": {"option"},
}


# What these hold is a paragraph of its own, so that two cells of a table don't become one number.
# Any other element stays within its line, as one that a browser doesn't know does.
BLOCKS: Final = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "button"),
        *("caption", "center", "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl"),
        *("dt", "embed", "fieldset", "figcaption", "figure", "footer", "form", "frame"),
        *("frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html"),
        *("input", "legend", "li", "listing", "main", "marquee", "menu", "nav"),
        *("ol", "optgroup", "option", "p", "plaintext", "pre", "search", "section"),
        *("select", "summary", "table", "tbody", "td", "text", "tfoot", "th"),
        *("thead", "title", "tr", "ul", "xmp"),
    )
)
# Blocks within a line, or folded ones, so that a number may seem to go on in and after them.
CONTROLS: Final = frozenset({"button", "details", "embed", "input", "marquee", "select", "summary"})


class _Open(msgspec.Struct, frozen=True):
    name: str
    declared: Look
    look: Look


class Elements:
    """The open elements. `is_too_deep` once more were open than are followed."""

    def __init__(self) -> None:
        self._stack: list[_Open] = []
        self._waiting: list[_Open] = []
        # Most start tags look for an element that isn't open; walking a deep stack each time made
        # nested elements cost 20 µs a byte.
        self._count: defaultdict[str, int] = defaultdict(int)
        self.is_too_deep = False

    @property
    def look(self) -> Look:
        """How text that comes next is shown."""
        if self._waiting:
            self._reopen()
        return self._stack[-1].look if self._stack else PLAIN

    def open(self, name: str, declared: Look, *, closes_itself: bool = False) -> None:
        """A start tag; `closes_itself`: it is written as `<name/>`."""
        self._imply_ends(name)
        if name in VOID or (closes_itself and self._is_foreign()):
            return
        if name not in _SPECIAL:
            self._reopen()
        self._push(name, declared)

    def is_paragraph_end(self, name: str) -> bool:
        """Return True if a start tag ends an open `<p>`, so that what follows is another line."""
        return name in _CLOSES_P and self._count["p"] > 0

    @property
    def is_drawing(self) -> bool:
        """Return True where text is directly in a drawing, which shows only its text elements."""
        for element in reversed(self._stack) if self._count["svg"] else ():
            if element.name == "svg":
                return True
            if element.name in _SHOWN_IN_DRAWINGS:
                return False
        return False

    @property
    def is_in_control(self) -> bool:
        """Return True in a control, whose blocks end no line around it."""
        count = self._count
        return bool(count["button"] or count["marquee"] or count["select"])

    def close(self, name: str) -> Look:
        """An end tag; returns what the element that it closes has declared."""
        before = PLAIN
        if self._count[name]:
            before = next(e.declared for e in reversed(self._stack) if e.name == name)
        self._end(name)
        return before

    def _end(self, name: str) -> None:
        if name in _FORMATTING:
            self._close_formatting(name)
        elif name in _HEADINGS:
            self._close_in_scope(_HEADINGS, _SCOPE)
        elif name == "p":
            self._close_in_scope({"p"}, _BUTTON_SCOPE)
        elif name == "li":
            self._close_in_scope({"li"}, _LIST_SCOPE)
        elif name in _OF_TABLES:
            self._close_in_scope({name}, _TABLE)
        elif name not in {"body", "html"}:
            self._close_in_scope({name}, _SCOPE if name in _SPECIAL else _SPECIAL)

    def _push(self, name: str, declared: Look) -> None:
        if len(self._stack) >= DEEPEST:
            self.is_too_deep = True
            return
        outer = self._stack[-1].look if self._stack else PLAIN
        self._stack.append(_Open(name, declared, declared.inside(outer)))
        self._count[name] += 1

    def _is_foreign(self) -> bool:
        return self._count["svg"] + self._count["math"] > 0

    def _imply_ends(self, name: str) -> None:
        """Close what the start tag of another element closes."""
        if name in _ITEMS:
            for element in reversed(self._stack):
                if element.name in _ITEMS[name]:
                    self._close_in_scope({element.name}, frozenset())
                    break
                if element.name in _SPECIAL and element.name not in _NO_BARRIER:
                    break
        for starts, ends, barrier in _ENDS:
            if name in starts:
                self._close_in_scope(ends, barrier)
        if name in _SIBLINGS and self._stack and self._stack[-1].name in _SIBLINGS[name]:
            self._pop()
        if name in {"a", "nobr"}:
            self._close_formatting(name)

    def _close_in_scope(self, names: Collection[str], barrier: Container[str]) -> None:
        if not any(map(self._count.get, names)):
            return
        for place in range(len(self._stack) - 1, -1, -1):
            if self._stack[place].name in names:
                while len(self._stack) > place:
                    self._pop()
                return
            if self._stack[place].name in barrier:
                return

    def _pop(self) -> None:
        element = self._stack.pop()
        self._count[element.name] -= 1
        if element.name in _ENDS_FORMATTING:
            self._waiting.clear()  # what was opened in a cell ends with it
        elif element.name in _FORMATTING and element.declared != PLAIN:
            self._waiting.insert(0, element)

    def _reopen(self) -> None:
        """Open formatting elements again that a block has closed and no end tag of their own."""
        waiting, self._waiting = self._waiting, []
        for element in waiting:
            self._push(element.name, element.declared)

    def _close_formatting(self, name: str) -> None:
        """Close the nearest such element, by the standard's "adoption agency algorithm"."""
        for place in range(len(self._waiting) - 1, -1, -1):
            if self._waiting[place].name == name:
                del self._waiting[place]
                return
        for place in range(len(self._stack) - 1, -1, -1):
            if self._stack[place].name == name:
                self._take_out(place)
                return
            if self._stack[place].name in _SCOPE:
                return

    def _take_out(self, place: int) -> None:
        """Close a formatting element: blocks in it stay open without it, all else ends with it."""
        above = self._stack[place + 1 :]
        blocks = [i for i, each in enumerate(above) if each.name in _SPECIAL]
        if not blocks:
            while len(self._stack) > place + 1:
                self._pop()
            self._count[self._stack.pop(place).name] -= 1
            return
        for element in self._stack[place:]:
            self._count[element.name] -= 1
        del self._stack[place:]
        for i, element in enumerate(above):
            # The algorithm runs once for each block, and drops what is between them and after.
            if element.name in _SPECIAL or (element.name in _FORMATTING and i < blocks[-1]):
                self._push(element.name, element.declared)
            elif element.name in _FORMATTING and element.declared != PLAIN:
                self._waiting.append(element)
