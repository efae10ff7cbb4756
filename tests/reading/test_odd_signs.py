"""Any signs may part the groups of a number that names its country; elsewhere they are fields."""

import pytest

from hotline_check.reading import Hints, find
from hotline_check.reading.normalize.pipeline import unmask
from hotline_check.reading.phone_search.search import phones

NUMBER = "+12025550143"
LONDON = "+442079460018"
EXPLICIT = [("+1", ("202", "555", "0143"), NUMBER), ("+44", ("20", "7946", "0018"), LONDON)]
ODD = [
    *"=:;$%@&\u20ac\u00a4",
    "==",
    "=>",
    "::",
    " = ",
    " : ",
    " :: ",
    "%20",
    "\t",
]


def inner(text: str) -> list[str]:
    """The values of the inner parts, without the prefilter."""
    found = phones(text, unmask(text), Hints(), 7)
    return [reading.value for each in found for reading in each.readings]


def values(text: str, hints: Hints | None = None) -> list[str | None]:
    found = list(find(text, hints or Hints()))
    assert all(text[each.start : each.end] == each.text for each in found)
    return [each.readings[0].value if len(each.readings) == 1 else each.problem for each in found]


@pytest.mark.parametrize("sign", ODD)
@pytest.mark.parametrize(("code", "groups", "number"), EXPLICIT)
def test_one_odd_sign_between_all_groups(
    sign: str, code: str, groups: tuple[str, ...], number: str
) -> None:
    written = sign.join((code, *groups))
    assert values(f"Wallet help {written} today, {written}") == [number, number]


@pytest.mark.parametrize("sign", ["&nbsp;", "<br>", "<br />", "&#45;", "</b> <b>"])
@pytest.mark.parametrize(("code", "groups", "number"), EXPLICIT)
def test_markup_between_groups(sign: str, code: str, groups: tuple[str, ...], number: str) -> None:
    assert inner(f"Wallet help {sign.join((code, *groups))} today") == [number]


@pytest.mark.parametrize(
    "signs", [("=~", "*:", "#"), ("|:|", "->", ".."), ("\u2728:", "\u27a1=", "_"), ("::", "~", "/")]
)
@pytest.mark.parametrize(("code", "groups", "number"), EXPLICIT)
def test_other_signs_between_each_pair(
    signs: tuple[str, ...], code: str, groups: tuple[str, ...], number: str
) -> None:
    written = code + "".join(sign + group for sign, group in zip(signs, groups, strict=True))
    for text in (written, f"Wallet help {written} today", f"00{written[1:]}"):
        assert values(text) == [number]


@pytest.mark.parametrize(
    "text", ["1\u2728202:.~555#*=0143", "1:|202=>555~0143", "1(202)=555::0143", "1~/202|:555**0143"]
)
def test_the_groups_of_north_america_need_no_plus(text: str) -> None:
    assert values(f"try {text} now") == [NUMBER]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("+44 20 7946 0018: 24 hours", [LONDON]),
        ("+44 20 7946 0018, 12 lines", [LONDON]),
        ("+44 20 7946 0018;78;Leeds", [LONDON]),
        ('"+44 20 7946 0018","78"', [LONDON]),
        ("+1 202 555 0143 = 9 to 5", [NUMBER]),
        ("+1=202=555=0143; +44=20=7946=0018", [NUMBER, LONDON]),
    ],
)
def test_what_follows_is_no_part_of_the_number(text: str, found: list[str]) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "+1=202=555=0143=99",
        "+44=20=7946=0018=7=1",
        "+272,479,184 points",
        "diff +3386 -2444 @@ -012,19",
        "lottery: 00, 49, 39, 20, 17, 28, 39",
        "001 596 2498\n002 995 3087\n003 119 2368",
    ],
)
def test_a_part_of_something_longer_or_else_is_no_chain(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize("sign", [",", ";", "|", " | ", "\t", ":"])
def test_fields_of_a_table_are_no_groups(sign: str) -> None:
    row = sign.join(("1", "202", "555", "0143"))
    assert values(f"{row}\n{row}\n{row}") == []
    assert values(f'{{"v": [{row}]}}', Hints(region="US")) == []


@pytest.mark.parametrize("sign", ["|", " | ", ":"])
def test_signs_of_fields_part_a_number_beside_a_word(sign: str) -> None:
    row = sign.join(("1", "202", "555", "0143"))
    assert values(f"Wallet help {row}") == [NUMBER]


def test_numbers_that_a_bar_parts_are_several() -> None:
    assert values("+1-202-555-0143|+1-202-555-0144") == [NUMBER, "+12025550144"]
    assert values("1-202-555-0143|1-202-555-0144") == [NUMBER, "+12025550144"]


@pytest.mark.parametrize(
    "text", ["+44|20|7946|0018", "+44~|~20~|~7946~|~0018", "+44||20||7946||0018"]
)
def test_bars_between_groups_are_no_ones(text: str) -> None:
    assert values(text) == [LONDON]


@pytest.mark.parametrize("text", ["+1-2|2-555-0143", "+1 2|2 555 0|43"])
def test_a_bar_inside_of_a_short_group_is_a_one(text: str) -> None:
    (each,) = find(text)
    assert each.readings[0].value.startswith("+1212555")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("+1\n202\n555\n0143", NUMBER),
        ("> +44 20\n> 7946 0018", LONDON),
        ("- 1-202-\n- 555-0143", NUMBER),
        ("020-\n7946-\n0018", LONDON),
    ],
)
def test_over_line_breaks(text: str, number: str) -> None:
    assert values(f"Tel:\n{text}\nask for Joe", Hints(claim_regions=("GB",))) == [number]


def test_a_number_that_ends_its_line_is_whole() -> None:
    assert values("+49 30 123456\n789 people") == ["+4930123456"]


@pytest.mark.parametrize(
    "text", ["%2B1%20(202)%20555-0143", "+1%20202%20555%200143", "call =2B1-202-555-0143"]
)
def test_codes_of_links_and_mails(text: str) -> None:
    assert values(text) == [NUMBER]


def test_per_cent_signs_between_groups_hide_no_digits() -> None:
    assert values("+1%202%555%0143") in ([], ["+12025550143"])
    assert values("+49%1512%345%6789") == ["+4915123456789"]


def test_a_tag_hides_all_but_what_its_link_dials() -> None:
    text = '<a class="c1" href="tel:+12025550143">call <b>(202) 555-0144</b></a>'
    found = list(find(text))
    assert [each.text for each in found] == ["+12025550143", "(202) 555-0144"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("desk ++1-202-555-0143 x", "++1-202-555-0143"),
        ("desk +44+44 20 7946 0018", "+44+44 20 7946 0018"),
        ("desk 1+1-202-555-0143", "1+1-202-555-0143"),
        ("desk +1{202}{555}{0143}", "+1{202}{555}{0143}"),
        ("<b>+1</b> 202 555 <b>0143</b> x", "+1</b> 202 555 <b>0143"),
        ("\u202d+1 202 555 0143\u202c", "+1 202 555 0143"),
        ("plus one 202 555 0143", "plus one 202 555 0143"),
    ],
)
def test_from_the_plus_to_the_last_digit(text: str, shown: str) -> None:
    assert [each.text for each in find(text)] == [shown]
