"""Words with places -> the lines of a text, in the order in which they are read."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

# Words belong to one line if they overlap by this share of the lower one's height.
_SAME_LINE: Final = 0.5
# A gap of this many line heights separates two paragraphs.
_PARAGRAPH: Final = 1.4


class Words(NamedTuple):
    """Some words of one line and where they are."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    def moved(self, down: float, scale: float) -> "Words":
        """The same words in the picture that a part of this scale was cut from."""
        return self._replace(
            left=self.left / scale,
            right=self.right / scale,
            top=(self.top + down) / scale,
            bottom=(self.bottom + down) / scale,
        )


def joined(words: Iterable[Words]) -> Iterator[str]:
    """The lines from top to bottom, with an empty one between paragraphs."""
    bottom: float | None = None
    for line in _lines(words):
        top, height = min(w.top for w in line), max(w.bottom - w.top for w in line)
        if bottom is not None and top - bottom > _PARAGRAPH * height:
            yield "\n"
        bottom = max(w.bottom for w in line)
        yield "  ".join(w.text for w in sorted(line, key=lambda w: w.left)) + "\n"


def _lines(words: Iterable[Words]) -> list[list[Words]]:
    lines: list[list[Words]] = []
    for each in sorted(words, key=lambda w: (w.top + w.bottom) / 2):
        if lines and _continues(each, lines[-1]):
            lines[-1].append(each)
        else:
            lines.append([each])
    return lines


def _continues(words: Words, line: list[Words]) -> bool:
    """Return True if some words continue a line, rather than being above or below its words."""
    last = line[-1]
    overlap = min(words.bottom, last.bottom) - max(words.top, last.top)
    lower = min(words.bottom - words.top, last.bottom - last.top)
    if overlap < _SAME_LINE * lower:
        return False
    return all(words.left >= w.right - lower or words.right <= w.left + lower for w in line)
