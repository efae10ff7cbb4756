"""Session with one source through the client of The Update Framework (TUF).

The client works on a copy of the source's local metadata. What it has verified, and only that,
is copied back, each file atomically, so that an interrupted run never leaves half a file.
"""

import datetime as dt
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tuf.api.metadata import Metadata, TargetFile, Targets
from tuf.ngclient import Updater, UpdaterConfig

from hotline_check.errors import HotlineError
from hotline_check.files import write_atomically
from hotline_check.registry.storage.installed import Release
from hotline_check.upkeep.signed.fetch import Fetcher
from hotline_check.upkeep.signed.limits import Limits
from hotline_check.upkeep.signed.policy import check_metadata
from hotline_check.upkeep.signed.publishing.repository import ARCHIVE
from hotline_check.upkeep.signed.publishing.staging import release_of

# The standard's order (TUF, 5.3 to 5.6): each file says which version of the next is current.
_ORDER = ("timestamp.json", "snapshot.json", "targets.json")


class Client:
    """Verified access to the newest release of a source."""

    def __init__(self, updater: Updater, work: Path, url: str, limits: Limits) -> None:
        self._updater, self._work, self._url, self._limits = updater, work, url, limits

    def newest(self) -> tuple[Release, TargetFile]:
        """The description of the source's newest release, from verified, unexpired metadata."""
        info = self._updater.get_targetinfo(ARCHIVE)
        targets = Metadata[Targets].from_file(str(self._work / "targets.json"))
        if info is None:
            raise HotlineError("release-undescribed")
        if info.length > self._limits.archive:
            raise HotlineError("update-too-large", role="targets")
        return release_of(targets.signed), info

    def download(self, info: TargetFile, path: Path) -> None:
        """Fetch a release's archive to `path`, verified by length and hash."""
        self._updater.download_target(info, str(path), self._url + "targets/")


@contextmanager
def connect(
    home: Path, url: str, root: bytes, *, now: dt.datetime, limits: Limits, fetcher: Fetcher
) -> Iterator[Client]:
    """Refresh a source's metadata and open a session; verified metadata is kept on failure, too."""
    home.mkdir(parents=True, exist_ok=True)
    # Left by a process that was killed; the lock excludes a running one.
    for leftover in home.glob(".tuf-*"):
        shutil.rmtree(leftover, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=home, prefix=".tuf-") as name:
        work, kept = Path(name), home / "metadata"
        if kept.is_dir():
            shutil.copytree(kept, work, dirs_exist_ok=True)
        try:
            updater = _updater(work, url, root, now=now, limits=limits, fetcher=fetcher)
            updater.refresh()
        finally:
            check_metadata(work, now)  # what breaks it is not kept, and so refused again
            # Also on failure: a verified newer root or timestamp must not be forgotten, or an
            # attacker could offer the older one again.
            _keep(work, kept)
        yield Client(updater, work, url, limits)


def _updater(
    work: Path, url: str, root: bytes, *, now: dt.datetime, limits: Limits, fetcher: Fetcher
) -> Updater:
    config = UpdaterConfig(
        root_max_length=limits.metadata,
        # TUF's own defaults, except that roots and targets may grow with their number of keys.
        timestamp_max_length=16_384,
        snapshot_max_length=limits.metadata,
        targets_max_length=limits.metadata,
    )
    updater = Updater(str(work), url + "metadata/", fetcher=fetcher, config=config, bootstrap=root)
    # tuf reads the system clock and takes no argument for it
    updater._trusted_set.reference_time = now
    return updater


def _keep(work: Path, kept: Path) -> None:
    roots = sorted((work / "root_history").glob("*.json"), key=lambda p: int(p.name.split(".")[0]))
    for path in [*roots, *(work / name for name in _ORDER)]:
        target = kept / path.relative_to(work)
        if not path.exists():
            continue
        data = path.read_bytes()
        if not target.exists() or target.read_bytes() != data:
            write_atomically(target, data)
