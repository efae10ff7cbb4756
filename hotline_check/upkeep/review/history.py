"""The history of a contact or a platform, from its sightings and from git where available."""

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec

from hotline_check.errors import HotlineError
from hotline_check.registry.decode import decode
from hotline_check.registry.folder import Registry
from hotline_check.registry.models import (
    Channel,
    Platform,
    Reported,
    Sighting,
)
from hotline_check.registry.terms import How, SourceKind
from hotline_check.upkeep.review.sources import git, git_bytes

Layer = Literal["published", "withheld", "reported"]
Event = Literal["added", "removed", "retired", "unretired", "disputed", "settled"]


class Past(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an entry says about a value's history.

    first, last: days of its first and last sighting. oldest_page: the earliest date that a page
    itself shows. how, by: the kinds of sightings and of pages, never persons.
    """

    platform: str
    layer: Layer
    kind: str
    value: str
    first: dt.date | None = None
    last: dt.date | None = None
    oldest_page: dt.date | None = None
    how: tuple[How, ...] = ()
    by: tuple[SourceKind, ...] = ()
    retired: dt.date | None = None
    disputed: bool = False
    secondhand: bool = False


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One commit that changed what the registry says of a value; `commit` is its short name."""

    date: dt.date
    commit: str
    platform: str
    layer: Layer
    kind: str
    value: str
    event: Event


class History(msgspec.Struct, frozen=True, kw_only=True):
    """The complete history; `steps` is None without a git repository."""

    pasts: tuple[Past, ...]
    steps: tuple[Step, ...] | None = None


_Key = tuple[str, Layer, str, str]


def history(registry: Registry, folder: Path, wanted: str) -> History:
    """The history of a value (as entries hold it), or of all values of a platform (by id).

    Raises HotlineError `nothing-known`.
    """
    entries: list[Platform | Reported] = [*registry.platforms, *registry.reported]
    pasts = [
        past for entry in entries for past in _pasts(entry) if wanted in {past.platform, past.value}
    ]
    steps = _steps(folder, wanted)
    if not pasts and not steps:
        raise HotlineError("nothing-known", got=wanted)
    return History(pasts=tuple(pasts), steps=steps)


def _pasts(entry: Platform | Reported) -> Iterator[Past]:
    if isinstance(entry, Reported):
        for number in entry.numbers:
            yield _past(entry.platform, "reported", "phone", number)
        return
    for channel in entry.channels:
        yield _past(entry.id, "published", channel.kind, channel)
    for held in entry.withheld:
        yield _past(entry.id, "withheld", "phone", held)


def _past(platform: str, layer: Layer, kind: str, item: Any) -> Past:
    seen = [s.seen for s in item.sightings]
    pages = [s.page_date for s in item.sightings if s.page_date]
    marks = item if isinstance(item, Channel) else None
    looks: tuple[Sighting, ...] = () if layer == "reported" else item.sightings
    return Past(
        platform=platform,
        layer=layer,
        kind=kind,
        value=item.value,
        first=min(seen, default=None),
        last=max(seen, default=None),
        oldest_page=min(pages, default=None),
        how=tuple(dict.fromkeys(s.how for s in looks)),
        by=tuple(dict.fromkeys(s.source_kind for s in looks)),
        retired=marks.retired if marks else None,
        disputed=bool(marks and marks.disputed),
        secondhand=bool(marks and marks.secondhand),
    )


def _steps(folder: Path, wanted: str) -> tuple[Step, ...] | None:
    """What each commit changed, oldest first; None without a git history."""
    try:
        where = git(folder, "rev-parse", "--show-prefix").strip()
        files = [
            name
            for name in (f"platforms/{wanted}.yaml", f"reported/{wanted}.yaml")
            if git(folder, "log", "-1", "--format=%H", "--", name).strip()
        ] or _files_with(folder, wanted, where)
    except HotlineError:
        # The folder is no git checkout, or git is not installed.
        return None
    found = [step for name in files for step in _file_steps(folder, where, name, wanted)]
    return tuple(sorted(found, key=lambda step: step.date))


def _files_with(folder: Path, value: str, where: str) -> list[str]:
    """The files in which commits added or removed a value."""
    listing = git(
        folder, "log", f"-S{value}", "--name-only", "--no-renames", "--format=", "--", "."
    )
    return sorted({line.removeprefix(where) for line in listing.splitlines() if line})


def _file_steps(folder: Path, where: str, name: str, wanted: str) -> Iterator[Step]:
    log = git(folder, "log", "--reverse", "--no-renames", "--format=%h %cs", "--", name)
    before: Mapping[_Key, Past] = {}
    for line in log.splitlines():
        commit, day = line.split()
        after = {
            (p.platform, p.layer, p.kind, p.value): p
            for p in _at(folder, commit, where, name)
            if wanted in {p.platform, p.value}
        }
        for key, event in _events(before, after):
            platform, layer, kind, value = key
            yield Step(
                date=dt.date.fromisoformat(day),
                commit=commit,
                platform=platform,
                layer=layer,
                kind=kind,
                value=value,
                event=event,
            )
        before = after


def _at(folder: Path, commit: str, where: str, name: str) -> list[Past]:
    """A file's entries in a commit; empty when it was absent or today's models can't read it."""
    try:
        text = git_bytes(folder, "show", f"{commit}:{where}{name}")
    except HotlineError:
        return []
    kinds: dict[str, type[Platform] | type[Reported]] = {
        "platforms": Platform,
        "reported": Reported,
    }
    kind = kinds.get(name.partition("/")[0])
    entry = decode(text, kind, name)[0] if kind else None
    return list(_pasts(entry)) if isinstance(entry, Platform | Reported) else []


def _events(
    before: Mapping[_Key, Past], after: Mapping[_Key, Past]
) -> Iterator[tuple[_Key, Event]]:
    for key in before.keys() - after.keys():
        yield key, "removed"
    for key, past in after.items():
        old = before.get(key)
        if old is None:
            yield key, "added"
        if past.retired and not (old and old.retired):
            yield key, "retired"
        if past.disputed and not (old and old.disputed):
            yield key, "disputed"
        if old and old.retired and not past.retired:
            yield key, "unretired"
        if old and old.disputed and not past.disputed:
            yield key, "settled"
