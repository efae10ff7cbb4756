"""Installed releases of one source: whole folders, and one small file that says which counts.

A release folder is a registry folder (`platforms/`, `reported/`, `authorities/`) with its snapshot
and a `release.json`. It is filled under another name, made durable, renamed, and only then does
`current.json` point to it; a check reads that file once and then works on a folder that nobody
changes.
"""

import contextlib
import datetime as dt
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

from hotline_check.errors import HotlineError
from hotline_check.files import sync_entry, sync_tree, write_atomically
from hotline_check.upkeep.signed.sources import Places, Source, pinned

KEPT = 3  # earlier releases that stay for a rollback


class Release(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a release: its number, the hash of its content, its day, its size."""

    version: int
    content: str
    date: dt.date
    files: int

    @property
    def id(self) -> str:
        """The name of its folder; sorts by age."""
        return f"{self.version:06d}-{self.content[:12]}"


class Pointer(msgspec.Struct, frozen=True, kw_only=True):
    """Which release counts; `refused` is content a person rolled back from."""

    release: str
    refused: str | None = None


class Installed(msgspec.Struct, frozen=True, kw_only=True):
    """A source with the release that counts for it, None before the first update."""

    source: Source
    release: Release | None
    folder: Path | None


def installed(places: Places) -> tuple[Installed, ...]:
    """Every pinned source with its current release, strongest first."""
    return tuple(_installed(source, places.home(source.name)) for source in pinned(places))


def _installed(source: Source, home: Path) -> Installed:
    pointer = read_pointer(home)
    if pointer is None:
        return Installed(source=source, release=None, folder=None)
    folder = home / "releases" / pointer.release
    return Installed(source=source, release=read_release(folder), folder=folder)


def read_pointer(home: Path) -> Pointer | None:
    """Which release counts, None before the first update.

    Raises HotlineError `release-unreadable` when the pointer is there and can't be read.
    """
    try:
        return msgspec.json.decode((home / "current.json").read_bytes(), type=Pointer)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError) as error:
        raise HotlineError("release-unreadable", path=str(home / "current.json")) from error


def read_release(folder: Path) -> Release:
    """What a release folder holds; raises HotlineError `release-unreadable`."""
    try:
        return msgspec.json.decode((folder / "release.json").read_bytes(), type=Release)
    except (OSError, msgspec.DecodeError) as error:
        raise HotlineError("release-unreadable", path=str(folder)) from error


def kept(home: Path) -> tuple[Release, ...]:
    """All whole releases on the disk, oldest first."""
    found = []
    for folder in sorted((home / "releases").glob("[0-9]*")):
        with contextlib.suppress(HotlineError):
            found.append(read_release(folder))
    return tuple(found)


@contextlib.contextmanager
def fresh_folder(home: Path) -> Iterator[Path]:
    """A folder to fill a release in; gone afterwards unless it was installed."""
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
    """Make a filled folder the release that counts; returns its place.

    Until the pointer is replaced the old release counts; from then on the new one does.
    """
    folder = home / "releases" / release.id
    write_atomically(filled / "release.json", msgspec.json.encode(release))
    filled.chmod(0o755)
    sync_tree(filled)
    if folder.exists():  # an update that was cut off between the next two steps
        shutil.rmtree(folder)
    filled.rename(folder)
    sync_entry(folder.parent)
    point(home, Pointer(release=release.id))
    _prune(home, release.id)
    return folder


def point(home: Path, pointer: Pointer) -> None:
    """Say which release counts, in one step."""
    write_atomically(home / "current.json", msgspec.json.encode(pointer))


def _prune(home: Path, current: str) -> None:
    """Drop all but the newest earlier releases; one that is in use elsewhere goes next time."""
    earlier = [r.id for r in kept(home) if r.id != current]
    for old in earlier[:-KEPT]:
        shutil.rmtree(home / "releases" / old, ignore_errors=True)


def rollback(home: Path, source: str, to: str | None = None) -> tuple[Release, Release]:
    """Let an earlier (or with `to` any kept) release count; returns (from, to).

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
    newest = max((now, *choices.values()), key=lambda r: r.version)
    refused = None if target.id == newest.id else newest.content
    point(home, Pointer(release=target.id, refused=refused))
    return now, target
