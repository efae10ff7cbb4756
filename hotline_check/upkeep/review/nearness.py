"""Find registry values that an added number or domain resembles."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain
from typing import Literal

from hotline_check.registry.folder import Registry
from hotline_check.registry.matching.likeness import phone_neighbours
from hotline_check.registry.matching.names import fold
from hotline_check.registry.matching.phones import national
from hotline_check.registry.models import Platform
from hotline_check.registry.web.brand_forms import BrandForm, brand_forms
from hotline_check.registry.web.likeness import host_keys, host_likeness
from hotline_check.upkeep.review.models import Near


class Surroundings:
    """Index of the numbers and domains in one or more states of a registry."""

    def __init__(self, registries: Iterable[Registry]) -> None:
        self._holders: dict[str, set[tuple[str, Literal["published", "reported"]]]] = defaultdict(
            set
        )
        self._subscribers: dict[str, set[str]] = defaultdict(set)
        self._platforms: list[Platform] = []
        self._brands: dict[str, set[BrandForm]] = defaultdict(set)
        for registry in registries:
            for platform in registry.platforms:
                for channel in platform.channels:
                    if channel.kind == "phone" and channel.value.startswith("+"):
                        self._put(channel.value, platform.id, "published")
                self._platforms.append(platform)
            for report in registry.reported:
                for number in report.numbers:
                    self._put(number.value, report.platform, "reported")

    def _put(self, value: str, owner: str, layer: Literal["published", "reported"]) -> None:
        self._holders[value].add((owner, layer))
        self._subscribers[national(value)[1]].add(value)

    def of_number(self, value: str) -> tuple[Near, ...]:
        """Numbers similar to this one, reported fakes first."""
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

    def names_in(self, names: Iterable[str], owner: str) -> tuple[Near, ...]:
        """Other platforms whose name is a part of a name: "Example Support" has "Example"."""
        folded = [fold(name) for name in names]
        found = {
            platform.id: name
            for platform in self._platforms
            for name in (platform.name, *platform.aliases)
            if platform.id != owner and any(fold(name) in text for text in folded)
        }
        return tuple(
            Near(platform=other, value=name, likeness="name-inside", layer="name")
            for other, name in sorted(found.items())
        )

    def of_domain(self, domain: str, owner: str) -> tuple[Near, ...]:
        """Pinned domains of other platforms that a domain imitates."""
        found = host_likeness(domain, self._forms(host_keys(domain), owner))
        return tuple(
            Near(
                platform=match.form.platform,
                value=match.form.domain or match.form.form,
                likeness=match.how,
                layer="domain",
            )
            for match in found
            if match.form.domain != domain
        )

    def _forms(self, keys: set[str], owner: str) -> dict[str, list[BrandForm]]:
        """The brand forms of other platforms that have one of the keys."""
        if not self._brands:
            for form in chain.from_iterable(map(brand_forms, self._platforms)):
                self._brands[form.key].add(form)
        found = ((key, self._brands.get(key, set())) for key in keys)
        return {key: sorted(f for f in forms if f.platform != owner) for key, forms in found}
