"""Rules for the scope of an entry: its domains, and the customers of a policy."""

from hotline_check.registry.decode import Path, Places
from hotline_check.registry.matching.phones import regions
from hotline_check.registry.models import Domain, Platform
from hotline_check.registry.rules.evidence import Problems
from hotline_check.registry.web.pins import is_own_url, pin_problem

# Evidence that a domain is the platform's, other than the domain itself.
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
    """Return True if a page on another domain shows the owner of a domain.

    Anyone can name themselves on a domain that they run, so its own pages prove nothing.
    """
    return any(
        s.source_kind in _VOUCHING
        or (s.source_kind == "operator" and not is_own_url((domain.domain,), s.url))
        for s in domain.sightings
    )


def scope_problems(platform: Platform, places: Places) -> Problems:
    """Problems of policies for some customers only."""
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
    """Return True if a policy for all customers is based on numbers for some of them only.

    Not when its page is another one: that can name a number which we have not seen.
    """
    lines = [c for c in platform.channels if c.kind == "phone" and c.retired is None]
    pages = {s.url for c in lines for s in c.sightings}
    source = platform.phone_policy_source
    for_some = bool(lines) and all(c.customers for c in lines)
    stated_elsewhere = source is not None and source.url not in pages
    return platform.phone_policy == "published" and for_some and not stated_elsewhere
