"""Choose the right channels of a platform for a problem."""

import datetime as dt
from collections.abc import Sequence, Set
from urllib.parse import urlsplit

import msgspec

from hotline_check.registry.freshness import is_good
from hotline_check.registry.models import Channel, Platform
from hotline_check.registry.terms import ACCOUNTS, Topic
from hotline_check.verdict.instead import is_elsewhere, is_narrow, ways_to_reach

# Desks for a second topic that also serve the first.
_ALSO: dict[Topic, Topic] = {"security": "lock-account"}
_FOR_FEW: frozenset[Topic] = frozenset({"policy", "institutional"})


class Desks(msgspec.Struct, frozen=True):
    """Channels for a topic. named: True if they name it, False if they take any question."""

    channels: tuple[Channel, ...]
    named: bool


def for_topic(channels: Sequence[Channel], topic: Topic) -> Desks:
    """The channels that name a topic, else those for any question."""
    wanted = {topic, _ALSO.get(topic, topic)}
    named = tuple(c for c in channels if wanted & set(c.topics))
    if named:
        return Desks(named, named=True)
    return Desks(tuple(c for c in channels if not c.topics or "general" in c.topics), named=False)


def near_first(channels: Sequence[Channel], region: str | None) -> list[Channel]:
    """Sort: phones first; within each kind, channels that serve the region first."""
    return sorted(channels, key=lambda c: (c.kind != "phone", not _is_served(c, region)))


def channels_to_call(
    platform: Platform, topic: Topic | None, region: str | None, today: dt.date, most: int = 4
) -> tuple[Channel, ...]:
    """The channels for a call about a topic, only with good evidence.

    Desks for the topic that serve the region, else all desks for the topic, else the platform's
    fastest channels. most: the number of channels at most.
    """
    good = [c for c in platform.channels if is_good(platform, c, today) and c.kind not in ACCOUNTS]
    desks = for_topic(good, topic).channels if topic else tuple(c for c in good if _is_phone(c))
    # A line for other countries may refuse the caller, but is better than none.
    near = [c for c in desks if _is_served(c, region)]
    chosen = near_first(near or desks, region) or [
        way.channel for way in ways_to_reach(platform, today)
    ]
    return tuple(chosen[:most])


def quickest(platform: Platform, region: str | None, today: dt.date) -> tuple[Channel, ...]:
    """The quickest channel; if it takes few questions only, also the quickest for any.

    region: a country whose lines come before those of others. Empty where none is confirmed.
    """
    found = ways_to_reach(platform, today, most=20, region=region)
    homes = {region or platform.country, platform.country}
    ways = [w.channel for w in found if not _is_for_few(w.channel, homes)]
    ways = [c for c in ways if not _is_article(c)] or ways
    first, anything = ways[:1], [c for c in ways if _is_for_anything(c)][:1]
    return tuple(dict.fromkeys([*first, *anything]))


def _is_for_few(channel: Channel, homes: Set[str | None]) -> bool:
    """Return True for a desk that few need: privacy, or complaints of a foreign branch.

    homes: the reader's country and the platform's. A platform without one has no foreign branch.
    """
    is_foreign = None not in homes and all(is_elsewhere(channel, home) for home in homes)
    return (is_narrow(channel) and is_foreign) or (
        bool(channel.topics) and set(channel.topics) <= _FOR_FEW
    )


def _is_article(channel: Channel) -> bool:
    """Return True for a page that warns of scams: it helps, but nobody answers there."""
    return (
        channel.kind == "help-center"
        and channel.topics == ("security",)
        and urlsplit(channel.value).path not in {"", "/"}
    )


def _is_for_anything(channel: Channel) -> bool:
    return not channel.customers and (not channel.topics or "general" in channel.topics)


def lock_desks(
    platform: Platform, region: str | None, today: dt.date, most: int = 3
) -> tuple[Channel, ...]:
    """The platform's channels for locking an account, else for security."""
    # Only channels with good evidence: after a scam, a stale number is the next scam.
    locks = [
        c
        for c in platform.channels
        if "lock-account" in c.topics and c.kind not in ACCOUNTS and is_good(platform, c, today)
    ]
    near = [c for c in locks if _is_served(c, region)]
    return tuple(near_first(near or locks, region)[:most]) or channels_to_call(
        platform, "security", region, today, most
    )


def _is_served(channel: Channel, region: str | None) -> bool:
    return not channel.regions or region in channel.regions


def _is_phone(channel: Channel) -> bool:
    return channel.kind == "phone"
