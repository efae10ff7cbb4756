"""Web addresses and schemes that open a chat or dial: whose account or number they name."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple
from urllib.parse import parse_qs, unquote

from hotline_check import networks
from hotline_check.lazy_pattern import lazy_pattern


class Account(NamedTuple):
    """An account of a network."""

    network: str
    name: str


class Number(NamedTuple):
    """A phone number as a link holds it: with its country code, perhaps without a plus."""

    digits: str


Named = Account | Number

_OF_PROFILES: Final = ("x", "telegram", "facebook", "instagram", "youtube", "reddit")
# Hosts whose pages are accounts.
NETWORKS: Final = {
    **{host: name for name in _OF_PROFILES for host in networks.NETWORKS[name].accounts},
    "chats.viber.com": "viber",
}
_PROFILE: Final = lazy_pattern(r"/(?:@|s/|u/|user/)?((?=\d*_*[A-Za-z])\w[\w.]{1,46}\w)/?", re.ASCII)
# The networks' own pages, which are nobody's account: `x.com/search`.
_NOT_PROFILES: Final = frozenset(
    (
        *("about", "addstickers", "c", "channel", "events", "explore", "groups", "hashtag"),
        *("help", "home", "i", "intent", "joinchat", "legal", "login", "pages", "playlist"),
        *("privacy", "proxy", "r", "results", "search", "settings", "share", "signup", "tos"),
        "watch",
    )
)
_NUMBER: Final = lazy_pattern(r"/?\+?([0-9][0-9 ().-]{5,20})/?")
_LINE_ID: Final = lazy_pattern(
    r"/(?:R/)?(?:ti|oaMessage)/(?:p/)?([~@]?[\w.@-]{2,40})", re.IGNORECASE
)
# These take it in the path: `wa.me/12025550143`.
_NUMBER_HOSTS: Final = frozenset({"wa.me", "viber.click", "t.me", "telegram.me", "zalo.me"})
# These take the number in the query: `api.whatsapp.com/send?phone=…`.
_PHONE_QUERY_HOSTS: Final = frozenset({"api.whatsapp.com", "web.whatsapp.com", "whatsapp.com"})
_PHONES: Final = ("phone", "number", "tel", "phone_number")
_NAMES: Final = {
    "tg": ("domain", "telegram"),
    "viber": ("chatURI", "viber"),
    "fb-messenger": ("id", "facebook"),
    "kakaoplus": ("id", "kakaotalk"),
}


def page_of(host: str, path: str, query: str | None, fragment: str | None) -> Named | None:
    """Whose account or number a page of a network is for, None for any other page."""
    site = host.removeprefix("www.")
    site = site.removeprefix("m.") if site.count(".") > 1 else site
    if site in _NUMBER_HOSTS and (number := _NUMBER.fullmatch(unquote(path))):
        return _number(number[1])
    if query and (site in _PHONE_QUERY_HOSTS or site in _NUMBER_HOSTS):
        given = _given(query)
        for name in _PHONES:
            if found := given.get(name):
                return _number(found)
    if site == "signal.me" and fragment and fragment.startswith("p/"):
        return _number(unquote(fragment[2:]))
    if site == "line.me" and (named := _LINE_ID.fullmatch(unquote(path))):
        return Account("line", named[1].lstrip("~@"))
    if site in {"messenger.com", "ig.me"} and path.startswith(("/t/", "/m/")):
        return Account("instagram" if site == "ig.me" else "facebook", path[3:].strip("/"))
    profile = _PROFILE.fullmatch(path)
    if site in NETWORKS and profile and profile[1].lower() not in _NOT_PROFILES:
        return Account(NETWORKS[site], profile[1])
    return None


def scheme_of(scheme: str, rest: str) -> Named | None:
    """Whose account or number a link of a chat program is for.

    rest: what follows the scheme's colon (`//send?phone=…`).
    """
    path, _, query = rest.partition("#")[0].partition("?")
    path = unquote(path).strip("/")
    given = _given(query)
    for name in _PHONES:
        if found := given.get(name):
            return _number(found)
    if scheme in _NAMES and (found := given.get(_NAMES[scheme][0])):
        return Account(_NAMES[scheme][1], found)
    if scheme == "line" and (named := _LINE_ID.fullmatch("/" + path)):
        return Account("line", named[1].lstrip("~@"))
    if scheme in {"weixin", "wechat"} and path.startswith("contacts/profile/"):
        return Account("wechat", path.rpartition("/")[2])
    if scheme == "skype" and path:
        return _number(path) if _NUMBER.fullmatch(path) else Account("skype", path)
    if scheme == "fb-messenger" and path.startswith(("user-thread/", "user/")):
        return Account("facebook", path.rpartition("/")[2])
    if number := _NUMBER.fullmatch(path.rpartition("/")[2]):
        return _number(number[1])
    return None


def _given(query: str | None) -> Mapping[str, str]:
    """The first value of each name in a query."""
    # A plus in a phone number is often written as it is; it means no space there.
    pairs = parse_qs((query or "").replace("+", "%2B"), max_num_fields=None)
    return {name: values[0].strip() for name, values in pairs.items()}


def _number(text: str) -> Number | None:
    digits = re.sub(r"[ ().-]|^\+", "", text)
    return Number(digits) if re.fullmatch(r"[0-9]{6,15}", digits) else None
