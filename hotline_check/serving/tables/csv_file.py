"""CSV files as they are: any encoding, any of the usual delimiters, rows that don't fit."""

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, Final, NamedTuple

import pyarrow as pa
import pyarrow.csv as pc

from hotline_check.errors import HotlineError
from hotline_check.serving.tables.annotate import Batch
from hotline_check.serving.tables.files import Source
from hotline_check.serving.tables.utf8 import Utf8

# Bytes that are read as one batch; a row must fit into it. A larger one takes more memory, a
# smaller one more time, since the distinct rows of each batch are looked up again.
_BLOCK: Final = 4 << 20
# The first record decides the columns; quoted cells can hold line breaks.
_HEADER: Final = 1 << 20
# Excel writes semicolons where a comma separates decimals.
_DELIMITERS: Final = ",;\t|"
_TOO_SHORT, _TOO_LONG = "cells-missing", "cells-surplus"


class Dialect(NamedTuple):
    """How a CSV file is written."""

    delimiter: str = ","
    line_end: str = "\n"
    has_mark: bool = False


class CsvFile:
    """One CSV file, of which every cell is text: no number loses its zeros or its plus.

    A row with another number of cells than the header is kept, but it is not judged: which
    cell is which is not known. Missing cells are empty, and surplus ones are joined to the last.
    Raises HotlineError when the file has no header or can't be read.
    """

    def __init__(self, source: Source, wanted: Sequence[str] = ()) -> None:
        self._name = str(source.path)
        self._bad: list[tuple[int, str]] = []
        self.text = Utf8(source.path)
        self.dialect, self.names = self._header(wanted, is_tabbed=".tsv" in source.path.suffixes)
        self.schema = pa.schema([(name, pa.string()) for name in self.names])

    def batches(self) -> Iterator[Batch]:
        """The rows."""
        try:
            reader = pc.open_csv(
                pa.PythonFile(io.BufferedReader(self.text, _BLOCK), mode="r"),
                # With threads, the numbers of rows that don't fit would be unknown.
                pc.ReadOptions(use_threads=False, block_size=_BLOCK, column_names=self.names),
                pc.ParseOptions(
                    delimiter=self.dialect.delimiter,
                    newlines_in_values=True,
                    ignore_empty_lines=len(self.names) > 1,
                    invalid_row_handler=self._unfit,
                ),
                pc.ConvertOptions(
                    column_types=self.schema,
                    strings_can_be_null=True,
                    quoted_strings_can_be_null=False,
                    null_values=[""],
                ),
            )
            start = 1
            for rows in reader:
                batch = self._with_bad(rows, start)
                start += batch.rows.num_rows
                yield batch
            if self._bad:
                yield self._with_bad(pa.record_batch([[]] * len(self.names), self.schema), start)
        except pa.ArrowInvalid as error:
            if "Empty CSV" not in str(error):  # a header without rows
                raise HotlineError("csv-broken", path=self._name, why=str(error)) from error
            if self._bad:
                yield self._with_bad(pa.record_batch([[]] * len(self.names), self.schema), 1)

    def close(self) -> None:
        """Close the file."""
        self.text.close()

    def tell(self) -> int:
        """How many of its bytes were read."""
        return self.text.consumed

    def _header(self, wanted: Sequence[str], *, is_tabbed: bool) -> tuple[Dialect, list[str]]:
        head = b""
        while len(head) < _HEADER and (more := self.text.read(_HEADER - len(head))):
            head += more
        first = head[: head.find(b"\n") + 1]
        delimiter = "\t" if is_tabbed else ""
        if first.lower().startswith(b"sep=") and len(first.rstrip(b"\r\n")) == len("sep=;"):
            delimiter, head = chr(first[4]), head[len(first) :]  # Excel writes this line
        text = head.decode("utf-8", "replace")
        delimiter = delimiter or _delimiter(text, wanted)
        names, lines = _cells(text, delimiter)
        if not any(names):
            raise HotlineError("no-header", path=self._name)
        start = len("".join(islice(io.StringIO(text, newline=""), lines)).encode())
        self.text.unread(head[start:])
        line_end = "\r\n" if first.endswith(b"\r\n") else "\n"
        return Dialect(delimiter, line_end, self.text.has_mark), names

    def _unfit(self, row: Any) -> str:
        self._bad.append((row.number, row.text))
        return "skip"

    def _with_bad(self, rows: Any, start: int) -> Batch:
        """A batch with the rows put back that don't fit; start: the number of its first row."""
        here: dict[int, str] = {}
        parts: list[Any] = []
        taken = 0  # of the rows
        while self._bad:
            number, text = self._bad[0]
            before = number - start - len(here)
            if before > rows.num_rows or (before == rows.num_rows and rows.num_rows):
                break
            del self._bad[0]
            parts.append(rows.slice(taken, before - taken))
            taken = before
            cells = _cells(text, self.dialect.delimiter)[0]
            here[number - start] = _TOO_SHORT if len(cells) < len(self.names) else _TOO_LONG
            parts.append(self._fitted(cells))
        if not here:
            return Batch(rows)
        parts.append(rows.slice(taken))
        table = pa.Table.from_batches(parts).combine_chunks()
        return Batch(table.to_batches()[0], here)

    def _fitted(self, cells: list[str]) -> Any:
        last = len(self.names) - 1
        surplus = [self.dialect.delimiter.join(cells[last:])] if len(cells) > last else []
        full: list[str | None] = [*cells[:last], *surplus]
        full += [None] * (len(self.names) - len(full))
        return pa.record_batch([pa.array([cell], pa.string()) for cell in full], self.schema)


def _delimiter(text: str, wanted: Sequence[str]) -> str:
    """The delimiter by which the header has most of the wanted columns, then most columns."""

    def fit(delimiter: str) -> tuple[int, int]:
        names = _cells(text, delimiter)[0]
        return len(set(names) & set(wanted)), len(names)

    return max(_DELIMITERS, key=fit)


def _cells(text: str, delimiter: str) -> tuple[list[str], int]:
    """The cells of the first row of a text, and how many lines it takes."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return next(reader, []), reader.line_num
    except csv.Error:  # a cell of more than 131,072 characters
        return [], 0
