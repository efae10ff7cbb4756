"""Batches of an Arrow table -> the same batches with the columns of the answers."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

import pyarrow as pa

from hotline_check.errors import BY_ALARM, Exit
from hotline_check.serving.tables.distinct import as_text, distinct
from hotline_check.serving.tables.judge import Answer, Row
from hotline_check.serving.tables.question import Question
from hotline_check.serving.tables.workers import Waiting, Workers

# What is kept of answers for rows that come again, in each of two generations, in bytes.
_MOST_KEPT: Final = 100_000_000
# Bytes that a kept answer takes in addition to the characters of its row.
_EACH: Final = 400
# Batches that are judged at the same time, so that no process waits for one slow row.
_AHEAD: Final = 2
# Of the columns of `question.ADDED`: the exit code is a small number.
_TYPES: Final = (pa.string(), pa.int8(), *[pa.string()] * 4)


class Batch(NamedTuple):
    """Some rows of a table.

    rows: an Arrow record batch.
    bad: the number of each row that could not be read as the others were, with a code for why.
    """

    rows: Any
    bad: Mapping[int, str] = {}


def fields(question: Question) -> list[Any]:
    """The Arrow fields of the added columns."""
    return list(map(pa.field, question.added, _TYPES))


class Counts:
    """How many rows there were of each exit code, and of those not judged, of each reason."""

    def __init__(self) -> None:
        self.exits = Counter[int]()
        self.unread = Counter[str]()

    @property
    def rows(self) -> int:
        """How many rows there were."""
        return self.exits.total()

    @property
    def exit(self) -> Exit:
        """The worst row's exit code; a row that could not be read prevents 0 and 4."""
        worst = next((code for code in BY_ALARM if self.exits[code]), Exit.NO_CONTACT)
        if not self.unread or worst in {Exit.DO_NOT_DIAL, Exit.CANNOT_TELL}:
            return worst
        return Exit.CANNOT_TELL if worst is Exit.LISTED else Exit.NOTHING_CHECKED

    def add(self, answer: Answer, rows: int) -> None:
        """Count rows with the same answer."""
        self.exits[answer.exit] += rows
        if answer.exit == Exit.NOTHING_CHECKED:
            self.unread[answer.reason or "not-read"] += rows


class Annotator:
    """Adds the columns of the answers to batches, in order.

    A row that was answered is not judged again while its answer is kept, so that the memory stays
    the same however many rows there are.
    """

    def __init__(self, question: Question, workers: Workers, registry_date: str) -> None:
        self._question = question
        self._workers = workers
        self._kept = _Kept()
        self._fields = fields(question)
        self._date = pa.scalar(registry_date, pa.string())
        self.counts = Counts()

    def annotate(self, batches: Iterable[Batch]) -> Iterator[Any]:
        """The batches as Arrow record batches with the columns added."""
        begun = deque[_Begun]()
        for batch in batches:
            begun.append(self._begin(batch))
            if len(begun) > _AHEAD:
                yield self._finished(begun.popleft())
        while begun:
            yield self._finished(begun.popleft())

    def _begin(self, batch: Batch) -> "_Begun":
        schema = batch.rows.schema
        columns = [
            as_text(batch.rows.column(schema.get_field_index(name)), name) if name else None
            for name in self._question.columns
        ]
        codes, rows = distinct(columns)
        answers: list[Answer | _Place] = []
        unknown: list[Row] = []
        waiting = _Wait()
        for row in rows:
            answer = self._kept.get(row)
            if answer is None:
                answer = _Place(waiting, len(unknown))
                unknown.append(row)
                self._kept.put(row, answer)
            answers.append(answer)
        waiting.begin(self._workers.submit(unknown) if unknown else None)
        return _Begun(batch, codes, rows, answers)

    def _finished(self, begun: "_Begun") -> Any:
        answers: list[Answer] = []
        for row, found in zip(begun.distinct, begun.answers, strict=True):
            if isinstance(found, Answer):
                answers.append(found)
            else:
                answers.append(found.wait.answers[found.number])
                self._kept.put(row, answers[-1])
        codes = begun.codes
        if begun.batch.bad:
            codes = _with_bad(codes, answers, begun.batch.bad)
        for item in codes.value_counts():
            self.counts.add(answers[item["values"].as_py()], item["counts"].as_py())
        return self._filled(begun.batch.rows, codes, answers)

    def _filled(self, rows: Any, codes: Any, answers: Sequence[Answer]) -> Any:
        columns = zip(*answers, strict=True) if answers else ((),) * len(Answer._fields)
        added = [
            pa.array(values, field.type).take(codes)
            for values, field in zip(columns, self._fields, strict=False)
        ]
        added.append(pa.repeat(self._date, rows.num_rows))
        schema = pa.schema([*rows.schema, *self._fields], metadata=rows.schema.metadata)
        return pa.record_batch([*rows.columns, *added], schema=schema)


class _Wait:
    """The answers of the new rows of a batch, waited for when the first is wanted."""

    def __init__(self) -> None:
        self._waiting: Waiting | None = None
        self._answers: Sequence[Answer] = ()

    def begin(self, waiting: Waiting | None) -> None:
        self._waiting = waiting

    @property
    def answers(self) -> Sequence[Answer]:
        if self._waiting:
            self._answers, self._waiting = self._waiting(), None
        return self._answers


class _Place(NamedTuple):
    """Where an answer will be once its rows are judged."""

    wait: _Wait
    number: int


class _Begun(NamedTuple):
    """A batch whose rows are being judged: its distinct rows, with their answers or places."""

    batch: Batch
    codes: Any
    distinct: list[Row]
    answers: list[Answer | _Place]


class _Kept:
    """The answers of the rows that came last, in two generations.

    When the young one is full, the old one is forgotten; what is asked for becomes young again.
    """

    def __init__(self) -> None:
        self._young: dict[Row, Answer | _Place] = {}
        self._old: dict[Row, Answer | _Place] = {}
        self._size = 0  # of the young

    def get(self, row: Row) -> Answer | _Place | None:
        found = self._young.get(row)
        if found is None:
            found = self._old.get(row)
            if found is not None:
                self.put(row, found)
        return found

    def put(self, row: Row, answer: Answer | _Place) -> None:
        if row not in self._young:
            if self._size > _MOST_KEPT:
                self._young, self._old, self._size = {}, self._young, 0
            self._size += _EACH + sum(len(cell) for cell in row if cell)
        self._young[row] = answer


def _with_bad(codes: Any, answers: list[Answer], bad: Mapping[int, str]) -> Any:
    """The codes and answers where rows that could not be read have answers of their own."""
    changed = codes.to_pylist()
    numbers: dict[str, int] = {}
    for row, reason in bad.items():
        if reason not in numbers:
            numbers[reason] = len(answers)
            answers.append(Answer(None, Exit.NOTHING_CHECKED, reason=reason))
        changed[row] = numbers[reason]
    return pa.array(changed, pa.int32())
