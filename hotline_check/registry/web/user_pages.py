"""Pages on a platform's own hosts that anybody may have made, or that forward to anywhere.

Profiles, requests for money, posts, offers of other customers, short links and click trackers are
on the platform's domain, but it does not speak there (docs/SECURITY.md): no such page is listed,
and none is evidence.

Short words such as `pay` or `go` are ordinary in help articles, so they count only outside of the
sections in which platforms write themselves, and only where something follows them.
"""

import re
from functools import lru_cache
from itertools import takewhile
from typing import Final, NamedTuple
from urllib.parse import unquote, urlsplit

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.registry.web.pins import host_of, registrable

# Pages where visitors write, search results and uploads are not the platform speaking, even on
# its own host (design, rule 6): as a step of a path or as a label of a host.
_WRITTEN_BY_VISITORS: Final = frozenset(
    (
        *("attachments", "board", "boards", "communities", "community", "discourse", "discuss"),
        *("discussion", "discussions", "forum", "forums", "help_search", "questions", "results"),
        *("search", "square", "uploads", "user-content", "usercontent"),
    )
)
# These say so only above another name: `/users/somebody`, not `/help/profile`.
_OF_VISITORS: Final = frozenset(
    (
        *("comment", "comments", "member", "members", "posts", "profile", "profiles", "reviews"),
        *("thread", "threads", "u", "user", "users"),
    )
)
# The same outside of a platform's own sections: `/people/x`, but `/blog/people/our-team`.
_PROFILES_AND_POSTS: Final = frozenset(
    (
        *("ads-merchant", "advertiser", "advertisers", "c2c", "creator", "creators", "feed"),
        *("feeds", "groups", "lead-details", "livestream", "livestreams", "merchant", "moments"),
        *("p2p", "post"),
        *("people", "proposal", "proposals", "seller", "sellers", "trader", "traders", "vendor"),
    )
)
_PAYMENTS: Final = frozenset(
    (
        *("cgi-bin", "charge", "charges", "checkout", "checkouts", "code", "crypto-box", "donate"),
        *("donation", "donations", "fundraiser", "fundraisers", "i", "invoice", "invoices", "ncp"),
        *("pay", "paylink", "paylinks", "payment", "payment-link", "payment-links"),
        *("payment-request", "payment-requests", "paymentlink", "paymentlinks", "paypalme"),
        *("pools", "qr", "qr-code", "qrcode", "qrcodes", "red-packet", "redenvelope", "redpacket"),
        *("tip", "uni-qr"),
    )
)
_FORWARDERS: Final = frozenset(
    (
        *("away", "cl0", "click", "clicks", "dapp", "deeplink", "dl", "exit", "external"),
        *("go", "goto", "jump", "l", "leave", "leaving", "link", "links", "ls", "open_url", "out"),
        *("outbound", "r", "redir", "redirect", "redirector", "redirects", "ul", "url"),
    )
)
# Words that say it by themselves: `/advertiserDetail`, `/$name`, `/@name`, a token's address.
_BY_ITSELF: Final = lazy_pattern(r"[$@]\w.*|advertiser-?detail|webscr|0x[0-9a-f]{8,}")
# A topic of Discourse: `/t/1`, `/t/its-title/1/2`.
_TOPIC: Final = lazy_pattern(r"/t/(?:[^/]+/)?[0-9]+(?:/|$)")
# Labels of hosts on which customers write or are paid, and of those that forward.
_HOSTS_OF_VISITORS: Final = frozenset(
    ("c2c", "dao", "feedback", "gov", "governance", "ideas", "p2p", "proposals", "vote", "voting")
)
_HOSTS_OF_PAYMENTS: Final = frozenset(
    ("checkout", "donate", "invoice", "invoices", "pay", "payment", "payments", "paylink", "qr")
)
_FORWARDING_HOST: Final = lazy_pattern(
    r"(?:ab)?links?\d*|lnk|url\d*|ct|l|r|s|t|e|go|goto|out|outbound|redir|redirect|redirects"
    r"|clicks?\d*|clk|deeplink|dl|trk|track|tracking|email|mailing|mg"
)
# Domains on which the first step of a path is a customer's name. A `.me` is used for little else.
_NAMES_AT_ROOT: Final = frozenset({"opensea.io", "venmo.com"})
_NAMES_AT_ROOT_SUFFIX: Final = ".me"

