"""The verdict table for phone numbers: facts in, the first row that applies out."""

import datetime as dt

import msgspec

from hotline_check.registry.models import Channel, Facts, Match, Platform, Sighting
from hotline_check.verdict.models import Direction, Reason, Status

FRESH_DAYS = 180
_CLOCK_SLACK = 1  # days: the registry's date and the user's may lie in different time zones


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the table with what it rests on; `platform` is the one that the row speaks of."""

    status: Status
    platform: Platform | None = None
    reasons: tuple[Reason, ...] = ()
    sightings: tuple[Sighting, ...] = ()


def fresh_days(platform: Platform) -> int:
    """How many days a sighting of this platform's channels stays good."""
    return platform.fresh_days or FRESH_DAYS


def is_fresh(platform: Platform, channel: Channel, today: dt.date) -> bool:
    """Whether the platform's own page was seen with this channel recently enough.

    A sighting dated after today proves nothing: the clock or the entry is wrong.
    """
    ages = [(today - s.seen).days for s in channel.own_sightings]
    return any(-_CLOCK_SLACK <= age <= fresh_days(platform) for age in ages)


def is_good(platform: Platform, channel: Channel, today: dt.date) -> bool:
    """Whether the registry stands behind a channel: own page, fresh, undisputed, in use."""
    return (
        bool(channel.own_sightings)
        and channel.retired is None
        and not channel.disputed
        and not channel.secondhand
        and is_fresh(platform, channel, today)
    )


def judge(facts: Facts, direction: Direction, today: dt.date) -> Finding:
    """Judge one number, of which these are the facts, by the verdict table."""
    claim = facts.claim
    own = [m for m in facts.published if claim is None or m.platform.id == claim.id]
    others = [m for m in facts.published if m not in own]
    current = [m for m in facts.published if m.channel.retired is None]
    if direction == "they-called":
        found = _called(own, current)
        if found:
            return found
    if found := _no_longer_or_never(facts, own, others):
        return found
    if found := _published(own, today):
        return found
    return _not_published(facts, direction)


def _called(own: list[Match], current: list[Match]) -> Finding | None:
    for match in current:
        if match.channel.inbound_only:
            return _about(Status.INBOUND_ONLY, match, "never-calls-out")
    for match in own:
        if match.channel.retired is None and match.channel.own_sightings:
            return _about(Status.CALLER_ID_UNPROVEN, match, "caller-id-can-be-faked")
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
        return _about(Status.OTHER_PLATFORM, match, "published-by-other", **_topics(match.channel))
    return None


def _published(own: list[Match], today: dt.date) -> Finding | None:
    for status in (Status.DISPUTED, Status.SECONDHAND, Status.STALE, Status.LISTED):
        for match in own:
            if _row(match, today) is status:
                return _on_page(status, match)
    return None


def _row(match: Match, today: dt.date) -> Status | None:
    channel = match.channel
    if channel.retired:
        return None
    if channel.disputed:
        return Status.DISPUTED
    if channel.secondhand or not channel.own_sightings:
        return Status.SECONDHAND
    return Status.LISTED if is_good(match.platform, channel, today) else Status.STALE


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


def _not_published(facts: Facts, direction: Direction) -> Finding:
    claim = facts.claim
    withheld = tuple(
        Reason("withheld", {"platform": platform.name, "why": held.why})
        for platform, held in facts.withheld
    )
    if facts.similar and not facts.withheld:
        close = facts.similar[0]
        args = {"platform": close.platform.name, "value": close.value, "likeness": close.likeness}
        return Finding(
            status=Status.LOOKALIKE, platform=close.platform, reasons=(Reason("close-to", args),)
        )
    if claim is None:
        return Finding(status=Status.UNKNOWN, reasons=(*withheld, Reason("nobody-publishes-it")))
    name = {"platform": claim.name}
    match claim.phone_policy:
        case "callback-only" if direction == "they-called":
            status, reason = Status.CALLER_ID_UNPROVEN, Reason("calls-back-on-request", name)
        case "callback-only" | "none":
            status, reason = Status.NO_PHONE_LINE, policy_reason(claim)
        case "published":
            status, reason = Status.NOT_LISTED, Reason(f"list-is-{claim.coverage}", name)
        case "unknown" if any(c.kind == "phone" and c.retired is None for c in claim.channels):
            status, reason = Status.NOT_LISTED, Reason(f"list-is-{claim.coverage}", name)
        case "unknown":
            status, reason = Status.UNKNOWN, Reason("policy-unknown", name)
    source = claim.phone_policy_source
    return Finding(
        status=status,
        platform=None,
        reasons=(*withheld, reason),
        sightings=(source,) if source and status is not Status.UNKNOWN else (),
    )


def policy_reason(platform: Platform) -> Reason:
    """State what the platform says of phones, as strongly as the evidence allows and no more."""
    source = platform.phone_policy_source
    own = source is not None and source.source_kind == "operator"
    basis = platform.phone_policy_basis if own else "secondhand"
    args = {"platform": platform.name}
    if source and source.page_date:
        args["date"] = source.page_date.isoformat()
    return Reason(f"policy-{platform.phone_policy}-{basis}", args)


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
    return {"topics": ", ".join(channel.topics)} if channel.topics else {}
