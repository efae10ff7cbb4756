"""The rows for web addresses, e-mail addresses and accounts that are no published channel."""

import datetime as dt
from urllib.parse import urlsplit

from hotline_check.reading.codes import QUERY_DROPPED
from hotline_check.reading.models import Reading
from hotline_check.registry.freshness import fresh_days, is_fresh_sighting
from hotline_check.registry.lookups.facts import Facts, Similar
from hotline_check.registry.models import Impostor, Platform, Sighting
from hotline_check.registry.web.pins import host_of, is_own_url
from hotline_check.verdict.models import (
    Direction,
    Finding,
    Reason,
    Status,
)
from hotline_check.verdict.own_pages import doubt

# Pages of app stores; who made an app is said there.
_APP_STORES = {
    "addons.mozilla.org": "",
    "appgallery.huawei.com": "",
    "apps.apple.com": "",
    "apps.microsoft.com": "",
    "chrome.google.com": "/webstore",
    "chromewebstore.google.com": "",
    "f-droid.org": "",
    "galaxystore.samsung.com": "",
    "itunes.apple.com": "",
    "microsoftedge.microsoft.com": "/addons",
    "play.google.com": "/store",
}
# Few addresses begin like one of these, and taking one apart costs as much as judging it.
_STARTS_OF_STORES = tuple(
    f"{scheme}://{www}{host}"
    for host in _APP_STORES
    for scheme in ("https", "http")
    for www in ("", "www.")
)
_POSING = frozenset({"fake", "lookalike"})


def not_published(reading: Reading, facts: Facts, direction: Direction, today: dt.date) -> Finding:
    """Judge a URL, an e-mail address or a handle that is no channel of the registry."""
    if facts.impostors:
        return _impostor(facts)
    if facts.elsewhere:
        return _same_name(reading, facts)
    on_own_domain = pinned(reading, facts, direction, today)
    if on_own_domain:
        return on_own_domain
    if facts.is_public_body:
        return Finding(status=Status.UNKNOWN, reasons=(Reason("public-body"),))
    if facts.similar and facts.similar[0].is_strong:
        close = facts.similar[0]
        return Finding(
            status=Status.LOOKALIKE, platform=close.platform, reasons=(_resembles(close),)
        )
    return _nobodys(reading, facts)


def _nobodys(reading: Reading, facts: Facts) -> Finding:
    """A contact without a known owner; what its name resembles is said and convicts nobody."""
    claim = facts.claim
    close = facts.similar[0] if facts.similar else None
    resembles = () if close is None else (_resembles(close),)
    if close is not None and reading.kind == "handle":
        resembles = (Reason("account-not-known", {"platform": close.platform.name}),)
    platform = close.platform if close else None
    if claim is None or not _has_knowledge(claim, reading):
        reasons = resembles or (Reason("nobody-publishes-it"),)
        return Finding(status=Status.UNKNOWN, platform=platform, reasons=reasons)
    args = {"platform": claim.name}
    if is_app_store(reading):
        return Finding(status=Status.UNKNOWN, reasons=(Reason("app-store", args),))
    code = "not-own-domain" if reading.kind == "url" else "not-own-contact"
    status = Status.NOT_LISTED if facts.is_offered else Status.UNKNOWN
    return Finding(status=status, platform=platform, reasons=(Reason(code, args), *resembles))


def _resembles(close: Similar) -> Reason:
    args = {"platform": close.platform.name, "value": close.value}
    return Reason(f"close-{close.likeness}", args)


def _same_name(reading: Reading, facts: Facts) -> Finding:
    """An account named like a published one, on another network or on one that isn't said."""
    platform = facts.elsewhere[0].platform
    kinds = dict.fromkeys(m.channel.kind for m in facts.elsewhere if m.platform == platform)
    args = {"platform": platform.name, "networks": ", ".join(kinds)}
    if not any(c.kind == reading.network and c.retired is None for c in platform.channels):
        # The platform's account there, if it has one, may be this one.
        reason = Reason("account-network-unsaid", args)
        return Finding(status=Status.UNKNOWN, platform=platform, reasons=(reason,))
    reason = Reason("account-elsewhere", args)
    return Finding(status=Status.LOOKALIKE, platform=platform, reasons=(reason,))


def is_app_store(reading: Reading) -> bool:
    """Whether an address is a page of an app store."""
    if reading.kind != "url" or not reading.value.startswith(_STARTS_OF_STORES):
        return False
    start = _APP_STORES.get((host_of(reading.value) or "").removeprefix("www."))
    return start is not None and urlsplit(reading.value).path.startswith(start)


def _has_knowledge(claim: Platform, reading: Reading) -> bool:
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


def pinned(reading: Reading, facts: Facts, direction: Direction, today: dt.date) -> Finding | None:
    """A value on a pinned domain; the domain is as fresh as the newest page seen on it."""
    claim = facts.claim if facts.claimed_by == "person" else None
    own = [(p, pin) for p, pin in facts.pinned if claim is None or p.id == claim.id]
    if facts.pinned and not own:
        platform, pin = facts.pinned[0]
        reason = Reason("own-domain", {"platform": platform.name, "value": pin})
        return Finding(status=Status.OTHER_PLATFORM, platform=platform, reasons=(reason,))
    had_query = any(assumption.code == QUERY_DROPPED for assumption in reading.assumed)
    for platform, pin in own:
        args = {"platform": platform.name, "value": pin, "days": str(fresh_days(platform))}
        if reading.kind == "email":
            reason = Reason("own-domain-sender", args)
            return Finding(status=Status.UNKNOWN, platform=platform, reasons=(reason,))
        if reading.kind == "handle":
            reason = Reason("own-domain-as-account", args)
            return Finding(status=Status.UNKNOWN, platform=platform, reasons=(reason,))
        if code := doubt(reading.value, has_query=had_query):
            reason = Reason(code, args)
            return Finding(status=Status.UNKNOWN, platform=platform, reasons=(reason,))
        if direction == "they-called":
            # Even on its own host a link that was sent can hand over an account.
            reason = Reason("link-was-sent", args)
            return Finding(status=Status.CALLER_ID_UNPROVEN, platform=platform, reasons=(reason,))
    graded = [_graded(platform, pin, today) for platform, pin in own]
    proven = (each for each in graded if each.status is Status.LISTED)
    return next(proven, graded[0] if graded else None)


def _graded(platform: Platform, pin: str, today: dt.date) -> Finding:
    """An address on a platform's own domain, by the pages that show whose domain it is."""
    args = {"platform": platform.name, "value": pin, "days": str(fresh_days(platform))}
    seen = _seen_on(platform, pin)
    status = Status.SECONDHAND
    if seen:
        args["seen"] = seen[0].seen.isoformat()
        fresh = any(is_fresh_sighting(platform, s, today) for s in seen)
        status = Status.LISTED if fresh else Status.STALE
    grade = {
        Status.SECONDHAND: "only-other-pages",
        Status.STALE: "seen-too-long-ago",
        Status.LISTED: "own-domain",
    }[status]
    return Finding(
        status=status, platform=platform, reasons=(Reason(grade, args),), sightings=seen[:1]
    )


def _seen_on(platform: Platform, pin: str) -> tuple[Sighting, ...]:
    """The pages that show a pin to be the platform's, or that lie on it, newest first."""
    found = [
        s
        for channel in platform.channels
        for s in channel.own_sightings
        if is_own_url((pin,), s.url)
    ]
    for domain in platform.described_domains:
        if domain.domain == pin:
            found += [s for s in domain.sightings if s.source_kind != "third-party"]
    return tuple(sorted(found, key=lambda s: s.seen, reverse=True))
