"""Paragraphs of Word files and of shapes: slides, text boxes, charts, remarks, notes."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import IO, Final

from hotline_check.documents.models import Item, Section, Skipped
from hotline_check.documents.office import fields
from hotline_check.documents.office.package import Relation
from hotline_check.documents.office.paragraphs import Paragraph, mark
from hotline_check.documents.office.xml import Event, events, is_on

_TEXT: Final = frozenset({"t", "delText", "v", "instrText", "delInstrText", "text"})
_CODES: Final = frozenset({"instrText", "delInstrText"})
_DELETED: Final = frozenset({"del", "moveFrom"})
# Half points: nobody reads smaller letters.
_SMALLEST: Final = 3
_WHITE: Final = "FFFFFF"
_UNSHADED: Final = frozenset({"", "AUTO", "NONE", "CLEAR", "WHITE", _WHITE})
_ALONE: Final = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


class Flow:
    """Reads a part that holds paragraphs.

    hidden_styles: names of styles that are not shown. is_hidden: whether nothing of it is.
    skips_prompts: whether text in placeholders is only a prompt, as in the masters of slides.
    """

    def __init__(
        self,
        relations: Mapping[str, Relation],
        section: Section | None,
        *,
        hidden_styles: Collection[str] = (),
        is_hidden: bool = False,
        skips_prompts: bool = False,
    ) -> None:
        self._relations = relations
        self._section = section
        self._hidden_styles = hidden_styles
        self._is_hidden = is_hidden
        self._skips_prompts = skips_prompts
        self._path: list[str] = []
        self._open: list[Paragraph] = []
        self._is_run_hidden = self._is_paragraph_hidden = self._is_prompt = False
        self._is_tiny = self._is_white = self._is_run_shaded = self._is_paragraph_shaded = False
        self._has_background = False
        self._deleted = self._cells = 0
        self._code = ""
        self._pending = ""
        self._run_links = 0
        self._fields: list[bool] = []  # for each open field, whether it has opened a link

    def items(self, stream: IO[bytes]) -> Iterator[Item]:
        """All text of the part. Raises XmlError."""
        for event in events(stream):
            if event.kind == "text":
                self._text(event.name)
            elif event.kind == "start":
                yield from self._start(event)
                self._path.append(event.name)
            else:
                self._path.pop()
                yield from self._end(event.name)
        while self._open:
            yield from self._open.pop().pieces()

    @property
    def _paragraph(self) -> Paragraph:
        if not self._open:
            self._open.append(Paragraph(self._section, is_hidden=self._is_hidden))
        return self._open[-1]

    def _start(self, event: Event) -> Iterator[Item]:
        name, said = event.name, event.attributes
        if name in _STARTS:
            _STARTS[name](self, said)
        elif name == "fldChar":
            yield from self._field(said.get("fldCharType", ""))
        elif name == "altChunk":
            yield Skipped(reason="office-part", section=self._section, failed=True)
        elif name in _ALONE and self._path and self._path[-1] in {"r", "p", "del", "ins"}:
            self._add(_ALONE[name])
        if said.get("href"):  # of shapes of the older drawing language
            self._paragraph.lead(said["href"], "")

    def _start_paragraph(self, _: Mapping[str, str]) -> None:
        self._is_paragraph_hidden = self._is_paragraph_shaded = False
        self._open.append(Paragraph(self._section, is_hidden=self._is_hidden))

    def _start_run(self, _: Mapping[str, str]) -> None:
        self._is_run_hidden = self._is_tiny = self._is_white = self._is_run_shaded = False

    def _start_shape(self, _: Mapping[str, str]) -> None:
        self._is_prompt = False

    def _start_placeholder(self, _: Mapping[str, str]) -> None:
        self._is_prompt = self._skips_prompts

    def _hide_run(self, said: Mapping[str, str]) -> None:
        self._is_run_hidden = self._is_run_hidden or (is_on(said) and "r" in self._path)

    def _size_run(self, said: Mapping[str, str]) -> None:
        size = said.get("val", "")
        if "r" in self._path and size.isdecimal():
            self._is_tiny = int(size) <= _SMALLEST

    def _color_run(self, said: Mapping[str, str]) -> None:
        if "r" in self._path:
            self._is_white = said.get("val", "").upper() == _WHITE

    def _shade(self, said: Mapping[str, str]) -> None:
        if said.get("fill", said.get("val", "")).upper() in _UNSHADED:
            return
        if "r" in self._path:
            self._is_run_shaded = True
        elif self._path[-1:] == ["pPr"]:
            self._is_paragraph_shaded = True

    def _start_background(self, _: Mapping[str, str]) -> None:
        self._has_background = True

    @property
    def _is_invisible(self) -> bool:
        """Whether a run is too small to be seen, or white on a white page.

        What is in a table or a text box may have the colour of its style behind it.
        """
        is_on_color = self._is_run_shaded or self._is_paragraph_shaded or self._has_background
        is_framed = self._cells > 0 or "txbxContent" in self._path
        return self._is_tiny or (self._is_white and not is_on_color and not is_framed)

    def _style_run(self, said: Mapping[str, str]) -> None:
        if said.get("val") in self._hidden_styles:
            self._is_run_hidden = "r" in self._path

    def _style_paragraph(self, said: Mapping[str, str]) -> None:
        self._is_paragraph_hidden = said.get("val") in self._hidden_styles

    def _start_link(self, said: Mapping[str, str]) -> None:
        self._paragraph.lead(self._target(said))

    def _start_field(self, said: Mapping[str, str]) -> None:
        self._fields.append(self._opens_link(said.get("instr", "")))

    def _start_deleted(self, _: Mapping[str, str]) -> None:
        self._deleted += 1

    def _start_cell(self, _: Mapping[str, str]) -> None:
        self._cells += 1

    def _end(self, name: str) -> Iterator[Item]:
        if name == "p" and self._open:
            yield from self._end_paragraph()
        elif name == "r":
            while self._run_links:
                self._paragraph.close()
                self._run_links -= 1
            self._start_run({})
        elif name == "hyperlink" or (name == "fldSimple" and self._fields and self._fields.pop()):
            self._paragraph.close()
        elif name in _DELETED:
            self._deleted -= 1
        elif name == "tc":
            self._cells -= 1
            self._pending = ""
            yield mark("\t", self._section)
        elif name == "tr":
            yield mark("\n", self._section)

    def _end_paragraph(self) -> Iterator[Item]:
        paragraph = self._open.pop()
        pieces = list(paragraph.pieces("" if self._cells else "\n"))
        if pieces and self._pending:
            yield mark(self._pending, self._section)
        self._pending = "\n" if self._cells and pieces else ""
        yield from pieces

    def _text(self, text: str) -> None:
        inside = self._path[-1] if self._path else ""
        if inside not in _TEXT:
            return
        if inside in _CODES:
            self._code += text
            return
        self._add(text)
        if inside in {"v", "text"}:  # values of a chart, remarks without paragraphs
            self._add("\n")

    def _add(self, text: str) -> None:
        if self._is_prompt:
            return
        is_hidden = self._is_run_hidden or self._is_paragraph_hidden or self._deleted > 0
        is_hidden = is_hidden or self._is_invisible
        self._paragraph.add(text, is_hidden=is_hidden)

    def _field(self, kind: str) -> Iterator[Item]:
        """A field whose code and text are in runs: begin, code, separate, text, end."""
        if kind == "begin":
            self._code = ""
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = self._opens_link(self._code)
            if fields.fetches(self._code):
                yield Skipped(reason="office-field", section=self._section, failed=True)
        elif kind == "end" and self._fields:
            if self._fields.pop():
                self._paragraph.close()
            elif target := fields.target_of_field(self._code):  # a field without any text
                self._paragraph.lead(target, "")
            self._code = ""

    def _opens_link(self, code: str) -> bool:
        target = fields.target_of_field(code)
        if target is None:
            return False
        self._paragraph.lead(target)
        self._code = ""
        return True

    def _on_run(self, said: Mapping[str, str]) -> None:
        target = self._target(said)
        if not target:
            return
        if "r" in self._path or "fld" in self._path:
            self._paragraph.lead(target)
            self._run_links += 1
        else:
            self._paragraph.lead(target, "")

    def _target(self, said: Mapping[str, str]) -> str:
        """Where a link leads; a place in the same file is none."""
        relation = self._relations.get(said.get("r:id", ""))
        if relation is not None:
            return relation.target if relation.is_outside else "#"
        return "#" if "anchor" in said or not said.get("r:id") else "\0"

    def _describe(self, said: Mapping[str, str]) -> None:
        for key in ("title", "descr"):
            if said.get(key, "").strip():
                self._paragraph.add(f" {said[key]} ")


def _symbol(code: str) -> str:
    """A character of a symbol font; those fonts have digits and letters above U+F000."""
    try:
        number = int(code, 16)
    except ValueError:
        # Word shows nothing for a symbol without a code, either.
        return ""
    if 0xF020 <= number <= 0xF0FF:
        number -= 0xF000
    return chr(number) if number < 0x110000 else ""


_STARTS: Final[dict[str, Callable[[Flow, dict[str, str]], None]]] = {
    "p": Flow._start_paragraph,
    "r": Flow._start_run,
    "sp": Flow._start_shape,
    "pic": Flow._start_shape,
    "graphicFrame": Flow._start_shape,
    "ph": Flow._start_placeholder,
    "vanish": Flow._hide_run,
    "specVanish": Flow._hide_run,
    "sz": Flow._size_run,
    "color": Flow._color_run,
    "shd": Flow._shade,
    "highlight": Flow._shade,
    "background": Flow._start_background,
    "rStyle": Flow._style_run,
    "pStyle": Flow._style_paragraph,
    "hyperlink": Flow._start_link,
    "fldSimple": Flow._start_field,
    "sym": lambda flow, said: flow._add(_symbol(said.get("char", ""))),
    "textpath": lambda flow, said: flow._add(f"{said.get('string', '')}\n"),
    "docPr": Flow._describe,
    "cNvPr": Flow._describe,
    "hlinkClick": Flow._on_run,
    "hlinkHover": Flow._on_run,
    "hlinkMouseOver": Flow._on_run,
    "del": Flow._start_deleted,
    "moveFrom": Flow._start_deleted,
    "tc": Flow._start_cell,
}
