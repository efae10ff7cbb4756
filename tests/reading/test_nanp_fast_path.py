"""The fast path for the most common formats gives what the full search gives."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hotline_check.reading import Find, Hints
from hotline_check.reading.normalize.pipeline import unmask
from hotline_check.reading.phone_search import search as long_way
from hotline_check.reading.phone_search.nanp_fast_path import Common, plain_nanp_numbers
from hotline_check.reading.phone_search.search import phones
from tests.examples import examples

US = Hints(region="US")


def nothing(*_: object) -> Iterator[Common]:
    return iter(())


def found(text: str, hints: Hints) -> list[Find]:
    return list(phones(text, unmask(text), hints, 7))


@pytest.mark.parametrize(
    "text",
    [
        "+1-202-555-0143",
        "call +1 (202) 555-0143 now",
        "1—(202)—(555)—(0143)",
        "☎️+1⇝202⇝555⇝0143!",
        "+1(202)555-0143",
        "1-202-555-0143",
        "📞1(202) 555 0143",
        "+𝟙.𝟚𝟘𝟚.𝟝𝟝𝟝.𝟘𝟙𝟜𝟛",
    ],
)
def test_the_most_common_formats_are_read_at_once(text: str) -> None:
    (each,) = plain_nanp_numbers(text, unmask(text), US)
    assert [reading.value for reading in each.readings] == ["+12025550143"]


@pytest.mark.parametrize(
    "text",
    [
        "+1-202-555-0143-0144",
        "+1-202-555-0143x5",
        "+1-202-555-01434",
        "5+1-202-555-0143",
        "1 +1-202-555-0143",
        "++1-202-555-0143",
        "+1-202)-555-0143",
        "+1-202-555-0143, 0144",
        "+1-102-555-0143",
        "+1,202,555,0143",
        "+1-202-555-0143/",
        "order 1-202-555-0143",
        "id=1-202-555-0143",
        "$1-202-555-0143",
        "1-202-555-0143 UK",
        "1.202.155.0143",
        "+ 1-202-555-0143",
        "1|202|555|0143",
    ],
)
def test_all_else_is_looked_at_closely(text: str) -> None:
    assert list(plain_nanp_numbers(text, unmask(text), US)) == []


PIECES = st.sampled_from(
    [
        "+1-202-555-0143", "+1 (202) 555-0144", "+1⇝202⇝555⇝0145", "+1", "+", "1", "202", "555",
        "0143", "-", " ", "\n", ", ", "(", ")", "[", "x", "ext. 5", "call", "order", "id=", "or",
        "/", "#", "|", "1-833-555-0148", "1 844 555 0149", "1.800.555.0150",
        "$", "[UK]", " May ", "US", "24/7", "\u200b", "+44 7700 900123", "(202) 555-0146", "*",
        "18005550147",
    ]
)  # fmt: skip


@settings(deadline=None, max_examples=examples(300))
@given(
    text=st.lists(PIECES, max_size=12).map("".join),
    hints=st.builds(
        Hints,
        region=st.sampled_from([None, "US", "CN"]),
        claim_regions=st.sampled_from([(), ("IN", "CN")]),
        locale_region=st.sampled_from([None, "GB"]),
    ),
)
@example(text="+1-202-555-0143 18005550147 now", hints=US)
def test_both_ways_find_the_same(text: str, hints: Hints) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(long_way, "plain_nanp_numbers", nothing)
        slowly = found(text, hints)
    assert found(text, hints) == slowly
