"""Files of JSON lines: an object a line, whose values stay as they are written."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

import msgspec
import pyarrow as pa

from hotline_check.broken_json import BROKEN_JSON
from hotline_check.errors import HotlineError
from hotline_check.serving.tables.annotate import Batch
from hotline_check.serving.tables.files import Source
from hotline_check.serving.tables.utf8 import Utf8

LINE: Final = "\0line"
"""The column of whole lines; no field of an object is called like that."""
_ROWS: Final = 32_768
# Records may be long, so a batch is bounded by bytes, too.
_BYTES: Final = 16 << 20
_SAMPLE: Final = 1_000
_OBJECT: Final = msgspec.json.Decoder(dict[str, msgspec.Raw])
_BROKEN = "not-json"


class JsonLinesFile:
    """One file of JSON lines, of which every value that is asked for is text.

    wanted: the fields that are read, with the whole lines; None to read every field that an object
    of the file has. A line that is no object is kept, in place of the line or of the first field.
    added: names that no field may have.
    """

    def __init__(
        self, source: Source, wanted: Sequence[str] | None, added: Sequence[str] = ()
    ) -> None:
        self._added = added
        self._source = source
        self._has_lines = wanted is not None
        self.text = Utf8(source.path)
        self.all_names = _fields(islice(_lines(self.text), None if wanted is None else _SAMPLE))
        self.text = Utf8(source.path)  # again from its start
        self.names = self.all_names if wanted is None else [*dict.fromkeys(wanted)]
        columns = [*self.names, *([LINE] if self._has_lines else [])]
        self.schema = pa.schema([(name, pa.string()) for name in columns])

    def batches(self) -> Iterator[Batch]:
        """The rows."""
        lines: list[bytes] = []
        size = 0
        for line in _lines(self.text):
            lines.append(line)
            size += len(line)
            if len(lines) == _ROWS or size > _BYTES:
                yield self._batch(lines)
                lines, size = [], 0
        if lines:
            yield self._batch(lines)

    def close(self) -> None:
        """Close the file."""
        self.text.close()

    def tell(self) -> int:
        """How many of its bytes were read."""
        return self.text.consumed

    def _batch(self, lines: list[bytes]) -> Batch:
        columns: list[list[str | None]] = [[] for _ in self.names]
        bad: dict[int, str] = {}
        for number, line in enumerate(lines):
            found = _object(line)
            if found is None:
                bad[number] = _BROKEN
                text = line.decode("utf-8", "replace").rstrip("\r\n")
                lines[number] = msgspec.json.encode({"line": text})
                found = {} if self._has_lines else {self.names[0]: msgspec.json.encode(text)}
            elif not found.keys().isdisjoint(self._added):
                taken = ", ".join(name for name in self._added if name in found)
                raise HotlineError("column-taken", table=str(self._source.path), columns=taken)
            for name, column in zip(self.names, columns, strict=True):
                column.append(_text(found.get(name)))
        arrays = [pa.array(column, pa.string()) for column in columns]
        if self._has_lines:
            whole = [line.strip().decode("utf-8", "replace") for line in lines]
            arrays.append(pa.array(whole, pa.string()))
        return Batch(pa.record_batch(arrays, schema=self.schema), bad)


def _lines(text: Utf8) -> Iterator[bytes]:
    """The lines that are not empty."""
    return (line for line in io.BufferedReader(text, 1 << 20) if line.strip())


def _object(line: bytes) -> Mapping[str, msgspec.Raw | bytes] | None:
    try:
        return _OBJECT.decode(line)
    except BROKEN_JSON:
        # A row is never dropped: one that can't be read is kept and noted.
        return None


def _fields(lines: Iterable[bytes]) -> list[str]:
    names: dict[str, None] = {}
    for line in lines:
        names |= dict.fromkeys(_object(line) or ())
    return [*names]


def _text(value: msgspec.Raw | bytes | None) -> str | None:
    """A value as text: a string's characters, else the JSON as it is written."""
    if value is None:
        return None
    written = bytes(value)
    if written[:1] == b'"':
        return str(msgspec.json.decode(written))
    return None if written == b"null" else written.decode()
