"""Honest addresses and texts, on the bundled registry: a warning at most."""

import io

import pytest

from hotline_check.checking import Checker
from hotline_check.errors import Exit
from hotline_check.registry.storage.store import Store
from hotline_check.scanning.scanner import Hit, Scanner
from hotline_check.verdict.models import Status
from hotline_check.wording.terms.headlines import headline
from hotline_check.wording.text.catalogue import words
from tests.entries import TODAY

HONEST = [
    # one letter from a brand, and a word
    "https://stripe.com",
    "https://www.striker.com",
    "https://revolt.tv",
    "https://www.finance.gov.pk",
    "https://trevor.com",
    "https://ledgers.com/kingsville",
    "https://www.gates.com",
    # a subdomain's word is nobody's name
    "https://www.khanacademy.org",
    "https://help.shopify.com",
    "https://help.netflix.com/en",
    "https://academy.hubspot.com",
    "https://support.google.com/accounts",
    "https://wallet.google.com",
    "https://login.microsoftonline.com",
    # words of the trade
    "https://bitcoin.org",
    "https://www.coindesk.com",
    "https://crypto.news",
    "https://cointelegraph.com",
    "https://www.coingecko.com/en",
    "https://blockchain.stanford.edu",
    "https://bitcoinmagazine.com",
    # part of a longer word, or two words of their own
    "https://www.revolution.com",
    "https://revolution-support.com",
    "https://www.openset.com",
    "https://metatask.io",
    # the name of a brand which is a word
    "https://gemini.google.com",
    "https://www.circleci.com",
    "https://www.riverside.fm",
    "https://exodus.org",
    "someone@gmail.com",
]


@pytest.mark.parametrize("text", HONEST)
def test_honest_addresses(bundled_store: Store, text: str) -> None:
    (verdict,) = Checker(bundled_store, today=TODAY).check(text)
    assert verdict.exit is Exit.CANNOT_TELL


def scan(store: Store, text: str) -> list[Hit]:
    found = Scanner(Checker(store, today=TODAY)).scan_stream(io.BytesIO(text.encode()), "a.txt")
    return [one for one in found if isinstance(one, Hit)]


@pytest.mark.parametrize(
    "text",
    [
        "Coinbase weekly. Bitcoin rose 3 %: https://www.coindesk.com/markets/2026/11/",
        "Coinbase is growing.\n\nPartners: https://stripe.com and https://www.netflix.com.",
        "Kraken status: https://kraken.statuspage.io",
        "Get the Coinbase app: https://apps.apple.com/us/app/coinbase/id886427730",
        "Trezor Suite: https://play.google.com/store/apps/details?id=io.trezor.suite",
        "Was it Coinbase? Report the fraud: https://reportfraud.ftc.gov",
        "Binance warning, contact https://www.fca.org.uk/consumers or https://www.bafin.de",
        "483920 is your Coinbase code. @coinbase.com #483920",
        "Kraken: 112233 is your code.\n@www.kraken.com #112233",
        "Coinbase's @CoinbaseSupport X account replied",
        "Coinbase pays Netflix, whose support is at https://help.netflix.com",
        "The Kraken podcast is made by people of https://kq81.top",
        "Send it to Coinbase or to https://www.kraken.com",
    ],
)
def test_texts_that_name_a_platform(bundled_store: Store, text: str) -> None:
    levels = {hit.verdict.level for hit in scan(bundled_store, text)}
    assert "danger" not in levels


@pytest.mark.parametrize(
    "text",
    [
        "Your Coinbase account is locked. Verify it at https://kq81.top/x today.",
        "Kraken support: help@kq81.top",
        "Coinbase: your code is ready, https://coinbase-verify.kq81.top",
        "Binance Kundendienst unter https://kq81.top",
    ],
)
def test_what_a_text_offers_as_the_platforms_own(bundled_store: Store, text: str) -> None:
    levels = [hit.verdict.level for hit in scan(bundled_store, text)]
    assert levels == ["danger"]


@pytest.mark.parametrize("separator", [";", "\t", ","])
def test_a_brand_with_digits_in_its_name_is_no_contact(
    separator: str, bundled_store: Store
) -> None:
    rows = [("brand", "phone"), ("Coinbase", "+1 888 908 7930"), ("N26", "+49 30 22957300")]
    table = "\n".join(separator.join(row) for row in rows)
    scanner = Scanner(Checker(bundled_store, today=TODAY))
    found = list(scanner.scan_stream(io.BytesIO(table.encode()), "a.txt"))
    assert [one.verdict.status for one in found if isinstance(one, Hit)] == [Status.LISTED] * 2
    assert not [one for one in found if not isinstance(one, Hit)]


def test_a_number_of_another_brand_in_the_sentence_names_its_owner(bundled_store: Store) -> None:
    first, _ = scan(
        bundled_store,
        "Coinbase and Bitstamp: +1 888 908 7930 and +44 20 3868 9628 respectively",
    )
    assert headline(first.verdict, words("en")) == (
        "Cannot tell: Coinbase publishes this number, not Bitstamp."
    )
