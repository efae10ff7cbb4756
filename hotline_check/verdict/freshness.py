"""Whether the registry still stands behind a channel."""

import datetime as dt

from hotline_check.registry.models import Channel, Platform, Sighting

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
    return -_CLOCK_SLACK <= (today - sighting.seen).days <= fresh_days(platform)


def is_good(platform: Platform, channel: Channel, today: dt.date) -> bool:
    """Whether the registry stands behind a channel: own page, fresh, undisputed, in use."""
    return (
        bool(channel.own_sightings)
        and channel.retired is None
        and not channel.disputed
        and not channel.secondhand
        and is_fresh(platform, channel, today)
    )
