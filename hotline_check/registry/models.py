"""The registry's entries as data: platforms, reported numbers, authorities.

Field names are the YAML keys; `registry/README.md` explains each with an example. Channels map
onto schema.org ContactPoint (value: telephone/email/url, topics: contactType, regions:
areaServed, languages: availableLanguage, hours: hoursAvailable).
"""

import datetime as dt
from typing import Literal, get_args

import msgspec

PlatformKind = Literal[
    "exchange",
    "broker",
    "wallet",
    "hardware-wallet",
    "atm",
    "payments",
    "custodian",
    "onramp",
    "defi",
]
ChannelKind = Literal[
    "phone",
    "email",
    "chat",
    "form",
    "help-center",
    "x",
    "telegram",
    "facebook",
    "discord",
    "reddit",
    "line",
    "kakaotalk",
    "wechat",
    "whatsapp",
    "instagram",
    "youtube",
    "linkedin",
]
# The channel kinds that are accounts on somebody else's network.
ACCOUNTS = frozenset(get_args(ChannelKind)) - {"phone", "email", "chat", "form", "help-center"}
Topic = Literal[
    "account",
    "security",
    "trading",
    "technical",
    "policy",
    "general",
    "complaints",
    "institutional",
    "lock-account",
]
PhonePolicy = Literal["published", "callback-only", "none", "unknown"]
PolicyBasis = Literal["stated", "inferred"]
OutgoingCalls = Literal["never", "announced", "rare"]
How = Literal["stored-copy", "live", "owner-proof"]
SourceKind = Literal["operator", "regulator", "app-store", "third-party"]
AuthoritySource = Literal["government", "third-party"]
Secret = Literal[
    "password",
    "2fa-code",
    "seed-phrase",
    "remote-access",
    "move-funds",
    "install-software",
    "test-transaction",
    "pin",
    "card-number",
]


class Note(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """A remark for the reader, per language; English is the one every note has."""

    en: str
    zh: str | None = None


class Sighting(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """Where and when something was seen.

    seen: the day somebody (or `registry confirm`) looked. page_date: the date the page itself
    shows. as_printed: the characters of a phone number as they stand on the page.
    """

    url: str
    seen: dt.date
    how: How
    source_kind: SourceKind
    page_date: dt.date | None = None
    as_printed: str | None = None


class Channel(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """One way to reach a platform that it publishes.

    value: for a phone E.164, or the digits as dialled at home (then `regions` names where).
    inbound_only: the platform says that this line never calls out.
    retired: since when it is known to be no longer published.
    secondhand: no page of the platform's own shows it.
    shared_with: ids of the platforms that publish the same value.
    hours: OpenStreetMap opening_hours syntax, in `timezone` (IANA).
    """

    kind: ChannelKind
    value: str
    regions: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    hours: str | None = None
    timezone: str | None = None
    languages: tuple[str, ...] = ()
    cost: Literal["toll-free", "shared"] | None = None
    inbound_only: bool = False
    disputed: bool = False
    retired: dt.date | None = None
    secondhand: bool = False
    shared_with: tuple[str, ...] = ()
    note: Note | None = None
    sightings: tuple[Sighting, ...] = ()

    @property
    def own_sightings(self) -> tuple[Sighting, ...]:
        """The sightings on the platform's own pages, the only ones that can list a value."""
        return tuple(s for s in self.sightings if s.source_kind == "operator")


class Withheld(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """A number some page prints for the platform, which this registry refuses to list."""

    value: str
    why: Literal["premium-rate", "unconfirmed", "not-support"]
    note: Note | None = None
    sightings: tuple[Sighting, ...] = ()


class Impostor(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """A host, address or account that is not the platform's.

    relation: `fake` named as fraud by the platform, an authority or the press; `lookalike` seen
    posing as the brand; `mirror` a copy of its pages whose owner is not shown; `other-company`
    an unrelated firm of a similar name.
    """

    kind: Literal["host", ChannelKind]
    value: str
    relation: Literal["fake", "lookalike", "mirror", "other-company"]
    source: Sighting | None = None


class ReportTo(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """Where the platform itself wants fraud in its name reported."""

    kind: ChannelKind
    value: str
    sightings: tuple[Sighting, ...] = ()


class Source(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """A further page worth opening for a review, with what it says."""

    url: str
    seen: dt.date
    how: How
    source_kind: SourceKind
    about: Note
    page_date: dt.date | None = None


class Platform(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """An operator that people hold crypto with, and everything it publishes to reach it.

    domains: pins; only pages on them are its own. coverage: whether `channels` holds every
    phone it publishes. fresh_days: how long a sighting stays good, 180 when left out.
    calls: what it says about ringing people itself.
    """

    id: str
    name: str
    kind: PlatformKind
    status: Literal["active", "closed"]
    phone_policy: PhonePolicy
    domains: tuple[str, ...]
    channels: tuple[Channel, ...]
    aliases: tuple[str, ...] = ()
    country: str | None = None
    coverage: Literal["complete", "partial"] = "partial"
    fresh_days: int | None = None
    phone_policy_basis: PolicyBasis | None = None
    phone_policy_source: Sighting | None = None
    calls: OutgoingCalls | None = None
    calls_source: Sighting | None = None
    withheld: tuple[Withheld, ...] = ()
    impostors: tuple[Impostor, ...] = ()
    never_asks: tuple[Secret, ...] = ()
    never_asks_source: Sighting | None = None
    verify_page: str | None = None
    report_to: ReportTo | None = None
    sources: tuple[Source, ...] = ()
    note: Note | None = None


class ReportSighting(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """A page where a number was seen posing as a platform; page_date is the post's own date."""

    url: str
    seen: dt.date
    page_date: dt.date | None = None


class ReportedNumber(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """One number (E.164) seen posing as a platform."""

    value: str
    sightings: tuple[ReportSighting, ...]
    note: Note | None = None


class Reported(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """All numbers seen posing as one platform: one file of `registry/reported/`."""

    platform: str
    numbers: tuple[ReportedNumber, ...]


class AuthoritySighting(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """Where an authority's details were seen; a government's page or somebody else's."""

    url: str
    seen: dt.date
    how: How
    source_kind: AuthoritySource
    page_date: dt.date | None = None
    as_printed: str | None = None


class Authority(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """A public body that takes scam reports or helps to stop a payment."""

    name: str
    purpose: Literal["report", "advice", "emergency-block"]
    phone: str | None = None
    short_code: bool = False
    url: str | None = None
    languages: tuple[str, ...] = ()
    hours: str | None = None
    timezone: str | None = None
    note: Note | None = None
    sightings: tuple[AuthoritySighting, ...] = ()


class Authorities(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """The authorities of one country: one file of `registry/authorities/`."""

    country: str
    authorities: tuple[Authority, ...]
