"""Data of a confirm run: outcomes of pages and the report."""

import datetime as dt
from typing import Literal

import msgspec

from hotline_check.registry.models import Sighting
from hotline_check.registry.terms import How
from hotline_check.upkeep.web.fetch import Failure
from hotline_check.upkeep.web.search_page import Number, Place, Where

Known = Literal["retired", "secondhand", "withheld", "reported", "other-platform"]
Key = tuple[str, str]  # a channel's kind and value


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What one page showed for one platform.

    run: the run's id. reader: the program's version, because a better reader may find more.
    wanted: channels that were looked for; seen: those found. numbers: other phone
    numbers on the page. partial: scripts fill in more. how: `live`, or `stored-copy` for a page
    saved in a browser, or `owner-proof`.
    """

    platform: str
    url: str
    run: str
    checked: dt.date
    reader: str
    how: How = "live"
    wanted: tuple[Key, ...] = ()
    seen: tuple[tuple[Key, Place], ...] = ()
    numbers: tuple[Number, ...] = ()
    named: tuple[Key, ...] = ()
    partial: bool = False
    failure: Failure | None = None
    etag: str | None = None
    last_modified: str | None = None
    unchanged: bool = False


class Confirmed(msgspec.Struct, frozen=True, kw_only=True):
    """A channel that was found on a page, with the sighting to record.

    new_page: the registry knows no sighting of it there yet.
    """

    platform: str
    kind: str
    value: str
    sighting: Sighting
    where: Where
    new_page: bool = False


class Missed(msgspec.Struct, frozen=True, kw_only=True):
    """A channel on none of its pages, all of which were read.

    since: the first day it was missed. propose_retired: missed twice, at least a week apart.
    """

    platform: str
    kind: str
    value: str
    urls: tuple[str, ...]
    since: dt.date
    propose_retired: bool


class Unconfirmed(msgspec.Struct, frozen=True, kw_only=True):
    """A channel that was not found, but some of its pages were unreadable."""

    platform: str
    kind: str
    value: str
    urls: tuple[str, ...]


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A value that a page or the owner names and the registry does not list; never added by itself.

    known: what the registry does know of it: `retired`, `secondhand`, `withheld`, `reported`,
    `other-platform`; `owner` says of which platform in the last two cases.
    """

    platform: str
    kind: str
    value: str
    url: str
    where: Where | Literal["owner-proof"]
    printed: str
    excerpt: str = ""
    known: Known | None = None
    owner: str | None = None


class Unreadable(msgspec.Struct, frozen=True, kw_only=True):
    """A page that could not be read, with the reason."""

    platform: str
    url: str
    code: str
    detail: str = ""


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """The result of a confirm run.

    strangers: saved pages that are no listing page of a platform, by file and address.
    has_skipped_dns: owner proofs in DNS were not looked for, because nothing installed can.
    """

    date: dt.date
    platforms: int
    pages: int
    confirmed: tuple[Confirmed, ...] = ()
    missed: tuple[Missed, ...] = ()
    unconfirmed: tuple[Unconfirmed, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    strangers: tuple[str, ...] = ()
    has_skipped_dns: bool = False

    @property
    def needs_person(self) -> bool:
        """Return True if something is missing, unknown or could not be looked at."""
        # What is withheld was decided once, and a page may go on printing it.
        new = [c for c in self.candidates if c.known != "withheld"]
        return bool(self.missed or self.unconfirmed or self.unreadable or new)
