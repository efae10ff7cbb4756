"""Where in a file something is: a line, a member of an archive, a page, a cell."""

import re
from typing import Final

from hotline_check.documents.models import Section, SectionKind
from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.scanning.scanner import At
from hotline_check.wording.text.catalogue import N_, Words

# A file name with these could rewrite the line above it in a terminal.
_STEERING: Final = lazy_pattern("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_KINDS: Final[dict[SectionKind, str]] = {
    "header": N_("header"),
    "footer": N_("footer"),
    "comment": N_("comment"),
    "note": N_("note"),
    "form": N_("form"),
    "properties": N_("properties of the file"),
    "picture": N_("picture"),
}


def visible(text: str) -> str:
    r"""Untrusted text, safe to print: without terminal control characters.

    >>> visible("a\x1b[31mb\u202ec\nd")
    'a·[31mb·c d'
    """
    return _STEERING.sub("·", re.sub(r"\s+", " ", text))


def place_of(at: At, _: Words) -> str:
    """The place of a contact."""
    return place_in(at.file, at.section, at.line, at.column, _)


def place_in(
    file: str, section: Section | None, line: int | None, column: int | None, _: Words
) -> str:
    """A place as it is written before a result: file > member:line:column, page 3."""
    members = section.members if section else ()
    path = " > ".join(map(visible, (file, *members)))
    numbers = "".join(f":{number}" for number in (line, column) if number is not None)
    said = _details(section, _) if section else []
    return ", ".join([path + numbers, *said])


def section_text(section: Section, _: Words) -> str:
    """A section without the file's name, as a column of a table."""
    members = " > ".join(map(visible, section.members))
    return ", ".join([*([members] if members else []), *_details(section, _)])


def _details(section: Section, _: Words) -> list[str]:
    said = []
    if section.page is not None:
        said.append(_(N_("page {number}"), number=section.page))
    if section.slide is not None:
        said.append(_(N_("slide {number}"), number=section.slide))
    if section.sheet:
        said.append(_(N_("sheet {name}"), name=visible(section.sheet)))
    if section.cell:
        said.append(_(N_("cell {name}"), name=section.cell))
    if section.kind:
        said.append(_(_KINDS[section.kind]))
    said += [visible(text) for text in (section.speaker, section.time) if text]
    return said
