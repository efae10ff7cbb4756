"""Rules for when a channel's evidence is good enough to list it."""

import datetime as dt
from typing import Literal

from hotline_check.registry.models import Channel, Platform, Sighting

Standing = Literal["good", "retired", "disputed", "secondhand", "stale"]
# Half a year, unless an entry says otherwise; older evidence gives `stale`.
FRESH_DAYS = 180
_CLOCK_SLACK = 1  # days: the registry's and the user's dates can be in different time zones


def fresh_days(platform: Platform) -> int:
    """For how many days a sighting of this platform's channels is fresh."""
    return platform.fresh_days or FRESH_DAYS


def is_fresh(platform: Platform, channel: Channel, today: dt.date) -> bool:
    """Return True if the channel has a fresh sighting on the platform's own pages."""
    return any(is_fresh_sighting(platform, s, today) for s in channel.own_sightings)


def is_fresh_sighting(platform: Platform, sighting: Sighting, today: dt.date) -> bool:
    """Return True if a sighting is fresh, and not dated in the future."""
    return is_recent(sighting.seen, today, fresh_days(platform))


def is_recent(seen: dt.date, today: dt.date, days: int = FRESH_DAYS) -> bool:
    """Return True if a day is at most `days` ago, and not in the future."""
    return -_CLOCK_SLACK <= (today - seen).days <= days


def standing(platform: Platform, channel: Channel, today: dt.date) -> Standing:
    """The standing of a channel: the first reason against listing it, else good."""
    if channel.retired:
        return "retired"
    if channel.disputed:
        return "disputed"
    if channel.secondhand or not channel.own_sightings:
        return "secondhand"
    return "good" if is_fresh(platform, channel, today) else "stale"


def last_good_day(platform: Platform, channel: Channel) -> dt.date | None:
    """The last day on which the evidence for a channel is fresh; None where there is none."""
    days = [sighting.seen for sighting in channel.own_sightings]
    return max(days) + dt.timedelta(days=fresh_days(platform)) if days else None


def is_good(platform: Platform, channel: Channel, today: dt.date) -> bool:
    """Return True if a channel may be listed: own page, fresh, undisputed, in use."""
    return standing(platform, channel, today) == "good"
