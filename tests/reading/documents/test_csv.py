"""CSV files: an address ends with its cell."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hotline_check.documents import Block, stream_blocks

CELLS = st.text('ab",\n .', max_size=6)


def text_of(text: str) -> str:
    blocks = stream_blocks(io.BytesIO(text.encode()), "list.csv")
    return "".join(b.text[b.low : b.high] for b in blocks if isinstance(b, Block))


@given(
    st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=4),
    st.sampled_from(("\n", "\r\n")),
)
def test_cells_are_those_of_the_csv_module(rows: list[list[str]], end: str) -> None:
    written = io.StringIO()
    csv.writer(written, lineterminator=end).writerows(rows)
    text = text_of(written.getvalue())
    assert len(text) == len(written.getvalue())
    assert list(csv.reader(io.StringIO(text, newline=""), delimiter="\t")) == rows


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        ("Kraken,kraken.com,", "Kraken\tkraken.com\t"),
        ('"Doe, John",kraken.com', '"Doe, John"\tkraken.com'),
        ('5" tube,kraken.com', '5" tube\tkraken.com'),  # no quoted cell
        ('a,"b ""c"", d",e', 'a\t"b ""c"", d"\te'),
    ],
)
def test_only_commas_between_cells_are_taken(row: str, shown: str) -> None:
    assert text_of(row) == shown


def test_a_mark_without_an_end_hides_no_cells_for_ever() -> None:
    row = "Kraken,kraken.com\n"
    assert text_of('"x\n' + row * 4_000).endswith("Kraken\tkraken.com\n")
