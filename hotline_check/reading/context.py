"""What stands around and inside a row of digits that says: not a phone number, or: one."""

import re
from typing import Final

from hotline_check.reading.characters import PHONE, plain

BEFORE: Final = 40
AFTER: Final = 16
"""Characters looked at on each side."""

_CUE_WORDS: Final = (
    "phone ph tel telephone call calling dial hotline helpline help support number contact "
    "customer service care line toll free whatsapp mobile cell sms text ring reach fax usa tfn "
    "desk "
    "电话 热线 客服 拨打 致电 手机 電話 熱線 客服 撥打 お電話 番号 연락처 전화 고객센터 번호 "
    "teléfono llame llamar llama soporte atención numero número ligue suporte appelez téléphone "
    "numéro appeler anrufen telefon rufnummer hotline телефон тел звоните номер поддержка "
    "फोन कॉल नंबर هاتف اتصل رقم telefono chiama numero telepon hubungi nomor ara điện thoại gọi "
)


def _spellings(words: str) -> frozenset[str]:
    """Words as they stand in a plain text; capitals of other scripts may look like Latin ones."""
    return frozenset(
        plain(each).casefold() for word in words.split() for each in (word, word.upper())
    )


_SPLIT: Final = _spellings(_CUE_WORDS)
_SPACED: Final = frozenset(word for word in _SPLIT if word[0] < "\u2e80")
_DENSE: Final = re.compile(
    rf"[{PHONE}]|{'|'.join(re.escape(word) for word in sorted(_SPLIT - _SPACED))}"
)
"""Cues that need no space around them."""
_WORD: Final = re.compile(r"[^\W_]+")
_HUMP: Final = re.compile("(?<=[a-z])(?=[A-Z])")
_ID_WORDS: Final = _spellings(
    """
    order orders orderid invoice ticket case ref reference id ids uid uuid guid tx txid txn txhash
    transaction block blocks height nonce hash tracking serial isbn issn doi sku zip postal user
    users userid acct account iban bic card visa mastercard otp code codes pin passcode version ver
    build port pid ppid uptime amount balance total sum price fee gas supply size bytes length
    width offset lines row rows page pages issue pr pull commit rev revision job session
    request req trace span timestamp ts time date epoch seq sequence index key token memo tag
    contract barcode upc ean asin model part lot batch vin imei imsi ssn tin ein vat nif cnpj cpf
    siret abn passport license licence policy claim bug cve rfc figure fig table section chapter
    vol volume pp score tid cid msgid sessionid item article ratio routing aba swift bsb dossier
    commande facture bestellung bestell rechnung auftrag vertrag pedido factura
    fatura protocolo ordine fattura bestelling factuur zamówienie faktura
    sipariş kimlik tckn fatura заказ заказа инн кпп огрн бик снилс договор договора код паспорт
    pnr rekening konto kontonummer cuenta conta compte hesap счет счёт
    """
)
_ACCOUNTS: Final = frozenset({"rekening", "konto", "cuenta", "conta", "compte", "hesap", "iban"})
"""Words behind which the name of a bank may stand before the digits."""
_NUMBER_WORDS: Final = frozenset("no nr n num number numbers numero id code is ist est".split())  # noqa: SIM905, words
_ID_COMPOUND: Final = re.compile(
    r"(?!(?:telefon|ruf|handy|mobil|fax|service|hotline|support|kontakt)\w{0,4}nummer)\w{3,}nummer\Z"
)
_ID_ENDINGS: Final = (
    *("\u8ba2\u5355", "\u7f16\u53f7", "\u5355\u53f7", "\u533a\u5757", "\u9ad8\u5ea6"),
    *("\u9a8c\u8bc1\u7801", "\u4ee3\u7801", "\u91d1\u989d", "\u5361\u53f7", "\u8d26\u53f7"),
    *("\u8a02\u55ae", "\u7de8\u865f", "\u6ce8\u6587"),
)
_LAST_WORDS: Final = re.compile(r"([^\W\d_]+)(?:[^\w\n]{1,3}([^\W\d_]+))?")
"""The last word of a text and the one before it, matched from behind."""
_BEHIND_WORD: Final = " \t\r\n\f\v\x1c\x1d\x1e\x1f\x85\xa0.:=#'\"()[]-_\u00b0"
"""What may stand between such a word and the digits."""
_FARTHEST: Final = 6
"""How much of it."""
_KEY: Final = re.compile(r"([A-Za-z_][\w.-]{0,30})['\"]?\s?[=:]\s?['\"]?$")
_KEY_CUE: Final = re.compile(
    r"phone|tel|mobile|cell|call|fax|contact|hotline|whatsapp|sms|support|number|help",
    re.IGNORECASE,
)
_UNIT: Final = re.compile(
    r"\s?(?:%|\$|\u00b0|(?:btc|eth|usdt?|usdc|bnb|sol|xrp|eur|gbp|jpy|cny|inr|krw|sats?|satoshis?|gwei|wei|doge|"
    r"[kmgt]i?b|[kmgt]bps|bytes?|ms|msec|sec|secs|seconds?|s|mins?|minutes?|h|hrs?|hours?|days?|weeks?|"
    r"months?|years?|yrs?|km|cm|mm|kg|lbs?|miles?|users?|points?|words?|items?|people|votes?|"
    r"views?|coins?|tokens?|shares?|dollars?|euros?|px|rows?|lines?|blocks?|transactions?|txs?|"
    r"confirmations?|million|billion|am|pm|a\.m|p\.m)(?![^\W_])"
    r"|\u5e74(?!\u4e2d)|[\u5143\u5757\u7f8e\u5929\u6708\u65e5\u4e2a\u500b\u6b21\u4eba\u5c0f\u5206\u79d2\u4e07\u842c\uc6d0\uac1c\u5186])",
    re.IGNORECASE,
)
_HEX_BEFORE: Final = re.compile(r"[0-9][A-Fa-fx]{1,6}\Z")
_HEX_AFTER: Final = re.compile(r"[A-Fa-f]{1,6}[0-9]")
_UNIT_SIGNS: Final = frozenset("%$\u00b0")
_ALONE: Final = re.compile(r"[^\w\n]*")
_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_MONTH_BEFORE: Final = re.compile(rf"(?<![^\W_]){_MONTH}\s?$", re.IGNORECASE)
_FEWEST_DIGITS: Final = 10
"""From so many on, digits that are parted one by one are a number."""
_DATED_LENGTHS: Final = frozenset({4, 8, 12, 14})
_CENTURIES: Final = frozenset({"19", "20"})
_DATE_PARTS: Final = frozenset(
    {(4, 2, 2), (4, 1, 2), (4, 2, 1), (4, 1, 1), (2, 2, 4), (1, 2, 4), (2, 1, 4), (1, 1, 4)}
)


