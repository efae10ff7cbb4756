"""Scanning on several cores: the results are those of one, in the same order.

Worker processes are forked when a scan turns out to be long, so they have everything that was
loaded for it. Each gets a few blocks at a time. What the blocks of a document say about the next
one (`State`) hardly ever changes after the first, so it is taken from the last ones that are done;
how far the last contact reaches is seen from the text around the cut. Where it was another state
in the end, the blocks are scanned again.
"""

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from itertools import chain, islice
from typing import Any, Final

from hotline_check.documents import Input, Skipped
from hotline_check.process_pools import end_now
from hotline_check.scanning.file_scan import State
from hotline_check.scanning.hits import Result
from hotline_check.scanning.scanner import Part, Scanner, Watch
from hotline_check.scanning.tally import Tally
from hotline_check.scanning.tasks import (
    Done,
    Prepare,
    Task,
    as_guessed,
    begins_document,
    grouped,
    opens,
    run,
    size_of,
)

# Characters that are scanned before another process is worth its start: they load what all
# processes then share.
_SMALL: Final = 32_768
# Characters of a task: at first (a block), and at most.
_FIRST_TASK: Final = 32_768
_TASK: Final = 262_144
# Seconds that a task should take: long beside its way to a worker, short beside a scan, at whose
# end a process may wait for another one's task.
_SECONDS: Final = 0.1
# Tasks that are given for each process before the first one's results are waited for.
_AHEAD: Final = 3


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def scan_on_cores(
    scanner: Scanner,
    sources: Iterable[Input | Skipped],
    jobs: int,
    prepare: Prepare,
    watch: Watch | None = None,
) -> Iterator[tuple[Any, Tally]]:
    """What `prepare` makes of the results, in order, with their counts.

    jobs: the number of worker processes. A scan of a few blocks takes none, nor does any scan where
    processes can't be forked (Windows).
    """
    if "fork" not in multiprocessing.get_all_start_methods():
        jobs = 1
    parts = scanner.parts(sources, watch)
    state: State | None = None
    for results, scan in scanner.results(_first(parts, _SMALL) if jobs > 1 else parts):
        yield prepare(results), _counted(results)
        state = scan.state if scan else None
    workers = _Workers(scanner, jobs, prepare, state)
    groups = grouped(parts, lambda: workers.size)
    first = list(islice(groups, 2))
    if len(first) < 2:  # nothing could be done at the same time
        workers.jobs = 0
    try:
        for task_parts in chain(first, groups):
            while not workers.can_take(task_parts):
                yield from workers.next()
            workers.take(task_parts)
        while workers.are_busy:
            yield from workers.next()
    finally:
        workers.stop()
    left = scanner.end()
    yield prepare(left), _counted(left)


def _first(parts: Iterable[Part], size: int) -> Iterator[Part]:
    """Parts until their text has a size; the rest is left in the iterator."""
    for part in parts:
        yield part
        size -= size_of(part)
        if size <= 0:
            return


def _counted(results: Iterable[Result]) -> Tally:
    tally = Tally()
    for result in results:
        tally.add(result)
    return tally


class _Workers:
    """Worker processes, and the tasks that they have been given, in order.

    jobs: how many processes; with none, tasks are done here. size: characters of the next task.
    """

    def __init__(self, scanner: Scanner, jobs: int, prepare: Prepare, state: State | None) -> None:
        self.jobs = jobs
        self.size = _FIRST_TASK
        self._scanner = scanner
        self._prepare = prepare
        self._state = state  # after the last task that is done
        self._pool: ProcessPoolExecutor | None = None
        self._own: list[multiprocessing.process.BaseProcess] = []
        self._given: deque[tuple[Task, Future[Done] | None]] = deque()

    @property
    def are_busy(self) -> bool:
        """Return True while there are results to come."""
        return bool(self._given)

    def can_take(self, parts: list[Part]) -> bool:
        """Return True if there are not too many tasks, and enough is known to begin another."""
        if len(self._given) > _AHEAD * self.jobs:
            return False
        return opens(parts) or not any(begins_document(task) for task, _ in self._given)

    def take(self, parts: list[Part]) -> None:
        """Give a task to a worker."""
        state = None if opens(parts) else self._state
        task = Task(parts, state, self._scanner.remainder.is_searching)
        future = None
        if self.jobs:
            with suppress(BrokenProcessPool):
                future = self._pool_of_workers().submit(_work, task)
        self._given.append((task, future))

    def next(self) -> Iterator[tuple[Any, Tally]]:
        """The results of the task that was given first."""
        task, future = self._given.popleft()
        done: Done | None = None
        if future is not None:
            with suppress(BrokenProcessPool):  # a process was killed: its work is done here
                done = future.result()
        if done is None or not self._is_right(task, done.before):
            done = run(self._scanner, self._prepare, task._replace(state=self._state))
        self._state = done.state or self._state
        self.size = min(int(done.speed * _SECONDS) + 1, _TASK)
        remainder = self._scanner.remainder
        remainder.judged(done.tally.levels)
        remainder.found(done.unread)
        yield self._prepare([]), done.tally
        for prepared in done.prepared:
            yield prepared, Tally()

    def _is_right(self, task: Task, before: State | None) -> bool:
        """Return True if a task took for granted what the blocks before it say."""
        if before is None or self._state is None:
            return before is self._state or opens(task.parts)
        return before.leads_on_like(self._state)

    def _pool_of_workers(self) -> ProcessPoolExecutor:
        if self._pool is None:
            before = multiprocessing.active_children()
            self._pool = ProcessPoolExecutor(
                self.jobs,
                multiprocessing.get_context("fork"),
                _begin,
                (self._scanner, self._prepare),
            )
            # Ctrl-C goes to every process; only this one handles it.
            mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
            gc.freeze()  # a worker's collections would write to, and so copy, what all share
            try:
                self._pool.submit(int)  # forks the workers
            finally:
                gc.unfreeze()
                signal.pthread_sigmask(signal.SIG_SETMASK, mask)
            self._own = [p for p in multiprocessing.active_children() if p not in before]
        return self._pool

    def stop(self) -> None:
        """End the workers, also busy ones."""
        if self._pool is not None:
            end_now(self._pool, self._own)


# In a worker process: what it was begun with.
_begun: tuple[Scanner, Prepare] | None = None


def _begin(scanner: Scanner, prepare: Prepare) -> None:
    """Make a forked process ready for tasks."""
    global _begun  # noqa: PLW0603  # the pool calls a function with nothing but the task
    _begun = scanner, prepare
    scanner.judge.checker.store.reconnect()
    parent = multiprocessing.parent_process()
    if parent is not None:  # a parent that was killed can't stop its workers
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: Any) -> None:
    parent.join()
    os._exit(1)


def _work(task: Task) -> Done:
    assert _begun is not None  # noqa: S101  # for the type checker
    scanner, prepare = _begun
    return run(scanner, prepare, as_guessed(scanner, task))
