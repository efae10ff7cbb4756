"""Which stretches of a text may hold a number in words: byte tables for digit words."""

import re
import string
from collections.abc import Iterator
from functools import cache
from itertools import repeat
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.normalize.characters import plain
from hotline_check.reading.normalize.number_vocabulary import REPEATS, latin_parts, vocabulary

# Characters of a text short enough to look for digit words of every language.
SHORT: Final = 1400


def _table(letters: str) -> bytes:
    """A byte table that blanks everything but the letters that a language's digit words lack."""
    lacking = set("abcdefghijklmnopqrstuvwxyz") - set(letters)
    return bytes(
        ord("x") if chr(code).lower() in lacking and code < 128 else 32 for code in range(256)
    )


_ENGLISH: Final = tuple(b"zero|one|two|three|four|five|six|seven|eight|nine|hundred".split(b"|"))
# What the digit words of Spanish and Portuguese, and of French, German and Hindi, leave blank.
_OTHERS: Final = (_table("zerounodstcaiqhvm"), _table("unsaechztodrvifgxqpk"))
_NOT_LETTERS: Final = bytes(code for code in range(256) if not chr(code).isalpha() or code > 127)
_SHORTEST_WORD: Final = 3
# Of the words, those of which any number holds one: prose mostly holds none in a row.
_COMMON_WORD: Final = lazy_pattern(b"|".join(_ENGLISH[:8]))
# A page of prose has three digit words by chance.
_FEWEST_WORDS: Final = 6
_FEW_WORDS: Final = 3
_FEWEST_DIGITS: Final = 7
_PLUS_REACH: Final = 96
# Bytes of a block in which its language shows.
_START: Final = 500
# All bytes but the first ones of letters of other scripts than Latin and Greek.
_NO_WORDS = bytes(code for code in range(256) if not (0xD0 <= code <= 0xED) or code == 0xE2)
# A text in such a script mostly begins with it; taking bytes out of all of it takes longer.
_IN_WORDS: Final = lazy_pattern(rb"[\xd0-\xe1\xe3-\xed]")
_LONG_WORDS = b" " * 34
# How long a stretch of digit words is; in a short text `double` and `triple` may interrupt it.
_SHORT_WORDS = b" " * 18
# Words that show a long text to be in another language than English.
_OTHER_LANGUAGES = (b" de ", b" der ", b" que ", b" hai ", b" les ", b" und ", b" et ")


def rows(block: str, raw: bytes, marks: bytes) -> Iterator[tuple[int, int]]:
    """Where a block may hold digits in words of Latin letters, in bytes.

    raw: the block in UTF-8; marks: its bytes by `byte_classes.MARKS`.
    """
    run = _SHORT_WORDS if len(block) < SHORT else _LONG_WORDS
    for start, end in _runs(marks.replace(b"0", b" "), run):
        lowered = raw[start:end].lower()
        # Hardly any run holds a word. To see that by its words, one by one, takes twice as long.
        if _COMMON_WORD.search(lowered) and _spells(
            lowered, _FEW_WORDS if len(block) < SHORT else _FEWEST_WORDS
        ):
            yield start, end
    if len(block) < SHORT:
        if spells(block):
            yield 0, len(raw)
        return
    if b"+" in raw:
        yield from _after_pluses(raw)
    opening = raw[:_START].lower()
    if any(mark in opening for mark in _OTHER_LANGUAGES):
        for table in _OTHERS:
            for start, end in _runs(raw.translate(table), _LONG_WORDS):
                if spells(raw[start:end].decode("utf-8", "ignore")):
                    yield start, end


def _runs(blanked: bytes, shortest: bytes) -> Iterator[tuple[int, int]]:
    """Where a text is blank, up to the letter that ends it."""
    size = len(blanked)
    blanked += shortest[:2]
    place = blanked.find(shortest)
    while place >= 0:
        end = blanked.find(b"x", place)
        end = size if end < 0 else end
        yield place, end
        place = blanked.find(shortest, end)


