"""OpenDocument texts, sheets and slides: everything that their XML shows or hides."""

import re
import zipfile
from collections.abc import Callable, Iterator
from typing import IO, Final

import msgspec

from hotline_check.documents.limits import Members
from hotline_check.documents.models import (
    Break,
    Item,
    Section,
    SectionKind,
    Skipped,
    in_section,
)
from hotline_check.documents.office.fields import link_of_formula
from hotline_check.documents.office.package import Package
from hotline_check.documents.office.paragraphs import Paragraph, mark
from hotline_check.documents.office.xml import Event, XmlError, events

_PARTS: Final = re.compile(r"(?:^|/)(?:content|styles|meta)\.xml$")
_PICTURES: Final = re.compile(r"^(?:[^/]+/)?Pictures/")
# Elements that are read, with what they are to a reader.
_KINDS: Final[dict[str, SectionKind]] = {
    "header": "header",
    "header-left": "header",
    "header-first": "header",
    "footer": "footer",
    "footer-left": "footer",
    "footer-first": "footer",
    "annotation": "comment",
    "note-body": "note",
    "notes": "note",
}
_NOT_SHOWN: Final = frozenset({"tracked-changes", "hidden-text", "hidden-paragraph", "meta"})
# Properties of the file, and what is said of a picture that is in no paragraph.
_ALONE: Final = frozenset({"title", "subject", "keyword", "description", "desc"})
_COLLAPSED: Final = frozenset({"collapse", "filter"})
# A sheet may say that its last cell is repeated to the end of all columns.
_MOST_REPEATED: Final = 100_000


def items(archive: zipfile.ZipFile, members: Members) -> Iterator[Item]:
    """The text of the document and of the documents in it, then its pictures."""
    package = Package(archive, members)
    if _is_encrypted(package):
        yield Skipped(reason="member-encrypted", failed=True)
        return
    for name in package.names:
        if _PARTS.search(name):
            try:
                hidden = _hidden_styles(package, name)
                with package.opened(name) as stream:
                    yield from _Document(hidden).items(stream)
            except XmlError:
                section = Section(members=(name,))
                yield Skipped(reason="office-broken", section=section, failed=True)
            yield Break()
    for name in package.names:
        if _PICTURES.search(name):
            info = archive.getinfo(name)
            with archive.open(info) as stream:
                for item in members.read(name.rpartition("/")[2], stream, info.compress_size):
                    yield _as_picture(item)
        elif name.startswith(("Basic/", "Scripts/")):
            yield Skipped(reason="office-macros", failed=True)


def _is_encrypted(package: Package) -> bool:
    if "META-INF/manifest.xml" not in package.names:
        return False
    try:
        with package.opened("META-INF/manifest.xml") as stream:
            return any(event.name == "encryption-data" for event in events(stream))
    except XmlError:
        # A manifest that can't be read encrypts nothing: the parts show what they are.
        return False


def _hidden_styles(package: Package, name: str) -> frozenset[str]:
    """The styles of a part whose text, rows or sheets are not shown."""
    hidden, style = set[str](), ""
    with package.opened(name) as stream:
        for event in events(stream):
            if event.kind != "start":
                continue
            said = event.attributes
            if event.name == "style":
                style = said.get("name", "")
            elif event.name.endswith("-properties") and (
                said.get("display") in {"none", "false"} or said.get("visibility") == "hidden"
            ):
                hidden.add(style)
    return frozenset(hidden)


def _as_picture(item: Item) -> Item:
    if isinstance(item, Break):
        return item
    return in_section(item, msgspec.structs.replace(item.section or Section(), kind="picture"))


