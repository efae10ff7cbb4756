"""Parquet and Arrow files, batch by batch."""

from collections.abc import Iterator
from typing import Any, Final, Protocol

import pyarrow as pa
import pyarrow.parquet as pq

from hotline_check.errors import HotlineError
from hotline_check.serving.tables.annotate import Batch
from hotline_check.serving.tables.files import Source

# Enough that Arrow's own cost a batch is small, few enough for every worker's memory.
_ROWS: Final = 65_536
_FILE_MARK: Final = b"ARROW1"  # files begin with it, streams don't


class TableFile(Protocol):
    """A file that is read as a table."""

    schema: Any

    def batches(self) -> Iterator[Batch]:
        """The rows."""

    def close(self) -> None:
        """Close the file."""

    def tell(self) -> int:
        """How many of its bytes were read, about."""


class ParquetFile:
    """One Parquet file. Raises HotlineError when it is none."""

    def __init__(self, source: Source) -> None:
        self._source = source
        try:
            self._file = pq.ParquetFile(source.path)
        except pa.ArrowInvalid as error:
            raise HotlineError("table-broken", path=str(source.path), why=str(error)) from error
        self.schema = self._file.schema_arrow
        self._read = 0

    def batches(self) -> Iterator[Batch]:
        """The rows."""
        try:
            for rows in self._file.iter_batches(batch_size=_ROWS):
                self._read += rows.num_rows
                yield Batch(rows)
        except (pa.ArrowInvalid, OSError) as error:
            path = str(self._source.path)
            raise HotlineError("table-broken", path=path, why=str(error)) from error

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def tell(self) -> int:
        """How many of its bytes were read, about."""
        return self._source.size * self._read // int(max(self._file.metadata.num_rows, 1))


class ArrowFile:
    """One file or stream of Arrow IPC. Raises HotlineError when it is none."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._file = pa.OSFile(str(source.path))
        is_file = self._file.read(len(_FILE_MARK)) == _FILE_MARK
        self._file.seek(0)
        try:
            opener = pa.ipc.open_file if is_file else pa.ipc.open_stream
            self._reader = opener(self._file)
        except pa.ArrowInvalid as error:
            raise HotlineError("table-broken", path=str(source.path), why=str(error)) from error
        self._is_file = is_file
        self.schema = self._reader.schema

    def batches(self) -> Iterator[Batch]:
        """The rows."""
        try:
            for rows in self._whole():
                for start in range(0, rows.num_rows, _ROWS):
                    yield Batch(rows.slice(start, _ROWS))
        except (pa.ArrowInvalid, OSError) as error:
            path = str(self._source.path)
            raise HotlineError("table-broken", path=path, why=str(error)) from error

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def tell(self) -> int:
        """How many of its bytes were read."""
        return int(self._file.tell())

    def _whole(self) -> Iterator[Any]:
        if self._is_file:
            return map(self._reader.get_batch, range(self._reader.num_record_batches))
        return iter(self._reader)
