"""Others than platforms to whom a sentence may give a contact: public bodies, banks, companies.

A text about a platform also names whom to call in an emergency. Such a number is not offered as
the platform's, so it is no reason to warn of it as one.
"""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.normalize.characters import lowered_once, places, small, words_in

_WORDS: Final = (
    # the police and other public bodies
    *("police", "policía", "polícia", "polizei", "polizia", "politie", "policja", "polis"),
    *("gendarmerie", "garda", "sheriff", "interpol", "europol", "attorney general"),
    *("ombudsman", "ombudsperson", "regulator", "consumer protection", "citizens advice"),
    *("verbraucherzentrale", "bundesnetzagentur", "cybermalveillance", "action fraud"),
    *("report fraud", "crimestoppers", "scamwatch", "anti-fraud centre", "anti-scam helpline"),
    *("helpline for victims", "victim support", "samaritans", "federal trade commission"),
    # banks and card companies, as somebody else's
    *("your bank", "the bank", "bank's", "deine bank", "ihre bank", "su banco", "tu banco"),
    *("seu banco", "votre banque", "bank of america", "wells fargo", "citibank", "barclays"),
    *("mastercard", "american express", "experian", "equifax", "transunion", "western union"),
    # companies that texts about accounts name
    *("microsoft", "google", "apple support", "amazon", "telegram support", "whatsapp support"),
    # the text's own author
    *("newsroom", "editorial", "redaktion", "redacción", "rédaction", "redação", "press office"),
    *("news desk", "newsdesk", "news hotline", "tip line", "press contact", "media contact"),
    *("contacto de prensa", "agencia de noticias", "agencia efe", "contato de imprensa"),
    *("contact presse", "pressekontakt", "pressestelle", "ufficio stampa", "reuters", "dpa"),
)
# In capitals only: `sec` and `bbb` are parts of ordinary text.
_INITIALS: Final = (
    *("FTC", "FBI", "IC3", "SEC", "CFTC", "CFPB", "FINRA", "FCA", "BBB", "AARP", "IRS", "DFPI"),
    *("BaFin", "BKA", "AMF", "ASIC", "ACCC", "NCA", "MAS", "SFC", "ADCC", "RBI", "CBI", "INCIBE"),
    *("PSUV", "HSBC", "NatWest", "FSS", "KISA", "CNMV", "CONSOB", "FINMA", "NCSC", "CAFC", "RCMP"),
)
# Chinese and Japanese put no spaces around words.
_UNSPACED: Final = (
    *(
        "警察",
        "警方",
        "警署",
        "报警",
        "報警",
        "公安",
        "派出所",
        "反诈",
        "反詐",
        "防骗",
        "防騙",
        "银行",
        "銀行",
    ),
    *("消费者协会", "消費者委員會", "金管会", "金管會", "证监会", "證監會", "消費生活センター"),
    *("消費者ホットライン", "金融庁", "国民生活センター", "경찰", "금융감독원", "인터넷진흥원"),
    *("新闻热线", "新聞熱線", "采访热线", "採訪熱線", "爆料热线", "报料热线", "報料熱線"),
    *("编辑部", "編輯部", "本报", "本報", "본지", "제보전화"),
)
_NAMES: Final = lazy_pattern(  # of a text in small letters
    rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(_WORDS, key=len, reverse=True)))})(?!\w)"
)
# Each starts with its letter and looks back from there: what looks back first is tried everywhere.
_CAPITALS: Final = "|".join(rf"{name[0]}(?<!\w.){name[1:]}" for name in _INITIALS)
_IN_CAPITALS: Final = lazy_pattern(rf"(?:{_CAPITALS})(?!\w)")
_BEYOND_ASCII: Final = lazy_pattern("|".join(_UNSPACED))
_LONGEST: Final = max(map(len, (*_WORDS, *_INITIALS, *_UNSPACED)))


def _by_first_word() -> dict[str, list[str]]:
    names: dict[str, list[str]] = {}
    for name in map(small, (*_WORDS, *_INITIALS)):
        names.setdefault(words_in(name)[0], []).append(name)
    return names


# The word that a name begins with, and the names, in small letters.
_NAMES_BY_FIRST_WORD: Final = _by_first_word()

_LONG: Final = 512  # characters; a longer stretch is read in parts that its neighbours share
_STEP: Final = 1024  # characters of a part


def last_other(text: str, start: int, end: int) -> int | None:
    """Where the last name of an owner other than a platform ends in a stretch, None without one.

    >>> last_other("Coinbase scam? Call the police: 101", 0, 32)
    30
    """
    at, last = start, None
    for place in _possible_in(text, start, end):
        if place < at:
            continue
        found = (
            _NAMES.match(lowered_once(text), place, end)
            or _IN_CAPITALS.match(text, place, end)
            or _BEYOND_ASCII.match(text, place, end)
        )
        if found:
            at = last = found.end()
    return last


def _possible_in(text: str, start: int, end: int) -> list[int]:
    """Where such a name may begin in a stretch, in order."""
    if end - start < _LONG:
        return [start + place for place in _possible_starts(text[start:end])]
    starts = [
        place
        for number in range(start // _STEP, (end - 1) // _STEP + 1)
        for place in _possible_in_part(text, number)
    ]
    return starts[bisect_left(starts, start) : bisect_left(starts, end)]


@lru_cache(maxsize=16)  # long stretches before contacts on one line have the same parts
def _possible_in_part(text: str, number: int) -> list[int]:
    low = number * _STEP
    high = low + _STEP + _LONGEST
    return [low + place for place in _possible_starts(text[low:high]) if place < _STEP]


def _possible_starts(text: str) -> list[int]:
    """Where the characters of such a name are, in order.

    Most texts have no word that a name begins with, which takes far less time to see than searches
    for all names.
    """
    found = set[int]()
    lowered = small(text)
    words = words_in(lowered)
    if not _NAMES_BY_FIRST_WORD.keys().isdisjoint(words):
        for first in _NAMES_BY_FIRST_WORD.keys() & words:
            for name in _NAMES_BY_FIRST_WORD[first]:
                found.update(places(lowered, name))
    if not text.isascii():
        found.update(match.start() for match in _BEYOND_ASCII.finditer(text))
    return sorted(found)
