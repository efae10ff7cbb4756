"""What a text says after a number is no digit of it."""

import pytest

from hotline_check.reading import codes, find, read
from hotline_check.reading.models import Find

BERLIN = "+49 30 23125014"


def only(finds: list[Find]) -> tuple[str, str]:
    assert len(finds) == 1
    assert len(finds[0].readings) == 1
    return finds[0].text, finds[0].readings[0].value


@pytest.mark.parametrize(
    "text",
    [
        "My new number is +44 7700 900123. I moved.",
        "Coinbase +44 7700 900123 I called",
        "Coinbase +44 7700 900123 - I am from Binance",
        "Binance Support +44 7700 900123 | 24h",
        "Binance Support +44 7700 900123 | I | 24h",
        "Binance Support +44 7700 900123 | 2 lines",
    ],
)
def test_number_in_no_plan_ends_before_the_next_sentence(text: str) -> None:
    assert only(list(find(text))) == ("+44 7700 900123", "+447700900123")


@pytest.mark.parametrize(
    "text",
    [
        "My new number is +44 7700 900123. I moved.",
        "Coinbase +44 7700 900123 I called",
        "Binance Support +44 7700 900123 | 24h",
    ],
)
def test_pasted_text_is_read_as_a_scanned_one(text: str) -> None:
    assert [reading.value for reading in read(text)[0].readings] == ["+447700900123"]


@pytest.mark.parametrize("end", [". O Gott", ". B. Meier", " I called", " | S", ". О Боже", " l 5"])
def test_letter_after_a_whole_number_is_none_of_its_digits(end: str) -> None:
    assert only(list(find(f"Coinbase {BERLIN}{end}"))) == (BERLIN, "+493023125014")


@pytest.mark.parametrize("letter", ["I", "l"])
def test_letter_is_the_digit_that_a_number_lacks(letter: str) -> None:
    text, value = only(list(find(f"call +1 202 555 014 {letter} now")))
    assert (text, value) == (f"+1 202 555 014 {letter}", "+12025550141")
    assumed = next(find(f"call +1 202 555 014 {letter} now")).readings[0].assumed
    assert [(each.code, each.args) for each in assumed] == [(codes.LETTER_AS_DIGIT, (letter, "1"))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("call 888-908-793O", "+18889087930"),
        ("1 888 9O8 793O", "+18889087930"),
        ("l-888-908-7930", "+18889087930"),
        ("+49-30-2312501-4-O", "+4930231250140"),
        ("+1-8OO-SSS-0ISS", "+18005550155"),
    ],
)
def test_disguised_digits_stay_digits(text: str, value: str) -> None:
    assert only(list(find(text)))[1] == value
