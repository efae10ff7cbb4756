"""Digits in the imprint of a company: of a register, a tax office, a street and a town.

`HRB 170602 B`, `CNPJ 18.236.120/0001-58`, `Voltairestraße 8, 10179 Berlin`. Each has the shape that
the word before it, or the name of a town after it, goes with; other digits there stay unread.
"""

import re
from collections.abc import Iterator
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern

_IMPRINT: Final = lazy_pattern(
    r"""
    # Germany, Austria, Switzerland
    \b HR[AB] [ ]{0,2} (?P<hrb> \d{3,6} ) (?= (?: [ ][A-Z] )? \b (?! [ -]?\d ) )
    | \b (?: USt-? | UID- | VAT [ ] ) (?: Id (?: -?Nr )? | No | Nr )? \.? [ :]{0,3}
        (?P<vat> (?: DE[ ]?\d | ATU[ ]? | GB[ ]?\d ) \d{8} ) (?! [ ]?[\d-] )
    | (?P<swiss> CHE-\d{3}\.\d{3}\.\d{3} ) (?! \d )
    # France, Spain, Italy, Brazil
    | \b (?: RCS (?: [ ][A-ZÉ][\w-]{2,20} )? | SIREN ) [ :]{0,3}
        (?P<siren> (?! 0 ) \d{3} [ ]? \d{3} [ ]? \d{3} ) (?! [ ]?\d )
    | \b (?: CIF | NIF ) [ :]{0,3} (?P<cif> [A-Z] -? \d{8} ) (?! \w )
    | \b P\.?[ ]?IVA [ :]{0,3} (?P<iva> \d{11} ) (?! [ -]?\d )
    | \b CNPJ [ :]{0,3} (?P<cnpj> \d\d\.\d{3}\.\d{3}/\d{4}-\d\d ) (?! \d )
    # Türkiye, Korea, India, the United Kingdom
    | \b Mersis (?: [ ]No )? [ .:]{0,3} (?P<mersis> \d{16} ) (?! \d )
    | 사업자 [ ]? (?: 등록 [ ]? )? 번호 [ :]{0,3} (?P<korean> \d{3}-\d\d-\d{5} ) (?! \d )
    | \b CIN [ :]{0,3} (?P<cin> [LU]\d{5}[A-Z]{2}\d{4}[A-Z]{3}\d{6} ) (?! \w )
    | \b (?i: company | registration | registered ) [ ] (?i: no | number ) [ .:]{1,3}
        (?P<company> \d{7,8} ) (?! [ -]?\d )
    # Taiwan, and postcodes there and in China
    | 統[一1]?編號? [ :：]{0,2} (?P<taiwan> \d{8} ) (?! [ -]?\d )
    # not five digits, as lines of banks in China have
    | (?: 邮编 | 邮政编码 ) [ :：]{0,2} (?P<chinese> \d{6} ) (?! [ -]?\d )
    | (?: 郵編 | 郵遞區號 ) [ :：]{0,2} (?P<taiwanese> \d{3} | \d{6} ) (?! [ -]?\d )
    # a postcode before its town, after the number of a house or alone; one of Japan
    | (?<= [^\W\d_][ ] ) (?P<house> \d{1,3} [a-z]? , [ ] \d{4,5} ) (?= [ ][A-ZÀ-Þ][^\W\d_]{2} )
    | \b (?: Cad | Sok | Mah | Bulv ) \w* \.? [ ] No [ :.]{1,2} (?P<turkish> \d{1,4} ) (?! [ -]?\d )
    | (?<= 〒 ) (?P<japanese> \d{3}-\d{4} ) (?! \d )
    """,
    re.VERBOSE,
)
# What makes of them a number to call: "HRB 55501 anrufen", "Durchwahl HRB 55501".
_PHONING: Final = r"""
    (?: \b (?: call | dial | ring | phone | text | sms | whatsapp | telegram | line | desk | hotline
          | mobile | ext | extension | tel | reach | answer | for[ ]help | new[ ]number
          | an? rufen | anruf\w* | ruf | rufen | wähl\w* | schreib\w* | erreich\w* | durchwahl
          | telefon | llam\w* | marque | escr[ií]b\w* | ligue | ligar | disque | appel\w*
          | compos\w* | joign\w* | chiam\w* | ara | arayın\w* | звон\w* | позвон\w*
          | набер\w* | пиш\w* ) \b
      | 拨 | 撥 | 打 | 致电 | 致電 | 电话 | 電話 | 전화 | 連絡 )
"""
_CALLED_BEFORE: Final = lazy_pattern(
    rf"{_PHONING} \.? [^.!?\n\d]{{0,20}} \Z", re.VERBOSE | re.IGNORECASE
)
# The number that follows such a word is what is to be called: `HRB 55501, Tel. +49 …`.
_CALLED_AFTER: Final = lazy_pattern(
    rf"""
    [^.!?\n\d]{{0,32}}? {_PHONING}
    (?! (?: [ ]us )? (?: [ ] (?: at | on | al | le | au | unter ) )? [ ]? [.:：]? [ ]? [+(\d] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Characters before the digits in which such a word is.
_REACH: Final = 40


def imprint_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where such digits are in a text; `CHE-…` and the like with their letters."""
    for match in _IMPRINT.finditer(text):
        if not is_to_be_called(text, *match.span()):
            yield match.span(match.lastgroup or 0)


def is_to_be_called(text: str, start: int, end: int) -> bool:
    """Return True if the words next to a stretch, in its sentence, say to call what it names."""
    before = text[max(0, start - _REACH) : start]
    return bool(_CALLED_AFTER.match(text, end) or _CALLED_BEFORE.search(before))
