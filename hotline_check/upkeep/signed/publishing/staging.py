"""Stage a release of a registry folder, or check a staged one against the folder."""

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path

from securesystemslib.signer import CryptoSigner
from tuf.api.exceptions import LengthOrHashMismatchError
from tuf.api.metadata import Metadata, Root, TargetFile, Targets

from hotline_check.errors import HotlineError
from hotline_check.files import write_atomically
from hotline_check.registry.storage.installed import Release
from hotline_check.upkeep.signed import archive
from hotline_check.upkeep.signed.changes import Changes, compare
from hotline_check.upkeep.signed.limits import Limits
from hotline_check.upkeep.signed.publishing.repository import (
    ARCHIVE,
    Lifetimes,
    Repository,
    is_signed,
)

_SHA256 = re.compile(r"[0-9a-f]{64}")


def release_of(targets: Targets) -> Release:
    """The release described in targets metadata; raises HotlineError `release-undescribed`."""
    file = targets.targets.get(ARCHIVE)
    custom = file.custom if file and file.custom else {}
    try:
        content = str(custom["content"])
        if not _SHA256.fullmatch(content):  # checked, because it becomes part of a folder's name
            raise HotlineError("release-undescribed")
        return Release(
            version=targets.version,
            content=content,
            date=dt.date.fromisoformat(custom["date"]),
            files=int(custom["files"]),
        )
    except (TypeError, KeyError, ValueError) as error:
        raise HotlineError("release-undescribed") from error


def stage_release(
    repo: Repository,
    registry: Path,
    signers: Sequence[CryptoSigner],
    now: dt.datetime,
    lifetimes: Lifetimes,
    *,
    restage: bool,
) -> Changes | None:
    """Stage a release of `registry` unless it is live, and sign what is staged.

    A release staged by another signer is signed only if it has the same content. Returns
    what it changes against the live one, None when nothing is staged or nothing was live.
    """
    data, content = archive.pack(registry)
    staged, live = repo.staged_targets(), repo.live_targets()
    if staged and release_of(staged.signed).content != content:
        if not restage:
            raise HotlineError("staged-differs", path=str(registry))
        repo.unstage("targets")
        staged = None
    if staged:
        _check_staged_archive(repo, staged.signed, content)
    elif live and release_of(live.signed).content == content:
        if not _needs_renewal(repo, live, now, lifetimes):
            return None
        staged = Metadata(_next(live.signed, live.signed.targets[ARCHIVE], now, lifetimes))
    else:
        write_atomically(repo.staged_archive(), data)
        target = TargetFile.from_data(ARCHIVE, data, ["sha256"])
        target.unrecognized_fields["custom"] = {
            "content": content,
            "date": now.date().isoformat(),
            "files": sum(1 for _ in archive.members(repo.staged_archive(), Limits())),
        }
        staged = Metadata(_next(live.signed if live else None, target, now, lifetimes))
    for signer in signers:
        if _can_sign(repo, signer):
            staged.sign(signer, append=True)
    repo.stage("targets", staged)
    return _changes(repo, live, staged)


def _next(
    live: Targets | None, target: TargetFile, now: dt.datetime, lifetimes: Lifetimes
) -> Targets:
    return Targets(
        version=live.version + 1 if live else 1,
        expires=lifetimes.expiry("targets", now),
        targets={ARCHIVE: target},
    )


def _needs_renewal(
    repo: Repository, live: Metadata[Targets], now: dt.datetime, lifetimes: Lifetimes
) -> bool:
    root = repo.staged_root() or repo.live_root()
    late = lifetimes.is_late("targets", live.signed.expires, now)
    return late or (root is not None and not is_signed(root, "targets", live))


def _check_staged_archive(repo: Repository, staged: Targets, content: str) -> None:
    """Refuse to co-sign an archive that differs from the signer's own copy of the registry."""
    target = staged.targets[ARCHIVE]
    path = repo.staged_archive()
    if not path.exists():  # a renewal has no new archive
        path = repo.archive(target.hashes["sha256"])
    try:
        target.verify_length_and_hashes(path.read_bytes())
    except (OSError, LengthOrHashMismatchError) as error:
        raise HotlineError("staged-damaged", path=str(path)) from error
    held = archive.ContentHash()
    for name, data in archive.members(path, Limits()):
        held.add(name, data)
    if held.hexdigest() != content:
        raise HotlineError("staged-damaged", path=str(path))


def _can_sign(repo: Repository, signer: CryptoSigner) -> bool:
    roots: list[Metadata[Root]] = [r for r in (repo.live_root(), repo.staged_root()) if r]
    keyid = signer.public_key.keyid
    return any(keyid in root.signed.roles["targets"].keyids for root in roots)


def _changes(
    repo: Repository, live: Metadata[Targets] | None, staged: Metadata[Targets]
) -> Changes | None:
    if live is None:
        return None
    before = live.signed.targets[ARCHIVE].hashes["sha256"]
    if before == staged.signed.targets[ARCHIVE].hashes["sha256"]:
        return Changes()
    return compare(*archive.difference(repo.archive(before), repo.staged_archive(), Limits()))
