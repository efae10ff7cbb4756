"""Digits spelled as words -> digits, in place and in as many characters.

Only a whole run of digits and digit words that is as long as a phone number is changed, so that
"one of the two" stays what it is. A word becomes its digits and then hidden characters, which
keeps every offset.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.normalize.characters import plain
from hotline_check.reading.normalize.markers import HIDDEN
from hotline_check.reading.normalize.number_vocabulary import (
    REPEATS,
    fellows,
    is_digit_word,
    may_spell,
    of_other_scripts,
    vocabulary,
)

# As many as the shortest number that is found without a word of phoning.
FEWEST_DIGITS: Final = 7

# Scripts whose words hold marks, which become hidden characters.
_MARKED: Final = lazy_pattern("[\u0900-\u1fff]")
_MARKED_LETTERS: Final = lazy_pattern("[\u0900-\u1fff]+")
_PLUS_WORDS: Final = "plus más mais più tambah artı cộng плюс زائد प्लस プラス 加"
# With so many digits not in words, only words between them count.
_WHOLE_NUMBER: Final = 10
_LETTERS_OR_COMMA: Final = lazy_pattern(r"[,a-zの에]", re.IGNORECASE)
# `due` is 2 in Italian and an English word: two more words of its language must be near.
_FEWEST_FELLOWS: Final = 2
_GROUPED: Final = lazy_pattern("[0-9]{3}")
_GAP_WORDS: Final = ("y", "e", "et")
_ASCII_WORD: Final = lazy_pattern("[a-z]+")
_GAP = rf"(?:[\s\x00-\x03,.·・\-/_*+()の에]{{0,4}}| (?:{'|'.join(_GAP_WORDS)}) )"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = (*vocabulary(), *REPEATS)
    spaced = _any_of(word for word in words if not _is_dense(word))
    dense = _any_of(filter(_is_dense, words))
    digit = rf"(?:(?<![^\W\d_])(?>{spaced})++(?![^\W\d_])|{dense}|\d)"
    glued = rf"(?<![^\W\d_])(?>{spaced}){{{FEWEST_DIGITS},40}}+(?![^\W\d_])"
    run = rf"{digit}(?:{_GAP}{digit}){{5,40}}|{glued}"
    return re.compile(run, re.IGNORECASE), re.compile(rf"{spaced}|{dense}|\d", re.IGNORECASE)


def _is_dense(word: str) -> bool:
    """Whether it is of a script that puts no spaces between words."""
    return word[0] >= "\u2e80" or "\u0e00" <= word[0] <= "\u0eff"


def _any_of(words: Iterable[str]) -> str:
    """A pattern of words, the longest first; those with one beginning are tried together."""
    by_first: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        by_first.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(each)}(?:{'|'.join(ends)})" for each, ends in by_first.items())


@cache
def _beyond_ascii() -> re.Pattern[str]:
    """Digit words of another script next to others or digits; case counts, which is much faster."""
    words = (plain(word) if _MARKED.search(word) else word for word in of_other_scripts())
    digit = f"(?:{'|'.join(map(re.escape, words))})"
    apart = r"(?:\W|_){0,6}"
    second = rf"{apart}(?:\d{{1,4}}{apart})?{digit}{apart}(?:{digit}|\d)"
    return re.compile(rf"{digit}(?:{second}|(?<=\d.)[^\w\s]?\d)")


def rows_beyond_ascii(text: str, *, is_marked: bool) -> Iterator[tuple[int, int]]:
    """Where digits may be spelled in a script other than Latin: three words in a row.

    is_marked: whether the text may have letters of the scripts whose words hold marks.
    """
    if is_marked:
        text = _MARKED_LETTERS.sub(lambda match: plain(match[0]), text)
    for row in _beyond_ascii().finditer(text):
        yield row.span()


def spells_digits(word: str) -> bool:
    """Whether a plain word spells a digit or more."""
    return is_digit_word(word.casefold())


def spelled(text: str) -> str:
    """The plain text with its spelled numbers as digits, of the same length."""
    if not _has_number_word(text):
        return text
    run, digit = _patterns()
    return _plus_word().sub(_plus, run.sub(lambda match: _run(match[0], digit), text))


def _has_number_word(text: str) -> bool:
    """Return True if a text may hold a word that the patterns look for.

    Compiling the patterns takes fifty milliseconds, a tenth of a check, and searching with them as
    long as all else that makes a text plain.
    """
    folded = text.casefold()  # as patterns that ignore case see it, but for the dotless i
    if not (text.isascii() or _letters_beyond_ascii().isdisjoint(folded)):
        return True
    return any(map(may_spell, set(_ASCII_WORD.findall(folded))))


@cache
def _letters_beyond_ascii() -> frozenset[str]:
    """The characters beyond ASCII in what the patterns look for, also for an i."""
    words = (*vocabulary(), *REPEATS, *map(plain, _PLUS_WORDS.split()), "\u0130\u0131")
    return frozenset(char for char in "".join(words).casefold() if not char.isascii())


def made_latin_parts() -> frozenset[str]:
    """The letters that digit words, pluses and gaps have in a row, as the patterns take them.

    Of those that are in ASCII: a word with other letters is in no text without them.
    `data/latin_parts.txt` holds them, since they take seven milliseconds to make; a test compares.
    """
    words = (*vocabulary(), *REPEATS, *map(plain, _PLUS_WORDS.split()), *_GAP_WORDS)
    # Ignoring case takes these for Latin letters.
    latin = (word.lower().translate({0x131: "i", 0x17F: "s", 0x212A: "k"}) for word in words)
    return frozenset(part for word in latin if word.isascii() for part in _ASCII_WORD.findall(word))


@cache
def _plus_word() -> re.Pattern[str]:
    """The word for a plus, right before digits in words."""
    words = "|".join(re.escape(plain(word)) for word in _PLUS_WORDS.split())
    signs = r"[\x00-\x03\s・-]{1,3}"
    return re.compile(rf"(?<![^\W_])(?:{words}){signs}(?=[0-9](?:\x00|{signs}))", re.IGNORECASE)


def _plus(match: re.Match[str]) -> str:
    return "+".ljust(len(match[0]), HIDDEN)


def _run(run: str, digit: re.Pattern[str]) -> str:
    if not any(char.isalpha() or char == "\u3007" for char in run):
        return run
    found = list(digit.finditer(run))
    out: list[str] = []
    digits = 0
    end = 0
    counted = _counted(run, found)
    if _counts([_value(found, place) for place in counted]):
        return run
    for place, match in enumerate(found):
        if place not in counted:
            continue
        gap = run[end : match.start()]
        out.append(_LETTERS_OR_COMMA.sub(" ", gap) if end else gap)
        end = match.end()
        value = _value(found, place)
        digits += len(value)
        out.append(value[: len(match[0])].ljust(len(match[0]), HIDDEN))
    out.append(run[end:])
    return "".join(out) if digits >= FEWEST_DIGITS else run


def _counts(values: list[str]) -> bool:
    """Return True for a plain counting sequence, up or down."""
    numbers = [int(value) for value in values if value]
    steps = {after - before for before, after in pairwise(numbers)}
    return len(values) == len(numbers) and steps in ({1}, {-1})


def _counted(run: str, found: list[re.Match[str]]) -> range:
    """Which words and digits are the number: "option two 202..." has a word too many."""
    words = frozenset(word for match in found if not (word := match[0].casefold()).isdecimal())
    foreign = frozenset(word for word in words if _is_foreign(word, words))
    if foreign == words:
        return range(0)
    low, high = 0, len(found)
    while found[low][0].casefold() in foreign:
        low += 1
    while found[high - 1][0].casefold() in foreign:
        high -= 1
    numerals = [place for place, match in enumerate(found) if match[0].isdecimal()]
    if len(numerals) < _WHOLE_NUMBER or not _GROUPED.search(run):
        return range(low, high)
    first, last = numerals[0], numerals[-1]
    if len(numerals) == _WHOLE_NUMBER and found[first][0] == "1":
        return range(first, high)
    if len(numerals) == _WHOLE_NUMBER and first and _value(found, first - 1) == "1":
        first -= 1  # the country code of North America
    return range(first, last + 1)


def _is_foreign(word: str, second: frozenset[str]) -> bool:
    """Whether a word is a digit in one language only, and no two others of it are near."""
    others = fellows(word)
    return others is not None and len(others & second) < _FEWEST_FELLOWS


def _value(found: list[re.Match[str]], place: int) -> str:
    word = found[place][0].casefold()
    following = found[place + 1][0].casefold() if place + 1 < len(found) else ""
    after = following if following.isdecimal() else vocabulary().get(following, "")
    if word in REPEATS:
        return after[:1] * REPEATS[word]
    value = word if word.isdecimal() else vocabulary().get(word, "")
    if value == "00" and len(after) == 2 and after != "00":
        return ""  # eight hundred eighty eight
    if len(value) == len("100") and value != "000" and not following.isdecimal():
        return value[: 3 - len(after)] if len(after) < len(value) else value
    tens = len(value) == 2 and value[1] == "0" and value not in {"00", "10"}
    if tens and len(after) == 1 and not following.isdecimal():
        return value[0] if after != "0" else value
    return value
