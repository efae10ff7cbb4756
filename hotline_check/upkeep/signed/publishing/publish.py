"""A registry folder -> a signed release in a folder that any static file host can serve.

Signing by two people on two machines happens in steps: each runs `publish` with their own key and
their own copy of the registry. Until a release has all its signatures it is only staged; then it
goes live in one go, the timestamp last, because clients follow the timestamp.
"""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import msgspec
from filelock import FileLock
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, Root, Targets

from hotline_check.errors import HotlineError
from hotline_check.registry.storage.installed import Release
from hotline_check.upkeep.signed.changes import Changes
from hotline_check.upkeep.signed.publishing.go_live import Renewal, renew
from hotline_check.upkeep.signed.publishing.keys import Waiting, root_waiting, waiting
from hotline_check.upkeep.signed.publishing.repository import (
    ROLES,
    Lifetimes,
    Repository,
    Role,
    is_signed,
)
from hotline_check.upkeep.signed.publishing.staging import release_of, stage_release


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """What one run of `publish` did.

    live: versions of the metadata that was put live, by role; empty when nothing was. waiting:
    signatures that staged metadata still lacks. release: the staged release, or the live one.
    changes: what it changes against the live one; None when there is nothing to compare. expires:
    when the live metadata of each role ends.
    """

    live: dict[Role, int]
    waiting: tuple[Waiting, ...]
    release: Release | None
    changes: Changes | None
    expires: dict[Role, dt.datetime]


def publish(
    folder: Path,
    signers: Sequence[CryptoSigner],
    now: dt.datetime,
    *,
    registry: Path | None = None,
    restage: bool = False,
    lifetimes: Lifetimes | None = None,
) -> Published:
    """Stage, sign and, once there are enough signatures, put live.

    registry: a validated folder. Without it only snapshot and timestamp are renewed and a staged
        root that is signed goes live: a signer must have the release to sign it.
    restage: replace a staged release that holds something else.
    Raises HotlineError `repository-missing`, `registry-needed`, `key-not-in-role`,
    `staged-differs`.
    """
    repo, lifetimes = Repository(folder), lifetimes or Lifetimes()
    if not (repo.live_root() or repo.staged_root()):
        raise HotlineError("repository-missing", path=str(folder))
    repo.lock.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(repo.lock):
        _drop_done(repo)
        _refuse_strangers(repo, signers, registry)
        changes = None
        if registry is not None:
            changes = stage_release(repo, registry, signers, now, lifetimes, restage=restage)
        renewal = _best_renewal(repo, signers, now, lifetimes)
        waits = _waiting(repo, renewal)
        newest = repo.staged_targets() or (renewal.targets if renewal else repo.live_targets())
        live = renewal.put_live(repo) if renewal else {}
        return Published(
            live=live,
            waiting=waits,
            release=release_of(newest.signed) if newest else None,
            changes=changes,
            expires=_expiries(repo),
        )


def _drop_done(repo: Repository) -> None:
    """Remove staged metadata that is live already, after an interrupted run."""
    live, staged = repo.live_root(), repo.staged_root()
    if live and staged and staged.signed.version <= live.signed.version:
        repo.unstage("root")
    targets, waits = repo.live_targets(), repo.staged_targets()
    if targets and waits and waits.signed.version <= targets.signed.version:
        repo.unstage("targets")


def _refuse_strangers(
    repo: Repository, signers: Sequence[CryptoSigner], registry: Path | None
) -> None:
    roots = [root for root in (repo.live_root(), repo.staged_root()) if root]
    for signer in signers:
        keyid = signer.public_key.keyid
        roles = {role for role in ROLES for r in roots if keyid in r.signed.roles[role].keyids}
        if not roles - {"root"}:
            raise HotlineError("key-not-in-role", keyid=keyid[:12], role="targets")
        if "targets" in roles and registry is None:
            raise HotlineError("registry-needed", keyid=keyid[:12])


def _best_renewal(
    repo: Repository, signers: Sequence[CryptoSigner], now: dt.datetime, lifetimes: Lifetimes
) -> Renewal | None:
    """The newest root and the newest release that can be published together."""
    live, staged = repo.live_root(), repo.staged_root()
    roots = [root for root in (_ready(repo, staged), live) if root]
    for root in roots:
        for targets in (repo.staged_targets(), repo.live_targets()):
            if targets is not None and is_signed(root, "targets", targets):
                renewal = renew(repo, root, targets, signers=signers, now=now, lifetimes=lifetimes)
                if renewal is not None:
                    return renewal
    return None


def _ready(repo: Repository, staged: Metadata[Root] | None) -> Metadata[Root] | None:
    return staged if staged and not root_waiting(repo, staged) else None


def _waiting(repo: Repository, renewal: Renewal | None) -> tuple[Waiting, ...]:
    """The missing signatures: for the root, for the release, and by the online keys."""
    staged = repo.staged_root()
    waits = list(root_waiting(repo, staged)) if staged else []
    judge = _ready(repo, staged) or repo.live_root() or staged
    targets = repo.staged_targets()
    lacking = waiting(judge, "targets", targets) if judge and targets else None
    waits += [lacking] if lacking else []
    ready = targets is not None or _ready(repo, staged) is not None
    if renewal is None and ready and not waits:
        waits += [
            Waiting(role=role, have=0, need=1, missing=()) for role in ("snapshot", "timestamp")
        ]
    return tuple(waits)


def _expiries(repo: Repository) -> dict[Role, dt.datetime]:
    found: dict[Role, Metadata[Root] | Metadata[Targets] | None] = {
        "root": repo.live_root(),
        "targets": repo.live_targets(),
    }
    out: dict[Role, dt.datetime] = {r: m.signed.expires for r, m in found.items() if m}
    snapshot, timestamp = repo.live_snapshot(), repo.live_timestamp()
    if snapshot:
        out["snapshot"] = snapshot.signed.expires
    if timestamp:
        out["timestamp"] = timestamp.signed.expires
    return out
