"""Files that are whole or not there, and files of which no more is read than they may hold."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final, TextIO

CHUNK: Final = 65_536  # bytes that are read at a time
_PATIENCE: Final = 10  # seconds until the writer of a named pipe must have begun


def opened(path: Path) -> BinaryIO:
    """Open a file to be read. Raises OSError, also for a named pipe that nothing writes to."""
    if stat.S_ISFIFO(path.stat().st_mode):
        return _opened_pipe(path)
    return path.open("rb", buffering=CHUNK)


def read_at_most(path: Path, most: int) -> bytes:
    """The bytes of a file that is named by a person and small if it is what it should be.

    Raises OSError, also for a file with more bytes (a device never ends) and for a named pipe to
    which nobody writes.
    """
    with opened(path) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    return data


def data_lines(package: str, name: str) -> list[str]:
    """The lines of a file in a package's `data`, without those that are empty or a comment."""
    from importlib.resources import files  # most commands read none

    text = (files(package) / "data" / name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def write_atomically(path: Path, data: bytes, *, mode: int = 0o644) -> None:
    """Put `data` at `path` so that every reader, now or after a power cut, sees old or new.

    The folder is made when it is missing. Raises OSError and leaves the old file when the disk
    refuses.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with atomic_writer(path, mode=mode) as file:
        file.buffer.write(data)


@contextmanager
def atomic_writer(path: Path, *, mode: int = 0o644) -> Iterator[TextIO]:
    """A UTF-8 file that appears at `path` when the block ends, and not at all if it raises.

    A device or a pipe is written to directly: a file in its place would break the machine
    (`/dev/null`, for root) or leave the pipe's reader waiting. Links are followed.
    """
    if _is_stream(path):
        with open(path, "w", encoding="utf-8", newline="", opener=_unless_unread) as stream:
            yield stream
        return
    import tempfile  # a scan opens files and makes none

    path = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_entry(path.parent)


def _is_stream(path: Path) -> bool:
    return path.exists() and not path.is_file() and not path.is_dir()


def _unless_unread(path: str, flags: int) -> int:
    """Open for writing; a named pipe that nobody reads raises OSError instead of waiting."""
    if os.name != "posix":
        return os.open(path, flags)
    handle = os.open(path, flags | os.O_NONBLOCK)
    os.set_blocking(handle, True)
    return handle


def sync_entry(folder: Path) -> None:
    """Make names that were just changed in `folder` survive a power cut."""
    if os.name != "posix":
        return  # a folder can't be opened there, and the rename itself is journalled
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_tree(folder: Path) -> None:
    """Make every file below `folder` survive a power cut.

    One sync of the system takes 0.1 s where 10,000 files one by one take 3 s.
    """
    if hasattr(os, "sync"):
        os.sync()
        return
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())


def _opened_pipe(path: Path) -> BinaryIO:
    import select  # only few commands are given a pipe by name

    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)  # without it, opening waits forever
    ready = select.poll()
    ready.register(handle, select.POLLIN)
    if not ready.poll(_PATIENCE * 1000):
        os.close(handle)
        raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT))
    os.set_blocking(handle, True)
    return os.fdopen(handle, "rb", buffering=CHUNK)
