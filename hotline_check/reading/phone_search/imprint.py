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
        (?P<vat> [A-Z]{2,3} [ ]? \d{8,9} ) (?! [\d-] )
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
    | (?: [邮郵][编編] | 邮政编码 | 郵遞區號 ) [ :：]{0,2} (?P<chinese> \d{3,6} ) (?! [ -]?\d )
    # a postcode before its town, after the number of a house or alone; one of Japan
    | (?<= [^\W\d_][ ] ) (?P<house> \d{1,3} [a-z]? , [ ] \d{4,5} ) (?= [ ][A-ZÀ-Þ][^\W\d_]{2} )
    | \b (?: Cad | Sok | Mah | Bulv ) \w* \.? [ ] No [ :.]{1,2} (?P<turkish> \d{1,4} ) (?! [ -]?\d )
    | (?<= 〒 ) (?P<japanese> \d{3}-\d{4} ) (?! \d )
    """,
    re.VERBOSE,
)
# What makes of them a number to call: "HRB 55501 anrufen".
_CALLED: Final = lazy_pattern(
    r"[^.!?\n,]{0,24}?\b(?:call|dial|ring|line|hotline|anrufen|wählen)\b", re.IGNORECASE
)


def imprint_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where such digits are in a text; `CHE-…` and the like with their letters."""
    for match in _IMPRINT.finditer(text):
        if not _CALLED.match(text, match.end()):
            yield match.span(match.lastgroup or 0)
