"""Manage a repository's root metadata, which says which keys may sign which role.

A change is staged, signed by enough holders of the old and of the new root keys, and goes live
with the next `publish`.
"""

import copy
import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec
from filelock import FileLock
from securesystemslib.signer import CryptoSigner, Key
from tuf.api.metadata import Metadata, Root

from hotline_check.errors import HotlineError
from hotline_check.upkeep.signed.publishing.repository import (
    NAME_FIELD,
    ROLES,
    THRESHOLDS,
    Lifetimes,
    Repository,
    Role,
    is_signed,
)

# These keys are used by hand, a few times a year; the others by a machine each day.
_OFFLINE: tuple[Role, ...] = ("root", "targets")


class KeyInfo(msgspec.Struct, frozen=True, kw_only=True):
    """One key of a role: the name it was added under, its id."""

    role: Role
    name: str
    keyid: str


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """Staged metadata that lacks signatures: how many it has and needs, which keys can sign.

    former: the lack is of the root before's keys, which must agree to a new root.
    """

    role: Role
    have: int
    need: int
    missing: tuple[str, ...]
    former: bool = False


class Keyring(msgspec.Struct, frozen=True, kw_only=True):
    """A root: its number, end, thresholds and keys; `waiting` while it is staged and unsigned."""

    version: int
    expires: dt.datetime
    thresholds: dict[Role, int]
    keys: tuple[KeyInfo, ...]
    staged: bool = False
    waiting: tuple[Waiting, ...] = ()


class RootChange(msgspec.Struct, frozen=True, kw_only=True):
    """What the staged root changes against the live one: what its signers agree to."""

    version: int
    added: tuple[KeyInfo, ...]
    revoked: tuple[KeyInfo, ...]
    waiting: tuple[Waiting, ...]


def start(
    folder: Path,
    keys: Mapping[Role, Sequence[Key]],
    now: dt.datetime,
    lifetimes: Lifetimes,
) -> RootChange:
    """Stage the first root of a repository; raises HotlineError `repository-exists`."""
    repo = Repository(folder)
    if repo.live_root() or repo.staged_root():
        raise HotlineError("repository-exists", path=str(folder))
    root = Root(consistent_snapshot=True, expires=lifetimes.expiry("root", now))
    for role in ROLES:
        root.roles[role].threshold = THRESHOLDS[role]
        for key in keys.get(role, ()):
            root.add_key(key, role)
    return _stage(repo, root)


def change(
    folder: Path,
    now: dt.datetime,
    lifetimes: Lifetimes,
    *,
    add: Iterable[tuple[Role, Key]] = (),
    revoke: Iterable[tuple[Role, str]] = (),
) -> RootChange:
    """Stage a root with keys added and revoked (by name, id or the id's start).

    With neither it only renews the root's expiry. A change that is already staged is extended,
    which takes its signatures away. Raises HotlineError `key-unknown`, `keys-too-few` and the like.
    """
    repo = Repository(folder)
    with FileLock(_lock_path(repo)):
        live = _live(repo)
        staged = repo.staged_root()
        root = copy.deepcopy((staged or live).signed)
        root.version = live.signed.version + 1
        root.expires = lifetimes.expiry("root", now)
        for role, key in add:
            root.add_key(key, role)
        for role, which in revoke:
            root.revoke_key(_find(root, role, which).keyid, role)
        return _stage(repo, root)


def roles_of(folder: Path, which: str) -> dict[Role, str]:
    """Every role of a key, given by name or id, with its id; HotlineError `key-unknown`."""
    repo = Repository(folder)
    root = (repo.staged_root() or _live(repo)).signed
    found = {k.role: k.keyid for k in root_keys(root) if _is_same_key(k, which)}
    if len(set(found.values())) != 1:
        raise HotlineError("key-unknown", name=which, role="root")
    return found


def staged_change(folder: Path) -> RootChange:
    """The change in the staged root; raises HotlineError `root-not-staged`."""
    return _describe(Repository(folder), _staged(Repository(folder)))


def sign(folder: Path, signers: Sequence[CryptoSigner]) -> RootChange:
    """Add signatures to the staged root; raises HotlineError `key-not-in-role`."""
    repo = Repository(folder)
    with FileLock(_lock_path(repo)):
        staged, live = _staged(repo), repo.live_root()
        known = set(staged.signed.roles["root"].keyids)
        known |= set(live.signed.roles["root"].keyids) if live else set()
        for signer in signers:
            if signer.public_key.keyid not in known:
                raise HotlineError(
                    "key-not-in-role", keyid=signer.public_key.keyid[:12], role="root"
                )
            staged.sign(signer, append=True)
        repo.stage("root", staged)
        return _describe(repo, staged)


