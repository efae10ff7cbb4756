"""What each command prints with `--format json`, as types from which the schemas are made.

A model of the program is used where it is printed as it is. Keys may be added within a version;
none is taken away and none changes its meaning.
"""

import datetime as dt
from typing import Any, Literal, NotRequired, TypedDict

import msgspec

from hotline_check.documents.models import Section
from hotline_check.guidance.hours import Opening
from hotline_check.guidance.triage import Happening, Stage
from hotline_check.origins import Origin as HitOrigin
from hotline_check.registry.freshness import Standing
from hotline_check.registry.models import (
    Authority,
    Channel,
    Domain,
    PolicyScope,
    ReportTo,
    Sighting,
)
from hotline_check.registry.overview.coverage import Totals
from hotline_check.registry.overview.todo import Todo
from hotline_check.registry.problems import Problem
from hotline_check.registry.storage.installed import Release, Source
from hotline_check.registry.terms import (
    How,
    OutgoingCalls,
    PhonePolicy,
    PlatformKind,
    PolicyBasis,
    Secret,
    SourceKind,
    Topic,
)
from hotline_check.scanning.scanner import At
from hotline_check.upkeep.confirm.models import Report
from hotline_check.upkeep.review.history import Past, Step
from hotline_check.upkeep.review.models import Change
from hotline_check.upkeep.signed.changes import Changes
from hotline_check.upkeep.signed.publishing.keys import Keyring, RootChange, Waiting
from hotline_check.upkeep.signed.publishing.repository import Role
from hotline_check.upkeep.signed.trust import Pin
from hotline_check.upkeep.signed.update import Status
from hotline_check.verdict.models import RegistryInfo

Version = Literal[1]
Exits = Literal[0, 1, 3, 4]


class ErrorDetail(TypedDict):
    """A stable code; what is wrong and what to do, in the language asked for; every problem."""

    code: str
    message: str
    fix: str
    problems: NotRequired[list[str]]


class Error(TypedDict):
    """Any command that could not do what it was asked, with exit code 2."""

    version: Version
    error: ErrorDetail


class Hit(TypedDict):
    """What `scan` adds to a verdict: its place, the text there, what it is to a reader."""

    at: At
    text: str
    origin: HitOrigin


class Unread(TypedDict):
    """Input that was not read: the file, the part and line if one is meant, a stable reason.

    failed: it was asked for and could not be read. text: the same as a sentence.
    """

    file: str
    section: Section | None
    line: int | None
    reason: str
    failed: bool
    text: str


class Skipped(TypedDict):
    """A result for input that was not read, so that nothing vanishes."""

    version: Version
    skipped: Unread


RESULT = (Hit, Skipped)  # either; msgspec takes no union of two dicts


class Summary(TypedDict):
    """The counts of a scan.

    posed_as: how many dangerous contacts are said to be each platform's, or imitate it. hidden:
    places that a page or mail hides and that may hold a contact. unreadable: links whose target
    can't be read. skipped: inputs that were not read; unread: those of them that may hold a
    contact; failed: those that were asked for.
    exit: the exit code.
    """

    contacts: int
    levels: dict[str, int]
    statuses: dict[str, int]
    posed_as: dict[str, int]
    hidden: int
    unreadable: int
    skipped: int
    unread: int
    failed: int
    exit: Exits


class Scan(TypedDict):
    """`scan --format json`: every contact and whatever was not read, in order, and the counts."""

    version: Version
    results: list[Any]  # of RESULT
    summary: Summary


class Way(TypedDict):
    """A way to reach a platform."""

    kind: str
    value: str


class PlatformRecord(TypedDict):
    """A platform without its channels, in the registry's own keys.

    domains: the names of its pinned domains; domain_sightings: those with their pages.
    """

    id: str
    name: str
    aliases: list[str] | None
    kind: PlatformKind
    status: Literal["active", "closed"]
    country: str | None
    domains: list[str]
    coverage: Literal["complete", "partial"] | None
    phone_policy: PhonePolicy
    phone_policy_basis: PolicyBasis | None
    phone_policy_source: Sighting | None
    calls: OutgoingCalls | None
    calls_basis: PolicyBasis | None
    domain_sightings: list[Domain]
    policy_scopes: list[PolicyScope]


