"""Stops a process, or refuses it the disk, at its n-th step that changes files."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_EVENTS = ("os.rename", "os.mkdir", "os.remove", "os.rmdir", "sqlite3.connect")


class Steps:
    """Counts steps below a folder, and calls `at_step` with the number of each."""

    def __init__(self, folder: Path, at_step: Callable[[int], None]) -> None:
        self.count = 0
        self.active = False
        self._folder = str(folder)
        self._at_step = at_step
        sys.addaudithook(self._hook)
        self._fsync = os.fsync

    def __enter__(self) -> "Steps":
        self.active = True
        setattr(os, "fsync", self._wrapped_fsync)  # noqa: B010  # as the type checker wants it
        return self

    def __exit__(self, *_: object) -> None:
        self.active = False
        os.fsync = self._fsync

    def _step(self) -> None:
        self.count += 1
        self._at_step(self.count)

    def _wrapped_fsync(self, handle: Any) -> None:
        self._step()  # the file is written, and not yet in its place
        self._fsync(handle)

    def _hook(self, event: str, args: tuple[Any, ...]) -> None:
        if not self.active:
            return
        writes = event == "open" and isinstance(args[2], int) and bool(args[2] & _WRITES)
        if (writes or event in _EVENTS) and self._folder in str(args[0]):
            self._step()


def update_until(config: Path, data: Path, number: int) -> None:
    """Update in this process, and kill it at a step as kill -9 would."""
    from hotline_check.registry.storage.installed import Places
    from hotline_check.upkeep.signed import update
    from tests.upkeep.signed.world import NOW, QUICK

    def at_step(count: int) -> None:
        if count == number:
            os.kill(os.getpid(), signal.SIGKILL)

    with Steps(data, at_step):
        update.update(Places(config=config, data=data), NOW, limits=QUICK)