def keyrings(folder: Path) -> tuple[Keyring, ...]:
    """The live root and, when there is one, the staged root."""
    repo = Repository(folder)
    live, staged = repo.live_root(), repo.staged_root()
    out = [_keyring(live)] if live else []
    if staged:
        keyring = _keyring(staged)
        out.append(
            msgspec.structs.replace(keyring, staged=True, waiting=root_waiting(repo, staged))
        )
    if not out:
        raise HotlineError("repository-missing", path=str(folder))
    return tuple(out)


def root_keys(root: Root) -> tuple[KeyInfo, ...]:
    """Every key of a root, by role."""
    return tuple(
        KeyInfo(role=role, name=_name(root.keys[keyid]), keyid=keyid)
        for role in ROLES
        for keyid in root.roles[role].keyids
    )


def root_waiting(repo: Repository, staged: Metadata[Root]) -> tuple[Waiting, ...]:
    """Signatures a staged root lacks: by its own keys, and by those of the root before it."""
    live = repo.live_root()
    own = waiting(staged, "root", staged)
    former = waiting(live, "root", staged) if live else None
    out = [own] if own else []
    out += [msgspec.structs.replace(former, former=True)] if former else []
    return tuple(out)


def waiting(root: Metadata[Root], role: Role, metadata: Metadata) -> Waiting | None:  # type: ignore[type-arg]  # any role's
    """The signatures that metadata lacks by a root's keys, None when it is complete."""
    if is_signed(root, role, metadata):
        return None
    result = root.signed.get_verification_result(role, metadata.signed_bytes, metadata.signatures)
    return Waiting(
        role=role,
        have=len(result.signed),
        need=result.threshold,
        missing=tuple(sorted(_name(key) for key in result.unsigned.values())),
    )


def _stage(repo: Repository, root: Root) -> RootChange:
    _refuse_weak(root)
    staged = Metadata(root)
    repo.stage("root", staged)
    return _describe(repo, staged)


def _refuse_weak(root: Root) -> None:
    """Refuse a role with too few keys, and a key that is both online and offline."""
    for role in ROLES:
        keyids = root.roles[role].keyids
        if len(keyids) < THRESHOLDS[role]:
            raise HotlineError("keys-too-few", role=role, have=len(keyids), need=THRESHOLDS[role])
    offline = {keyid for role in _OFFLINE for keyid in root.roles[role].keyids}
    online = {k for role in ROLES if role not in _OFFLINE for k in root.roles[role].keyids}
    # Snapshot and timestamp keys are on a server; whoever steals one must not be able to
    # sign a release or a new root with it.
    for keyid in offline & online:
        raise HotlineError("key-on-and-offline", name=_name(root.keys[keyid]))


def _describe(repo: Repository, staged: Metadata[Root]) -> RootChange:
    live = repo.live_root()
    before = set(root_keys(live.signed)) if live else set()
    after = set(root_keys(staged.signed))
    return RootChange(
        version=staged.signed.version,
        added=tuple(sorted(after - before, key=_order)),
        revoked=tuple(sorted(before - after, key=_order)),
        waiting=root_waiting(repo, staged),
    )


def _keyring(root: Metadata[Root]) -> Keyring:
    signed = root.signed
    return Keyring(
        version=signed.version,
        expires=signed.expires,
        thresholds={role: signed.roles[role].threshold for role in ROLES},
        keys=root_keys(signed),
    )


def _order(key: KeyInfo) -> tuple[int, str]:
    return ROLES.index(key.role), key.name


def _find(root: Root, role: Role, which: str) -> KeyInfo:
    found = [key for key in root_keys(root) if key.role == role and _is_same_key(key, which)]
    if len(found) != 1:
        raise HotlineError("key-unknown", name=which, role=role)
    return found[0]


def _is_same_key(key: KeyInfo, which: str) -> bool:
    # Shorter prefixes could match another key by chance.
    return key.name == which or (len(which) >= 6 and key.keyid.startswith(which))


def _name(key: Key) -> str:
    return str(key.unrecognized_fields.get(NAME_FIELD) or key.keyid[:12])


def _live(repo: Repository) -> Metadata[Root]:
    live = repo.live_root()
    if live is None:
        raise HotlineError("repository-missing", path=str(repo.folder))
    return live


def _staged(repo: Repository) -> Metadata[Root]:
    staged = repo.staged_root()
    if staged is None:
        raise HotlineError("root-not-staged", path=str(repo.folder))
    return staged


def _lock_path(repo: Repository) -> Path:
    repo.lock.parent.mkdir(parents=True, exist_ok=True)
    return repo.lock
