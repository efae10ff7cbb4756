"""The registry's entries as data: platforms, reported numbers, authorities.

Field names are the YAML keys; `registry/README.md` explains each with an example. Channels map
onto schema.org ContactPoint (value: telephone/email/url, topics: contactType, regions:
areaServed, languages: availableLanguage, hours: hoursAvailable).
"""

import datetime as dt
from typing import Literal

import msgspec

from hotline_check.registry.terms import (
    AuthoritySource,
    ChannelKind,
    Customers,
    How,
    KnownPolicy,
    OutgoingCalls,
    PhonePolicy,
    PlatformKind,
    PolicyBasis,
    Secret,
    SourceKind,
    Topic,
)


class _Entry(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Base of all parts of an entry.

    Subclasses repeat `kw_only`, which is not inherited, and `frozen`, which mypy requires.
    """


class Note(_Entry, frozen=True, kw_only=True):
    """A remark for the reader, per language; English is the one every note has."""

    en: str
    zh: str | None = None


class Sighting(_Entry, frozen=True, kw_only=True):
    """Where and when something was seen.

    seen: the day on which a person or `registry confirm` looked. page_date: the date that the page
    shows. as_printed: a phone number exactly as the page prints it.
    archive: the URL of a copy in an independent archive, for `how: archived-copy`; `seen` is then
    the day on which the archive fetched it.
    """

    url: str
    seen: dt.date
    how: How
    source_kind: SourceKind
    archive: str | None = None
    page_date: dt.date | None = None
    as_printed: str | None = None


class Channel(_Entry, frozen=True, kw_only=True):
    """One way to reach a platform that it publishes.

    value: for a phone E.164, or the digits as dialled at home (then `regions` names where).
    slow: its page says that an answer may take days.
    inbound_only: the platform says that this line never calls out.
    retired: since when it is known to be no longer published.
    secondhand: no page of the platform's own shows it.
    shared_with: ids of the platforms that publish the same value.
    hours: OpenStreetMap opening_hours syntax, in `timezone` (IANA).
    customers: the only customers it is for; everybody when empty.
    remarks: for maintainers; only the `registry` commands show them.
    """

    kind: ChannelKind
    value: str
    regions: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    customers: tuple[Customers, ...] = ()
    hours: str | None = None
    timezone: str | None = None
    languages: tuple[str, ...] = ()
    cost: Literal["toll-free", "shared"] | None = None
    slow: bool = False
    inbound_only: bool = False
    disputed: bool = False
    retired: dt.date | None = None
    secondhand: bool = False
    shared_with: tuple[str, ...] = ()
    note: Note | None = None
    remarks: tuple[str, ...] = ()
    sightings: tuple[Sighting, ...] = ()

    @property
    def own_sightings(self) -> tuple[Sighting, ...]:
        """The sightings on the platform's own pages, the only ones that can list a value."""
        return tuple(s for s in self.sightings if s.source_kind == "operator")


class Domain(_Entry, frozen=True, kw_only=True):
    """A domain that a platform runs, with the pages that say so.

    shared_with: ids of the platforms of the same company that run it, too.
    """

    domain: str
    shared_with: tuple[str, ...] = ()
    sightings: tuple[Sighting, ...] = ()


class PolicyScope(_Entry, frozen=True, kw_only=True):
    """What a platform says of phones to some of its customers, where it differs.

    regions, customers: whom it is for; at least one of the two is given.
    """

    policy: KnownPolicy
    basis: PolicyBasis
    source: Sighting
    regions: tuple[str, ...] = ()
    customers: tuple[Customers, ...] = ()


class Withheld(_Entry, frozen=True, kw_only=True):
    """A number some page prints for the platform, which this registry refuses to list."""

    value: str
    why: Literal["premium-rate", "unconfirmed", "not-support"]
    note: Note | None = None
    sightings: tuple[Sighting, ...] = ()


class Impostor(_Entry, frozen=True, kw_only=True):
    """A host, address or account that is not the platform's.

    relation: `fake` named as fraud by the platform, an authority or the press; `lookalike` seen
    posing as the brand; `mirror` a copy of its pages whose owner is not shown; `other-company`
    an unrelated firm of a similar name.
    """

    kind: Literal["host", ChannelKind]
    value: str
    relation: Literal["fake", "lookalike", "mirror", "other-company"]
    source: Sighting | None = None


class ReportTo(_Entry, frozen=True, kw_only=True):
    """Where the platform itself wants fraud in its name reported."""

    kind: ChannelKind
    value: str
    sightings: tuple[Sighting, ...] = ()


class Source(_Entry, frozen=True, kw_only=True):
    """A further page worth opening for a review, with what it says."""

    url: str
    seen: dt.date
    how: How
    source_kind: SourceKind
    about: Note
    page_date: dt.date | None = None


class Platform(_Entry, frozen=True, kw_only=True):
    """An operator that people hold crypto with, and everything it publishes to reach it.

    domains: pins; only pages on them are its own; plain, or with the pages that show whose they
    are. coverage: whether `channels` holds every phone it publishes. fresh_days: how long a
    sighting stays good, 180 when left out. policy_scopes: what it says of phones to some
    customers, where that differs.
    calls: what it says about ringing people itself; calls_basis: whether in these words.
    remarks: for maintainers; only the `registry` commands show them.
    """

    id: str
    name: str
    kind: PlatformKind
    status: Literal["active", "closed"]
    phone_policy: PhonePolicy
    domains: tuple[str | Domain, ...]
    channels: tuple[Channel, ...]
    aliases: tuple[str, ...] = ()
    country: str | None = None
    coverage: Literal["complete", "partial"] = "partial"
    fresh_days: int | None = None
    phone_policy_basis: PolicyBasis | None = None
    phone_policy_source: Sighting | None = None
    policy_scopes: tuple[PolicyScope, ...] = ()
    calls: OutgoingCalls | None = None
    calls_basis: PolicyBasis = "stated"
    calls_source: Sighting | None = None
    withheld: tuple[Withheld, ...] = ()
    impostors: tuple[Impostor, ...] = ()
    never_asks: tuple[Secret, ...] = ()
    never_asks_source: Sighting | None = None
    verify_page: str | None = None
    report_to: ReportTo | None = None
    sources: tuple[Source, ...] = ()
    note: Note | None = None
    remarks: tuple[str, ...] = ()

    @property
    def pins(self) -> tuple[str, ...]:
        """The names of its domains, in the order of the entry."""
        return tuple(d if isinstance(d, str) else d.domain for d in self.domains)

    @property
    def described_domains(self) -> tuple[Domain, ...]:
        """The domains that are written with their pages or owners."""
        return tuple(d for d in self.domains if isinstance(d, Domain))


class ReportSighting(_Entry, frozen=True, kw_only=True):
    """A page where a number was seen posing as a platform; page_date is the post's own date."""

    url: str
    seen: dt.date
    page_date: dt.date | None = None


class ReportedNumber(_Entry, frozen=True, kw_only=True):
    """One number (E.164) seen posing as a platform."""

    value: str
    sightings: tuple[ReportSighting, ...]
    note: Note | None = None


class Reported(_Entry, frozen=True, kw_only=True):
    """All numbers seen posing as one platform: one file of `registry/reported/`."""

    platform: str
    numbers: tuple[ReportedNumber, ...]


class AuthoritySighting(_Entry, frozen=True, kw_only=True):
    """Where an authority's details were seen.

    source_kind: `government` a public body's own page, `press` a newspaper's, `third-party`
    anybody else's, copies of government pages included.
    """

    url: str
    seen: dt.date
    how: How
    source_kind: AuthoritySource
    archive: str | None = None
    page_date: dt.date | None = None
    as_printed: str | None = None


class Authority(_Entry, frozen=True, kw_only=True):
    """A public body that takes scam reports or helps to stop a payment.

    names, about: its name and what it does by language tag, the country's own among them.
    remarks: for maintainers; only the `registry` commands show them.
    """

    name: str
    purpose: Literal["report", "advice", "emergency-block"]
    names: dict[str, str] = {}
    about: dict[str, str] = {}
    phone: str | None = None
    short_code: bool = False
    url: str | None = None
    languages: tuple[str, ...] = ()
    hours: str | None = None
    timezone: str | None = None
    note: Note | None = None
    remarks: tuple[str, ...] = ()
    sightings: tuple[AuthoritySighting, ...] = ()


class Authorities(_Entry, frozen=True, kw_only=True):
    """The authorities of one country: one file of `registry/authorities/`."""

    country: str
    authorities: tuple[Authority, ...]


class MostUsed(_Entry, frozen=True, kw_only=True):
    """The platforms whose users most need an answer, most users first: `most-used.yaml`."""

    date: dt.date
    platforms: tuple[str, ...]
