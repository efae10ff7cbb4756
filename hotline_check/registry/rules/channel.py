"""Rules for one channel: a value of its kind, known terms, hours with a time zone."""

import datetime as dt
import re
from functools import lru_cache
from urllib.parse import urlsplit

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.web.redirects import path_goes_on, query_goes_on
from hotline_check.registry.decode import Path, Places
from hotline_check.registry.matching.phones import phone_problem, regions
from hotline_check.registry.models import Channel
from hotline_check.registry.rules.evidence import Problems
from hotline_check.registry.terms import ChannelKind
from hotline_check.registry.web.pins import host_of

_EMAIL = lazy_pattern(r"[^@\s<>,;]+@[a-z0-9-]+(\.[a-z0-9-]+)+", re.IGNORECASE)
# BCP 47: language, script, country.
LANGUAGE = lazy_pattern(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
_URL_KINDS = frozenset({"form", "help-center"})


def channel_problems(channel: Channel, places: Places, path: Path, today: dt.date) -> Problems:
    """Problems of one channel at a path of its file."""
    if code := value_problem(channel.kind, channel.value, channel.regions):
        yield places.problem(code, (*path, "value"), got=channel.value)
    yield from _words(channel, places, path)
    if not channel.sightings:
        yield places.problem("no-sighting", (*path, "sightings"))
    elif not channel.own_sightings and not channel.secondhand:
        yield places.problem("third-party-only", (*path, "sightings"), got=channel.value)
    elif channel.own_sightings and channel.secondhand:
        yield places.problem("not-secondhand", (*path, "secondhand"), got=channel.value)
    if channel.retired and channel.retired > today:
        yield places.problem("future-date", (*path, "retired"), got=str(channel.retired))
    yield from hours_problems(channel.hours, channel.timezone, places, path)


def value_problem(kind: ChannelKind, value: str, at_home: tuple[str, ...] = ()) -> str | None:
    """Why a value is invalid for a channel of its kind (a problem code), or None.

    at_home: the regions in which a short phone number is dialled exactly so.
    """
    if kind == "phone":
        return phone_problem(value, at_home, published=True)
    if kind == "email" and not _EMAIL.fullmatch(value):
        return "bad-email"
    return page_problem(value) if kind in _URL_KINDS else None


def page_problem(url: str) -> str | None:
    """Why people can't be sent to a page (a problem code), or None.

    An address that may send them on to another host is as bad as one on that host.
    """
    if host_of(url) is None:
        return "bad-url"
    parts = urlsplit(url)
    leads_on = path_goes_on(parts.path) or query_goes_on(f"{parts.query}#{parts.fragment}")
    return "page-leads-on" if leads_on else None


def _words(channel: Channel, places: Places, path: Path) -> Problems:
    for i, region in enumerate(channel.regions):
        if region not in regions() and region != "EU":  # the EU's card-blocking number
            yield places.problem("unknown-region", (*path, "regions", i), got=region)
    for i, language in enumerate(channel.languages):
        if not LANGUAGE.fullmatch(language):
            yield places.problem("unknown-language", (*path, "languages", i), got=language)


def hours_problems(hours: str | None, timezone: str | None, places: Places, path: Path) -> Problems:
    """Problems of opening hours and their time zone."""
    if (hours is None) != (timezone is None):
        yield places.problem("hours-without-timezone", (*path, "hours"))
    if timezone and timezone not in _timezones():
        yield places.problem("unknown-timezone", (*path, "timezone"), got=timezone)
    if hours is not None and not _are_hours(hours):
        yield places.problem("bad-hours", (*path, "hours"), got=hours)


def _are_hours(text: str) -> bool:
    import opening_hours  # a native module; only entries with hours need it

    return bool(opening_hours.validate(text))


@lru_cache(maxsize=1)
def _timezones() -> frozenset[str]:
    import zoneinfo  # reads a folder tree, once

    return frozenset(zoneinfo.available_timezones())
