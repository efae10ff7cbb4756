"""Installed releases of one source: a folder each, and a small file that names the current one.

A release folder is a registry folder (`platforms/`, `reported/`, `authorities/`) with its snapshot
and a `release.json`. It is filled under another name, made durable, renamed, and only then does
`current.json` point to it; a check reads that file once and then works on a folder that nobody
changes.
"""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

from hotline_check.errors import HotlineError
from hotline_check.files import sync_entry, sync_tree, write_atomically
from hotline_check.registry.storage.installed import (
    Pointer,
    Release,
    read_pointer,
    read_release,
)

KEPT = 3  # earlier releases kept for a rollback


def kept(home: Path) -> tuple[Release, ...]:
    """All complete releases on the disk, oldest first."""
    found = []
    for folder in sorted((home / "releases").glob("[0-9]*")):
        with contextlib.suppress(HotlineError):
            found.append(read_release(folder))
    return tuple(found)


@contextlib.contextmanager
def fresh_folder(home: Path) -> Iterator[Path]:
    """A temporary folder for a new release, deleted on exit unless it was installed."""
    folder = home / "releases"
    folder.mkdir(parents=True, exist_ok=True)
    for leftover in folder.glob(".new-*"):
        shutil.rmtree(leftover, ignore_errors=True)
    path = Path(tempfile.mkdtemp(dir=folder, prefix=".new-"))
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def install(home: Path, filled: Path, release: Release) -> Path:
    """Make a filled folder the current release; returns its final path.

    Checks use the old release until the pointer is replaced, then the new one.
    """
    folder = home / "releases" / release.id
    write_atomically(filled / "release.json", msgspec.json.encode(release))
    filled.chmod(0o755)
    # Data must be on the disk before the names: after a power cut, a renamed folder with empty
    # files would be a complete release by its looks.
    sync_tree(filled)
    if folder.exists():  # left by an update interrupted between the next two steps
        shutil.rmtree(folder)
    filled.rename(folder)
    sync_entry(folder.parent)
    point(home, Pointer(release=release.id))
    _prune(home, release.id)
    return folder


def point(home: Path, pointer: Pointer) -> None:
    """Set the current release atomically."""
    write_atomically(home / "current.json", msgspec.json.encode(pointer))


def _prune(home: Path, current: str) -> None:
    """Delete old releases; one that another process has open is deleted next time."""
    earlier = [r.id for r in kept(home) if r.id != current]
    for old in earlier[:-KEPT]:
        shutil.rmtree(home / "releases" / old, ignore_errors=True)


def rollback(home: Path, source: str, to: str | None = None) -> tuple[Release, Release]:
    """Return to the previous release, or with `to` to any kept one; returns (from, to).

    The newest content on the disk is then refused by updates until something newer appears.
    """
    pointer = read_pointer(home)
    if pointer is None:
        raise HotlineError("rollback-none", name=source)
    now = read_release(home / "releases" / pointer.release)
    choices = {r.id: r for r in kept(home) if r.id != now.id}
    earlier = [r for r in choices.values() if r.version < now.version]
    if to is not None:
        if to not in choices:
            raise HotlineError("rollback-unknown", name=source, release=to)
        target = choices[to]
    elif earlier:
        target = earlier[-1]
    else:
        raise HotlineError("rollback-none", name=source)
    # Refuse the newest content, not the current one: a second rollback must not allow it again.
    newest = max((now, *choices.values()), key=lambda r: r.version)
    refused = None if target.id == newest.id else newest.content
    point(home, Pointer(release=target.id, refused=refused))
    return now, target
