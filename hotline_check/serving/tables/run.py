"""From files to one file: read, judge on all cores, write."""

import datetime as dt
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from hotline_check.registry.storage.frozen import freeze
from hotline_check.registry.storage.store import Store
from hotline_check.serving.tables.annotate import Annotator, Counts, fields
from hotline_check.serving.tables.files import Kind, Source, kind_of
from hotline_check.serving.tables.question import Question
from hotline_check.serving.tables.tables import Tables, Watch
from hotline_check.serving.tables.workers import Case, Here, Pool, collecting_rarely
from hotline_check.serving.tables.writers import delimiter_of, writing

# Below this, processes take longer to start than the rows to be judged.
_WORTH_A_POOL = 4 << 20


@contextmanager
def annotator(store: Store, question: Question, today: dt.date, jobs: int) -> Iterator[Annotator]:
    """An annotator with a number of processes; 1 judges in this one.

    The registry is copied first and stays the same until the block ends.
    Raises HotlineError when the registry can't be used or the question is wrong.
    """
    with (
        collecting_rarely(),
        tempfile.TemporaryDirectory(prefix="hotline-check-") as folder,
    ):
        snapshot = freeze(store, Path(folder))
        case = Case(snapshot=str(snapshot), source=store.source, today=today, question=question)
        judge = case.judge()
        try:
            if jobs == 1:
                yield Annotator(question, Here(judge), judge.date)
                return
            with Pool(case, jobs) as pool:
                yield Annotator(question, pool, judge.date)
        finally:
            judge.close()


def annotate_files(
    sources: Sequence[Source],
    output: Path,
    store: Store,
    question: Question,
    *,
    today: dt.date,
    jobs: int,
    watch: Watch | None = None,
) -> tuple[Counts, int]:
    """Write the rows of the files with their answers to one file, whole or not at all.

    Returns the counts, and how many characters of the files could not be decoded.
    Raises HotlineError when a file can't be read or written, or the question is wrong.
    """
    tables = Tables(sources, question, as_lines=kind_of(output) is Kind.JSON_LINES)
    schema = tables.schema
    for field in fields(question):
        schema = schema.append(field)
    dialect = tables.dialect
    dialect = dialect._replace(delimiter=delimiter_of(output, dialect.delimiter))
    jobs = jobs if tables.size > _WORTH_A_POOL else 1
    with (
        annotator(store, question, today, jobs) as made,
        writing(output, schema, dialect, question.added) as out,
    ):
        for rows in made.annotate(tables.batches(watch)):
            out.write(rows)
        return made.counts, tables.broken