def cue_near(before: str, after: str) -> bool:
    """Whether the text beside the digits speaks of a phone."""
    if before[-1:].isalpha():
        before = humps(before)
    if not _SPACED.isdisjoint(_WORD.findall(before.casefold())):
        return True
    behind = after.lstrip(" \x00.,!-*)]}~_>|")
    word = _WORD.match(behind)
    if word and word[0].casefold() in _SPACED:
        return True
    return _dense(before) is not None or _DENSE.match(behind) is not None


def humps(before: str) -> str:
    """What stands before the digits, with its joined words apart: `plsCall` -> `pls Call`."""
    return _HUMP.sub(" ", before)


def _dense(before: str) -> re.Match[str] | None:
    return _DENSE.search(before) if PHONE in before or not before.isascii() else None


def alone(before: str, after: str) -> bool:
    """Whether nothing but signs stands beside the digits on their line."""
    head, tail = before.rpartition("\n")[2], after.partition("\n")[0]
    return _ALONE.fullmatch(head) is not None and _ALONE.fullmatch(tail) is not None


def names_other(before: str, after: str) -> bool:
    """Whether what stands beside a single group of digits says that it is no phone number."""
    if before[-1:] in {"/", "@", "\\"} or after[:1] in {"/", "@", "\\"}:
        return True
    if _HEX_BEFORE.search(before) or _HEX_AFTER.match(after):
        return True
    return keyed(before) or measured(before, after) or labelled(before)


def labelled(before: str) -> bool:
    """Whether a word right before the digits names them an id, an amount or the like."""
    tail = before[-28:]
    words = tail.rstrip(_BEHIND_WORD)
    if words[-1:].isalpha() and len(tail) - len(words) <= _FARTHEST:
        last = _LAST_WORDS.match(words[::-1])
        if last and _names_id((last[2] or "")[::-1], last[1][::-1]):
            return True
    return not tail.isascii() and tail.rstrip(" :.\x00\x02").endswith(_ID_ENDINGS)


def keyed(before: str) -> bool:
    """Whether the digits are the value of a key that names no phone."""
    key = _KEY.search(before) if "=" in before[-4:] else None
    return key is not None and _KEY_CUE.search(key[1]) is None and "=" in before[key.end(1) :]


