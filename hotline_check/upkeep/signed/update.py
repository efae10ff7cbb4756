"""Update every pinned source: install a release completely or not at all.

A release is verified, unpacked, validated and compiled in a new folder; then replacing one small
file makes it the current release. Checks in other processes can go on meanwhile.
"""

import contextlib
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec
from filelock import Timeout
from tuf.api.exceptions import DownloadError, RepositoryError

from hotline_check.broken_json import BROKEN_JSON
from hotline_check.errors import HotlineError
from hotline_check.files import write_atomically
from hotline_check.registry.storage.installed import (
    Places,
    Pointer,
    Release,
    Source,
    pinned,
    read_pointer,
    read_release,
)
from hotline_check.registry.storage.store import SEALED_NAME, compile_to
from hotline_check.upkeep.signed import archive, releases, sources
from hotline_check.upkeep.signed.changes import Changes, compare, differing
from hotline_check.upkeep.signed.client import connect
from hotline_check.upkeep.signed.failures import explain
from hotline_check.upkeep.signed.fetch import Fetcher
from hotline_check.upkeep.signed.limits import Limits
from hotline_check.upkeep.signed.publishing.repository import ARCHIVE
from hotline_check.upkeep.signed.trust import lock

# (registry folder, snapshot to write, its key, today); raises HotlineError when it is broken.
Compile = Callable[[Path, Path, str, dt.date], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The result for one source.

    status: `updated`, `unchanged`, `refused` (a person rolled back from what it still offers) or
    `failed`, with `error`. release: the current one, None when there is none. changes:
    compared with the previous release, None when there was none. received: bytes downloaded.
    """

    source: Source
    status: Literal["updated", "unchanged", "refused", "failed"]
    release: Release | None
    changes: Changes | None = None
    error: HotlineError | None = None
    received: int = 0


class Status(msgspec.Struct, frozen=True, kw_only=True):
    """When a source was last asked, and the code of what went wrong then."""

    checked: dt.datetime
    problem: str | None = None


def update(
    places: Places,
    now: dt.datetime,
    *,
    compiler: Compile = compile_to,
    limits: Limits | None = None,
) -> tuple[Outcome, ...]:
    """Update every pinned source, strongest first; one that fails doesn't stop the others.

    Raises HotlineError `update-no-source` when nothing is pinned and `update-busy` when another
    update holds the lock.
    """
    limits = limits or Limits()
    if not pinned(places):
        raise HotlineError("update-no-source")
    try:
        with lock(places, limits.lock):
            found = pinned(places)
            return tuple(_update_source(places, source, now, compiler, limits) for source in found)
    except Timeout as error:
        raise HotlineError("update-busy") from error
    except OSError as error:
        raise HotlineError("update-disk", source="", why=error.strerror or "") from error


def status(places: Places, source: Source) -> Status | None:
    """How the last update of a source went, None when there was none."""
    try:
        return msgspec.json.decode(_status_path(places, source).read_bytes(), type=Status)
    except (OSError, *BROKEN_JSON):
        # A note about the last update must never prevent a check or the next update.
        return None


def _update_source(
    places: Places, source: Source, now: dt.datetime, compiler: Compile, limits: Limits
) -> Outcome:
    fetcher = Fetcher(limits)
    try:
        outcome = _pull(places, source, now, compiler, fetcher)
    except (HotlineError, RepositoryError, DownloadError, OSError) as error:
        outcome = Outcome(
            source=source,
            status="failed",
            release=_current(places.home(source.name))[1],
            error=explain(error, source.name),
            received=fetcher.received,
        )
    # Stored also on failure, so that a check can warn of a registry that stopped updating.
    record = Status(checked=now, problem=outcome.error.code if outcome.error else None)
    with contextlib.suppress(OSError):  # the caller reports the outcome anyway
        write_atomically(_status_path(places, source), msgspec.json.encode(record))
    return outcome


def _pull(
    places: Places,
    source: Source,
    now: dt.datetime,
    compiler: Compile,
    fetcher: Fetcher,
) -> Outcome:
    home, limits = places.home(source.name), fetcher.limits
    root = sources.pinned_root(places, source)
    with connect(home, source.url, root, now=now, limits=limits, fetcher=fetcher) as client:
        offered, info = client.newest()
        pointer, current = _current(home)
        # Metadata is renewed weekly without new content, which needs no download.
        if current and current.content == offered.content:
            return Outcome(
                source=source, status="unchanged", release=current, received=fetcher.received
            )
        # A person rolled back from this content; installing it again would undo the decision.
        if current and pointer and pointer.refused == offered.content:
            return Outcome(
                source=source, status="refused", release=current, received=fetcher.received
            )
        with releases.fresh_folder(home) as folder:
            client.download(info, folder / ARCHIVE)
            # TUF verified the archive; this verifies that it unpacks to the files that were signed.
            if archive.unpack(folder / ARCHIVE, folder, limits) != offered.content:
                raise HotlineError("archive-damaged")
            # Validates every rule, too: a signed release that breaks one is not installed.
            compiler(folder, folder / SEALED_NAME, offered.content, now.date())
            (folder / ARCHIVE).unlink()
            before = home / "releases" / current.id if current else None
            changes = compare(*differing(before, folder)) if before else None
            releases.install(home, folder, offered)
        return Outcome(
            source=source,
            status="updated",
            release=offered,
            changes=changes,
            received=fetcher.received,
        )


def _current(home: Path) -> tuple[Pointer | None, Release | None]:
    """The current release; None for an unreadable one, so that an update replaces it."""
    try:
        pointer = read_pointer(home)
        if pointer is None:
            return None, None
        return pointer, read_release(home / "releases" / pointer.release)
    except HotlineError:
        return None, None


def _status_path(places: Places, source: Source) -> Path:
    return places.home(source.name) / "status.json"