def _extended(model: Any, name: str, text: str, **more: Any) -> Any:
    """A model's own keys and more; what it leaves out when it has its default may be missing."""
    fields = {
        field.name: field.type if field.required else NotRequired[field.type]
        for field in msgspec.structs.fields(model)
    }
    made: Any = TypedDict(name, {**fields, **more})  # type: ignore[operator]  # made at run time
    made.__doc__ = text
    return made


ChannelState = _extended(
    Channel,
    "ChannelState",
    "A channel; state: whether it may be used; opening: null where no hours are published.",
    state=Standing,
    opening=Opening | None,
)
Evidence = _extended(
    Sighting,
    "Evidence",
    "A sighting; of a reported number without how and source_kind.",
    how=NotRequired[How],
    source_kind=NotRequired[SourceKind],
)
Difference = _extended(
    Change,
    "Difference",
    "A difference of two registries. danger: needs a second pair of eyes. sightings: evidence.",
    sightings=NotRequired[list[Evidence]],
)
AuthorityState = _extended(
    Authority,
    "AuthorityState",
    "A public body; weak: no government page shows it; opening: null without published hours.",
    weak=bool,
    opening=Opening | None,
)


class Channels(PlatformRecord):
    """`channels`: a platform with the channels asked for, the quickest ways first."""

    version: Version
    quickest: list[Way]
    channels: list[ChannelState]
    registry: RegistryInfo


class Platforms(TypedDict):
    """`platforms`: those that were asked for."""

    version: Version
    platforms: list[PlatformRecord]
    registry: RegistryInfo


class Sheet(TypedDict):
    """`prepare`: what a call sheet is made of. channels: best first, all with good evidence."""

    version: Version
    platform: str
    topic: Topic | None
    made: dt.datetime
    channels: list[ChannelState]
    never_asks: list[Secret]
    registry: RegistryInfo


class CalledStep(TypedDict):
    """A step: when to take it, its sentence, channels for it, where to report."""

    code: str
    stage: Stage
    text: str
    ways: list[Channel]
    to: ReportTo | None


class Called(TypedDict):
    """`called`: the steps for what happened, in order; registry is null without one."""

    version: Version
    platform: str | None
    happened: list[Happening]
    steps: list[CalledStep]
    authorities: list[Authority]
    registry: RegistryInfo | None


class ReportPlaces(TypedDict):
    """`report`: public bodies of a country; none where we know of none."""

    version: Version
    country: str | None
    authorities: list[AuthorityState]


Origin = Literal["file", "locale", "default", "environment"]
Setting = TypedDict("Setting", {"value": str | None, "from": Origin})
Setting.__doc__ = "A setting and where it comes from."


class Config(TypedDict):
    """`config`: the file, every setting with its origin, and what is wrong in the file."""

    version: Version
    file: str
    settings: dict[str, Setting]
    problems: list[str]


class RegistryStatus(TypedDict):
    """`registry status`: which registry, its counts, and what is known of its platforms.

    listable_phones: phones with fresh evidence. known: facts of the most used and of all platforms.
    """

    version: Version
    registry: RegistryInfo
    folder: str
    platforms: int
    channels: int
    phones: int
    listable_phones: int
    reported_numbers: int
    countries_with_authorities: int
    oldest_sighting: str | None
    newest_sighting: str | None
    policies: dict[str, int]
    coverage: dict[str, int]
    kinds: dict[str, int]
    countries: dict[str, int]
    phone_regions: dict[str, int]
    channel_kinds: dict[str, int]
    known: dict[str, Totals]


class RegistryTodo(TypedDict):
    """`registry todo`: facts worth finding, the most wanted first; left: how many more."""

    version: Version
    folder: str
    todo: list[Todo]
    left: int


