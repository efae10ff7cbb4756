"""What the way a number is written does to the answer: digits to type, prefixes of elsewhere."""

from typing import Any

import pytest

from hotline_check.checking import Checker
from hotline_check.registry.storage.store import Store
from hotline_check.verdict.models import Verdict
from hotline_check.wording.screens.check import card
from hotline_check.wording.screens.check_json import record
from hotline_check.wording.text.catalogue import words
from tests.entries import TODAY


def checked(store: Store, text: str, claim: str, **more: Any) -> Verdict:
    (verdict,) = Checker(store, today=TODAY, claim=claim, **more).check(text)
    return verdict


def codes(verdict: Verdict) -> list[str]:
    return [reason.code for reason in verdict.reasons]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    "text", ["1-888-9O8-793O", "+1 888 9○8 7930", "+l 888-908-7930", "+1 888 9ㅇ8 7930"]
)
def test_digits_to_type_are_in_the_first_two_lines(
    text: str, lang: str, bundled_store: Store
) -> None:
    """A phone into which `9O8` is pasted reads the keys: O is a 6 there."""
    verdict = checked(bundled_store, text, "coinbase")
    assert verdict.status == "listed"
    assert "+1 888-908-7930" in card(verdict, words(lang))[1].text
    assert record(verdict, words(lang))["reasons"][0]["code"] == "type-digits"


def test_digits_are_typed_only_where_the_number_is_listed(bundled_store: Store) -> None:
    assert "type-digits" not in codes(checked(bundled_store, "1-888-9O8-7931", "coinbase"))
    assert "type-digits" not in codes(checked(bundled_store, "1-888-908-7930", "coinbase"))
    # A vanity number is meant to be typed by its letters.
    assert "type-digits" not in codes(checked(bundled_store, "1-833-727-Ndax", "ndax"))


@pytest.mark.parametrize(
    ("text", "region", "claim"),
    [
        ("0114 420 3868 9628", "GB", "bitstamp"),
        ("010-4420-3868-9628", "KR", "bitstamp"),
        ("011-4420 38689628", "MY", "bitstamp"),
        ("00 44 20 3868 9628", "US", "bitstamp"),
        ("0044 20 3868 9628", "JP", "bitstamp"),
        ("011 1 888 908 7930", "GB", "coinbase"),
    ],
)
@pytest.mark.parametrize("source", ["region", "locale_region"])
def test_after_another_countrys_prefix_nothing_is_listed(
    text: str, region: str, claim: str, source: str, bundled_store: Store
) -> None:
    verdict = checked(bundled_store, text, claim, **{source: region})
    assert (verdict.status, verdict.exit) == ("ambiguous", 3)
    assert "foreign-prefix" in codes(verdict)


def test_a_reported_number_stays_reported_after_any_prefix(bundled_store: Store) -> None:
    for text in ("0012068063886", "011 1 206 806 3886"):
        for region in ("US", "DE", "JP"):
            verdict = checked(bundled_store, text, "n26", region=region)
            assert verdict.level == "danger"


def test_telegrams_code_is_said_to_be_no_countrys(bundled_store: Store) -> None:
    verdict = checked(bundled_store, "+888 0123 4567", "coinbase")
    assert verdict.level == "danger"
    assert "no-such-code" in codes(verdict)


def test_the_most_common_american_spelling_is_asked_about(bundled_store: Store) -> None:
    verdict = checked(bundled_store, "888-908-7930", "coinbase")
    assert (verdict.status, verdict.reading) == ("ambiguous", None)
    assert "+18889087930" in [each.value for each in verdict.readings]


@pytest.mark.parametrize("text", ["62262", "888 908"])
def test_short_digits_are_judged_in_no_country_that_is_guessed(
    text: str, bundled_store: Store
) -> None:
    assert checked(bundled_store, text, "coinbase").level == "warning"


def test_a_plus_that_is_none_of_the_numbers_own(bundled_store: Store) -> None:
    """With its plus a phone calls another number, so the one at home is only named."""
    verdict = checked(bundled_store, "+0 20 3868 9628", "bitstamp", region="GB")
    assert (verdict.status, verdict.exit) == ("ambiguous", 3)
    assert codes(verdict)[0] == "may-be-published"


@pytest.mark.parametrize("text", ["<s>+1 888 908 7930</s>", "<del>+1-888-908-7930</del>"])
def test_what_somebody_struck_out_is_not_listed(text: str, bundled_store: Store) -> None:
    verdict = checked(bundled_store, text, "coinbase")
    assert (verdict.status, verdict.exit) == ("ambiguous", 3)
    assert codes(verdict)[0] == "struck-out"


def test_a_public_bodys_number_that_is_dialled_otherwise(bundled_store: Store) -> None:
    """Action Fraud's line, with the country code twice: a phone does not reach it."""
    (verdict,) = Checker(bundled_store, today=TODAY).check("+4444 300 123 2040")
    assert (verdict.status, verdict.exit) == ("ambiguous", 3)
    assert codes(verdict)[0] == "may-be"


@pytest.mark.parametrize(
    "text", ["I'm on the phone with +1 888 908 7930", "Who is +1 888 908 7930? They called me"]
)
def test_a_number_that_may_have_called_is_not_listed(text: str, bundled_store: Store) -> None:
    verdict = checked(bundled_store, text, "coinbase")
    assert (verdict.level, verdict.exit) == ("warning", 3)
    assert "may-have-called" in codes(verdict)


@pytest.mark.parametrize(
    "text", ["Crypto.com Italia 888 824 8817", "Crypto.com Brasil: (888) 824-8817"]
)
def test_a_number_of_another_country_than_its_sentence_names(
    text: str, bundled_store: Store
) -> None:
    (verdict,) = Checker(bundled_store, today=TODAY).check(text)
    assert (verdict.status, verdict.exit) == ("ambiguous", 3)
    assert codes(verdict)[:2] == ["may-be-published", "say-country"]
