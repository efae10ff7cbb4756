"""Answers for many rows: in this process, or on all cores."""

import datetime as dt
import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Final, Protocol

import msgspec

from hotline_check.errors import HotlineError
from hotline_check.process_pools import end_now
from hotline_check.registry.storage.frozen import FrozenStore
from hotline_check.serving.tables.judge import Answer, Row, RowJudge
from hotline_check.serving.tables.question import Question

# Rows that a process is given at once: few enough to share a batch out evenly, and so many that
# sending them takes a hundredth of judging them.
_AT_ONCE: Final = 1_024

# Objects that are made between two garbage collections, which took a tenth of the time: rows and
# answers are in no cycles, and each batch has tens of thousands of them.
_COLLECTED_AT: Final = 20_000

Waiting = Callable[[], Sequence[Answer]]
"""Waits for the answers of rows that are being judged."""


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """All that a process needs to answer rows as every other process of the run does.

    snapshot: the frozen copy of the registry; source: what the registry is called.
    """

    snapshot: str
    source: str
    today: dt.date
    question: Question

    def judge(self) -> RowJudge:
        """Open the registry to answer rows."""
        store = FrozenStore(Path(self.snapshot), self.source, today=self.today)
        return RowJudge(store, self.question, self.today)


class Workers(Protocol):
    """Takes rows and answers them in its own time."""

    def submit(self, rows: Sequence[Row]) -> Waiting:
        """Begin to answer rows."""


class Here:
    """Answers in this process, when the answers are waited for."""

    def __init__(self, judge: RowJudge) -> None:
        self._judge = judge

    def submit(self, rows: Sequence[Row]) -> Waiting:
        return lambda: [self._judge.answer(row) for row in rows]


class Pool:
    """Answers in processes of their own. Use it as a context; an exception ends its processes."""

    def __init__(self, case: Case, jobs: int) -> None:
        # A forked process would inherit the locks of Arrow's threads, and wait for them forever.
        self._pool = ProcessPoolExecutor(
            jobs, multiprocessing.get_context("spawn"), initializer=_begin, initargs=(case,)
        )

    def __enter__(self) -> "Pool":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind:
            end_now(self._pool, list((self._pool._processes or {}).values()))
        else:
            self._pool.shutdown(cancel_futures=True)

    def submit(self, rows: Sequence[Row]) -> Waiting:
        parts = [rows[start : start + _AT_ONCE] for start in range(0, len(rows), _AT_ONCE)]
        try:
            futures = [self._pool.submit(_answers, part) for part in parts]
        except BrokenProcessPool as error:
            raise HotlineError("worker-lost") from error
        return lambda: _gathered(futures)


def collect_rarely() -> None:
    """Let the garbage collector of this process run as seldom as rows need it."""
    gc.set_threshold(_COLLECTED_AT, *gc.get_threshold()[1:])


@contextmanager
def collecting_rarely() -> Iterator[None]:
    """Let the garbage collector run seldom for a while."""
    usual = gc.get_threshold()
    collect_rarely()
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def cores() -> int:
    """How many processes can run at once here."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _gathered(futures: Sequence[Future[list[Answer]]]) -> list[Answer]:
    try:
        return [answer for future in futures for answer in future.result()]
    except BrokenProcessPool as error:
        raise HotlineError("worker-lost") from error


_judges: list[RowJudge] = []


def _begin(case: Case) -> None:
    """Open the registry, once in the life of a process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's, which ends this process
    collect_rarely()
    _judges.append(case.judge())


def _answers(rows: Sequence[Row]) -> list[Answer]:
    return [_judges[0].answer(row) for row in rows]
