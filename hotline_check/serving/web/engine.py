"""Ask the registry from a server: in threads, within a time limit, always the current registry."""

import asyncio
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final, TypeVar

from hotline_check.api.registry import Registry
from hotline_check.clock import local
from hotline_check.documents.isolated.worker import stop as end_processes
from hotline_check.errors import HotlineError
from hotline_check.registry.storage.choice import open_registry
from hotline_check.registry.storage.store import SEALED_NAME, Store, content_key
from hotline_check.serving.web.log import report
from hotline_check.serving.web.settings import CHECK_SECONDS, FILE_SECONDS

T = TypeVar("T")

# A check is mostly Python, which runs one thread at a time; the others wait for the disk.
_THREADS: Final = 4
_SLOW_THREADS: Final = 2  # for documents and pictures, which take seconds
# At 6 ms a check the last of these waits for 1.5 seconds; more get the answer to try again later.
_MOST_WAITING: Final = 256
_LOOK_EVERY: Final = 2.0  # seconds until the registry on the disk is compared again
# With these, no answer can be given: the service says that it is unhealthy.
_UNUSABLE: Final = frozenset({"no-registry", "broken-registry", "broken-snapshot", "cannot-read"})


class _Queue:
    """Threads that answer questions. waiting: how many are being answered or wait for it."""

    def __init__(self, threads: int) -> None:
        self.threads = ThreadPoolExecutor(threads)
        self.waiting = 0

    def done(self, work: "asyncio.Future[T]") -> None:
        """Count one less."""
        self.waiting -= 1
        if not work.cancelled():
            work.exception()  # retrieved here: after a time-out nothing else does


class Engine:
    """Answers questions to the registry.

    A registry is used in the thread that opened it, so each thread has its own. All of them change
    to an updated registry at once, between two questions.
    """

    def __init__(self, seconds: float = CHECK_SECONDS) -> None:
        self._seconds = seconds
        self._quick = _Queue(_THREADS)
        self._slow = _Queue(_SLOW_THREADS)
        self._lock = threading.Lock()
        self._own = threading.local()
        self._next_look = 0.0
        self._state = ""
        self._version = 0
        self._is_usable = False

    @property
    def waiting(self) -> int:
        """How many questions are being answered or wait for it."""
        return self._quick.waiting + self._slow.waiting

    async def ask(self, question: Callable[[Registry], T], *, is_slow: bool = False) -> T:
        """The answer to a question, which is asked in a thread of its own.

        is_slow: it may take seconds, so it waits for others of its kind and holds up only those.
        Raises HotlineError: the question's own, `registry-unusable`, `busy`, `check-too-long`.
        """
        queue = self._slow if is_slow else self._quick
        if queue.waiting >= _MOST_WAITING:
            raise HotlineError("busy")
        queue.waiting += 1
        # A thread can't be stopped: a question that was given up counts until it is answered.
        work = asyncio.get_running_loop().run_in_executor(queue.threads, self._answer, question)
        work.add_done_callback(queue.done)
        try:
            return await asyncio.wait_for(asyncio.shield(work), self._seconds)
        except TimeoutError as error:
            raise HotlineError("check-too-long") from error

    def close(self) -> None:
        """Take no more questions."""
        for queue in (self._quick, self._slow):
            queue.threads.shutdown(wait=False, cancel_futures=True)
        end_processes()  # else the end of the program waits for the picture that is being read

    def _answer(self, question: Callable[[Registry], T]) -> T:
        try:
            return question(self._registry())
        except HotlineError as error:
            if error.code not in _UNUSABLE:
                raise
            report(error)
            raise HotlineError("registry-unusable") from error

    def _registry(self) -> Registry:
        """The registry of this thread, opened again when the one on the disk has changed."""
        with self._lock:
            if time.monotonic() >= self._next_look:
                self._look()
            if not self._is_usable:
                raise HotlineError("registry-unusable")
            version = self._version
        own = self._own
        if getattr(own, "version", None) != version:
            if hasattr(own, "registry"):
                own.registry.close()
            store = open_registry(local().date())
            store.source = Path(store.source).name  # the path of a folder is not shown to readers
            own.registry = Registry(store, file_seconds=FILE_SECONDS)
            own.version = version
        registry: Registry = own.registry
        return registry

    def _look(self) -> None:
        """Compare the registry on the disk with the one in use, and try a new one."""
        try:
            store = open_registry(local().date())
            state = _state(store)
            if state != self._state:
                self._state = state
                self._version += 1
                self._is_usable = False
                store.ask(lambda snapshot: snapshot.date)  # builds it, or says why it can't be used
                self._is_usable = True
            store.close()
        except HotlineError as error:
            self._is_usable = False
            report(error)
        self._next_look = time.monotonic() + _LOOK_EVERY


def _state(store: Store) -> str:
    """A name for a registry in its present state."""
    sealed = Path(store.folder, SEALED_NAME)
    at = sealed.stat() if sealed.exists() else None
    key = (at.st_ino, at.st_size, at.st_mtime_ns) if at else None
    return repr((str(store.folder), store.source, content_key(store.folder), key))
