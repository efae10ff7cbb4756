"""Files that are whole or not there: the only way this package writes what must survive."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


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
        with path.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        return
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