def _names_id(before: str, word: str) -> bool:
    """Whether the last word, or the one that it numbers, names an id, an amount or the like."""
    bank = word.isupper() and before.casefold() in _ACCOUNTS
    word = word.casefold()
    named = before.casefold() if word in _NUMBER_WORDS or bank else word
    if named in _ID_WORDS or word in {"id", "code"}:
        return True
    return word.endswith("nummer") and _ID_COMPOUND.match(word) is not None


def measured(before: str, after: str) -> bool:
    """Whether a currency, a per cent sign or a unit belongs to the digits."""
    if before.rstrip(" \x00")[-1:] in {"$", "\u00a2"}:
        return True
    unit = after[:2].lstrip()[:1]
    return (unit.isalpha() or unit in _UNIT_SIGNS) and _UNIT.match(after) is not None


def dated(groups: tuple[str, ...], gaps: tuple[str, ...], before: str) -> bool:
    """Whether the groups are a date, a time stamp or a span of years."""
    if _digit_by_digit(groups):
        return False
    first = len(groups[0])
    if (
        first > 2
        and first not in _DATED_LENGTHS
        and _CENTURIES.isdisjoint(group[:2] for group in groups[:3])
    ):
        return False
    lengths = tuple(map(len, groups))
    if _year(groups[-1]) and gaps and gaps[-1].endswith("(") and ")" not in gaps[-1]:
        return True
    same = len(set(gaps[:2])) <= 1
    if lengths[:3] in _DATE_PARTS and same and gaps and gaps[0] in {"-", "/", ".", " "}:
        year, *rest = (
            (groups[0], groups[1], groups[2])
            if lengths[0] == 4
            else (
                groups[2],
                groups[0],
                groups[1],
            )
        )
        if _year(year) and all(1 <= int(part) <= 31 for part in rest):
            return True
    if len(groups) == 2 and _year(groups[0]) and _year(groups[1]):
        return True
    if _stamp(groups[0]) and (len(groups) == 1 or lengths[1] in {4, 6, 2}):
        return True
    return lengths[0] <= 2 and behind_month(before)


def behind_month(before: str) -> bool:
    """Whether the name of a month stands right before the digits."""
    last = before[-1:] if before[-1:] != " " else before[-2:-1]
    return (last.isalpha() or last == ".") and _MONTH_BEFORE.search(before) is not None


def _year(digits: str) -> bool:
    return len(digits) == 4 and digits[:2] in {"19", "20"}


def _stamp(digits: str) -> bool:
    """Whether eight or more digits are a year, a month, a day (and a time)."""
    if len(digits) not in {8, 12, 14} or digits[:2] not in {"19", "20"}:
        return False
    return 1 <= int(digits[4:6]) <= 12 and 1 <= int(digits[6:8]) <= 31


def amounts(groups: tuple[str, ...], gaps: tuple[str, ...]) -> bool:
    """Whether the groups are one number with thousands or decimals marked."""
    if len(groups) < 2 or len(set(gaps)) != 1:
        return len(groups) > 2 and set(gaps[:-1]) == {","} and gaps[-1] == "."
    mark = gaps[0]
    if len(groups) == 2 and mark in {".", ","}:
        return True
    thousands = all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3
    return thousands and mark in {",", ".", " ", "_", "'", "\u00a0"}


def dotted(groups: tuple[str, ...], gaps: tuple[str, ...]) -> bool:
    """Whether the groups are an IP address, a version, or two decimals."""
    if len(groups) == 4 and gaps[0] == gaps[2] == "." and len(groups[2]) == 1:
        return True
    if set(gaps) != {"."} or len(groups) < 3 or _digit_by_digit(groups):
        return False
    if len(groups) == 4 and all(int(group) < 256 for group in groups):
        return True
    return any(len(group) == 1 for group in groups[1:]) or groups[0] == "0"


def _digit_by_digit(groups: tuple[str, ...]) -> bool:
    return len(groups) >= _FEWEST_DIGITS and max(map(len, groups)) == 1


def card(digits: str) -> bool:
    """Whether the digits have the length and the check digit of a payment card."""
    firsts = {13: "4", 14: "3", 15: "3"}.get(len(digits), "23456")
    if not 13 <= len(digits) <= 19 or digits[0] not in firsts:
        return False
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def book(digits: str) -> bool:
    """Whether the digits are an ISBN-13."""
    if len(digits) != 13 or digits[:3] not in {"978", "979"}:
        return False
    return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10 == 0
