"""Which country a number without a plus belongs to, where several could be meant."""

import pytest

from hotline_check.reading import (
    Find,
    Hints,
    codes,
    find,
)


def only(text: str, hints: Hints) -> Find:
    (each,) = find(text, hints)
    return each


def values(text: str, hints: Hints | None = None) -> list[str]:
    return [reading.value for each in find(text, hints or Hints()) for reading in each.readings]


@pytest.mark.parametrize("hints", [Hints(locale_region="GB"), Hints(claim_regions=("GB", "DE"))])
def test_a_valid_shape_beats_what_is_only_possible_in_a_guessed_country(hints: Hints) -> None:
    (reading,) = only("try (202)-555-0143 or write", hints).readings
    assert reading.value == "+12025550143"
    assert [each.code for each in reading.assumed] == [codes.COUNTRY_FROM_SHAPE]


def test_digits_without_a_shape_get_no_country_that_is_only_guessed() -> None:
    assert only("call 2025550143 now", Hints(locale_region="GB")).problem == "no-country"


def test_a_flag_or_a_name_in_brackets_counts_for_its_line() -> None:
    for mark in ("\U0001f1e7\U0001f1f7", "[Brazil]"):
        (reading,) = only(f"{mark} Suporte da carteira: (11) 96123-4567 ligue", Hints()).readings
        assert (reading.value, reading.assumed[0].code) == ("+5511961234567", "country-from-text")
    assert values("\U0001f1e7\U0001f1f7 Support\ncall (11) 96123-4567") == []


@pytest.mark.parametrize("mark", ["[UK]", "\U0001f1ec\U0001f1e7"])
def test_a_number_of_no_plan_beside_the_name_of_its_country(mark: str) -> None:
    (reading,) = only(f"{mark} 07700 900147 wallet desk", Hints()).readings
    assert reading.value == "+447700900147"
    assert codes.NOT_IN_PLAN in [each.code for each in reading.assumed]


def test_a_mobile_number_in_a_chinese_sentence_is_chinese() -> None:
    for text in ("客服请致电13123456789，退订", "客服：131-2345-6789"):
        assert values(text) == ["+8613123456789"]
    assert values("call 1-312-345-6789 now") == ["+13123456789"]
    assert values("客服 +13123456789") == ["+13123456789"]


def test_one_that_may_be_toll_free_too_is_read_both_ways() -> None:
    assert values("客服请致电18885550143，退订") == ["+8618885550143", "+18885550143"]
    assert values("客服请致电18885550143，退订", Hints(region="CN")) == ["+8618885550143"]


def test_a_country_code_without_a_plus_is_no_area_code() -> None:
    assert values("call 4915123456789 now", Hints(region="DE")) == ["+4915123456789"]
    assert values("call 01512 3456789 now", Hints(region="DE")) == ["+4915123456789"]


def test_a_code_separated_by_signs() -> None:
    (reading,) = only("call 44/-7700/-900/-162 now", Hints()).readings
    assert reading.value == "+447700900162"
    assert [each.code for each in reading.assumed][-1] == codes.PLUS_MISSING


@pytest.mark.parametrize("text", ["001 (202) 555-0143", "0012025550143 is the direct line"])
def test_an_international_prefix_needs_no_word_of_phoning(text: str) -> None:
    assert values(f"Ledger New York {text}") == ["+12025550143"]


def test_a_plus_before_a_chinese_mobile_may_ask_to_add_it() -> None:
    (each,) = find("客服微信同号➕131 2345 6789")
    assert [reading.value for reading in each.readings] == ["+13123456789", "+8613123456789"]
    (other,) = find("请拨打 +1 312 345 6789")
    assert [reading.value for reading in other.readings] == ["+13123456789"]
