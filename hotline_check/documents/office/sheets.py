"""Excel files: cells as they are shown, row by row, with their links, remarks and headers."""

import re
from collections.abc import Iterator
from typing import IO, Final, NamedTuple

from hotline_check.documents.models import (
    NOWHERE,
    Break,
    Item,
    Piece,
    PieceOrigin,
    Section,
    SectionKind,
    Skipped,
)
from hotline_check.documents.office import fields, number_formats
from hotline_check.documents.office.package import Package
from hotline_check.documents.office.xml import XmlError, events

_HEADERS: Final = re.compile(r"(?:odd|even|first)(?:Header|Footer)")
_HEADER_CODES: Final = re.compile(r'&(?:"[^"]*"|\d+|[A-Z])')
_REFERENCE: Final = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)")
# Characters of shared strings that are kept; a file has one list of them.
_MOST_STRINGS: Final = 268_435_456
_TRUE: Final = frozenset({"1", "true", "on"})


class _Book(NamedTuple):
    """What all sheets share: strings, and the format of each style."""

    strings: list[str]
    formats: list[str]


class Cell(NamedTuple):
    """A cell: its place, what it shows, where it leads."""

    name: str
    text: str
    targets: tuple[str, ...]
    is_hidden: bool


def items(package: Package, roots: dict[str, str]) -> Iterator[Item]:
    """Every sheet, then the remarks on its cells."""
    try:
        book = _Book(_strings(package, roots), _formats(package))
    except XmlError:
        book = _Book([], [])
        yield Skipped(reason="office-broken", failed=True)
    for path, (name, is_hidden) in _sheets(package, roots).items():
        yield Break()
        section = Section(sheet=name)
        try:
            yield from _Sheet(package, path, section, book, is_hidden=is_hidden).items()
        except XmlError:
            yield Skipped(reason="office-broken", section=section, failed=True)
    yield Break()


def _sheets(package: Package, roots: dict[str, str]) -> dict[str, tuple[str, bool]]:
    """The parts of the sheets -> their names, and whether they are hidden."""
    found: dict[str, tuple[str, bool]] = {}
    for part, root in roots.items():
        if root != "workbook":
            continue
        relations = package.relations(part)
        with package.opened(part) as stream:
            for event in events(stream):
                if event.kind == "start" and event.name == "sheet":
                    said = event.attributes
                    relation = relations.get(said.get("r:id", ""))
                    if relation:
                        state = said.get("state", "visible")
                        found[relation.target] = said.get("name", "?"), state != "visible"
    for part, root in roots.items():  # one that the book does not name is not shown
        if root in {"worksheet", "chartsheet"} and part not in found:
            found[part] = part, True
    return found


def _strings(package: Package, roots: dict[str, str]) -> list[str]:
    found: list[str] = []
    size = 0
    for part, root in roots.items():
        if root != "sst":
            continue
        with package.opened(part) as stream:
            text, path = "", list[str]()
            for event in events(stream):
                if event.kind == "start":
                    path.append(event.name)
                    text = "" if event.name == "si" else text
                elif event.kind == "end":
                    if path.pop() == "si":
                        found.append(text)
                        size += len(text)
                elif path[-1] == "t" and "rPh" not in path and size < _MOST_STRINGS:
                    text += event.name
    return found


def _formats(package: Package) -> list[str]:
    """The number format of each style of cells."""
    path = next((name for name in package.names if name.lower() == "xl/styles.xml"), None)
    if path is None:
        return []
    own, found, inside = dict(number_formats.BUILT_IN), list[str](), False
    with package.opened(path) as stream:
        for event in events(stream):
            said = event.attributes
            if event.name == "cellXfs":
                inside = event.kind == "start"
            elif event.kind == "start" and event.name == "numFmt":
                own[int(said.get("numFmtId", "0"))] = said.get("formatCode", "")
            elif event.kind == "start" and event.name == "xf" and inside:
                found.append(own.get(int(said.get("numFmtId", "0")), ""))
    return found


