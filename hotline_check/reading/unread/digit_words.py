"""Rows of digits in words of languages in which no number is read: `dau wyth dim pump …`.

The readers know twenty languages, and whoever speaks another one dials such a row all the same.
Each line of `digit_words.txt` is a language with its digits from 0 to 9, other spellings of a word
after a bar, such as those without accents.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.normalize.folded import Folded

_DATA: Final = Path(__file__).parent / "digit_words.txt"
# Any signs but those between words: marks of Indic scripts are no letters.
_TOKEN: Final = lazy_pattern(r"\d|[^\s\d,.;:!?()\[\]{}<>/\\|\"·•~*_+=\u2013\u2014-]+")
_LETTERS: Final = lazy_pattern(r"[^\W\d_]+")
# Words between digits that end no row.
_BETWEEN: Final = frozenset(
    {"a", "and", "da", "e", "et", "i", "ja", "och", "og", "ve", "y", "и", "та", "şi", "și"}
)
_FEWEST_DIGITS: Final = 7
_FEWEST_WORDS: Final = 3


def digit_words(lowered: str) -> Iterator[tuple[int, int]]:
    """Where a folded text in small letters has seven digits in a row, some of them in words."""
    # Asked first: reading the list of words takes a millisecond, and most checks hold fewer.
    if len(list(islice(_LETTERS.finditer(lowered), _FEWEST_WORDS))) < _FEWEST_WORDS:
        return
    known = _words()
    # In a row of any languages first: a text has words that are digits somewhere, such as `to`.
    row: list[re.Match[str]] = []
    for token in _TOKEN.finditer(lowered):
        word = token[0]
        if word in known or word.isdecimal():
            row.append(token)
        elif row and word not in _BETWEEN:
            if len(row) >= _FEWEST_DIGITS:
                yield from _of_one_language(row)
            row = []
    if len(row) >= _FEWEST_DIGITS:
        yield from _of_one_language(row)


def _of_one_language(row: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """The rows of digits and words of one language in a row of those of any."""
    languages = _languages()
    spoken = Counter(language for token in row for language in languages.get(token[0], ()))
    for language, count in spoken.items():
        if count < _FEWEST_WORDS:
            continue
        words = {token[0] for token in row if language in languages.get(token[0], ())}
        start = end = digits = spelled = 0
        for token in (*row, None):
            is_word = token is not None and token[0] in words
            if token is not None and (is_word or token[0].isdecimal()):
                start = start if digits else token.start()
                digits, spelled, end = digits + 1, spelled + is_word, token.end()
            elif token is None or token[0] not in _BETWEEN:
                if digits >= _FEWEST_DIGITS and spelled >= _FEWEST_WORDS:
                    yield start, end
                digits = spelled = 0


@cache
def _folded() -> str:
    return Folded(_DATA.read_text("utf-8")).text.casefold()


@cache
def _words() -> frozenset[str]:
    """All the words, and nothing else that a text has; most texts are asked for no more."""
    return frozenset(_folded().replace("|", " ").split())


@cache
def _languages() -> dict[str, frozenset[str]]:
    """Each word with the languages in which it is a digit."""
    found: dict[str, set[str]] = {}
    for line in _folded().splitlines():
        language, _, words = line.partition("\t")
        for word in words.replace("|", " ").split():
            found.setdefault(word, set()).add(language)
    return {word: frozenset(languages) for word, languages in found.items()}
