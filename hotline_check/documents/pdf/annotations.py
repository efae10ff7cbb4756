"""Where the links, buttons and forms of a PDF page lead, and the remarks on it."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from pypdf import PageObject
from pypdf.generic import StreamObject

from hotline_check.documents.isolated.messages import File, Message, Note, Text
from hotline_check.documents.models import Section, Skipped
from hotline_check.documents.pdf.page_text import Word

# Actions that lead to a place within a file or only change what is shown.
_WITHIN: Final = frozenset({"/GoTo", "/Named", "/Hide", "/ResetForm", "/SetOCGState", "/Trans"})
_NOT_SHOWN: Final = 2  # a bit of an annotation's flags
# A chain of actions may be endless; it is followed no further than this.
_MOST_ACTIONS: Final = 32
# A link may cover a whole page, whose text it would then be said to show.
_MOST_SHOWN: Final = 256
# Share of a word's width that has to be inside of a link.
_INSIDE: Final = 0.5
# Points by which text may protrude from the link around it.
_SLACK: Final = 3.0


def of_page(page: PageObject, number: int, words: Sequence[Word]) -> Iterator[Message]:
    """The links, with the words that they are on; remarks; files."""
    for entry in page.get("/Annots") or ():
        found = entry.get_object()
        if not isinstance(found, dict):
            continue
        yield from _annotation(found, Section(page=number), words)


def _annotation(found: Any, section: Section, words: Sequence[Word]) -> Iterator[Message]:
    kind = found.get("/Subtype")
    shown = _shown(found.get("/Rect"), words) if kind in {"/Link", "/Widget"} else ""
    action = found.get("/A")
    if action is not None:
        yield from led_by(action.get_object(), shown, section)
    yield from of_actions(found, section)
    said = found.get("/Contents")
    if isinstance(said, str) and said.strip() and kind != "/Link":
        is_hidden = int(found.get("/F", 0)) & _NOT_SHOWN
        remark = Section(page=section.page, kind="comment")
        yield Text(f"{said}\n\n", "hidden" if is_hidden else "pdf", section=remark)
    if kind == "/FileAttachment" and "/FS" in found:
        yield from _file(found["/FS"], section)
    if kind in {"/Screen", "/Movie", "/RichMedia", "/3D", "/Sound"}:
        yield Note(Skipped(reason="pdf-film", section=section, failed=True))


def of_actions(holder: Any, section: Section | None) -> Iterator[Message]:
    """What is done on an event: a click, a key, opening or closing."""
    actions = holder.get("/AA")
    if actions is not None:
        for action in actions.get_object().values():
            yield from led_by(action.get_object(), "", section)


def led_by(action: Any, shown: str, section: Section | None) -> Iterator[Message]:
    """Where an action and those after it lead."""
    waiting, count = [action], 0
    while waiting and count < _MOST_ACTIONS:
        count += 1
        found = waiting.pop(0).get_object()
        if isinstance(found, list):
            waiting += found
            continue
        if not isinstance(found, dict):
            continue
        if "/Next" in found:
            waiting.append(found["/Next"])
        yield from _led(found, shown, section)


def _led(action: Any, shown: str, section: Section | None) -> Iterator[Message]:
    kind = action.get("/S")
    if kind in {"/URI", "/SubmitForm"}:
        target = action.get("/URI") if kind == "/URI" else _path(action.get("/F"))
        if isinstance(target, bytes):
            target = target.decode("utf-8", "replace")
        yield Text("\n")
        yield Text(str(target or "\0"), "link", shown, section)
        yield Text("\n\n")
    elif kind not in _WITHIN and kind is not None:
        reason = "pdf-script" if kind == "/JavaScript" else "pdf-action"
        yield Note(Skipped(reason=reason, section=section, failed=True))


def _path(specification: Any) -> str | None:
    """The address of a file specification."""
    found = specification.get_object() if specification is not None else None
    if isinstance(found, dict):
        found = found.get("/UF") or found.get("/F")
    return str(found) if found else None


def _file(specification: Any, section: Section) -> Iterator[File]:
    """The file of a file specification."""
    found = specification.get_object()
    streams = found.get("/EF")
    if streams is None:
        return
    stream = next(iter(streams.get_object().values())).get_object()
    if isinstance(stream, StreamObject):
        name = found.get("/UF") or found.get("/F") or "-"
        yield File(str(name), stream.get_data(), section)


def _shown(rectangle: Any, words: Sequence[Word]) -> str:
    """The words that a link covers, where their places are known."""
    if rectangle is None or len(rectangle) != 4:
        return ""
    sides = [float(side) for side in rectangle]
    left, right = sorted((sides[0], sides[2]))
    low, high = sorted((sides[1], sides[3]))
    found = [word.text for word in words if _covers(word, left - _SLACK, right + _SLACK, low, high)]
    return " ".join(found)[:_MOST_SHOWN]


def _covers(word: Word, left: float, right: float, low: float, high: float) -> bool:
    if not low - _SLACK <= word.base <= high:
        return False
    inside = min(word.right, right) - max(word.left, left)
    return inside >= _INSIDE * (word.right - word.left)
