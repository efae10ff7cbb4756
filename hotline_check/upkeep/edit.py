"""Edits of an entry: add it, add a channel, record a sighting, retire, dispute, report.

Each function changes a draft and checks only what makes no sense at all; whether the registry
keeps its rules with the change is for `Draft.checked` to say.
"""

import datetime as dt
from functools import partial
from typing import Any

import msgspec
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from hotline_check.errors import HotlineError
from hotline_check.registry.models import (
    Channel,
    Note,
    Platform,
    Reported,
    ReportedNumber,
    ReportSighting,
    Sighting,
)
from hotline_check.upkeep.draft import Draft
from hotline_check.upkeep.yaml_edit.nodes import (
    drop,
    fresh,
    insert,
    listed,
    put,
    quoted,
)

CHANNEL_KEYS = tuple(f.name for f in msgspec.structs.fields(Channel))
_SIGHTING_KEYS = tuple(f.name for f in msgspec.structs.fields(Sighting))
# Of two sightings on one day the stronger one counts.
_STRENGTH = ("stored-copy", "archived-copy", "live", "owner-proof")


def platform_file(platform: str) -> str:
    """The path of a platform's entry below the registry folder."""
    return f"platforms/{platform}.yaml"


def reported_file(platform: str) -> str:
    """The path of the numbers reported as posing as a platform."""
    return f"reported/{platform}.yaml"


def add_platform(draft: Draft, entry: Platform) -> None:
    """Add a platform's file. Raises HotlineError `platform-exists`."""
    if draft.exists(platform_file(entry.id)):
        raise HotlineError("platform-exists", name=entry.id)
    draft.create(platform_file(entry.id), entry)


def add_channel(draft: Draft, platform: str, channel: Channel) -> None:
    """Add a channel after those of its kind, and its owner to `shared_with` of the other owners.

    Raises HotlineError `channel-exists`.
    """

    def change(document: CommentedMap) -> None:
        channels = document["channels"]
        if _find(channels, channel.kind, channel.value) is not None:
            raise HotlineError("channel-exists", platform=platform, got=channel.value)
        same = [i for i, c in enumerate(channels) if c["kind"] == channel.kind]
        at = same[-1] + 1 if same else 0 if channel.kind == "phone" else len(channels)
        insert(document, "channels", at, fresh(channel))

    draft.change(platform_file(platform), change)
    for other in channel.shared_with:
        if draft.exists(platform_file(other)):
            draft.change(platform_file(other), partial(_share, channel=channel, owner=platform))


def _share(document: CommentedMap, channel: Channel, owner: str) -> None:
    theirs = _find(document["channels"], channel.kind, channel.value)
    if theirs is not None and owner not in theirs.get("shared_with", ()):
        owners = (*map(str, theirs.get("shared_with", ())), owner)
        put(theirs, "shared_with", listed(owners), CHANNEL_KEYS)


def see(
    draft: Draft, platform: str, kind: str, value: str, seen: Sighting, *, again: bool = False
) -> None:
    """Record a sighting of a channel; it replaces an older one of the same page.

    again: a retired channel is published again. Raises HotlineError `no-such-channel`,
    `seen-but-retired`, `older-sighting`.
    """

    def change(document: CommentedMap) -> None:
        channel = channel_in(document, platform, kind, value)
        if "retired" in channel and seen.source_kind == "operator":
            if not again:
                raise HotlineError("seen-but-retired", got=value, date=channel["retired"])
            drop(channel, "retired")
        if "secondhand" in channel and seen.source_kind == "operator":
            drop(channel, "secondhand")
        put_sighting(channel, seen)

    draft.change(platform_file(platform), change)


def retire(draft: Draft, platform: str, kind: str, value: str, day: dt.date) -> None:
    """Record that a platform no longer publishes a channel.

    Raises HotlineError `no-such-channel`, `retired-already`.
    """

    def change(document: CommentedMap) -> None:
        channel = channel_in(document, platform, kind, value)
        if "retired" in channel:
            raise HotlineError("retired-already", got=value, date=channel["retired"])
        put(channel, "retired", day, CHANNEL_KEYS)

    draft.change(platform_file(platform), change)


