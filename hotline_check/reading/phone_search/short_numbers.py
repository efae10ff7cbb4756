"""Digits too few for a phone number: those that people dial all the same, and other ones."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final
from unicodedata import numeric

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.phone.written import HOURS
from hotline_check.reading.phone_search.evidence.imprint import imprint_numbers

# Digits of a short code or an extension; searched for first, which is twice as fast.
_SHORT: Final = lazy_pattern(
    r"""
    (?<![0-9A-Za-z_]) [0-9]{4,6}
    (?! [0-9A-Za-z_] | [.,:/–-]? [ ]? \d | [ ]? [%$€£¥₹₩₿] | [ ] (?-i: [A-Z]{3,5} ) \b
      | [ ] (?: people | customers | users | agents | times | calls | clients | members | seconds
              | minutes | hours | days | employees | numbers | lines ) \b
      | [次年元人位个名] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A word of phoning, or `text HELP to`, up to the digits.
_PHONING: Final = lazy_pattern(
    r"""
    (?: (?<!\w)
        (?: call | dial | ring | phone | text | sms | rufen | ruf | wählen | wähle | anruf | llame
          | llama | llamar | marque | marca | appelez | appeler | composez | ligue | ligar | disque
          | chiama | chiami | chiamate | звоните | позвоните | наберите | gọi | hubungi | telepon )
        (?: [ :]{1,2}
            (?! (?: id | ids | ref | no | nr | case | ticket | order | code | pin | option | press
                  | in | within | after | before | since | over | about | than | until | by | from
                  | of | every | per | up | center | centre ) \b )
            [^\W\d_]{1,12} ){0,2}
        [ :]{1,2}
      | (?<!\w) (?: text | sms | send | reply (?! [ ] \W? stop \b ) )  # it goes to the sender
        [ ] (?: (?: mit | con | com | avec | with ) [ ] )?
        \W?\w{1,20}\W? [ ] (?: to | an | al | a ) [ ]
      | (?: 拨打 | 撥打 | 致电 | 致電 | 请拨 | 請撥 | 电话 | 電話 | 전화 ) [^\d\n+]{0,4} )
    \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Parts of these words, searched for before the pattern is tried: logs hold many digits.
_PARTS: Final = (
    *("call", "dial", "ring", "phone", "text", "sms", "send", "reply", "ruf", "wähl", "llam"),
    *("marq", "marca", "appel", "compos", "lig", "disq", "chiam", "звон", "набер", "gọi"),
    *("hubung", "telepon", "拨", "撥", "致电", "致電", "电话", "電話", "전화"),
)
# Characters that the words before the digits take.
_REACH: Final = 56
_TIME: Final = r"\d{1,2}(?:[:.]\d\d)?"
_HALF: Final = r"[ ]?[ap]\.?m\b"
# What is before the first hour, and between it and the last: `de 9 a 18`, `с 9 до 18`.
_FROM: Final = "(?: from | between | de | das | del? | dalle | von | entre | с | saat )"
_TO: Final = "(?: to | and | until | till | a | à | às | alle | bis | et | y | e | до )"
# Units of time and of what a call costs.
_TIMES: Final = """
    (?: h | hrs? | hours? | days? | min | mins | minutes? | uhr | stunden? | tagen? | minuten
      | horas? | d[ií]as? | minutos? | heures? | jours? | ore | giorni | minuti | saat | gün
      | dakika | час(?:а|ов)? | дн(?:я|ей) | минут[аы]? | घंटे | दिन | मिनट | बजे )
"""
_PRICE: Final = "(?: [€£₺₽] | eur | ct | cts | cents? | centimes | centesimi | tl | руб | грн )"
# A time of day, a part of a hundred, hours, a date in Chinese, a price, or how many there are of
# something: `8am-5pm`, `100%`, `(24 hours)`, `0,20 €/Anruf`, `. 2 agents`.
_COUNTED: Final = lazy_pattern(
    rf"""
    (?<! [0-9A-Za-z_+*\#-] )  # a Chinese word may touch them
    (?: {HOURS}
      | {_TIME} (?:{_HALF})? [ ]? (?: [-–] | to | until ) [ ]? {_TIME} {_HALF}
      | {_TIME} {_HALF}
      | (?<= [ ] ) (?<! \d[ ] ) {_TIME} [ ]? {_TO} [ ] {_TIME} (?= [ ]? {_TIMES} (?! \w ) )
      | \d{{1,3}} [ ]? % (?= [ ][^\W\d_]{{2}} )
      | \d{{1,3}} [ ]? {_TIMES} (?: [ ] (?: su | sur ) [ ] (?: 24 | 7 ) )? (?! \w )
      | (?<= [, (] ) (?<! \d[ ] ) (?<! \d[(] ) \d{{1,2}} (?: [.,]\d{{1,2}} )? [ ]?
          {_PRICE} (?! \w )
      | \d{{1,2}} [시時时點点] (?: [0-5]?\d [분分] )?
      # a choice in a menu, with the verb after it: `1'e basın`, `1번을 누르세요`, `1 दबाएं`
      | \d (?= (?: '[a-zıü]{{1,2}} )? [ ] (?: basın | tuşlayın ) \b
          | 번을? [ ]? (?: 누르 | 선택 ) | [ ] दबाए )
      # a year, also of the Republic of China
      | (?: \d{{2,4}} 年 | 民[国國][ ]?\d{{2,3}}[/.] ) (?: \d{{1,2}} 月 (?: \d{{1,2}} [日号號] )? )?
      | \d{{1,2}} 月 \d{{1,2}} [日号號]
      | \d{{1,3}} (?: [ ]? [-–~至到] [ ]? \d{{1,3}} )? [ ]?
        (?: 分[钟鐘]? | 小[时時] | 天 | 秒 | [个個]?(?:工作|营业|營業)[日天] | [个個][国國月星小人]
          | [次步季折] | 多?[条條][线線] | 多?[种種] | [岁歲] | 版
          | [元块塊][钱錢]? | [层層楼樓室] )
      | \d{{1,3}} (?: \.\d{{1,2}} )? [万萬亿億]
      | \d{{1,2}}/\d{{1,2}} (?= [ ]? (?: 更新 | [起前止] ) )
      # days of the week, and of hours: `星期1到5`, `早8晚6`
      | (?<= [周週期拜] ) [1-6] [ ]? [至到~-] [ ]? (?: 星期 | [周週] )? [1-6] (?! [\d:.] )
      | (?<= [早晚] ) \d{{1,2}} (?= [点點]? [至到~-]? 晚 | [)\uff09]? \Z )
      | (?<= [.!?][ ] ) \d{{1,3}} (?= [ ] (?P<word> (?-i: [a-z]{{4,20}}) ) (?! \w ) ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# The hours between two words for a time: `de 9 a 18`, `von 9 bis 18`.
_FROM_TO: Final = lazy_pattern(
    rf"(?<! \w ) {_FROM} [ ] (?P<hours> {_TIME} [ ] {_TO} [ ] {_TIME} ) (?! [ ]?[\d:.,/-]*\d )",
    re.VERBOSE | re.IGNORECASE,
)
# What makes other digits of them: "change the last digit from 0 to 1".
_CHANGED: Final = lazy_pattern(
    r"digit|d[ií]gito|cifra|ziffer|chiffre|цифр|zahl\b|\blast\b|[uú]ltim|letzt|dern|final"
    r"|\bend[ea]?\b|\bfin\b|конце|chang|cambi|änder|troqu|mud[ae]|replac|rempl|reempl|ersetz"
    r"|замен|измен",
    re.IGNORECASE,
)
# Digits of the shortest number in such a list.
_FEWEST_OF_ITEM: Final = 7
_ITEM: Final = lazy_pattern(
    r"""
    (?: (?<! \S ) | (?<= [(\uff08;\uff1b。] ) )
    (?: (?P<item> \d{1,2} ) [.)] \s{1,3}
      # in Chinese: `1、`, `（1）`, `①`, `一、`
      | (?P<wide> \d{1,2} ) (?: [、\uff09] | (?<= \(\d ) \) ) \s{0,3}
      | (?P<round> [①-⑳] ) [、.]? \s{0,3}
      | (?P<spelled> [一二三四五六七八九十] ) 、 )
    (?= [^\W\d_] | [+(\uff08] )
    """,
    re.VERBOSE,
)
_JOINING: Final = frozenset({"then", "dann", "luego", "puis", "double", "triple", "dash"})


def dialled(text: str) -> Iterator[tuple[int, int]]:
    """Where four to six digits follow a word of phoning: `call 18222`."""
    for match in _SHORT.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()].lower()
        if any(map(before.__contains__, _PARTS)) and _PHONING.search(before):
            yield match.span()


@lru_cache(maxsize=4)  # each check of a pasted text asks for it
def counted(text: str) -> tuple[tuple[int, int], ...]:
    """Where digits are a time of day, a number of hours or a number of things."""
    return tuple(_counted(text))


def _counted(text: str) -> Iterator[tuple[int, int]]:
    from hotline_check.reading.normalize.number_vocabulary import spelled_in  # few texts need it

    for match in _COUNTED.finditer(text):
        word = match["word"]
        if not word or not (word in _JOINING or spelled_in(word)):
            yield match.span()
    for match in _FROM_TO.finditer(text):
        near = text[max(0, match.start() - _REACH) : match.end() + _REACH]
        if not _CHANGED.search(near):
            yield match.span("hours")
    yield from imprint_numbers(text)
    yield from _items(text)


def _items(text: str) -> Iterator[tuple[int, int]]:
    """The numbers of a list, from one upwards: `1. US: …`, `2) UK: …`."""
    spans: list[tuple[int, int]] = []
    kind = "item"
    for match in _ITEM.finditer(text):
        kind = match.lastgroup or "item"
        item = match[kind]
        if (int(item) if item.isdecimal() else numeric(item)) == len(spans) + 1:
            spans.append(match.span(kind))
    if len(spans) > 1 and (kind != "item" or _are_numbers(text, spans)):
        yield from spans


def _are_numbers(text: str, spans: list[tuple[int, int]]) -> bool:
    """Return True if each item holds a number: in `2. Kevin 0143`, the digits belong to 1."""
    ends = [*(start for start, _ in spans[1:]), len(text)]
    items = (text[start:end] for (_, start), end in zip(spans, ends, strict=True))
    return all(sum(map(str.isdecimal, item)) >= _FEWEST_OF_ITEM for item in items)
