"""Word, PowerPoint and Excel files: every part that shows text, whatever it is called."""

import re
import zipfile
from collections.abc import Iterator
from typing import Final

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
from hotline_check.documents.office import sheets
from hotline_check.documents.office.flow import Flow
from hotline_check.documents.office.hidden_styles import hidden_styles
from hotline_check.documents.office.package import Package
from hotline_check.documents.office.paragraphs import Paragraph
from hotline_check.documents.office.xml import XmlError, events

# What a part is to a reader, by its outermost element.
_TEXTS: Final[dict[str, SectionKind | None]] = {
    "document": None,
    "hdr": "header",
    "ftr": "footer",
    "comments": "comment",
    "footnotes": "note",
    "endnotes": "note",
    "sld": None,
    "notes": "note",
    "cmLst": "comment",
    "sldLayout": None,
    "sldMaster": None,
    "notesMaster": "note",
    "handoutMaster": "note",
    "chartSpace": None,
    "dataModel": None,
    "drawing": None,
    "wsDr": None,
    "userShapes": None,
    "xml": None,
}
_MASTERS: Final = frozenset({"sldLayout", "sldMaster", "notesMaster", "handoutMaster"})
_OF_SHEETS: Final = frozenset({"workbook", "worksheet", "chartsheet", "sst", "comments"})
_PROPERTIES: Final = frozenset({"coreProperties", "Properties"})
_PROPERTY_TEXTS: Final = frozenset(
    (
        *("title", "subject", "creator", "description", "keywords", "category", "lpwstr"),
        *("lastModifiedBy", "Company", "Manager", "HyperlinkBase"),
    )
)
# What is in the file and shows nothing.
_SILENT: Final = re.compile(
    r"""
    (?:^|/)(?:
        \[Content_Types\]\.xml | _rels/.* | .*\.rels | theme/.* | fonts?/.* | customXml/.*
        | (?:styles|settings|webSettings|fontTable|numbering|calcChain|people)\w*\.xml
        | (?:presProps|viewProps|tableStyles|metadata)\w*\.xml
        | printerSettings/.* | thumbnail\.\w+
    )$""",
    re.VERBOSE | re.IGNORECASE,
)
_XML: Final = re.compile(r"\.(?:xml|vml)$", re.IGNORECASE)


def items(archive: zipfile.ZipFile, members: Members) -> Iterator[Item]:
    """The text of all parts, then the pictures and files that they show."""
    package = Package(archive, members)
    parts, files = list[str](), list[str]()
    for name in package.names:
        if not _SILENT.search(name):
            (parts if _XML.search(name) else files).append(name)
    roots = {}
    for name in parts:
        try:
            roots[name] = package.root(name)
        except XmlError:
            yield _broken(name)
    slides = _slides(package, roots)
    if "workbook" in roots.values():
        yield from sheets.items(package, roots)
        roots = {name: root for name, root in roots.items() if root not in _OF_SHEETS}
    styles = hidden_styles(package)
    for name, root in roots.items():
        try:
            yield from _part(package, name, root, slides.get(name), styles)
        except XmlError:
            yield _broken(name)
    for name in files:
        yield from _file(archive, name, members, slides.get(name))


def _part(
    package: Package, name: str, root: str, slide: int | None, styles: frozenset[str]
) -> Iterator[Item]:
    if root in _PROPERTIES:
        yield from _properties(package, name)
        return
    is_shown = root in _TEXTS
    kind = _TEXTS.get(root)
    section = Section(slide=slide, kind=kind) if slide or kind else None
    with package.opened(name) as stream:
        is_hidden = not is_shown or (root == "sld" and _is_left_out(package, name))
        flow = Flow(
            package.relations(name),
            section,
            hidden_styles=styles,
            is_hidden=is_hidden,
            skips_prompts=root in _MASTERS,
        )
        yield from flow.items(stream)
    if root in {"sld", "document"}:
        yield Break()


def _properties(package: Package, name: str) -> Iterator[Item]:
    inside = ""
    with package.opened(name) as stream:
        for event in events(stream):
            if event.kind == "start":
                inside = event.name
            elif event.kind == "end":
                inside = ""
            elif inside in _PROPERTY_TEXTS:
                paragraph = Paragraph(Section(kind="properties"), is_hidden=True)
                paragraph.add(event.name)
                yield from paragraph.pieces()


def _is_left_out(package: Package, name: str) -> bool:
    """Return True for a slide that a presentation passes over."""
    with package.opened(name) as stream:
        first = next(events(stream), None)
        return first is not None and first.attributes.get("show") in {"0", "false"}


def _slides(package: Package, roots: dict[str, str]) -> dict[str, int]:
    """The number of the slide that each part belongs to."""
    numbers: dict[str, int] = {}
    for name, root in roots.items():
        if root != "presentation":
            continue
        relations = package.relations(name)
        with package.opened(name) as stream:
            for event in events(stream):
                relation = relations.get(event.attributes.get("r:id", ""))
                if event.kind == "start" and event.name == "sldId" and relation:
                    numbers.setdefault(relation.target, len(numbers) + 1)
    for name, number in list(numbers.items()):
        for relation in package.relations(name).values():
            if not relation.is_outside and "slideLayout" not in relation.target:
                numbers.setdefault(relation.target, number)
    return numbers


def _file(
    archive: zipfile.ZipFile, name: str, members: Members, slide: int | None
) -> Iterator[Item]:
    """A picture, or a file that is put into the document."""
    if name.lower().endswith("vbaproject.bin"):
        yield Skipped(reason="office-macros", failed=True)
        return
    info = archive.getinfo(name)
    with archive.open(info) as stream:
        for item in members.read(name.rpartition("/")[2], stream, info.compress_size):
            yield _on_slide(item, slide, is_picture="/media/" in name)


def _on_slide(item: Item, slide: int | None, *, is_picture: bool) -> Item:
    if isinstance(item, Break):
        return item
    section = item.section or Section()
    kind = "picture" if is_picture and section.kind is None else section.kind
    section = msgspec.structs.replace(section, slide=slide or section.slide, kind=kind)
    return in_section(item, section)


def _broken(name: str) -> Skipped:
    return Skipped(reason="office-broken", section=Section(members=(name,)), failed=True)
