"""Text in columns: widths as a terminal draws them, lines that fit."""

import re
import unicodedata
from functools import cache

WIDTH = 80
_OPENING = re.escape("([（“《「『【")
_CLOSING = re.escape("，。、：；！？）》」』】”,.:;!?)")
_WIDE = r"\u2e80-\uffef"


# What moves the cursor, colours the screen or turns the direction of writing: a pasted scam
# could draw its own verdict with it.
_COMMANDS = {
    code: "\ufffd"
    for codes in (
        range(0x20),
        range(0x7F, 0xA0),
        range(0x200E, 0x2010),
        range(0x2028, 0x202F),
        range(0x2066, 0x206A),
    )
    for code in codes
}


def harmless(line: str) -> str:
    r"""A line without characters that a terminal obeys; each shows as a replacement mark.

    >>> harmless("\x1b[2Jlisted") == "\ufffd[2Jlisted"
    True
    """
    return line.translate(_COMMANDS)


def width(text: str) -> int:
    """Columns that a text takes: two for a wide (Chinese) character, none for a mark over one.

    >>> width("abc"), width("号码")
    (3, 4)
    """
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def _pieces(text: str) -> list[str]:
    """Spaces, words and single wide characters, each with the stops that hold to it."""
    if text.isascii():  # where words are all there is, the pattern isn't worth its compiling
        first, *rest = text.split(" ")
        return [first, *(piece for word in rest for piece in (" ", word))]
    return _pattern().findall(text)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\s+|[{_OPENING}]*[{_WIDE}][{_CLOSING}]*|[^\s{_WIDE}]+[{_CLOSING}]*")


def pad(text: str, columns: int) -> str:
    """A text filled with spaces to a width."""
    return text + " " * max(columns - width(text), 0)


def wrap(text: str, columns: int = WIDTH, indent: str = "") -> list[str]:
    """Lines of at most `columns`, the second and later ones behind `indent`.

    Breaks at spaces and between Chinese characters; a word longer than a line (a web address)
    stays whole, for it is copied.
    """
    if text.isascii() and len(text) <= columns:
        return [text]
    lines, line = [], ""
    for piece in _pieces(text):
        if width(line + piece.rstrip()) <= columns or not line.strip():
            line += piece
        else:
            lines.append(line.rstrip())
            line = indent + piece.lstrip()
    return [*lines, line.rstrip()] if line.strip() or not lines else lines
