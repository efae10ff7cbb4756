"""The names under which people look for a platform, in the scripts they write."""

import pytest

from hotline_check.registry.folder import Registry
from hotline_check.registry.lookups.platforms import find_platform
from hotline_check.registry.storage.store import Store

TYPED = {
    "币安": "binance", "幣安": "binance", "バイナンス": "binance", "바이낸스": "binance",
    "欧易": "okx", "歐易": "okx", "OKEx": "okx", "火币": "htx", "火幣": "htx", "火必": "htx",
    "Huobi": "htx", "후오비": "htx", "抹茶": "mexc", "库币": "kucoin", "庫幣": "kucoin",
    "芝麻开门": "gate", "芝麻開門": "gate", "Gate.io": "gate", "コインベース": "coinbase",
    "코인베이스": "coinbase", "バイビット": "bybit", "업비트": "upbit", "빗썸": "bithumb",
    "코인원": "coinone", "코빗": "korbit", "고팍스": "gopax", "ビットフライヤー": "bitflyer",
    "コインチェック": "coincheck", "ビットバンク": "bitbank", "楽天ウォレット": "rakuten-wallet",
    "樂天錢包": "rakuten-wallet", "GMOコイン": "gmo-coin", "SBI VCトレード": "sbi-vc-trade",
    "贝宝": "paypal", "貝寶": "paypal", "嘉信理财": "charles-schwab", "嘉信理財": "charles-schwab",
    "盈透证券": "interactive-brokers", "微牛": "webull", "e投睿": "etoro", "幣託": "bitopro",
    "币托": "bitopro", "現代財富": "maicoin", "小狐狸钱包": "metamask", "小狐狸錢包": "metamask",
    "信任钱包": "trust-wallet", "บิทคับ": "bitkub", "फोनपे": "phonepe", "कॉइनडीसीएक्स": "coindcx",
    "कॉइनस्विच": "coinswitch", "वज़ीरएक्स": "wazirx", "رين": "rain", "باينانس": "binance",
    "Binance Türkiye": "binance-tr", "Paribu": "paribu",
}  # fmt: skip


def id_of(store: Store, name: str) -> str:
    return store.ask(lambda snapshot: find_platform(snapshot, name)).id


@pytest.mark.parametrize(("name", "platform"), TYPED.items())
def test_a_name_as_people_type_it(bundled_store: Store, name: str, platform: str) -> None:
    assert id_of(bundled_store, name) == platform


def test_every_platform_is_found_by_id_name_and_domain(
    bundled: Registry, bundled_store: Store
) -> None:
    for platform in bundled.platforms:
        shared = {d.domain for d in platform.described_domains if d.shared_with}
        own = [pin for pin in platform.pins if pin not in shared]
        for name in (platform.id, platform.name, *platform.aliases, *own):
            assert id_of(bundled_store, name) == platform.id
