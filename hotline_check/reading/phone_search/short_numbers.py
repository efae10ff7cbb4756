"""Digits too few for a phone number: those that people dial all the same, and other ones."""

import re
from collections.abc import Iterator
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.phone.written import HOURS

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
      | (?<!\w) (?: text | sms | send | reply ) [ ] \W?\w{1,20}\W? [ ] (?: to | an | al | a ) [ ]
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
# A time of day, a part of a hundred, hours, a date in Chinese, or how many there are of something:
# `8am-5pm`, `100%`, `(24 hours)`, `. 2 agents`.
_COUNTED: Final = lazy_pattern(
    rf"""
    (?<! [0-9A-Za-z_+*\#-] )  # a Chinese word may touch them
    (?: {HOURS}
      | {_TIME} (?:{_HALF})? [ ]? (?: [-–] | to | until ) [ ]? {_TIME} {_HALF}
      | {_TIME} {_HALF}
      | \d{{1,3}} [ ]? % (?= [ ][^\W\d_]{{2}} )
      | \d{{1,2}} [ ]? (?: h | hrs? | hours? | stunden | horas | heures | ore ) \b
      | (?:19|20)\d\d 年 (?: \d{{1,2}} 月 (?: \d{{1,2}} [日号號] )? )?
      | \d{{1,2}} 月 \d{{1,2}} [日号號]
      | \d{{1,3}} [ ]? (?: 分[钟鐘]? | 小[时時] | 天 | 秒 )
      | (?<= [.!?][ ] ) \d{{1,3}} (?= [ ] (?P<word> (?-i: [a-z]{{4,20}}) ) (?! \w ) ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_JOINING: Final = frozenset({"then", "dann", "luego", "puis", "double", "triple", "dash"})


def dialled(text: str) -> Iterator[tuple[int, int]]:
    """Where four to six digits follow a word of phoning: `call 18222`."""
    for match in _SHORT.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()].lower()
        if any(map(before.__contains__, _PARTS)) and _PHONING.search(before):
            yield match.span()


def counted(text: str) -> Iterator[tuple[int, int]]:
    """Where digits are a time of day, a number of hours or a number of things."""
    from hotline_check.reading.normalize.number_vocabulary import spelled_in  # few texts need it

    for match in _COUNTED.finditer(text):
        word = match["word"]
        if not word or not (word in _JOINING or spelled_in(word)):
            yield match.span()
