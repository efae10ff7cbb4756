"""Texts made to be slow: each took from seconds to years before its pattern was mended."""

import pytest

from hotline_check.reading import Hints, find, read
from hotline_check.reading.phone.components import glued_letters
from hotline_check.reading.unread.signals import signals

US = Hints(region="US")


@pytest.mark.few(5)
@pytest.mark.parametrize(
    "text",
    [
        "sixteen" * 60 + "seventeenq",
        "nineteen " * 60 + "q",
        "@" * 20_000,
        "a@" * 20_000,
        "[.]" * 10_000,
        "(at)" * 10_000,
        "a.com." * 3_000,
        "1 2 3\n" * 10_000,
        "+1 " * 10_000,
        "+49 (ab) " * 5_000,
        "+one " * 5_000,
        "[/b]" * 10_000,
        "onetwo" * 5_000,
        "1O-" * 10_000,
        "一1" * 10_000,
        "1a" + "\t=\\@b.co" * 5_000,
    ],
    ids=lambda text: text[:9],
)
def test_a_text_is_searched_in_a_time_that_grows_with_its_length(text: str) -> None:
    assert all(each.end <= len(text) for each in find(text, US))


@pytest.mark.parametrize(
    "text",
    [
        "sixteen" * 60 + "q",
        "[](" * 200 + "x,https://example.com",
        "2025550143" + " " * 1900 + "a b",
        "&" + "amp;" * 400 + " +1 202 555 0143",
        "&" + "amp;" * 480 + "x +1 20٥ 555 0143",
        "1" + "." * 600 + "aa" + " " * 600 + "." * 700 + "é",
        "+" + ("dot " * 27 + ":" * 30) * 14,
        "a@b.co" + "<td>1</td>1e9\u0be7" * 140,
        "tel:" + "\u202e" * 1900 + ")",
        "]" * 1900 + ".com",
        "\u06f1" * 1990,
        "a.com.at O" * 199,
        "a@b.co" + "xn--5K" * 330,
        "7" * 700 + "%" * 667 + " ab " + "".join(f"+1202555{n:04} ab " for n in range(100, 137)),
    ],
    ids=lambda text: text[:9],
)
def test_a_pasted_string_is_read_in_a_time_that_grows_with_its_length(text: str) -> None:
    assert all(each.end <= len(text) for each in read(text, US))


@pytest.mark.parametrize(
    "unit", ["%20", "&nbsp;", "<br>", "1" + " " * 99, "1%2B", "%20" * 99 + "1"]
)
def test_a_gap_without_end_is_passed_once(unit: str) -> None:
    assert all(each.end <= 100_000 for each in find(unit * (100_000 // len(unit)), US))


def test_a_gap_before_a_spelled_host_is_passed_once() -> None:
    text = "1a" + " " * 100_000 + "(" + " " * 100_000 + "@b.co"
    assert all(each.end <= len(text) for each in signals(text))


def test_labels_without_a_top_level_domain_are_passed_once() -> None:
    text = "[.]555-" * 15_000 + " evil[.]com"
    assert any(text[each.start : each.end] == "evil[.]com" for each in signals(text))


@pytest.mark.parametrize(("between", "glued"), [(" ", ""), ("", "a" * 200_000)])
def test_letters_before_a_number_are_read_from_its_start(between: str, glued: str) -> None:
    text = "a" * 200_000 + between + "2025550143"
    assert glued_letters(text, len(text) - 10, len(text)) == glued
