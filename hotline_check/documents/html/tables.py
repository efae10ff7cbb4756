"""The headings of tables: what the head of a column, or of a row, says about a cell."""

import re
from typing import Final

from hotline_check.documents.html.tag import Tag

# Characters of a heading that is repeated with each of its cells.
_LONGEST: Final = 60
# The HTML standard allows `colspan=1000`, which in each cell would cost more than the page.
_MOST_COLUMNS: Final = 64
# Tables within tables that are followed.
_DEEPEST: Final = 32
# Words: a heading that may hold a contact is not repeated.
_HEADING: Final = re.compile(r"(?!(?:.*\d){3})[^\W_](?:[^\W_]|[ &'’()+-])*")


class _Table:
    """The part of a table that was read.

    columns: the heading of each column. is_begun: whether data came after them.
    below: for each column, how many more rows a cell above reaches into.
    """

    def __init__(self) -> None:
        self.columns: dict[int, str] = {}
        self.below: dict[int, int] = {}
        self.is_head = False
        self.is_begun = False
        self.begin_row()

    def begin_row(self) -> None:
        self.below = {column: rows - 1 for column, rows in self.below.items() if rows > 1}
        self.column = self.width = 0
        self.heading = ""
        self.heads: dict[int, str] = {}
        self.has_data = False

    def begin_cell(self, tag: Tag, *, is_heading: bool) -> None:
        self.column += self.width
        while self.column in self.below:
            self.column += 1
        self.width = min(_span(tag, "colspan"), _MOST_COLUMNS)
        rows = _span(tag, "rowspan")
        if rows > 1 and self.column < _MOST_COLUMNS:
            self.below |= dict.fromkeys(range(self.column, self.column + self.width), rows)
        self.has_data = self.has_data or not is_heading

    def end_row(self) -> None:
        """Headings alone in a row are those of the columns; next to data, one is the row's."""
        if self.has_data:
            self.is_begun = True
        elif self.heads:
            if self.is_begun:  # another head, further down
                self.columns, self.is_begun = {}, False
            for column, text in self.heads.items():  # several rows: what they group comes first
                above = self.columns.get(column, "")
                self.columns[column] = f"{above}\n{text}"[-_LONGEST:].strip()


class Tables:
    """Follows the tables of a page, tag by tag."""

    def __init__(self) -> None:
        self._open: list[_Table] = []
        self._text: str | None = None
        self._headings = self._waiting = ""

    def tag(self, tag: Tag) -> None:
        """A start or an end tag."""
        if tag.name == "table":
            self._end_cell()
            if not tag.is_end:
                self._open = [*self._open[-_DEEPEST:], _Table()]
            elif self._open:
                self._open.pop()
        elif self._open and tag.name in {"tr", "thead", "tbody", "tfoot"}:
            self._end_cell()
            table = self._open[-1]
            table.end_row()
            table.begin_row()
            if tag.name != "tr":
                table.is_head = tag.name == "thead" and not tag.is_end
        elif self._open and tag.name in {"td", "th"}:
            self._end_cell()
            if not tag.is_end:
                self._begin_cell(self._open[-1], tag)

    def text(self, text: str) -> str:
        """Text that the page shows; returns the headings of its cell before each paragraph."""
        if self._text is not None and len(self._text) <= _LONGEST:
            self._text += text
        if not self._waiting or text.isspace():
            return ""
        waiting, self._waiting = self._waiting, ""
        return waiting

    def end_paragraph(self) -> None:
        """The end of a paragraph, in a cell or elsewhere."""
        self._waiting = self._headings

    def _begin_cell(self, table: _Table, tag: Tag) -> None:
        is_heading = tag.name == "th" or table.is_head
        table.begin_cell(tag, is_heading=is_heading)
        self._text = "" if is_heading else None
        if is_heading:
            return
        if table.heads and not table.heading:
            table.heading = next(iter(table.heads.values()))
        headings = (table.columns.get(table.column, ""), table.heading)
        self._headings = self._waiting = "".join(f"{heading}\n" for heading in headings if heading)

    def _end_cell(self) -> None:
        self._headings = self._waiting = ""
        if self._text is None or not self._open:
            return
        text, self._text = " ".join(self._text.split()), None
        table = self._open[-1]
        if _HEADING.fullmatch(text) and len(text) <= _LONGEST and table.column < _MOST_COLUMNS:
            table.heads |= dict.fromkeys(range(table.column, table.column + table.width), text)


def _span(tag: Tag, name: str) -> int:
    piece = tag.attributes.get(name)
    digits = piece.text.strip() if piece else ""
    return max(1, int(digits)) if re.fullmatch(r"[0-9]{1,3}", digits) else 1
