"""Digits that a text calls the number of a case or an order: nobody dials them."""

import re
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.phone_search.evidence.imprint import is_to_be_called

# An id or a code is not among them: those of TeamViewer or AnyDesk let somebody in.
_NUMBER: Final = r"""
    (?: \s? (?: no | nr | num | number | nummer | numéro | número | numarası | n\.[oº°] | n
            | номер | id | n° | nº | № ) )
"""
_CASE: Final = lazy_pattern(
    rf"""
    (?:
      (?<!\w)
      (?: (?: case | ticket | order | invoice | ref | reference | claim | booking | incident
            | transaction | confirmation | complaint | receipt | rechnungs? | bestell(?:ung)?
            | vorgangs? | commande | facture | dossier | pedido | factura | caso
            | solicitud | incidencia | ref\.-
            | ordine | fattura | pratica | protocolo | solicitação | zamówienie | заказа?
            | заявк[аи] | sipariş | başvuru | टिकट ) {_NUMBER}?
        # names of an inquiry, which also precede a line to call
        | (?: fall | kunden | consulta | demande | richiesta | anfrage | обращени[ея] | talep
            | शिकायत ) {_NUMBER}
      )
      (?: \s (?: is | es | é | ist | est | è ) )? \s? [.:]?
      | (?: 订单 | 訂單 | 工单 | 工單 | 案件 | 注文 | 주문 )
        (?: 编号 | 編號 | 号码? | 號碼? | 番号 | 번호 )?
        [是为為]? [:\uff1a]?
      | (?: 접수 | 문의 | お問い合わせ | 受付 ) (?: 番号 | 번호 ) [:\uff1a]?
      | (?<!\w) (?: número | numéro | numero ) [ ] (?: de | di ) [ ] (?: caso | pedido | ticket
          | solicitud | dossier | commande | protocolo | pratica | ordine ) (?: [ ] (?: es | é
          | est | è ) )? [:]?
    )
    \s{{0,2}} \#? \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Characters on each side of the digits in which the words are.
_REACH: Final = 40
# Fewer may be an extension; more are a number with its area code, as nine digits are in Spain.
_FEWEST_DIGITS, _MOST_DIGITS = 6, 8


def is_case_number(text: str, start: int, end: int) -> bool:
    """Return True for a few digits in one group right after a word for a case or an order.

    >>> is_case_number("case no. 12345678", 9, 17), is_case_number("order 2025550143", 6, 16)
    (True, False)
    """
    if not (_FEWEST_DIGITS <= end - start <= _MOST_DIGITS and text[start:end].isdecimal()):
        return False
    before = text[max(0, start - _REACH) : start]
    case = _CASE.search(before)
    if case is None:
        return False
    around = before + text[end : end + _REACH]  # with nothing in place of the digits
    return not is_to_be_called(around, case.start(), len(before))
