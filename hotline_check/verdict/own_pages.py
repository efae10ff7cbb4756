"""Which pages on a platform's own host are no proof of anything: rules for one address."""

import re
import unicodedata
from typing import Final
from urllib.parse import unquote, urlsplit

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.web.redirects import path_goes_on, query_goes_on, shows_contact
from hotline_check.registry.web.pins import host_of
from hotline_check.registry.web.user_pages import forwards, visitors_write

# Steps of a path where an app is given access to an account.
_GRANTS: Final = lazy_pattern(
    r"""
    oauth(?:2|2\.0|-?\w+)?
    | authori[sz]e\w* | authori[sz]ation | consents? | grants? | permissions?
    | device | device[_-]?(?:login|code|auth|activation) | activate  # a code for somebody's device
    | (?:add|approve|link|pair|trust|verify)[_-]?(?:new[_-]?)?(?:account|app|device|login|wallet)
    | approve | approval | pair | pairing                            # what somebody else has begun
    | wc | walletconnect | connect(?:[_-]?(?:app|device|wallet))?    # a wallet for an app
    """,
    re.VERBOSE,
)


def doubt(url: str, *, has_query: bool = False) -> str | None:
    """Why an address on a pinned host proves nothing, as the code of a reason; None if it does.

    has_query: the address had a query or a fragment that the reader left out.
    `own-address-unusual`, `own-page-leads-on`, `own-page-shows-contact`, `own-page-grants-access`
    or `visitors-write-here`.
    """
    host = host_of(url)
    if host is None or _shows_signs(host):  # a port, a user name
        return "own-address-unusual"
    path = urlsplit(url).path
    _, mark, query = url.partition("?")
    if path_goes_on(path) or query_goes_on(query):
        return "own-page-leads-on"
    if mark or shows_contact(path):  # the reader keeps a query for one of these reasons only
        return "own-page-shows-contact"
    steps = [step for step in unquote(path).lower().split("/") if step]
    if any(_GRANTS.fullmatch(step) for step in steps):
        return "own-page-grants-access"
    if visitors_write(url, has_query=has_query):
        return "visitors-write-here"
    return "own-page-leads-on" if forwards(url, has_query=has_query) else None


def _shows_signs(host: str) -> bool:
    """Return True for a host with a sign that looks like a slash or a bar, as `evil.com∕.own.com`.

    Only its owner can set up such a name, but what is shown before the sign passes for the host.
    """
    names = [label[4:] for label in host.split(".") if label.startswith("xn--")]
    shown = "".join(name.encode().decode("punycode", "replace") for name in names)
    return any(unicodedata.category(char) == "Sm" or "\u2500" <= char <= "\u25ff" for char in shown)
