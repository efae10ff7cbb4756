"""Everything that the site is made of, read once from the registry."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from hotline_check.api.registry import Registry
from hotline_check.registry.models import Authorities, Platform, Reported
from hotline_check.serving.site.numbers import Number, numbers
from hotline_check.verdict.models import RegistryInfo, Verdict
from hotline_check.wording.text.catalogue import languages

PICTURE: Final = "assets/picture.png"


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """The registry on a day, and how the site is made.

    verdicts: of each reported number, by number and platform. base: the site's address, which
    ends with a slash; contact: whom to write to for a removal.
    """

    today: dt.date
    registry: RegistryInfo
    platforms: Sequence[Platform]
    reported: Sequence[Reported]
    authorities: Sequence[Authorities]
    numbers: Sequence[Number]
    verdicts: Mapping[tuple[str, str], Verdict]
    languages: Sequence[str]
    base: str | None
    contact: str | None


def facts(registry: Registry, base: str | None, contact: str | None) -> Facts:
    """Read the whole registry."""
    platforms = registry.platforms()
    reported = registry.reported()
    found = numbers(platforms, reported)
    return Facts(
        today=registry.today,
        registry=registry.info,
        platforms=platforms,
        reported=reported,
        authorities=[a for c in registry.countries() if (a := registry.authorities(c).found)],
        numbers=found,
        verdicts={
            (number.value, platform.id): registry.check(number.value, platform=platform.id)[0]
            for number in found
            for platform, _ in number.reported
        },
        languages=languages(),
        base=base,
        contact=contact,
    )
