"""Each of the most used platforms is found by what people type for it."""

from functools import partial
from pathlib import Path

import pytest

from hotline_check.errors import HotlineError
from hotline_check.registry.lookups.platforms import find_platform, search
from hotline_check.registry.most_used import most_used
from hotline_check.registry.storage.store import Store

# Names in Chinese, simplified and traditional, former ones among them.
CHINESE = {
    "binance": ("币安", "幣安"),
    "okx": ("欧易", "歐易", "欧意"),
    "kucoin": ("库币", "庫幣"),
    "gate": ("芝麻开门", "芝麻開門"),
    "mexc": ("抹茶",),
    "htx": ("火币", "火幣", "火必"),
    "rakuten-wallet": ("乐天钱包", "樂天錢包"),
    "paypal": ("贝宝", "貝寶"),
    "etoro": ("e投睿",),
    "webull": ("微牛", "微牛證券"),
    "fidelity-crypto": ("富达投资", "富達投資"),
    "charles-schwab": ("嘉信理财", "嘉信理財"),
    "interactive-brokers": ("盈透证券", "盈透證券"),
    "maicoin": ("現代財富",),
    "bitopro": ("幣託", "币托"),
    "metamask": ("小狐狸钱包", "小狐狸錢包"),
    "trust-wallet": ("信任钱包", "信任錢包"),
}
ROOT = Path(__file__).parent.parent.parent
MOST_USED = most_used(ROOT / "registry")


@pytest.mark.parametrize("name", MOST_USED)
def test_by_id_name_domain_and_chinese_name(bundled_store: Store, name: str) -> None:
    def found(typed: str) -> str:
        try:
            return bundled_store.ask(lambda snapshot: find_platform(snapshot, typed)).id
        except HotlineError as error:
            return f"{typed}: {error.code}"

    entry = bundled_store.ask(lambda snapshot: find_platform(snapshot, name))
    assert entry.pins, "it has no domain"
    domains = entry.pins[0], f"www.{entry.pins[0]}", f"https://www.{entry.pins[0]}/"
    page = f"https://{entry.pins[0]}/en/support?lang=en#top"
    spellings = entry.name, entry.name.upper(), f" {entry.name.lower()} ", *entry.aliases
    typed = (name, *spellings, *domains, page, *CHINESE.get(name, ()))
    assert [found(each) for each in typed] == [name] * len(typed)


def test_the_chinese_names_are_of_the_most_used() -> None:
    assert CHINESE.keys() <= set(MOST_USED)


@pytest.mark.parametrize("name", CHINESE)
def test_the_list_of_platforms_finds_chinese_names(bundled_store: Store, name: str) -> None:
    for part in CHINESE[name]:
        found = bundled_store.ask(partial(search, query=part))
        assert name in [platform.id for platform in found]
