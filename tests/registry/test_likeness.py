"""What an impostor's number, host or account may be derived from."""

from hypothesis import given
from hypothesis import strategies as st

from hotline_check.registry.matching.likeness import (
    edits,
    keypad,
    phone_neighbours,
    spelled,
)

DIGITS = st.text("0123456789", min_size=1, max_size=12)


@given(DIGITS, DIGITS)
def test_one_edit_is_mutual(each: str, other: str) -> None:
    assert (other in edits(each, "0123456789")) == (each in edits(other, "0123456789"))


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
