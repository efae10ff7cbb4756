"""A registry folder and its snapshot, which is built when missing, damaged or out of date.

A registry folder that carries its own snapshot (an installed package, a signed release) is
sealed: the snapshot answers, and the YAML file of every platform it speaks of is compared with
it on the way. Any other folder is being edited: its snapshot lies in the user's cache folder and
is used only while no file has changed.
"""

import datetime as dt
import os
import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from hotline_check.errors import HotlineError
from hotline_check.registry.models import Authorities, Platform
from hotline_check.registry.storage.snapshot import Snapshot, SnapshotError

SEALED_NAME = "snapshot.sqlite"
T = TypeVar("T")


class Store:
    """One registry folder with its snapshot.

    source: how the verdict names it (`bundled`, a pinned source's name, or a folder's path).
    warnings: codes of things that went wrong without touching the answer.
    """

    def __init__(
        self, folder: Path, source: str, *, today: dt.date, cache: Path | None = None
    ) -> None:
        self.folder = folder
        self.source = source
        self.warnings: list[str] = []
        self._today = today
        self._cache = cache
        self._snapshot: Snapshot | None = None
        self._trust_sealed = True
        self._trust_cached = True

    def ask(self, question: Callable[[Snapshot], T]) -> T:
        """Query the snapshot; if it is damaged, rebuild it and query again.

        Raises HotlineError when the folder is missing, unreadable or breaks a rule: nothing
        may be checked against such a registry.
        """
        while True:
            snapshot = self._snapshot or self._open()
            try:
                return question(snapshot)
            except SnapshotError:
                self._distrust(snapshot)

    def reconnect(self) -> None:
        """Open the snapshot again in a forked process, which must not use its parent's file."""
        if self._snapshot is not None:
            self.ask(lambda snapshot: snapshot.reconnect())

    def close(self) -> None:
        """Close the snapshot, if it is open."""
        if self._snapshot is not None:
            self._snapshot.close()
            self._snapshot = None

    def _open(self) -> Snapshot:
        """Open the first valid snapshot: the sealed one, the cached one, or a new one."""
        sealed = self.folder / SEALED_NAME
        if self._trust_sealed and sealed.exists():
            self._snapshot = self._try(lambda: _Sealed.of(sealed, self.folder))
            # A damaged sealed snapshot is never used again in this process.
            self._trust_sealed = self._snapshot is not None
        if self._snapshot is None:
            self._snapshot = self._try(self._open_cached) or self._build()
        return self._snapshot

    def _distrust(self, snapshot: Snapshot) -> None:
        if not (self._trust_sealed or self._trust_cached):
            raise HotlineError("broken-snapshot", folder=str(self.folder))
        # Each snapshot gets one chance: sealed, then cached, then built. A built one that fails
        # means broken memory or disk, and no answer is better than a wrong one.
        self._trust_cached = self._trust_sealed
        self._trust_sealed = False
        snapshot.close()
        self._snapshot = None

    @staticmethod
    def _try(opener: Callable[[], Snapshot | None]) -> Snapshot | None:
        try:
            return opener()
        except SnapshotError:
            return None

    def _open_cached(self) -> Snapshot | None:
        path = self._cached()
        if not self._trust_cached or path is None or not path.exists():
            return None
        snapshot = Snapshot.open(path)
        if snapshot.key == content_key(self.folder):
            return snapshot
        snapshot.close()
        return None

    def _build(self) -> Snapshot:
        self._trust_cached = False
        key = content_key(self.folder)
        path = self._cached()
        if path is not None:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                compile_to(self.folder, path, key, self._today)
                return Snapshot.open(path)
            except (OSError, sqlite3.Error, SnapshotError):
                # A read-only home must not prevent a check; it is only slower.
                self.warnings.append("cache-unwritable")
        return Snapshot(compile_folder(self.folder, None, key, self._today))

    def _cached(self) -> Path | None:
        if self._cache is None:
            return None
        import hashlib  # imported here: a sealed registry saves 3 ms

        # One cache file for each folder, so that two checkouts don't rebuild each other's.
        name = hashlib.blake2b(str(self.folder.resolve()).encode(), digest_size=8).hexdigest()
        return self._cache / f"{name}.sqlite"


