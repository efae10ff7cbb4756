"""What every entry must keep beyond its shape: the rules that make the registry hard to poison.

Each function returns problems; none raises, none words a sentence.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Protocol
from urllib.parse import urlsplit

from hotline_check.registry.decode import Path, Places
from hotline_check.registry.models import (
    Authorities,
    Channel,
    Platform,
    Reported,
)
from hotline_check.registry.names import fold
from hotline_check.registry.phones import phone_problem, regions
from hotline_check.registry.pins import covers, covers_host, host_of, pin_problem
from hotline_check.registry.problems import Problem

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_EMAIL = re.compile(r"[^@\s<>,;]+@[a-z0-9-]+(\.[a-z0-9-]+)+", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")

# Pages where visitors write, search results and uploads are not the platform speaking, even on
# its own host (design, rule 6).
_NOT_EVIDENCE = frozenset(
    "search help_search results forum forums community discussions questions square "
    "attachments uploads user-content usercontent".split()
)
_URL_KINDS = frozenset({"form", "help-center"})

Problems = Iterator[Problem]


class _Seen(Protocol):
    """What the three kinds of sighting have in common."""

    @property
    def url(self) -> str: ...
    @property
    def seen(self) -> dt.date: ...
    @property
    def page_date(self) -> dt.date | None: ...


def platform_problems(platform: Platform, places: Places, today: dt.date) -> Problems:
    """Problems of one platform's file by itself."""
    yield from _identity(platform, places)
    yield from _policy(platform, places)
    for i, pin in enumerate(platform.domains):
        if code := pin_problem(pin):
            yield places.problem(code, ("domains", i), got=pin)
    for path, sighting in _evidence(platform):
        yield from _dates(sighting, places, path, today)
        if sighting.source_kind == "operator":
            yield from _own_page(platform, sighting.url, places, (*path, "url"))
    for i, channel in enumerate(platform.channels):
        yield from _channel(channel, places, ("channels", i), today)
    yield from _repeated(platform.channels, places)
    for i, withheld in enumerate(platform.withheld):
        if any(c.kind == "phone" and c.value == withheld.value for c in platform.channels):
            yield places.problem("withheld-and-listed", ("withheld", i), got=withheld.value)
    for i, impostor in enumerate(platform.impostors):
        host = impostor.value.partition("/")[0]
        if impostor.kind == "host" and covers_host(platform.domains, host):
            yield places.problem("impostor-is-pinned", ("impostors", i), got=host)


def reported_problems(reported: Reported, places: Places, today: dt.date) -> Problems:
    """Problems of one file of reported numbers by itself."""
    if PurePosixPath(places.file).stem != reported.platform:
        yield places.problem("id-is-not-file-name", ("platform",), got=reported.platform)
    values = [n.value for n in reported.numbers]
    for i, number in enumerate(reported.numbers):
        path: Path = ("numbers", i)
        if code := phone_problem(number.value, (), published=False):
            yield places.problem(code, (*path, "value"), got=number.value)
        if values.index(number.value) != i:
            yield places.problem("repeated-value", (*path, "value"), got=number.value)
        if not number.sightings:
            yield places.problem("no-sighting", (*path, "sightings"))
        for j, sighting in enumerate(number.sightings):
            yield from _dates(sighting, places, (*path, "sightings", j), today)


def authorities_problems(country: Authorities, places: Places, today: dt.date) -> Problems:
    """Problems of one country's authorities."""
    if PurePosixPath(places.file).stem != country.country.lower():
        yield places.problem("id-is-not-file-name", ("country",), got=country.country)
    for i, authority in enumerate(country.authorities):
        path: Path = ("authorities", i)
        if authority.phone:
            at_home = (country.country,) if authority.short_code else ()
            if code := phone_problem(authority.phone, at_home, published=False):
                yield places.problem(code, (*path, "phone"), got=authority.phone)
        if not authority.sightings:
            yield places.problem("no-sighting", (*path, "sightings"))
        if not (authority.phone or authority.url):
            yield places.problem("no-way-to-reach", path)
        yield from _hours(authority.hours, authority.timezone, places, path)
        for j, sighting in enumerate(authority.sightings):
            yield from _dates(sighting, places, (*path, "sightings", j), today)


