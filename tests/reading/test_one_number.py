"""One number as it is pasted: no digit of it is lost, and what was assumed is echoed."""

from typing import Any

import pytest

from hotline_check.reading import (
    Hints,
    Reading,
    codes,
    read,
)

NUMBER = "+12025550143"
GB = "+441134960123"


def readings(text: str, **hints: Any) -> tuple[Reading, ...]:
    (found,) = read(text, Hints(**hints))
    return found.readings


def values(text: str, **hints: Any) -> list[str]:
    """Every value, or the problem."""
    (found,) = read(text, Hints(**hints))
    return [each.value for each in found.readings] or [str(found.problem)]


def echoed(text: str, **hints: Any) -> list[str]:
    return [f"{a.code} {' '.join(a.args)}".strip() for a in readings(text, **hints)[0].assumed]


class TestTrunkPrefixes:
    @pytest.mark.parametrize(
        ("text", "region", "value"),
        [
            ("8 (800) 555-01-43", "RU", "+78005550143"),
            ("8(800)5550143", "RU", "+78005550143"),
            ("0 (212) 555 0143", "TR", "+902125550143"),
            ("0(212)5550143", "TR", "+902125550143"),
            ("(0113) 496 0123", "GB", GB),
            ("(0) 113 496 0123", "GB", GB),
            ("1 (202) 555-0143", "US", NUMBER),
            ("1(202)5550143", "US", NUMBER),
        ],
    )
    def test_before_a_bracket(self, text: str, region: str, value: str) -> None:
        assert values(text, region=region) == [value]

    def test_without_a_country_it_is_asked_for(self) -> None:
        assert values("8 (800) 555-01-43") == ["no-country"]
        assert values("0 (212) 555 0143") == ["no-country"]

    @pytest.mark.parametrize("digit", "0345678")
    def test_another_digit_before_a_bracket_is_not_dropped(self, digit: str) -> None:
        for text in (
            f"{digit}(202) 555-0143",
            f"{digit} (202) 555-0143",
            f"{digit}+1 202 555 0143",
        ):
            assert NUMBER not in values(text, region="US"), text

    def test_a_repeated_1_is_echoed_once_and_never_dropped(self) -> None:
        for region in (None, "US"):
            assert values("1 1 202 555 0143", region=region) == [NUMBER]
            assert f"{codes.DOUBLED_COUNTRY_CODE} 1" in echoed("1 1 202 555 0143", region=region)
            for text in ("1 1 1 202 555 0143", "111 202 555 0143", "11*1 2025550143"):
                assert NUMBER not in values(text, region=region), text


class TestPauses:
    @pytest.mark.parametrize(
        ("text", "left_out"),
        [
            ("tel:+44-113-496-0123,1234", "1234"),
            ("+44-113-496-0123,1234", "1234"),
            ("+441134960123,,1234#", "1234#"),
            ("+441134960123,1,2", "1,2"),
            ("+441134960123W,123#", "123#"),
            ("+441134960123p1p2", "1p2"),
            ("+44 113 496 0123 w 12", "12"),
            ("+441134960123;12", "12"),
            ("tel:+441134960123;postd=12", "12"),
            ("tel:+441134960123;ext=12,34", "12, 34"),
        ],
    )
    def test_what_is_sent_after_a_pause_is_echoed(self, text: str, left_out: str) -> None:
        assert values(text) == [GB]
        assert echoed(text) == [f"{codes.EXTENSION_LEFT_OUT} {left_out}"]

    @pytest.mark.parametrize("pause", [",", ",,", ";", "p", "w", " ; ", ",;"])
    def test_a_number_after_a_pause_is_no_extension(self, pause: str) -> None:
        assert NUMBER not in values(f"{NUMBER}{pause}2025550199")

    def test_a_comma_between_groups_is_no_pause(self) -> None:
        assert values("+1 202 555,0143") == [NUMBER]
        assert values("+1,202,555,0143") == [NUMBER]
        assert values("202,555,0143", region="US") == [NUMBER]


