"""Which countries a sentence speaks for: by the countries it names, and by its language."""

import re
from collections import Counter
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from hotline_check.lazy_pattern import lazy_pattern

_DATA: Final = Path(__file__).parent / "data"
_WORD: Final = lazy_pattern(r"[^\W\d_]+")
_ENGLISH: Final = "en"
# Languages that may share a sentence's words; of more, the words say nothing.
_MOST_ALIKE: Final = 2
# A word of phoning says more about a language than a frequent word that others share.
_PHONING_WEIGHT: Final = 2
# Words of a country's name.
_LONGEST_NAME: Final = 4
_NO_SPACES: Final = lazy_pattern("[\u0900-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")

# Languages that their letters give away; the first whose letters a sentence holds is it.
_SCRIPTS: Final = (
    ("ko", lazy_pattern("[\uac00-\ud7a3]")),
    ("ja", lazy_pattern("[\u3041-\u30fa]")),
    ("th", lazy_pattern("[\u0e01-\u0e5b]")),
    ("he", lazy_pattern("[\u05d0-\u05ea]")),
    ("el", lazy_pattern("[\u03b1-\u03ce]")),
    ("bn", lazy_pattern("[\u0985-\u09b9]")),
    ("hi", lazy_pattern("[\u0905-\u0939]")),
    ("fa", lazy_pattern("[\u067e\u0686\u0698\u06af\u06a9\u06cc]")),
    ("ar", lazy_pattern("[\u0621-\u064a]")),
    ("uk", lazy_pattern("[\u0456\u0457\u0454\u0491]")),
)
_HAN: Final = lazy_pattern("[\u4e00-\u9fff]")
_SIMPLIFIED: Final = lazy_pattern(
    "[电话热线拨联为众这们来个时间钱账户汇银国请号码务资讯网访问见报骗]"
)
_TRADITIONAL: Final = lazy_pattern(
    "[電話熱線撥聯為眾這們來個時間錢賬帳戶匯銀國請號碼務資訊網訪問見報騙]"
)


class Language(NamedTuple):
    """What the table says of a language.

    countries: where it is a main one, the largest first; none for one written everywhere.
    phoning, frequent: its words, in lower case; a word that ends in `*` matches longer ones too,
        `_` for a space.
    """

    code: str
    countries: tuple[str, ...]
    phoning: tuple[str, ...]
    frequent: tuple[str, ...]


@cache
def languages() -> tuple[Language, ...]:
    """Every language of the table."""
    found = []
    for line in (_DATA / "languages.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        code, countries, phoning, frequent = (field.split() for field in line.split("|"))
        found.append(Language(code[0], tuple(countries), tuple(phoning), tuple(frequent)))
    return tuple(found)


@lru_cache(maxsize=1024)
def spoken_in(sentence: str, *, is_certain: bool = False) -> tuple[str, ...]:
    """The countries of a sentence's language, the largest first; none where they are not known.

    is_certain: one frequent word, which another language may have too, does not say it.
    """
    codes = _languages_of(sentence, least=_PHONING_WEIGHT if is_certain else 0)
    found = [each.countries for each in languages() if each.code in codes]
    if not all(found):
        return ()
    return tuple(dict.fromkeys(country for countries in found for country in countries))


def _languages_of(sentence: str, least: int) -> frozenset[str]:
    for code, letters in () if sentence.isascii() else _SCRIPTS:
        if letters.search(sentence):
            return frozenset({code})
    if not sentence.isascii() and _HAN.search(sentence):
        simplified, traditional = _SIMPLIFIED.search(sentence), _TRADITIONAL.search(sentence)
        if bool(simplified) == bool(traditional):
            return frozenset({"zh-Hans", "zh-Hant"})
        return frozenset({"zh-Hans" if simplified else "zh-Hant"})
    score = _scored(_WORD.findall(sentence.lower()))
    best = max(score.values(), default=0)
    found = frozenset(code for code in score if score[code] == best >= least)
    return frozenset() if _ENGLISH in found or len(found) > _MOST_ALIKE else found


def _scored(words: list[str]) -> Counter[str]:
    """Languages -> how much the words speak for each."""
    score: Counter[str] = Counter()
    for word in (*words, *map(" ".join, pairwise(words))):
        for code, weight in _weights(word):
            score[code] += weight
    return score


@lru_cache(maxsize=16_384)
def _weights(word: str) -> tuple[tuple[str, int], ...]:
    """The languages for which a word, or two with a space between, speaks, and how loudly."""
    exact, stems = _by_word()
    begun = () if " " in word else (word[:size] for size in range(3, len(word) + 1))
    stemmed = ((code, _PHONING_WEIGHT) for stem in begun for code in stems.get(stem, ()))
    return (*exact.get(word, ()), *stemmed)


@cache
def _by_word() -> tuple[dict[str, list[tuple[str, int]]], dict[str, list[str]]]:
    """Words and the beginnings of words -> the languages that they speak for, and how loudly."""
    exact: dict[str, list[tuple[str, int]]] = {}
    stems: dict[str, list[str]] = {}
    for language in languages():
        for word in language.phoning:
            if word.endswith("*"):
                stems.setdefault(word[:-1], []).append(language.code)
            else:
                key = word.replace("_", " ")
                exact.setdefault(key, []).append((language.code, _PHONING_WEIGHT))
        for word in language.frequent:
            exact.setdefault(word, []).append((language.code, 1))
    return exact, stems


@lru_cache(maxsize=1024)
def named_in(sentence: str) -> tuple[str, ...]:
    """The countries that a sentence names, in the order of their first names."""
    spaced, unspaced, beginnings = _names()
    words: list[re.Match[str]] = []
    if not beginnings.isdisjoint(_WORD.findall(sentence)):  # most sentences name none
        words += _WORD.finditer(sentence)
    found = []
    for place, first in enumerate(words):
        if first[0] not in beginnings:
            continue
        for last in words[place : place + _LONGEST_NAME]:
            # The full stop of "U.S.A." is in the table, and in no word.
            for end in (last.end(), last.end() + 1):
                region = spaced.get(sentence[first.start() : end])
                if region:
                    found.append((first.start(), region))
    for place, char in enumerate(() if unspaced.keys().isdisjoint(sentence) else sentence):
        for name, region in unspaced.get(char, ()):
            if sentence.startswith(name, place):
                found.append((place, region))
    return tuple(dict.fromkeys(region for _, region in sorted(found)))


def may_name_country(text: str) -> bool:
    """Return False if it is certain that no sentence of a text names a country."""
    _, unspaced, beginnings = _names()
    return not (beginnings.isdisjoint(_WORD.findall(text)) and unspaced.keys().isdisjoint(text))


@cache
def _names() -> tuple[dict[str, str], dict[str, list[tuple[str, str]]], frozenset[str]]:
    """Names that spaces part -> country; the first character of the others -> those names.

    And the words with which the first ones begin.
    """
    spaced: dict[str, str] = {}
    unspaced: dict[str, list[tuple[str, str]]] = {}
    for line in (_DATA / "countries.txt").read_text("utf-8").splitlines():
        region, _, names = line.partition("\t")
        for name in names.split("; "):
            if _NO_SPACES.match(name):
                unspaced.setdefault(name[0], []).append((name, region))
            elif name:
                spaced[name] = region
    words = (_WORD.match(name) for name in spaced)
    return spaced, unspaced, frozenset(word[0] for word in words if word)
