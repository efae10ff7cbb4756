"""A platform's page: how it can really be reached, and how to find its number yourself."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from hotline_check.guidance.hours import Opening
from hotline_check.registry.models import Channel, Platform
from hotline_check.verdict.models import Reason, RegistryInfo
from hotline_check.wording.pages.contacts import (
    ContactView,
    PageSeen,
    contact_view,
    page_seen,
    report_view,
    way_view,
)
from hotline_check.wording.pages.notes import NoteView, note_views
from hotline_check.wording.screens.channel_guide import FIND, RESPONSE, find_ways
from hotline_check.wording.screens.channels import (
    NO_CHANNELS,
    NONE_YET,
    SITES,
    policies,
)
from hotline_check.wording.screens.check import NEVER_ASKS, age_line
from hotline_check.wording.terms import vocabulary
from hotline_check.wording.terms.names import country_alone
from hotline_check.wording.terms.reasons import reason
from hotline_check.wording.text.catalogue import N_, Words

TITLE: Final = N_("How to reach {platform}")
PHONES: Final = N_("Phone lines")
OTHER_WAYS: Final = N_("Other ways")
REPORT_HERE: Final = N_("Where {platform} wants fraud reported")
SHEET: Final = N_("Make a call sheet")
SCAN: Final = N_("Code to dial it with your phone")
QUICKEST: Final = (N_("Quickest"), N_("For anything else"))


class SiteView(msgspec.Struct, frozen=True, kw_only=True):
    """A domain of the platform and the newest page that shows whose it is."""

    domain: str
    page: PageSeen


class QuickestView(msgspec.Struct, frozen=True, kw_only=True):
    """A quick way to reach the platform, with its title."""

    title: str
    way: ContactView


class PlatformView(msgspec.Struct, frozen=True, kw_only=True):
    """A platform's page. closed: a warning where the platform has closed."""

    id: str
    name: str
    title: str
    kind: str
    closed: str | None
    quickest: Sequence[QuickestView]
    none_yet: str | None
    policies: Sequence[str]
    notes: Sequence[NoteView]
    phones_title: str
    phones: Sequence[ContactView]
    others_title: str
    others: Sequence[ContactView]
    no_channels: str | None
    never_asks: str | None
    never_asks_page: PageSeen | None
    find_title: str
    find: Sequence[str]
    sites_title: str
    sites: Sequence[SiteView]
    report_title: str
    report_to: ContactView | None
    sheet: str
    scan: str
    age: str


def platform_view(
    platform: Platform,
    today: dt.date,
    registry: RegistryInfo,
    _: Words,
    *,
    openings: Mapping[str, Opening],
    quickest: Sequence[Channel],
) -> PlatformView:
    """The page of a platform.

    openings: the state of channels that have hours, by value. quickest: the way that most people
    need and, if that takes few questions, one for any.
    """
    contacts = [
        contact_view(platform, channel, today, openings.get(channel.value), _)
        for channel in sorted(platform.channels, key=lambda c: c.kind)
    ]
    kind = _(vocabulary.KINDS[platform.kind])
    where = [country_alone(platform.country, _)] if platform.country else []
    things = _.join([vocabulary.secret(s, _) for s in platform.never_asks])
    return PlatformView(
        id=platform.id,
        name=platform.name,
        title=_(TITLE, platform=platform.name),
        kind=" · ".join([kind, *where]),
        closed=reason(Reason("platform-closed", {"platform": platform.name}), _)
        if platform.status == "closed"
        else None,
        quickest=[
            QuickestView(title=_(title), way=way_view(channel, _))
            for title, channel in zip(QUICKEST, quickest, strict=False)  # often the first only
        ],
        none_yet=None if quickest else _(NONE_YET),
        policies=policies(platform, _),
        notes=note_views(platform.note, _),
        phones_title=_(PHONES),
        phones=[c for c in contacts if c.kind == "phone"],
        others_title=_(OTHER_WAYS),
        others=[c for c in contacts if c.kind != "phone"],
        no_channels=None if contacts else _(NO_CHANNELS),
        never_asks=_(NEVER_ASKS, platform=platform.name, things=things) if things else None,
        never_asks_page=page_seen(platform.never_asks_source, _)
        if platform.never_asks_source
        else None,
        find_title=_(FIND),
        find=[*find_ways(platform, _), _(RESPONSE, platform=platform.name)],
        sites_title=_(SITES),
        sites=_sites(platform, _),
        report_title=_(REPORT_HERE, platform=platform.name),
        report_to=report_view(platform.report_to, _) if platform.report_to else None,
        sheet=_(SHEET),
        scan=_(SCAN),
        age=age_line(registry, _),
    )


def _sites(platform: Platform, _: Words) -> list[SiteView]:
    return [
        SiteView(
            domain=domain.domain,
            page=page_seen(max(domain.sightings, key=lambda s: s.seen), _),
        )
        for domain in platform.described_domains
        if domain.sightings
    ]
