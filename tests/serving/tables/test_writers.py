"""CSV files are written with as few quotes as one library would, in the time of the other."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extras import needs

pytestmark = pytest.mark.extra
needs("polars", "table")

import pyarrow as pa

from hotline_check.serving.tables.csv_file import Dialect
from hotline_check.serving.tables.writers import _Csv

CELLS = st.none() | st.text("ab 1+'é,;\t\"\r\n", max_size=4)
ROWS = st.lists(st.tuples(CELLS, CELLS, st.none() | st.integers(0, 4)), max_size=6)
DIALECTS = st.builds(Dialect, st.sampled_from(",;\t|"), st.sampled_from(["\n", "\r\n"]))
SCHEMA = pa.schema([("text", pa.string()), ("text", pa.string()), ("exit", pa.int8())])


def written(batches: list[list[tuple[object, ...]]], dialect: Dialect, *, is_plain: bool) -> bytes:
    file = io.BytesIO()
    writer = _Csv(file, SCHEMA, dialect)
    writer._is_plain = is_plain
    for rows in batches:
        columns = list(zip(*rows, strict=True)) or [(), (), ()]
        arrays = [pa.array(c, field.type) for c, field in zip(columns, SCHEMA, strict=True)]
        writer.write(pa.record_batch(arrays, SCHEMA))
    return file.getvalue()


@given(st.lists(ROWS, max_size=3), DIALECTS)
def test_the_same_bytes(batches: list[list[tuple[object, ...]]], dialect: Dialect) -> None:
    assert written(batches, dialect, is_plain=True) == written(batches, dialect, is_plain=False)


def test_quotes_only_where_they_are_needed() -> None:
    rows: list[tuple[object, ...]] = [("a", None, 3), ("a,b", "", 0)]
    plain, quoted = rows[:1], rows[1:]
    found = written([plain, quoted, plain], Dialect(), is_plain=True)
    assert found == b'text,text,exit\na,,3\n"a,b","",0\na,,3\n'


def test_numbers_and_times_are_written_as_before() -> None:
    schema = pa.schema([("n", pa.float64())])
    file = io.BytesIO()
    _Csv(file, schema, Dialect()).write(pa.record_batch([pa.array([1.0])], schema))
    assert file.getvalue() == b"n\n1.0\n"
