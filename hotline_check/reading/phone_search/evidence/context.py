"""What the text around digits says that they are: an id, an amount, a value of a key."""

import re
from functools import cache
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.normalize.characters import plain

# Some words; what is further away speaks of something else.
BEFORE: Final = 40
# Characters looked at on each side.
AFTER: Final = 16


@cache
def _spellings(words: str) -> frozenset[str]:
    """Words as a plain text has them; capitals of other scripts may look like Latin ones."""
    return frozenset(
        plain(each).casefold() for word in words.split() for each in (word, word.upper())
    )


_ID_WORDS: Final = """
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
    betrag vorgang aktenzeichen kundennr bestellnr rechnungsnr vertragsnr réf référence montant
    solde dossier referencia importe saldo código codigo folio expediente valor chamado codice
    importo pratica bedrag factuurnr zamówienia zamowienia kwota kod kodu tutar bakiye referans
    işlem fiş сумма баланс счета счёта заявка заявки заявки pesanan kode nominal mã hàng đơn
    usd eur gbp chf cny inr krw jpy brl rub rs idr rp vnd thb aed sar pln tl zł руб
    iva nip regon krs замовлення рахунок сума кошти протокол кільк sku
    cep cp postcode postleitzahl plz kodepos pincode eircode cik nmls lei duns ruc rut nit cuit cuil
    dni
    employee badge agent member membership customerid license plate seat flight
"""
# Words after which the name of a bank may come before the digits.
_ACCOUNTS: Final = frozenset({"rekening", "konto", "cuenta", "conta", "compte", "hesap", "iban"})
_NUMBER_WORDS: Final = (
    "no nr n num number numbers numero id code is ist est número numéro numer nomor numarası"
)
_ID_COMPOUND: Final = lazy_pattern(
    r"""
    (?!(?:telefon|ruf|handy|mobil|fax|service|hotline|support|kontakt)\w{0,4}nummer)
    \w{3,}nummer\Z    # "Kundennummer", but no "Telefonnummer"
    """,
    re.VERBOSE,
)
# The same in scripts that set no spaces around words.
_ID_ENDINGS: Final = """
    订单 编号 订单号 单号 区块 高度 验证码 代码 金额 卡号 账号 工号 会员号 流水号 快递 身份证
    邮编 郵編 邮政编码 郵遞區號 郵便番号 우편번호 등록번호 登録番号 法人番号 税号
    統一編號 统一编号
    余额 尾号 版本 訂單 編號 訂單號 單號 驗證碼 代碼 金額 卡號 帳號 會員 餘額
    注文 注文番号 予約番号 会員番号 受付番号 口座番号 コード 残高
    주문번호 송장번호 계좌번호 인증번호 회원번호 접수번호 코드 금액 주문 เลขที่ ใบสั่งซื้อ รหัส ยอด
    الطلب طلب مبلغ حساب ऑर्डर खाता
"""
# The last word of a text and the one before it, matched from the end.
_LAST_WORDS: Final = lazy_pattern(r"([^\W\d_]+)(?:[^\w\n]{1,3}([^\W\d_]+))?")
# What may separate such a word from the digits.
_AFTER_WORD: Final = " \t\r\n\f\v\x1c\x1d\x1e\x1f\x85\xa0.:=#'\"()[]-_\u00b0"
# How much of it.
_FARTHEST: Final = 6
_KEY: Final = lazy_pattern(r"([A-Za-z_][\w.-]{0,30})['\"]?\s?[=:]\s?['\"]?$")
_KEY_CUE: Final = lazy_pattern(
    r"""
    phone | tel | mobile | cell | call(?!s) | fax    # but `calls=` is a count
    | contact | hotline | whatsapp | sms | support | number | help
    """,
    re.VERBOSE | re.IGNORECASE,
)
_UNIT: Final = lazy_pattern(
    r"""
    \s?
    (?: % | \$ | \u00b0
      | (?:
            # cryptocurrencies, currencies and their small change
            btc|eth|usdt?|usdc|bnb|sol|xrp|eur|gbp|jpy|cny|inr|krw|sats?|satoshis?|gwei|wei|doge
            # amounts of data
          | [kmgt]i?b|[kmgt]bps|bytes?
            # times
          | ms|msec|sec|secs|seconds?|s|mins?|minutes?|h|hrs?|hours?|days?|weeks?
          | months?|years?|yrs?
            # lengths and weights
          | km|cm|mm|kg|lbs?|miles?
            # what is counted
          | users?|points?|words?|items?|people|votes?
          | views?|coins?|tokens?|shares?|dollars?|euros?|px|rows?|lines?|blocks?|transactions?|txs?
          | confirmations?
            # "5 million", "9 am"
          | million|billion|am|pm|a\.m|p\.m
            # more currencies
          | rub|руб|tl|zł|zl|kr|chf|brl|try|rs|vnd|thb|idr|pln|php
            # the same in other languages
          | лет|дней|pieces|pcs|stück|jahre|tage|euro|reais|pesos|rupees|lira
        )(?![^\W_])
        # in scripts without spaces: no end of a word to ask for
      | [円圓] | บาท | रुपये
      | 年(?!中)    # a year, but not `年中無休`, "open all year round"
        # money, times and counts: yuan, dollars, days, pieces, persons, minutes, won
      | [元块美天月日个個次人小秒万萬원개円] | 分(?![机機])
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HEX_BEFORE: Final = lazy_pattern(r"[0-9][A-Fa-fx]{1,6}\Z")
_HEX_AFTER: Final = lazy_pattern(r"[A-Fa-f]{1,6}[0-9]")
_UNIT_SIGNS: Final = frozenset("%$\u00b0")
# Another number after a slash: `0301234567/0307654321`.
NEXT_NUMBER: Final = lazy_pattern(r"/[0-9]{7}")
_ALONE: Final = lazy_pattern(r"[^\w\n]*")


def alone(before: str, after: str) -> bool:
    """Return True if the line of the digits holds nothing else but signs."""
    head, tail = before.rpartition("\n")[2], after.partition("\n")[0]
    return _ALONE.fullmatch(head) is not None and _ALONE.fullmatch(tail) is not None


def names_other(before: str, after: str) -> bool:
    """Return True if the text next to a single group of digits says that it is no phone number."""
    if before[-1:] in {"/", "@", "\\"} or (
        after[:1] in {"/", "@", "\\"} and not NEXT_NUMBER.match(after)
    ):
        return True
    if _HEX_BEFORE.search(before[-7:]) or _HEX_AFTER.match(after):
        return True
    return is_value_of_key(before) or is_measured(before, after) or is_labelled(before)


def is_labelled(before: str) -> bool:
    """Whether a word right before the digits names them an id, an amount or the like."""
    tail = before[-28:]
    words = tail.rstrip(_AFTER_WORD)
    if words[-1:].isalpha() and len(tail) - len(words) <= _FARTHEST:
        last = _LAST_WORDS.match(words[::-1])
        if last and _names_id((last[2] or "")[::-1], last[1][::-1]):
            return True
    return not tail.isascii() and tail.rstrip(" :.\x00\x02").endswith(
        tuple(_spellings(_ID_ENDINGS))
    )


def is_value_of_key(before: str) -> bool:
    """Whether the digits are the value of a key that names no phone."""
    key = _KEY.search(before) if "=" in before[-4:] else None
    return key is not None and _KEY_CUE.search(key[1]) is None and "=" in before[key.end(1) :]


def _names_id(before: str, word: str) -> bool:
    """Whether the last word, or the one that it numbers, names an id, an amount or the like."""
    bank = word.isupper() and before.casefold() in _ACCOUNTS
    word = word.casefold()
    named = before.casefold() if word in _spellings(_NUMBER_WORDS) or bank else word
    if named in _spellings(_ID_WORDS) or word in {"id", "code"}:
        return True
    return word.endswith("nummer") and _ID_COMPOUND.match(word) is not None


def is_measured(before: str, after: str) -> bool:
    """Whether a currency, a per cent sign or a unit belongs to the digits."""
    if before.rstrip(" \x00")[-1:] in {"$", "\u00a2"}:
        return True
    unit = after[:2].lstrip()[:1]
    return (unit.isalpha() or unit in _UNIT_SIGNS) and _UNIT.match(after) is not None
