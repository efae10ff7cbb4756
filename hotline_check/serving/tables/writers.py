"""Where an answered table goes: one file, whose name says of which kind."""

import csv
import gzip
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Final, Protocol, cast

import polars as pl
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pc_csv
import pyarrow.parquet as pq

from hotline_check.errors import HotlineError
from hotline_check.files import atomic_writer
from hotline_check.serving.tables.csv_file import Dialect
from hotline_check.serving.tables.files import Kind, is_packed, kind_of
from hotline_check.serving.tables.json_lines import LINE

# A row group of Parquet is read whole, so it is large enough to compress and still fits anywhere.
_GROUP_ROWS: Final = 500_000
# A row group stays in memory until it is written.
_GROUP_BYTES: Final = 64 << 20


class Writer(Protocol):
    """Takes the batches of a table in order."""

    def write(self, rows: Any) -> None:
        """Write an Arrow record batch."""

    def close(self) -> None:
        """Write what is left."""


@contextmanager
def writing(path: Path, schema: Any, dialect: Dialect, added: Sequence[str]) -> Iterator[Writer]:
    """A writer of the file, which appears whole when the block ends, and not at all if it raises.

    added: the names of the columns that are new in it.
    Raises HotlineError when the file can't be written, or can't hold one of the columns.
    """
    kind = kind_of(path)
    if not path.parent.is_dir():
        raise HotlineError("no-folder", path=str(path), folder=str(path.parent))
    if kind is Kind.CSV:
        _refuse_nested(path, schema)
    try:
        with atomic_writer(path) as text:
            file: BinaryIO = text.buffer
            packed = gzip.GzipFile("", "wb", 6, file, mtime=0) if is_packed(path) else None
            target = cast("BinaryIO", packed) if packed else file
            writer = _writer(kind, target, schema, dialect, added)
            try:
                yield writer
            finally:
                writer.close()
                if packed:
                    packed.close()
    except OSError as error:
        raise HotlineError("cannot-write", path=str(path), why=error.strerror) from error


def delimiter_of(path: Path, usual: str) -> str:
    """The delimiter of a file that is written: its name's, else that of the file that was read."""
    return "\t" if {".tsv", ".tab"} & set(path.suffixes) else usual


def _writer(
    kind: Kind, file: BinaryIO, schema: Any, dialect: Dialect, added: Sequence[str]
) -> Writer:
    match kind:
        case Kind.CSV:
            return _Csv(file, schema, dialect)
        case Kind.JSON_LINES:
            return _JsonLines(file, added)
        case Kind.PARQUET:
            return _Parquet(file, schema)
        case Kind.ARROW:
            return _Arrow(file, schema)


def _refuse_nested(path: Path, schema: Any) -> None:
    for field in schema:
        if pa.types.is_nested(field.type) or pa.types.is_binary(field.type):
            raise HotlineError(
                "column-nested", path=str(path), name=field.name, kind=str(field.type)
            )


class _Csv:
    def __init__(self, file: BinaryIO, schema: Any, dialect: Dialect) -> None:
        self._file = file
        self._dialect = dialect
        self._is_plain = True
        header = io.StringIO(newline="")
        csv.writer(header, delimiter=dialect.delimiter, lineterminator=dialect.line_end).writerow(
            schema.names
        )
        file.write(("\ufeff" if dialect.has_mark else "").encode() + header.getvalue().encode())

    def write(self, rows: Any) -> None:
        plain = self._unquoted(rows) if self._is_plain else None
        if plain is not None:
            self._file.write(plain)
            return
        # By number: a CSV file may have two columns of one name.
        names = [str(number) for number in range(rows.num_columns)]
        frame = _frame(rows.rename_columns(names))
        frame.write_csv(
            self._file,
            include_header=False,
            separator=self._dialect.delimiter,
            line_terminator=self._dialect.line_end,
        )

    def _unquoted(self, rows: Any) -> Any:
        """The lines of rows of which no cell needs quotes, in a third of the time; else None."""
        for column in rows.columns:
            if pa.types.is_int8(column.type):
                continue
            # What is no text, each library writes in its own way. Quotes mark an empty text, too.
            if not pa.types.is_string(column.type) or _has_empty(column):
                return None
        lines = pa.BufferOutputStream()
        options = pc_csv.WriteOptions(
            include_header=False,
            delimiter=self._dialect.delimiter,
            eol=self._dialect.line_end,
            quoting_style="none",
        )
        try:
            pc_csv.write_csv(rows, lines, options)
        except pa.ArrowInvalid:
            self._is_plain = False  # most likely, the next rows need quotes as well
            return None
        return lines.getvalue()

    def close(self) -> None:
        """Write nothing: all rows are written already."""


class _JsonLines:
    def __init__(self, file: BinaryIO, added: Sequence[str]) -> None:
        self._file = file
        self._added = list(added)

    def write(self, rows: Any) -> None:
        if LINE not in rows.schema.names:
            _frame(rows).write_ndjson(self._file)
            return
        added = io.BytesIO()
        _frame(rows.select(self._added)).write_ndjson(added)
        lines = rows.column(rows.schema.get_field_index(LINE)).to_pylist()
        pairs = zip(lines, added.getvalue().splitlines(), strict=True)
        self._file.write(b"".join(_joined(line.encode(), more) for line, more in pairs))

    def close(self) -> None:
        """Write nothing: all rows are written already."""


def _has_empty(column: Any) -> bool:
    return pc.any(pc.equal(pc.binary_length(column), 0)).as_py() is True


def _joined(line: bytes, more: bytes) -> bytes:
    """Two JSON objects as one; the first keeps its bytes."""
    start = line[:-1].rstrip()
    return start + (b"" if start == b"{" else b",") + more[1:] + b"\n"


class _Parquet:
    def __init__(self, file: BinaryIO, schema: Any) -> None:
        self._writer = pq.ParquetWriter(file, schema, compression="zstd")
        self._waiting: list[Any] = []

    def write(self, rows: Any) -> None:
        self._waiting.append(rows)
        size = sum(batch.nbytes for batch in self._waiting)
        if size >= _GROUP_BYTES or sum(b.num_rows for b in self._waiting) >= _GROUP_ROWS:
            self._flush()

    def close(self) -> None:
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if self._waiting:
            self._writer.write_table(pa.Table.from_batches(self._waiting))
            self._waiting = []


class _Arrow:
    def __init__(self, file: BinaryIO, schema: Any) -> None:
        self._writer = pa.ipc.new_file(file, schema)

    def write(self, rows: Any) -> None:
        self._writer.write_batch(rows)

    def close(self) -> None:
        self._writer.close()


def _frame(rows: Any) -> pl.DataFrame:
    frame = pl.from_arrow(rows)
    assert isinstance(frame, pl.DataFrame)  # noqa: S101  # for the type checker: no series
    return frame
