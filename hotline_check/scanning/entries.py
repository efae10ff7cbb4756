"""What a person needs to see of a scan: each contact once, and only those that matter."""

from collections.abc import Iterator
from typing import Final

from hotline_check.scanning.scanner import At, Hit
from hotline_check.verdict.models import Level, Status

# What must not be used comes first.
_ORDER: Final[tuple[Level, ...]] = ("danger", "warning", "listed")
# Enough to look one up; a signature in a thousand mails must not fill the screen.
_PLACES: Final = 3
# Different contacts that are collected; a scan's memory must not grow with its input.
_MOST: Final = 10_000


class Entry:
    """A contact with one verdict: where it was first found, and how often in all."""

    def __init__(self, hit: Hit) -> None:
        self.hit = hit
        self.count = 0
        self.places: list[At] = []

    def add(self, hit: Hit) -> None:
        """Count the contact once more."""
        self.count += 1
        if len(self.places) < _PLACES:
            self.places.append(hit.at)


class Entries:
    """Collects hits; those that the registry knows nothing of are only counted.

    unlisted: how many contacts were counted only.
    """

    def __init__(self) -> None:
        self.unlisted = 0
        self._entries: dict[str, Entry] = {}

    @property
    def is_full(self) -> bool:
        """Return True if what was collected should be shown now."""
        return len(self._entries) >= _MOST

    def add(self, hit: Hit) -> None:
        """Collect or count a hit."""
        if not matters(hit):
            self.unlisted += 1
            return
        verdict = hit.verdict
        contact = verdict.reading or verdict.readings or hit.text
        # By representation: readings hold lists, which have no hash.
        key = repr((contact, verdict.status, verdict.claim, verdict.platform, hit.origin))
        self._entries.setdefault(key, Entry(hit)).add(hit)

    def take(self) -> Iterator[Entry]:
        """The entries so far, the worst first, and start over."""
        entries, self._entries = self._entries.values(), {}
        yield from sorted(entries, key=lambda entry: _ORDER.index(entry.hit.verdict.level))


# A reader does not see these, or sees something that only a machine can read.
_ALWAYS: Final = frozenset({"hidden", "picture", "qr-code"})


def matters(hit: Hit) -> bool:
    """Return True for a contact that a person has to know about.

    It is listed or dangerous, a platform is named as its owner, or it is disguised,
    hidden, unreadable or from a picture, of which the person has to see what was read.
    """
    verdict = hit.verdict
    if verdict.level != "warning" or verdict.claim or verdict.platform:
        return True
    is_disguised = verdict.reading is not None and bool(verdict.reading.disguise)
    return is_disguised or hit.origin in _ALWAYS or verdict.status is Status.UNREADABLE
