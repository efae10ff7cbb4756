"""The platform that the heading of a column names, for the contacts below it."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.brands.mentions import Mention

# What no row of headings holds.
_CONTACT: Final = lazy_pattern(r"\d(?:\D?\d){4}|@")


# Headings of columns whose digits are no phone numbers.
_OTHER: Final = frozenset(
    (
        *("id", "uid", "uuid", "guid", "order", "orders", "amount", "total", "subtotal", "price"),
        *("cost", "fee", "date", "time", "timestamp", "created", "updated", "invoice", "ticket"),
        *("transaction", "txid", "tx", "hash", "ref", "reference", "zip", "postcode", "quantity"),
        *("qty", "balance", "block", "height", "serial", "sku", "isbn", "ean", "iban"),
        *("volume", "year", "latitude", "longitude"),
        *("betrag", "preis", "datum", "bestellung", "bestellnummer", "auftrag", "rechnung"),
        *("kundennummer", "plz", "importe", "precio", "fecha", "pedido", "monto", "cantidad"),
        *("factura", "montant", "prix", "commande", "facture", "solde", "preço"),
        *("fatura", "saldo", "prezzo", "importo", "ordine", "fattura", "bedrag", "prijs"),
        *("tutar", "fiyat", "tarih", "sipariş", "kwota", "cena", "zamówienie", "сумма", "цена"),
        *("дата", "заказ", "счет", "счёт", "jumlah", "harga", "tanggal", "pesanan"),
    )
)
_OTHER_UNSPACED: Final = lazy_pattern(
    "金[额額]|[价價]格|日期|日付|[订訂][单單]|[编編][号號]|序[号號]|时间|時間|注文|価格|数量|數量|[余餘][额額]"
    "|금액|가격|날짜|주문"
)
_PHONE: Final = lazy_pattern(
    r"""
    phone | tel[ée]?f | ^tel | mobil | cell | handy    # "Tel.", but not "Hotel"
    | call | contact | hotline | whatsapp | fax | sms
    | телефон | [电電][话話] | 手[机機] | 전화 | 연락 | điện
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WORD: Final = lazy_pattern(r"[^\W\d_]+")
# Headings of exports are often written together: `orderId`.
_HUMP: Final = lazy_pattern(r"(?<=[a-z])(?=[A-Z])")


class Head(NamedTuple):
    """The headings of a table.

    mark: what separates its columns; marks: how many there are in a row. platforms: for each column
    the platform that its heading names. others: for each column, whether its heading says that it
    holds no phone numbers.
    """

    mark: str
    marks: int
    platforms: tuple[str | None, ...]
    others: tuple[bool, ...]


class Columns:
    """The headings of the tables of a document, in the order in which they are read.

    The first row of a long table is soon out of reach of its contacts, so it is kept until a table
    of another shape begins.
    """

    def __init__(self, head: Head | None = None) -> None:
        """head: the headings of the last table that was read."""
        self.head = head
        # The text and the place of the first row that was read last; its table has many contacts.
        self._first_row: tuple[str, int, str] | None = None

    def named(
        self, text: str, at: int, start: int, mark: str, mentions: Iterable[Mention]
    ) -> str | None:
        """The platform in the heading of a contact's column.

        at: where the contact begins. start: where the rows around it begin.
        """
        head = self._head_of(text, at, start, mark, mentions)
        return head.platforms[_column(text, at, mark)] if head else None

    def is_other(
        self, text: str, at: int, start: int, mark: str, mentions: Iterable[Mention]
    ) -> bool:
        """Return True in a column that by its heading holds no phone numbers: ids, amounts."""
        head = self._head_of(text, at, start, mark, mentions)
        return head is not None and head.others[_column(text, at, mark)]

    def _head_of(
        self, text: str, at: int, start: int, mark: str, mentions: Iterable[Mention]
    ) -> Head | None:
        """The headings that belong to the row of a contact."""
        begin, line = _line(text, at)
        above = _line(text, start - 1)[1] if start else ""
        first_row = text, start, mark
        if start < begin and self._first_row != first_row and above.count(mark) != line.count(mark):
            self._first_row = first_row
            self._read(text, start, mark, mentions)
        if self.head is None or (mark, line.count(mark)) != self.head[:2]:
            return None
        return self.head

    def _read(self, text: str, start: int, mark: str, mentions: Iterable[Mention]) -> None:
        """Take the first row as headings where it names platforms or kinds, and no contact."""
        _, line = _line(text, start)
        named = [mention for mention in mentions if start <= mention.start < start + len(line)]
        others = tuple(map(_is_other, line.split(mark)))
        if not (named or any(others)) or _CONTACT.search(line):
            return
        cells: list[set[str]] = [set() for _ in range(line.count(mark) + 1)]
        for mention in named:
            cells[text.count(mark, start, mention.start)].add(mention.platform)
        platforms = tuple(next(iter(cell)) if len(cell) == 1 else None for cell in cells)
        self.head = Head(mark, line.count(mark), platforms, others)


def _column(text: str, at: int, mark: str) -> int:
    return text.count(mark, text.rfind("\n", 0, at) + 1, at)


def _is_other(heading: str) -> bool:
    """Return True for a heading of ids, amounts or dates.

    >>> _is_other("orderId"), _is_other("Phone id"), _is_other("platform")
    (True, False, False)
    """
    if _PHONE.search(heading):
        return False
    words = _WORD.findall(_HUMP.sub(" ", heading).lower())
    return not _OTHER.isdisjoint(words) or _OTHER_UNSPACED.search(heading) is not None


def _line(text: str, at: int) -> tuple[int, str]:
    """The line of a place, and where it begins."""
    begin, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    return begin, text[begin : end if end >= 0 else len(text)]
