"""Arbitrary text: no exception, spans inside and in order, reading again changes nothing."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from hotline_check.reading import (
    Hints,
    find,
    mentions,
    read,
)
from hotline_check.reading.normalize.characters import plain
from hotline_check.reading.normalize.pipeline import unmask
from tests.examples import examples

PIECES = st.sampled_from(
    [
        "+1", "(202)", "555", "0143", "-", " ", "\n", "\n\n", "⇝", "𝟙", "①", "1️⃣", "O", "I", "l",
        "|", "&#49;", "<b>", "</b>", "@", "//", "http://", ".com", "[.]", "one", "zero", "零",
        "[USA]", "🇺🇸", "\u200b", "\u0336", "$", "%", "#", "=", "ext. 5", "call", "+", "((", "))",
        "1-800-FLOWERS", "0x", "t.me/", "x" * 50, "9" * 30,
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))
HINTS = st.builds(
    Hints,
    region=st.sampled_from([None, "US", "DE", "AC", "ZZ"]),
    claim_regions=st.sampled_from([(), ("IN", "CN")]),
    locale_region=st.sampled_from([None, "GB"]),
)


@settings(max_examples=examples(200), deadline=None)
@given(text=TEXTS, hints=HINTS)
@example(text="\ud800+1 202 555 0143\udfff", hints=Hints())
@example(text="800.AA\u00c0@00A", hints=Hints())
@example(text="&#2&#3;&#4;&#5;&#6;&#7;&#48;tel\u2402\u1962", hints=Hints())
def test_find_is_sound(text: str, hints: Hints) -> None:
    end = 0
    for each in find(text, hints):
        assert end <= each.start < each.end <= len(text)
        assert text[each.start : each.end] == each.text
        assert bool(each.readings) != bool(each.problem)
        end = each.end


@settings(max_examples=examples(200), deadline=None)
@given(text=TEXTS, hints=HINTS)
def test_read_is_sound_and_stable(text: str, hints: Hints) -> None:
    for each in read(text, hints):
        assert text[each.start : each.end] == each.text
        assert bool(each.readings) != bool(each.problem)
        for reading in each.readings:
            if reading.kind != "phone" or reading.value.startswith("+"):
                (again,) = read(reading.value, hints)
                assert [r.value for r in again.readings] == [reading.value]


@settings(max_examples=examples(200), deadline=None)
@given(text=st.one_of(TEXTS, st.text(max_size=400)))
def test_every_step_keeps_the_length(text: str) -> None:
    assert len(plain(text)) == len(text)
    assert len(unmask(text)) == len(text)


@settings(max_examples=examples(200), deadline=None)
@given(text=TEXTS)
def test_mentions_are_sound(text: str) -> None:
    names = {"Coinbase": "coinbase", "Gate": "gate", "币安": "binance", "Trust Wallet": "trust"}
    end = 0
    for each in mentions(text, names):
        assert end <= each.start < each.end <= len(text)
        assert text[each.start : each.end] == each.text
        end = each.end


def test_half_a_pair_in_a_path_is_no_exception() -> None:
    (each,) = find("a.ax/\ud800")
    assert each.readings[0].value == "https://a.ax/%3F"
    assert read("http://a.com/?u=http://b.com\ud800")


def test_an_extension_is_not_the_next_number() -> None:
    found = list(find("+1 202 555 0143 ext 202 555 0144", Hints(region="US")))
    assert [each.text for each in found] == ["+1 202 555 0143", "202 555 0144"]


def test_nothing_follows_a_word_that_repeats_itself() -> None:
    assert list(find("call double double double five five five zero one four three")) == []
    (each,) = read("one double double 6 triple")
    assert each.problem == "no-number"
