"""What an impostor's number, host or account may be derived from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hotline_check.registry.likeness import edits, keypad, phone_neighbours, spelled
from hotline_check.registry.web_likeness import (
    brand_words,
    handle_likeness,
    host_likeness,
    unconfused,
)

BRANDS = {"coinbase": "coinbase.com", "kraken": "kraken.com", "okx": "okx.com"}
DIGITS = st.text("0123456789", min_size=1, max_size=12)


@given(DIGITS, DIGITS)
def test_one_edit_is_mutual(one: str, other: str) -> None:
    assert (other in edits(one, "0123456789")) == (one in edits(other, "0123456789"))


@given(DIGITS)
def test_a_number_is_no_neighbour_of_itself(digits: str) -> None:
    assert f"+1{digits}" not in phone_neighbours("1", digits)


def test_the_kinds_of_slips() -> None:
    near = set(edits("123", "0123456789"))
    assert {"12", "13", "23", "213", "132", "129", "1234", "0123", "1123"} <= near
    assert not {"321", "1", "12345"} & near


def test_toll_free_prefixes_are_one_family() -> None:
    near = phone_neighbours("1", "8005550136")
    assert near["+18335550136"] == "toll-free-prefix"
    assert near["+18885550136"] == "toll-free-prefix"
    assert "+18335550136" not in phone_neighbours("44", "8005550136")


def test_brands_on_a_keypad() -> None:
    assert keypad("coinbase") == "26462273"
    assert keypad("okx") is None
    assert keypad("币安交易平台") is None
    assert "26462273" in spelled("80026462273")
    assert spelled("12345") == []


@pytest.mark.parametrize(
    ("host", "likeness"),
    [
        ("c0inbase.com", ("coinbase.com", "punycode")),
        ("coinbase.help", ("coinbase.com", "other-suffix")),
        ("coinbsae.com", ("coinbase.com", "host-edit")),
        ("coinbase-help.net", ("coinbase.com", "brand-word")),
        ("mycoinbaseaccount.net", ("coinbase.com", "brand-word")),
        ("okx-support.com", ("okx.com", "brand-word")),
    ],
)
def test_hosts(host: str, likeness: tuple[str, str]) -> None:
    assert next(host_likeness(host, BRANDS)) == likeness


@pytest.mark.parametrize("host", ["okx.org", "ok.com", "unkraked.org", "com", "bookx.com"])
def test_short_brands_are_common_words(host: str) -> None:
    assert list(host_likeness(host, BRANDS)) == []


def test_accounts() -> None:
    names = {"coinbase": "Coinbase", "kraken": "Kraken"}
    assert next(handle_likeness("@Coinbase_Help", names)) == ("Coinbase", "brand-word")
    assert next(handle_likeness("@krakem", names)) == ("Kraken", "host-edit")
    assert list(handle_likeness("@garden", names)) == []


def test_words_around_a_brand() -> None:
    assert "kraken" in brand_words("kraken-support")
    assert "kraken" in brand_words("krakensupport")
    assert "okx" in brand_words("okx24-help")
    assert "ok" not in brand_words("ok-help")


@pytest.mark.parametrize(
    ("label", "plain"),
    [
        ("c0inba5e", "coinbase"),
        ("xn--coinbse-6fg", "coinbase"),
        ("xn--" + "9" * 60, "xn--" + "9" * 60),
    ],
)
def test_look_alike_letters(label: str, plain: str) -> None:
    assert unconfused(label) == plain


def test_a_common_word_on_somebody_elses_site_is_no_likeness() -> None:
    brands = {"gemini": "gemini.com", "kraken": "kraken.com"}
    assert list(host_likeness("gemini.google.com", brands)) == []
    assert list(host_likeness("gemini.com.evil.net", brands))
    assert list(host_likeness("gemini-support.evil.net", brands))
    assert list(host_likeness("kraken.evil.net", brands))
