"""A pasted string is read whole: what is left of it decides whether a number may be judged."""

from typing import Any

import pytest

from hotline_check.checking import Checker
from hotline_check.reading import (
    Hints,
    codes,
    find,
    read,
)
from hotline_check.registry.storage.store import Store
from hotline_check.verdict.models import Status, Verdict
from tests.entries import TODAY

NUMBER = "+12025550143"
OTHER = "+1 213 373 4253"


def values(text: str, **hints: Any) -> list[str]:
    """Every value read, or the problem of a find."""
    found = read(text, Hints(**hints))
    return [r.value for f in found for r in f.readings] or [str(found[0].problem)]


def echoed(text: str) -> list[str]:
    (found,) = read(text)
    return [f"{a.code} {' '.join(a.args)}" for a in found.readings[0].assumed]


def checked(store: Store, text: str, claim: str | None = "coinbase", **more: Any) -> list[Verdict]:
    return Checker(store, today=TODAY, claim=claim, **more).check(text)


def statuses(store: Store, text: str, claim: str | None = "coinbase") -> list[str]:
    return [verdict.status.value for verdict in checked(store, text, claim)]


LEFT_OVER = [
    "Call {} 5 now",
    "Call {}/25",
    "Call {} + 5",
    "Call {}#5 ok",
    "Call {}*5",
    "Call {}·5",
    "Call {}=5",
    "Call {}:5",
    "Call {}½5",
    "Call {}½",
    "Call {}⑳5",
    "{}⑳",
    "{}🔟",
    "{}Ⅻ",
    "Call {}〇5",
    "Call {}十5",
    "Call {}€5",
    "Call {}x 5 555",
    "Call {} or 5x",
    "Call 5 {} ok",
    "Call 91 {} ok",
    "Call 5.{}",
    "99 {}",
    "{} 2026",
    "{} - 24",
    "2025550123º{}",
    "a5{} ok",
    "{} l",
    "{}-O",
    "O {}",
    "{}B",
]


@pytest.mark.parametrize("way", LEFT_OVER)
def test_digits_beside_a_number_are_part_of_it(way: str) -> None:
    got = values(way.format("+1 202 555 0143"))
    assert NUMBER not in got or way == "Call {} or 5x"


@pytest.mark.parametrize("way", LEFT_OVER)
def test_no_part_of_a_published_line_is_listed(way: str, bundled_store: Store) -> None:
    if way == "Call {} or 5x":
        return
    for line in ("+1 888 908 7930", "+18889087930", "1 888 908 7930"):
        assert "listed" not in statuses(bundled_store, way.format(line)), line


@pytest.mark.parametrize(
    "text",
    [
        "+1 202 555 0143 call before 5",
        "5 agents at +1 202 555 0143",
        "In 2026 call +1 202 555 0143",
        "24/7 +1 202 555 0143",
        "+1 202 555 0143 (24/7)",
        "1-202-555-0143 24x7",
        "+1 202 555 0143（24小时）",
        "+1 202 555 0143（24時間）",
        "+1 202 555 0143 (24시간)",
        "+1 202 555 0143 (9:00-18:00)",
        "+1 202 555 0143（9時〜18時）",
        "+1 202 555 0143（9点至18点）",
        "24小时热线 +1 202 555 0143",
        "+1 202 555 0143 週一至週五 9:00至18:00",
        "+1 202 555 0143，按1转中文",
        "+1 202 555 0143，等20分钟",
        "+1 202 555 0143，2026年更新",
        "+1 202 555 0143（周一至周五 9:00-18:00）",
        "+1 202 555 0143 週一至週五10:00-12:30、13:30-18:00",
        "+1 202 555 0143（7×24小时）",
        "+1 202 555 0143（7*24）",
        "+1 202 555 0143（更新于2026-11-30）",
        "+1 202 555 0143（民國115年11月30日更新）",
        "+1 202 555 0143，3个工作日内回复",
        "+1 202 555 0143，1-3個工作天",
        "+1 202 555 0143，共3条线路",
        "+1 202 555 0143，18岁以上",
        "+1 202 555 0143，有1.1亿用户",
        "+1 202 555 0143（11/30更新）",
        "+1 202 555 0143，星期1到5",
        "+1 202 555 0143，早8晚6",
        "+1 202 555 0143，9折",
        "+1 202 555 0143，邮编94105",
        "+1 202 555 0143，統編12345678",
        "+1 202 555 0143，工单号：12345678",
        "+1 202 555 0143（国家代码1）",
        "+1 202 555 0143（區號202）",
        "+1 202 555 0143，地址在8樓之1",
        "Call +1-202-555-0143 24/7",
        "1 202 555 0143 please",
        "1 202 555 0143 today",
        "call 1-202-555-0143 for help",
        "1 202 555 0143 USD",
        "1 202 555 0143 is the number",
        "my number is 1 202 555 0143",
        "+1 2O2 555 OI43",
        "+l 202-555-O143",
    ],
)
def test_words_beside_a_number_are_words(text: str) -> None:
    assert values(text, claim_regions=("DE", "GB")) == [NUMBER]


