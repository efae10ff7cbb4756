"""Terminal layout: display width, padding and line wrapping."""

import re
from functools import cache

from hotline_check.lazy_pattern import lazy_pattern

# Every screen fits an old terminal; longer lines are harder to read, too.
WIDTH = 80
# Below this, wrapping would put a word on each line and tear numbers.
_NARROWEST = 20
# East Asian rules of line breaking: no line ends with one of these …
_OPENING = re.escape("([（“《「『【")
# … and none begins with one of these.
_CLOSING = re.escape("，。、：；！？）》」』】”,.:;!?)")
# From here on a line may be broken between any two characters, for there are no spaces.
_WIDE = r"\u2e80-\uffef"


# Characters that move the cursor, colour the screen, change the writing direction or are not seen.
# A pasted message could use them to draw its own "listed" over the real verdict. Joiners are none:
# names in Persian and Hindi need them.
_HIDDEN = lazy_pattern(
    "["
    r"\x00-\x1f\x7f-\x9f"  # controls; ESC steers a terminal
    r"\u00ad\u180e\u200b\ufeff"  # soft hyphen, zero-width spaces
    r"\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f"  # direction of writing, line breaks
    r"\ufff9-\ufffb\U000e0000-\U000e0fff"  # anchors of notes, tags
    "]"
)


def harmless(line: str) -> str:
    r"""The line with each control or hidden character replaced by U+FFFD.

    >>> harmless("\x1b[2Jlisted") == "\ufffd[2Jlisted"
    True
    """
    return line if line.isprintable() else _HIDDEN.sub("\ufffd", line)


def escaped(json: str) -> str:
    r"""JSON with such characters written as escapes, which read as the same text.

    >>> escaped('"a\u202eb"') == r'"a\u202eb"'
    True
    """
    return json if json.isprintable() else _HIDDEN.sub(_escape, json)


def _escape(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be").hex()
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))


def width(text: str) -> int:
    """Columns that a text takes in a terminal: two for a wide character, none for combining marks.

    >>> width("abc"), width("号码")
    (3, 4)
    """
    if text.isascii():
        return len(text)
    # Imported here because English answers never need it.
    from rich.cells import cell_len

    # unicodedata alone counts 8 columns for a family emoji joined with ZWJ, which takes 2.
    return cell_len(text)


def _pieces(text: str) -> list[str]:
    """Split into spaces, words and single wide characters, each with its punctuation."""
    if text.isascii():  # saves compiling the pattern for every English answer
        first, *rest = text.split(" ")
        return [first, *(piece for word in rest for piece in (" ", word))]
    return _pattern().findall(text)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\s+|[{_OPENING}]*[{_WIDE}][{_CLOSING}]*|[^\s{_WIDE}]+[{_CLOSING}]*")


class _Screen:
    # A module-level default: passing a width through every screen would touch each line of them.
    """The width that lines are wrapped to; the program sets it once, at its start."""

    columns = WIDTH


def screen_columns() -> int:
    """Columns of a line: at most 80, fewer on a narrow terminal."""
    return _Screen.columns


def fit_screen(columns: int) -> None:
    """Wrap to a terminal of this width from now on."""
    _Screen.columns = max(min(columns, WIDTH), _NARROWEST)


def pad(text: str, columns: int) -> str:
    """The text padded with spaces on the right to a display width."""
    return text + " " * max(columns - width(text), 0)


def wrap(text: str, columns: int | None = None, indent: str = "") -> list[str]:
    """Wrap to lines of at most `columns`; every line but the first starts with `indent`.

    columns: those of the screen when left out.

    Breaks at spaces and between Chinese characters. A word longer than a line stays whole: most
    are web addresses, which people copy.
    """
    columns = columns or _Screen.columns
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
