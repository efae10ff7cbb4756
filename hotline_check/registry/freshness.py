"""Whether the registry still stands behind a channel."""

import datetime as dt
from typing import Literal

from hotline_check.registry.models import Channel, Platform, Sighting

Standing = Literal["good", "retired", "disputed", "secondhand", "stale"]
FRESH_DAYS = 180
_CLOCK_SLACK = 1  # days: the registry's date and the user's may lie in different time zones


def fresh_days(platform: Platform) -> int:
    """How many days a sighting of this platform's channels stays good."""
    return platform.fresh_days or FRESH_DAYS


def is_fresh(platform: Platform, channel: Channel, today: dt.date) -> bool:
    """Whether the platform's own page was seen with this channel recently enough."""
    return any(is_fresh_sighting(platform, s, today) for s in channel.own_sightings)


def is_fresh_sighting(platform: Platform, sighting: Sighting, today: dt.date) -> bool:
    """Whether one sighting is recent enough, and not of a day that is yet to come."""
    return is_recent(sighting.seen, today, fresh_days(platform))


def is_recent(seen: dt.date, today: dt.date, days: int = FRESH_DAYS) -> bool:
    """Whether a day is at most `days` ago, and not yet to come."""
    return -_CLOCK_SLACK <= (today - seen).days <= days


def standing(platform: Platform, channel: Channel, today: dt.date) -> Standing:
    """How far the registry stands behind a channel; the first ground against it counts."""
    if channel.retired:
        return "retired"
    if channel.disputed:
        return "disputed"
    if channel.secondhand or not channel.own_sightings:
        return "secondhand"
    return "good" if is_fresh(platform, channel, today) else "stale"


def is_good(platform: Platform, channel: Channel, today: dt.date) -> bool:
    """Whether the registry stands behind a channel: own page, fresh, undisputed, in use."""
    return standing(platform, channel, today) == "good"