def dispute(
    draft: Draft, platform: str, kind: str, value: str, *, note: Note | None, settled: bool = False
) -> None:
    """Mark a channel as disputed, or remove the mark.

    note: what contradicts, or what settled it; it takes the place of the channel's old one.
    Raises HotlineError `no-such-channel`, `disputed-already`, `not-disputed`.
    """

    def change(document: CommentedMap) -> None:
        channel = channel_in(document, platform, kind, value)
        if settled == ("disputed" not in channel):
            raise HotlineError("not-disputed" if settled else "disputed-already", got=value)
        if settled:
            drop(channel, "disputed")
        else:
            put(channel, "disputed", True, CHANNEL_KEYS)
        if note is not None:
            put(channel, "note", fresh(note), CHANNEL_KEYS)

    draft.change(platform_file(platform), change)


def report(draft: Draft, platform: str, number: ReportedNumber) -> None:
    """Record that a number was seen posing as a platform, in the order of the numbers.

    A number that is already reported gets the sightings it lacks.
    """
    name = reported_file(platform)
    if not draft.exists(name):
        draft.create(name, Reported(platform=platform, numbers=(number,)))
        return

    def change(document: CommentedMap) -> None:
        numbers = document["numbers"]
        known = next((n for n in numbers if str(n["value"]) == number.value), None)
        if known is None:
            at = next((i for i, n in enumerate(numbers) if str(n["value"]) > number.value), None)
            insert(document, "numbers", len(numbers) if at is None else at, fresh(number))
            return
        for sighting in number.sightings:
            _put_report(known, sighting)

    draft.change(name, change)


def _find(channels: CommentedSeq, kind: str, value: str) -> CommentedMap | None:
    for channel in channels:
        if channel["kind"] == kind and str(channel["value"]).lower() == value.lower():
            return channel  # type: ignore[no-any-return]  # documents are not typed
    return None


def channel_in(document: CommentedMap, platform: str, kind: str, value: str) -> CommentedMap:
    """A channel in an entry's document. Raises HotlineError `no-such-channel`."""
    found = _find(document["channels"], kind, value)
    if found is None:
        raise HotlineError("no-such-channel", platform=platform, got=f"{kind} {value}")
    return found


def put_sighting(channel: CommentedMap, new: Sighting) -> None:
    """As `note_sighting`; HotlineError `older-sighting` where the page was seen later."""
    if later := note_sighting(channel, new):
        raise HotlineError("older-sighting", url=new.url, date=later)


def note_sighting(channel: CommentedMap, new: Sighting) -> object:
    """Add a sighting to a channel or a domain; a newer one of the same page replaces the old.

    Returns the date of the page's present sighting, if that is the newer one: then it stays.
    """
    sightings = channel.setdefault("sightings", CommentedSeq())
    old = next((s for s in sightings if str(s["url"]) == new.url), None)
    if old is None:
        insert(channel, "sightings", len(sightings), fresh(new))
        return None
    if sighting_rank(new.seen, new.how) < sighting_rank(old["seen"], old["how"]):
        return old["seen"]
    for key in ("seen", "how", "source_kind", "archive", "page_date"):
        if (value := getattr(new, key)) is not None:
            put(old, key, value, _SIGHTING_KEYS)
    if new.archive is None and "archive" in old:
        drop(old, "archive")
    if new.as_printed:
        put(old, "as_printed", quoted(new.as_printed), _SIGHTING_KEYS)
    return None


def sighting_rank(seen: Any, how: Any) -> tuple[str, int]:
    """Sort key of a sighting: later beats earlier; on one day a live page beats a copy."""
    return str(seen), _STRENGTH.index(str(how))


def _put_report(known: CommentedMap, new: ReportSighting) -> None:
    for old in known["sightings"]:
        if str(old["url"]) == new.url:
            if str(old["seen"]) > str(new.seen):
                raise HotlineError("older-sighting", url=new.url, date=old["seen"])
            old["seen"] = new.seen
            if new.page_date:
                put(old, "page_date", new.page_date, ("url", "seen", "page_date"))
            return
    insert(known, "sightings", len(known["sightings"]), fresh(new))
