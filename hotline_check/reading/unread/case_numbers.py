"""Digits that a text calls the number of a case or an order: nobody dials them."""

import re
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern

# An id or a code is not among them: those of TeamViewer or AnyDesk let somebody in.
_CASE: Final = lazy_pattern(
    r"""
    (?:
      (?<!\w) (?: case | ticket | order | invoice | ref | reference | claim | booking | incident
          | transaction | confirmation | complaint | receipt | rechnungs? | bestell(?:ung)?
          | vorgangs? | fall | kunden | commande | facture | dossier | pedido | factura | caso
          | solicitud | incidencia | consulta | demande | richiesta | anfrage | ref\.-
          | ordine | fattura | pratica | protocolo | solicitação | zamówienie | заказа?
          | заявк[аи] | обращени[ея] | talep | sipariş | başvuru | टिकट | शिकायत )
        (?: \s? (?: no | nr | num | number | nummer | numéro | número | numarası | n\.[oº°] | n
                | номер | id | n° | nº | № ) )?
        (?: \s (?: is | es | é | ist | est | è ) )? \s? [.:]?
      | (?: 订单 | 訂單 | 工单 | 工單 | 案件 | 注文 | 주문 | 접수 | 문의 | お問い合わせ | 受付 )
        (?: 编号 | 編號 | 号码? | 號碼? | 番号 | 번호 )? [是为為]? [:\uff1a]?
      | (?<!\w) (?: número | numéro | numero ) [ ] (?: de | di ) [ ] (?: caso | pedido | ticket
          | solicitud | dossier | commande | protocolo | pratica | ordine ) (?: [ ] (?: es | é
          | est | è ) )? [:]?
    )
    \s{0,2} \#? \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What makes of a case the one whom somebody calls.
_CALLED: Final = lazy_pattern(
    r"\b(?:call|dial|ring|phone|text|sms|whatsapp|line|desk|hotline)\b[^.!?\n\d]{0,20}\Z",
    re.IGNORECASE,
)
# The same after the digits: "case 18273645, call it".
_CALLED_AFTER: Final = lazy_pattern(
    r"[^.!?\n]{0,24}?\b(?:call|dial|ring|line|hotline|anrufen|wählen|llam\w*|marque|ligue|disque"
    r"|appel\w*|compos\w*|chiam\w*|ara|arayın|звон\w*|набер\w*)\b",
    re.IGNORECASE,
)
# Characters before the digits in which the words are.
_REACH: Final = 40
# Fewer may be an extension; more are a number with its area code, whatever it is called.
_FEWEST_DIGITS, _MOST_DIGITS = 6, 9


def is_case_number(digits: str, before: str, after: str = "") -> bool:
    """Return True for a few digits in one group right after a word for a case or an order.

    >>> is_case_number("12345678", "your case no. "), is_case_number("2025550143", "order ")
    (True, False)
    """
    if not (_FEWEST_DIGITS <= len(digits) <= _MOST_DIGITS and digits.isdecimal()):
        return False
    if asks_to_call(after):
        return False
    case = _CASE.search(before[-_REACH:])
    return case is not None and not _CALLED.search(case.string, 0, case.start())


def asks_to_call(after: str) -> bool:
    """Return True if the words after digits, up to the end of the sentence, say to call them."""
    return _CALLED_AFTER.match(after) is not None
