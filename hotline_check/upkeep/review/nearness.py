"""How close an added number or domain is to what the registry knows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal

from hotline_check.registry.folder import Registry
from hotline_check.registry.likeness import phone_neighbours
from hotline_check.registry.phones import national
from hotline_check.registry.pins import SHARED, registrable
from hotline_check.registry.web_likeness import host_likeness
from hotline_check.upkeep.review.models import Near


class Surroundings:
    """The numbers and domains of several states of a registry, to compare added ones with."""

    def __init__(self, registries: Iterable[Registry]) -> None:
        self._holders: dict[str, set[tuple[str, Literal["published", "reported"]]]] = defaultdict(
            set
        )
        self._subscribers: dict[str, set[str]] = defaultdict(set)
        self._pins: dict[str, set[str]] = defaultdict(set)
        for registry in registries:
            for platform in registry.platforms:
                for channel in platform.channels:
                    if channel.kind == "phone" and channel.value.startswith("+"):
                        self._put(channel.value, platform.id, "published")
                for pin in platform.pins:
                    self._pins[pin].add(platform.id)
            for report in registry.reported:
                for number in report.numbers:
                    self._put(number.value, report.platform, "reported")

    def _put(self, value: str, owner: str, layer: Literal["published", "reported"]) -> None:
        self._holders[value].add((owner, layer))
        self._subscribers[national(value)[1]].add(value)

    def of_number(self, value: str) -> tuple[Near, ...]:
        """The numbers close to this one, those reported as fake first."""
        if not value.startswith("+"):
            return ()
        code, subscriber = national(value)
        near = phone_neighbours(code, subscriber)
        near |= {v: "country-code" for v in self._subscribers.get(subscriber, ()) if v != value}
        found = [
            Near(platform=owner, value=other, likeness=likeness, layer=layer)
            for other, likeness in near.items()
            for owner, layer in self._holders.get(other, ())
        ]
        return tuple(sorted(found, key=lambda n: (n.layer != "reported", n.value, n.platform)))

    def of_domain(self, domain: str, owner: str) -> tuple[Near, ...]:
        """The pins of others that a domain is made to look like."""
        brands = {
            _brand(pin): pin
            for pin, owners in self._pins.items()
            if pin != domain and owner not in owners
        }
        found = dict.fromkeys(host_likeness(domain, brands))
        return tuple(self._domains(found))

    def _domains(self, found: Iterable[tuple[str, str]]) -> Iterator[Near]:
        for pin, likeness in found:
            for owner in sorted(self._pins[pin]):
                yield Near(platform=owner, value=pin, likeness=likeness, layer="domain")


def _brand(pin: str) -> str:
    """The name in a pin: the tenant's on a shared host, else the domain's, never `help`."""
    domain = registrable(pin)
    return (pin if domain is None or domain in SHARED else domain).partition(".")[0]
