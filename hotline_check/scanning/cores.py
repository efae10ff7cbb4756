"""Scanning on several cores: the results are those of one, in the same order.

Worker processes are forked when a scan turns out to be long, so they have everything that was
loaded for it. Each gets a few blocks at a time. What the blocks of a document say about the next
one (`State`) hardly ever changes after the first, so it is taken from the last ones that are done;
where it was another one in the end, the blocks are scanned again.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from typing import Any, Final, NamedTuple

from hotline_check.documents import Input, Skipped
from hotline_check.process_pools import end_now
from hotline_check.scanning.coverage import first_unread
from hotline_check.scanning.file_scan import FileScan, State
from hotline_check.scanning.hits import Result
from hotline_check.scanning.scanner import Part, Scanner, Watch, scan_parts
from hotline_check.scanning.tally import Tally

# Characters that are scanned before another process is worth its start.
_SMALL: Final = 1_048_576
# Characters of a task: four blocks, some tens of milliseconds.
_TASK: Final = 262_144
# What a note takes of a task.
_NOTE: Final = 256
# Makes what a writer needs of results, in whichever process these are found.
Prepare = Callable[[list[Result]], Any]


class Task(NamedTuple):
    """Consecutive blocks.

    state: what those before the first one said, if known; None where a document
    begins. is_searching: whether to look for places that may be contacts and were not read.
    """

    parts: list[Part]
    state: State | None
    is_searching: bool


class Done(NamedTuple):
    """What became of a task. state: what its last block says about the next one."""

    prepared: list[Any]
    tally: Tally
    unread: Skipped | None
    state: State | None


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

    jobs: the number of worker processes. A small scan takes none, nor does any scan where processes
    can't be forked (Windows).
    """
    if "fork" not in multiprocessing.get_all_start_methods():
        jobs = 1
    parts = scanner.parts(sources, watch)
    state: State | None = None
    for results, scan in scanner.results(_first(parts, _SMALL) if jobs > 1 else parts):
        yield prepare(results), _counted(results)
        state = scan.state if scan else None
    workers = _Workers(scanner, jobs, prepare, state)
    try:
        for task_parts in _grouped(parts):
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
        size -= _size(part)
        if size <= 0:
            return


def _grouped(parts: Iterable[Part]) -> Iterator[list[Part]]:
    """Parts in groups for a task each, which begins with a document where that can be."""
    group: list[Part] = []
    size = 0
    for part in parts:
        if size >= _TASK and (size >= 2 * _TASK or _opens([part])):
            yield group
            group, size = [], 0
        group.append(part)
        size += _size(part) or _NOTE
    if group:
        yield group


def _size(part: Part) -> int:
    return 0 if isinstance(part, Skipped) else len(part[1].text)


def _counted(results: Iterable[Result]) -> Tally:
    tally = Tally()
    for result in results:
        tally.add(result)
    return tally


class _Workers:
    """Worker processes, and the tasks that they have been given, in order."""

    def __init__(self, scanner: Scanner, jobs: int, prepare: Prepare, state: State | None) -> None:
        self._scanner = scanner
        self._jobs = jobs
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
        if len(self._given) > 2 * self._jobs:
            return False
        return _opens(parts) or not any(_begins_document(task) for task, _ in self._given)

    def take(self, parts: list[Part]) -> None:
        """Give a task to a worker."""
        state = None if _opens(parts) else self._state
        task = Task(parts, state, self._scanner.remainder.is_searching)
        try:
            self._given.append((task, self._pool_of_workers().submit(_work, task)))
        except BrokenProcessPool:
            self._given.append((task, None))

    def next(self) -> Iterator[tuple[Any, Tally]]:
        """The results of the task that was given first."""
        task, future = self._given.popleft()
        done: Done | None = None
        if future is not None:
            with suppress(BrokenProcessPool):  # a process was killed: its work is done here
                done = future.result()
        if done is None or not self._is_as_expected(task):
            done = run(self._scanner, self._prepare, task._replace(state=self._state))
        self._state = done.state or self._state
        remainder = self._scanner.remainder
        remainder.judged(done.tally.levels)
        remainder.found(done.unread)
        yield self._prepare([]), done.tally
        for prepared in done.prepared:
            yield prepared, Tally()

    def _is_as_expected(self, task: Task) -> bool:
        """Return True if a task assumed what the blocks before it say."""
        if task.state is None or self._state is None:
            return task.state is self._state or _opens(task.parts)
        return task.state.leads_on_like(self._state)

    def _pool_of_workers(self) -> ProcessPoolExecutor:
        if self._pool is None:
            before = multiprocessing.active_children()
            self._pool = ProcessPoolExecutor(
                self._jobs,
                multiprocessing.get_context("fork"),
                _begin,
                (self._scanner, self._prepare),
            )
            # Ctrl-C goes to every process; only this one handles it.
            mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
            try:
                self._pool.submit(int)  # forks the workers
            finally:
                signal.pthread_sigmask(signal.SIG_SETMASK, mask)
            self._own = [p for p in multiprocessing.active_children() if p not in before]
        return self._pool

    def stop(self) -> None:
        """End the workers, also busy ones."""
        if self._pool is not None:
            end_now(self._pool, self._own)


def _begins_document(task: Task) -> bool:
    """Return True if what a task says about the next one is not known before it is done."""
    return any(not isinstance(part, Skipped) and part[1].opens for part in task.parts)


def _opens(parts: Iterable[Part]) -> bool:
    """Return True if the first block begins a document."""
    return next((part[1].opens for part in parts if not isinstance(part, Skipped)), True)


def run(scanner: Scanner, prepare: Prepare, task: Task) -> Done:
    """Do a task."""
    scan: FileScan | None = None
    tally = Tally()
    prepared = []
    unread: Skipped | None = None
    for each in scan_parts(scanner.judge, task.parts, task.state):
        scan = each.scan
        if each.block and task.is_searching and not unread and not set(tally.levels) - {"listed"}:
            unread = first_unread(*each.block, scanner.judge.brands.is_name)
        for result in each.results:
            tally.add(result)
        if each.results:
            prepared.append(prepare(each.results))
    return Done(prepared, tally, unread, scan.state if scan else None)


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
    return run(*_begun, task)
