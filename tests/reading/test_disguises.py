"""Styles of disguise, tried on numbers made up for the purpose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hotline_check.reading import (
    Hints,
    codes,
    find,
    read,
)
from hotline_check.reading.normalize import number_words
from hotline_check.reading.normalize.number_vocabulary import vocabulary
from hotline_check.reading.normalize.pipeline import unmask
from hotline_check.reading.phone_search.search import phones

NUMBER = "+12025550143"
SIGNS = "⇝↹⊹║✦➻⇔⇢→~*_—–·•★☆◆▪│┃┊⋮¦‖※†‡§◦∘⁃⟶➔➜➤➥») ^:,/\\"
SEPARATORS = [*SIGNS, "🔥", "⭐️", " 📞 ", "--", "__"]


def digits(style: int) -> str:
    return "".join(
        chr(style + int(char)) if char.isdecimal() else char for char in "+1-202-555-0143"
    )


def value(text: str, hints: Hints | None = None) -> str | None:
    found = list(find(text, hints or Hints()))
    if len(found) != 1 or len(found[0].readings) != 1:
        return None
    assert text[found[0].start : found[0].end] == found[0].text
    return found[0].readings[0].value


@pytest.mark.parametrize(
    "style",
    [
        0xFF10, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1FBF0, 0x0660, 0x06F0, 0x0966,
        0x09E6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x17E0, 0x0BE6, 0x0C66, 0x0D66, 0x0AE6, 0x0A66,
        0x07C0, 0x1810, 0xA620, 0x1E950,
    ],
)  # fmt: skip
def test_decimal_digits_of_every_style_and_script(style: int) -> None:
    assert value(f"call {digits(style)} now") == NUMBER


@pytest.mark.parametrize(
    "text",
    [
        "+①-②⓪②-⑤⑤⑤-⓪①④③",
        "+❶-❷⓿❷-❺❺❺-⓿❶❹❸",
        "+➀-➁🄋➁-➄➄➄-🄋➀➃➂",
        "+⑴ ⑵⓪⑵ ⑸⑸⑸ ⓪⑴⑷⑶",
        "⁺¹⁻²⁰²⁻⁵⁵⁵⁻⁰¹⁴³",
        "₊₁₋₂₀₂₋₅₅₅₋₀₁₄₃",
        "+1️⃣-2️⃣0️⃣2️⃣-5️⃣5️⃣5️⃣-0️⃣1️⃣4️⃣3️⃣",
        "＋１（２０２）５５５－０１４３",
        "➕1 202 555 0143",
        "+1 2\u200b0\u200b2\u200d 5\u20605\u00ad5 0\ufeff143",
        "+1 2̶0̶2̶-5̲5̲5̲-0͟1͟4͟3",
        "&#43;1-202-555-&#48;143",
        "+1-202-<b>555</b>-0143",
        "+1-2O2-555-O143",
        "+1-202-5S5-0143",
        "+I-202-555-0I43",
        "+l-202-555-0l43",
        "+1-2О2-555-О143",
        "+1-2Ο2-555-Ο143",
        "+1 ((202)) [555] {0143}",
        "【+1 202】《555》「0143」",
        "+1 (202 555 0143",
        "+1 202) 555-0143",
        "++1-202-555-0143",
        "+1-1-202-555-0143",
        "+1 202\n555 0143",
        "+1-202-555-\n0143",
        "+1.202.555.0143",
        "+1 2 0 2 5 5 5 0 1 4 3",
        "+1-2-0-2-5-5-5-0-1-4-3",
        "+1|202|555|0143",
        "+12025550143",
        "US+1.202.555.0143",
        "+1 20 25 55 01 43",
        "+1-2-02-55-50-143",
        "++1//202//555//0143",
        "[+1][202][555][0143]",
        "+1 <> 202 <> 555 <> 0143",
        "➕➊ ➋⓿➋ ➎➎➎ ⓿➊➍➌",
        "1 ✅ 202 ✅ 555 ✅ 0143",
        "☎1-202-555-0143☎24/7",
        "+1 2O2 5S5 O1Ꮞ3",
        "l-2o2-555-o143",
        "1=202=555=0143",
        "+1 & 202 & 555 & 0143",
        "1:202:555:0143",
        "+1\n202\n555\n0143",
        "001-202-555-0143",
        "+1-2ᴼ2-555-ᴼ143",
        "+1 二零二 五五五 零一四三",
        "+1-202-555-zero143",
        "+1-twozerotwo-555-0143",
        "`+1-202-555-0143`",
        "+1(202)5550143call",
        "+1 202 555 OI43",
        "1 202 SSS 0143",
        "+1-2O2-5S5-OI4З",
        "[1][2][0][2][5][5][5][0][1][4][3]",
        "+1.2.0.2.5.5.5.0.1.4.3",
        "1+1-202-555-0143",
        "+1-20255-50143",
    ],
)
def test_written_in_many_ways(text: str) -> None:
    assert value(text) == NUMBER
    assert value(f"support {text} help") == NUMBER


@pytest.mark.parametrize("sign", SEPARATORS)
def test_any_sign_between_the_groups(sign: str) -> None:
    assert value(f"+1{sign}202{sign}555{sign}0143") == NUMBER


@pytest.mark.parametrize(
    "words",
    [
        "one two zero two five five five zero one four three",
        "one-two-oh-two, five five five, oh-one-four-three",
        "plus one two zero two triple five zero one four three",
        "uno dos cero dos cinco cinco cinco cero uno cuatro tres",
        "一二〇二五五五〇一四三",
        "壹 贰零贰 伍伍伍 零壹肆叁",
        "幺二零二 五五五 零幺四三",
        "एक दो शून्य दो पांच पांच पांच शून्य एक चार तीन",
        "いち に ゼロ に ご ご ご ゼロ いち よん さん",
        "일이공이 오오오 공일사삼",
        "1 2o2 five five five zero one four three",
        "one.two.zero.two.five.five.five.zero.one.four.three",
        "ONE/TWO/ZERO/TWO/FIVE/FIVE/FIVE/ZERO/ONE/FOUR/THREE",
        "uno 🔥 two 🔥 null 🔥 deux 🔥 555 🔥 zero one four three",
        "plus one two zero two five five five zero one cuarenta y tres",
    ],
)
def test_digits_in_words(words: str) -> None:
    assert value(words, Hints(region="US")) == NUMBER
    (each,) = list(find(words, Hints(region="US")))
    assert codes.TAG_WORDS in each.readings[0].disguise
    assert any(a.code == codes.WORDS_AS_DIGITS for a in each.readings[0].assumed)


@pytest.mark.parametrize(
    "text",
    [
        "+1-ZO2-SSS-0I43",
        "l-2O2-SSS-OI43",
        "I 2O2 SSS OI43",
        "𝐨𝐧𝐞 𝐭𝐰𝐨 𝐨𝐡 𝐭𝐰𝐨 𝐭𝐫𝐢𝐩𝐥𝐞 𝐟𝐢𝐯𝐞 𝐳𝐞𝐫𝐨 𝐨𝐧𝐞 𝐟𝐨𝐮𝐫 𝐭𝐡𝐫𝐞𝐞",
    ],
)
def test_letters_in_most_places(text: str) -> None:
    found = phones(text, unmask(text), Hints(region="US"), 7)
    assert [reading.value for each in found for reading in each.readings] == [NUMBER]


@pytest.mark.parametrize(
    "text",
    [
        "+quatre 4 2 0 7 9 4 6 0 0 1 8",
        "+44 20 7946 zero zero one eight",
        "+4 4 2 0 7 9 4 6 0 0 1 eight",
    ],
)
def test_a_word_at_an_edge_is_no_less_a_digit(text: str) -> None:
    assert value(text) == "+442079460018"


@pytest.mark.parametrize(
    "text", ["+1-202-555-null", "1-888-555-zero one", "+49-1512-345-blah blah"]
)
def test_words_that_follow_make_no_other_number(text: str) -> None:
    assert value(text) is None


def test_eight_hundred_is_written_in_two_ways() -> None:
    assert value("call one eight hundred, five five five, zero one four three") == "+18005550143"
    text = "call one eight hundred eighty eight five five five zero one four three"
    assert value(text) == "+18885550143"


@pytest.mark.parametrize(
    "text",
    [
        "1-800-SOS-0143",
        "1-888-555-01GO",
        "1-202-555-014B",
        "at 10 SO 200 IS 3000",
        "room 5 ISO 9001 OSI 1234",
    ],
)
def test_letters_that_may_be_keys_or_words_are_no_digits(text: str) -> None:
    assert value(text, Hints(region="US")) != "+18005050143"
    assert not [each for each in find(text) if codes.LETTER_AS_DIGIT in repr(each.readings)]


def test_prose_with_number_words_is_left_alone() -> None:
    text = "One of the two or three people said that four out of five calls in 2024 were fake. " * 9
    assert list(find(text, Hints(region="US"))) == []


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("+1-2O2-555-0143", codes.TAG_LETTERS),
        ("+𝟙-𝟚𝟘𝟚-𝟝𝟝𝟝-𝟘𝟙𝟜𝟛", codes.TAG_STYLED),
        ("+١-٢٠٢-٥٥٥-٠١٤٣", codes.TAG_SCRIPT),
        ("+1⇝202⇝555⇝0143", codes.TAG_SYMBOLS),
        ("+1🔥202🔥555🔥0143", codes.TAG_EMOJI),
        ("+1 {202} 555 0143", codes.TAG_BRACKETS),
        ("+1 2\u200b02 555 0143", codes.TAG_HIDDEN),
        ("+1 2̶02 555 0143", codes.TAG_MARKS),
        ("+1 202 &#53;55 0143", codes.TAG_ENTITIES),
        ("+1-1-202-555-0143", codes.TAG_DOUBLED),
        ("+1 202\n555 0143", codes.TAG_BROKEN),
    ],
)
def test_the_disguise_is_named(text: str, tag: str) -> None:
    (each,) = list(find(text))
    assert tag in each.readings[0].disguise


@pytest.mark.parametrize("text", ["+1 202-555-0143", "+1 (202) 555‑0143", "+1.202.555.0143"])
def test_ordinary_writing_is_no_disguise(text: str) -> None:
    (each,) = list(find(text))
    assert each.readings[0].disguise == ()


def test_every_tag_and_code_is_listed() -> None:
    constants = {value for name, value in vars(codes).items() if name.startswith("TAG_")}
    assert constants == set(codes.DISGUISES)
    assert all(f"`{code}`" in (codes.__doc__ or "") for code in codes.ASSUMPTIONS)


def test_a_letter_read_as_a_digit_is_echoed() -> None:
    (each,) = read("1-202-555-O143")
    assert [(a.code, a.args) for a in each.readings[0].assumed] == [
        (codes.PLUS_MISSING, ("1",)),
        (codes.LETTER_AS_DIGIT, ("O", "0")),
    ]


def test_several_numbers_in_one_string() -> None:
    text = "+1 202 555 0143 / +44 7700 900123, 1-202-555-0144 or (202) 555-0145"
    found = [each.readings[0].value for each in find(text, Hints(region="US"))]
    assert found == ["+12025550143", "+447700900123", "+12025550144", "+12025550145"]


def test_letters_that_are_keys_or_digits_in_disguise_read_as_both() -> None:
    for each in (*find("dept 1-833-555-OIZI"), *read("1-833-555-OIZI")):
        assert [reading.value for reading in each.readings] == ["+18335550121", "+18335556494"]


@pytest.mark.parametrize("hours", ["24x7", "24/7", "24*7", "⊹ 24x7", "24 × 7"])
def test_opening_hours_after_a_number_are_no_part_of_it(hours: str) -> None:
    assert value(f"call +91⊹81234⊹56789 {hours}") == "+918123456789"


def test_signs_of_other_scripts_part_groups() -> None:
    assert value("+1🇺🇸(202)🇺🇸555🇺🇸0143") == NUMBER
    assert value("+1-2〇2-555-〇143") == NUMBER
    assert value("תמיכה 050־234־5678", Hints(region="IL")) == "+972502345678"
    assert value("問い合わせ 〇三−一二三四−五六七八 年中無休", Hints(region="JP")) == "+81312345678"
    spans = "".join(f"<span>{each}</span>" for each in ("2", "0", "2", "555", "01", "43"))
    assert value(f"{spans} toll free", Hints(region="US")) == NUMBER


@pytest.mark.parametrize("region", ["US", "IN", "DE", None])
@pytest.mark.parametrize("frame", ["Call {} now", "Coinbase helpline: {}"])
def test_armenian_letters_drawn_like_an_eight(frame: str, region: str | None) -> None:
    assert value(frame.format("+1{202}.555.01Ց9"), Hints(region=region)) == "+12025550189"
    assert value(frame.format("+1{202}.Ց55.01Ց9"), Hints(region=region)) == "+12028550189"


_LATIN_WORDS = sorted(word for word in vocabulary() if word.isascii())


@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [*_LATIN_WORDS, "plus", "mas", "double", "y", "et", "Kraken", "support"]
            ),
            st.sampled_from([" ", "-", "", "\x00", "_", ". "]),
            st.integers(0, 99_999).map(str),
            st.text(st.characters(max_codepoint=127), max_size=4),
            st.sampled_from("ıİſéнолъ一零〇\u0966"),
        ),
        max_size=24,
    ).map("".join)
)
def test_looking_words_up_first_changes_nothing(text: str) -> None:
    for cased in (text, text.upper()):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(number_words, "_has_number_word", bool)
            expected = number_words.spelled(cased)
        assert number_words.spelled(cased) == expected
