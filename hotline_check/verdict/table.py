"""The verdict table: facts about one reading in, the first row that applies out."""

import datetime as dt

from msgspec.structs import replace

from hotline_check.reading.models import Reading
from hotline_check.registry.freshness import Standing, fresh_days, standing
from hotline_check.registry.lookups.facts import Facts, Match
from hotline_check.registry.models import Channel, Sighting
from hotline_check.verdict import phone
from hotline_check.verdict.authority import authority
from hotline_check.verdict.models import (
    Direction,
    Finding,
    Reason,
    Status,
)

# The rows for a value that is published, the most doubtful first.
_ROWS: dict[Status, Standing] = {
    Status.DISPUTED: "disputed",
    Status.SECONDHAND: "secondhand",
    Status.STALE: "stale",
    Status.LISTED: "good",
}


def judge(reading: Reading, facts: Facts, direction: Direction, today: dt.date) -> Finding:
    """Judge one reading, of which these are the facts, by the verdict table."""
    claim = facts.claim
    if facts.claimed_by == "text" and reading.kind != "phone":
        claim = None  # a text about one platform may well link to another one's pages
    own = [m for m in facts.published if claim is None or m.platform.id == claim.id]
    others = [m for m in facts.published if m not in own]
    current = [m for m in facts.published if m.channel.retired is None]
    if direction == "they-called":
        found = _called(reading, facts, own, current)
        if found:
            return found
    if found := _no_longer_or_never(facts, own, others):
        return found
    if found := authority(facts, direction, today) or phone.refused(facts):
        return found
    found = _published(own, today)
    if found and (found.status is Status.LISTED or reading.kind != "url"):
        return found
    if reading.kind == "phone":
        return phone.not_published(facts, direction)
    from hotline_check.verdict import web  # a number does without it

    if found:  # pages may disagree about a chat at an address and not about whose address it is
        on_own_domain = web.pinned(reading, facts, direction, today)
        is_proven = on_own_domain is not None and on_own_domain.status is Status.LISTED
        return on_own_domain if on_own_domain and is_proven else found
    return web.not_published(reading, facts, direction, today)


def _called(
    reading: Reading, facts: Facts, own: list[Match], current: list[Match]
) -> Finding | None:
    if reading.kind == "phone":
        for platform in (facts.claim, *(m.platform for m in own)):
            if platform is not None and platform.calls == "never":
                return phone.never_calls(
                    platform, *(_reported(facts).reasons if facts.reported else ())
                )
    faked = "caller-id-can-be-faked" if reading.kind == "phone" else "sender-can-be-faked"
    for match in current:
        if match.channel.inbound_only:
            return _about(Status.INBOUND_ONLY, match, "never-calls-out")
    for match in own:
        if match.channel.retired is None and match.channel.own_sightings:
            return _about(Status.CALLER_ID_UNPROVEN, match, faked)
    return None


def _no_longer_or_never(facts: Facts, own: list[Match], others: list[Match]) -> Finding | None:
    if any(m.channel.retired is None for m in own):
        return None
    for match in (*own, *others):
        if match.channel.retired:
            since = match.channel.retired.isoformat()
            return _about(Status.RETIRED, match, "no-longer-published", since=since)
    if facts.reported:
        return _reported(facts)
    for match in others:
        found = _about(Status.OTHER_PLATFORM, match, "published-by-other", **_topics(match.channel))
        return found if _is_posing(facts, others) else replace(found, status=Status.UNKNOWN)
    return None


def _is_posing(facts: Facts, others: list[Match]) -> bool:
    """Return True where a number of other platforms is offered as the claimed platform's.

    A sentence that names its owner too may well mean that owner: "A and B: ... and ...".
    """
    return facts.is_offered and not any(m.platform.id in facts.also_named for m in others)


def _published(own: list[Match], today: dt.date) -> Finding | None:
    """What the channels say, each platform's by its most doubtful one.

    Where one of a company's platforms proves a contact, that its sister does not is no doubt; that
    a page of the sister's contradicts is one.
    """
    found: dict[str, Finding] = {}
    for status, wanted in _ROWS.items():
        for match in own:
            if standing(match.platform, match.channel, today) == wanted:
                found.setdefault(match.platform.id, _on_page(status, match))
    for status in (Status.DISPUTED, Status.LISTED):
        for each in found.values():
            if each.status is status:
                return each
    return next(iter(found.values()), None)


def _on_page(status: Status, match: Match) -> Finding:
    codes = {
        Status.DISPUTED: "sightings-disagree",
        Status.SECONDHAND: "only-other-pages",
        Status.STALE: "seen-too-long-ago",
        Status.LISTED: "on-own-page",
    }
    return _about(
        status,
        match,
        codes[status],
        **_topics(match.channel),
        days=str(fresh_days(match.platform)),
    )


def _reported(facts: Facts) -> Finding:
    claimed = [p for p, _ in facts.reported if facts.claim and p.id == facts.claim.id]
    posed = claimed[0] if claimed else facts.reported[0][0]
    sightings = tuple(
        Sighting(
            url=s.url,
            seen=s.seen,
            how="stored-copy",
            source_kind="third-party",
            page_date=s.page_date,
        )
        for _, number in facts.reported
        for s in number.sightings
    )
    names = ", ".join(p.name for p, _ in facts.reported)
    reason = Reason("seen-posing-as", {"platform": names, "pages": str(len(sightings))})
    return Finding(status=Status.REPORTED, platform=posed, reasons=(reason,), sightings=sightings)


def _about(status: Status, match: Match, code: str, **args: str) -> Finding:
    sightings = sorted(
        match.channel.own_sightings or match.channel.sightings, key=lambda s: s.seen, reverse=True
    )
    seen = sightings[0].seen.isoformat() if sightings else ""
    return Finding(
        status=status,
        platform=match.platform,
        reasons=(Reason(code, {"platform": match.platform.name, "seen": seen, **args}),),
        sightings=tuple(sightings),
    )


def _topics(channel: Channel) -> dict[str, str]:
    args = {
        "topics": ", ".join(channel.topics),
        "customers": ", ".join(channel.customers),
    }
    return {key: value for key, value in args.items() if value}