def _spells(lowered: bytes, fewest: int) -> bool:
    """Return True if a run has so many English digit words (or digits), not all the same."""
    if len(lowered.translate(None, _NOT_LETTERS)) < _FEW_WORDS * _SHORTEST_WORD:
        return False
    counts = [count for word in _ENGLISH if (count := lowered.count(word))]
    if len(counts) > 1 and sum(counts) >= fewest:
        return True
    return fewest > _FEW_WORDS and spells(lowered.decode("utf-8", "ignore"))


def rows_beyond_ascii(block: str, raw: bytes) -> Iterator[tuple[int, int]]:
    """Where letters of other scripts may make digits in words, in characters."""
    if _IN_WORDS.search(raw, 0, _START) or raw.translate(None, _NO_WORDS):
        from hotline_check.reading.normalize.number_words import (
            rows_beyond_ascii,  # only for other scripts
        )

        # U+0900 to U+1FFF begin with one of two bytes, which are found in no time.
        is_marked = b"\xe0" in raw or b"\xe1" in raw
        yield from rows_beyond_ascii(block, is_marked=is_marked)


def _after_pluses(raw: bytes) -> Iterator[tuple[int, int]]:
    """Where digit words of any language in Latin letters follow a plus, in bytes."""
    for sign in _PLUS_AND_WORD.finditer(raw.replace(b"++++", b"    ")):
        word = sign[1]
        if not word.isascii():
            word = plain(word.decode("utf-8", "ignore")).encode()
        if word.decode("ascii", "ignore") in _words():
            end = sign.start() + _PLUS_REACH
            if spells(raw[sign.start() : end].decode("utf-8", "ignore")):
                yield sign.start(), min(end, len(raw))


# A plus and the first word after it.
_PLUS_AND_WORD: Final = lazy_pattern(
    rb"""
    \+(?!\+)[^A-Za-z+\n]{0,24}+
    ([A-Za-z](?:[A-Za-z]|[\xc3-\xc5][\x80-\xbf]){1,8}+)    # also with accents, in UTF-8
    """,
    re.VERBOSE,
)


def spells(text: str) -> bool:
    """Return True if digit words in Latin letters, and digits among them, may be a number."""
    # Splitting a text takes a fifth of the time of finding its words.
    written = plain(text).encode("ascii", "replace").translate(_ONLY_LETTERS_AND_DIGITS)
    for digit in _DIGITS:
        written = written.replace(digit, b" " + digit + b" ")  # also apart from a word: `one202`
    tokens = written.decode("ascii").split()
    if latin_parts().isdisjoint(map(str.lower, tokens)):
        return False
    row = "".join(map(_kinds().get, tokens, repeat("x")))
    return any("w" in run for run in _LONG_RUN.findall(row.replace("-", "")))


@cache
def _kinds() -> dict[str, str]:
    """`w` for each digit word, `0` for each digit, `-` for what may be between them."""
    between, zeros = dict.fromkeys(_JOINING, "-"), dict.fromkeys(string.digits, "0")
    return between | zeros | dict.fromkeys(_words(), "w")


_LONG_RUN: Final = lazy_pattern(rf"[0w]{{{_FEWEST_DIGITS},}}")
_DIGITS: Final = tuple(digit.encode() for digit in string.digits)
# Blanks for all other characters.
_ONLY_LETTERS_AND_DIGITS: Final = bytes(
    code if chr(code) in string.ascii_letters + string.digits else 32 for code in range(256)
)


@cache
def _words() -> frozenset[str]:
    """Digit words, in small letters and as they begin a sentence or shout."""
    words = [word for word in (*vocabulary(), *REPEATS) if word.isascii() and word.isalpha()]
    return frozenset(form for word in words for form in (word, word.title(), word.upper()))


_JOINING: Final = frozenset({"y", "e", "et", "x", "I", "O", "l", "o"})


def are_digits(before: str, after: str) -> bool:
    """Return True if a word ends, or the next one begins, with a digit word."""
    words = tuple(_words())
    return before.lower().endswith(words) or after.lower().startswith(words)
