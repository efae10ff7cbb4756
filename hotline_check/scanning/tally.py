"""Counts of a scan's results, and the exit code that follows from them."""

from collections import Counter
from typing import Final

from hotline_check.documents import Skipped
from hotline_check.errors import Exit
from hotline_check.scanning.hidden_text import HIDDEN_TEXT
from hotline_check.scanning.hits import Result
from hotline_check.verdict.models import Level, RegistryInfo, Status


class Tally:
    """Counts of a scan's results; takes no more memory the more there are.

    posed: for each platform (its id), how many contacts that must not be used are said to be its or
    imitate it; imitated: how many of these imitate it, were reported, or belong to a faked call;
    names: what those platforms are called.
    hidden: contacts that a reader does not see, and other text of that kind that may be one.
    unreadable: contacts of which nothing could be read.
    skipped: what was not read; unread: what of it a person may act on; failed: what of it was
    asked for.
    """

    def __init__(self) -> None:
        self.levels: Counter[Level] = Counter()
        self.statuses: Counter[Status] = Counter()
        self.posed: Counter[str] = Counter()
        self.imitated: Counter[str] = Counter()
        self.names: dict[str, str] = {}
        self.hidden = 0
        self.unreadable = 0
        self.skipped = 0
        self.unread = 0
        self.failed = 0
        self.registry: RegistryInfo | None = None

    def add(self, result: Result) -> None:
        """Count one result."""
        if isinstance(result, Skipped):
            self._skip(result)
            return
        verdict, level = result.judged, result.judged.level
        self.hidden += result.origin == "hidden"
        self.unreadable += verdict.status is Status.UNREADABLE
        self.levels[level] += 1
        self.statuses[verdict.status] += 1
        self.registry = verdict.registry
        if level == "danger" and (posed := verdict.claim or verdict.platform):
            self.posed[posed] += 1
            self.imitated[posed] += verdict.status in _IMITATIONS
            self.names[posed] = verdict.claim_name or verdict.platform_name or posed

    def merge(self, other: "Tally") -> None:
        """Add the counts of what comes after it."""
        self.levels.update(other.levels)
        self.statuses.update(other.statuses)
        self.posed.update(other.posed)
        self.imitated.update(other.imitated)
        self.names.update(other.names)
        self.hidden += other.hidden
        self.unreadable += other.unreadable
        self.skipped += other.skipped
        self.unread += other.unread
        self.failed += other.failed
        self.registry = other.registry or self.registry

    def _skip(self, skipped: Skipped) -> None:
        if skipped.reason == HIDDEN_TEXT:
            self.hidden += int(skipped.args["count"])
            return
        self.skipped += 1
        self.unread += skipped.may_hide
        self.failed += skipped.failed

    @property
    def is_whole(self) -> bool:
        """Whether everything that a person could act on was seen and read."""
        return not (self.hidden or self.unreadable or self.unread)

    @property
    def contacts(self) -> int:
        """How many contacts were found."""
        return self.levels.total()

    @property
    def exit(self) -> Exit:
        """The exit code: the worst verdict's; where there is no contact, whether all was read.

        Contacts that are all listed are no reason to trust what is hidden or could not be read.
        """
        nothing = Exit.NO_CONTACT if self.is_whole and not self.failed else Exit.NOTHING_CHECKED
        worst = next((code for level, code in _WORST if self.levels[level]), nothing)
        return Exit.CANNOT_TELL if worst is Exit.LISTED and not self.is_whole else worst


# That a platform does not publish a contact says nothing bad about whose it is.
_IMITATIONS: Final = frozenset({Status.LOOKALIKE, Status.REPORTED, Status.INBOUND_ONLY})
# The exit code of a file is that of the most alarming contact in it.
_WORST: tuple[tuple[Level, Exit], ...] = (
    ("danger", Exit.DO_NOT_DIAL),
    ("warning", Exit.CANNOT_TELL),
    ("listed", Exit.LISTED),
)
