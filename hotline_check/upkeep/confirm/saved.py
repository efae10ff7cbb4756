"""Read pages that a maintainer saved: HTML, MHTML or WARC files, each with its URL.

Each file states its page's URL and, in some formats, the date of saving; otherwise the file's
modification date is used.
"""

import datetime as dt
import email
import email.policy
import email.utils
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from hotline_check.clock import local
from hotline_check.errors import HotlineError
from hotline_check.files import opened

_HTML = frozenset({".html", ".htm", ".xhtml"})
_MHTML = frozenset({".mhtml", ".mht"})
_WARC = (".warc", ".warc.gz")
_PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_ASSETS = ("_files", "_archivos", "-dateien", "_fichiers", ".assets")  # as browsers name them
_HEAD = 200_000  # bytes of a page that are searched for its URL
_ADDRESSES = (
    # Edge and Chrome: <!-- saved from url=(0031)https://example.com/help -->
    re.compile(rb"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->", re.IGNORECASE),
    # SingleFile: <!-- Page saved with SingleFile url: https://example.com/help saved date: ...
    re.compile(rb"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)", re.IGNORECASE),
    # most sites
    re.compile(
        rb"""
        <link[^>]*
        \brel=["']?canonical["']?[^>]*  # rel first
        \bhref=["']?([^"'\s>]+)  # then the URL
        """,
        re.IGNORECASE | re.VERBOSE,
    ),
    re.compile(
        rb"""
        <link[^>]*
        \bhref=["']?([^"'\s>]+)["']?[^>]*  # the URL first
        \brel=["']?canonical  # then rel
        """,
        re.IGNORECASE | re.VERBOSE,
    ),
)
# SingleFile writes the time as JavaScript does: Sun Nov 29 2026 12:00:00 GMT+0100 (...)
_SINGLE_FILE_DATE = re.compile(
    rb"""
    <!--\s*Page\ saved\ with\ SingleFile\s
    [^>]{0,2000}?  # the URL, which can be long
    saved\ date:\s*
    \w{3}\ (\w{3}\ \d{2}\ \d{4})  # weekday, then month, day and year
    """,
    re.IGNORECASE | re.VERBOSE,
)


class SavedPage(msgspec.Struct, frozen=True, kw_only=True):
    """A saved page.

    addresses: those it may have, the surest first, without query, fragment and last slash.
    content_type: as its server gave it, empty where that was not saved. file: to name it by.
    """

    addresses: tuple[str, ...]
    body: bytes
    saved: dt.date
    file: str
    content_type: str = ""


def saved_pages(path: Path, today: dt.date) -> Iterator[SavedPage]:
    """Yield every page of a file, or of all files below a folder, in order.

    today: no page counts as saved later. Raises HotlineError `cannot-read` when the disk refuses,
    `saved-page-kind` for a file that is no saved page (in a folder it is passed over), and
    `missing-extra` when a WARC file can't be read without its library.
    """
    try:
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                inside = file.relative_to(path).parts[:-1]
                is_asset = any(part.endswith(_ASSETS) for part in inside)
                if not is_asset and _reader(file) and file.is_file():
                    yield from _pages(file, today)
        elif _reader(path) is None:
            path.stat()  # a missing path gets its own error
            raise HotlineError("saved-page-kind", path=str(path))
        else:
            yield from _pages(path, today)
    except OSError as error:
        at = error.filename or path
        raise HotlineError("cannot-read", path=str(at), why=error.strerror) from error


def bare(url: str) -> str:
    """The URL without query, fragment and final slash, as the registry's evidence has it."""
    return re.split(r"[?#]", url, maxsplit=1)[0].rstrip("/")


def _reader(file: Path) -> str | None:
    """The reader for a file, None for a file that can't hold a saved page."""
    if file.suffix.lower() in _HTML:
        return "html"
    if file.suffix.lower() in _MHTML:
        return "mhtml"
    return "warc" if file.name.lower().endswith(_WARC) else None


def _pages(file: Path, today: dt.date) -> Iterator[SavedPage]:
    written = local(dt.datetime.fromtimestamp(file.stat().st_mtime, dt.UTC)).date()
    day = min(written, today)
    match _reader(file):
        case "html":
            yield _html(file, day)
        case "mhtml":
            yield from _mhtml(file, day)
        case _:
            with opened(file) as stream:
                yield from _warc(stream, file, day)


def _html(file: Path, day: dt.date) -> SavedPage:
    with opened(file) as stream:
        body = stream.read()
    head = body[:_HEAD]
    if match := _SINGLE_FILE_DATE.search(head):
        day = _no_later(day, _javascript_date(match[1].decode()))
    return SavedPage(addresses=_stated_urls(head), body=body, saved=day, file=file.name)


def _mhtml(file: Path, day: dt.date) -> Iterator[SavedPage]:
    """The page in a browser's MHTML file: its first HTML part; frames and images follow it."""
    # The default policy decodes folded and encoded URLs in headers; compat32 does not.
    with opened(file) as stream:
        message = email.message_from_binary_file(stream, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() in _PAGE_TYPES:
            body = part.get_payload(decode=True)
            own = part.get("Content-Location")
            urls = [str(u) for u in (message.get("Snapshot-Content-Location"), own) if u]
            if isinstance(body, bytes):
                yield SavedPage(
                    addresses=(*map(bare, urls), *_stated_urls(body[:_HEAD])),
                    body=body,
                    saved=_no_later(day, _mail_date(str(message.get("Date", "")))),
                    file=file.name,
                    content_type=str(part.get("Content-Type", "")),
                )
            return


def _warc(stream: BinaryIO, file: Path, day: dt.date) -> Iterator[SavedPage]:
    """The pages with status 200 in a WARC file."""
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError as error:
        raise HotlineError("missing-extra", extra="documents", what=file.name) from error
    for record in ArchiveIterator(stream):
        headers = record.http_headers
        if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
            continue
        kind = headers.get_header("Content-Type") or ""
        if kind.partition(";")[0].strip().lower() in _PAGE_TYPES:
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            fetched = record.rec_headers.get_header("WARC-Date") or ""
            yield SavedPage(
                addresses=(bare(url.strip("<>")),),
                body=record.content_stream().read(),
                saved=_no_later(day, _iso_date(fetched)),
                file=file.name,
                content_type=kind,
            )


def _stated_urls(head: bytes) -> tuple[str, ...]:
    found = (url for pattern in _ADDRESSES for url in pattern.findall(head))
    return tuple(dict.fromkeys(bare(url.decode("utf-8", "replace")) for url in found))


def _no_later(day: dt.date, stated: dt.date | None) -> dt.date:
    """The date that a file states, unless it is later than the file's own date."""
    return day if stated is None else min(day, stated)


def _javascript_date(text: str) -> dt.date | None:
    try:
        return dt.datetime.strptime(text, "%b %d %Y").date()  # noqa: DTZ007  # a day has no zone
    except ValueError:
        # A page saved by another program has its date in another form; see the other readers.
        return None


def _mail_date(text: str) -> dt.date | None:
    try:
        return email.utils.parsedate_to_datetime(text).date()
    except ValueError:
        return None


def _iso_date(text: str) -> dt.date | None:
    try:
        return dt.datetime.fromisoformat(text).date()
    except ValueError:
        return None
