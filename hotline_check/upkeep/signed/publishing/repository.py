"""The publisher's view of a repository: a folder that any static file host can serve.

metadata/   N.root.json, N.targets.json, N.snapshot.json, timestamp.json
targets/    <sha256>.registry.tar.gz
staged/     what still lacks signatures; clients never request it
"""

import datetime as dt
from pathlib import Path
from typing import Literal, TypeVar

import msgspec
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root, Snapshot, Targets, Timestamp

from hotline_check.errors import HotlineError
from hotline_check.files import write_atomically

ARCHIVE = "registry.tar.gz"
NAME_FIELD = "x-hotline-check-name"  # in a public key: its holder
Role = Literal["root", "targets", "snapshot", "timestamp"]
ROLES: tuple[Role, ...] = ("root", "targets", "snapshot", "timestamp")
# One stolen key must not be enough to publish a number.
THRESHOLDS: dict[Role, int] = {"root": 2, "targets": 2, "snapshot": 1, "timestamp": 1}
# Days for which a client believes a statement at most. A thief of an online key can hide newer
# releases for no longer, whatever date he signs.
LONGEST: dict[Role, int] = {"root": 400, "targets": 200, "snapshot": 45, "timestamp": 30}
_S = TypeVar("_S", Root, Targets, Snapshot, Timestamp)


class Lifetimes(msgspec.Struct, frozen=True, kw_only=True):
    """Days until each kind of metadata expires.

    root: people must meet to renew it, a year apart. targets: after half a year every sighting
    is stale anyway. snapshot, timestamp: how long an attacker can hide newer releases; a weekly
    job renews them in time.
    """

    root: int = 365
    targets: int = 180
    snapshot: int = 30
    timestamp: int = 14

    def expiry(self, role: Role, now: dt.datetime) -> dt.datetime:
        """The expiry date of a role's metadata signed now."""
        return now.replace(microsecond=0) + dt.timedelta(days=getattr(self, role))

    def is_late(self, role: Role, expires: dt.datetime, now: dt.datetime) -> bool:
        """Return True if less than half of a role's lifetime is left."""
        return expires - now < dt.timedelta(days=getattr(self, role)) / 2


class Repository:
    """Reads and writes a repository; every write is atomic."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def live_root(self) -> Metadata[Root] | None:
        """The newest published root, None before the first."""
        versions = [int(p.name.split(".")[0]) for p in self._metadata.glob("[0-9]*.root.json")]
        return self._load(self._metadata / f"{max(versions)}.root.json") if versions else None

    def live_timestamp(self) -> Metadata[Timestamp] | None:
        """The published timestamp."""
        return self._load(self._metadata / "timestamp.json")

    def live_snapshot(self) -> Metadata[Snapshot] | None:
        """The snapshot that the published timestamp names."""
        stamp = self.live_timestamp()
        if stamp is None:
            return None
        return self._load(self._metadata / f"{stamp.signed.snapshot_meta.version}.snapshot.json")

    def live_targets(self) -> Metadata[Targets] | None:
        """The targets that the published snapshot names."""
        snapshot = self.live_snapshot()
        if snapshot is None:
            return None
        version = snapshot.signed.meta["targets.json"].version
        return self._load(self._metadata / f"{version}.targets.json")

    def staged_root(self) -> Metadata[Root] | None:
        """The staged root: it lacks signatures, or waits for a release."""
        return self._load(self._staged / "root.json")

    def staged_targets(self) -> Metadata[Targets] | None:
        """The staged targets metadata, which lacks signatures."""
        return self._load(self._staged / "targets.json")

    def staged_archive(self) -> Path:
        """The archive of the staged release."""
        return self._staged / ARCHIVE

    def archive(self, sha256: str) -> Path:
        """The path of a published release's archive, under the name that clients request."""
        return self.folder / "targets" / f"{sha256}.{ARCHIVE}"

    def stage(self, role: Role, metadata: Metadata[_S]) -> None:
        """Store a role's metadata until it has all signatures."""
        write_atomically(self._staged / f"{role}.json", metadata.to_bytes())

    def unstage(self, role: Role) -> None:
        """Delete a role's staged metadata."""
        (self._staged / f"{role}.json").unlink(missing_ok=True)

    def publish(self, role: Role, metadata: Metadata[_S]) -> None:
        """Write metadata to where clients request it."""
        version = "" if role == "timestamp" else f"{metadata.signed.version}."
        write_atomically(self._metadata / f"{version}{role}.json", metadata.to_bytes())

    @property
    def lock(self) -> Path:
        """The lock for changes of the folder."""
        return self._staged / "lock"

    @property
    def _metadata(self) -> Path:
        return self.folder / "metadata"

    @property
    def _staged(self) -> Path:
        return self.folder / "staged"

    def _load(self, path: Path) -> Metadata[_S] | None:
        try:
            return Metadata[_S].from_bytes(path.read_bytes())
        except FileNotFoundError:
            # The first release of a repository.
            return None
        except (OSError, RepositoryError) as error:
            raise HotlineError("repository-unreadable", path=str(path)) from error


def is_signed(by: Metadata[Root], role: Role, metadata: Metadata[_S] | None) -> bool:
    """Return True if a role's metadata has enough signatures by a root's keys."""
    if metadata is None:
        return False
    result = by.signed.get_verification_result(role, metadata.signed_bytes, metadata.signatures)
    return bool(result)
