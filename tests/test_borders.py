"""Sentences around contacts: the same wherever they are looked for, and looked for once."""

import re
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hotline_check import Registry
from hotline_check.attribution import borders, masked_sentence, nearest, other_owners, senders
from hotline_check.attribution.borders import REACH, sentence
from hotline_check.attribution.other_owners import last_other
from hotline_check.reading.brands.mentions import Mention
from hotline_check.reading.models import Find
from hotline_check.reading.normalize.characters import plain
from tests.examples import examples as tried

PARTS = st.sampled_from(
    [
        *("\n", " ", "  ", ". ", ".", "a", "b1", ") ", "!", "? ", "\u201c", "。", " \n", "\n\n"),
        *("Kraken", "(", "#", '"', "police ", "FBI", "警察", "x" * 350, "long words " * 60),
    ]
)
TEXTS = st.lists(PARTS, min_size=1, max_size=60).map("".join)


def sentence_by_definition(text: str, first: int, last: int) -> tuple[int, int]:
    """The same by all borders within reach, searched for from the beginning."""
    low, high = max(0, first - REACH), min(len(text), last + REACH)
    line = max(0, borders._last_line(text, low, first) - 1)
    found = borders._BORDER.finditer(text, line, first)
    start = max((low, *(border.end() for border in found)))
    after = borders._BORDER.finditer(text, max(0, last - 1), high)
    starts = (border.start("border") if border.lastgroup else border.start() for border in after)
    return start, next((place for place in starts if place >= last), high)


@settings(max_examples=tried(100))
@given(TEXTS, st.data())
def test_a_sentence_is_what_is_between_two_borders(text: str, data: st.DataObject) -> None:
    solid = [place for place, char in enumerate(text) if not char.isspace()]
    if solid:
        place = data.draw(st.sampled_from(solid))
        found = sentence(text, place, place + 1)
        assert found == sentence_by_definition(text, place, place + 1)


@settings(max_examples=tried(100))
@given(TEXTS, st.data())
def test_an_owner_is_found_in_long_stretches_as_in_short_ones(
    text: str, data: st.DataObject
) -> None:
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    found = last_other(text, start, end)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(other_owners, "_LONG", len(text) + 1)
        assert last_other(text, start, end) == found


@pytest.mark.parametrize("name", [*other_owners._WORDS, *other_owners._INITIALS])
def test_each_owner_is_found(name: str) -> None:
    assert last_other(f"{name} 1", 0, len(name) + 1) == len(name)


@pytest.fixture
def registry() -> Registry:
    return Registry.open()


@pytest.mark.slow
def test_a_line_of_many_contacts_is_searched_for_its_borders_once(registry: Registry) -> None:
    text = "Kraken " + " ".join(f"a{number}@b.co" for number in range(1_500))
    borders._borders.cache_clear()
    other_owners._possible_in_part.cache_clear()
    assert len(registry.scan_bytes(text.encode(), name="a.txt").hits) > 1_000
    parts = 2 * len(text) // borders._STEP  # blocks overlap
    assert 0 < borders._borders.cache_info().misses <= parts
    assert 0 < other_owners._possible_in_part.cache_info().misses <= parts


def test_a_sentence_is_masked_as_a_whole(
    registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not part by part: a line of 2,000 characters has 90 names of brands, and as many contacts."""
    calls = []
    without = masked_sentence._without_marks

    def counted(text: str) -> str:
        calls.append(text)
        return without(text)

    monkeypatch.setattr(masked_sentence, "_without_marks", counted)
    text = "a@b.co" + "\t=\\@b.cokraken support " * 80
    assert len(registry.check(text)) > 50
    assert 0 < len(calls) <= 2 * 80


def test_the_names_of_a_field_are_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not for each sender in it, and no list of fields is gone through for each sender."""
    searched = []
    find_first = senders.Senders._first

    def counted(self: senders.Senders, text: str) -> str | None:
        searched.append(text)
        return find_first(self, text)

    monkeypatch.setattr(senders.Senders, "_first", counted)
    field = ", ".join(f"a{number}@example.org" for number in range(200))
    finds = [
        Find(start=match.start(), end=match.end(), text=match[0], origin="sender")
        for match in re.finditer(r"[^, ]+", field)
    ]
    fields = senders.Fields(senders=[(0, len(field))])
    senders.Senders(field, fields, finds, lambda _: ())
    assert len(searched) == 1


@settings(max_examples=tried(100))
@given(st.lists(st.integers(0, 9), min_size=2, max_size=20), st.integers(0, 100))
def test_the_span_around_a_place_is_found(sizes: list[int], place: int) -> None:
    edges = list(accumulate(sizes))
    spans = [span for span in zip(edges[::2], edges[1::2], strict=False) if span[0] < span[1]]
    expected = next((span for span in spans if span[0] <= place < span[1]), None)
    assert senders._within(spans, place) == expected


def test_of_many_brands_the_last_before_and_the_first_after_are_asked() -> None:
    near = [Mention(place * 10, place * 10 + 5, "Brand", f"p{place}", False) for place in range(9)]
    find = Find(start=46, end=49, text="x")
    assert nearest._neighbours(find, near) == (near[4], near[5])
    assert nearest._nearest(find, near) is near[4]
    assert nearest._nearest(find, near[5:], in_row=True) is near[5]
    assert nearest._nearest(Find(start=47, end=49, text="x"), near) is near[5]
    assert nearest._nearest(Find(start=47, end=49, text="x"), near, in_row=True) is near[4]


def test_a_stretch_is_the_same_in_pieces() -> None:
    part = "Call 12 Coinbase\u00a0at 202 é\u0661 \x04\x05 ，"
    text = part * 60 + "2FA " + part * 20 + "Кракен" + part * 20
    known = set()
    for start in range(0, len(text), 97):
        for end in (start, start + 1, start + 500, start + 1700):
            own = masked_sentence._without_marks(text[start:end])
            found, is_ready = masked_sentence._stretch(text, start, end)
            known.add(is_ready)
            assert found == (masked_sentence.with_equal_digits(plain(own)) if is_ready else own)
            assert is_ready or "2FA" in own or set("Кракен") & set(own)
    assert known == {True, False}
