"""CSV (RFC 4180): the text with a tab for each comma that separates two cells.

Within a text a comma can be part of an address; a cell's address ends with the cell.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from hotline_check.documents.models import Piece

_SIGN = re.compile('[",\n]')
# Characters after which a quoted cell that does not end is taken for a stray quotation mark.
_LONGEST_QUOTED = 32_768


def pieces(source: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, each as long as before; commas and line breaks in quoted cells stay."""
    cells = _Cells()
    for piece in source:
        yield replace(piece, text=cells.separated(piece.text))


class _Cells:
    """Whether the text is in a quoted cell, from piece to piece."""

    def __init__(self) -> None:
        self._is_quoted = False
        self._quoted = 0  # characters of the quoted cell before this piece
        self._before = "\n"

    def separated(self, text: str) -> str:
        parts, at = [], 0
        opened = -self._quoted
        for sign in _SIGN.finditer(text):
            place = sign.start()
            before = text[place - 1] if place else self._before
            if self._is_quoted and place - opened > _LONGEST_QUOTED:
                self._is_quoted = False
            if sign[0] == '"':
                # A mark in the middle of a bare cell is a character; a doubled one goes on.
                if self._is_quoted or before in '",\n\r':
                    self._is_quoted, opened = not self._is_quoted, place
            elif sign[0] == "," and not self._is_quoted:
                parts += [text[at:place], "\t"]
                at = place + 1
        self._quoted = len(text) - opened if self._is_quoted else 0
        self._before = text[-1:] or self._before
        return "".join((*parts, text[at:])) if parts else text
