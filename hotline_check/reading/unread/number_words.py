"""Rows of digits of which some are words of a language in which numbers are read."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.normalize.characters import plain

_TOKEN: Final = lazy_pattern(r"[0-9]|[^\W\d_]+|\n\n")
_LETTERS: Final = lazy_pattern(r"[^\W\d_]+")
_FEWEST_DIGITS: Final = 7
_FEWEST_WORDS: Final = 3
_BETWEEN: Final = frozenset({"and", "und", "y", "e", "et", "double", "triple", "dash"})


def number_words(text: str) -> Iterator[tuple[int, int]]:
    """Where at least seven digits are in a row, some of them in words, perhaps without spaces."""
    from hotline_check.reading.normalize.number_vocabulary import spelled_in

    # Each word is looked up once: the lines of a log differ in little but their digits.
    known = {word: spelled_in(plain(word).casefold()) for word in set(_LETTERS.findall(text))}
    if not any(known.values()):
        return
    start = end = words = 0
    values: list[str] = []
    is_apart = was_digit = False
    for token in _TOKEN.finditer(text):
        word = token[0]
        if word == "\n\n":
            is_apart = True
            continue
        spelled, is_digit = known.get(word, ()), word.isdigit()
        is_value = is_digit or bool(spelled)
        # Digits in another paragraph are no part of the row, words may be.
        if not (is_value or word.casefold() in _BETWEEN) or (
            is_apart and is_value and (is_digit or was_digit)
        ):
            if words >= _FEWEST_WORDS and _is_number(values, text[start:end]):
                yield start, end
            words, values = 0, []
        if is_value:
            if not values:
                start = token.start()
            values += spelled or [word]
            words, end = words + len(spelled), token.end()
            is_apart, was_digit = False, is_digit
    if words >= _FEWEST_WORDS and _is_number(values, text[start:end]):
        yield start, end


def _is_number(values: Sequence[str], written: str) -> bool:
    """Return False for too few digits, and for headings that are counted: `One`, `Two`."""
    if sum(map(len, values)) < _FEWEST_DIGITS:
        return False
    are_apart = written.count("\n\n") >= len(values) - 1
    return not are_apart or {int(b) - int(a) for a, b in pairwise(values)} != {1}
