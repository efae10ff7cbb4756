"""Which addresses a text offers as the contact of the platform that it names."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hotline_check.attribution import offers, vocabulary
from hotline_check.attribution.masked_sentence import words_of
from hotline_check.attribution.nearest import attribute
from hotline_check.attribution.offers import is_offered
from hotline_check.attribution.owners import personal
from hotline_check.reading import find, mentions
from hotline_check.reading.models import Hints
from hotline_check.reading.normalize.characters import small
from tests.examples import examples as tried

NAMES = {
    "Coinbase": "coinbase",
    "Kraken": "kraken",
    "Binance": "binance",
    "币安": "binance",
    "바이낸스": "binance",
}


def offered(text: str) -> list[bool]:
    named = list(mentions(text, NAMES))
    finds = find(text, Hints(region="US"), claims=lambda _: True)
    return [is_offered(each, attribute(each, named, text), text) for each in finds]


@pytest.mark.parametrize(
    "text",
    [
        "Your Coinbase account is locked. Verify it at https://kq81.top/x today.",
        "Coinbase support: help@kq81.top",
        "Kraken: log in here https://kq81.top",
        "Kraken Kundendienst unter kq81.top erreichbar",
        "\u5e01\u5b89\u5ba2\u670d\u7f51\u7ad9 https://kq81.top",
        "Call Coinbase on +1 202 555 0123",
        "Coinbase 1-202-555-0123",
        "Coinbase: +1 202 555 0123",
        "Coinbase | +1 202 555 0123",
        "#CoinbaseSupport 202-555-0123",
        "Coinbase Customer Care Number USA (202) 555-0123 24/7",
        "Contact Coinbase on 202-555-0123 today",
        "How do I reach Coinbase? Dial 202-555-0123.",
        "202-555-0123 is the helpline of Coinbase",
        "Lost access to Coinbase? Call now: 202-555-0123",
        "Coinbase withdrawal not received, dial 202-555-0123",
        "Your Coinbase account was locked. Call 202-555-0123 to unlock it.",
        "Coinbase: a login from Texas. If this was not you, call us at 202-555-0123",
        "This is Mark from Coinbase, call me back at 202-555-0123",
        "Coinbase Support\n202-555-0123",
        "Coinbase Support\n\nTel: 202-555-0123",
        "I called Coinbase support at 202-555-0123 and they helped me",
        "Soporte de Coinbase: llame al +1 202 555 0123",
        "Ligue para a central da Binance: +1 202 555 0123",
        "Der Binance Kundenservice ist unter +1 202 555 0123 erreichbar",
        "Служба поддержки Binance: +1 202 555 0123",
        "\u8bf7\u8054\u7cfb\u5e01\u5b89\u4eba\u5de5\u5ba2\u670d\u5904\u7406 +1 202 555 0123",
        "\ubc14\uc774\ub0b8\uc2a4 \uace0\uac1d\uc13c\ud130 +1 202 555 0123",
        "C0inb\u0430se agents wait on +1 202 555 0123",
        "Binance victims: call Binance support +1 202 555 0123",
        "Abogado de Coinbase: +1 202 555 0123",
        "Víctimas de Binance: llame al soporte de Binance +1 202 555 0123",
        "Coinbase 受害者请拨打客服电话 +1 202 555 0123",
        "바이낸스 피해자 고객센터 +1 202 555 0123",
    ],
)
def test_offered(text: str) -> None:
    assert offered(text) == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Coinbase in the news: https://www.bbc.co.uk/news/business-1",
        "Coinbase listed it. Read more on https://blog.kq81.top/coinbase.",
        "You need help? Not here.\nThe podcast of Coinbase is on https://kq81.top",
        "Coinbase pays Netflix, whose support is at https://help.netflix.com",
        "Unsubscribe: https://kq81.top/u/1",
        "My bank Chase 1-202-555-0123 blocked a transfer to Coinbase",
        "I called my wife at 202-555-0123 about Coinbase",
        "Coinbase user John Doe, phone 202-555-0123, asks for help",
        "Write to the Coinbase article author jane@kq81.top",
        "I use Coinbase. Call me at 202-555-0123",
        "I sold my Coinbase shares. My new number: 202-555-0123",
        "Coinbase was sued, said lawyer Jane Roe (202-555-0123)",
        "Pizza Palace takes Coinbase; order at 202-555-0123",
        "Your transfer to Coinbase of $500.00 is done. Questions? 202-555-0123",
        "He works at Coinbase and his number is 202-555-0123",
        "Coinbase fell sharply. For our subscription desk call 202-555-0123",
        "To talk about Coinbase on our show, call 202-555-0123",
        "If you paid through Coinbase, ring the shop on 202-555-0123",
        "Lawyer against Binance: 202-555-0123",
        "Binance victims' group, phone: 202-555-0123",
        "Avocat des victimes de Binance : +1 202 555 0123",
        "Abogado contra Binance: +1 202 555 0123",
        "Asociación de afectados por Binance, abogado: +1 202 555 0123",
        "Advogado das vítimas da Binance: +1 202 555 0123",
        "Avvocato contro Binance: +1 202 555 0123",
        "Anwalt gegen Binance: +1 202 555 0123",
        "Адвокат пострадавших от Binance: +1 202 555 0123",
        "Binance mağdurları derneği: +1 202 555 0123",
        "Luật sư của nạn nhân Binance: +1 202 555 0123",
        "Binance 受害者互助群电话 +1 202 555 0123",
        "Coinbase 律师函，请联系张律师 +1 202 555 0123",
        "Binance 記者專線 +1 202 555 0123",
        "Binance被害者の会 電話 +1 202 555 0123",
        "바이낸스 피해자 모임 전화 +1 202 555 0123",
    ],
)
def test_only_mentioned(text: str) -> None:
    assert offered(text) == [False]


@pytest.mark.parametrize(
    "before",
    [
        "call me on",
        "my bank Chase",
        "tickets: call",
        "Reservas:",
        "\u8ba2\u623f",
        "user John Doe, phone",
        "avocat des victimes de \x04 :",
        "Hilfe f\u00fcr Betrugsopfer:",
        "Opfer von \x04:",
        "Kryptoanw\u00e4lte, Rechtsanwalt Doe:",
        "\u53d7\u5bb3\u8005",
    ],
)
def test_what_is_given_to_somebody_is_asked_for(before: str) -> None:
    """The words that are asked for first are in all that the pattern takes."""
    sentence = f"{before.lower()} {vocabulary.HERE}"
    assert vocabulary.GIVEN_TO_SOMEBODY.search(sentence)
    assert vocabulary.MAY_GIVE_TO_SOMEBODY.search(sentence)
    assert any(map(vocabulary.may_begin_somebody, words_of(sentence)))


@settings(max_examples=tried(100))
@given(st.from_regex(re.compile(personal._OWN.pattern, re.VERBOSE)).map(small))
def test_a_contact_of_its_owner_is_recognized_by_a_word(sentence: str) -> None:
    if personal._OWN.search(sentence):
        assert not personal._OF_OWNERS.isdisjoint(words_of(sentence.replace("_", " ")))


@settings(max_examples=tried(100))
@given(st.from_regex(re.compile(vocabulary.MAY_GIVE_TO_SOMEBODY.pattern, re.VERBOSE)).map(small))
def test_what_may_be_somebody_is_recognized_by_a_word(sentence: str) -> None:
    if vocabulary.MAY_GIVE_TO_SOMEBODY.search(sentence):
        assert any(map(vocabulary.may_begin_somebody, words_of(sentence.replace("_", " "))))


def test_patterns_for_small_letters_have_no_capitals() -> None:
    lists = [
        value for value in vars(vocabulary).values() if isinstance(value, str) and "|" in value
    ]
    asked = [vocabulary._ASKS.pattern, vocabulary._ASKS_UNSPACED.pattern]
    names = ("SPEAKS_AS", "GIVEN_TO_SOMEBODY", "MAY_GIVE_TO_SOMEBODY")
    asked += [getattr(vocabulary, name).pattern for name in names]
    linked = ("_LINKED_AFTER", "_LINKED_BEFORE", "_SERVED", "_ALERTED")
    asked += [getattr(offers, name).pattern for name in linked]
    asked += [getattr(offers, name).pattern for name in ("_SERVED_UNSPACED", "_ABOUT", "_DIRECT")]
    for pattern in (*lists, *asked):
        words = re.sub(r"\\[WDSB]|(?m:\s# .*$)", "", pattern)
        assert words == words.lower()
