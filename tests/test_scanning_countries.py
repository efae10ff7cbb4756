"""Which country a number without a country code is read in, where a text names a platform."""

import io

import pytest

from hotline_check.checking import Checker
from hotline_check.registry.storage.store import Store
from hotline_check.scanning.scanner import Hit, Scanner
from hotline_check.verdict.models import Status
from tests.entries import TODAY


@pytest.fixture(scope="module")
def scanner(bundled_store: Store) -> Scanner:
    return Scanner(Checker(bundled_store, today=TODAY))


def scanned(scanner: Scanner, text: str) -> list[Hit]:
    found = scanner.scan_stream(io.BytesIO(text.encode()), "x.txt")
    return [each for each in found if isinstance(each, Hit)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("모든 보상은 빗썸 고객센터(1661-5566)를 통해서만 안내", "16615566"),
        ("ICRYPEX müşteri hizmetleri: 0 (212) 915 1900", "+902129151900"),
    ],
)
def test_the_platform_s_own_line_as_it_is_printed_at_home(
    scanner: Scanner, text: str, value: str
) -> None:
    (hit,) = scanned(scanner, text)
    assert hit.verdict.status is Status.LISTED
    assert hit.verdict.reading is not None
    assert hit.verdict.reading.value.endswith(value)


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("币安客服电话 400-829-4173，官网 www.binance.com", "400-829-4173"),
        ("CoinCheckを名乗る男性(03-6667-5156)から電話がかかってきました", "03-6667-5156"),
        ("Coinbase: Appelez-nous au 06 82 94 17 36", "06 82 94 17 36"),
        ("Поддержка Cash App 8 (800) 969-19-40", "8 (800) 969-19-40"),
        ("Cash App tel:8009691940;phone-context=+44", "8009691940;phone-context=+44"),
        ("币安客服微信：binance_kf88", "binance_kf88"),
        ("Binance: 0800 123 4567", "0800 123 4567"),
    ],
)
def test_what_no_platform_publishes_is_reported_and_never_listed(
    scanner: Scanner, text: str, contact: str
) -> None:
    hits = scanned(scanner, text)
    (hit,) = [each for each in hits if contact in each.text]
    assert hit.verdict.level != "listed"


def test_a_french_sentence_gives_no_german_number(scanner: Scanner) -> None:
    (hit,) = scanned(scanner, "Coinbase: Appelez-nous au 06 82 94 17 36")
    assert "+49682941736" not in [each.value for each in hit.verdict.readings]


@pytest.mark.parametrize("place", ["Österreich", "Italia", "Schweiz", "日本"])
def test_a_line_of_one_country_is_not_listed_for_another(scanner: Scanner, place: str) -> None:
    (hit,) = scanned(scanner, f"N26 {place}: Hotline 030 22957300")
    assert "+493022957300" not in [each.value for each in hit.verdict.readings]
    assert hit.verdict.level != "listed"


ELSEWHERE = [
    # the sentence names a country whose phones reach somebody else by these digits
    *("Crypto.com Italia 888 824 8817", "Crypto.com Brasil: (888) 824-8817"),
    *("Crypto.com Việt Nam 888 824 8817", "Crypto.com الإمارات 888 824 8817"),
    *("Coinbase UK support 888-908-7930", "Coinbase (UK) 888-908-7930", "CoinJar UK 1300 264 652"),
    *("Coinbase 日本 888-908-7930", "Coinbase 🇮🇳 888 908 7930"),
    *("coinbase germany hotline 888 908 7930", "eToro Deutschland 888 271 8365"),
    # or its language is spoken in no country of the number
    *("Coinbase: rufen Sie an 888 908 7930", "Coinbase 客服电话 888-908-7930"),
    *("Coinbase müşteri hizmetleri 888 908 7930", "Coinbase खाता: कॉल 888 908 7930"),
]
AT_HOME = [
    *(
        "Coinbase hotline: 888 908 7930",
        "Coinbase USA: 888 908 7930",
        "Coinbase no: (888) 908-7930",
    ),
    *("Coinbase Canada 888 908 7930", "In New Mexico Coinbase answers at (888) 908-7930"),
    *("Coinbase UK and US: (888) 908-7930", "Coinbase: llámenos al 888 908 7930"),
    *("Crypto.com Italia +1 888 824 8817", "Coinbase Deutschland: +1 888 908 7930"),
    *("I live in Italy. Coinbase is at (888) 908-7930", "CoinJar Australia 1300 264 652"),
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_digits_of_a_country_that_the_sentence_does_not_speak_for(
    scanner: Scanner, text: str
) -> None:
    (hit,) = scanned(scanner, text)
    (verdict,) = scanner.judge.checker.check(text)
    assert "listed" not in {hit.verdict.level, verdict.level}


@pytest.mark.parametrize("text", AT_HOME)
def test_digits_of_a_country_that_the_sentence_allows(scanner: Scanner, text: str) -> None:
    (hit,) = scanned(scanner, text)
    assert hit.verdict.level == "listed"


def test_what_is_published_elsewhere_is_shown(scanner: Scanner) -> None:
    (hit,) = scanned(scanner, "Crypto.com Italia 888 824 8817")
    assert hit.verdict.status is Status.AMBIGUOUS
    assert [reason.code for reason in hit.verdict.reasons][:2] == [
        "may-be-published",
        "say-country",
    ]


def test_the_country_that_the_person_gives_decides(bundled_store: Store) -> None:
    checker = Checker(bundled_store, today=TODAY, region="US")
    (verdict,) = checker.check("Coinbase 客服电话 888-908-7930")
    assert verdict.status is Status.LISTED


def test_the_platform_chooses_among_the_countries_of_the_language(scanner: Scanner) -> None:
    (hit,) = scanned(scanner, "N26 Kundenservice: 030 22957300")
    assert hit.verdict.reading is not None
    assert (hit.verdict.reading.value, hit.verdict.level) == ("+493022957300", "listed")


def test_a_domain_bound_code_is_no_contact(scanner: Scanner) -> None:
    text = "483920 is your Coinbase code. @coinbase.com #483920"
    assert scanned(scanner, text) == []
