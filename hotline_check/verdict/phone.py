"""The rows for phone numbers that nobody publishes."""

from hotline_check.registry.facts import Facts
from hotline_check.registry.models import Channel, Platform, Sighting
from hotline_check.registry.terms import PolicyBasis
from hotline_check.verdict.models import Direction, Finding, Reason, Status


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
        return Finding(status=Status.UNKNOWN, reasons=(*withheld, Reason("nobody-publishes-it")))
    name = {"platform": claim.name}
    match claim.phone_policy:
        case "callback-only" if direction == "they-called":
            status, reason = Status.CALLER_ID_UNPROVEN, Reason("calls-back-on-request", name)
        case "callback-only" | "none":
            status, reason = Status.NO_PHONE_LINE, policy_reason(claim)
        case "published":
            status, reason = Status.NOT_LISTED, Reason(f"list-is-{claim.coverage}", name)
        case "unknown" if any(_is_line_for_all(c) for c in claim.channels):
            status, reason = Status.NOT_LISTED, Reason(f"list-is-{claim.coverage}", name)
        case _:
            status, reason = Status.UNKNOWN, Reason("policy-unknown", name)
    source = claim.phone_policy_source
    return Finding(
        status=status,
        platform=None,
        reasons=(*withheld, reason, *scope_reasons(claim)),
        sightings=(source,) if source and status is not Status.UNKNOWN else (),
    )


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
    """How strongly a policy may be worded: a page of somebody else never speaks for it."""
    is_own = source is not None and source.source_kind == "operator"
    return basis if is_own and basis else "secondhand"
