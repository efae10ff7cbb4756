"""Connections for one request: to the host itself, or through the proxy that the system names."""

import ssl
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple
from urllib.request import getproxies, proxy_bypass

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.util import make_headers, parse_url

from hotline_check.upkeep.web.url import Target

Resolver = Callable[[str, int], tuple[str, int]]
# A mutable default would be shared by all answers.
_NO_HEADERS: Mapping[str, str] = MappingProxyType({})


class Connection(NamedTuple):
    """A connection that is not open yet, what to request on it, and headers for a proxy."""

    connection: HTTPConnection
    requested: str
    headers: Mapping[str, str] = _NO_HEADERS


def connection_to(
    target: Target, resolve: Resolver, timeout: float, tls: ssl.SSLContext | None
) -> Connection:
    """A new connection for a request; a pool could reuse one past its deadline."""
    # urllib3 itself ignores HTTPS_PROXY and the system's proxy settings.
    proxy = getproxies().get(target.scheme)
    if proxy and not proxy_bypass(target.host):
        return _through(proxy, target, timeout, tls)
    host, port = resolve(target.host, target.port)
    if target.scheme == "http":
        return Connection(HTTPConnection(host, port, timeout=timeout), target.path)
    secure = HTTPSConnection(
        host,
        port,
        timeout=timeout,
        server_hostname=target.host,
        ssl_context=tls or _system_tls(),
    )
    return Connection(secure, target.path)


def _through(
    address: str, target: Target, timeout: float, tls: ssl.SSLContext | None
) -> Connection:
    """To a proxy: it gets the whole URL of a plain request, and tunnels a secure one."""
    manager = urllib3.ProxyManager(address if "://" in address else f"http://{address}")
    proxy, login = manager.proxy, parse_url(address).auth
    if proxy is None or proxy.host is None:
        raise urllib3.exceptions.LocationValueError(f"no host in the proxy setting {address!r}")
    port = proxy.port or 80
    headers = make_headers(proxy_basic_auth=login) if login else {}
    if target.scheme == "http":
        kind = HTTPSConnection if proxy.scheme == "https" else HTTPConnection
        return Connection(kind(proxy.host, port, timeout=timeout, proxy=proxy), target.url, headers)
    secure = HTTPSConnection(
        proxy.host,
        port,
        timeout=timeout,
        ssl_context=tls or _system_tls(),
        proxy=proxy,
        proxy_config=manager.proxy_config,
    )
    secure.set_tunnel(target.host, target.port, headers, scheme=proxy.scheme or "http")
    return Connection(secure, target.path)


@lru_cache(maxsize=1)
def _system_tls() -> ssl.SSLContext:
    return ssl.create_default_context()