class _Sealed(Snapshot):
    """A snapshot that compares each entry with the YAML file next to it before using it."""

    folder: str
    _compared: dict[str, tuple[int, ...] | None]

    @classmethod
    def of(cls, path: Path, folder: Path) -> "_Sealed":
        snapshot = cls.open(path)
        assert isinstance(snapshot, cls)  # noqa: S101  # for the type checker
        snapshot.folder = str(folder)
        snapshot._compared = {}
        return snapshot

    def platform(self, name: str) -> Platform | None:
        self._compare("platforms", name)
        self._compare("reported", name)
        return super().platform(name)

    def authorities(self, country: str) -> Authorities | None:
        self._compare("authorities", country.lower())
        return super().authorities(country)

    def _compare(self, part: str, name: str) -> None:
        """Raise SnapshotError unless a document was made from the present file.

        A file is read again only where the file system says that it changed.
        """
        file = os.path.join(self.folder, part, f"{name}.yaml")  # noqa: PTH118  # pathlib: 10 µs
        try:
            state = _state(file)
            if file in self._compared and self._compared[file] == state:
                return
            found = zlib.crc32(Path(file).read_bytes()) if state else None
        except OSError as error:
            raise HotlineError("cannot-read", path=file, why=error.strerror) from error
        if found != self.file_crc(part, name):
            raise SnapshotError("changed")
        self._compared[file] = state


def _state(file: str) -> tuple[int, ...] | None:
    """What an edit of a file can't leave alone; None for a missing file."""
    try:
        at = os.stat(file)  # noqa: PTH116  # pathlib takes several times as long
    except FileNotFoundError:
        return None
    return at.st_ino, at.st_size, at.st_mtime_ns, at.st_ctime_ns


def content_key(folder: Path) -> str:
    """A name for the folder's content: changes when any file of it does.

    From names, sizes and the times the file system keeps, which an edit can't leave alone; so it
    costs one look at each file and reads none.
    """
    import hashlib  # as above

    rows = []
    for part in ("platforms", "reported", "authorities"):
        try:
            with os.scandir(folder / part) as entries:
                for entry in entries:
                    at = entry.stat(follow_symlinks=False)
                    rows.append((part, entry.name, at.st_size, at.st_mtime_ns, at.st_ctime_ns))
        except FileNotFoundError:
            # Deleted while the folder is listed, as by `git checkout`.
            continue
        except OSError as error:
            raise HotlineError(
                "cannot-read", path=str(folder / part), why=error.strerror
            ) from error
    return hashlib.blake2b(repr(sorted(rows)).encode(), digest_size=16).hexdigest()


def compile_folder(
    folder: Path, target: Path | None, key: str, today: dt.date
) -> sqlite3.Connection:
    """Load, validate and compile a folder; `target` None keeps the snapshot in memory.

    Raises HotlineError `broken-registry` with the first problem when a rule is broken.
    """
    from hotline_check.registry.folder import load  # yaml, only when building
    from hotline_check.registry.storage.build import build

    entries, problems = load(folder, today)
    if problems:
        raise HotlineError(
            "broken-registry", folder=str(folder), count=len(problems), first=problems[0]
        )
    return build(
        target,
        key=key,
        date=entries.date.isoformat() if entries.date else "",
        platforms=entries.platforms,
        reported=entries.reported,
        authorities=entries.authorities,
        files=entries.files,
    )


def compile_to(folder: Path, target: Path, key: str, today: dt.date) -> None:
    """Compile a folder to a file, written atomically."""
    import tempfile  # only when building

    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".snapshot-")
    os.close(handle)
    try:
        # mkstemp only reserved the name: SQLite must create the file itself.
        Path(name).unlink()
        compile_folder(folder, Path(name), key, today).close()
        os.replace(name, target)  # noqa: PTH105  # the word everybody knows for this
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def bundled() -> Path:
    """The folder of the registry in the package, or in the checkout that it runs from."""
    package = Path(__file__).parents[2]
    inside = package / "_registry"
    return inside if inside.is_dir() else package.parent / "registry"
