"""Brands in disguise, brands that are ordinary words, and whose a contact is said to be."""

import pytest

from hotline_check.attribution.nearest import attribute
from hotline_check.reading import find, mentions

NAMES = {
    "Coinbase": "coinbase", "Kraken": "kraken", "Robinhood": "robinhood", "MoonPay": "moonpay",
    "Trust Wallet": "trust-wallet", "Cash App": "cash-app", "Gate": "gate", "Gate.io": "gate",
    "River": "river", "Strike": "strike", "Uphold": "uphold", "Crypto.com": "crypto-com",
    "OKX": "okx", "MB": "mercado-bitcoin", "币安": "binance", "Bit2Me": "bit2me",
}  # fmt: skip


def spotted(text: str) -> list[tuple[str, bool]]:
    return [(each.platform, each.disguised) for each in mentions(text, NAMES)]


@pytest.mark.parametrize(
    "text",
    [
        "ℂ𝕠𝕚𝕟𝕓𝕒𝕤𝕖", "𝕮𝖔𝖎𝖓𝖇𝖆𝖘𝖊", "Ｃｏｉｎｂａｓｅ", "ⒸⓄⒾⓃⒷⒶⓈⒺ", "🅲🅾🅸🅽🅱🅰🆂🅴", "🇨🇴🇮🇳🇧🇦🇸🇪", "ᴄᴏɪɴʙᴀsᴇ",
        "Соinbаse", "C\u200bo\u200binbase", "C̶o̶i̶n̶b̶a̶s̶e̶", "C0inbase", "Co1nba5e", "C o i n b a s e",
        "C-o-i-n-b-a-s-e", "C.o.i.n.b.a.s.e",
    ],
)  # fmt: skip
def test_a_brand_in_disguise(text: str) -> None:
    assert spotted(f"☎️ {text} support") == [("coinbase", True)]


@pytest.mark.parametrize(
    "text", ["Coinbase", "COINBASE", "coinbase", "#CoinbaseSupport", "Coinbase®"]
)
def test_a_brand_in_plain(text: str) -> None:
    assert spotted(f"call {text} now") == [("coinbase", False)]


@pytest.mark.parametrize(
    "text",
    [
        "the river rose and the gate was shut",
        "workers on strike uphold the law",
        "Gate closes at nine. River views cost extra.",
        "the file has 20 MB of data",
        "a crypt on a cash-only apple farm",
    ],
)
def test_ordinary_words_are_no_brands(text: str) -> None:
    assert spotted(text) == []


@pytest.mark.parametrize(
    ("text", "platform"),
    [
        ("my Gate account", "gate"),
        ("gate.io", "gate"),
        ("Uphold support", "uphold"),
        ("I lost my Strike balance", "strike"),
        ("cash app refund", "cash-app"),
        ("TrustWallet", "trust-wallet"),
        ("trust-wallet", "trust-wallet"),
        ("Crypto com", "crypto-com"),
        ("OKX", "okx"),
        ("币安客服电话", "binance"),
        ("bit2me", "bit2me"),
    ],
)
def test_brands_that_need_care(text: str, platform: str) -> None:
    assert [name for name, _ in spotted(text)] == [platform]


def claims(text: str) -> list[str | None]:
    named = sorted(mentions(text, NAMES))
    return [attribute(found, named, text).platform for found in find(text)]


def test_the_nearest_brand_of_the_sentence() -> None:
    text = "Coinbase is at +1 202 555 0143. For Kraken ring +1 202 555 0144, not Robinhood."
    assert claims(text) == ["coinbase", "kraken"]


def test_the_title_speaks_for_its_paragraph() -> None:
    text = "# Kraken help\n\nRing this: +1 202 555 0143.\n\n# Coinbase help\n\nRing +1 202 555 0144"
    assert claims(text) == ["kraken", "coinbase"]


def test_else_the_document_speaks() -> None:
    text = "Coinbase, Coinbase and Kraken.\n\nNothing here.\n\nMore text.\n\n\nRing +1 202 555 0143"
    assert claims(text) == ["coinbase"]


def test_no_brand_no_claim() -> None:
    assert claims("Ring +1 202 555 0143") == [None]


UNSPACED = {
    "抹茶": "mexc", "火必": "htx", "火币": "htx", "币安": "binance", "幣安": "binance",
    "レジャー": "ledger", "芝麻开门": "gate", "欧易": "okx",
}  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "抹茶拿铁很好喝", "抹茶 latte", "发现着火必须报警", "数字货币安全指南", "數字貨幣安全",
        "外币安排", "レジャー施設", "芝麻开门，阿里巴巴说",
    ],
)  # fmt: skip
def test_letters_of_an_ordinary_text_are_no_brand(text: str) -> None:
    assert list(mentions(text, UNSPACED)) == []


@pytest.mark.parametrize(
    ("text", "platform"),
    [
        ("抹茶客服电话", "mexc"), ("抹茶（MEXC）官网", "mexc"), ("火必交易所", "htx"),
        ("火币客服", "htx"), ("联系币安客服", "binance"), ("歐易", ""), ("欧易客服", "okx"),
        ("レジャーウォレット", "ledger"), ("芝麻开门交易所", "gate"),
    ],
)  # fmt: skip
def test_the_same_letters_as_a_brand(text: str, platform: str) -> None:
    assert [each.platform for each in mentions(text, UNSPACED)] == ([platform] if platform else [])
