"""Opening state of a desk: open or closed, the next change, public holidays."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import msgspec

from hotline_check.clock import local
from hotline_check.registry.models import Authority, Channel, Platform

if TYPE_CHECKING:
    from opening_hours import OpeningHours


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    """The state of a desk at a moment.

    open: True within its hours. changes: when that ends, in the desk's own time zone; None
    when it never does. here: the same moment in this machine's time zone. minutes: from now
    until then. now_there, now_here: the moment itself in both zones.
    holiday: True on a public holiday where the desk is, None when that is not known.
    """

    open: bool
    now_there: dt.datetime
    now_here: dt.datetime
    changes: dt.datetime | None = None
    here: dt.datetime | None = None
    minutes: int | None = None
    holiday: bool | None = None


def opening(
    hours: str | None, timezone: str | None, country: str | None, now: dt.datetime
) -> Opening | None:
    """The state of a desk with these hours at a moment; None for unknown or invalid hours.

    hours: OpenStreetMap opening_hours syntax. timezone: IANA name. country: ISO code of the
    place whose public holidays count. now: aware.
    """
    import opening_hours

    if not hours or not timezone or not opening_hours.validate(hours):
        return None
    zone = ZoneInfo(timezone)
    there = now.astimezone(zone)
    calendar = _with_holidays(country)
    table = _table(hours, zone, calendar)
    if table.is_unknown(there):
        return None
    changes = table.next_change(there)
    return Opening(
        open=table.is_open(there),
        now_there=there,
        now_here=local(now),
        changes=changes,
        here=local(changes) if changes else None,
        minutes=_minutes(now, changes) if changes else None,
        holiday=_table("PH", zone, calendar).is_open(there) if calendar else None,
    )


def openings(
    platform: Platform, channels: Iterable[Channel], now: dt.datetime
) -> dict[str, Opening]:
    """The state of every channel with hours, by the channel's value."""
    found = {}
    for channel in channels:
        state = opening(channel.hours, channel.timezone, desk_country(platform, channel), now)
        if state is not None:
            found[channel.value] = state
    return found


def authority_openings(
    country: str, authorities: Iterable[Authority], now: dt.datetime
) -> dict[str, Opening]:
    """The state of every authority with hours, by its name."""
    states = {a.name: opening(a.hours, a.timezone, country, now) for a in authorities}
    return {name: state for name, state in states.items() if state is not None}


def desk_country(platform: Platform, channel: Channel) -> str | None:
    """The country of a desk: its only region, else the platform's country."""
    if len(channel.regions) == 1:
        return channel.regions[0]
    return None if channel.regions else platform.country


def _table(hours: str, zone: ZoneInfo, country: str | None) -> "OpeningHours":
    import opening_hours

    # A year ahead is enough to find the next change, and bounds the search.
    return opening_hours.OpeningHours(hours, timezone=zone, country=country, max_interval_days=366)


def _with_holidays(country: str | None) -> str | None:
    """The country if the library knows its public holidays, else None."""
    import opening_hours

    try:
        opening_hours.OpeningHours("PH", country=country)
    except opening_hours.UnknownCountryError:  # type: ignore[attr-defined]  # stubs lack it
        return None
    return country


def _minutes(now: dt.datetime, then: dt.datetime) -> int:
    """Whole minutes between two moments, counted in UTC so that a clock change is no error."""
    return int((then.astimezone(dt.UTC) - now.astimezone(dt.UTC)).total_seconds() // 60)
