"""Web archives whose copies are accepted as evidence, because they fetch pages themselves."""

import datetime as dt
import re
from urllib.parse import urlsplit

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.registry.web.pins import host_of

# A copy's URL at the Internet Archive has the time of the fetch and the page's URL.
_WAYBACK_HOST = "web.archive.org"
_WAYBACK = lazy_pattern(
    r"/web/"
    r"(?P<day>\d{8})\d{6}"  # UTC
    r"(?:[a-z]{2}_)?"  # display modifier, such as id_ for the unmodified page
    r"/(?P<page>https?://?.+)"
)
# Open Terms Archive commits each fetched page into repositories of its own organization.
_TERMS_HOSTS = frozenset({"github.com", "raw.githubusercontent.com"})
_TERMS_OWNER = "/opentermsarchive/"


def archive_problem(archive: str, page: str, seen: dt.date) -> str | None:
    """Why an archive URL is no evidence for a page on a day (a problem code), or None.

    `not-an-archive`, `archive-of-another-page`, `archive-of-another-day`. Open Terms Archive names
    neither page nor day in its addresses: a reviewer has to look.

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
    """The name of the archive with this URL, which must be valid."""
    return "Internet Archive" if host_of(archive) == _WAYBACK_HOST else "Open Terms Archive"


def _bare(url: str) -> str:
    """A page's URL reduced to what two spellings of it share."""
    return re.sub(r"^https?:/+(www\.)?", "", url).rstrip("/")
