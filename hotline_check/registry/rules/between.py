"""Rules across files: no name, number or host has two owners unless both declare it shared."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from hotline_check.registry.decode import Path, Places
from hotline_check.registry.matching.names import fold
from hotline_check.registry.models import (
    Channel,
    Domain,
    Platform,
    Reported,
)
from hotline_check.registry.rules.evidence import Problems
from hotline_check.registry.web.pins import is_own_host, registrable


def cross_problems(
    platforms: Sequence[tuple[Platform, Places]], reported: Sequence[tuple[Reported, Places]]
) -> Problems:
    """Problems between files: names, numbers and hosts that two entries claim."""
    yield from _shared_names(platforms)
    yield from _shared_values(platforms)
    yield from _shared_domains(platforms)
    yield from _accused(platforms)
    ids = {platform.id for platform, _ in platforms}
    published = {
        channel.value: platform.id
        for platform, _ in platforms
        for channel in platform.channels
        # A retired number may be reported: scammers take over numbers that become free.
        if channel.kind == "phone" and channel.retired is None
    }
    for report, places in reported:
        if report.platform not in ids:
            yield places.problem("unknown-platform", ("platform",), got=report.platform)
        for i, number in enumerate(report.numbers):
            if owner := published.get(number.value):
                path: Path = ("numbers", i, "value")
                yield places.problem("published-and-reported", path, got=number.value, owner=owner)
    for platform, places in platforms:
        for path, other in _sharing(platform):
            if other not in ids:
                yield places.problem("unknown-platform", path, got=other)


def _sharing(platform: Platform) -> Iterator[tuple[Path, str]]:
    for i, channel in enumerate(platform.channels):
        yield from ((("channels", i), other) for other in channel.shared_with)
    for i, domain in enumerate(platform.domains):
        if isinstance(domain, Domain):
            yield from ((("domains", i), other) for other in domain.shared_with)


def _shared_names(platforms: Sequence[tuple[Platform, Places]]) -> Problems:
    owner: dict[str, str] = {}
    for platform, _ in platforms:
        # Ids first: an alias must not take over another platform's id.
        owner.setdefault(fold(platform.id), platform.id)
    for platform, places in platforms:
        for path, name in _names(platform):
            taken = owner.setdefault(fold(name), platform.id)
            if taken != platform.id:
                yield places.problem("name-taken", path, got=name, owner=taken)
        for i, alias in enumerate(platform.aliases):
            if alias == platform.name or alias in platform.aliases[:i]:
                yield places.problem("repeated-alias", ("aliases", i), got=alias)


def _names(platform: Platform) -> Iterator[tuple[Path, str]]:
    yield ("name",), platform.name
    for i, alias in enumerate(platform.aliases):
        yield ("aliases", i), alias


def _shared_values(platforms: Sequence[tuple[Platform, Places]]) -> Problems:
    holders: dict[tuple[str, str], dict[str, tuple[Channel, Places, int]]] = defaultdict(dict)
    for platform, places in platforms:
        for i, channel in enumerate(platform.channels):
            if channel.kind in {"phone", "email"}:
                key = (channel.kind, channel.value.lower())
                holders[key][platform.id] = (channel, places, i)
    for found in holders.values():
        for owner, (channel, places, i) in found.items():
            others = set(found) - {owner}
            missing = others - set(channel.shared_with)
            if missing:
                path: Path = ("channels", i, "value")
                yield places.problem(
                    "two-platforms", path, got=channel.value, owner=", ".join(sorted(missing))
                )


def _shared_domains(platforms: Sequence[tuple[Platform, Places]]) -> Problems:
    """Require both owners to declare a shared pin: its pages are evidence for both."""
    by_domain: dict[str, list[tuple[Platform, Places, int]]] = defaultdict(list)
    for platform, places in platforms:
        for i, pin in enumerate(platform.pins):
            by_domain[registrable(pin) or pin].append((platform, places, i))
    for found in by_domain.values():
        for platform, places, i in found:
            own = platform.domains[i]
            shared = own.shared_with if isinstance(own, Domain) else ()
            others = {
                other.id
                for other, _, j in found
                if other.id != platform.id and _is_overlapping(platform.pins[i], other.pins[j])
            }
            if missing := others - set(shared):
                owner = ", ".join(sorted(missing))
                path: Path = ("domains", i)
                yield places.problem("two-pins", path, got=platform.pins[i], owner=owner)


def _accused(platforms: Sequence[tuple[Platform, Places]]) -> Problems:
    """A host that one entry pins is not reported as a fake by another."""
    owners = {pin: platform.id for platform, _ in platforms for pin in platform.pins}
    for platform, places in platforms:
        for i, impostor in enumerate(platform.impostors):
            host = impostor.value.partition("/")[0]
            owner = owners.get(registrable(host) or host, owners.get(host))
            is_accused = impostor.kind == "host" and impostor.relation in {"fake", "lookalike"}
            if is_accused and owner and owner != platform.id:
                path: Path = ("impostors", i)
                yield places.problem("impostor-of-another", path, got=host, owner=owner)


def _is_overlapping(pin: str, other: str) -> bool:
    """Return True if a host can be on both pins: a pin covers its subdomains."""
    return is_own_host((pin,), other) or is_own_host((other,), pin)
