"""Batches of an Arrow table -> the same batches with the columns of the answers."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from typing import Any, Final, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

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

    def add(self, exits: Any, reasons: Any) -> None:
        """Count rows. exits, reasons: Arrow arrays of what was answered to each of them."""
        for item in exits.value_counts():
            self.exits[item["values"].as_py()] += item["counts"].as_py()
        if self.exits[Exit.NOTHING_CHECKED]:
            unread = reasons.filter(pc.equal(exits, Exit.NOTHING_CHECKED))
            for item in unread.value_counts():
                self.unread[item["values"].as_py() or "not-read"] += item["counts"].as_py()


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
        answers = self._kept.get(rows)
        unknown = [row for row, answer in zip(rows, answers, strict=True) if answer is None]
        wait = None
        if unknown:
            wait = _Wait(unknown, self._workers.submit(unknown))
            self._kept.put(dict.fromkeys(unknown, wait))
            answers = [wait if answer is None else answer for answer in answers]
        return _Begun(batch, codes, rows, answers, wait)

    def _finished(self, begun: "_Begun") -> Any:
        answers = [
            found if isinstance(found, Answer) else found.answers[row]
            for row, found in zip(begun.distinct, begun.answers, strict=True)
        ]
        if begun.wait:
            self._kept.replace(begun.wait.answers)
        codes = begun.codes
        if begun.batch.bad:
            codes = _with_bad(codes, answers, begun.batch.bad)
        return self._filled(begun.batch.rows, codes, answers)

    def _filled(self, rows: Any, codes: Any, answers: Sequence[Answer]) -> Any:
        # Column by column: an iterator for each of ten thousand answers takes twice as long.
        added = [
            pa.array(list(map(itemgetter(at), answers)), field.type).take(codes)
            for at, field in enumerate(self._fields[: len(Answer._fields)])
        ]
        by_name = dict(zip(Answer._fields, added, strict=True))
        self.counts.add(by_name["exit"], by_name["reason"])
        added.append(pa.repeat(self._date, rows.num_rows))
        schema = pa.schema([*rows.schema, *self._fields], metadata=rows.schema.metadata)
        return pa.record_batch([*rows.columns, *added], schema=schema)


class _Wait:
    """The answers of the new rows of a batch, waited for when the first is wanted."""

    def __init__(self, rows: Sequence[Row], waiting: Waiting) -> None:
        self._rows = rows
        self._waiting = waiting

    @cached_property
    def answers(self) -> dict[Row, Answer]:
        return dict(zip(self._rows, self._waiting(), strict=True))


class _Begun(NamedTuple):
    """A batch whose rows are being judged: its distinct rows, each with its answer or the wait.

    wait: that of the rows which are new in this batch.
    """

    batch: Batch
    codes: Any
    distinct: list[Row]
    answers: "Sequence[Answer | _Wait]"
    wait: _Wait | None


class _Kept:
    """The answers of the rows that came last, in two generations.

    When the young one is full, the old one is forgotten; what is asked for becomes young again.
    """

    def __init__(self) -> None:
        self._young: dict[Row, Answer | _Wait] = {}
        self._old: dict[Row, Answer | _Wait] = {}
        self._size = 0  # of the young

    def get(self, rows: Sequence[Row]) -> Sequence[Any]:
        """The answer of each row, the wait in which it will be, or None."""
        found = list(map(self._young.get, rows))
        if self._old:
            again = {
                row: self._old[row]
                for row, answer in zip(rows, found, strict=True)
                if answer is None and row in self._old
            }
            if again:
                found = [answer or again.get(row) for row, answer in zip(rows, found, strict=True)]
                self.put(again)
        return found

    def put(self, more: Mapping[Row, Answer | _Wait]) -> None:
        """Keep the answers of rows that are not among the young."""
        if self._size > _MOST_KEPT:
            self._young, self._old, self._size = {}, self._young, 0
        self._size += _EACH * len(more) + sum(len(cell) for row in more for cell in row if cell)
        self._young.update(more)

    def replace(self, answers: Mapping[Row, Answer]) -> None:
        """Keep the answers of rows that were waited for."""
        for generation in (self._young, self._old):
            if not answers.keys().isdisjoint(generation):
                generation.update(answers)


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
