"""Turn the outcomes of pages into a report. No network access."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

import msgspec

from hotline_check.registry.folder import Registry
from hotline_check.registry.models import Channel, Platform, Sighting
from hotline_check.upkeep.confirm.journal import Memory
from hotline_check.upkeep.confirm.models import (
    Candidate,
    Confirmed,
    Key,
    Known,
    Missed,
    Outcome,
    Report,
    Unconfirmed,
    Unreadable,
)
from hotline_check.upkeep.confirm.plan import Plan, wanted_channels
from hotline_check.upkeep.live_lookup import page_sightings
from hotline_check.upkeep.web.search_page import Place

Outcomes = Mapping[str, Outcome]  # of one platform, by URL


def judge(
    registry: Registry,
    plans: Sequence[Plan],
    outcomes: Mapping[str, Outcomes],
    memory: Memory,
    today: dt.date,
) -> Report:
    """Summarize a run's outcomes in a report.

    outcomes: by platform and URL. memory: where misses are counted.
    """
    confirmed: list[Confirmed] = []
    missed: list[Missed] = []
    unconfirmed: list[Unconfirmed] = []
    candidates: list[Candidate] = []
    unreadable: list[Unreadable] = []
    known = _KnownValues(registry)
    for plan in plans:
        by_url = outcomes[plan.platform.id]
        for channel in wanted_channels(plan.platform):
            if sightings := list(_confirmations(plan.platform, channel, by_url)):
                confirmed += sightings
                memory.seen(plan.platform.id, (channel.kind, channel.value))
            elif channel in plan.due:
                match _absence(plan.platform, channel, by_url, memory):
                    case Missed() as miss:
                        missed.append(miss)
                    case Unconfirmed() as gap:
                        unconfirmed.append(gap)
        candidates += _candidates(plan.platform, by_url, known)
        unreadable += _unreadable(plan.platform, by_url)
    return Report(
        date=today,
        platforms=len(plans),
        pages=sum(
            1 for by_url in outcomes.values() for o in by_url.values() if o.how != "owner-proof"
        ),
        confirmed=tuple(confirmed),
        missed=tuple(missed),
        unconfirmed=tuple(unconfirmed),
        candidates=tuple(candidates),
        unreadable=tuple(unreadable),
    )


def _confirmations(platform: Platform, channel: Channel, by_url: Outcomes) -> Iterator[Confirmed]:
    """The sightings to record: owner proofs and listing pages, else one other page."""
    key = (channel.kind, channel.value)
    listed = {s.url for s in channel.own_sightings}
    for outcome in by_url.values():
        if outcome.how == "owner-proof" and key in outcome.named:
            place = Place(where="structured", printed=channel.value)
            yield _confirmed(platform, channel, outcome, place, new=outcome.url not in listed)
    seen = {o.url: (o, dict(o.seen)[key]) for o in by_url.values() if key in dict(o.seen)}
    there = [url for url in seen if url in listed] or list(seen)[:1]
    for url in there:
        outcome, place = seen[url]
        yield _confirmed(platform, channel, outcome, place, new=url not in listed)


def _confirmed(
    platform: Platform, channel: Channel, outcome: Outcome, place: Place, *, new: bool
) -> Confirmed:
    printed = place.printed if channel.kind == "phone" and place.where == "text" else None
    return Confirmed(
        platform=platform.id,
        kind=channel.kind,
        value=channel.value,
        where=place.where,
        new_page=new,
        sighting=Sighting(
            url=outcome.url,
            seen=outcome.checked,
            how=outcome.how,
            source_kind="operator",
            as_printed=" ".join(printed.split()) if printed else None,
        ),
    )


def _absence(
    platform: Platform, channel: Channel, by_url: Outcomes, memory: Memory
) -> Missed | Unconfirmed:
    urls = tuple(s.url for s in page_sightings(channel))
    read = [by_url[url] for url in urls if url in by_url]
    all_read = len(read) == len(urls) and not any(o.failure or o.partial for o in read)
    # An owner's proof that was not looked for (no package for DNS, a saved page) may exist.
    proofs = {s.url for s in channel.own_sightings if s.how == "owner-proof"}
    all_read = all_read and proofs <= set(by_url)
    # Scripts draw chat widgets, so a page without one proves nothing.
    if not urls or not all_read or channel.kind == "chat":
        return Unconfirmed(platform=platform.id, kind=channel.kind, value=channel.value, urls=urls)
    # Reading one saved copy twice must not count as two misses: its own day counts.
    day = min(o.checked for o in read)
    since, twice = memory.missed(platform.id, (channel.kind, channel.value), day)
    return Missed(
        platform=platform.id,
        kind=channel.kind,
        value=channel.value,
        urls=urls,
        since=since,
        propose_retired=twice,
    )


class _KnownValues:
    """Lookup of values that the registry knows but doesn't list for a platform."""

    def __init__(self, registry: Registry) -> None:
        self._owners: dict[Key, str] = {}
        for platform in registry.platforms:
            for channel in platform.channels:
                if channel.retired is None:
                    self._owners.setdefault((channel.kind, channel.value), platform.id)
        self._reported = {n.value: r.platform for r in registry.reported for n in r.numbers}

    def of(self, platform: Platform, key: Key) -> tuple[Known | None, str | None]:
        """How the registry knows a value found on a page of `platform`, and its owner's id."""
        for channel in platform.channels:
            if (channel.kind, channel.value) == key:
                return ("retired" if channel.retired else "secondhand"), None
        if key[0] == "phone" and any(w.value == key[1] for w in platform.withheld):
            return "withheld", None
        if key[0] == "phone" and key[1] in self._reported:
            return "reported", self._reported[key[1]]
        owner = self._owners.get(key)
        return ("other-platform", owner) if owner else (None, None)


def _candidates(platform: Platform, by_url: Outcomes, known: _KnownValues) -> Iterator[Candidate]:
    listed: set[Key] = {(c.kind, c.value) for c in wanted_channels(platform)}
    for candidate in _named(platform, by_url.values()):
        key = (candidate.kind, candidate.value)
        if key not in listed:
            listed.add(key)
            status, owner = known.of(platform, key)
            yield msgspec.structs.replace(candidate, known=status, owner=owner)


def _named(platform: Platform, outcomes: Iterable[Outcome]) -> Iterator[Candidate]:
    for outcome in outcomes:
        named = partial(Candidate, platform=platform.id, url=outcome.url)
        for kind, value in outcome.named:
            yield named(kind=kind, value=value, where="owner-proof", printed=value)
        for number in outcome.numbers:
            yield named(
                kind="phone",
                value=number.value,
                where=number.place.where,
                printed=number.place.printed,
                excerpt=number.place.excerpt,
            )


def _unreadable(platform: Platform, by_url: Outcomes) -> Iterator[Unreadable]:
    for outcome in by_url.values():
        if outcome.failure:
            code, detail = outcome.failure.code, outcome.failure.detail
            yield Unreadable(platform=platform.id, url=outcome.url, code=code, detail=detail)
        elif outcome.partial:
            yield Unreadable(platform=platform.id, url=outcome.url, code="javascript-only")
