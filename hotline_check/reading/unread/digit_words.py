"""Rows of digits in words of languages in which no number is read: `dau wyth dim pump …`.

The readers know twenty languages, and whoever speaks another one dials such a row all the same.
Each line of `digit_words.txt` is a language with its digits from 0 to 9, other spellings of a word
after a bar, such as those without accents.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.normalize.folded import Folded

_DATA: Final = Path(__file__).parent / "digit_words.txt"
# Any signs but those between words: marks of Indic scripts are no letters.
_TOKEN: Final = lazy_pattern(r"\d|[^\s\d,.;:!?()\[\]{}<>/\\|\"·•~*_+=\u2013\u2014-]+")
# Words between digits that end no row.
_BETWEEN: Final = frozenset(
    {"a", "and", "da", "e", "et", "i", "ja", "och", "og", "ve", "y", "и", "та", "şi", "și"}
)
_FEWEST_DIGITS: Final = 7
_FEWEST_WORDS: Final = 3


def digit_words(lowered: str) -> Iterator[tuple[int, int]]:
    """Where a folded text in small letters has seven digits in a row, some of them in words."""
    found = _TOKEN.findall(lowered)
    words = [token for token in found if not token.isdecimal()]
    # Asked first: reading the list of words takes a millisecond, and most checks hold fewer.
    if len(found) < _FEWEST_DIGITS or len(words) < _FEWEST_WORDS:
        return
    known = list(filter(_words().__contains__, words))
    if len(known) < _FEWEST_WORDS:
        return
    languages = _languages()
    tokens = list(_TOKEN.finditer(lowered))
    spoken = Counter(language for word in known for language in languages.get(word, ()))
    for language, count in spoken.items():
        if count >= _FEWEST_WORDS:
            own = frozenset(word for word in known if language in languages.get(word, ()))
            yield from _rows(tokens, own)


def _rows(tokens: list[re.Match[str]], words: frozenset[str]) -> Iterator[tuple[int, int]]:
    start = end = digits = spelled = 0
    for token in tokens:
        is_word = token[0] in words
        if is_word or token[0].isdecimal():
            if not digits:
                start = token.start()
            digits, spelled, end = digits + 1, spelled + is_word, token.end()
        elif token[0] not in _BETWEEN:
            if digits >= _FEWEST_DIGITS and spelled >= _FEWEST_WORDS:
                yield start, end
            digits = spelled = 0
    if digits >= _FEWEST_DIGITS and spelled >= _FEWEST_WORDS:
        yield start, end


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
