"""The rows for web addresses, e-mail addresses and accounts that are no published channel."""

import datetime as dt

from hotline_check.reading.models import Reading
from hotline_check.registry.facts import Facts
from hotline_check.registry.models import Impostor, Platform, Sighting
from hotline_check.registry.pins import covers, visitors_write
from hotline_check.verdict.freshness import fresh_days, is_fresh_sighting
from hotline_check.verdict.models import Direction, Finding, Reason, Status

_POSING = frozenset({"fake", "lookalike"})


def not_published(reading: Reading, facts: Facts, direction: Direction, today: dt.date) -> Finding:
    """Judge a URL, an e-mail address or a handle that is no channel of the registry."""
    if facts.impostors:
        return _impostor(facts)
    if facts.elsewhere:
        return _same_name(reading, facts)
    pinned = _pinned(reading, facts, direction, today)
    if pinned:
        return pinned
    if facts.similar:
        close = facts.similar[0]
        args = {"platform": close.platform.name, "value": close.value}
        reason = Reason(f"close-{close.likeness}", args)
        return Finding(status=Status.LOOKALIKE, platform=close.platform, reasons=(reason,))
    claim = facts.claim
    if claim is None:
        return Finding(status=Status.UNKNOWN, reasons=(Reason("nobody-publishes-it"),))
    if not _knows(claim, reading):
        return Finding(status=Status.UNKNOWN, reasons=(Reason("nobody-publishes-it"),))
    code = "not-own-domain" if reading.kind == "url" else "not-own-contact"
    return Finding(status=Status.NOT_LISTED, reasons=(Reason(code, {"platform": claim.name}),))


def _same_name(reading: Reading, facts: Facts) -> Finding:
    """An account named like a published one, on another network or on one that isn't said."""
    platform = facts.elsewhere[0].platform
    kinds = dict.fromkeys(m.channel.kind for m in facts.elsewhere if m.platform == platform)
    args = {"platform": platform.name, "networks": ", ".join(kinds)}
    if reading.network is None:
        reason = Reason("account-network-unsaid", args)
        return Finding(status=Status.UNKNOWN, platform=platform, reasons=(reason,))
    reason = Reason("account-elsewhere", args)
    return Finding(status=Status.LOOKALIKE, platform=platform, reasons=(reason,))


def _knows(claim: Platform, reading: Reading) -> bool:
    """Whether the registry knows enough of the claimed platform to miss the value there."""
    if reading.kind == "handle":
        return any(c.kind == reading.network for c in claim.channels)
    return bool(claim.pins)


def _impostor(facts: Facts) -> Finding:
    platform, impostor = facts.impostors[0]
    reason = Reason(f"impostor-{impostor.relation}", {"platform": platform.name})
    status = Status.REPORTED if impostor.relation in _POSING else Status.NOT_LISTED
    is_mirror = impostor.relation == "mirror"  # its owner may be the platform itself
    if status is Status.NOT_LISTED and (is_mirror or facts.claim is None):
        status = Status.UNKNOWN
    return Finding(status=status, platform=platform, reasons=(reason,), sightings=_source(impostor))


def _source(impostor: Impostor) -> tuple[Sighting, ...]:
    return (impostor.source,) if impostor.source else ()


def _pinned(reading: Reading, facts: Facts, direction: Direction, today: dt.date) -> Finding | None:
    """A value on a pinned domain; the domain is as fresh as the newest page seen on it."""
    claim = facts.claim
    own = [(p, pin) for p, pin in facts.pinned if claim is None or p.id == claim.id]
    if facts.pinned and not own:
        platform, pin = facts.pinned[0]
        reason = Reason("own-domain", {"platform": platform.name, "value": pin})
        return Finding(status=Status.OTHER_PLATFORM, platform=platform, reasons=(reason,))
    for platform, pin in own:
        args = {"platform": platform.name, "value": pin, "days": str(fresh_days(platform))}
        if reading.kind == "email":
            reason = Reason("own-domain-sender", args)
            return Finding(status=Status.UNKNOWN, platform=platform, reasons=(reason,))
        if visitors_write(reading.value) or "?" in reading.value:  # a reader keeps no other query
            reason = Reason("visitors-write-here", args)
            return Finding(status=Status.UNKNOWN, platform=platform, reasons=(reason,))
        if direction == "they-called":
            # Even on its own host a link that was sent can hand over an account.
            reason = Reason("link-was-sent", args)
            return Finding(status=Status.CALLER_ID_UNPROVEN, platform=platform, reasons=(reason,))
        seen = _seen_on(platform, pin)
        status = Status.SECONDHAND
        if seen:
            args["seen"] = seen[0].seen.isoformat()
            fresh = any(is_fresh_sighting(platform, s, today) for s in seen)
            status = Status.LISTED if fresh else Status.STALE
        code = {
            Status.SECONDHAND: "only-other-pages",
            Status.STALE: "seen-too-long-ago",
            Status.LISTED: "own-domain",
        }[status]
        return Finding(
            status=status, platform=platform, reasons=(Reason(code, args),), sightings=seen[:1]
        )
    return None


def _seen_on(platform: Platform, pin: str) -> tuple[Sighting, ...]:
    """The pages that show a pin to be the platform's, or that lie on it, newest first."""
    found = [
        s for channel in platform.channels for s in channel.own_sightings if covers((pin,), s.url)
    ]
    for domain in platform.described_domains:
        if domain.domain == pin:
            found += [s for s in domain.sightings if s.source_kind != "third-party"]
    return tuple(sorted(found, key=lambda s: s.seen, reverse=True))
