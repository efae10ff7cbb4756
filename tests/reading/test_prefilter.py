"""The prefilter drops nothing that holds a number: with and without it the finds are the same."""

import random
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hotline_check.reading import Hints, find
from hotline_check.reading.normalize.pipeline import unmask
from hotline_check.reading.phone_search.prefilter import pieces
from hotline_check.reading.phone_search.prefilter.pieces import Sizes
from hotline_check.reading.phone_search.prefilter.windows import BLOCK, blocks, windows
from hotline_check.reading.phone_search.search import phones
from tests.examples import examples
from tests.reading.renderings import RENDERINGS

ROWS = [row for row in RENDERINGS if row["number"] and "-800-" not in row["rendering"]]
US = Hints(region="US")
SIZES = Sizes(fewest=7, least=10, north=True)
WORDS = ("the", "support", "team", "of", "an", "exchange", "never", "asks", "people", "for", "it")


def prose(rng: random.Random, words: int) -> str:
    return " ".join(rng.choices(WORDS, k=words))


def without_prefilter(text: str) -> list[tuple[int, int]]:
    return [(each.start, each.end) for each in phones(text, unmask(text), US, 7)]


def with_prefilter(text: str) -> list[tuple[int, int]]:
    return [
        (each.start, each.end)
        for each in find(text, US)
        if not each.readings or each.readings[0].kind == "phone"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "In May 2018 the market fell by 4.5 % and rose again in 2019.",
        "It was “worth” $1,250,000 – or more – in 2021; see p. 12.",
        "2024-11-28 17:10:32.123456 INFO tip",
        '10.0.3.4 - - [28/Nov/2024:13:02:11 +0000] "GET /v3/orders/2025550143 HTTP/1.1" 200 1843',
        '{"ts": 1700000000123, "uid": 202555014, "amount": "1.25550143"}',
        "如果您在2024年收到电话，请不要提供密码，也不要转账。",
        "a" * 5000 + " 1234567890 " * 3 + "b" * 5000,
    ],
)
def test_plain_text_and_logs_are_let_go_by(text: str) -> None:
    left = [text[each.start : each.end] for each in windows(text, text.encode(), SIZES)]
    assert left == [] or "1234567890" in left[0]


@pytest.mark.parametrize(
    ("row", "passes"),
    [("10.0.3.4.49321", False), ("10.0.3.4:49321", False), ("49.300.229.57.300", True)],
)
def test_an_address_with_a_port_has_no_part_beyond_255(row: str, passes: bool) -> None:
    text = f"flow {row} open"
    assert bool(windows(text, text.encode(), SIZES)) is passes


@pytest.mark.parametrize("row", ["20.25.50.14.𝟫𝟪", "+1 20.25.50.143"])
def test_what_looks_like_an_address_may_be_a_part_of_a_number(row: str) -> None:
    text = f"flow {row} open"
    assert windows(text, text.encode(), SIZES)


def test_years_before_a_time_are_no_number() -> None:
    assert list(find("season 2019-2020 \u2013 14:05:59", Hints(claim_regions=("IN", "CN")))) == []


