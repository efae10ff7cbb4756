"""Web addresses as browsers read them: one reader of URLs and host names for the whole project.

Two readings of one host are a way to reassure by mistake: what is judged must be what a browser
opens. The WHATWG URL standard, with UTS 46 for host names, is `ada_url`'s; plain addresses, which
every reader takes alike, are read here without loading it (a test compares the two).
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from hotline_check.lazy_pattern import lazy_pattern

# An address without anything that readers of URLs differ about.
_PLAIN: Final = lazy_pattern(
    r"""
    (?P<scheme>https?)://
    (?P<host>(?:(?!xn--)[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+(?!xn--)[a-z][a-z0-9-]{0,61}[a-z0-9])
    (?P<port>:[1-9][0-9]{0,3})?
    (?P<path>(?:/(?!\.|%2e)[\w~!$&'()*+,;=:@.%-]*)*)
    (?:\?(?P<query>[\w~!$&()*+,;=:@./?%-]*))?
    (?:\#(?P<fragment>[\w~!$&'()*+,;=:@./?%-]*))?
    """,
    re.IGNORECASE | re.ASCII | re.VERBOSE,
)
# The port that a browser leaves out.
_PORTS: Final = {"http": "80", "https": "443"}
# At most 63 characters (RFC 1035, 2.3.4); underscores are in use.
_LABEL: Final = lazy_pattern(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_ENDS_HOST: Final = lazy_pattern(r"[\x00-\x20/\\?#@:\[\]<>|^%]")


# Part of the text of every link that shows an address or a number, and of some others.
MAY_SHOW_CONTACT: Final = lazy_pattern(r"\w[.@\uff20\u3002]\w|(?:\d\D{0,4}){3}")
# The content of `<meta http-equiv=refresh>` that leads somewhere ("shared declarative refresh
# steps" of the HTML standard); the group that matched holds the address.
REFRESH: Final = lazy_pattern(
    r"""
    [\s\d.]* [;,]? \s*                      # when; browsers want it, mail programs may not
    (?: url \s* = \s* )?
    (?: " (?P<double>[^"]*) .*              # a quoted address ends at the matching quote
      | ' (?P<single>[^']*) .*
      | (?P<bare>[^"'\s].*)
    )
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


class Url(NamedTuple):
    """An http(s) address taken apart.

    user: user name and password, None without. host: lower case, ASCII (`xn--…`), an IPv4
    address as four numbers, an IPv6 address in brackets. port: None where it is the scheme's own.
    path: with dot segments resolved. query, fragment: without their sign, None where there is none.
    """

    scheme: str
    user: str | None
    host: str
    port: str | None
    path: str
    query: str | None
    fragment: str | None


@lru_cache(maxsize=1024)
def parse(url: str) -> Url | None:
    """Read an http(s) address as a browser does; None for what it would not open.

    >>> parse("https://Example.com:443/a/../b").host
    'example.com'
    """
    plain = _PLAIN.fullmatch(url)
    if plain is None:
        return _parse_any(url)
    scheme, port = plain["scheme"].lower(), (plain["port"] or "")[1:]
    return Url(
        scheme=scheme,
        user=None,
        host=plain["host"].lower(),
        port=port if port and port != _PORTS[scheme] else None,
        path=plain["path"] or "/",
        query=plain["query"],
        fragment=plain["fragment"],
    )


def _parse_any(url: str) -> Url | None:
    from ada_url import URL  # few addresses need it

    try:
        read = URL(url)
    except (ValueError, UnicodeError):
        return None
    scheme = read.protocol.removesuffix(":")
    host = read.hostname.removesuffix(".")
    if scheme not in _PORTS or not _is_host(host):
        return None
    has_user = bool(read.username or read.password)
    rest = read.href
    return Url(
        scheme=scheme,
        user=f"{read.username}:{read.password}".removesuffix(":") if has_user else None,
        host=host,
        port=read.port or None,
        path=read.pathname,
        query=read.search[1:] if "?" in rest.partition("#")[0] else None,
        fragment=read.hash[1:] if "#" in rest else None,
    )


def _is_host(host: str) -> bool:
    """Return True for a name that could be in the DNS, and for an IP address."""
    if host.startswith("["):
        return True
    return len(host) <= 253 and all(map(_LABEL.fullmatch, host.split(".")))


@lru_cache(maxsize=4096)
def host_name(name: str) -> str | None:
    """A host as it was written -> as a browser asks for it; None where it can be none.

    >>> host_name("STRASSE.example"), host_name("straße.example"), host_name("a b.example")
    ('strasse.example', 'xn--strae-oqa.example', None)
    """
    if _ENDS_HOST.search(name) and not name.startswith("["):
        return None
    read = parse(f"https://{name}/")
    return (
        read.host if read and (read.path, read.query, read.fragment) == ("/", None, None) else None
    )
