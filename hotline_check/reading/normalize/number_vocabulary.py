"""The words that spell digits: which there are, and the digits of each."""

from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from hotline_check.reading.normalize.characters import plain

_DATA: Final = Path(__file__).parent / "data"
# What follows a digit in words and means its zeros.
_ZEROS: Final = {"hundred": "00", "thousand": "000"}
# Words that repeat the next digit, and how often.
REPEATS: Final = {"double": 1, "triple": 2}

# Words that mean something else in another language, and whose digits they are.
_AMBIGUOUS: Final = {
    "once": "es", "dez": "pt", "elf": "de", "venti": "it",
    "due": "it", "sei": "it", "do": "hi-latin", "char": "hi-latin", "null": "de", "een": "nl",
    "hai": "vi", "bon": "vi", "chin": "vi", "ba": "vi", "nam": "vi", "bay": "vi", "sau": "vi",
    "bes": "tr", "tam": "vi", "mot": "vi",
}  # fmt: skip


# From here on, scripts put no spaces between words.
_FIRST_DENSE: Final = "\u0e00"
# Letters of the words that are read out of a longer word.
_SHORTEST_GLUED: Final = 3
_LONGEST_GLUED: Final = 16
# Letters of the longest of `latin_parts`: a test compares.
LONGEST_PART: Final = 13


class WordRow(NamedTuple):
    """Words for `first`, `first + step` and so on, each in all its spellings."""

    language: str
    first: int
    step: int
    words: tuple[tuple[str, ...], ...]

    def values(self) -> Iterator[tuple[str, int]]:
        """Each spelling with its number."""
        for place, spellings in enumerate(self.words):
            for spelling in spellings:
                yield spelling, self.first + place * self.step


@cache
def rows() -> tuple[WordRow, ...]:
    """The words of all languages, as `data/number_words.txt` has them."""
    text = (_DATA / "number_words.txt").read_text("utf-8")
    fields = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return tuple(
        WordRow(language, int(first), int(step), tuple(tuple(w.split("|")) for w in words.split()))
        for language, first, step, words in fields
    )


def _row(language: str, first: int) -> WordRow:
    return next(row for row in rows() if (row.language, row.first) == (language, first))


@cache
def fellows(word: str) -> frozenset[str] | None:
    """The digit words of its language, among which an ambiguous word is one; None for any other."""
    language = _AMBIGUOUS.get(word)
    if language is None:
        return None
    return frozenset(plain(other) for other, _ in _row(language, 0).values()) - {word}


@cache
def latin_parts() -> frozenset[str]:
    """The rows of Latin letters in all words of ASCII, and in those for a plus or between digits.

    Made ahead (`number_words.made_latin_parts`): few checks need the words themselves.
    """
    return frozenset((_DATA / "latin_parts.txt").read_text("ascii").split())


@lru_cache(maxsize=4096)
def may_spell(word: str) -> bool:
    """Return False for a word in small Latin letters that no digit words make up."""
    if not (word.isascii() and word.isalpha()):
        return True
    parts = latin_parts()
    reached = {0}
    for end in range(1, len(word) + 1):
        starts = range(max(0, end - LONGEST_PART), end)
        if any(start in reached and word[start:end] in parts for start in starts):
            reached.add(end)
    return len(word) in reached


def is_digit_word(word: str) -> bool:
    """Return True for a plain word in small letters that spells a digit or more.

    >>> is_digit_word("seven"), is_digit_word("now")
    (True, False)
    """
    is_plain = word.isascii() and word.isalpha()
    return (not is_plain or word in latin_parts()) and word in vocabulary()


@cache
def vocabulary() -> dict[str, str]:
    """Plain word -> its digits."""
    spoken = dict(_ZEROS)
    # Digits come last: a word that is a digit in any language is read as that.
    for row in sorted(rows(), key=lambda row: row.first, reverse=True):
        for word, number in row.values():
            for cased in (word, word.upper()):  # capitals may look like Latin ones
                spoken[plain(cased).casefold()] = str(number)
    return _french() | spoken


@lru_cache(maxsize=4096)
def spelled_in(word: str) -> tuple[str, ...]:
    """The digits of the plain words that make up the whole of a word, each in turn.

    >>> spelled_in("two"), spelled_in("twozerotwo"), spelled_in("someone")
    (('2',), ('2', '0', '2'), ())
    """
    if not may_spell(word):
        return ()
    known = vocabulary()
    if word in known:
        return (known[word],)
    spelled: dict[int, tuple[str, ...]] = {0: ()}
    for start in range(len(word)):
        if start not in spelled:
            continue
        shortest = 1 if word[start] >= _FIRST_DENSE else _SHORTEST_GLUED
        for end in range(start + shortest, min(start + _LONGEST_GLUED, len(word)) + 1):
            if word[start:end] in known:
                spelled.setdefault(end, (*spelled[start], known[word[start:end]]))
    return spelled.get(len(word), ())


@cache
def of_other_scripts() -> list[str]:
    """The words that aren't Latin, as they are written, in small letters and capitals."""
    spellings = {word for row in rows() for word, _ in row.values()}
    words = {cased for word in spellings for cased in (word, word.title(), word.upper())}
    return sorted((word for word in words if word[0] >= "\u0370"), key=len, reverse=True)


def _french() -> dict[str, str]:
    """The numbers that French makes of sixty and ten, or of four times twenty."""
    teens = [spelling for spelling, _ in _row("fr", 10).values()]
    ones = ["", *(plain(spellings[0]) for spellings in _row("fr", 0).words[1:])]
    found = {word: str(10 + place) for place, word in enumerate(teens)}
    found |= {f"soixante-{word}": str(70 + place) for place, word in enumerate(teens)}
    found |= {"soixante-et-onze": "71", "quatre-vingts": "80", "quatre-vingt": "80"}
    found |= {
        f"quatre-vingt-{word}": str(80 + place)
        for place, word in enumerate((*ones, *teens))
        if word
    }
    return found | {word.replace("-", " "): value for word, value in found.items()}