class TestGluedLetters:
    @pytest.mark.parametrize(
        ("text", "letters"),
        [
            ("+12025550143kg", "kg"),
            ("12025550143please", "please"),
            ("Call+12025550143now", "now"),
            ("+1 202 555 0143km", "km"),
        ],
    )
    def test_are_echoed(self, text: str, letters: str) -> None:
        assert values(text) == [NUMBER]
        assert f"{codes.EXTRA_LETTERS_DROPPED} {letters}" in echoed(text)

    @pytest.mark.parametrize(
        "text",
        ["kg12025550143", "a+12025550143", "+1202kg5550143", "+12025550143k", "x12025550143"],
    )
    def test_or_leave_nothing_to_read(self, text: str) -> None:
        for region in (None, "US"):
            assert all(
                NUMBER not in [r.value for r in f.readings]
                for f in read(text, Hints(region=region))
            )

    @pytest.mark.parametrize("text", ["tel12025550143", "Fon12025550143", "電話12025550143"])
    def test_a_label_is_none(self, text: str) -> None:
        assert codes.EXTRA_LETTERS_DROPPED not in " ".join(echoed(text))


class TestOldAndHomePrefixes:
    @pytest.mark.parametrize(
        ("text", "region", "prefix"),
        [
            ("+52 1 55 5555 0143", None, "1"),
            ("+5215555550143", None, "1"),
            ("0052 1 55 5555 0143", None, "1"),
            ("52 1 55 5555 0143", None, "1"),
            ("044 55 5555 0143", "MX", "044"),
            ("01 55 5555 0143", "MX", "01"),
        ],
    )
    def test_mexicos_are_left_out_and_echoed(
        self, text: str, region: str | None, prefix: str
    ) -> None:
        assert values(text, region=region) == ["+525555550143"]
        assert f"{codes.OLD_PREFIX_DROPPED} {prefix}" in echoed(text, region=region)

    def test_a_1_that_is_north_americas_stays(self) -> None:
        assert values("1-888-555-0143", region="MX") == ["+18885550143"]

    def test_argentinas_mobiles(self) -> None:
        for text in ("+54 9 11 5555 0143", "+54 11 15 5555 0143"):
            assert values(text) == ["+5491155550143"]
        assert values("011 15 5555-0143", region="AR") == ["+5491155550143"]
        assert f"{codes.MOBILE_DIGITS_CHANGED} 15 9" in echoed("011 15 5555-0143", region="AR")

    @pytest.mark.parametrize(
        "text",
        [
            "(0xx11) 3003-4070",
            "(0XX11) 3003-4070",
            "0xx11 3003-4070",
            "(0 xx 11) 3003 4070",
            "(xx11) 3003-4070",
            "(0**11) 3003-4070",
            "+55 (0xx11) 3003-4070",
        ],
    )
    def test_brazils_place_for_a_carrier(self, text: str) -> None:
        for region in (None, "BR"):
            assert values(text, region=region) == ["+551130034070"]
            assert codes.CARRIER_LEFT_OUT in " ".join(echoed(text, region=region))

    def test_a_carriers_digits_are_echoed(self) -> None:
        assert values("0 21 11 3003-4070", region="BR") == ["+551130034070"]
        assert f"{codes.CARRIER_LEFT_OUT} 021" in echoed("0 21 11 3003-4070", region="BR")
        assert values("(11) 3003-4070", region="BR") == ["+551130034070"]
        assert codes.CARRIER_LEFT_OUT not in " ".join(echoed("(11) 3003-4070", region="BR"))


