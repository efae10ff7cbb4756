"""Publish signed metadata: renew snapshot and timestamp, then write all files."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, Targets, Timestamp

from hotline_check.files import write_atomically
from hotline_check.upkeep.signed.publishing.repository import (
    ARCHIVE,
    Lifetimes,
    Repository,
    Role,
    is_signed,
)

_S = TypeVar("_S", Snapshot, Timestamp)


@dataclass(frozen=True, slots=True)
class Renewal:
    """A complete set of metadata: each part is signed by the keys that `root` names."""

    root: Metadata[Root]
    targets: Metadata[Targets]
    snapshot: Metadata[Snapshot]
    timestamp: Metadata[Timestamp]

    def put_live(self, repo: Repository) -> dict[Role, int]:
        """Write new files atomically, the timestamp last; returns the new versions by role."""
        done: dict[Role, int] = {}
        live_root, live_targets = repo.live_root(), repo.live_targets()
        live_snapshot = repo.live_snapshot()
        new_root = live_root is None or live_root.signed.version < self.root.signed.version
        # Clients start from the timestamp, so files are written in reverse order of reference: an
        # interrupted run leaves clients on the old, complete release.
        if not live_targets or live_targets.signed.version < self.targets.signed.version:
            sha256 = self.targets.signed.targets[ARCHIVE].hashes["sha256"]
            if not repo.archive(sha256).exists():
                write_atomically(repo.archive(sha256), repo.staged_archive().read_bytes())
            repo.publish("targets", self.targets)
            done["targets"] = self.targets.signed.version
        if not live_snapshot or live_snapshot.signed.version < self.snapshot.signed.version:
            repo.publish("snapshot", self.snapshot)
            done["snapshot"] = self.snapshot.signed.version
        if new_root:
            repo.publish("root", self.root)
            done["root"] = self.root.signed.version
        repo.publish("timestamp", self.timestamp)
        done["timestamp"] = self.timestamp.signed.version
        if new_root:
            repo.unstage("root")
        if "targets" in done:
            repo.unstage("targets")
            repo.staged_archive().unlink(missing_ok=True)
        return done


def renew(
    repo: Repository,
    root: Metadata[Root],
    targets: Metadata[Targets],
    *,
    signers: Sequence[CryptoSigner],
    now: dt.datetime,
    lifetimes: Lifetimes,
) -> Renewal | None:
    """Complete a root and its signed targets; None when the signers lack a key for it."""
    snapshot = repo.live_snapshot()
    if snapshot is None or not _is_still_valid(root, snapshot, targets, now, lifetimes):
        snapshot = _sign_one(
            root, "snapshot", _next_snapshot(repo, targets, now, lifetimes), signers
        )
    if snapshot is None:
        return None
    old = repo.live_timestamp()
    fresh = Timestamp(
        version=old.signed.version + 1 if old else 1,
        expires=lifetimes.expiry("timestamp", now),
        snapshot_meta=MetaFile.from_data(snapshot.signed.version, snapshot.to_bytes(), ["sha256"]),
    )
    timestamp = _sign_one(root, "timestamp", Metadata(fresh), signers)
    return Renewal(root, targets, snapshot, timestamp) if timestamp else None


def _is_still_valid(
    root: Metadata[Root],
    snapshot: Metadata[Snapshot],
    targets: Metadata[Targets],
    now: dt.datetime,
    lifetimes: Lifetimes,
) -> bool:
    return (
        is_signed(root, "snapshot", snapshot)
        and snapshot.signed.meta["targets.json"].version == targets.signed.version
        and not lifetimes.is_late("snapshot", snapshot.signed.expires, now)
    )


def _next_snapshot(
    repo: Repository, targets: Metadata[Targets], now: dt.datetime, lifetimes: Lifetimes
) -> Metadata[Snapshot]:
    old = repo.live_snapshot()
    meta = MetaFile.from_data(targets.signed.version, targets.to_bytes(), ["sha256"])
    return Metadata(
        Snapshot(
            version=old.signed.version + 1 if old else 1,
            expires=lifetimes.expiry("snapshot", now),
            meta={"targets.json": meta},
        )
    )


def _sign_one(
    root: Metadata[Root], role: Role, metadata: Metadata[_S], signers: Sequence[CryptoSigner]
) -> Metadata[_S] | None:
    for signer in signers:
        if signer.public_key.keyid in root.signed.roles[role].keyids:
            metadata.sign(signer, append=True)
    return metadata if is_signed(root, role, metadata) else None
