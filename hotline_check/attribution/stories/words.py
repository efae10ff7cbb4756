"""Tables of words, and what is around a contact as they are asked about it."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from hotline_check.attribution.borders import sentence
from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.normalize.characters import small

# Characters of a sentence on each side, and of the lines around it.
_REACH: Final = 240
_AROUND: Final = 300
# Lines on each side of a contact that is alone on its own: the rest of that one and the next.
_LINES: Final = 2
_ASKED: Final = ("?", "\uff1f", "\u061f")
_CLOSING: Final = " \n\"'\u201d\u2013\u2014-"
# Words of the longest phrase of a table.
_LONGEST: Final = 3

# No groups of digits: "24/7", "2nd", "24h", but not those of another number.
_WORD: Final = lazy_pattern(r"24/7|\d{0,2}[^\W\d_][^\W_]*")
_LETTER: Final = lazy_pattern(r"[^\W\d_]")
# The end of a cell in a row of a table; a comma with a space after it is one of a sentence.
_CELL: Final = lazy_pattern(r"[\t|;]|,(?![ \d])")
_STOP: Final = lazy_pattern(r"[.!?\u2026\u061f][\s\"'(\[\u201d\u2013\u2014-]+$")
_UNSPACED: Final = lazy_pattern(
    r"[\u0900-\u097f\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]+"
)
_CLAUSE: Final = lazy_pattern(r"[,;:\uff0c\u2013\u2014]")
# Links and markup tell nothing.
_ASIDE: Final = lazy_pattern(r"<[^<>]*>|(?<!\w)\w+://\S+|(?<!\S)\S+@\S+")
_BLANK: Final = lazy_pattern(r"\s+")
_MARKS: Final = lazy_pattern("[\u0300-\u036f]+")
_VIETNAMESE: Final = lazy_pattern("[ăđơưạ-ỹ]|tôi|mình|nói")
# Of these the tables would take the second word for itself.
_JOINED: Final = {
    "e-mail": "email",
    "chúng tôi": "chúngtôi",
    "he or she": "they",
    "to someone": "to",
    "need someone": "need",
    "can someone": "can",
    "my card": "card",
    "por dia": "pordia",
}


class Words:
    """Words and short phrases in small letters, each also as it is typed without accents.

    >>> table = Words("él", "a man")
    >>> "el" in table, table.are_in({"so", "a man"})
    (True, True)
    """

    def __init__(self, *words: str) -> None:
        self._words: Final = words

    @cached_property
    def _forms(self) -> frozenset[str]:
        return frozenset((*self._words, *map(_without_marks, self._words)))

    def __contains__(self, word: str) -> bool:
        return word in self._forms

    def are_in(self, words: Iterable[str]) -> bool:
        """Return True if one of some words is in the table."""
        return not self._forms.isdisjoint(words)


class Around(NamedTuple):
    """What is around a contact, in small letters.

    words_before, words_after: its words, the nearest first. signs_before, signs_after: the same
    without blanks where scripts without spaces are in it. length: how many words tell something;
    names begin with a capital letter. is_address: whether the contact is a mail address.
    """

    before: str
    after: str
    words_before: Sequence[str]
    words_after: Sequence[str]
    signs_before: str
    signs_after: str
    length: int
    is_address: bool = False

    @property
    def text(self) -> str:
        return f"{self.before} {self.after}"

    @property
    def words(self) -> list[str]:
        return [*reversed(self.words_before), *self.words_after]

    @property
    def phrases(self) -> set[str]:
        """All words, and those next to each other with a space between."""
        return self.phrases_before | phrases_of(self.words_after)

    @property
    def phrases_before(self) -> set[str]:
        """The same of what precedes the contact."""
        return phrases_of(self.words_before[::-1])

    @property
    def clause(self) -> list[str]:
        """The words that precede the contact after the last comma."""
        return _WORD.findall(_CLAUSE.split(self.before)[-1])

    @property
    def signs(self) -> str:
        return self.signs_before + self.signs_after


class Passage:
    """A contact of a text, between two offsets.

    own: what is around it in its sentence or cell.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        low, high = sentence(text, start, end)
        self._low, self._high = max(low, start - _REACH), min(high, end + _REACH)
        if _STOP.search(text, self._low, start):  # for `sentence`, digits begin none
            self._low = start
        self._text = text
        cell = _cell(text[self._low : start], text[end : self._high])
        own = around(*cell, text[self._high : self._high + 1])
        self.own: Final = own._replace(is_address="@" in text[start:end])

    @cached_property
    def others(self) -> Around:
        """What is around that: the rest of its line, and the next ones where it is alone on it.

        Not a question before the contact, which answers it.
        """
        lines = _LINES if not self.own.words else 1
        before = self._text[max(0, self._low - _AROUND) : self._low]
        after = self._text[self._high : self._high + _AROUND]
        if before.rstrip(_CLOSING).endswith(_ASKED):
            before = ""
        return around("\n".join(before.split("\n")[-lines:]), "\n".join(after.split("\n")[:lines]))


def has_words_around(text: str, start: int, end: int) -> bool:
    """Return False for a contact among digits and signs only, as in lists of numbers."""
    reach = _REACH + _AROUND
    return bool(_LETTER.search(text, end, end + reach)) or bool(
        _LETTER.search(text, max(0, start - reach), start)
    )


def around(before: str, after: str, end: str = "") -> Around:
    """What precedes and follows a contact, as the tables are asked about it.

    end: the sign that ends its sentence.
    """
    before, after = _plain(before), _plain(after + end)
    lowered = _joined(small(before)), _joined(small(after))
    words = [_WORD.findall(part) for part in lowered]
    has_names = not (before + after).isupper()
    length = sum(
        word.isalpha() and not (has_names and word[0].isupper())
        for part in (before, after)
        for word in _WORD.findall(part)
    )
    signs = ("", "")
    if runs := _UNSPACED.findall(before + after):
        signs = (_BLANK.sub("", lowered[0]), _BLANK.sub("", lowered[1]))
        length = sum(map(len, runs)) // 2
    return Around(*lowered, words[0][::-1], words[1], *signs, length)


def phrases_of(words: Sequence[str]) -> set[str]:
    """Words, and those next to each other with a space between."""
    return {
        " ".join(words[at : at + length])
        for length in range(1, _LONGEST + 1)
        for at in range(len(words) - length + 1)
    }


def _cell(before: str, after: str) -> tuple[str, str]:
    """What is around a contact in its cell, where it is in a row of a table."""
    starts = [mark.end() for mark in _CELL.finditer(before)]
    end = _CELL.search(after)
    begins = bool(starts) and not before[starts[-1] :].strip(" \"'")
    ends = end is not None and not after[: end.start()].strip(" \"'")
    if begins or ends:
        before = before[starts[-1] :] if starts else before
        after = after[: end.start()] if end else after
    return before, after


def _plain(text: str) -> str:
    return _ASIDE.sub(" ", unicodedata.normalize("NFC", text))


def _joined(text: str) -> str:
    for written, joined in _JOINED.items():
        text = text.replace(written, joined)
    return text


def _without_marks(word: str) -> str:
    """The word without accents; those of Vietnamese are other words without them."""
    if word.isascii() or _VIETNAMESE.search(word):
        return word
    return unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", word)))
