"""Words and pictures of phoning around digits: the evidence that they are a phone number."""

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.normalize.characters import WORD, plain, words_in
from hotline_check.reading.normalize.markers import PHONE
from hotline_check.reading.phone_search.evidence.languages import languages

# Words that speak for a phone only where the digits look like a number, too.
_VAGUE: Final = (
    "number contact customer service care line toll free text reach usa desk help support "
    "soporte suporte numero número numéro nomor номер поддержка नंबर رقم 번호 番号 号码 號碼"
)
# Words between digits and the verb after them: `… has just called`, `… hat mich angerufen`.
_OBJECTS: Final = frozenset(
    (
        *("me", "us", "has", "just", "keeps", "tried", "hat", "mich", "uns", "m", "a", "mi", "ha"),
        *("mij", "heeft", "mnie", "do", "beni", "numarası", "numarasından", "кто", "мне", "se"),
        *("ne", "mujhe", "den", "dan", "tarafından", "bana", "sürekli", "mandou", "um"),
    )
)
_MOST_OBJECTS: Final = 3
# It starts with the capital: a pattern that looks back first is tried at every character.
_HUMP: Final = lazy_pattern("[A-Z](?<=[a-z].)")
_DIGITS: Final = b"0123456789"
# Dashes, quotes, dots and their like: in no word, and no picture.
_PUNCTUATION: Final = lazy_pattern("[\u00a0\u2010-\u201f\u2022\u2026\u3000-\u3002\uff0c]")
_SHORTEST_STEM: Final = 3
# From here on, scripts set no spaces around words, or marks inside them that separate them.
_FIRST_DENSE: Final = "\u0900"
# Signs that may part digits from the word after them.
_BETWEEN_AFTER: Final = " \x00.,!-*)]}~_>|"
# A word further away belongs to another clause.
_FARTHEST: Final = 32
# Characters between a word and the digits that it labels.
_RIGHT_BEFORE: Final = 14
# A colon, a blank and an opening bracket: `tel.: (202) …`.
_TOUCHING: Final = 3
_FARTHEST_AFTER: Final = 10
# Another number, which may share the word: `call 0301234567 or 0307654321`.
_OTHER: Final = lazy_pattern(r"\+?(?:[0-9][ ().-]{0,3}){6,}[0-9][ \x00]?")
# What parts a word from digits that it does not speak of: other digits, the end of a sentence.
_ENDS_SENTENCE: Final = lazy_pattern(
    r"[0-9]|(?<=\w{3})[.!?](?:\s|\Z)|[\u3002\uff01\uff1f]|\n.*\n", re.DOTALL
)


class _Words(NamedTuple):
    """Words of phoning: whole ones, beginnings, pairs, and those of scripts without spaces.

    passed_over: those between digits and a word after them.
    last: every whole word, and the second word of every pair; heads: how the beginnings begin.
    """

    exact: frozenset[str]
    stems: frozenset[str]
    phrases: frozenset[str]
    dense: re.Pattern[str]
    passed_over: frozenset[str]
    last: frozenset[str]
    heads: frozenset[str]

    def none_in(self, tokens: list[str]) -> bool:
        """Whether no word is among the tokens, found out as fast as can be."""
        if not self.last.isdisjoint(tokens):
            return False
        if self.heads.isdisjoint([token[:_SHORTEST_STEM] for token in tokens]):
            return True
        return not any(_has_stem(token, self) for token in tokens)


def _spellings(word: str) -> set[str]:
    """A word as a plain text has it; capitals of other scripts may look like Latin ones."""
    return {plain(each).casefold() for each in (word, word.upper())}


@cache
def _words(*, vague: bool) -> _Words:
    """The words of phoning of all languages, with those that only may speak of it or without."""
    every = {word for language in languages() for word in language.phoning}
    every |= set(_VAGUE.split()) if vague else set()
    spelled = {form for word in every for form in _spellings(word.replace("_", " "))}
    dense = sorted(word for word in spelled if word[0] >= _FIRST_DENSE)
    spaced = spelled.difference(dense)
    exact = frozenset(word for word in spaced if " " not in word and word[-1] != "*")
    stems = frozenset(word[:-1] for word in spaced if word[-1] == "*")
    phrases = frozenset(word for word in spaced if " " in word)
    return _Words(
        exact=exact,
        stems=stems,
        phrases=phrases,
        dense=re.compile(f"[{PHONE}]|{'|'.join(map(re.escape, dense))}"),
        passed_over=frozenset(form for word in _OBJECTS for form in _spellings(word)),
        last=exact.union(phrase.split()[-1] for phrase in phrases),
        heads=frozenset(stem[:_SHORTEST_STEM] for stem in stems),
    )