def cross_problems(
    platforms: Sequence[tuple[Platform, Places]], reported: Sequence[tuple[Reported, Places]]
) -> Problems:
    """Problems between files: names, numbers and hosts that two entries claim."""
    yield from _shared_names(platforms)
    yield from _shared_values(platforms)
    ids = {platform.id for platform, _ in platforms}
    published = {
        channel.value: platform.id
        for platform, _ in platforms
        for channel in platform.channels
        if channel.kind == "phone" and channel.retired is None
    }
    for report, places in reported:
        if report.platform not in ids:
            yield places.problem("unknown-platform", ("platform",), got=report.platform)
        for i, number in enumerate(report.numbers):
            if owner := published.get(number.value):
                path: Path = ("numbers", i, "value")
                yield places.problem("published-and-reported", path, got=number.value, owner=owner)
    for platform, places in platforms:
        for i, channel in enumerate(platform.channels):
            for other in channel.shared_with:
                if other not in ids:
                    yield places.problem("unknown-platform", ("channels", i), got=other)


def _identity(platform: Platform, places: Places) -> Problems:
    if not _SLUG.fullmatch(platform.id):
        yield places.problem("bad-id", ("id",), got=platform.id)
    if PurePosixPath(places.file).stem != platform.id:
        yield places.problem("id-is-not-file-name", ("id",), got=platform.id)
    if platform.country and platform.country not in regions():
        yield places.problem("unknown-region", ("country",), got=platform.country)
    if platform.fresh_days is not None and not 1 <= platform.fresh_days <= 366:
        yield places.problem("bad-fresh-days", ("fresh_days",), got=str(platform.fresh_days))
    if platform.verify_page and not covers(platform.domains, platform.verify_page):
        yield places.problem("unpinned-host", ("verify_page",), got=platform.verify_page)


def _policy(platform: Platform, places: Places) -> Problems:
    known = platform.phone_policy != "unknown"
    for key in ("phone_policy_basis", "phone_policy_source"):
        if known and getattr(platform, key) is None:
            yield places.problem("policy-without-source", (key,), got=platform.phone_policy)
    if (platform.calls is None) != (platform.calls_source is None):
        yield places.problem("claim-without-source", ("calls",), name="calls")
    if platform.never_asks and platform.never_asks_source is None:
        yield places.problem("claim-without-source", ("never_asks",), name="never_asks")


def _evidence(platform: Platform) -> Iterator[tuple[Path, "_WithKind"]]:
    for i, channel in enumerate(platform.channels):
        for j, sighting in enumerate(channel.sightings):
            yield ("channels", i, "sightings", j), sighting
    for i, withheld in enumerate(platform.withheld):
        for j, sighting in enumerate(withheld.sightings):
            yield ("withheld", i, "sightings", j), sighting
    for j, sighting in enumerate(platform.report_to.sightings if platform.report_to else ()):
        yield ("report_to", "sightings", j), sighting
    for key in ("phone_policy_source", "calls_source", "never_asks_source"):
        if (source := getattr(platform, key)) is not None:
            yield (key,), source


class _WithKind(_Seen, Protocol):
    @property
    def source_kind(self) -> str: ...


def _dates(sighting: _Seen, places: Places, path: Path, today: dt.date) -> Problems:
    # A date in the future would keep a number fresh for as long as its author likes.
    if sighting.seen > today:
        yield places.problem("future-date", (*path, "seen"), got=str(sighting.seen))
    if sighting.page_date and sighting.page_date > sighting.seen:
        yield places.problem("page-after-seen", (*path, "page_date"), got=str(sighting.page_date))
    if host_of(sighting.url) is None:
        yield places.problem("bad-url", (*path, "url"), got=sighting.url)


def _own_page(platform: Platform, url: str, places: Places, path: Path) -> Problems:
    parts = urlsplit(url)
    host = host_of(url) or ""
    words = set(parts.path.lower().split("/")) | set(host.split(".")[:-1])
    if parts.query or parts.fragment:
        yield places.problem("query-in-evidence", path, got=url)
    if not covers(platform.domains, url):
        yield places.problem("unpinned-host", path, got=host)
    elif words & _NOT_EVIDENCE:
        yield places.problem("not-evidence", path, got=", ".join(sorted(words & _NOT_EVIDENCE)))


