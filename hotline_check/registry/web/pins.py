"""Pins, the hosts that are a platform's own, and tests if a URL is on one of them.

A pin is a registrable domain (by the public suffix list) and covers its subdomains, or, on
a host that many customers share, one whole host name, which covers only itself.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.web.public_suffixes import registered_domain
from hotline_check.urls import parse

# Hosts where everybody may rent a name. The public suffix list carries some of them; these are
# the help desks, wikis and page builders seen in the evidence that it leaves out.
SHARED = frozenset(
    {
        "atlassian.net",
        "bitrix24.site",
        "freshdesk.com",
        "freshservice.com",
        "gitbook.io",
        "helpscoutdocs.com",
        "hubspot.com",
        "intercom.help",
        "kb.help",
        "notion.site",
        "salesforce-sites.com",
        "statuspage.io",
        "stonly.com",
        "stretto.com",
        "zendesk.com",
        "zohodesk.com",
    }
)

# Hosts where any visitor can publish, so that no page there is a platform's own.
USER_CONTENT = frozenset(
    {
        "discord.com",
        "facebook.com",
        "github.com",
        "githubusercontent.com",
        "google.com",
        "linkedin.com",
        "medium.com",
        "notion.so",
        "pastebin.com",
        "quora.com",
        "reddit.com",
        "t.me",
        "telegra.ph",
        "twitter.com",
        "x.com",
        "youtube.com",
    }
)

_HAS_HOST = lazy_pattern(r"https?://[^/]", re.IGNORECASE)
# Browsers delete these from an address, so they must not hide a host.
_BREAKS = lazy_pattern(r"[\t\r\n]")
_HOST = lazy_pattern(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?")


@lru_cache(maxsize=4096)
def registrable(host: str) -> str | None:
    """The registrable domain of a host name, None for a public suffix, IP address or non-host."""
    return registered_domain(host.lower().rstrip("."))


@lru_cache(maxsize=4096)
def host_of(url: str) -> str | None:
    """The host name of an http(s) URL as a browser resolves it, None when it has none.

    None, too, where the URL says more than a host: a user, another port, a browser's slash.
    """
    if "\\" in url or _BREAKS.search(url) or not _HAS_HOST.match(url):
        return None
    found = parse(url)
    if found is None or found.user is not None or found.port is not None:
        return None
    return found.host if _HOST.fullmatch(found.host) else None


def is_whole_host(pin: str) -> bool:
    """Return True if a pin covers one host name only, because it is on a shared host."""
    domain = registrable(pin)
    return domain is None or domain in SHARED or domain != pin


def is_own_host(pins: Iterable[str], host: str) -> bool:
    """Return True if a host name is on one of the pins."""
    return any(host == pin or (host.endswith("." + pin) and not is_whole_host(pin)) for pin in pins)


def is_own_url(pins: Iterable[str], url: str) -> bool:
    """Return True if a URL is on one of the pins."""
    host = host_of(url)
    return host is not None and is_own_host(pins, host)


def pin_problem(pin: str) -> str | None:
    """Why a pin is invalid (a problem code), or None.

    `pin-not-a-host`, `pin-public-suffix`, `pin-shared-host`, `pin-user-content`.
    """
    if not _HOST.fullmatch(pin) or "." not in pin or pin.endswith("."):
        return "pin-not-a-host"
    domain = registrable(pin)
    if domain is None:
        return "pin-public-suffix"
    if pin in SHARED:
        return "pin-shared-host"
    if any(pin == host or pin.endswith("." + host) for host in USER_CONTENT):
        return "pin-user-content"
    return None
