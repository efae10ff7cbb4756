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
    return [each for each in found if isinstance(each, Hit)]


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
    assert [each.verdict.status for each in found if isinstance(each, Hit)] == [Status.LISTED] * 2
    assert not [each for each in found if not isinstance(each, Hit)]


def test_a_number_of_another_brand_in_the_sentence_names_its_owner(bundled_store: Store) -> None:
    first, _ = scan(
        bundled_store,
        "Coinbase and Bitstamp: +1 888 908 7930 and +44 20 3868 9628 respectively",
    )
    assert headline(first.verdict, words("en")) == (
        "Cannot tell: Coinbase publishes this number, not Bitstamp."
    )


OWN = "+44 7700 900123"


@pytest.mark.parametrize(
    "text",
    [
        # an ordinary word that is also a brand's name
        f"Gate 12, strike action: call {OWN}",
        f"Teachers' strike: parents may call the school on {OWN}",
        f"Book a flight with Delta: {OWN}",
        f"General ledger questions: accounting, {OWN}",
        f"The Gemini Theatre, 12 Gate Street, box office {OWN}",
        # a brand inside another name
        f"crypto.com arena parking: call {OWN}",
        f"Tickets for the Crypto.com Arena: {OWN}",
        f"Robinhood Airport Doncaster: {OWN}",
        # what is bought or booked with the platform's money, or next to it
        f"Seattle Kraken tickets: call {OWN}",
        f"Bezahlen Sie in unserem Shop mit Bitpanda. Fragen zur Lieferung: {OWN}",
        f"Nous acceptons Binance Pay. Service client de la boutique : {OWN}",
        f"Nuestro hotel acepta pagos con Bitso. Reservas: {OWN}",
        f"本酒店位于币安大厦旁，订房电话 {OWN}",
        f"Zoom webinar about custody with Gemini. Dial by your location: {OWN}",
        # somebody else's number
        f"According to Binance, the user lost $50,000. Tell our reporter at {OWN}.",
        f"DHL: Ihr Paket von Ledger kommt morgen. DHL Kundenservice: {OWN}",
        f"Trust Wallet workshop at the library, sign up: {OWN}",
        # a public body's line without its country code
        "Arnaque Coinbase ? Info Escroqueries : 0805 805 817",
        "Arnaque Coinbase ? Info Escroqueries : 08 05 80 58 17",
        "Arnaque Coinbase ? Info Escroqueries 0 805 805 817",
    ],
)
def test_numbers_of_somebody_else(bundled_store: Store, text: str) -> None:
    checked = Checker(bundled_store, today=TODAY).check(text)
    verdicts = [*checked, *(hit.verdict for hit in scan(bundled_store, text))]
    assert [v.status for v in verdicts if v.level == "danger"] == []
    assert checked


@pytest.mark.parametrize(
    "text",
    [
        f"Gate support: {OWN}",
        f"strike support {OWN}",
        f"Gemini support phone number {OWN}",
        f"Call Gemini at {OWN} about your account",
        f"Crypto.com helpline {OWN}",
        f"Su cuenta de Bitso ha sido bloqueada. Llame al {OWN}",
        f"Binance hesabınız kilitlendi, {OWN} numaralı telefonu arayın",
        f"Аккаунт Binance заблокирован. Звоните {OWN}",
        f"I am from the fraud department at Coinbase. Call me back at {OWN}",
        f"Binance-Sicherheitsteam: Ihr Konto ist in Gefahr. Rückruf unter {OWN}",
        f"Votre portefeuille Ledger a été compromis, contactez-nous au {OWN}",
        f"バイナンス カスタマーサポート {OWN}",
        f"Forgot Binance password? {OWN}",
        f"How to talk to a person at Binance? Call {OWN}",
        f"Coinbase tickets and refunds: Coinbase support ticket line {OWN}",
        f"Kraken Support\n\n{OWN}\n\nAvailable 24/7",
    ],
)
def test_numbers_offered_as_a_platforms(bundled_store: Store, text: str) -> None:
    assert [hit.verdict.level for hit in scan(bundled_store, text)] == ["danger"]


def test_a_public_bodys_line_is_named(bundled_store: Store) -> None:
    text = "Arnaque Coinbase ? Info Escroqueries : 0805 805 817"
    (verdict,) = Checker(bundled_store, today=TODAY).check(text)
    assert verdict.status is Status.AMBIGUOUS
    assert "may-be-authority" in [reason.code for reason in verdict.reasons]


@pytest.mark.parametrize(
    "text",
    [
        "Uber uses Venmo: help +1 202 555 0143",
        "Acme Shop accepts Coinbase: call +1 202 555 0143",
        "Pay Acme with Venmo: questions to +1 202 555 0143",
        "We take Venmo: help +1 202 555 0143",
    ],
)
def test_who_is_paid_with_a_platform_gives_their_own_number(
    bundled_store: Store, text: str
) -> None:
    (verdict,) = Checker(bundled_store, today=TODAY).check(text)
    assert verdict.exit is Exit.CANNOT_TELL


@pytest.mark.parametrize(
    "text",
    [
        "Everyone uses Coinbase: help +1 202 555 0143",
        "Use Coinbase: call +1 202 555 0143",
        "Coinbase: call +1 202 555 0143",
    ],
)
def test_who_only_praises_a_platform_offers_its_number(bundled_store: Store, text: str) -> None:
    (verdict,) = Checker(bundled_store, today=TODAY).check(text)
    assert verdict.exit is Exit.DO_NOT_DIAL
