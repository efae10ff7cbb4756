"""How a server is set up: for which names it answers, within which limits."""

from ipaddress import ip_network
from typing import Final

import msgspec

from hotline_check.errors import HotlineError

MOST_TEXT: Final = 20_000  # characters of a text to check: a long mail
MOST_BODY: Final = 128_000  # bytes: such a text with every character escaped
MOST_SCAN: Final = 256_000  # bytes of a request to scan a document, 8 seconds of work at worst
MOST_PICTURE: Final = 12_000_000  # bytes: a photo of a phone
MOST_DRAINED: Final = 40_000_000  # bytes of a form that are read and dropped before the refusal
BODY_SECONDS: Final = 15.0  # within which a request has to arrive
CHECK_SECONDS: Final = 60.0  # after which a check is given up
FILE_SECONDS: Final = 50.0  # for pictures and PDF files, whose process is then ended
GRACE_SECONDS: Final = 10  # for requests that are being answered when the server is stopped
# Anybody else who can reach the address could read what is checked.
_LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Settings of a server.

    hosts: names that may be in the Host header; other names are refused, because a page
    elsewhere can point its own name at this machine (DNS rebinding).
    rate: requests a minute from one address, None for no limit.
    proxies: addresses whose X-Forwarded-For is believed.
    """

    hosts: frozenset[str]
    rate: int | None
    proxies: tuple[str, ...]


def settings(host: str, allowed: list[str], rate: int, proxies: list[str]) -> Settings:
    """The settings from what was given on the command line.

    Raises HotlineError `serve-needs-host` where the page would be reached from other machines
    under names that were not allowed, `bad-proxy` for a proxy that is no address.
    """
    names = {name.strip().lower().rstrip(".") for name in allowed}
    if host not in _LOOPBACK and not names:
        raise HotlineError("serve-needs-host", host=host)
    for proxy in proxies:
        _check_proxy(proxy)
    return Settings(hosts=_LOOPBACK | names, rate=rate or None, proxies=tuple(proxies))


def _check_proxy(address: str) -> None:
    """Refuse what can be no address of a client: it would silently match none."""
    if address == "*":  # whoever can reach the server, where only the proxy can
        return
    try:
        ip_network(address)  # strict: uvicorn would compare `10.0.0.1/24` as a word
    except ValueError as error:
        raise HotlineError("bad-proxy", got=address) from error