class _Document:
    """Where the reading of a part is."""

    def __init__(self, hidden_styles: frozenset[str]) -> None:
        self._hidden_styles = hidden_styles
        self._path: list[str] = []
        self._hidden_at: list[int] = []  # depths at which something that is not shown begins
        self._open: list[Paragraph] = []
        self._sheet, self._row, self._column, self._slide = "", 0, 0, 0
        self._repeated = self._repeated_rows = 1
        self._hidden_columns: list[tuple[int, int]] = []
        self._kinds: list[tuple[int, SectionKind]] = []
        self._is_first_in_row = True

    def items(self, stream: IO[bytes]) -> Iterator[Item]:
        """All text. Raises XmlError."""
        for event in events(stream):
            if event.kind == "text":
                if self._open:
                    self._add(event.name)
                elif self._path and self._path[-1] in _ALONE:
                    yield from self._alone(event.name)
            elif event.kind == "start":
                self._path.append(event.name)
                yield from self._start(event)
            else:
                yield from self._end(event.name)
                self._path.pop()

    def _start(self, event: Event) -> Iterator[Item]:
        name, said = event.name, event.attributes
        if self._is_hidden_here(name, said):
            self._hidden_at.append(len(self._path))
        if name in _KINDS:
            self._kinds.append((len(self._path), _KINDS[name]))
        if name in _STARTS:
            _STARTS[name](self, said)
        elif name in {"table-cell", "covered-table-cell"}:
            yield from self._start_cell(said)
        elif name == "event-listener" and said.get("href"):
            yield Skipped(reason="pdf-script", section=self._section, failed=True)

    def _is_hidden_here(self, name: str, said: dict[str, str]) -> bool:
        if name in _NOT_SHOWN or said.get("style-name") in self._hidden_styles:
            return True
        return name == "table-row" and said.get("visibility") in _COLLAPSED

    def _start_paragraph(self, _: dict[str, str]) -> None:
        self._open.append(Paragraph(self._section, is_hidden=bool(self._hidden_at)))

    def _start_link(self, said: dict[str, str]) -> None:
        self._paragraph.lead(said.get("href", "\0"))

    def _start_table(self, said: dict[str, str]) -> None:
        self._sheet, self._row, self._column = said.get("name", ""), 0, 0
        self._hidden_columns = []

    def _start_row(self, said: dict[str, str]) -> None:
        self._row += self._repeated_rows if self._row else 1
        self._repeated_rows = _count(said, "number-rows-repeated")
        self._column, self._repeated, self._is_first_in_row = 0, 1, True

    def _start_page(self, _: dict[str, str]) -> None:
        self._slide += 1

    def _end(self, name: str) -> Iterator[Item]:
        if name in {"p", "h"} and self._open:
            in_cell = "table-cell" in self._path
            yield from self._open.pop().pieces("" if in_cell else "\n")
        elif name == "a":
            self._paragraph.close()
            if len(self._path) < 2 or self._path[-2] not in {"p", "h", "span"}:
                yield from self._flushed()
        elif name == "table-row":
            yield from self._mark("\n")
        elif name == "table":
            self._sheet = ""
            yield from self._mark("\n")
        elif name == "page":
            yield from self._mark("\n\n")
        while self._hidden_at and self._hidden_at[-1] >= len(self._path):
            self._hidden_at.pop()
        while self._kinds and self._kinds[-1][0] >= len(self._path):
            self._kinds.pop()

    @property
    def _paragraph(self) -> Paragraph:
        if not self._open:
            self._open.append(Paragraph(self._section, is_hidden=bool(self._hidden_at)))
        return self._open[-1]

    @property
    def _section(self) -> Section | None:
        kind = self._kinds[-1][1] if self._kinds else None
        slide = self._slide if "page" in self._path and self._slide else None
        cell = f"{_letters(self._column)}{self._row}" if self._sheet and self._column else ""
        if not (kind or slide or self._sheet):
            return None
        return Section(slide=slide, sheet=self._sheet, cell=cell, kind=kind)

    def _start_cell(self, said: dict[str, str]) -> Iterator[Item]:
        self._column += self._repeated if self._column else 1
        self._repeated = _count(said, "number-columns-repeated")
        if not self._is_first_in_row:
            yield from self._mark("\t")
        self._is_first_in_row = False
        if any(low <= self._column <= high for low, high in self._hidden_columns):
            self._hidden_at.append(len(self._path))
        formula = said.get("formula", "")
        if "HYPERLINK" in formula.upper():
            made = link_of_formula(formula)
            if made:
                link = Paragraph(self._section, is_hidden=bool(self._hidden_at))
                link.lead(*made)
                yield from link.pieces()

    def _add_column(self, said: dict[str, str]) -> None:
        first = self._column + 1
        self._column += _count(said, "number-columns-repeated")
        if said.get("visibility") in _COLLAPSED:
            self._hidden_columns.append((first, self._column))

    def _add(self, text: str) -> None:
        if self._path[-1:] != ["sequence"]:
            self._paragraph.add(text, is_hidden=bool(self._hidden_at))

    def _alone(self, text: str) -> Iterator[Item]:
        """A property of the file, or the name of a picture."""
        is_property = "meta" in self._path
        section = Section(kind="properties") if is_property else self._section
        paragraph = Paragraph(section, is_hidden=is_property)
        paragraph.add(text)
        yield from paragraph.pieces()

    def _flushed(self) -> Iterator[Item]:
        while self._open:
            yield from self._open.pop().pieces()

    def _mark(self, sign: str) -> Iterator[Item]:
        if not self._hidden_at:
            yield mark(sign, self._section)


def _count(said: dict[str, str], key: str) -> int:
    value = said.get(key, "1")
    return min(int(value), _MOST_REPEATED) if value.isdigit() else 1


def _letters(column: int) -> str:
    """The name of a column: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


_STARTS: Final[dict[str, Callable[[_Document, dict[str, str]], None]]] = {
    "p": _Document._start_paragraph,
    "h": _Document._start_paragraph,
    "a": _Document._start_link,
    "s": lambda document, said: document._add(" " * min(_count(said, "c"), 100)),
    "tab": lambda document, _: document._add("\t"),
    "line-break": lambda document, _: document._add("\n"),
    "hidden-text": lambda document, said: document._add(said.get("string-value", "")),
    "table": _Document._start_table,
    "table-column": _Document._add_column,
    "table-row": _Document._start_row,
    "page": _Document._start_page,
}