@pytest.mark.parametrize(
    "text",
    [
        "1. A：{} 2. B：{}",
        "1、A：{}；2、B：{}",
        "（1）A：{}（2）B：{}",
        "① A {} ② B {}",
        "一、A：{}；二、B：{}",
    ],
)
def test_items_of_a_list_are_no_digits_of_its_numbers(text: str) -> None:
    text = text.replace("A", "英国").replace("B", "美国")
    assert values(text.format(NUMBER, OTHER)) == [NUMBER, "+12133734253"]


@pytest.mark.parametrize("text", ["（1）英国：{}（5）美国：{}", "① 英国 {} ⑤ 美国 {}"])
def test_digits_that_do_not_go_on_are_no_items(text: str) -> None:
    assert NUMBER not in values(text.format(NUMBER, OTHER))


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("tel:+1-202-555-0143,,12345#", "12345#"),
        ("+1-202-555-0143p12345", "12345"),
        ("+1-202-555-0143,12345#", "12345#"),
        ("+1-202-555-0143;5", "5"),
        ("tel:+1-202-555-0143;isub=1234", "1234"),
        ("tel:+12025550143;postd=pp22", "pp22"),
        ("tel:+12025550143;ext=7;isub=12", "7, 12"),
        ("+1 202 555 0143 press 2", "2"),
        ("+1 202 555 0143 分機 12", "12"),
        ("+1 202 555 0143轉12", "12"),
        ("+1 202 555 0143 轉分機 12", "12"),
    ],
)
def test_what_is_dialled_afterwards_is_echoed(text: str, left_out: str) -> None:
    assert values(text) == [NUMBER]
    assert f"{codes.EXTENSION_LEFT_OUT} {left_out}" in echoed(text)


@pytest.mark.parametrize(
    "text",
    [
        "tel:12025550143;phone-context=+44",
        "tel:202-555-0143;phone-context=coinbase.com",
        "tel:+1-202-555-0143;phone-context=+44",
        "tel:202-555-0143;phone-context=+12",
    ],
)
def test_a_context_that_does_not_fit_is_not_ignored(text: str) -> None:
    assert NUMBER not in values(text)


@pytest.mark.parametrize("after", ["9-18", "12-34", "30:00-18:00", "9:00-18:001", "24", "24.7"])
def test_what_only_looks_like_hours_is_not_ignored(after: str) -> None:
    assert values(f"+1 202 555 0143 {after}") != [NUMBER]


@pytest.mark.parametrize("mark", ["\u202e", "\u202b", "\u2067", "\u200f", "\u061c"])
@pytest.mark.parametrize(
    "way", ["{m}+1 202 555 0143", "+1 202 555 {m}0143", "Call {m}+12025550143"]
)
def test_characters_that_turn_digits_around(mark: str, way: str) -> None:
    assert values(way.format(m=mark)) == ["reordered"]


def test_characters_that_turn_digits_around_in_html_codes() -> None:
    assert values("+1 202 555 &#8238;0143") == ["reordered"]
    assert values("+1 202 \u2066555\u2069 0143") == ["reordered"]
    assert values("+1 202 \u202d555\u202c 0143") == ["reordered"]


