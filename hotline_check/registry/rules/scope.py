"""What an entry must keep about how far it reaches: its domains, and for whom a policy holds."""

from hotline_check.registry.decode import Path, Places
from hotline_check.registry.matching.phones import regions
from hotline_check.registry.models import Domain, Platform
from hotline_check.registry.rules.evidence import Problems
from hotline_check.registry.web.pins import is_own_url, pin_problem

# How we may know that a domain is the platform's, other than by its own word.
_VOUCHING = frozenset({"regulator", "app-store"})


def domain_problems(platform: Platform, places: Places) -> Problems:
    """Problems of the domains that a platform pins."""
    for i, domain in enumerate(platform.domains):
        path: Path = ("domains", i)
        pin = platform.pins[i]
        if code := pin_problem(pin):
            yield places.problem(code, path, got=pin)
        if pin in platform.pins[:i]:
            yield places.problem("repeated-value", path, got=pin)
        if i and isinstance(domain, Domain) and domain.sightings and not _is_vouched(domain):
            yield places.problem("domain-vouches-for-itself", path, got=pin)


def _is_vouched(domain: Domain) -> bool:
    """Whether a page elsewhere shows whose a domain is.

    A page on the domain itself proves only that somebody runs it.
    """
    return any(
        s.source_kind in _VOUCHING
        or (s.source_kind == "operator" and not is_own_url((domain.domain,), s.url))
        for s in domain.sightings
    )


def scope_problems(platform: Platform, places: Places) -> Problems:
    """Problems of policies that hold for some customers only."""
    seen: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    for i, scope in enumerate(platform.policy_scopes):
        path: Path = ("policy_scopes", i)
        whom = scope.regions, scope.customers
        if not any(whom):
            yield places.problem("scope-for-everybody", path)
        if whom in seen:
            yield places.problem("repeated-scope", path)
        seen.append(whom)
        for j, region in enumerate(scope.regions):
            if region not in regions() and region != "EU":
                yield places.problem("unknown-region", (*path, "regions", j), got=region)
    if _is_wider_than_its_lines(platform):
        yield places.problem("policy-wider-than-lines", ("phone_policy",))


def _is_wider_than_its_lines(platform: Platform) -> bool:
    """Whether a policy for everybody rests on lines that are for some customers only.

    Another page may state it for everybody and name a number that we have not seen.
    """
    lines = [c for c in platform.channels if c.kind == "phone" and c.retired is None]
    pages = {s.url for c in lines for s in c.sightings}
    source = platform.phone_policy_source
    for_some = bool(lines) and all(c.customers for c in lines)
    stated_elsewhere = source is not None and source.url not in pages
    return platform.phone_policy == "published" and for_some and not stated_elsewhere
