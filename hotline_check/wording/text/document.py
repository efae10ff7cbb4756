"""Blocks of a document, and the two ways they are put on paper: Markdown and printable HTML."""

import html
import re
from collections.abc import Sequence
from typing import NamedTuple

from hotline_check.wording.text.layout import WIDTH, wrap

_URL = re.compile(r"https?://[^\s<>()]+")
_MARKDOWN = re.compile(r"([\\`*\[\]<>|])")


class Title(NamedTuple):
    """The document's name."""

    text: str


class Section(NamedTuple):
    """The head of a part. new_page: it begins a sheet of paper."""

    text: str
    new_page: bool = False


class Text(NamedTuple):
    """A paragraph. strong: it is a warning."""

    text: str
    strong: bool = False


class Contact(NamedTuple):
    """A channel to use: its kind, its value in large type, what is to be known of it."""

    kind: str
    value: str
    details: Sequence[str]


class Boxes(NamedTuple):
    """Things to tick off."""

    items: Sequence[str]


class Points(NamedTuple):
    """A list."""

    items: Sequence[str]


class Field(NamedTuple):
    """A name with room to write: this many lines, or on the same line for none."""

    name: str
    lines: int = 0


class Marks(NamedTuple):
    """Questions, each answered by a mark from 1 to 5."""

    low: str
    high: str
    rows: Sequence[tuple[str, str]]


Block = Title | Section | Text | Contact | Boxes | Points | Field | Marks


def markdown(blocks: Sequence[Block]) -> str:
    """The document as Markdown that reads well unrendered too."""
    parts: list[str] = []
    fields: list[str] = []
    for block in blocks:
        # Fields follow one another as one list, other blocks with a blank line between.
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
    """Text in lines that fit a terminal, each behind the indent."""
    return "\n".join(indent + line for line in wrap(text, columns=WIDTH - len(indent)))


def _markdown_field(field: Field) -> str:
    room = " ______________________________"
    if not field.lines:
        return f"- {_plain(field.name)}:{room}"
    return f"- {_plain(field.name)}:" + f"\n  {room.strip() * 2}" * field.lines


def _plain(text: str) -> str:
    """Text that Markdown takes for nothing else; addresses stay whole."""
    out, end = [], 0
    for found in _URL.finditer(text):
        out += [_MARKDOWN.sub(r"\\\1", text[end : found.start()]), f"<{found[0]}>"]
        end = found.end()
    return "".join([*out, _MARKDOWN.sub(r"\\\1", text[end:])])


def page(blocks: Sequence[Block], lang: str) -> str:
    """The document as one HTML page for A4 paper: no script, nothing loaded from elsewhere."""
    title = next((b.text for b in blocks if isinstance(b, Title)), "")
    body = "\n".join(_html_block(block) for block in blocks)
    return _PAGE.format(lang=html.escape(lang), title=html.escape(title), style=_STYLE, body=body)


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


_STYLE = """
@page { size: A4; margin: 14mm 16mm; }
* { box-sizing: border-box; }
body { font: 10.5pt/1.4 system-ui, "Segoe UI", "Noto Sans", "Noto Sans CJK SC", "PingFang SC",
       "Microsoft YaHei", sans-serif; color: #000; background: #fff; max-width: 178mm;
       margin: 0 auto; overflow-wrap: anywhere; }
h1 { font-size: 17pt; margin: 0 0 2mm; }
h2 { font-size: 12pt; margin: 4.5mm 0 1.5mm; padding-bottom: .5mm; border-bottom: .4mm solid #000;
     break-after: avoid; }
.new { break-before: page; }
p { margin: 1mm 0; }
.strong { font-weight: bold; }
.contact { margin: 1.5mm 0; padding-left: 3mm; border-left: 1mm solid #000; break-inside: avoid; }
.contact b { font-size: 12.5pt; }
.contact div { font-size: 9pt; }
ul { margin: 1mm 0; padding: 0; list-style: none; }
li { margin: .8mm 0; padding-left: 6mm; text-indent: -6mm; break-inside: avoid; }
.boxes li::before { content: "☐"; display: inline-block; width: 6mm; text-indent: 0; }
.points li::before { content: "–"; display: inline-block; width: 6mm; text-indent: 0; }
.field { display: flex; align-items: flex-end; min-height: 8mm; }
.field span { padding-right: 2mm; }
.field::after { content: ""; flex: 1; border-bottom: .25mm solid #555; }
.room { margin-top: 2mm; break-inside: avoid; }
.line { height: 8mm; border-bottom: .25mm solid #555; }
table { width: 100%; border-collapse: collapse; break-inside: avoid; }
th, td { border: .25mm solid #555; padding: 1.2mm 1.5mm; text-align: left; font-size: 9.5pt; }
th { font-weight: normal; text-align: center; white-space: nowrap; }
.tick { text-align: center; font-size: 12pt; width: 13mm; }
@media screen { body { padding: 8mm; } }
"""
_PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
{body}
</body>
</html>
"""
