"""A text with plain digits and dots, of another length than the original, and the way back."""

import unicodedata
from typing import Final

_DOTS: Final = frozenset("\u3002\uff0e\uff61")
_UNSEEN: Final = frozenset({"Cf", "Mn", "Me"})
# More than the characters of most scripts together.
_MOST_KEPT: Final = 8_192


class Folded:
    """A text in which every character with a digit's value is that digit, and the way back."""

    def __init__(self, text: str) -> None:
        self._places: list[int] | None = None
        # A line break as programs write it: its letter is no part of the word after it.
        self.text = text = text.replace("\\n", "  ") if "\\n" in text else text
        if text.isascii():
            return
        self.text = text.translate(_PLAIN)
        if any(len(_PLAIN[char]) != 1 for char in set(map(ord, text))):
            self._places = [place for place, char in enumerate(text) for _ in _PLAIN[ord(char)]]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets into the text as given."""
        if self._places is None:
            return start, end
        return self._places[start], self._places[end - 1] + 1


class _Plain(dict[int, str]):
    """Each character that was asked for, with its form in a folded text."""

    def __missing__(self, char: int) -> str:
        if len(self) >= _MOST_KEPT:
            self.clear()
        self[char] = plain = _plain(chr(char))
        return plain


_PLAIN: Final = _Plain()


def _plain(char: str) -> str:
    if char.isascii():
        return char
    if unicodedata.category(char) in _UNSEEN:
        return ""
    value = unicodedata.numeric(char, -1.0)
    if 0 <= value < 1000 and value == int(value):
        return str(int(value))
    if char in _DOTS:
        return "."
    return unicodedata.normalize("NFKC", char)
