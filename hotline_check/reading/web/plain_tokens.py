"""Web contacts that are a whole token of plain characters, as most are: read without a search.

What is read here is what `contacts` finds in the same token (a test compares them), in a fifth of
the time. Any other token is left to it.
"""

import re
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.models import Reading
from hotline_check.reading.web.boundaries import is_whole
from hotline_check.reading.web.contacts import WebFind, is_seldom_host
from hotline_check.reading.web.host import has_known_suffix
from hotline_check.reading.web.url import read_url

_LABEL: Final = r"(?!xn--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST: Final = rf"(?:{_LABEL}\.){{1,9}}[a-z]{{2,24}}"
_TOKEN: Final = lazy_pattern(
    rf"""
    (?: (?P<scheme>https?)://
      | (?P<user>[A-Za-z0-9](?:[A-Za-z0-9._+-]{{0,61}}[A-Za-z0-9])?)@ )?
    (?P<host>{_HOST})
    (?P<path>(?(user)|(?:/[A-Za-z0-9_-]*[A-Za-z0-9-])*/?))  # a dot may begin another host
    """,
    re.VERBOSE,
)


def plain_token(text: str, low: int, high: int) -> WebFind | None:
    """The contact that an area of a text is from its first to its last character."""
    match = _TOKEN.fullmatch(text, low, high)
    if match is None or text[max(0, low - 1) : low].strip() or text[high : high + 1].strip():
        return None
    scheme, user, host, path = match.groups()
    if not has_known_suffix(host):
        return None
    if user:
        if not is_whole(text, low, high, marked=True, mail=True):
            return None
        return WebFind(low, high, Reading(kind="email", value=f"{user}@{host}"))
    if not scheme and not path and is_seldom_host(host.split(".")):
        return None
    if not is_whole(text, low, len(text) if path else high, marked=bool(scheme)):
        return None
    if not path:
        return WebFind(low, high, Reading(kind="url", value=f"{scheme or 'https'}://{host}/"))
    reading = read_url(scheme or "https", "", host, path, fanged=True)
    return WebFind(low, high, reading) if reading else None
