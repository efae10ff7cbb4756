"""A PDF file -> messages. Runs in the process that reads files."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import Destination

from hotline_check.documents.isolated.messages import Ask, File, Message, Note, Text
from hotline_check.documents.models import Section, Skipped
from hotline_check.documents.pdf import annotations, page_text

# A tree of pages can claim millions in a few bytes, and each takes time.
MOST_PAGES: Final = 5_000
# What pypdf raises for a part of a file that is broken.
BROKEN: Final = (
    *(PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError),
    *(OSError, ArithmeticError, AssertionError, NotImplementedError, RecursionError),
)
_PROPERTIES: Final = ("/Title", "/Subject", "/Author", "/Keywords")
# The same holds for bookmarks.
_MOST_BOOKMARKS: Final = 10_000


def messages(ask: Ask) -> Iterator[Message]:
    """Everything that is read of a PDF file, page after page."""
    reader = PdfReader(BytesIO(ask.data))
    if reader.is_encrypted and not reader.decrypt(""):
        yield Note(Skipped(reason="member-encrypted", failed=True))
        return
    # Its fonts may draw other letters than those of its text: nothing of it gives an all-clear.
    yield Note(Skipped(reason="pdf"))
    yield from _pages(reader, ask)
    for part in (_bookmarks, _properties, _form, _catalog, _attachments):
        try:
            yield from part(reader)
        except BROKEN:
            yield _note("pdf-part-broken", None)


def _pages(reader: PdfReader, ask: Ask) -> Iterator[Message]:
    pictures = _Pictures(is_wanted=ask.wants_pictures)
    seen = set[tuple[int, int]]()
    for number, page in enumerate(_walk(reader), 1):
        if number > MOST_PAGES:
            yield _note("pdf-too-many-pages", None)
            break
        where = page.indirect_reference
        if where and (where.idnum, where.generation) in seen:
            continue  # a tree that lists one page again and again
        if where:
            seen.add((where.idnum, where.generation))
        try:
            yield from _page(page, number, pictures)
        except BROKEN:
            yield _note("pdf-part-broken", Section(page=number))
    if pictures.unread:
        args = {"count": str(pictures.unread)}
        yield Note(Skipped(reason="pictures-unread", args=args))


def _walk(reader: PdfReader) -> Iterator[PageObject]:
    """The pages that there are, however many the file claims to have."""
    try:
        yield from reader.pages
    except BROKEN:
        raise ValueError("broken page tree") from None


def _page(page: PageObject, number: int, pictures: "_Pictures") -> Iterator[Message]:
    section = Section(page=number)
    found = page_text.read(page)
    if found.text.strip():
        yield Text(found.text + "\n\n", "pdf", section=section)
    if found.hidden.strip():
        yield Text(found.hidden + "\n\n", "hidden", section=section)
    for reason in found.doubts:
        yield _note(reason, section)
    yield from annotations.of_page(page, number, found.words)
    yield from pictures.of_page(page, number)


class _Pictures:
    """The pictures of all pages, each once. unread: how many could not be given."""

    def __init__(self, *, is_wanted: bool) -> None:
        self._is_wanted = is_wanted
        self._seen = set[int]()
        self.unread = 0

    def of_page(self, page: PageObject, number: int) -> Iterator[File]:
        for name in page.images.keys():  # noqa: SIM118  # no mapping
            if not self._is_wanted:
                self.unread += 1
                continue
            try:
                picture = page.images[name]
                data = picture.data
            except (*BROKEN, ImportError):
                self.unread += 1
                continue
            if hash(data) not in self._seen:
                self._seen.add(hash(data))
                yield File(str(picture.name), bytes(data), Section(page=number, kind="picture"))


def _bookmarks(reader: PdfReader) -> Iterator[Message]:
    waiting: list[Any] = [reader.outline]
    count = 0
    while waiting and count < _MOST_BOOKMARKS:
        entry = waiting.pop()
        if isinstance(entry, list):
            waiting += reversed(entry)
        elif isinstance(entry, Destination):
            count += 1
            yield Text(f"{entry.title}\n\n", "pdf")
            action = entry.node.get("/A") if entry.node else None
            if action:
                yield from annotations.led_by(action, str(entry.title), None)


def _properties(reader: PdfReader) -> Iterator[Message]:
    said = [str(value) for key, value in (reader.metadata or {}).items() if key in _PROPERTIES]
    section = Section(kind="properties")
    for text in said:
        yield Text(f"{text}\n\n", "hidden", section=section)


def _form(reader: PdfReader) -> Iterator[Message]:
    form = reader.root_object.get("/AcroForm")
    if form is None:
        return
    if "/XFA" in form.get_object():
        yield _note("pdf-xfa", None)
    for field in (reader.get_fields() or {}).values():
        for key in ("/TU", "/V", "/DV"):
            value = field.get(key)
            if isinstance(value, str) and value.strip():
                yield Text(f"{value}\n\n", "pdf", section=Section(kind="form"))
        yield from annotations.of_actions(field, Section(kind="form"))


def _catalog(reader: PdfReader) -> Iterator[Message]:
    """What the file does when it is opened, scripts for all of it, and hidden layers."""
    root = reader.root_object
    action = root.get("/OpenAction")
    if action is not None and isinstance(action.get_object(), dict):
        yield from annotations.led_by(action, "", None)
    yield from annotations.of_actions(root, None)
    names = root.get("/Names")
    if names is not None and "/JavaScript" in names.get_object():
        yield _note("pdf-script", None)
    layers = root.get("/OCProperties")
    if layers is not None:
        default: Any = layers.get_object().get("/D") or {}
        if default.get_object().get("/OFF"):
            yield _note("pdf-layers", None)


def _attachments(reader: PdfReader) -> Iterator[Message]:
    for file in reader.attachment_list:
        name = str(file.alternative_name or file.name)  # a plain string, to be sent
        try:
            yield File(name, file.content)
        except BROKEN:
            yield _note("member-broken", Section(members=(name,)))


def _note(reason: str, section: Section | None) -> Note:
    return Note(Skipped(reason=reason, section=section, failed=True))
