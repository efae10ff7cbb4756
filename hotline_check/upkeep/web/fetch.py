"""Fetch one URL over HTTP(S) within limits, following redirects only where they may lead.

Nothing but the page's own address is sent: no query, no cookie, no referrer. Whatever goes
wrong is a `Failure`, never an exception: a page that can't be read says nothing about a number.
"""

import contextlib
import http.client
import socket
import ssl
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from functools import lru_cache
from importlib import metadata
from types import MappingProxyType
from urllib.parse import urljoin

import msgspec
import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection

from hotline_check.upkeep.web.deadline import Deadline
from hotline_check.upkeep.web.url import Target, target_of

Resolver = Callable[[str, int], tuple[str, int]]
Allowed = Callable[[str], bool]
Before = Callable[[str], str | None]
Hold = Callable[[str], AbstractContextManager[object]]

_CHUNK = 65_536
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ENCODINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
_PAGE_TYPES = "text/html, application/xhtml+xml;q=0.9, text/plain;q=0.5"


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Limits of one fetch.

    Seconds to connect, between two pieces of an answer, and for everything including redirects;
    bytes after decompression; number of redirects.
    """

    connect: float = 5.0
    read: float = 10.0
    total: float = 20.0
    size: int = 4_000_000
    redirects: int = 5


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """A page that could not be read, with the reason.

    code: `bad-url`, `not-pinned`, `insecure-redirect`, `redirect-outside`, `redirect-query`,
        `too-many-redirects`, `status`, `rate-limited`, `content-type`, `too-large`,
        `timed-out`, `unreachable`, `bad-certificate`, `cut-off`; from the page itself
        `not-text`, `soft-404`, `challenge`, `javascript-only`, `no-text`; from the crawler
        `robots`, `robots-unreadable`; from an owner's proof `bad-proof`.
    detail: the host, status, content type or such that the code is about; may be empty.
    retry_after: the wait that the server asked for, as it wrote it.
    """

    url: str
    code: str
    detail: str = ""
    retry_after: str | None = None


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """A response: status 200 with a body, or 304 without.

    headers: names in lower case. url: as asked for. final_url: after redirects.
    """

    url: str
    final_url: str
    status: int
    headers: Mapping[str, str]
    body: bytes


def no_objection(_url: str) -> None:
    """Allow every URL."""


class Fetcher:
    """Fetches URLs over HTTP(S).

    resolve: host and port -> the address and port to connect to (the host name stays what is
        asked for and what a certificate is checked against). hold: a context manager for each
        request to a host, for whoever must not send two at once. tls: None for the system's.
    """

    def __init__(
        self,
        *,
        limits: Limits | None = None,
        resolve: Resolver = lambda host, port: (host, port),
        hold: Hold = contextlib.nullcontext,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self._resolve = resolve
        self._hold = hold
        self._tls = tls

    def get(
        self,
        url: str,
        allowed: Allowed,
        *,
        accept: str = _PAGE_TYPES,
        headers: Mapping[str, str] = MappingProxyType({}),
        before: Before = no_objection,
    ) -> Answer | Failure:
        """Fetch `url` and what it redirects to, as long as `allowed` covers each step.

        before: called with each URL before the request; may object by returning a failure's code.
        Returns an Answer with status 200 (or 304, when `headers` made the request conditional).
        """
        target = target_of(url)
        if target is None or target.query:
            return Failure(url=url, code="bad-url")
        if not allowed(target.url):
            return Failure(url=url, code="not-pinned", detail=target.host)
        # Only gzip: it is decompressed piece by piece, so a bomb stops at the size limit.
        sent = {"User-Agent": user_agent(), "Accept": accept, "Accept-Encoding": "gzip", **headers}
        left = self.limits.total
        for _ in range(self.limits.redirects + 1):
            if code := before(target.url):
                return Failure(url=url, code=code, detail=target.host)
            # The wait for the host's lock does not count against the page's time limit.
            with self._hold(target.host), Deadline(left) as deadline:
                found = self._ask(url, target, sent, deadline)
            if not isinstance(found, Target):
                return found
            if problem := _forbidden(url, target, found, allowed):
                return problem
            # All redirects share one total time, else five slow hosts would take five limits.
            target, left = found, deadline.left
        return Failure(url=url, code="too-many-redirects", detail=str(self.limits.redirects))

    def _ask(
        self, url: str, target: Target, headers: Mapping[str, str], deadline: "Deadline"
    ) -> Answer | Failure | Target:
        """Send one request; returns the answer, a failure, or the target of a redirect."""
        connection = self._connection(target)
        try:
            connection.connect()
            deadline.watch(connection.sock)
            connection.timeout = self.limits.read
            host = {"Host": target.netloc}
            connection.request(
                "GET", target.path, headers={**headers, **host}, preload_content=False
            )
            return self._receive(url, target, connection.getresponse(), deadline)
        except _ERRORS as error:
            if deadline.passed:
                return Failure(url=url, code="timed-out", detail=f"{self.limits.total:g}")
            return Failure(url=url, code=_code_of(error), detail=target.host)
        finally:
            connection.close()

    def _connection(self, target: Target) -> HTTPConnection:
        # A new connection for each request: a pool could reuse one past the deadline.
        address, port = self._resolve(target.host, target.port)
        if target.scheme == "http":
            return HTTPConnection(address, port, timeout=self.limits.connect)
        return HTTPSConnection(
            address,
            port,
            timeout=self.limits.connect,
            server_hostname=target.host,
            ssl_context=self._tls or _system_tls(),
        )

    def _receive(
        self, url: str, target: Target, got: urllib3.HTTPResponse, deadline: "Deadline"
    ) -> Answer | Failure | Target:
        # urllib3 joins repeated headers with commas (RFC 9110, 5.3).
        headers = {name.lower(): value for name, value in got.headers.items()}
        if got.status in _REDIRECTS and "location" in headers:
            there = target_of(urljoin(target.url, _utf8(headers["location"]).partition("#")[0]))
            return there or Failure(url=url, code="redirect-outside")
        if refusal := _refusal(url, got.status, headers):
            return refusal
        body = bytearray()
        for chunk in got.stream(_CHUNK, decode_content=True):
            body += chunk
            if len(body) > self.limits.size:
                return Failure(url=url, code="too-large", detail=str(self.limits.size))
            if deadline.passed:
                break
        # When the deadline has shut the socket, the read can look like the end of the page.
        if deadline.passed:
            return Failure(url=url, code="timed-out", detail=f"{self.limits.total:g}")
        return Answer(
            url=url,
            final_url=target.url,
            status=got.status,
            headers=headers,
            body=bytes(body),
        )


_ERRORS = (urllib3.exceptions.HTTPError, http.client.HTTPException, OSError, ValueError)


def _code_of(error: Exception) -> str:
    text = f"{error!r} {error.__cause__!r}"
    if isinstance(error, ssl.SSLError | urllib3.exceptions.SSLError) or "CERTIFICATE" in text:
        return "bad-certificate"
    # Tested first: urllib3's NewConnectionError (connection refused) is also a TimeoutError.
    connecting = urllib3.exceptions.NewConnectionError | urllib3.exceptions.LocationValueError
    if isinstance(error, connecting | ConnectionRefusedError | socket.gaierror):
        return "unreachable"
    if isinstance(error, urllib3.exceptions.TimeoutError | TimeoutError):
        return "timed-out"
    return "cut-off"


def _refusal(url: str, status: int, headers: Mapping[str, str]) -> Failure | None:
    wait = headers.get("retry-after")
    if status == 429 or (status == 503 and wait):
        return Failure(url=url, code="rate-limited", detail=str(status), retry_after=wait)
    if status not in {200, 304}:
        return Failure(url=url, code="status", detail=str(status))
    encoding = headers.get("content-encoding", "").strip().lower()
    if encoding not in _ENCODINGS:
        return Failure(url=url, code="content-type", detail=encoding[:40])
    return None


def _forbidden(url: str, here: Target, there: Target, allowed: Allowed) -> Failure | None:
    if not allowed(there.url):
        return Failure(url=url, code="redirect-outside", detail=there.host)
    if there.query:  # evidence needs a URL without a query
        return Failure(url=url, code="redirect-query", detail=there.host)
    if here.scheme == "https" and there.scheme == "http":
        return Failure(url=url, code="insecure-redirect", detail=there.host)
    return None


def _utf8(header: str) -> str:
    """Decode a header as UTF-8 where it is; http.client decodes all headers as Latin-1."""
    try:
        return header.encode("latin-1").decode("utf-8").strip()
    except UnicodeError:
        return header.strip()


@lru_cache(maxsize=1)
def _system_tls() -> ssl.SSLContext:
    return ssl.create_default_context()


@lru_cache(maxsize=1)
def user_agent() -> str:
    """The User-Agent header of this program."""
    try:
        return f"hotline-check/{metadata.version('hotline-check')}"
    except metadata.PackageNotFoundError:
        return "hotline-check"
