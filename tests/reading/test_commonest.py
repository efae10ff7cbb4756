"""The short way for the commonest numbers gives what the long one gives."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hotline_check.reading import Find, Hints
from hotline_check.reading import phones as long_way
from hotline_check.reading.commonest import Common, commonest
from hotline_check.reading.phones import phones
from hotline_check.reading.unmask import unmask

US = Hints(region="US")


def nothing(_: str) -> Iterator[Common]:
    return iter(())


def found(text: str) -> list[Find]:
    return list(phones(text, unmask(text), US, 7))


@pytest.mark.parametrize(
    "text",
    [
        "+1-202-555-0143",
        "call +1 (202) 555-0143 now",
        "☎️+1⇝202⇝555⇝0143!",
        "+1(202)555-0143",
        "+𝟙.𝟚𝟘𝟚.𝟝𝟝𝟝.𝟘𝟙𝟜𝟛",
    ],
)
def test_the_commonest_writing_is_read_at_once(text: str) -> None:
    (one,) = commonest(unmask(text))
    assert [reading.value for reading in one.readings] == ["+12025550143"]


@pytest.mark.parametrize(
    "text",
    [
        "+1-202-555-0143-0144",
        "+1-202-555-0143x5",
        "+1-202-555-01434",
        "5+1-202-555-0143",
        "1 +1-202-555-0143",
        "++1-202-555-0143",
        "+1-(202-555-0143",
        "+1-202-555-0143, 0144",
        "+1-102-555-0143",
        "+1,202,555,0143",
        "+1-202-555-0143/",
    ],
)
def test_all_else_is_looked_at_closely(text: str) -> None:
    assert list(commonest(unmask(text))) == []


PIECES = st.sampled_from(
    [
        "+1-202-555-0143", "+1 (202) 555-0144", "+1⇝202⇝555⇝0145", "+1", "+", "1", "202", "555",
        "0143", "-", " ", "\n", ", ", "(", ")", "[", "x", "ext. 5", "call", "order", "id=", "or",
        "/", "#", "US", "24/7", "\u200b", "+44 7700 900123", "(202) 555-0146", "*", "18005550147",
    ]
)  # fmt: skip


@settings(deadline=None, max_examples=1000)
@given(st.lists(PIECES, max_size=12).map("".join))
@example("+1-202-555-0143 18005550147 now")
def test_both_ways_find_the_same(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(long_way, "commonest", nothing)
        slowly = found(text)
    assert found(text) == slowly
