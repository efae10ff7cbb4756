"""One web address -> what it is read as: a URL, or the account whose page it is."""

import re
from functools import lru_cache
from urllib.parse import quote, unquote

from msgspec import structs

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading import codes
from hotline_check.reading.models import Assumption, Hints, Reading
from hotline_check.reading.web.chat import Account, Named, page_of
from hotline_check.reading.web.host import ascii_host
from hotline_check.reading.web.redirects import query_goes_on, shows_contact
from hotline_check.urls import Url

_ENDS_PATH = lazy_pattern(r"[?#]")
_TRAILING = ".,;:!?)]}>*_~'\"”’»"


@lru_cache(maxsize=1024)
def read_url(scheme: str, user: str, raw_host: str, rest: str, *, fanged: bool) -> Reading | None:
    """What an address reads as, None where its host can be none.

    user: the text before an `@`; rest: port, path and query; fanged: it could be clicked.
    """
    host = ascii_host(raw_host)
    if host is None:
        return None
    port = re.match(r":\d+", rest)
    path, mark, query = _ENDS_PATH.sub("\0", rest[port.end() if port else 0 :], count=1).partition(
        "\0"
    )
    apart = re.match(r":?\d*\\(?!/)", rest) is not None  # programs differ where this host ends
    path = path.replace("\\/", "/").replace("\\", "/")
    assumed = []
    if not fanged or not is_plain_host(raw_host):
        assumed.append(Assumption(codes.DEFANGED))
    onward = bool(mark) and (query_goes_on(query) or shows_contact(query))
    if mark and not onward:
        assumed.append(Assumption(codes.QUERY_DROPPED))
    if not (apart or user or port):
        before, _, after = rest.partition("#")
        named = page_of(host, path, before.partition("?")[2], after)
        if named and not (onward and isinstance(named, Account)):
            return _with_assumed(reading_for(named), assumed)
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


def reading_of(url: Url, written: str) -> Reading | None:
    """What an address that a browser would open reads as. written: as it was given."""
    rest = f":{url.port}" if url.port else ""
    rest += url.path
    rest += "" if url.query is None else f"?{url.query}"
    rest += "" if url.fragment is None else f"#{url.fragment}"
    user = "" if url.user is None else f"{url.user}@"
    found = read_url(url.scheme, user, url.host, rest, fanged=True)
    authority = written.replace("\\", "/").lstrip("/").partition("://")[2].partition("/")[0]
    if found is None or found.kind != "url" or authority.isascii():
        return found
    return structs.replace(found, disguise=(codes.TAG_LOOKALIKE_HOST,))


def reading_for(named: Named) -> Reading | None:
    """An account or a number that a link to a chat is for; None for what is no number."""
    if isinstance(named, Account):
        return Reading(
            kind="handle", value="@" + named.name.removeprefix("@"), network=named.network
        )
    from hotline_check.reading.phone.parse import read_number  # few links hold a number

    readings = read_number("+" + named.digits, Hints()).readings
    return readings[0] if readings else None


def _with_assumed(reading: Reading | None, assumed: list[Assumption]) -> Reading | None:
    if reading is None or not assumed:
        return reading
    return structs.replace(reading, assumed=(*reading.assumed, *assumed))


def _quoted(path: str, also: str = "") -> str:
    """A path as a browser would send it; half a pair of surrogates becomes a question mark."""
    return quote(path, safe="/:@!$&'()*+,;=~-._%" + also, errors="replace")


def is_plain_host(raw: str) -> bool:
    """Whether a host has no brackets or spaces that keep it from being clicked."""
    return not re.search(r"[\[({]|\s", raw)


def _mixed(raw: str) -> tuple[str, ...]:
    return () if raw.isascii() else (codes.TAG_LOOKALIKE_HOST,)


def trimmed(text: str, start: int, end: int) -> int:
    """The end of an address without the sentence's punctuation after it."""
    while end > start and text[end - 1] in _TRAILING:
        if text[end - 1] == ")" and text.count("(", start, end) >= text.count(")", start, end):
            break
        end -= 1
    return end
