"""Pin and remove sources. A source's pinned root metadata decides which signatures are valid."""

import datetime as dt
import hashlib
import shutil
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import msgspec
from filelock import FileLock
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root

from hotline_check.errors import HotlineError
from hotline_check.files import read_at_most
from hotline_check.registry.storage.installed import Places, Source, pinned
from hotline_check.upkeep.signed import sources
from hotline_check.upkeep.signed.policy import check_root
from hotline_check.upkeep.signed.publishing.keys import KeyInfo, root_keys

_MOST_BYTES: Final = 1_000_000  # of a root file, which holds a few keys and signatures


class Pin(msgspec.Struct, frozen=True, kw_only=True):
    """A newly pinned source, with the fingerprints that a person compares before relying on it."""

    source: Source
    position: int
    version: int
    expires: dt.datetime
    keys: tuple[KeyInfo, ...]


def trust(
    places: Places, root_file: Path, url: str, name: str | None = None, position: int | None = None
) -> Pin:
    """Pin a source to a root metadata file; its name is the host's unless one is given.

    Raises HotlineError `root-unreadable`, `root-weak`, `source-exists`, `source-url`,
    `source-name`.
    """
    url = sources.check_url(url)
    host = urlsplit(url).hostname or ""
    name = sources.check_name(name or host.replace(".", "-").replace(":", "-").strip("-"))
    data, root = _read_root(root_file)
    source = Source(name=name, url=url, root=hashlib.sha256(data).hexdigest())
    with lock(places):
        sources.pin(places, source, data, position=position)
    order = [s.name for s in pinned(places)]
    return Pin(
        source=source,
        position=order.index(name) + 1,
        version=root.version,
        expires=root.expires,
        keys=root_keys(root),
    )


def untrust(places: Places, name: str) -> None:
    """Remove a source and everything that it has installed."""
    with lock(places):
        sources.unpin(places, name)
        shutil.rmtree(places.home(name), ignore_errors=True)


def lock(places: Places, seconds: float = 10.0) -> FileLock:
    """The lock for changes of the sources; a check never takes it."""
    places.lock.parent.mkdir(parents=True, exist_ok=True)
    return FileLock(places.lock, timeout=seconds)


def _read_root(path: Path) -> tuple[bytes, Root]:
    try:
        data = read_at_most(path, _MOST_BYTES)
        metadata = Metadata[Root].from_bytes(data)
    except (OSError, RepositoryError) as error:
        raise HotlineError("root-unreadable", path=str(path)) from error
    root = metadata.signed
    if not isinstance(root, Root):
        raise HotlineError("root-unreadable", path=str(path))
    try:
        # The file must be signed by its own root keys; an edited or truncated copy is not.
        root.verify_delegate("root", metadata.signed_bytes, metadata.signatures)
    except RepositoryError as error:
        raise HotlineError("root-unsigned", path=str(path)) from error
    check_root(root)
    return data, root
