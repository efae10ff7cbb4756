"""What the API returns, beyond a verdict."""

import datetime as dt

import msgspec

from hotline_check.documents import Skipped
from hotline_check.errors import Exit
from hotline_check.guidance.hours import Opening
from hotline_check.registry.models import Authorities, Channel, Platform
from hotline_check.scanning.scanner import Hit, Tally
from hotline_check.verdict.models import RegistryInfo


class Scan(msgspec.Struct, frozen=True, kw_only=True):
    """The contacts of a text or file with their verdicts, and what was not read, in order.

    exit: the exit code that the program would return; LISTED only if everything was read and
    every contact is listed.
    """

    results: tuple[Hit | Skipped, ...]
    tally: Tally

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The contacts."""
        return tuple(result for result in self.results if isinstance(result, Hit))

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What was not read, and why."""
        return tuple(result for result in self.results if isinstance(result, Skipped))

    @property
    def exit(self) -> Exit:
        """The program's exit code for it."""
        return self.tally.exit


class Channels(msgspec.Struct, frozen=True, kw_only=True):
    """How a platform can be reached, as judged on a day.

    channels: those asked for. quickest: the way that most people need and, if that takes few
    questions only, the way for any; empty where the platform's pages confirm none, and where a kind
    or topic was asked for.
    openings: the state of channels that have hours, by value.
    """

    platform: Platform
    channels: tuple[Channel, ...]
    quickest: tuple[Channel, ...]
    openings: dict[str, Opening]
    today: dt.date
    registry: RegistryInfo


class Bodies(msgspec.Struct, frozen=True, kw_only=True):
    """The public bodies of a country that take scam reports; found is None where we know none.

    openings: the state of those that have hours, by name.
    """

    country: str
    found: Authorities | None
    openings: dict[str, Opening]
    registry: RegistryInfo
