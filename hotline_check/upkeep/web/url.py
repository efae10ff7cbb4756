"""Parse http(s) URLs; all of `upkeep` uses this parser."""

from urllib.parse import quote

import msgspec

from hotline_check.urls import parse

_PORTS = {"http": 80, "https": 443}


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """The parts of an http(s) URL in canonical form."""

    scheme: str
    host: str
    port: int
    path: str
    query: str = ""

    @property
    def netloc(self) -> str:
        """The host, with the port if it isn't the scheme's default."""
        return self.host if self.port == _PORTS[self.scheme] else f"{self.host}:{self.port}"

    @property
    def url(self) -> str:
        """The URL in canonical form."""
        return f"{self.scheme}://{self.netloc}{self.path}" + (f"?{self.query}" * bool(self.query))


def target_of(url: str) -> Target | None:
    """Parse an http(s) URL; None for other schemes, credentials, or no host."""
    # Browsers and parsers disagree about these characters; an ambiguous host is refused.
    if any(c in url for c in "\\\t\r\n ") or not url.isprintable() or ":///" in url[:9]:
        return None
    parts = parse(url)
    if parts is None or parts.user is not None:
        return None
    return Target(
        scheme=parts.scheme,
        host=parts.host,
        port=int(parts.port) if parts.port else _PORTS[parts.scheme],
        path=quote(parts.path, safe="/%:@!$&'()*+,;=~-._"),
        query=quote(parts.query or "", safe="/%:@!$&'()*+,;=~-._?"),
    )
