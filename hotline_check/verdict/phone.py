"""The rows for phone numbers that no platform publishes."""

from hotline_check.registry.lookups.facts import Facts
from hotline_check.registry.models import Channel, Platform, Sighting
from hotline_check.registry.terms import PolicyBasis
from hotline_check.verdict.models import (
    Direction,
    Finding,
    Reason,
    Status,
)


def refused(facts: Facts) -> Finding | None:
    """The row `withheld`: a number printed for the platform in question that we refuse to list."""
    for platform, held in facts.withheld:
        if facts.claim is None or platform.id == facts.claim.id:
            reason = Reason(f"withheld-{held.why}", {"platform": platform.name})
            sightings = tuple(sorted(held.sightings, key=lambda s: s.seen, reverse=True))
            return Finding(
                status=Status.WITHHELD, platform=platform, reasons=(reason,), sightings=sightings
            )
    return None


def without_country(claim: Platform, direction: Direction) -> Finding | None:
    """Judge digits whose country is not known: a claim that fits no number needs none."""
    if direction == "they-called":
        return never_calls(claim) if claim.calls == "never" else None
    has_line = any(c.kind == "phone" and c.retired is None for c in claim.channels)
    if has_line or claim.phone_policy not in {"none", "callback-only"}:
        return None
    return _no_line(claim)


def hidden_caller(claim: Platform | None) -> Finding:
    """Judge a call whose number is not shown: only what the platform says of its calls counts."""
    hidden = Reason("caller-hidden")
    if claim is None:
        return Finding(status=Status.UNKNOWN, reasons=(hidden,))
    if claim.calls == "never":
        return never_calls(claim, hidden)
    reasons: tuple[Reason, ...] = (hidden,)
    if claim.phone_policy == "callback-only":
        reasons = (hidden, Reason("calls-back-on-request", {"platform": claim.name}))
    return Finding(status=Status.CALLER_ID_UNPROVEN, platform=claim, reasons=reasons)


def never_calls(platform: Platform, *more: Reason) -> Finding:
    """A call in the name of a platform that never calls people: faked, from whatever number."""
    source = platform.calls_source
    code = "calls-never" if platform.calls_basis == "stated" else "calls-never-inferred"
    return Finding(
        status=Status.INBOUND_ONLY,
        platform=platform,
        reasons=(Reason(code, {"platform": platform.name}), *more),
        sightings=(source,) if source else (),
    )


def not_published(facts: Facts, direction: Direction) -> Finding:
    """Judge a number that neither the claimed nor another platform publishes."""
    claim = facts.claim
    withheld = tuple(
        Reason(f"withheld-{held.why}", {"platform": platform.name})
        for platform, held in facts.withheld
    )
    if facts.similar and not facts.withheld:
        close = facts.similar[0]
        args = {"platform": close.platform.name, "value": close.value}
        reason = Reason(f"close-{close.likeness}", args)
        return Finding(status=Status.LOOKALIKE, platform=close.platform, reasons=(reason,))
    if claim is None:
        return Finding(status=Status.UNKNOWN, reasons=(Reason("nobody-publishes-it"),))
    name = {"platform": claim.name}
    if claim.phone_policy == "unknown" and not any(map(_is_line_for_all, claim.channels)):
        reasons = (*withheld, Reason("policy-unknown", name), *scope_reasons(claim))
        return Finding(status=Status.UNKNOWN, reasons=reasons)
    if not facts.is_offered:
        return _only_mentioned(claim, *withheld)
    if claim.phone_policy == "none":
        return _no_line(claim, *withheld)
    if claim.phone_policy == "callback-only":
        if direction != "they-called":
            return _no_line(claim, *withheld)
        status, reason = Status.CALLER_ID_UNPROVEN, Reason("calls-back-on-request", name)
    else:
        status, reason = Status.NOT_LISTED, Reason(f"list-is-{claim.coverage}", name)
    return Finding(
        status=status,
        reasons=(*withheld, reason, *scope_reasons(claim)),
        sightings=_policy_page(claim),
    )


def _only_mentioned(claim: Platform, *more: Reason) -> Finding:
    """A number that a text does not offer as that of the platform which it mentions."""
    reason = Reason("only-mentioned", {"platform": claim.name})
    return Finding(status=Status.UNKNOWN, reasons=(reason, *more, *scope_reasons(claim)))


def _no_line(claim: Platform, *more: Reason) -> Finding:
    return Finding(
        status=Status.NO_PHONE_LINE,
        reasons=(*more, policy_reason(claim), *scope_reasons(claim)),
        sightings=_policy_page(claim),
    )


def _policy_page(claim: Platform) -> tuple[Sighting, ...]:
    return (claim.phone_policy_source,) if claim.phone_policy_source else ()


def _is_line_for_all(channel: Channel) -> bool:
    """Return True for a current phone line that any customer may use."""
    return channel.kind == "phone" and channel.retired is None and not channel.customers


def policy_reason(platform: Platform) -> Reason:
    """State what the platform says of phones, as strongly as the evidence allows and no more."""
    source = platform.phone_policy_source
    basis = _strength(source, platform.phone_policy_basis)
    args = {"platform": platform.name}
    if source and source.page_date:
        args["date"] = source.page_date.isoformat()
    return Reason(f"policy-{platform.phone_policy}-{basis}", args)


def scope_reasons(platform: Platform) -> tuple[Reason, ...]:
    """State what the platform says of phones to some of its customers only."""
    return tuple(
        Reason(
            f"scope-{scope.policy}-{_strength(scope.source, scope.basis)}",
            {
                "platform": platform.name,
                "customers": ", ".join(scope.customers),
                "regions": ", ".join(scope.regions),
            },
        )
        for scope in platform.policy_scopes
    )


def _strength(source: Sighting | None, basis: PolicyBasis | None) -> str:
    """How strongly a policy may be worded: another owner's page never speaks for it."""
    is_own = source is not None and source.source_kind == "operator"
    return basis if is_own and basis else "secondhand"
