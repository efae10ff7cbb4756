"""What the HTTP API takes and returns; OpenAPI is made from these.

The answers are the objects that the program prints with `--format json`.
"""

import datetime as dt
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from hotline_check.guidance.hours import Opening
from hotline_check.reading.models import Kind
from hotline_check.registry.freshness import Standing
from hotline_check.registry.lookups.facts import ClaimedBy
from hotline_check.registry.models import Authority, Channel, Domain, PolicyScope, Sighting
from hotline_check.registry.terms import PhonePolicy, PlatformKind, PolicyBasis, Secret
from hotline_check.serving.web.settings import MOST_SCAN, MOST_TEXT
from hotline_check.verdict.models import Direction, Level, RegistryInfo, Status

_NAME = Annotated[str, Meta(max_length=100)]
_Platform = Annotated[_NAME | None, Meta(description="Whose it is said to be, by any name.")]
_Region = Annotated[
    _NAME | None,
    Meta(description="The country of numbers without a country code, such as US or Hong Kong."),
]
_Direction = Annotated[
    Direction,
    Meta(description="`they-called` for a call or message that reached the person."),
]
_Lang = Annotated[
    str, Meta(max_length=40, description="Language of the sentences, such as en, zh, es or ja.")
]


class _Question(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    platform: _Platform = None
    region: _Region = None
    direction: _Direction = "dialling"
    lang: _Lang = "en"


class CheckRequest(_Question, frozen=True, kw_only=True):
    """A contact as it was pasted: a number, an address, an account, or a whole message.

    An empty text with `they-called` is a caller that hid its number.
    """

    text: Annotated[str, Meta(max_length=MOST_TEXT)]


class ScanRequest(_Question, frozen=True, kw_only=True):
    """A document: prose, HTML, a mail or JSON. Its kind is found from the text itself."""

    text: Annotated[str, Meta(max_length=MOST_SCAN)]


class ReadingModel(msgspec.Struct, frozen=True, kw_only=True):
    """What a text was read as, with every assumption."""

    kind: Kind
    value: str
    region: str | None
    network: str | None
    assumed: list[str]
    disguise: list[str]


class ReasonModel(msgspec.Struct, frozen=True, kw_only=True):
    """A ground of a verdict: a code for programs, a sentence for people."""

    code: str
    text: str
    args: dict[str, str]


class SightingModel(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A page that shows the contact, and when and how it was seen."""

    url: str
    seen: dt.date
    how: str
    source_kind: str
    archive: str | None = None
    page_date: dt.date | None = None
    as_printed: str | None = None


class InsteadModel(Channel, frozen=True, kw_only=True):
    """A channel of the platform to use instead."""

    platform: str


class VerdictModel(msgspec.Struct, frozen=True, kw_only=True):
    """A verdict. Only `level: listed` is good news, and only for a contact that one dials.

    exit: 0 listed, 1 do not dial or use, 3 cannot tell.
    """

    version: int
    input: str
    status: Status
    level: Level
    exit: int
    reading: ReadingModel | None
    readings: list[ReadingModel]
    direction: Direction
    claim: str | None
    claimed_by: ClaimedBy | None
    platform: str | None
    headline: str
    reasons: list[ReasonModel]
    sightings: list[SightingModel]
    instead: list[InsteadModel]
    never_asks: list[Secret]
    registry: RegistryInfo | None


class CheckAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The verdicts, one for each contact. exit: that of the most alarming one."""

    version: int
    exit: int
    verdicts: list[VerdictModel]


class ScanSummary(msgspec.Struct, frozen=True, kw_only=True):
    """Counts of a scan. exit: 0 only if everything was read and every contact is listed."""

    contacts: int
    levels: dict[Level, int]
    statuses: dict[str, int]
    posed_as: dict[str, int]
    hidden: int
    unreadable: int
    skipped: int
    unread: int
    failed: int
    exit: int


class ScanAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """Results in the order of the text: verdicts with their place, or what was not read."""

    version: int
    results: list[dict[str, Any]]
    summary: ScanSummary


class PlatformSummary(msgspec.Struct, frozen=True, kw_only=True):
    """A platform of the registry."""

    id: str
    name: str
    aliases: list[str]
    kind: PlatformKind
    status: str
    country: str | None
    domains: list[str]
    phone_policy: PhonePolicy


class PlatformsAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """All platforms, by name."""

    version: int
    platforms: list[PlatformSummary]
    registry: RegistryInfo


class ChannelModel(Channel, frozen=True, kw_only=True):
    """A channel. Give out only those whose state is `good`."""

    state: Standing
    opening: Opening | None


class WayModel(msgspec.Struct, frozen=True, kw_only=True):
    """The kind and value of a channel."""

    kind: str
    value: str


class PlatformAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """A platform with its channels. quickest: the way that most people need."""

    version: int
    id: str
    name: str
    aliases: list[str] | None
    kind: PlatformKind
    status: str
    country: str | None
    domains: list[str]
    domain_sightings: list[Domain]
    coverage: str | None
    phone_policy: PhonePolicy
    phone_policy_basis: PolicyBasis | None
    phone_policy_source: Sighting | None
    policy_scopes: list[PolicyScope]
    calls: str | None
    calls_basis: str | None
    quickest: list[WayModel]
    channels: list[ChannelModel]
    registry: RegistryInfo


class AuthorityModel(Authority, frozen=True, kw_only=True):
    """A public body. weak: no government page shows it; compare it before use."""

    weak: bool
    opening: Opening | None


class AuthoritiesAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The public bodies of a country; none where we know of none."""

    version: int
    country: str
    authorities: list[AuthorityModel]
