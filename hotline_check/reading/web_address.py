"""One web address -> what it is read as: a URL, or the account whose page it is."""

import re
from functools import lru_cache
from typing import Final
from urllib.parse import quote, unquote

from hotline_check.reading import codes
from hotline_check.reading.hosts import ascii_host
from hotline_check.reading.models import Assumption, Reading
from hotline_check.reading.onward import query_goes_on

_TRAILING = ".,;:!?)]}>*_~'\"”’»"
_NETWORKS: Final = {
    "x.com": "x",
    "twitter.com": "x",
    "t.me": "telegram",
    "telegram.me": "telegram",
    "telegram.dog": "telegram",
    "facebook.com": "facebook",
    "fb.com": "facebook",
    "instagram.com": "instagram",
    "youtube.com": "youtube",
    "reddit.com": "reddit",
}
_PROFILE: Final = re.compile(r"/(?:@|s/|u/|user/)?((?=\d*_*[A-Za-z])\w[\w.]{1,46}\w)/?", re.ASCII)
_NOT_PROFILES: Final = frozenset(
    (
        *("about", "addstickers", "c", "channel", "events", "explore", "groups", "hashtag"),
        *("help", "home", "i", "intent", "joinchat", "legal", "login", "pages", "playlist"),
        *("privacy", "proxy", "r", "results", "search", "settings", "share", "signup", "tos"),
        "watch",
    )
)


@lru_cache(maxsize=1024)
def read_url(scheme: str, user: str, raw_host: str, rest: str, *, fanged: bool) -> Reading | None:
    """What an address reads as, None where its host can be none.

    user: what stands before an `@`; rest: port, path and query; fanged: it could be clicked.
    """
    host = ascii_host(raw_host)
    if host is None:
        return None
    port = re.match(r":\d+", rest)
    path, mark, query = re.sub(r"[?#]", "\0", rest[port.end() if port else 0 :], count=1).partition(
        "\0"
    )
    apart = re.match(r":?\d*\\(?!/)", rest) is not None  # programs differ where this host ends
    path = path.replace("\\/", "/").replace("\\", "/")
    assumed = []
    if not fanged or not plain_host(raw_host):
        assumed.append(Assumption(codes.DEFANGED))
    network = _NETWORKS.get(host.removeprefix("www.").removeprefix("m."))
    profile = _PROFILE.fullmatch(path)
    onward = bool(mark) and query_goes_on(query)
    odd = onward or apart or bool(user or port)
    if mark and not onward:
        assumed.append(Assumption(codes.QUERY_DROPPED))
    if network and profile and profile[1].lower() not in _NOT_PROFILES and not odd:
        return Reading(
            kind="handle", value="@" + profile[1], network=network, assumed=tuple(assumed)
        )
    path = _quoted(unquote(path[: trimmed(path, 0, len(path))])) or "/"
    if apart:
        path = "\\" + path.removeprefix("/")
    if onward:
        path += "?" + _quoted(query, also="?")
    return Reading(
        kind="url",
        value=f"{scheme}://{user}{host}{port[0] if port else ''}{path}",
        assumed=tuple(assumed),
        disguise=_mixed(raw_host),
    )


def _quoted(path: str, also: str = "") -> str:
    """A path as a browser would send it; half a pair of surrogates becomes a question mark."""
    return quote(path, safe="/:@!$&'()*+,;=~-._%" + also, errors="replace")


def plain_host(raw: str) -> bool:
    """Whether a host has no brackets or spaces that keep it from being clicked."""
    return not re.search(r"[\[({]|\s", raw)


def _mixed(raw: str) -> tuple[str, ...]:
    return () if raw.isascii() else (codes.TAG_LOOKALIKE_HOST,)


def trimmed(text: str, start: int, end: int) -> int:
    """The end of an address without the sentence's punctuation behind it."""
    while end > start and text[end - 1] in _TRAILING:
        if text[end - 1] == ")" and text.count("(", start, end) >= text.count(")", start, end):
            break
        end -= 1
    return end
