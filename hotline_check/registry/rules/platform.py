"""Rules for one platform's file."""

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.registry.decode import Path, Places
from hotline_check.registry.matching.phones import phone_problem, regions
from hotline_check.registry.models import (
    Channel,
    Domain,
    Platform,
    Sighting,
    Withheld,
)
from hotline_check.registry.rules.channel import channel_problems, page_problem, value_problem
from hotline_check.registry.rules.evidence import (
    Problems,
    copy_problems,
    date_problems,
    own_page_problems,
)
from hotline_check.registry.rules.scope import domain_problems, scope_problems
from hotline_check.registry.web.pins import is_own_host

# An id is a file name, a part of URLs and what people type.
_SLUG = lazy_pattern(r"[a-z0-9]+(-[a-z0-9]+)*")


def platform_problems(platform: Platform, places: Places, today: dt.date) -> Problems:
    """Problems inside one platform's file."""
    yield from _identity(platform, places)
    yield from _policy(platform, places)
    yield from domain_problems(platform, places)
    yield from scope_problems(platform, places)
    yield from _pages(platform, places, today)
    for i, channel in enumerate(platform.channels):
        yield from channel_problems(channel, places, ("channels", i), today)
    yield from _repeated(platform.channels, places)
    if (to := platform.report_to) and (code := value_problem(to.kind, to.value)):
        yield places.problem(code, ("report_to", "value"), got=to.value)
    yield from _refused(platform, places)


def _pages(platform: Platform, places: Places, today: dt.date) -> Problems:
    """Problems of the pages that the file names."""
    for path, sighting in _evidence(platform):
        yield from date_problems(sighting, places, path, today)
        yield from copy_problems(sighting, places, path)
        if sighting.source_kind == "operator":
            yield from own_page_problems(platform, sighting.url, places, (*path, "url"))
    for i, source in enumerate(platform.sources):
        yield from date_problems(source, places, ("sources", i), today)
    if page := platform.verify_page:
        if code := page_problem(page.partition("?")[0]):  # a query is evidence of nothing
            yield places.problem(code, ("verify_page",), got=page)
        yield from own_page_problems(platform, page, places, ("verify_page",))


def _refused(platform: Platform, places: Places) -> Problems:
    """Problems of withheld values and impostors."""
    listed = {c.value for c in platform.channels if c.kind == "phone"}
    for i, withheld in enumerate(platform.withheld):
        if code := phone_problem(withheld.value, (), published=False):
            yield places.problem(code, ("withheld", i, "value"), got=withheld.value)
        if withheld.value in listed:
            yield places.problem("withheld-and-listed", ("withheld", i), got=withheld.value)
    for i, impostor in enumerate(platform.impostors):
        host = impostor.value.partition("/")[0]
        if impostor.kind == "host" and is_own_host(platform.pins, host):
            yield places.problem("impostor-is-pinned", ("impostors", i), got=host)


def is_id(text: str) -> bool:
    """Return True for lower-case words joined by single hyphens."""
    return _SLUG.fullmatch(text) is not None


def _identity(platform: Platform, places: Places) -> Problems:
    if not is_id(platform.id):
        yield places.problem("bad-id", ("id",), got=platform.id)
    if PurePosixPath(places.file).stem != platform.id:
        yield places.problem("id-is-not-file-name", ("id",), got=platform.id)
    if platform.country and platform.country not in regions():
        yield places.problem("unknown-region", ("country",), got=platform.country)
    if platform.fresh_days is not None and not 1 <= platform.fresh_days <= 366:
        yield places.problem("bad-fresh-days", ("fresh_days",), got=str(platform.fresh_days))


def _policy(platform: Platform, places: Places) -> Problems:
    known = platform.phone_policy != "unknown"
    for key in ("phone_policy_basis", "phone_policy_source"):
        if known and getattr(platform, key) is None:
            yield places.problem("policy-without-source", (key,), got=platform.phone_policy)
    is_basis_alone = platform.calls is None and platform.calls_basis != "stated"
    if (platform.calls is None) != (platform.calls_source is None) or is_basis_alone:
        yield places.problem("claim-without-source", ("calls",), name="calls")
    if platform.never_asks and platform.never_asks_source is None:
        yield places.problem("claim-without-source", ("never_asks",), name="never_asks")


def _evidence(platform: Platform) -> Iterator[tuple[Path, Sighting]]:
    yield from _listed_evidence(platform)
    for j, sighting in enumerate(platform.report_to.sightings if platform.report_to else ()):
        yield ("report_to", "sightings", j), sighting
    for i, impostor in enumerate(platform.impostors):
        if impostor.source:
            yield ("impostors", i, "source"), impostor.source
    for i, scope in enumerate(platform.policy_scopes):
        yield ("policy_scopes", i, "source"), scope.source
    for key in ("phone_policy_source", "calls_source", "never_asks_source"):
        if (source := getattr(platform, key)) is not None:
            yield (key,), source


def _listed_evidence(platform: Platform) -> Iterator[tuple[Path, Sighting]]:
    lists: dict[str, Iterable[str | Domain | Channel | Withheld]] = {
        "domains": platform.domains,
        "channels": platform.channels,
        "withheld": platform.withheld,
    }
    for key, parts in lists.items():
        for i, part in enumerate(parts):
            for j, sighting in enumerate(() if isinstance(part, str) else part.sightings):
                yield (key, i, "sightings", j), sighting


def _repeated(channels: Iterable[Channel], places: Places) -> Problems:
    seen: set[tuple[str, str]] = set()
    for i, channel in enumerate(channels):
        key = (channel.kind, channel.value.lower())
        if key in seen:
            yield places.problem("repeated-value", ("channels", i, "value"), got=channel.value)
        seen.add(key)
