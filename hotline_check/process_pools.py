"""Ending a pool of processes whose work is not needed any more."""

from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.process import BaseProcess
from typing import Any, Final

# Seconds for the end of a pool whose processes were ended.
_MOST_TO_END: Final = 5


def end_now(pool: ProcessPoolExecutor, processes: Iterable[BaseProcess]) -> None:
    """End a pool and these processes of it, also busy ones."""
    manager: Any = pool._executor_manager_thread  # a thread, unlike its stub says
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.terminate()
    if manager:
        # Python's end would meet it while it closes its pipes, and say so on stderr.
        manager.join(_MOST_TO_END)
