"""Fetch and parse a listing page; reject error pages, bot checks and empty shells.

Returns a `Failure` for an unreadable page: "could not confirm", never "not official".
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

import msgspec

from hotline_check.registry.web.pins import is_own_url
from hotline_check.registry.web.user_pages import forwards, visitors_write
from hotline_check.upkeep.web.encoding import decode_page
from hotline_check.upkeep.web.fetch import (
    Allowed,
    Answer,
    Before,
    Failure,
    Fetcher,
    no_objection,
)
from hotline_check.upkeep.web.page_content import ContactPoint, Content, is_too_deep, read_html

_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_ENOUGH_TEXT = 200  # characters; a shorter page of contacts still has one of these links
_CONTACT = re.compile(r"(\d[\W_]{0,3}){6}\d|@")
_PAGE = (
    r"(page|article|seite|artikel|página|pagina|sayfa|страниц|stron|halaman|trang"
    r"|页|頁|ページ|페이지|หน้า)"
)
# Sites answer with status 200 for pages that are gone, and say so in words only.
_LOST = (
    r"(not\W+(be\W+)?(found|exist|available)|n.t\W+(be\W+found|exist)|no longer (exist|available)"
    r"|nicht gefunden|introuvable|no encontrad|não encontrad|non trovat|bulunamadı|не найден"
    r"|nie znalezion|tidak ditemukan|không tìm thấy"
    r"|找不到|不存在|未找到|見つかりません|찾을 수 없|ไม่พบ)"
)
_GONE = re.compile(
    # "Transaction not found" can be a help article; "Page not found" is an error page.
    rf"\b404\b|^\W*not\W+found\b|{_PAGE}.{{0,25}}{_LOST}|{_LOST}.{{0,25}}{_PAGE}",
    re.IGNORECASE,
)
_CHALLENGE = re.compile(
    r"""
    ^\W*(
        just\ a\ moment | attention\ required | checking\ your\ browser  # Cloudflare
      | verify(ing)?\ you\ are(\ a)?\ human | are\ you\ (a\ )?(human|robot)  # captchas
      | access\ denied | security\ check | ddos.guard  # firewalls
      | please\ wait\W*$  # alone: a help article can begin with these words
      | 请稍候 | 人机验证 | 安全验证  # the same in Chinese
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Where a site sends those who must log in first: that page shows no contact.
_LOGIN = re.compile(r"/(log-?in|sign-?in|auth|sso|captcha|challenge)(/|$)", re.IGNORECASE)
# A page that is gone is often redirected to the home page, with status 200.
_HOME = re.compile(r"/?([a-z]{2}([-_][a-z]{2,4})?/?)?(index\.\w+|home)?/?", re.IGNORECASE)


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A page that was read.

    url: as asked for. final_url: after redirects, still on a pinned host. text: what a reader
    sees. tel_links, mail_links, links: where its links lead. contact_points: what it states for
    programs. partial: scripts fill in more than could be read, so that what is missing proves
    nothing. fetched: the day. etag, last_modified: what the server gave to ask again with.
    """

    url: str
    final_url: str
    text: str
    tel_links: tuple[str, ...]
    mail_links: tuple[str, ...]
    links: tuple[str, ...]
    contact_points: tuple[ContactPoint, ...]
    partial: bool
    fetched: dt.date
    etag: str | None = None
    last_modified: str | None = None


class Unchanged(msgspec.Struct, frozen=True, kw_only=True):
    """Status 304: the page has not changed since the last request."""

    url: str


def own_page(pins: Iterable[str]) -> Allowed:
    """Return True if a URL is on the platform's pins, and no page of visitors or of a redirect.

    These are the pages that the rules for entries take as evidence.
    """
    hosts = tuple(pins)
    return lambda url: is_own_url(hosts, url) and not (visitors_write(url) or forwards(url))


def read_page(
    fetcher: Fetcher,
    url: str,
    allowed: Allowed,
    today: dt.date,
    *,
    conditions: Mapping[str, str] = MappingProxyType({}),
    before: Before = no_objection,
) -> Page | Unchanged | Failure:
    """Fetch a page and parse it.

    allowed: whether a URL is the platform's own page. conditions: `If-None-Match` and such;
    only with them the answer can be Unchanged. before: see `Fetcher.get`.
    """
    answer = fetcher.get(url, allowed, headers=conditions, before=before)
    if isinstance(answer, Failure):
        return answer
    if answer.status == 304:
        return Unchanged(url=url) if conditions else Failure(url=url, code="status", detail="304")
    kind = answer.headers.get("content-type", "text/html").partition(";")[0].strip().lower()
    if kind not in _TYPES:
        return Failure(url=url, code="content-type", detail=kind[:40])
    return page_of(answer, today)


def page_of(answer: Answer, today: dt.date) -> Page | Failure:
    """Parse a fetched or saved page, or return why it is not usable."""
    kind = answer.headers.get("content-type", "")
    text = decode_page(answer.body, kind)
    if text is None:
        return Failure(url=answer.url, code="not-text")
    is_plain = kind.startswith("text/plain")
    if not is_plain and is_too_deep(text):
        return Failure(url=answer.url, code="too-deep")
    content = _plain(text) if is_plain else read_html(text, answer.final_url)
    useful = len(content.text) >= _ENOUGH_TEXT or _CONTACT.search(content.text) is not None
    stated = content.tel_links or content.mail_links or content.contact_points
    if code := _doubt(content, answer, something=bool(useful or stated)):
        return Failure(url=answer.url, code=code, detail=content.heading[:80])
    return Page(
        url=answer.url,
        final_url=answer.final_url,
        text=content.text,
        tel_links=content.tel_links,
        mail_links=content.mail_links,
        links=content.links,
        contact_points=content.contact_points,
        partial=content.hollow or (content.scripted and not useful),
        fetched=today,
        etag=answer.headers.get("etag"),
        last_modified=answer.headers.get("last-modified"),
    )


def _plain(text: str) -> Content:
    return Content(
        text=text.strip(),
        heading="",
        links=(),
        tel_links=(),
        mail_links=(),
        contact_points=(),
        scripted=False,
        hollow=False,
    )


def _doubt(content: Content, answer: Answer, *, something: bool) -> str | None:
    """Why a page with status 200 isn't the requested page, None when it is.

    something: True if it has any useful text or structured contact.
    """
    if _is_redirected_away(answer.url, answer.final_url) or _GONE.search(content.heading):
        return "soft-404"
    if _CHALLENGE.match(content.heading) or _CHALLENGE.match(content.text):
        return "challenge"
    if something:
        return None
    return "javascript-only" if content.scripted or content.hollow else "no-text"


def _is_redirected_away(asked: str, got: str) -> bool:
    """Return True for a redirect to a home or login page, which many sites send for lost pages."""
    before, after = urlsplit(asked).path, urlsplit(got).path
    if before.rstrip("/") == after.rstrip("/") or _HOME.fullmatch(before):
        return False
    return _HOME.fullmatch(after) is not None or (
        _LOGIN.search(after) is not None and _LOGIN.search(before) is None
    )
