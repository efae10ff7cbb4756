"""All platforms of the registry, to open one's page."""

from collections.abc import Sequence
from typing import Final

import msgspec

from hotline_check.errors import HotlineError
from hotline_check.registry.models import Platform
from hotline_check.verdict.models import RegistryInfo
from hotline_check.wording.screens.check import age_line
from hotline_check.wording.terms.problems import error_line
from hotline_check.wording.text.catalogue import N_, Words

TITLE: Final = N_("Platforms")
NAME: Final = N_("Name of the platform")
OPEN_IT: Final = N_("Open its page")


class PlatformLink(msgspec.Struct, frozen=True, kw_only=True):
    """A platform to open."""

    id: str
    name: str


class PlatformsView(msgspec.Struct, frozen=True, kw_only=True):
    """The list of platforms, with a field for a name. wrong: what is wrong with the name."""

    title: str
    count: str
    name: str
    open_it: str
    platforms: Sequence[PlatformLink]
    given: str
    wrong: str | None
    age: str


def platforms_view(
    platforms: Sequence[Platform],
    registry: RegistryInfo,
    _: Words,
    *,
    given: str = "",
    wrong: HotlineError | None = None,
) -> PlatformsView:
    """The page that lists the platforms. given: the name that a person typed."""
    return PlatformsView(
        title=_(TITLE),
        count=_.plural("{n} platform.", "{n} platforms.", len(platforms)),
        name=_(NAME),
        open_it=_(OPEN_IT),
        platforms=[PlatformLink(id=p.id, name=p.name) for p in platforms],
        given=given,
        wrong=error_line(wrong, _) if wrong else None,
        age=age_line(registry, _),
    )
