"""What to research next, and where to look."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, get_args

import msgspec

from hotline_check.registry.models import Platform
from hotline_check.registry.overview.coverage import Coverage, PolicyKnown, coverage_of

# Worst gap first: only a phone policy separates a fake number from one missing here.
Gap = Literal[
    "policy-unknown",
    "no-way",
    "policy-some-customers",
    "policy-secondhand",
    "policy-inferred",
    "no-help-page",
    "no-never-asks",
    "no-verify-page",
    "domains-unproved",
    "no-account",
    "proof-ages",
]
_WORST_FIRST = {gap: i for i, gap in enumerate(get_args(Gap))}
_OF_POLICY: Mapping[PolicyKnown | None, Gap] = {
    None: "policy-unknown",
    "some-customers": "policy-some-customers",
    "secondhand": "policy-secondhand",
    "inferred": "policy-inferred",
}
_AGEING = dt.timedelta(days=120)  # two months before a sighting expires

# Search queries; only results on the platform's own domain are evidence.
_QUERIES: Mapping[Gap, str] = {
    "policy-unknown": '"phone support" OR "call us" OR "phone number" contact',
    "policy-some-customers": '"phone support" OR "call us" contact',
    "no-way": "contact support help",
    "policy-secondhand": '"phone support" OR "call us" contact',
    "policy-inferred": '"no phone support" OR "do not offer phone"',
    "no-help-page": "help center support contact",
    "no-never-asks": '"will never ask" password scam',
    "no-verify-page": "official verification channel authenticity",
    "domains-unproved": "official domains websites",
    "no-account": "official accounts telegram twitter",
}


class Todo(msgspec.Struct, frozen=True, kw_only=True):
    """A missing fact. page: where to look first; query: what to search for otherwise."""

    platform: str
    name: str
    gap: Gap
    page: str | None
    query: str | None


def todos(platforms: Sequence[Platform], used: Sequence[str], today: dt.date) -> list[Todo]:
    """All missing facts: the most used platforms first, the worst gaps first.

    used: ids of the most used, most users first. A closed platform publishes nothing any more.
    """
    ranks = {name: rank for rank, name in enumerate(used)}
    found = [
        (platform.id not in ranks, _WORST_FIRST[gap], ranks.get(platform.id, 0), platform.id, todo)
        for platform in platforms
        if platform.status == "active"
        for gap in _gaps(coverage_of(platform), today)
        for todo in [_todo(platform, gap)]
    ]
    return [row[-1] for row in sorted(found, key=lambda row: row[:-1])]


def _gaps(known: Coverage, today: dt.date) -> Iterator[Gap]:
    if known.policy != "stated":
        yield _OF_POLICY[known.policy]
    is_reachable = known.phone or known.help_page or known.chat or known.email
    missing: dict[Gap, bool] = {
        "no-way": not is_reachable,
        "no-help-page": is_reachable and not known.help_page,
        "no-never-asks": not known.never_asks,
        "no-verify-page": not known.verify_page,
        "domains-unproved": known.proved_domains < known.domains,
        "no-account": not (known.x or known.telegram),
        "proof-ages": known.oldest_proof is not None and today - known.oldest_proof > _AGEING,
    }
    yield from (gap for gap, is_missing in missing.items() if is_missing)


def _todo(platform: Platform, gap: Gap) -> Todo:
    site = next(iter(platform.pins), None)
    query = _QUERIES.get(gap)
    return Todo(
        platform=platform.id,
        name=platform.name,
        gap=gap,
        page=_page(platform, gap) or (f"https://{site}" if site else None),
        query=query and (f"site:{site} {query}" if site else f'"{platform.name}" {query}'),
    )


def _page(platform: Platform, gap: Gap) -> str | None:
    """The page of the entry that most probably has the fact."""
    if gap == "proof-ages":
        shown = [c.own_sightings for c in platform.channels if c.own_sightings]
        newest = (max(each, key=lambda sighting: sighting.seen) for each in shown)
        return min(newest, key=lambda sighting: sighting.seen).url
    source = platform.phone_policy_source
    if gap in {"policy-inferred", "policy-secondhand"} and source:
        return source.url
    helps = (c.value for c in platform.channels if c.kind == "help-center" and not c.secondhand)
    return next(helps, None)
