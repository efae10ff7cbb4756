"""Lines of public bodies in texts: the body, the country or the language says whose they are."""

import io

import pytest

from hotline_check.checking import Checker
from hotline_check.registry.storage.store import Store
from hotline_check.scanning import scanner
from tests.entries import TODAY


@pytest.fixture
def checker(bundled_store: Store) -> Checker:
    return Checker(bundled_store, today=TODAY)


def found(checker: Checker, text: str) -> list[tuple[str, str]]:
    """The statuses and values of a text's contacts, the same when pasted and when scanned."""
    stream = io.BytesIO(text.encode())
    hits = [
        each.verdict
        for each in scanner.Scanner(checker).scan_stream(stream, "-")
        if isinstance(each, scanner.Hit)
    ]
    scanned = [(v.status.value, v.reading.value) for v in hits if v.reading]
    assert [(v.status.value, v.reading.value) for v in checker.check(text) if v.reading] == scanned
    return scanned


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Coinbase scam? Report to Action Fraud 0300 123 2040", "+443001232040"),
        ("call the Hong Kong police 18222", "18222"),
        ("被 Binance 骗了？打 96110 报警", "96110"),
    ],
)
def test_body_that_is_named_gives_the_country(checker: Checker, text: str, value: str) -> None:
    assert found(checker, text) == [("authority", value)]


def test_body_is_found_in_a_long_text(checker: Checker) -> None:
    """Of a long text is asked first which of its digits are a body's line at all."""
    long = "The lamp of 2 300 hours and the chair, 1 by 2.\n" * 40
    text = f"{long}Report to Action Fraud 0300 123 2040.\n{long}call the Hong Kong police 18222\n"
    assert found(checker, text) == [("authority", "+443001232040"), ("authority", "18222")]


@pytest.mark.parametrize(
    "text",
    [
        "the police: 0300 123 2040",  # of no country
        "the UK police seized 101 wallets",
        "the Hong Kong police seized 18222 coins",
        "call the Canadian police in Canada: 0300 123 2040",  # of another country
        "Rufen Sie die Polizei: 117",  # German is spoken in several
        "Action Fraud 0300 123 2041",
    ],
)
def test_digits_that_no_body_is_named_for_are_none(checker: Checker, text: str) -> None:
    assert all(v.status.value != "authority" for v in checker.check(text))


def test_body_hides_no_other_number(checker: Checker) -> None:
    text = "Action Fraud 0300 123 2040 or Coinbase 18335110646"
    assert [status for status, _ in found(checker, text)] == ["authority", "reported"]
