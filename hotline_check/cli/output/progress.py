"""Progress bar for long work; nothing in a pipe."""

import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

# Delay before the progress bar appears, in seconds.
_PATIENCE = 1.0
# Often enough to look alive; drawing more often slows a scan on a slow terminal.
_EVERY = 0.2


class Meter:
    """Counts the bytes read from files.

    total: the expected bytes, None when unknown. is_shown: False where a person types the input.
    """

    def __init__(self, total: int | None = None, *, is_shown: bool = True) -> None:
        self._total = total
        self._done = 0
        self._next = time.monotonic() + _PATIENCE
        self._wanted = is_shown and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._shown: tuple[Progress, TaskID] | None = None

    def __call__(self, name: str, size: int) -> None:
        """Add the bytes just read from the file `name`."""
        self._done += size
        if self._wanted and time.monotonic() >= self._next:
            self._show(name)
            self._next = time.monotonic() + _EVERY

    def clear(self) -> None:
        """Remove the bar, so that other output can be written."""
        if self._shown:
            self._shown[0].stop()
            self._shown = None
            self._next = time.monotonic() + _EVERY

    def _show(self, name: str) -> None:
        if self._shown is None:
            from rich import progress
            from rich.console import Console

            bar = progress.Progress(
                progress.TextColumn("{task.description}", markup=False),
                progress.BarColumn(bar_width=20),
                progress.DownloadColumn(),
                progress.TransferSpeedColumn(),
                console=Console(stderr=True),
                transient=True,
                auto_refresh=False,
            )
            bar.start()
            self._shown = bar, bar.add_task("", total=self._total)
        bar, task = self._shown
        bar.update(task, completed=self._done, description=name[-30:], refresh=True)


def total_size(paths: Iterable[str]) -> int | None:
    """The total size of files; None if one is a folder, a stream, or missing."""
    total = 0
    for path in paths:
        try:
            if not Path(path).is_file():
                return None
            total += Path(path).stat().st_size
        except OSError:
            # The meter then shows no end; the scan reports what can't be read.
            return None
    return total
