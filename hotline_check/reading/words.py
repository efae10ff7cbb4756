"""Digits spelled as words -> digits, in place and in as many characters.

Only a whole run of digits and digit words that is as long as a phone number is changed, so that
"one of the two" stays what it is. A word becomes its digits and then hidden characters, which
keeps every offset.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from hotline_check.reading.characters import HIDDEN, plain

FEWEST_DIGITS: Final = 7

_DIGITS: Final = {
    "en": "zero|oh|nought one two three four five six seven eight nine",
    "es": "cero uno|una dos tres cuatro cinco seis siete ocho nueve",
    "hi": "शून्य|ज़ीरो|जीरो एक दो तीन चार पांच|पाँच|पाञ्च छह|छः|छ: सात आठ नौ",
    "hi-latin": "shunya|shoonya ek do teen chaar|char paanch|panch chhe|chhah saat aath nau",
    "ja": "ゼロ|れい|ぜろ|レイ いち|イチ に|ニ さん|サン よん|ヨン ご|ゴ "
    "ろく|ロク なな|ナナ はち|ハチ きゅう|キュウ",
    "ko": "공|영|제로 일|하나 이|둘 삼|셋 사|넷 오|다섯 육|륙|여섯 칠|일곱 팔|여덟 구|아홉",
    "zh": "零|〇|洞 一|壹|幺|弌 二|贰|貳|两|兩|弍 三|叁|參|叄|弎 "
    "四|肆 五|伍 六|陆|陸 七|柒 八|捌 九|玖",
    "pt": "zero um|uma dois|duas três|tres quatro cinco seis sete oito nove",
    "fr": "zéro|zero un|une deux trois quatre cinq six sept huit neuf",
    "de": "null eins|ein zwei|zwo drei vier fünf sechs sieben acht neun",
    "ru": "ноль один|одна два|две три четыре пять шесть семь восемь девять",
}
_ENGLISH: Final = {
    "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14",
    "fifteen": "15", "sixteen": "16", "seventeen": "17", "eighteen": "18", "nineteen": "19",
    "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60",
    "seventy": "70", "eighty": "80", "ninety": "90", "hundred": "00", "thousand": "000",
}  # fmt: skip
_TENS: Final = {
    "20": "veinte vinte vingt", "30": "treinta trinta trente", "40": "cuarenta quarenta quarante",
    "50": "cincuenta cinquenta cinquante", "60": "sesenta sessenta soixante", "70": "setenta",
    "80": "ochenta oitenta", "90": "noventa",
}  # fmt: skip
"""Tens of other languages, to which `y`, `e` or `et` joins the ones."""
_MARKED: Final = re.compile("[\u0900-\u1fff]")
"""Scripts whose words hold marks, which become hidden characters."""
_PLUS_WORD: Final = re.compile(r"(?<![^\W_])(?:plus|m[aá]s)[ -](?=[0-9]\x00)", re.IGNORECASE)
_WHOLE_NUMBER: Final = 10
"""With so many digits in figures, only words between them count."""
_LETTERS_OR_COMMA: Final = re.compile(r"[,a-z]", re.IGNORECASE)
_GROUPED: Final = re.compile("[0-9]{3}")
_REPEATS: Final = {"double": 1, "triple": 2}
_GAP = r"(?:[\s\x00-\x03,.·・\-/_*+()]{0,4}| (?:y|e|et) )"


@cache
def _vocabulary() -> dict[str, str]:
    spoken = dict(_ENGLISH)
    spoken.update((word, value) for value, words in _TENS.items() for word in words.split())
    for row in _DIGITS.values():
        for digit, spellings in enumerate(row.split()):
            for spelling in spellings.split("|"):
                spoken[plain(spelling).casefold()] = str(digit)
    return spoken


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = sorted((*_vocabulary(), *_REPEATS), key=len, reverse=True)
    spaced = "|".join(re.escape(word) for word in words if word.isascii() or word[0] < "\u2e80")
    dense = "|".join(re.escape(word) for word in words if word[0] >= "\u2e80")
    one = rf"(?:(?<![^\W\d_])(?>{spaced})++(?![^\W\d_])|{dense}|\d)"
    run = rf"{one}(?:{_GAP}{one}){{5,40}}"
    return re.compile(run, re.IGNORECASE), re.compile(rf"{spaced}|{dense}|\d", re.IGNORECASE)


@cache
def _beyond_ascii() -> re.Pattern[str]:
    """Three digit words of another script in a row; case counts, which is much faster."""
    words = sorted((word for word in _vocabulary() if not word.isascii()), key=len, reverse=True)
    one = f"(?:{'|'.join(map(re.escape, words))})"
    return re.compile(rf"{one}{_GAP}{one}{_GAP}{one}")


def rows_beyond_ascii(text: str) -> Iterator[tuple[int, int]]:
    """Where digits may be spelled in a script other than Latin: three words in a row."""
    marked = plain(text) if _MARKED.search(text) else text
    for row in _beyond_ascii().finditer(marked):
        yield row.span()


def stands_for_digits(word: str) -> bool:
    """Whether a plain word spells a digit or more."""
    return word.casefold() in _vocabulary()


def spelled(text: str) -> str:
    """The plain text with its spelled numbers as digits, of the same length."""
    run, one = _patterns()
    return _PLUS_WORD.sub(_plus, run.sub(lambda match: _run(match[0], one), text))


def _plus(match: re.Match[str]) -> str:
    return "+".ljust(len(match[0]), HIDDEN)


def _run(run: str, one: re.Pattern[str]) -> str:
    if not any(char.isalpha() for char in run):
        return run
    out: list[str] = []
    digits = 0
    end = 0
    found = list(one.finditer(run))
    counted = _counted(run, found)
    for place, match in enumerate(found):
        if place not in counted:
            continue
        out.append(_LETTERS_OR_COMMA.sub(" ", run[end : match.start()]))
        end = match.end()
        value = _value(found, place)
        digits += len(value)
        out.append(value[: len(match[0])].ljust(len(match[0]), HIDDEN))
    out.append(run[end:])
    return "".join(out) if digits >= FEWEST_DIGITS else run


def _counted(run: str, found: list[re.Match[str]]) -> range:
    """Which words and figures are the number: "option two 202..." has a word that it needs not."""
    figures = [place for place, match in enumerate(found) if match[0].isdecimal()]
    if len(figures) < _WHOLE_NUMBER or not _GROUPED.search(run):
        return range(len(found))
    first, last = figures[0], figures[-1]
    if len(figures) == _WHOLE_NUMBER and found[first][0] == "1":
        return range(first, len(found))
    if len(figures) == _WHOLE_NUMBER and first and _value(found, first - 1) == "1":
        first -= 1  # the country code of North America
    return range(first, last + 1)


def _value(found: list[re.Match[str]], place: int) -> str:
    word = found[place][0].casefold()
    following = found[place + 1][0].casefold() if place + 1 < len(found) else ""
    if word in _REPEATS:
        return _vocabulary().get(following, following)[:1] * _REPEATS[word]
    value = word if word.isdecimal() else _vocabulary().get(word, "")
    after = _vocabulary().get(following, following)
    if value == "00" and len(after) == 2 and after != "00":
        return ""  # eight hundred eighty eight
    if len(value) == 2 and value[1] == "0" and value not in {"00", "10"} and len(after) == 1:
        return value[0] if after != "0" else value
    return value
