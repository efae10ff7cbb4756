"""Which addresses a text offers as the contact of the platform that it names."""

import pytest

from hotline_check.reading import find
from hotline_check.reading.brands.offers import with_offer
from hotline_check.reading.models import Hints


def offered(text: str) -> list[bool]:
    return [with_offer(one, text).is_offered for one in find(text, Hints())]


@pytest.mark.parametrize(
    "text",
    [
        "Your Coinbase account is locked. Verify it at https://kq81.top/x today.",
        "Coinbase support: help@kq81.top",
        "Kraken: log in here https://kq81.top",
        "Kraken Kundendienst unter kq81.top erreichbar",
        "\u5e01\u5b89\u5ba2\u670d\u7f51\u7ad9 https://kq81.top",
        "Call Coinbase on +1 202 555 0123",
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
    ],
)
def test_only_mentioned(text: str) -> None:
    assert offered(text) == [False]