def _channel(channel: Channel, places: Places, path: Path, today: dt.date) -> Problems:
    at = (*path, "value")
    if channel.kind == "phone":
        if code := phone_problem(channel.value, channel.regions, published=True):
            yield places.problem(code, at, got=channel.value)
    elif channel.kind == "email":
        if not _EMAIL.fullmatch(channel.value):
            yield places.problem("bad-email", at, got=channel.value)
    elif channel.kind in _URL_KINDS:
        if host_of(channel.value) is None:
            yield places.problem("bad-url", at, got=channel.value)
    for i, region in enumerate(channel.regions):
        if region not in regions() and region != "EU":  # one card line serves the Union
            yield places.problem("unknown-region", (*path, "regions", i), got=region)
    for i, language in enumerate(channel.languages):
        if not _LANGUAGE.fullmatch(language):
            yield places.problem("unknown-language", (*path, "languages", i), got=language)
    if not channel.sightings:
        yield places.problem("no-sighting", (*path, "sightings"))
    elif not channel.own_sightings and not channel.secondhand:
        yield places.problem("third-party-only", (*path, "sightings"), got=channel.value)
    elif channel.own_sightings and channel.secondhand:
        yield places.problem("not-secondhand", (*path, "secondhand"), got=channel.value)
    if channel.retired and channel.retired > today:
        yield places.problem("future-date", (*path, "retired"), got=str(channel.retired))
    yield from _hours(channel.hours, channel.timezone, places, path)


def _hours(hours: str | None, timezone: str | None, places: Places, path: Path) -> Problems:
    if (hours is None) != (timezone is None):
        yield places.problem("hours-without-timezone", (*path, "hours"))
    if timezone and timezone not in _timezones():
        yield places.problem("unknown-timezone", (*path, "timezone"), got=timezone)


@lru_cache(maxsize=1)
def _timezones() -> frozenset[str]:
    import zoneinfo  # noqa: PLC0415  # reads a folder tree, once

    return frozenset(zoneinfo.available_timezones())


def _repeated(channels: Iterable[Channel], places: Places) -> Problems:
    seen: set[tuple[str, str]] = set()
    for i, channel in enumerate(channels):
        key = (channel.kind, channel.value.lower())
        if key in seen:
            yield places.problem("repeated-value", ("channels", i, "value"), got=channel.value)
        seen.add(key)


def _shared_names(platforms: Sequence[tuple[Platform, Places]]) -> Problems:
    owner: dict[str, str] = {}
    for platform, _ in platforms:
        owner.setdefault(fold(platform.id), platform.id)
    for platform, places in platforms:
        for path, name in _names(platform):
            taken = owner.setdefault(fold(name), platform.id)
            if taken != platform.id:
                yield places.problem("name-taken", path, got=name, owner=taken)
        for i, alias in enumerate(platform.aliases):
            if alias == platform.name or alias in platform.aliases[:i]:
                yield places.problem("repeated-alias", ("aliases", i), got=alias)


def _names(platform: Platform) -> Iterator[tuple[Path, str]]:
    yield ("name",), platform.name
    for i, alias in enumerate(platform.aliases):
        yield ("aliases", i), alias


def _shared_values(platforms: Sequence[tuple[Platform, Places]]) -> Problems:
    holders: dict[tuple[str, str], dict[str, tuple[Channel, Places, int]]] = defaultdict(dict)
    for platform, places in platforms:
        for i, channel in enumerate(platform.channels):
            if channel.kind in {"phone", "email"}:
                key = (channel.kind, channel.value.lower())
                holders[key][platform.id] = (channel, places, i)
    for found in holders.values():
        for owner, (channel, places, i) in found.items():
            others = set(found) - {owner}
            missing = others - set(channel.shared_with)
            if missing:
                path: Path = ("channels", i, "value")
                yield places.problem(
                    "two-platforms", path, got=channel.value, owner=", ".join(sorted(missing))
                )