class ProblemLine(TypedDict):
    """A problem and its sentence."""

    text: str
    problem: Problem


class RegistryValidate(TypedDict):
    """`registry validate`: every problem of a folder."""

    version: Version
    folder: str
    problems: list[ProblemLine]


class FileDiff(TypedDict):
    """A changed file of the registry, as a unified diff."""

    file: str
    diff: str


class RegistryEdit(TypedDict):
    """Commands that edit an entry: whether it was written, the changes, what else to look at."""

    version: Version
    written: bool
    files: list[FileDiff]
    hints: list[str]


class RegistryDiff(TypedDict):
    """`registry diff`: what changed, the most dangerous first."""

    version: Version
    dangerous: bool
    changes: list[Difference]


class RegistryHistory(TypedDict):
    """`registry history`: what entries say, and commits; steps is null without a repository."""

    version: Version
    folder: str
    pasts: list[Past]
    steps: list[Step] | None


class RegistryConfirm(TypedDict):
    """`registry confirm`: what the pages showed. attention: a person must decide something."""

    version: Version
    folder: str
    attention: bool
    report: Report


class SourceRow(TypedDict):
    """A pinned source, its current release, the kept ones, and when it was last asked."""

    source: Source
    current: Release | None
    kept: list[Release]
    last: Status | None


class RegistrySources(TypedDict):
    """`registry sources`: strongest first."""

    version: Version
    sources: list[SourceRow]


class RegistryUpdate(TypedDict):
    """`registry update`: a line for each pinned source."""

    version: Version
    source: str
    status: Literal["updated", "unchanged", "refused", "failed"]
    release: Release | None
    changes: Changes | None
    received: int
    error: ErrorDetail | None


class RegistryPublish(TypedDict):
    """`registry publish`: what went live, which signatures are missing, when metadata ends."""

    version: Version
    live: dict[Role, int]
    waiting: list[Waiting]
    release: Release | None
    changes: Changes | None
    expires: dict[Role, dt.datetime]


class RegistryTrust(TypedDict):
    """`registry trust`: the new pin."""

    version: Version
    pin: Pin


class RegistryUntrust(TypedDict):
    """`registry untrust`: the name of the removed source."""

    version: Version
    removed: str


class RegistryRollback(TypedDict):
    """`registry rollback`: the release before and now."""

    version: Version
    source: str
    was: Release
    now: Release


class KeysMake(TypedDict):
    """`registry keys make`: the files of a key pair and its id."""

    version: Version
    name: str
    private: str
    public: str
    keyid: str


class KeysList(TypedDict):
    """`registry keys list`: the live keys, then the staged ones."""

    version: Version
    keyrings: list[Keyring]


class KeysChange(TypedDict):
    """Commands that stage or sign a change of keys."""

    version: Version
    change: RootChange


# Name of a schema -> what it describes. A verdict's is written by hand, and `Hit` extends it.
OUTPUTS: dict[str, Any] = {
    "error": Error,
    "scan": Scan,
    "scan-line": RESULT,
    "channels": Channels,
    "platforms": Platforms,
    "prepare": Sheet,
    "called": Called,
    "report": ReportPlaces,
    "config": Config,
    "registry-status": RegistryStatus,
    "registry-todo": RegistryTodo,
    "registry-validate": RegistryValidate,
    "registry-edit": RegistryEdit,
    "registry-diff": RegistryDiff,
    "registry-history": RegistryHistory,
    "registry-confirm": RegistryConfirm,
    "registry-sources": RegistrySources,
    "registry-update": RegistryUpdate,
    "registry-publish": RegistryPublish,
    "registry-trust": RegistryTrust,
    "registry-untrust": RegistryUntrust,
    "registry-rollback": RegistryRollback,
    "registry-keys-make": KeysMake,
    "registry-keys-list": KeysList,
    "registry-keys-change": KeysChange,
}