def has_cue_near(before: str, after: str) -> bool:
    """Whether the text around the digits speaks of a phone, or may."""
    words = _words(vague=True)
    if before[-1:].isalpha():
        before = humps(before)
    if _last(before, words) >= 0:
        return True
    following = after.lstrip(_BETWEEN_AFTER)
    return _begins(following, words) or words.dense.match(following) is not None


def is_spoken_of(before: str, after: str) -> bool:
    """Whether a word or picture of phoning in the same sentence speaks of the digits."""
    words = _words(vague=False)
    if _distance(before, words) < _FARTHEST:
        return True
    if ":" in before[-2:] and _distance(before, _words(vague=True)) <= _TOUCHING:
        return True  # "Support: 1300 123 456"
    following = after.lstrip(_BETWEEN_AFTER)
    if _begins(following, words):
        return True
    if after.isascii() and PHONE not in after:
        return False
    found = words.dense.search(after, 0, _FARTHEST_AFTER)
    return found is not None and not _ENDS_SENTENCE.search(after, 0, found.start())


def is_silent(around: str) -> bool:
    """Return True where no word of a text can make it speak of phoning; the cheapest check."""
    around = without_punctuation(around)
    # As bytes, since `str.translate` takes six times as long to leave the digits out.
    return around.isascii() and is_silent_in_bytes(around.encode())


def without_punctuation(text: str) -> str:
    """A text of the same length with blanks in place of the punctuation beyond ASCII."""
    return text if text.isascii() else _PUNCTUATION.sub(" ", text)


def is_silent_in_bytes(around: bytes, *, vague: bool = True) -> bool:
    """The same for a text in UTF-8. vague: words that only may speak of phoning count, too.

    The lines of a log differ in little but their digits, which are in no such word: without them
    nearly all that is asked has been asked before.
    """
    return around.isascii() and _has_no_words(without_digits(around), vague)


def without_digits(around: bytes) -> bytes:
    """A text without its ASCII digits: what many lines of a log have in common."""
    return around.translate(None, _DIGITS)


@lru_cache(maxsize=4096)
def _has_no_words(letters: bytes, vague: bool) -> bool:  # by place, for the cache
    around = letters.decode("ascii")
    if PHONE in around:
        return False
    return _words(vague=vague).none_in(words_in(f"{around} {humps(around)}".casefold()))


def is_labelled(before: str) -> bool:
    """Whether a word or picture of phoning is right before the digits: `tel.: `, `call us at `."""
    return _distance(before, _words(vague=False)) <= _RIGHT_BEFORE


def _distance(before: str, words: _Words) -> int:
    """Characters from the last word of phoning, in the same sentence, to the digits."""
    before = before[before.rfind("\n", 0, before.rfind("\n")) + 1 :]
    place = _last(before, words)
    if place < 0:
        before = humps(before)
        place = _last(before, words)
    if place < 0:
        return _FARTHEST
    between = _OTHER.sub("", before[place:])
    return _FARTHEST if _ENDS_SENTENCE.search(between) else len(between)


def is_touching(before: str) -> bool:
    """Whether nothing but a sign or two parts a word or picture of phoning from the digits."""
    return _distance(before, _words(vague=False)) <= _TOUCHING


def humps(before: str) -> str:
    """What is before the digits, with its joined words apart: `plsCall` -> `pls Call`."""
    return _HUMP.sub(r" \g<0>", before)


def _last(before: str, words: _Words) -> int:
    """Where the last word of phoning before the digits ends, -1 where there is none."""
    last = -1
    if PHONE in before or not before.isascii():
        last = max((match.end() for match in words.dense.finditer(before)), default=-1)
    before = before.casefold()
    if words.none_in(words_in(before)):
        return last
    tokens = list(WORD.finditer(before))
    for place in reversed(range(len(tokens))):
        token = tokens[place]
        if token.end() <= last:
            break
        phrase = f"{tokens[place - 1][0]} {token[0]}" if place else ""
        if token[0] in words.exact or phrase in words.phrases or _has_stem(token[0], words):
            return token.end()
    return last


def _begins(after: str, words: _Words) -> bool:
    """Whether a text begins with a word of phoning, perhaps after those whom it is done to."""
    after = after.casefold()
    for _ in range(_MOST_OBJECTS + 1):
        first = WORD.match(after)
        if first is None:
            return False
        if first[0] in words.exact or _has_stem(first[0], words):
            return True
        if first[0] not in words.passed_over:
            return False
        after = after[first.end() :].lstrip(" '\u2019")
    return False


def _has_stem(word: str, words: _Words) -> bool:
    return word[:_SHORTEST_STEM] in words.heads and any(
        word[:size] in words.stems for size in range(_SHORTEST_STEM, len(word) + 1)
    )