class TestAPlusTooMany:
    def test_telegrams_numbers_are_of_no_country(self) -> None:
        assert values("+888 0123 4567") == ["+88801234567"]
        assert echoed("+888 0123 4567") == [f"{codes.NO_SUCH_CODE} +888"]

    def test_one_that_is_toll_free_in_north_america_too(self) -> None:
        for text in ("+888 555 0143", "+888-555-0143", "+(888) 555-0143"):
            for region in (None, "US", "RU"):
                assert {"+8885550143", "+18885550143"} <= set(values(text, region=region))

    @pytest.mark.parametrize(
        ("text", "region", "value"),
        [
            ("+0800 123 4567", "GB", "+448001234567"),
            ("+0113 496 0123", "GB", GB),
            ("+0 212 555 0143", "TR", "+902125550143"),
            ("+1800 200 355", "IE", "+3531800200355"),
            ("+800 555 0143", "US", "+18005550143"),
        ],
    )
    def test_before_a_national_number(self, text: str, region: str, value: str) -> None:
        assert values(text, region=region) == [value]
        assert codes.PLUS_IGNORED in " ".join(echoed(text, region=region))
        assert values(text) == ["no-country"] or not values(text)[0].startswith("+")

    def test_both_readings_where_both_can_be(self) -> None:
        assert values("+1800 555 0143", region="IN") == ["+18005550143", "+9118005550143"]
        assert values("+1 800 555 0143", region="IN") == ["+18005550143"]
        assert values("+18005550143", region="IN") == ["+18005550143"]
        assert values("+1800 555 0143", region="US") == ["+18005550143"]

    def test_between_and_before_groups(self) -> None:
        for text in ("+1+202+555+0143", "1+202+555+0143", "-1-202-555-0143", "++1 202 555 0143"):
            assert values(text) in ([NUMBER], ["too-long"]), text


class TestWhichCountry:
    def test_a_chinese_mobile_is_no_north_american_number(self) -> None:
        for text in ("138 0013 8000", "13800138000", "138-0013-8000"):
            for hints in ({}, {"claim_regions": ("HK",)}, {"claim_regions": ("US", "DE")}):
                assert values(text, **hints) == ["+8613800138000", "+13800138000"]
            assert values(text, region="CN") == ["+8613800138000"]
            assert values(text, locale_region="CN") == ["+8613800138000"]

    def test_where_both_are_valid_both_are_read(self) -> None:
        assert set(values("131 2345 6789")) == {"+8613123456789", "+13123456789"}
        assert values("1 312 345 6789", locale_region="CN") == ["+13123456789"]
        assert len(values("13123456789", locale_region="CN")) == 2
        assert values("13123456789") == ["+13123456789"]

    @pytest.mark.parametrize("text", ["62262", "888 908", "8889087", "888 9087"])
    def test_short_digits_get_no_country_where_they_are_only_possible(self, text: str) -> None:
        assert values(text, claim_regions=("US", "DE", "AT", "IE"))[0] in {"no-country", "fragment"}

    def test_a_short_code_of_the_one_country_that_is_claimed(self) -> None:
        assert values("2882", claim_regions=("PH",)) == ["2882"]
        assert values("2882", claim_regions=("PH", "US"), locale_region="PH") == ["2882"]

    @pytest.mark.parametrize(
        ("text", "region", "value"),
        [
            ("1588-0143", "KR", "+8215880143"),
            ("1661 0143", "KR", "+8216610143"),
            ("400-820-0143", "CN", "+864008200143"),
            ("95599", "CN", "95599"),
            ("4004-0143", "BR", "40040143"),
            ("3003 0143", "BR", "30030143"),
            ("0120-000-143", "JP", "+81120000143"),
            ("0570-000-143", "JP", "+81570000143"),
            ("444 0 143", "TR", "4440143"),
            ("0850 555 01 43", "TR", "+908505550143"),
            ("1800 123 0143", "IN", "+9118001230143"),
            ("0800 1230143", "DE", "+498001230143"),
        ],
    )
    def test_national_service_numbers(self, text: str, region: str, value: str) -> None:
        assert values(text, region=region) == [value]


@pytest.mark.parametrize("zero", "〇οоօ๐໐०ㅇסهംంⵔဝഠዐꓳØ○◯⭕")
def test_round_letters_and_signs_are_zeros(zero: str) -> None:
    assert values(f"+1 2{zero}2 555 1143") == ["+12025551143"]
    if unicodedata_digit(zero):
        return
    assert f"{codes.LETTER_AS_DIGIT}" in " ".join(echoed(f"+1 2{zero}2 555 1143"))


def unicodedata_digit(char: str) -> bool:
    return char.isdecimal() or char == "〇"


def test_round_signs_between_groups_are_no_zeros() -> None:
    assert values("+1○202○555○0143") == [NUMBER]
    assert values("+1⭕202⭕555⭕0143") == [NUMBER]
