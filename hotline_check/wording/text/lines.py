"""Paragraphs and lists for the terminal."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from hotline_check.registry.models import Note
from hotline_check.wording.text.catalogue import Words
from hotline_check.wording.text.layout import screen_columns, wrap

Style = Literal[
    "listed", "warning", "danger", "label", "plain", "code", "faint", "added", "removed"
]


class Line(NamedTuple):
    """A line of output and its style."""

    style: Style
    text: str


def texts(
    sentences: Iterable[str], indent: str = "  ", *, hanging: bool = False, style: Style = "plain"
) -> list[Line]:
    """Sentences below a title, wrapped; `hanging` sets the later lines of each further in."""
    below = indent + "  " if hanging else indent
    return [
        Line(style, part)
        for sentence in sentences
        for part in _first_indented(sentence, indent, below)
    ]


def numbered(number: int, sentence: str) -> list[Line]:
    """A numbered step, its lines indented after the number."""
    head = f"{number:>3}. "
    return [Line("plain", part) for part in _first_indented(sentence, head, " " * len(head))]


def note_texts(note: Note | None, _: Words) -> list[str]:
    """An entry's remark in the reader's language; none for no remark."""
    if note is None:
        return []
    return [(note.zh if _.lang.startswith("zh") else None) or note.en]


def _first_indented(sentence: str, first: str, later: str) -> list[str]:
    lines = wrap(sentence, columns=screen_columns() - max(len(first), len(later)))
    return [first + lines[0], *(later + line for line in lines[1:])]
