"""Accounts of messengers that follow, or come before, the name of their network."""

import pytest

from hotline_check.reading import find, read
from hotline_check.reading.codes import Problem


def accounts(text: str) -> list[tuple[str, str | None]]:
    readings = [reading for each in find(text) for reading in each.readings]
    return [(each.value, each.network) for each in readings if each.kind == "handle"]


@pytest.mark.parametrize(
    ("text", "account", "network"),
    [
        ("Kraken Telegram: kraken_help1", "@kraken_help1", "telegram"),
        ("Kraken telegram kraken_help1", "@kraken_help1", "telegram"),
        ("Kraken 电报：kr_kefu88", "@kr_kefu88", "telegram"),
        ("客服飞机 kr_kefu88", "@kr_kefu88", "telegram"),
        ("Kraken 텔레그램 kraken_help", "@kraken_help", "telegram"),
        ("Message Kraken on WhatsApp kr.help99", "@kr.help99", "whatsapp"),
        ("Kraken support on Signal: kr.42", "@kr.42", "signal"),
        ("Kraken Discord: krhelp#1234", "@krhelp#1234", "discord"),
        ("Kraken Zalo kraken_vn1", "@kraken_vn1", "zalo"),
        ("Kraken Viber kraken_77", "@kraken_77", "viber"),
        ("Kraken 加V：kr_kefu88", "@kr_kefu88", "wechat"),
        ("Kraken 加微 kr_kefu88", "@kr_kefu88", "wechat"),
        ("Kraken 企鹅号 123456789", "@123456789", "qq"),
        ("Kraken 카톡 아이디 kraken77", "@kraken77", "kakaotalk"),
        ("Kraken 고객센터 오픈채팅 kraken77", "@kraken77", "kakaotalk"),
        ("Add kraken_help1 on Telegram", "@kraken_help1", "telegram"),
        ("Kraken 加微信 evilkf", "@evilkf", "wechat"),
        ("Kraken 加V信 evilkf", "@evilkf", "wechat"),
        ("Kraken 薇 evilkf", "@evilkf", "wechat"),
        ("Kraken 微信alice", "@alice", "wechat"),
        ("Kraken 扣扣 283746", "@283746", "qq"),
        ("Kraken 电报 evilsup", "@evilsup", "telegram"),
        ("Kraken 飞机 evilsup", "@evilsup", "telegram"),
        ("Kraken 카톡 evilkf", "@evilkf", "kakaotalk"),
        ("客服 加賴 evilkf88", "@evilkf88", "line"),
        ("客服 賴ID：evilkf88", "@evilkf88", "line"),
        ("LINE ID evilkf88", "@evilkf88", "line"),
        ("라인 아이디 evilkf88", "@evilkf88", "line"),
        ("客服➕V evilkf88", "@evilkf88", "wechat"),
        ("поддержка Телеграм evil_sup", "@evil_sup", "telegram"),
        ("поддержка ТГ: evil_sup", "@evil_sup", "telegram"),
        ("поддержка ВК: evil_sup", "@evil_sup", "vk"),
        ("поддержка вайбер evil_sup", "@evil_sup", "viber"),
        ("دعم تلغرام: evil_sup", "@evil_sup", "telegram"),
        ("सपोर्ट टेलीग्राम evil_sup", "@evil_sup", "telegram"),
        ("Kraken destek Instagram: evil_destek1", "@evil_destek1", "instagram"),
        ("Kraken support on Snapchat evilsup1", "@evilsup1", "snapchat"),
        ("Kraken support FB: evilsup1", "@evilsup1", "facebook"),
        ("客服钉钉 evilkf88", "@evilkf88", "dingtalk"),
        ("Kraken's Telegram account is evilsup", "@evilsup", "telegram"),
        ("Kraken's Telegram is evil_sup", "@evil_sup", "telegram"),
        ("Kraken Telegram ID evilsup", "@evilsup", "telegram"),
    ],
)
def test_an_account_next_to_its_network(text: str, account: str, network: str) -> None:
    assert accounts(text) == [(account, network)]


@pytest.mark.parametrize(
    "text",
    [
        "Our Telegram channel is official",
        "온라인 bithumb77",
        "Follow Kraken on Facebook, Instagram and Snapchat",
        "Подписывайтесь на наш Телеграм",
        "賴清德 President",
        "Join us on Telegram: news and updates",
        "Follow Kraken on Discord, Telegram and Signal",
        "Telegram 10.5.2 released",
        "Signal: strong buy on BTC",
        "trading signal BTC_USDT",
        "WhatsApp 2.24.1 update",
        "Discord: the server is open",
        "signal_strength=12",
        "discord_id: 1234",
        "WhatsApp is encrypted.",
        "Our Telegram is offline.",
        "Telegram account please",
        "飞机票 2026年",
        "微信 WeChat",
        "微信 and QQ are no channels of Kraken",
        "텔레그램 Telegram",
        "XML_FEATURE_IGNORE_DTD",  # not of IG
        "CMAKE_INSTALL_MODE",  # nor of insta
        "FBSD_VERSION: 14",
        "VKEYS_SEEN",
        "as required by FIPS-140-2 IG A.9",
    ],
)
def test_words_after_a_network_are_no_account(text: str) -> None:
    assert accounts(text) == []


def test_a_word_in_capitals_next_to_a_pasted_number_is_not_passed_over() -> None:
    assert Problem.NOT_READ in {each.problem for each in read("+1 202 555 0143 WhatsApp KRHELPNOW")}
