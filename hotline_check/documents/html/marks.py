"""Characters that make a plain text say what styles show: another order, a line through it."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from hotline_check.documents.html.elements import Look
from hotline_check.documents.models import Piece, Place

# Hebrew, Arabic and their presentation forms.
_RTL: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_TURNS: Final = {"override": ("\u202e", "\u202c"), "rtl": ("\u2067", "\u2069")}
# As in Markdown, before and after what is struck out.
_STRIKE: Final = "~~"


class Marks:
    """The characters to put between the texts of a page. is_rtl: it is in Arabic or Hebrew."""

    def __init__(self) -> None:
        self.is_rtl = False
        self._turned = ""
        self._is_struck = False

    def before(self, piece: Piece, look: Look) -> Iterable[Piece]:
        """The characters before a text of this look."""
        self.is_rtl = self.is_rtl or _has_rtl(piece.text)
        if not (look.turned or look.is_struck or self._turned or self._is_struck):
            return ()
        turned = look.turned or ""
        if turned == "rtl" and (self.is_rtl or not any(map(str.isdigit, piece.text))):
            turned = ""  # who reads Arabic or Hebrew reads groups of digits as they are meant
        return self._change(turned, is_struck=bool(look.is_struck), place=piece.place)

    def end(self) -> Iterable[Piece]:
        """The characters at the end of a paragraph."""
        if not (self._turned or self._is_struck):
            return ()
        return self._change("", is_struck=False, place=Place())

    def _change(self, turned: str, *, is_struck: bool, place: Place) -> Iterator[Piece]:
        if is_struck != self._is_struck:
            yield Piece(_STRIKE, place, 0)
            self._is_struck = is_struck
        if turned == self._turned:
            return
        if self._turned:
            yield Piece(_TURNS[self._turned][1], place, 0)
        if turned:
            yield Piece(_TURNS[turned][0], place, 0)
        self._turned = turned


def _has_rtl(text: str) -> bool:
    return not text.isascii() and _RTL.search(text) is not None