def test_what_programs_put_around_a_copied_number_turns_nothing() -> None:
    for opening, closing in ("\u202a\u202c", "\u202d\u202c", "\u2066\u2069", "\u2068\u2069"):
        assert values(f"{opening}+1 202 555 0143{closing}") == [NUMBER]


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("+1 202 555 01৪3", ["+12025550143", "+12025550183"]),
        ("+1 202 555 01੪3", ["+12025550143", "+12025550183"]),
        ("+1 202 555 01&#2538;3", ["+12025550143", "+12025550183"]),
        ("+1 202 ৭55 0143", ["+12027550143", "+12029550143"]),
        ("+1 202 ٥55 0143", ["+12025550143", "+12020550143"]),
    ],
)
def test_digits_drawn_like_another_digit_are_read_both_ways(text: str, others: list[str]) -> None:
    assert values(text) == others


def test_tricks_of_order_and_look_in_a_text() -> None:
    text = "Call +1 202 555 01৪3 now.\nOr \u202e+1 202 555 0143\u202c.\nOr +1 202 555 0199."
    first, second, third = find(text)
    assert [r.value for r in first.readings] == ["+12025550143", "+12025550183"]
    assert (second.readings, second.problem) == ((), "reordered")
    assert [r.value for r in third.readings] == ["+12025550199"]


def test_a_link_in_percent_codes() -> None:
    assert values("tel:%2B1%20202%20555%200143", claim_regions=("DE",)) == [NUMBER]


def test_digits_of_one_other_script_are_what_they_are() -> None:
    (found,) = read("+১২০২৫৫৫০১৪৩")
    assert [r.value for r in found.readings] == [NUMBER]
    assert codes.TAG_SCRIPT in found.readings[0].disguise


def test_every_digit_of_another_script_is_echoed() -> None:
    for text in ("+1 202 555 014३", "+1 202 555 014३ please", "Call +1 202 555 014३ now"):
        (found,) = read(text)
        assert codes.TAG_SCRIPT in found.readings[0].disguise


def test_a_link_is_judged_beside_what_it_shows() -> None:
    both = {"+12133734253", NUMBER}
    assert set(values(f'<a href="tel:+12133734253">{NUMBER}</a>')) == both
    assert set(values(f"<p>Call <A HREF='tel:12133734253'>{NUMBER}</A></p>")) == both
    assert set(values(f'<span data-phone="+12133734253">{NUMBER}</span>')) == both
    assert values(f'<a href="tel:{NUMBER}">+1 202 555 0143</a>') == [NUMBER]
    assert values('<a href="tel:+12133734253">Call support</a>') == ["+12133734253"]
    assert values("<div>+1 202 555 01<b>43</b></div>") == [NUMBER]


@pytest.mark.parametrize(
    "text",
    [
        "**62*+12133734253*11#",
        "*72 12025550143",
        "*7212025550143",
        "Dial **21*12025550143# now",
        "tel:*21*12025550143%23",
        "##002#",
        "*#21#",
        "＊７２ 12025550143",
        "*401*12025550143",
        "tel:%2A21%2A12025550143%23",
    ],
)
def test_codes_of_a_network_are_no_numbers(text: str, bundled_store: Store) -> None:
    assert values(text, claim_regions=("DE",)) == ["service-code"]
    (verdict,) = checked(bundled_store, text)
    assert verdict.status is Status.UNREADABLE


def test_bold_type_is_no_code() -> None:
    assert values("**+1 202 555 0143**") == [NUMBER]
    assert values("*1-202-555-0143*") == [NUMBER]


@pytest.mark.parametrize(
    "text",
    [
        "1-202-555-0143 2",
        "24 7 1 202 555 0143",
        "24 7 +1 202 555 0143",
        "1 202 555 0143²",
        "+49 +1 202 555 0143",
    ],
)
def test_a_guessed_country_swallows_no_whole_number(text: str, bundled_store: Store) -> None:
    assert values(text, claim_regions=("DE",)) == ["too-long"]
    (verdict,) = checked(bundled_store, text)
    assert verdict.status is Status.UNREADABLE


