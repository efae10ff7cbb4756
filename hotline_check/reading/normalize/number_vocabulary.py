"""The words that spell digits: which there are, and what each stands for."""

from functools import cache, lru_cache
from typing import Final

from hotline_check.reading.normalize.characters import plain

_DIGITS: Final = {
    "en": "zero|oh|nought one two three four five six seven eight nine",
    "es": "cero uno|una dos tres cuatro cinco seis siete ocho nueve",
    "hi": "शून्य|ज़ीरो|जीरो एक दो तीन चार पांच|पाँच|पाञ्च छह|छः|छ: सात आठ नौ",
    "hi-latin": "shunya|shoonya ek do teen chaar|char paanch|panch chhe|chhah saat aath nau",
    "ja": "ゼロ|れい|ぜろ|レイ いち|イチ に|ニ さん|サン よん|ヨン ご|ゴ "
    "ろく|ロク なな|ナナ はち|ハチ きゅう|キュウ",
    "ko": "공|영|제로 일|하나 이|둘 삼|셋 사|넷 오|다섯 육|륙|여섯 칠|일곱 팔|여덟 구|아홉",
    "zh": "零|〇|洞 一|壹|幺|弌|壱 二|贰|貳|两|兩|弍|弐 三|叁|參|叄|弎|参 "
    "四|肆 五|伍 六|陆|陸 七|柒|拐 八|捌 九|玖|勾",
    "pt": "zero um|uma dois|duas três|tres quatro cinco seis|meia sete oito nove",
    "fr": "zéro|zero un|une deux trois quatre cinq six sept huit neuf",
    "de": "null eins|ein zwei|zwo drei vier fünf sechs sieben acht neun",
    "ru": "ноль один|одна два|две три четыре пять шесть семь восемь девять",
    "uk": "нуль один два три чотири п'ять шість сім вісім дев'ять",
    "pl": "zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć",
    "it": "zero uno duo|due tre quattro cinque sei sette otto nove",
    "nl": "nul een twee drie vier vijf zes zeven acht negen",
    "tr": "sıfır bir iki üç dört beş altı yedi sekiz dokuz",
    "vi": "không một hai ba bốn năm sáu bảy tám chín",
    "id": "nol|kosong satu dua tiga empat lima enam tujuh delapan sembilan",
    "ar": "صفر واحد اثنان|إثنان|اثنين ثلاثة أربعة|اربعة خمسة ستة سبعة ثمانية تسعة",
    "th": "ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า",
}
_ENGLISH: Final = {
    "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14",
    "fifteen": "15", "sixteen": "16", "seventeen": "17", "eighteen": "18", "nineteen": "19",
    "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60",
    "seventy": "70", "eighty": "80", "ninety": "90", "hundred": "00", "thousand": "000",
}  # fmt: skip
# Ten to nineteen.
_TEENS: Final = {
    "es": "diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve",
    "pt": "dez onze doze treze quatorze quinze dezesseis dezessete dezoito dezenove",
    "it": "dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove",
    "de": "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
    "ru": "десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать "
    "семнадцать восемнадцать девятнадцать",
}
# Twenty to ninety, to which `y`, `e` or `et` may join the ones.
_TENS: Final = {
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "pt": "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    "fr": "vingt trente quarante cinquante soixante",
    "it": "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "ru": "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
}
_HUNDREDS: Final = {
    "es": "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos "
    "ochocientos novecientos",
    "pt": "cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos "
    "novecentos",
    "ru": "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
}
_FRENCH_TEENS: Final = "dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf"
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


@cache
def fellows(word: str) -> frozenset[str] | None:
    """The digit words of its language, among which an ambiguous word is one; None for any other."""
    language = _AMBIGUOUS.get(word)
    if language is None:
        return None
    return frozenset(map(plain, _DIGITS[language].replace("|", " ").split())) - {word}


@cache
def vocabulary() -> dict[str, str]:
    """Plain word -> the digits that it stands for."""
    spoken = dict(_ENGLISH)
    for rows, step, first in ((_TEENS, 1, 10), (_TENS, 10, 20), (_HUNDREDS, 100, 100)):
        for words in rows.values():
            for place, word in enumerate(words.split()):
                for cased in (word, word.upper()):
                    spoken[plain(cased).casefold()] = str(first + place * step)
    spoken.update(_french())
    for row in _DIGITS.values():
        for digit, spellings in enumerate(row.split()):
            for spelling in spellings.split("|"):
                for cased in (spelling, spelling.upper()):  # capitals may look like Latin ones
                    spoken[plain(cased).casefold()] = str(digit)
    return spoken


@lru_cache(maxsize=4096)
def spelled_in(word: str) -> tuple[str, ...]:
    """The digits of the plain words that make up the whole of a word, each in turn.

    >>> spelled_in("two"), spelled_in("twozerotwo"), spelled_in("someone")
    (('2',), ('2', '0', '2'), ())
    """
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
    rows = (*_DIGITS.values(), _TEENS["ru"], _TENS["ru"], _HUNDREDS["ru"])
    spellings = {word for row in rows for word in row.replace("|", " ").split()}
    words = {cased for word in spellings for cased in (word, word.title(), word.upper())}
    return sorted((word for word in words if word[0] >= "\u0370"), key=len, reverse=True)


def _french() -> dict[str, str]:
    """The numbers that French makes of sixty and ten, or of four times twenty."""
    teens = _FRENCH_TEENS.split()
    ones = ["", *(plain(each.split("|")[0]) for each in _DIGITS["fr"].split()[1:])]
    found = {word: str(10 + place) for place, word in enumerate(teens)}
    found |= {f"soixante-{word}": str(70 + place) for place, word in enumerate(teens)}
    found |= {"soixante-et-onze": "71", "quatre-vingts": "80", "quatre-vingt": "80"}
    found |= {
        f"quatre-vingt-{word}": str(80 + place)
        for place, word in enumerate((*ones, *teens))
        if word
    }
    return found | {word.replace("-", " "): value for word, value in found.items()}
