"""The answer: status, level, exit code, reasons. No sentence: those are `wording`'s."""

from enum import StrEnum
from typing import Literal

import msgspec

from hotline_check.errors import Exit
from hotline_check.reading.models import Reading
from hotline_check.registry.lookups.facts import ClaimedBy
from hotline_check.registry.models import (
    AuthoritySighting,
    Channel,
    Platform,
    Sighting,
)
from hotline_check.registry.terms import Secret

Level = Literal["listed", "warning", "danger"]
Direction = Literal["dialling", "they-called"]


class Status(StrEnum):
    """What can be said of a value, in the order of the verdict table: the first that applies."""

    UNREADABLE = "unreadable"
    AMBIGUOUS = "ambiguous"
    INBOUND_ONLY = "inbound-only"
    CALLER_ID_UNPROVEN = "caller-id-unproven"
    RETIRED = "retired"
    REPORTED = "reported"
    OTHER_PLATFORM = "other-platform"
    AUTHORITY = "authority"
    WITHHELD = "withheld"
    DISPUTED = "disputed"
    SECONDHAND = "secondhand"
    STALE = "stale"
    LISTED = "listed"
    LOOKALIKE = "lookalike"
    NO_PHONE_LINE = "no-phone-line"
    NOT_LISTED = "not-listed"
    UNKNOWN = "unknown"

    @property
    def level(self) -> Level:
        """How much it alarms: `listed` is the only good one (see also `Verdict.is_confirmed`)."""
        if self is Status.LISTED:
            return "listed"
        return "danger" if self in _DANGER else "warning"

    @property
    def exit(self) -> Exit:
        """The program's exit code for this status."""
        return _EXITS[self.level]


_EXITS: dict[Level, Exit] = {
    "listed": Exit.LISTED,
    "warning": Exit.CANNOT_TELL,
    "danger": Exit.DO_NOT_DIAL,
}
# Reasons saying that a look at the platform's pages today gave nothing.
LOOK_FAILED = frozenset({"live-unreadable", "live-no-page"})
_DANGER = frozenset(
    {
        Status.INBOUND_ONLY,
        Status.RETIRED,
        Status.REPORTED,
        Status.OTHER_PLATFORM,
        Status.LOOKALIKE,
        Status.NO_PHONE_LINE,
        Status.NOT_LISTED,
    }
)


class Reason(msgspec.Struct, frozen=True):
    """One ground of a verdict; `wording.reasons` has one sentence for each code.

    args: the sentence's places by name. Dates are in ISO form, lists joined by `, `.
    """

    code: str
    args: dict[str, str] = {}


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """The row of the table that applies, and what it rests on.

    platform: the one that the row speaks of, None when nobody publishes the value.
    is_confirmed: see `Verdict`.
    """

    status: Status
    platform: Platform | None = None
    reasons: tuple[Reason, ...] = ()
    sightings: tuple[Sighting | AuthoritySighting, ...] = ()
    is_confirmed: bool = False

    @property
    def level(self) -> Level:
        """How much it alarms."""
        return level_of(self.status, is_confirmed=self.is_confirmed)


def level_of(status: Status, *, is_confirmed: bool) -> Level:
    """The level of a status; a confirmed line of a public body is the only one with two."""
    return "listed" if status is Status.AUTHORITY and is_confirmed else status.level


class Instead(msgspec.Struct, frozen=True, kw_only=True):
    """A way to reach the platform that it publishes itself, to be used in place of the value."""

    platform: str
    channel: Channel


class RegistryInfo(msgspec.Struct, frozen=True, kw_only=True):
    """Which registry answered. date: its newest sighting, ISO; age_days: from there to today."""

    source: str
    date: str
    age_days: int


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """The answer about one value.

    reading: the reading that was judged, None when nothing was or when `readings` disagree.
    claim: id of the platform that the value is said to belong to; claimed_by: who says so.
    platform: id and name of the one that publishes the value (or is posed as), None when nobody
    does.
    is_confirmed: for a public body's line, that a fresh government page shows it and that the
    person dials it without taking it for a platform's.
    sightings: where the value is published or was reported, newest first.
    never_asks: what this platform says its people never ask for.
    """

    input: str
    status: Status
    direction: Direction
    reading: Reading | None = None
    readings: tuple[Reading, ...] = ()
    claim: str | None = None
    claim_name: str | None = None
    claimed_by: ClaimedBy | None = None
    platform: str | None = None
    platform_name: str | None = None
    reasons: tuple[Reason, ...] = ()
    sightings: tuple[Sighting | AuthoritySighting, ...] = ()
    is_confirmed: bool = False
    instead: tuple[Instead, ...] = ()
    never_asks: tuple[Secret, ...] = ()
    registry: RegistryInfo | None = None

    @property
    def level(self) -> Level:
        """How much it alarms."""
        return level_of(self.status, is_confirmed=self.is_confirmed)

    @property
    def exit(self) -> Exit:
        """The program's exit code for it.

        A look at the pages today was wanted and failed: then nothing is confirmed by the code 0.
        """
        if self.level == "listed" and any(r.code in LOOK_FAILED for r in self.reasons):
            return Exit.CANNOT_TELL
        return _EXITS[self.level]
