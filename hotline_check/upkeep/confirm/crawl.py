"""Run jobs for many hosts concurrently, and for each host one at a time."""

import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterable
from typing import Generic, Protocol, TypeVar

from hotline_check.upkeep.confirm.politeness import Gate


class Job(Protocol):
    """A job for one host."""

    @property
    def host(self) -> str: ...


J = TypeVar("J", bound=Job)
# Takes a job and the number of tries so far; returns the seconds until the next try, or None.
Visit = Callable[[J, int], float | None]


class Crawl(Generic[J]):
    """Schedules the jobs of one run.

    An error in a visit ends the run and is raised by `run`; so does Ctrl-C.
    """

    def __init__(self, jobs: Iterable[J], visit: Visit[J], gate: Gate, workers: int) -> None:
        self._queues: defaultdict[str, deque[tuple[J, int]]] = defaultdict(deque)
        for job in jobs:
            self._queues[job.host].append((job, 1))
        self._idle = set(self._queues)
        self._visit = visit
        self._gate = gate
        self._workers = min(workers, len(self._queues))
        self._changed = threading.Condition()
        self._over = threading.Event()
        self._error: BaseException | None = None

    def run(self) -> None:
        """Run every job; return when all are done."""
        # Daemon threads: Ctrl-C must not wait for a server that doesn't answer.
        for _ in range(self._workers):
            threading.Thread(target=self._work, daemon=True).start()
        try:
            while self._queues and not self._over.wait(0.5):
                pass  # on Windows, Ctrl-C interrupts no longer wait
        finally:
            self._stop(None)
        if self._error is not None:
            raise self._error

    def _work(self) -> None:
        while (host := self._next_host()) is not None:
            job, tries = self._queues[host].popleft()
            try:
                again = self._visit(job, tries)
            except BaseException as error:  # raised again by run()
                self._stop(error)
                return
            with self._changed:
                if again is not None:
                    self._queues[host].appendleft((job, tries + 1))
                    self._gate.rest(host, again)
                if self._queues[host]:
                    self._idle.add(host)
                else:
                    del self._queues[host]
                self._changed.notify()  # waking all workers costs more than the work
            if not self._queues:
                self._stop(None)

    def _next_host(self) -> str | None:
        """Wait for the next host that may be asked and return it; None when no job is left."""
        with self._changed:
            while self._queues and not self._over.is_set():
                host = min(self._idle, key=self._gate.ready_at, default=None)
                wait = None if host is None else self._gate.ready_at(host) - time.monotonic()
                if host is not None and wait is not None and wait <= 0:
                    self._idle.discard(host)
                    return host
                self._changed.wait(wait)
            return None

    def _stop(self, error: BaseException | None) -> None:
        with self._changed:
            self._error = self._error or error
            self._over.set()
            self._changed.notify_all()
