"""Document blocks and their two renderings: Markdown and printable HTML."""

import html
from collections.abc import Sequence
from pathlib import Path
from string import Template
from typing import NamedTuple

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.wording.text.layout import WIDTH, wrap

_TEMPLATE = Path(__file__).with_suffix(".html")
# An address is put in angle brackets, or its underscores would make it italic.
_URL = lazy_pattern(r"https?://[^\s<>()]+")
# What a registry note may hold, and Markdown would take for markup.
_MARKDOWN = lazy_pattern(r"([\\`*\[\]<>|])")


class Title(NamedTuple):
    """The document's name."""

    text: str


class Section(NamedTuple):
    """A heading. new_page: start a new printed page before it."""

    text: str
    new_page: bool = False


class Text(NamedTuple):
    """A paragraph. strong: set in bold, for warnings."""

    text: str
    strong: bool = False


class Contact(NamedTuple):
    """A channel: its kind, its value (in large type) and notes about it."""

    kind: str
    value: str
    details: Sequence[str]


class Boxes(NamedTuple):
    """A list of check boxes."""

    items: Sequence[str]


class Points(NamedTuple):
    """A bullet list."""

    items: Sequence[str]


class Field(NamedTuple):
    """A label with space to write on: `lines` ruled lines, or the rest of its own line for 0."""

    name: str
    lines: int = 0


class Marks(NamedTuple):
    """Questions (name, question), each rated from 1 (`low`) to 5 (`high`)."""

    low: str
    high: str
    rows: Sequence[tuple[str, str]]


Block = Title | Section | Text | Contact | Boxes | Points | Field | Marks


def below_title(blocks: Sequence[Block]) -> list[tuple[str, Block]]:
    """The blocks but the title, each with the name of its kind, by which a template shows it."""
    return [(type(b).__name__.lower(), b) for b in blocks if not isinstance(b, Title)]


def markdown(blocks: Sequence[Block]) -> str:
    """Render the blocks as Markdown that is readable unrendered, too."""
    parts: list[str] = []
    fields: list[str] = []
    for block in blocks:
        # Consecutive fields form one list; a blank line would make each a list of its own.
        if isinstance(block, Field):
            fields.append(_markdown_field(block))
            continue
        if fields:
            parts.append("\n".join(fields))
            fields = []
        parts.append(_markdown_block(block))
    if fields:
        parts.append("\n".join(fields))
    return "\n\n".join(parts) + "\n"


def _markdown_block(block: Block) -> str:
    match block:
        case Title(text):
            return f"# {_plain(text)}"
        case Section(text, _):
            return f"## {_plain(text)}"
        case Text(text, strong):
            return _wrapped(f"**{_plain(text)}**" if strong else _plain(text))
        case Contact(kind, value, details):
            below = "".join(f"  \n{_wrapped(_plain(detail), '  ')}" for detail in details)
            return f"- {kind}: **{_plain(value)}**{below}"
        case Boxes(items):
            return "\n".join(_item(f"[ ] {_plain(item)}") for item in items)
        case Points(items):
            return "\n".join(_item(_plain(item)) for item in items)
        case Field():
            return _markdown_field(block)
        case Marks(low, high, rows):
            boxes = f"  1 {low} ☐   2 ☐   3 ☐   4 ☐   5 {high} ☐"
            return "\n".join(
                f"{_item(f'{_plain(name)}: {_plain(ask)}')}  \n{boxes}" for name, ask in rows
            )


def _item(text: str) -> str:
    return "- " + _wrapped(text, "  ").lstrip()


def _wrapped(text: str, indent: str = "") -> str:
    """Wrap text to the width of a terminal, with the indent before each line."""
    return "\n".join(indent + line for line in wrap(text, columns=WIDTH - len(indent)))


def _markdown_field(field: Field) -> str:
    room = " ______________________________"
    if not field.lines:
        return f"- {_plain(field.name)}:{room}"
    return f"- {_plain(field.name)}:" + f"\n  {room.strip() * 2}" * field.lines


def _plain(text: str) -> str:
    """Escape Markdown's special characters, except in URLs, which become autolinks."""
    out, end = [], 0
    for found in _URL.finditer(text):
        out += [_MARKDOWN.sub(r"\\\1", text[end : found.start()]), f"<{found[0]}>"]
        end = found.end()
    return "".join([*out, _MARKDOWN.sub(r"\\\1", text[end:])])


def page(blocks: Sequence[Block], lang: str) -> str:
    """Render the blocks as one self-contained HTML page for A4 paper.

    It has no script and loads nothing, so that opening it tells nobody about the call.
    """
    title = next((b.text for b in blocks if isinstance(b, Title)), "")
    body = "\n".join(_html_block(block) for block in blocks)
    # string.Template, because the braces of CSS would need escaping in str.format.
    template = Template(_TEMPLATE.read_text("utf-8"))
    return template.substitute(lang=html.escape(lang), title=html.escape(title), body=body)


def _html_block(block: Block) -> str:
    e = html.escape
    match block:
        case Title(text):
            return f"<h1>{e(text)}</h1>"
        case Section(text, new_page):
            return f'<h2 class="new">{e(text)}</h2>' if new_page else f"<h2>{e(text)}</h2>"
        case Text(text, strong):
            return f'<p class="strong">{e(text)}</p>' if strong else f"<p>{e(text)}</p>"
        case Contact(kind, value, details):
            below = "".join(f"<div>{e(detail)}</div>" for detail in details)
            return f'<div class="contact"><b>{e(kind)}: {e(value)}</b>{below}</div>'
        case Boxes(items):
            return _html_list("boxes", items)
        case Points(items):
            return _html_list("points", items)
        case Field(name, lines):
            room = '<div class="line"></div>' * lines
            kind = "room" if lines else "field"
            return f'<div class="{kind}"><span>{e(name)}</span>{room}</div>'
        case Marks(low, high, rows):
            marks = ("1 " + low, "2", "3", "4", "5 " + high)
            head = "".join(f"<th>{e(mark)}</th>" for mark in marks)
            body = "".join(
                f"<tr><td><b>{e(name)}</b> {e(ask)}</td>{'<td class=tick>☐</td>' * 5}</tr>"
                for name, ask in rows
            )
            return f"<table><tr><th></th>{head}</tr>{body}</table>"


def _html_list(kind: str, items: Sequence[str]) -> str:
    rows = "".join(f"<li>{html.escape(item)}</li>" for item in items)
    return f'<ul class="{kind}">{rows}</ul>'
