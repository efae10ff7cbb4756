"""What must hold between files: no name, number or address with two owners unless both say so."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from hotline_check.registry.decode import Path, Places
from hotline_check.registry.models import Channel, Platform, Reported
from hotline_check.registry.names import fold
from hotline_check.registry.rules.evidence import Problems


def cross_problems(
    platforms: Sequence[tuple[Platform, Places]], reported: Sequence[tuple[Reported, Places]]
) -> Problems:
    """Problems between files: names, numbers and hosts that two entries claim."""
    yield from _shared_names(platforms)
    yield from _shared_values(platforms)
    ids = {platform.id for platform, _ in platforms}
    published = {
        channel.value: platform.id
        for platform, _ in platforms
        for channel in platform.channels
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
        for i, channel in enumerate(platform.channels):
            for other in channel.shared_with:
                if other not in ids:
                    yield places.problem("unknown-platform", ("channels", i), got=other)


def _shared_names(platforms: Sequence[tuple[Platform, Places]]) -> Problems:
    owner: dict[str, str] = {}
    for platform, _ in platforms:
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
