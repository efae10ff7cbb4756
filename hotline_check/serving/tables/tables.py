"""Several files as one table: one schema, the rows of one file after another."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from hotline_check.errors import HotlineError
from hotline_check.serving.tables.annotate import Batch
from hotline_check.serving.tables.columnar import ArrowFile, ParquetFile, TableFile
from hotline_check.serving.tables.csv_file import CsvFile, Dialect
from hotline_check.serving.tables.files import Kind, Source
from hotline_check.serving.tables.json_lines import LINE, JsonLinesFile
from hotline_check.serving.tables.question import Question
from hotline_check.serving.tables.writers import delimiter_of

Watch = Callable[[str, int], None]
"""Callback receiving the name of a file and the number of its bytes just read."""


class Tables:
    """The files as one table; a column that a file lacks is empty in its rows.

    as_lines: whether rows from JSON lines keep the whole lines, to be written as JSON lines again.
    Raises HotlineError when the question does not fit the columns, or the files not each other.
    """

    def __init__(self, sources: Sequence[Source], question: Question, *, as_lines: bool) -> None:
        self._sources = sources
        self._question = question
        self._as_lines = as_lines and all(source.kind is Kind.JSON_LINES for source in sources)
        self.dialect = Dialect()
        self.broken = 0  # characters that could not be decoded
        schemas = []
        for number, source in enumerate(sources):
            file = self._opened(source)
            names = file.all_names if isinstance(file, JsonLinesFile) else file.schema.names
            question.check([*names, *source.partition], str(source.path))
            if number == 0 and isinstance(file, CsvFile):
                self.dialect = file.dialect
                if delimiter_of(source.path, ",") == "\t":  # what is written may be no such file
                    self.dialect = self.dialect._replace(delimiter=",")
            schemas.append(_with_partition(file.schema, source))
            file.close()
        self.schema = schemas[0] if len(schemas) == 1 else _unified(schemas, sources)

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(source.size for source in self._sources)

    def batches(self, watch: Watch | None = None) -> Iterator[Batch]:
        """The rows of all files."""
        for source in self._sources:
            file = self._opened(source)
            read = 0
            try:
                for batch in file.batches():
                    yield batch._replace(rows=self._fitted(batch.rows, source))
                    if watch:
                        now = file.tell()
                        watch(source.path.name, now - read)
                        read = now
            finally:
                if isinstance(file, CsvFile | JsonLinesFile):
                    self.broken += file.text.broken
                file.close()

    def _opened(self, source: Source) -> TableFile:
        wanted = [name for name in self._question.columns if name]
        try:
            match source.kind:
                case Kind.CSV:
                    return CsvFile(source, wanted)
                case Kind.JSON_LINES:
                    own = [name for name in wanted if name not in source.partition]
                    return JsonLinesFile(
                        source, own if self._as_lines else None, self._question.added
                    )
                case Kind.PARQUET:
                    return ParquetFile(source)
                case Kind.ARROW:
                    return ArrowFile(source)
        except OSError as error:
            raise HotlineError(
                "cannot-read", path=str(source.path), why=error.strerror or str(error)
            ) from error

    def _fitted(self, rows: Any, source: Source) -> Any:
        """A batch with all columns of the table, in its types."""
        if rows.schema.equals(self.schema):
            return rows
        columns = []
        for field in self.schema:
            at = rows.schema.get_field_index(field.name)
            if at >= 0:
                column = rows.column(at)
                columns.append(column if column.type == field.type else pc.cast(column, field.type))
            else:
                value = source.partition.get(field.name)
                columns.append(pa.repeat(pa.scalar(value, field.type), rows.num_rows))
        return pa.record_batch(columns, schema=self.schema)


def _with_partition(schema: Any, source: Source) -> Any:
    for name in source.partition:
        if name not in schema.names:
            schema = schema.append(pa.field(name, pa.string()))
    return schema


def _unified(schemas: Sequence[Any], sources: Sequence[Source]) -> Any:
    whole = schemas[0]
    for schema, source in zip(schemas, sources, strict=True):
        if len(set(schema.names)) < len(schema.names):
            raise HotlineError(
                "columns-differ", table=str(source.path), why="a name is there twice"
            )
        try:
            whole = pa.unify_schemas([whole, schema], promote_options="permissive")
        except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
            raise HotlineError("columns-differ", table=str(source.path), why=str(error)) from error
    # The lines are last, after the columns that only some files have.
    with suppress(ValueError):
        at = whole.names.index(LINE)
        whole = whole.remove(at).append(whole.field(at))
    return whole
