"""Text in columns, wide characters included."""

from hypothesis import given
from hypothesis import strategies as st

from hotline_check.wording.text.layout import pad, width, wrap

LINES = st.text(alphabet=st.sampled_from("ab ,.，。号码é\u0301"), max_size=200)


def test_a_chinese_character_takes_two_columns() -> None:
    assert width("号码") == 4
    assert pad("号码", 6) == "号码  "


def test_a_mark_over_a_letter_takes_none() -> None:
    assert width("e\u0301") == 1


def test_a_joined_emoji_takes_two_columns() -> None:
    assert width("👩‍👩‍👧‍👦") == 2


def test_what_has_no_width_takes_no_column() -> None:
    assert width("a\u200bb") == 2


def test_a_word_longer_than_a_line_stays_whole_to_be_copied() -> None:
    address = "https://example.com/" + "a" * 90
    assert wrap(f"see {address} now", indent="  ") == ["see", f"  {address}", "  now"]


def test_chinese_breaks_between_characters_but_not_before_a_stop() -> None:
    assert wrap("号码号码。号码", columns=8) == ["号码号", "码。号码"]


@given(LINES, st.integers(10, 80))
def test_wrapping_loses_nothing_but_spaces(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text(alphabet="ab ", max_size=200), st.integers(30, 80))
def test_short_words_always_fit(text: str, columns: int) -> None:
    short = " ".join(word[:20] for word in text.split())
    assert all(width(line) <= columns for line in wrap(short, columns, indent="  "))
