"""The text of a PDF page: what is shown, what is invisible, and where words are."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from pypdf import PageObject
from pypdf.generic import ArrayObject, ContentStream, NameObject

# Operators that show text, set how it is drawn, and draw curves (as letters without text are).
_SHOW: Final = frozenset({b"Tj", b"TJ", b"'", b'"'})
_CURVES: Final = frozenset({b"c", b"v", b"y"})
_FILL: Final = frozenset({b"g", b"rg", b"k", b"sc", b"scn", b"cs"})
_INVISIBLE: Final = frozenset({3, 7})  # text rendering modes that draw nothing
# Curves of a page that may be letters: a digit has about ten.
_MANY_CURVES: Final = 60
# The width of a character by the size of its font, where nothing better is known.
_WIDTH: Final = 0.5


class Word(NamedTuple):
    """A word and where it is: its left and right end, its base line."""

    text: str
    left: float
    right: float
    base: float


class PageText(NamedTuple):
    """The text of a page. doubts: reasons for which more may be shown, or less."""

    text: str
    hidden: str
    doubts: tuple[str, ...]
    words: list[Word]


def read(page: PageObject) -> PageText:
    """The text of a page, with the invisible apart."""
    content = page.get_contents()
    state = _Drawing()
    operations = [] if content is None else list(content.operations)
    is_hidden = [state.hides(operands, operator) for operands, operator in operations]
    doubts = []
    if state.has_white:
        doubts.append("pdf-white-text")
    if state.curves >= _MANY_CURVES:
        doubts.append("pdf-drawing")
    hidden = ""
    if content is not None and any(is_hidden):
        pairs = list(zip(operations, is_hidden, strict=True))
        hidden = _extracted(page, content, [op for op, gone in pairs if gone or op[1] not in _SHOW])
        words, text = _words(page, content, [op for op, gone in pairs if not gone])
    else:
        words, text = _words(page, None, [])
    return PageText(text, hidden, tuple(doubts), words)


class _Drawing:
    """The part of the graphics state that decides whether text is seen."""

    def __init__(self) -> None:
        self._mode, self._is_white = 0, False
        self._saved: list[tuple[int, bool]] = []
        self.has_white = False
        self.curves = 0

    def hides(self, operands: Any, operator: bytes) -> bool:
        """Follow one operator; returns True if it shows text that is not drawn."""
        if operator in _SHOW:
            self.has_white = self.has_white or self._is_white
            return self._mode in _INVISIBLE
        if operator == b"q":
            self._saved.append((self._mode, self._is_white))
        elif operator == b"Q" and self._saved:
            self._mode, self._is_white = self._saved.pop()
        elif operator == b"Tr" and operands:
            self._mode = int(operands[0])
        elif operator in _FILL:
            self._is_white = _is_white(operator, operands)
        elif operator in _CURVES:
            self.curves += 1
        return False


def _is_white(operator: bytes, operands: Any) -> bool:
    values = [float(value) for value in operands if isinstance(value, int | float)]
    if not values or operator == b"cs":
        return False
    if operator == b"k" or (operator in {b"sc", b"scn"} and len(values) == 4):
        return max(values) < 0.06
    return min(values) > 0.94


def _extracted(page: PageObject, content: ContentStream, operations: list[Any]) -> str:
    _replace(page, content, operations)
    return page.extract_text()


def _words(
    page: PageObject, content: ContentStream | None, operations: list[Any]
) -> tuple[list[Word], str]:
    """The words of a page with their places, and its text."""
    if content is not None:
        _replace(page, content, operations)
    words: list[Word] = []

    def take(text: str, cm: list[float], tm: list[float], _font: Any, size: float) -> None:
        if text.strip():
            words.extend(_placed(text, _product(tm, cm), size))

    text = page.extract_text(visitor_text=take)
    return words, text


def _replace(page: PageObject, content: ContentStream, operations: list[Any]) -> None:
    content.operations = operations
    page[NameObject("/Contents")] = ArrayObject([content])


def _product(tm: list[float], cm: list[float]) -> tuple[float, float, float]:
    """Where text begins on the page, and the width of a unit of its font there."""
    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    return x, y, abs(tm[0] * cm[0] + tm[1] * cm[2])


def _placed(text: str, at: tuple[float, float, float], size: float) -> Iterator[Word]:
    x, y, scale = at
    width, start = size * scale * _WIDTH, 0
    for word in text.split():
        start = text.index(word, start)
        yield Word(word, x + start * width, x + (start + len(word)) * width, y)
        start += len(word)