def test_the_lines_of_a_log_need_no_closer_look(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[bytes] = []

    def whole(_: bytes, piece: bytes, *__: object) -> bool:
        looked_at.append(piece)
        return False

    monkeypatch.setattr(pieces, "_is_whole", whole)
    text = "".join(
        f"2026-11-23T01:08:{second:02}.867Z worker-3 GET /a from /10.0.60.{second}:8080 473\n"
        f"Nov 23 01:50:{second} nginx: 1.2.3.{second} [28/Nov/2024:13:02:{second} +0000] 1843\n"
        for second in range(10, 60)
    )
    assert windows(text, text.encode(), SIZES) == []
    assert looked_at == []


def test_a_window_holds_a_number_and_its_surroundings() -> None:
    text = f"{'word ' * 400}call +1 202 555 0143 today {'word ' * 400}"
    (window,) = windows(text, text.encode(), SIZES)
    inside = text[window.start : window.end]
    assert "call +1 202 555 0143 today" in inside
    assert len(inside) < 300


@settings(deadline=None, max_examples=examples(300))
@given(
    row=st.sampled_from(ROWS),
    seed=st.integers(0, 1000),
    before=st.integers(0, 60),
    after=st.integers(0, 60),
    glue=st.sampled_from([" ", "\n", "\n\n", ": ", " – ", "“"]),
)
def test_no_rendering_is_lost_in_prose(
    row: dict[str, Any], seed: int, before: int, after: int, glue: str
) -> None:
    rng = random.Random(seed)  # noqa: S311  # words to hide a number in, no secret
    text = glue.join((prose(rng, before), row["rendering"], prose(rng, after)))
    assert with_prefilter(text) == without_prefilter(text)


PARTS = st.sampled_from(
    [
        "+1", "202", "555", "0143", "-", " ", "\n\n", ".", ",", ":", "=", "/", "⇝", "𝟙", "①", "O",
        "l", "call", "id", "tx=", "of", "2019", "17", "$",
        "&nbsp;", "(", ")", "“", "”", "，", "help", "bytes", "x" * 90, "3" * 12,
    ]
)  # fmt: skip


@settings(deadline=None, max_examples=examples(300))
@given(st.lists(PARTS, max_size=30).map("".join))
@example("tx=2025550143 of 555-0143")
@example("202 2019, 2019")
@example("202,2019)2019")
@example("2021717&nbsp;2019\n\n2019")
@example("help.call 202202202")
@example("call.help 202202202")
@example("202O.call 202202202")
@example("2024-11-28 17:10:32 202-555-0143")
@example("O2019”2019O")
@example("555555,555,555")
@example("⇝helpll\n\nOid\n\n/0143-0143")
@example(",,202,202&nbsp;&nbsp;2020143,tx= ")
@example("call O202020 now")
@example("I-202-555-014")
@example("”callO 333333333333 ")
def test_no_number_is_lost(text: str) -> None:
    assert with_prefilter(text) == without_prefilter(text)


DISGUISED = (
    "+I-BBB-SSS-OI23",
    "I-2O2-SSS-OI43",
    "+1-ZO2-SSS-0I43",
    "1-202-555-\u041e1\u041e5",
    "2\u00d82-555-\u00d81\u00d83",
    "00八6-1三1-二3四5-六7八9",
    "+1 2 शून्य 2 पांच 5 5 0 एक 4 3",
    "+44-二 零-7946-0018",
    "一 🔥 二 🔥 零 🔥 二 🔥 五 🔥 五 🔥 五 🔥 零 🔥 一 🔥 二 🔥 三",
    "+1 deux zéro 2 5 5 5 zéro 1 deux 3",
    "+4 9 1 5 one two 3 4 5 6 seven 8 9",
    "+1-two zero two-555-0143",
    "+49-1512-345-seis siete ocho nueve",
    "+49-1512-345-sechs sieben acht neun",
    "𝐨𝐧𝐞 𝐭𝐰𝐨 𝐨𝐡 𝐭𝐰𝐨 𝐟𝐢𝐯𝐞 𝐟𝐢𝐯𝐞 𝐟𝐢𝐯𝐞 𝐨𝐡 𝐨𝐧𝐞 𝐟𝐨𝐮𝐫 𝐭𝐡𝐫𝐞𝐞",
    "one202five five five0143",
    "1-two02-5five5-0143",
    "+7 восемь ноль ноль пять пять пять три пять три пять",
)
IN_SHORT_TEXTS = (
    "un deux zéro deux cinq cinq cinq zéro un quatre trois",
    "eins zwei null zwei fünf fünf fünf null eins vier drei",
    "um dois zero dois cinco cinco cinco zero um quatro três",
    "bir iki sıfır iki beş beş beş sıfır bir dört üç",
    "một hai không hai năm năm năm không một bốn ba",
    "satu dua nol dua lima lima lima nol satu empat tiga",
    "ek do shunya do paanch paanch paanch shunya ek chaar teen",
    "onetwozerotwofivefivefivezeroonefourthree",
    "one two zero two triple five zero one double four",
    "1 two zero two 555 zero one four three",
)


@pytest.mark.parametrize("rendering", [*DISGUISED, *IN_SHORT_TEXTS])
def test_the_prefilter_keeps_disguised_numbers(rendering: str) -> None:
    text = f"please call {rendering} now"
    assert with_prefilter(text) == without_prefilter(text) != []


@pytest.mark.parametrize("rendering", DISGUISED)
def test_the_prefilter_keeps_disguised_numbers_in_long_texts(rendering: str) -> None:
    rng = random.Random(5)  # noqa: S311  # the same
    text = f"{prose(rng, 400)} call {rendering} today {prose(rng, 400)}"
    assert with_prefilter(text) == without_prefilter(text) != []


def test_a_long_text_is_cut_between_words_and_lines() -> None:
    rng = random.Random(3)  # noqa: S311  # the same
    text = "\n".join(prose(rng, 12) for _ in range(6000))
    parts = list(blocks(text))
    assert [start for start, _ in parts[1:]] == [end for _, end in parts[:-1]]
    assert all(text[end - 1] == "\n" for _, end in parts[:-1])


@pytest.mark.parametrize("words", range(BLOCK // 5 - 17, BLOCK // 5 + 9))
def test_no_text_is_cut_between_words_for_digits(words: int) -> None:
    spelled = "call two zero two five five five zero one four three now"
    text = "word " * words + spelled + " word" * 6000
    assert [text[each.start : each.end] for each in find(text, US)] == [spelled[5:-4]]


@pytest.mark.parametrize("words", [150, BLOCK // 5 - 107, BLOCK // 5 - 17, BLOCK // 5 - 7])
def test_a_control_that_turns_digits_counts_wherever_the_text_is_cut(words: int) -> None:
    text = "word " * words + "\u202e" + "word " * 150 + "call +1 202 555 0143"
    assert [each.problem for each in find(text, US)] == ["reordered"]
