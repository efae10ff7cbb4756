"""The program in a process of its own, on a day of our choosing."""

import datetime as dt
import os
import pty
import subprocess
import sys
from pathlib import Path

from tests.entries import REGISTRY_DAY

ROOT = Path(__file__).parents[2]
_LAUNCHER = """
import datetime as dt, sys
from hotline_check.cli import run, settings
settings.today = lambda: dt.date.fromisoformat({day!r})
{first}
sys.exit(run(sys.argv[1:]))
"""


def command(*arguments: str, day: dt.date = REGISTRY_DAY, first: str = "") -> list[str]:
    """The command line that runs the program as if it were this day, `first` (code) before it."""
    launcher = _LAUNCHER.format(day=day.isoformat(), first=first)
    return [sys.executable, "-c", launcher, *arguments]


def run(
    *arguments: str, stdin: bytes = b"", environ: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run to the end, output in pipes."""
    return subprocess.run(
        command(*arguments),
        cwd=ROOT,
        input=stdin,
        env={**os.environ, **(environ or {})},
        capture_output=True,
        check=False,
        timeout=60,
    )


def on_terminal(*arguments: str, environ: dict[str, str] | None = None) -> tuple[int, str]:
    """Run with a terminal for its output: exit code and what was drawn."""
    master, slave = pty.openpty()
    try:
        with subprocess.Popen(
            command(*arguments),
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=slave,
            stderr=slave,
            env={**os.environ, "TERM": "xterm-256color", **(environ or {})},
        ) as process:
            os.close(slave)
            drawn = b""
            while part := _read(master):
                drawn += part
            return process.wait(timeout=60), drawn.decode()
    finally:
        os.close(master)


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the terminal closes with the process
        return b""
