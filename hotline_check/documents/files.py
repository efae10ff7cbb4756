"""Files, folders and stdin as they are named on a command line -> the files to be read."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from hotline_check.documents.models import Skipped

STDIN = "-"
# Old states of files: a number that was removed long ago is no find.
_HISTORIES = frozenset({".git", ".hg", ".svn", ".bzr", ".jj", "CVS", "_darcs", "_FOSSIL_"})


class Input(NamedTuple):
    """A file to be read. name: how it is called in results; path: None for stdin."""

    name: str
    path: Path | None


def inputs(paths: Iterable[str]) -> Iterator[Input | Skipped]:
    """Every file, in the order given; those of a folder sorted, its folders last.

    What lies in a folder but is no file, a link to a folder, or the history of a version control
    system is noted instead.
    """
    for path in paths:
        if path == STDIN:
            yield Input(STDIN, None)
        elif Path(path).is_dir():
            yield from _folder(Path(path))
        else:
            yield Input(shown(path), Path(path))


def shown(path: str | Path) -> str:
    """A path that can be printed, whatever bytes its name is made of."""
    return os.fsencode(path).decode("utf-8", "replace")


def _folder(folder: Path) -> Iterator[Input | Skipped]:
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as entries:
                names = sorted(entry.name for entry in entries)
        except OSError as error:
            yield _unreadable(here, error)
            continue
        below = []
        for name in names:
            path = here / name
            found = _entry(path)
            if found is None:
                below.append(path)
            else:
                yield found
        waiting += reversed(below)


def _entry(path: Path) -> Input | Skipped | None:
    """A file, a note about what is none, None for a folder to look into."""
    if path.name in _HISTORIES:
        return Skipped(reason="version-control", file=shown(path))
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return _unreadable(path, error)
    if stat.S_ISDIR(mode):
        return Skipped(reason="link-to-folder", file=shown(path)) if path.is_symlink() else None
    if not stat.S_ISREG(mode):
        return Skipped(reason="not-a-file", file=shown(path))
    return Input(shown(path), path)


def _unreadable(path: Path, error: OSError) -> Skipped:
    why = error.strerror or type(error).__name__
    return Skipped(reason="unreadable", file=shown(path), failed=True, args={"why": why})