class _Sheet:
    """One sheet. It is read twice: its links come after its cells."""

    def __init__(
        self, package: Package, path: str, section: Section, book: _Book, *, is_hidden: bool
    ) -> None:
        self._package, self._path, self._section, self._book = package, path, section, book
        self._is_hidden = is_hidden
        self._links: dict[str, list[str]] = {}
        self._hidden_columns: list[tuple[int, int]] = []
        self._relations = package.relations(path)

    def items(self) -> Iterator[Item]:
        with self._package.opened(self._path) as stream:
            yield from self._around(stream)
        with self._package.opened(self._path) as stream:
            yield from self._rows(stream)
        for relation in self._relations.values():
            if not relation.is_outside and "omments" in relation.target:
                yield from self._remarks(relation.target)

    def _around(self, stream: IO[bytes]) -> Iterator[Item]:
        """What is not in cells: headers, prompts; and where the links of cells lead."""
        inside = ""
        for event in events(stream):
            if event.kind == "text":
                if _HEADERS.fullmatch(inside):
                    kind: SectionKind = "header" if "Header" in inside else "footer"
                    text = _HEADER_CODES.sub(" ", event.name)
                    section = Section(sheet=self._section.sheet, kind=kind)
                    yield Piece(f"{text}\n\n", NOWHERE, 0, self._origin, "", section)
                continue
            inside = event.name if event.kind == "start" else ""
            if event.kind == "start":
                yield from self._noted(event.name, event.attributes)

    def _noted(self, name: str, said: dict[str, str]) -> Iterator[Item]:
        if name == "hyperlink":
            relation = self._relations.get(said.get("r:id", ""))
            target = relation.target if relation and relation.is_outside else "#"
            self._links.setdefault(said.get("ref", "").partition(":")[0], []).append(target)
        elif name == "col" and said.get("hidden") in _TRUE:
            self._hidden_columns.append((int(said.get("min", "0")), int(said.get("max", "0"))))
        elif name == "dataValidation":
            for key in ("promptTitle", "prompt", "errorTitle", "error"):
                if said.get(key):
                    section = Section(
                        sheet=self._section.sheet, cell=said.get("sqref", ""), kind="comment"
                    )
                    yield Piece(f"{said[key]}\n\n", NOWHERE, 0, self._origin, "", section)

    @property
    def _origin(self) -> PieceOrigin:
        return "hidden" if self._is_hidden else "text"

    def _rows(self, stream: IO[bytes]) -> Iterator[Item]:
        row: list[Cell] = []
        said: dict[str, str] = {}
        path: list[str] = []
        value = formula = inline = ""
        is_row_hidden = False
        for event in events(stream):
            if event.kind == "text":
                inside = path[-1]
                value += event.name if inside == "v" else ""
                formula += event.name if inside == "f" else ""
                if inside == "t" and "is" in path and "rPh" not in path:
                    inline += event.name
            elif event.kind == "start":
                path.append(event.name)
                if event.name == "row":
                    row, is_row_hidden = [], event.attributes.get("hidden") in _TRUE
                elif event.name == "c":
                    said, value, formula, inline = event.attributes, "", "", ""
            else:
                path.pop()
                if event.name == "c":
                    row.append(self._cell(said, value, formula, inline, is_hidden=is_row_hidden))
                elif event.name == "row":
                    yield from self._pieces(row)

    def _cell(
        self, said: dict[str, str], value: str, formula: str, inline: str, *, is_hidden: bool
    ) -> Cell:
        name = said.get("r", "")
        style = int(said.get("s", "0") or 0)
        form = self._book.formats[style] if style < len(self._book.formats) else ""
        match said.get("t", "n"):
            case "s":
                at = int(value) if value.isdigit() else -1
                text = self._book.strings[at] if 0 <= at < len(self._book.strings) else ""
            case "inlineStr":
                text = inline
            case "n" if value:
                text = number_formats.shown(value, form)
            case _:
                text = value
        targets = list(self._links.get(name, ()))
        made = fields.link_of_formula(formula)
        if made is not None:
            targets.append(made[0])
            text = text or made[1]  # no program has worked it out yet
        is_hidden = is_hidden or number_formats.hides(form) or self._is_in_hidden_column(name)
        return Cell(name, text, tuple(targets), is_hidden or self._is_hidden)

    def _is_in_hidden_column(self, name: str) -> bool:
        found = _REFERENCE.match(name)
        if found is None or not self._hidden_columns:
            return False
        number = 0
        for letter in found[1]:
            number = number * 26 + ord(letter) - 64
        return any(low <= number <= high for low, high in self._hidden_columns)

    def _pieces(self, row: list[Cell]) -> Iterator[Piece]:
        """A row: its cells, then where they lead, then what it hides."""
        shown = [cell for cell in row if cell.text and not cell.is_hidden]
        hidden = [cell for cell in row if cell.text and cell.is_hidden]
        for at, cell in enumerate(shown):
            yield self._piece("\t" if at else "", cell)
            yield self._piece(cell.text, cell)
        for cell in row:
            for target in cell.targets:
                yield self._piece("\n", cell)
                origin: PieceOrigin = "hidden" if cell.is_hidden else "link"
                yield self._piece(target, cell, origin, cell.text)
        if shown or any(cell.targets for cell in row):
            yield self._piece("\n", row[0])
        for cell in hidden:
            yield self._piece("\n\n", cell)
            yield self._piece(cell.text, cell, "hidden")
        if hidden:
            yield self._piece("\n\n", hidden[0])

    def _piece(self, text: str, cell: Cell, origin: PieceOrigin = "text", shown: str = "") -> Piece:
        section = Section(sheet=self._section.sheet, cell=cell.name)
        return Piece(text, NOWHERE, 0, origin, shown, section)

    def _remarks(self, path: str) -> Iterator[Item]:
        cell, inside = "", ""
        if path not in self._package.names:
            return
        with self._package.opened(path) as stream:
            for event in events(stream):
                if event.kind == "text":
                    if inside in {"t", "text"}:
                        section = Section(sheet=self._section.sheet, cell=cell, kind="comment")
                        yield Piece(event.name, NOWHERE, 0, self._origin, "", section)
                    continue
                inside = event.name if event.kind == "start" else ""
                if event.name in {"comment", "threadedComment"}:
                    if event.kind == "start":
                        cell = event.attributes.get("ref", "")
                    else:
                        yield Piece("\n\n", NOWHERE, 0)
