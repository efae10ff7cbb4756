"""Rules for sightings: their dates, their URL, the owner of its host."""

import datetime as dt
from collections.abc import Iterator
from typing import Protocol

from hotline_check.registry.archives import archive_problem
from hotline_check.registry.decode import Path, Places
from hotline_check.registry.models import AuthoritySighting, Platform, Sighting
from hotline_check.registry.problems import Problem
from hotline_check.registry.web.pins import host_of, is_own_url
from hotline_check.registry.web.user_pages import forwards, visitors_write

Problems = Iterator[Problem]


class Seen(Protocol):
    """The fields that all kinds of sightings share."""

    @property
    def url(self) -> str: ...
    @property
    def seen(self) -> dt.date: ...
    @property
    def page_date(self) -> dt.date | None: ...


def date_problems(sighting: Seen, places: Places, path: Path, today: dt.date) -> Problems:
    """Problems of a sighting's dates and URL."""
    # A date in the future would keep a number fresh for as long as its author likes.
    if sighting.seen > today:
        yield places.problem("future-date", (*path, "seen"), got=str(sighting.seen))
    # No page can be read before its own date.
    if sighting.page_date and sighting.page_date > sighting.seen:
        yield places.problem("page-after-seen", (*path, "page_date"), got=str(sighting.page_date))
    if host_of(sighting.url) is None:
        yield places.problem("bad-url", (*path, "url"), got=sighting.url)


def copy_problems(sighting: Sighting | AuthoritySighting, places: Places, path: Path) -> Problems:
    """Problems of the archive URL of a page's copy."""
    if (sighting.how == "archived-copy") != (sighting.archive is not None):
        yield places.problem("archive-without-copy", (*path, "how"), got=sighting.how)
    elif sighting.archive is not None:
        code = archive_problem(sighting.archive, sighting.url, sighting.seen)
        if code:
            yield places.problem(code, (*path, "archive"), got=sighting.archive)


def own_page_problems(platform: Platform, url: str, places: Places, path: Path) -> Problems:
    """Problems of a URL that is declared to be the platform's own page."""
    host = host_of(url)
    if host is None:
        return  # reported by date_problems
    # A query can put any text on many pages, such as "call this number".
    if set("?#") & set(url):
        yield places.problem("query-in-evidence", path, got=url)
    if not is_own_url(platform.pins, url):
        yield places.problem("unpinned-host", path, got=host)
    elif words := visitors_write(url) | forwards(url):
        yield places.problem("not-evidence", path, got=", ".join(sorted(words)))
