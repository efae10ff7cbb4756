import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hotline_check.documents import Block
from hotline_check.documents.blocks import AROUND, BLOCK, cut
from hotline_check.documents.models import Piece, Place
from hotline_check.reading import find
from hotline_check.reading.models import Hints
from hotline_check.reading.phone_search.prefilter import windows
from hotline_check.scanning.contacts import Contacts

Span = tuple[int, int, str]


def spans(text: str, block: int = BLOCK, around: int = AROUND) -> list[Span]:
    contacts = Contacts(Hints())
    found = []
    for part in cut([Piece(text, Place())], block, around):
        assert isinstance(part, Block)
        found += [
            (part.place(each.start).offset, part.stop(each.end), each.text)
            for each in contacts.of(part)
        ]
    return found


UNITS = st.sampled_from(
    [
        "请马上致电 +1 202 555 0147 ，",
        "您好，这是一个很长的句子，",
        '{"n":"+1 312 555 0147","m":[1,2,{"x":"y"}]},',
        '"a":"https://evil.example/p?id=1",',
        "write to help@evil.example now, ",
        "call (202) 555-0123 or so. ",
        "some words in between them\n",
        "+44 7700 900123\n",
        "\n\n",
    ]
)


@settings(deadline=None, max_examples=80)
@given(st.lists(UNITS, min_size=1, max_size=24), st.integers(260, 700), st.integers(130, 250))
def test_the_finds_of_the_blocks_are_those_of_the_whole(
    units: list[str], block: int, around: int
) -> None:
    text = "".join(units)[:690]
    assert spans(text, block, around) == [(each.start, each.end, each.text) for each in find(text)]


@pytest.mark.parametrize("unit", ["x", "some words ", "0123456789 ", "a line\n"])
def test_a_block_of_a_file_is_not_cut_again(unit: str) -> None:
    for part in cut([Piece(unit * 30_000, Place())]):
        assert isinstance(part, Block)
        assert list(windows.blocks(part.text)) == [(0, len(part.text))]


NUMBERS = [f"+1 202 555 01{i % 100:02}" for i in range(1_500)]


@pytest.mark.few(3)
@pytest.mark.parametrize(
    ("unit"),
    [
        "请致电 {} ，谢谢您",
        '{{"n":"{}","x":"y"}},',
        "<b>{}</b>",
        "a;{};" + "b" * 23,
        "多" * 331 + " {} ",
        "x" * 1_371 + " {} ",
    ],
    ids=["chinese", "json", "tags", "fields", "long", "longer"],
)
@pytest.mark.parametrize("shift", [0, 7])
def test_a_line_without_end_loses_no_contact(unit: str, shift: int) -> None:
    numbers = NUMBERS[: 600_000 // (len(unit) + 15)]
    text = "y" * shift + " " + "".join(unit.format(each) for each in numbers)
    found = spans(text)
    assert [each.partition("<")[0] for _, _, each in found] == numbers
    assert all(text[start:stop] == each for start, stop, each in found)


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        (
            '<a href="tel:+12025550147">+1 312 555 0147</a>',
            ["tel:+12025550147", "+1 312 555 0147"],
        ),
        ("x <A class='b'\nhref='TEL:%2B12025550147'>call</A>", ["TEL:%2B12025550147"]),
        ("<a href=sms:+1-202-555-0147?body=x>a</a>", ["sms:+1-202-555-0147?body=x"]),
        ("<a href='tel:&#43;12025550147'>b</a>", ["tel:&#43;12025550147"]),
        ("<a href='#top'>b</a> <a name=x>", []),
    ],
)
def test_what_a_link_in_a_text_dials_is_a_contact(text: str, texts: list[str]) -> None:
    assert [found for _, _, found in spans(text)] == texts


@pytest.mark.parametrize("shift", range(0, 1_400, 131))
def test_a_long_address_stays_whole_in_a_line_without_end(shift: int) -> None:
    url = "https://evil.example/" + "path/of/it/" * 60
    text = "多" * shift + f' "{url}" ' + "多" * 1_500 + f' "{url}" ' + "多" * 900
    assert [each for _, _, each in spans(text)] == [url, url]
