"""Archives that fetch pages themselves, so that a copy there counts as the page of that day."""

import datetime as dt
import re
from urllib.parse import urlsplit

from hotline_check.registry.web.pins import host_of

# The Internet Archive writes the second of the fetch and the page into a copy's address.
_WAYBACK_HOST = "web.archive.org"
_WAYBACK = re.compile(
    r"/web/"
    r"(?P<day>\d{8})\d{6}"  # UTC
    r"(?:[a-z]{2}_)?"  # how the copy is shown, such as id_ for the untouched page
    r"/(?P<page>https?://?.+)"
)
# Open Terms Archive commits each fetched page into repositories of its own organization.
_TERMS_HOSTS = frozenset({"github.com", "raw.githubusercontent.com"})
_TERMS_OWNER = "/opentermsarchive/"


def archive_problem(archive: str, page: str, seen: dt.date) -> str | None:
    """Why an archive's address is no proof of a page on a day (a problem code), or None.

    `not-an-archive`, `archive-of-another-page`, `archive-of-another-day`. Open Terms Archive names
    neither page nor day in its addresses: there a reviewer looks.

    >>> archive_problem(
    ...     "https://web.archive.org/web/20260609101500/https://www.example.com/terms",
    ...     "https://www.example.com/terms",
    ...     dt.date(2026, 6, 9),
    ... )
    """
    host = host_of(archive)
    path = urlsplit(archive).path if host else ""
    if host in _TERMS_HOSTS and path.lower().startswith(_TERMS_OWNER):
        return None
    copy = _WAYBACK.fullmatch(path) if host == _WAYBACK_HOST else None
    if copy is None:
        return "not-an-archive"
    if _bare(copy["page"]) != _bare(page):
        return "archive-of-another-page"
    if copy["day"] != f"{seen:%Y%m%d}":
        return "archive-of-another-day"
    return None


def archive_name(archive: str) -> str:
    """The archive's own name, by its address; every valid address is of one of the two."""
    return "Internet Archive" if host_of(archive) == _WAYBACK_HOST else "Open Terms Archive"


def _bare(url: str) -> str:
    """A page's address without what two spellings of it may differ in."""
    return re.sub(r"^https?:/+(www\.)?", "", url).rstrip("/")