def test_words_after_a_number_in_letters() -> None:
    for text in ("1-800-FLOWERS help", "1 800 FLOWERS now please"):
        assert values(text, claim_regions=("DE",)) == ["+18003569377"]
    assert values("1-800-COINBASE help", claim_regions=("DE",)) == ["+18002646227"]
    assert values("1300 COIN JAR", claim_regions=("AU",)) == ["+611300264652"]


def test_the_letter_o_alone_in_a_group() -> None:
    assert values("+33 1 76 42 OO 95") == ["+33176420095"]
    assert values("+1 2 O 2 5 5 5 O 1 4 3") == [NUMBER]


def test_no_country_is_taken_from_the_shape(bundled_store: Store) -> None:
    for text in ("888-824-8817", "Call 888-824-8817 now", "(888) 824-8817 thanks"):
        assert values(text) == ["no-country"]
        assert statuses(bundled_store, text, None) == ["ambiguous"]


class TestListed:
    """What a person pastes every day still gets its answer."""

    @pytest.mark.parametrize(
        "text",
        [
            "1 888 908 7930 please",
            "1 888 908 7930 thanks",
            "1 888 908 7930 coinbase",
            "call 1-888-908-7930 for help",
            "1 888 908 7930 USD",
            "24/7 +1 888 908 7930",
            "1-888-908-7930 24/7",
            "Coinbase support: +1 888 908 7930",
            "+l 888-9O8-793O",
            '<a href="tel:+18889087930">+1 888 908 7930</a>',
            "+1 888 908 7930 ext. 2 or 3",
            "+1 888 908 7930 then press 2",
        ],
    )
    def test_listed(self, text: str, bundled_store: Store) -> None:
        assert statuses(bundled_store, text) == ["listed"]

    @pytest.mark.parametrize(
        "text",
        [
            "+1 8৪৪ 613 1499",
            "+1 8٤৪ 613 1499",
            "+1 888 908 \u202e7930\u202c",
            "\u202e+1 888 908 7930",
            "⑱ 88 908 7930",
            "tel:18889087930;phone-context=+44",
            "2025550123º(514) 847-3499",
        ],
    )
    def test_never_listed(self, text: str, bundled_store: Store) -> None:
        for claim in ("coinbase", "interactive-brokers", None):
            assert "listed" not in statuses(bundled_store, text, claim)

    def test_a_link_that_dials_another_number(self, bundled_store: Store) -> None:
        text = f'<a href="tel:{OTHER}">+1 888 908 7930</a>'
        found = checked(bundled_store, text)
        assert [verdict.level for verdict in found].count("danger") == 1


def test_a_letter_read_as_a_digit_is_reported_next_to_a_vanity_word() -> None:
    (find,) = read("1-888-9O8-SWD0")
    codes = [each.code for each in find.readings[0].assumed]
    assert "letter-as-digit" in codes
    assert "vanity" in codes


@pytest.mark.parametrize("text", ["example.com<dot>evil.net", "example.com<evil>.net"])
def test_a_tag_that_html_does_not_know_is_text(text: str) -> None:
    assert all(not find.readings for find in read(text))


@pytest.mark.parametrize("piece", ["@", "<b>", "\u0301", "1", "+1 202 555 0123 "])
def test_a_whole_text_is_no_contact(piece: str) -> None:
    """Reading one contact strictly takes more than linear time; whole texts are for `find`."""
    (find,) = read(piece * 5000)
    assert (find.readings, find.problem) == ((), "whole-text")


@pytest.mark.parametrize(
    "text", ["Call +1 213-373-10000 now", "+44 1-646-568-9784 now", "+99 1-888-908-7930 now"]
)
def test_no_text_gives_a_number_without_the_plus_that_opened_it(text: str) -> None:
    assert all(not each.readings for each in find(text, Hints(region="US")))


@pytest.mark.parametrize(
    ("text", "account"),
    [
        ("WeChat: binance_kf88", "@binance_kf88"),
        ("QQ:123456789", "@123456789"),
        ("LINE: cb.help9", "@cb.help9"),
    ],
)
def test_a_label_is_no_scheme(text: str, account: str) -> None:
    assert values(text) == [account]
