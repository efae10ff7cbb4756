"""Digits that no reader takes are reported next to a brand or a word of phoning, ids are not."""

from pathlib import Path

import pytest

from hotline_check.reading import Find, Hints, find
from hotline_check.reading.extract import Claims
from hotline_check.reading.unread.leftover import leftovers

DATA = Path(__file__).parent / "data"


def names_brand(text: str) -> bool:
    return "Kraken" in text


def anything(_: str) -> bool:
    return True


def lines(name: str) -> list[str]:
    rows = (DATA / name).read_text("utf-8").splitlines()
    return [row for row in rows if row and not row.startswith("#")]


def reported(text: str, claims: Claims = names_brand) -> list[Find]:
    """The phone numbers of a text and the digits of it that are reported as well."""
    found = list(find(text, Hints(), claims=claims))
    phones = [each for each in found if not each.readings or each.readings[0].kind == "phone"]
    return [*phones, *leftovers(text, found, Hints(), claims)]


@pytest.mark.parametrize(
    "text",
    [
        # too many digits
        "Kraken: 1 888 555 01431",
        "Kraken (888)555-01434",
        "Kraken 18885550143 18885550144",
        # a digit before a bracket, a trunk prefix before a number
        "8 (888) 555-01-43 Kraken",
        "Kraken 7(888)5550143",
        # letters and pauses that touch the digits
        "Kraken a8885550143",
        "Kraken 1(888)555-0143a5",
        "Kraken +1 888 555 0143p555",
        "Kraken +1 888 555 0143w99",
        # pluses
        "Kraken +1+888+555+0143+1",
        "Kraken 1++8885550143",
        # braces and slashes
        "Kraken: {8335550143}",
        "Kraken support//8335550143",
        "Kraken call/8335550143",
        "call/8335550143 now",
        "dial //8335550143",
        # words on the keypad
        "Kraken 1 800 KRAKENHELP",
        "Kraken call 1-833-KR-HELP-1",
        "Kraken 1833KRAKEN9",
        "Kraken: 833.555.0143.7",
        # short national numbers
        "Central da Kraken 4004-0199",
        "Kraken central 4020 0199",
        "Kraken call center 1518",
        "رقم كراكن ٠٥٠٥٥٥٠١٤٣",
        "Kraken 2025550143",
    ],
)
def test_digits_offered_by_a_brand_or_a_word_of_phoning_are_reported(text: str) -> None:
    (only,) = reported(text)
    assert only.text == text[only.start : only.end]


@pytest.mark.parametrize("text", lines("near_brands.txt"))
def test_ids_amounts_and_dates_next_to_a_brand_are_not(text: str) -> None:
    assert reported(text, anything) == []


@pytest.mark.parametrize("start", ["", "Kraken: ", "Kraken says "])
def test_what_is_no_number_is_none_next_to_a_brand(start: str) -> None:
    texts = [start + line for line in lines("not_numbers.txt")]
    assert texts
    found = {text: list(find(text, Hints())) for text in texts}
    assert [text for text in texts if [*leftovers(text, found[text], Hints(), names_brand)]] == []


def test_seven_digits_are_no_extension() -> None:
    (only,) = reported("Kraken +1 888 555 0143x5550199 now")
    assert (only.problem, only.text) == ("too-long", "+1 888 555 0143x5550199")


def test_a_fragment_is_not_read_as_a_number() -> None:
    (only,) = reported("Kraken +1 888 555 0143p555")
    assert (only.problem, only.text) == ("not-read", "+1 888 555 0143p555")


@pytest.mark.parametrize("text", ["CEP 01310-100", "postcode 2025550", "우편번호 01310-100"])
def test_a_postal_code_is_no_number(text: str) -> None:
    assert reported(text) == []


def homes(_: str) -> tuple[str, ...]:
    return ("ES",)


def number_after_name(text: str) -> list[Find]:
    found = list(find(text, Hints(), claims=names_brand))
    return [*found, *leftovers(text, found, Hints(), names_brand, homes)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Kraken España 900983477", "+34900983477"),
        ("Kraken Spain support: 900 983 477", "+34900983477"),
        ("Kraken Italia 800 123 456", "+39800123456"),
        ("Kraken TR 02129151900", "+902129151900"),
        ("Kraken 英国 02079460958", "+442079460958"),
        ("Kraken United Kingdom 02079460958", "+442079460958"),
    ],
)
def test_country_that_is_named_reads_a_national_number(text: str, value: str) -> None:
    (only,) = number_after_name(text)
    assert [reading.value for reading in only.readings] == [value]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Kraken 900983477", ()),  # a number where the platform is at home
        ("Kraken 02079460958", ()),  # a trunk zero, of whichever country
        ("Kraken Österreich 900983477", ("AT",)),  # no number there
    ],
)
def test_number_of_no_country_that_is_named_has_none(text: str, countries: tuple[str, ...]) -> None:
    (only,) = number_after_name(text)
    assert (only.readings, only.problem, only.countries) == ((), "no-country", countries)


@pytest.mark.parametrize(
    "text",
    [
        "Kraken order 900983477",
        "Kraken 123456789",
        "Kraken 900 983 477",
        "Kraken closed. Spain 900983477",
        "Kraken has 900983477 users",
        "Kraken 900983477 USDT",
    ],
)
def test_digits_after_a_name_without_a_country_are_no_number(text: str) -> None:
    assert number_after_name(text) == []