# Sections that a platform writes itself, as the first step of a path or as a label of a host.
_OWN_SECTIONS: Final = frozenset(
    (
        *("about", "about-us", "academy", "announcement", "announcements", "article", "articles"),
        *("blog", "brand", "career", "careers", "company", "compliance", "contact"),
        *("contact-us", "contacts", "cookies", "cookie-policy", "customer-service", "developer"),
        *("developers", "disclosures", "docs", "documentation", "download", "downloads", "faq"),
        *("faqs", "features", "fees", "guide", "guides", "hc", "help", "help-center", "helpcenter"),
        *("how-it-works", "info", "jobs", "kb", "knowledge", "knowledgebase", "learn", "legal"),
        *("legalhub", "legals", "licenses", "login", "log-in", "logout", "news"),
        *("newsroom", "policies", "press", "pricing", "privacy", "privacy-policy", "register"),
        *("security", "sign-in", "sign-up", "signin", "signup", "solutions", "status", "support"),
        *("terms", "terms-of-service", "terms-of-use", "tos", "trust", "university", "webapps"),
        # Spanish, Portuguese, French, German, Italian, Turkish, Indonesian
        *("ajuda", "suporte", "ayuda", "soporte", "contacto", "contato", "noticias", "seguridad"),
        *("seguranca", "aide", "assistance", "hilfe", "kontakt", "assistenza", "supporto"),
        *("yardim", "destek", "iletisim", "bantuan"),
    )
)
# A step that chooses a language or a country: `en`, `pt-br`, `zh-hant-tw`, `en-001`.
_LANGUAGE: Final = lazy_pattern(r"(?:[a-z]{2}|fil)(?:[-_](?:[a-z]{2}|[0-9]{3}|han[st])){0,2}")

_VARIANT: Final = lazy_pattern(
    r"""
    (?: ;.*                                                # parameters
      | \.(?:html?|php|aspx?|jsp)                          # a suffix
      | [-_.]?(?:old|new|beta|archives?|v?\d++)            # possessive: digits are split in no way
    )+ $
    """,
    re.VERBOSE,
)


class _Parts(NamedTuple):
    """What is asked of a URL.

    labels: of its host, below the registrable domain. steps: of its path. is_own: in a section
    that the platform writes itself. above: the steps after which something follows.
    """

    host: str
    labels: list[str]
    steps: list[str]
    is_own: bool
    above: list[str]


def visitors_write(url: str, *, has_query: bool = False) -> set[str]:
    """The parts of a URL by which anybody may have made its page.

    has_query: the address had a query or a fragment, which the URL no longer holds. Empty for any
    other page.
    """
    parts = _parts_of(url, has_query=has_query)
    host = parts.host.split(".")[:-1]
    names = {_plain(name) for name in (*parts.steps, *host)} | set(parts.steps)
    found = names & _WRITTEN_BY_VISITORS
    found |= {_plain(step) for step in parts.steps[:-1]} & _OF_VISITORS
    found |= {step for step in parts.steps if _BY_ITSELF.fullmatch(step)}
    found |= set(parts.labels) & _HOSTS_OF_VISITORS
    if parts.is_own:
        return found
    found |= {_plain(step) for step in parts.above} & (_PROFILES_AND_POSTS | _PAYMENTS)
    if parts.steps or has_query:
        found |= set(parts.labels) & _HOSTS_OF_PAYMENTS
    if _TOPIC.search("/" + "/".join(parts.steps)):
        found.add("t")
    return found | _names_at_root(parts)


def forwards(url: str, *, has_query: bool = False) -> set[str]:
    """The parts of a URL by which it may be a short link, a click tracker or a redirect."""
    parts = _parts_of(url, has_query=has_query)
    if parts.is_own:
        return set()
    found = {_plain(step) for step in parts.above} & _FORWARDERS
    if parts.steps or has_query:
        found |= {label for label in parts.labels if _FORWARDING_HOST.fullmatch(label)}
    return found


@lru_cache(maxsize=8)  # asked twice for each page: who writes it, and whether it forwards
def _parts_of(url: str, *, has_query: bool) -> _Parts:
    host = host_of(url) or ""
    steps = [step for step in unquote(urlsplit(url).path).lower().split("/") if step]
    below = host.removesuffix(registrable(host) or "").rstrip(".")
    labels = below.split(".") if below else []
    opening = {*labels, *map(_plain, steps[: _after_language(steps) + 1])}
    is_own = not _OWN_SECTIONS.isdisjoint(opening)
    return _Parts(host, labels, steps, is_own, steps if has_query else steps[:-1])


def _after_language(steps: list[str]) -> int:
    """The place of the first step that chooses no language or country: 1 in `/en-us/help`."""
    return sum(1 for _ in takewhile(_LANGUAGE.fullmatch, steps[:2]))


def _names_at_root(parts: _Parts) -> set[str]:
    """The first step where it may be the name of a customer."""
    domain = parts.host.removeprefix("www.")
    is_root = domain in _NAMES_AT_ROOT or (
        domain.endswith(_NAMES_AT_ROOT_SUFFIX) and registrable(domain) == domain
    )
    at = _after_language(parts.steps)
    return set(parts.steps[at : at + 1]) if is_root else set()


def _plain(name: str) -> str:
    return _VARIANT.sub("", name)
