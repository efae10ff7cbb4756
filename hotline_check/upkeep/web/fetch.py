"""Fetch one URL over HTTP(S) within limits, following redirects only where they may lead.

Nothing but the page's own address is sent: no query, no cookie, no referrer. Whatever goes
wrong is a `Failure`, never an exception: a page that can't be read says nothing about a number.
"""

import contextlib
import http.client
import socket
import ssl
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import AbstractContextManager
from functools import lru_cache
from importlib import metadata
from types import MappingProxyType
from typing import NoReturn
from urllib.parse import urljoin

import urllib3
from urllib3.connection import HTTPConnection

from hotline_check.upkeep.web.addresses import PrivateAddressError, public_address
from hotline_check.upkeep.web.connections import Resolver, connection_to
from hotline_check.upkeep.web.deadline import Deadline
from hotline_check.upkeep.web.models import Answer, Failure, FetchError, Head, Limits
from hotline_check.upkeep.web.url import Target, target_of

__all__ = ["Answer", "Failure", "FetchError", "Fetcher", "Head", "Limits", "user_agent"]

Allowed = Callable[[str], bool]
Before = Callable[[str], str | None]
Hold = Callable[[str], AbstractContextManager[object]]

_CHUNK = 65_536
# 300 and 304 lead nowhere by themselves.
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# All that are asked for; another one is an error, not text.
_ENCODINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
# Some sites answer JSON to a client that does not ask for HTML.
_PAGE_TYPES = "text/html, application/xhtml+xml;q=0.9, text/plain;q=0.5"


def no_objection(_url: str) -> None:
    """Allow every URL."""


class Fetcher:
    """Fetches URLs over HTTP(S).

    resolve: host and port -> the address and port to connect to (the host name stays what is
        asked for and what a certificate is checked against); by default only public addresses.
    hold: a context manager for each request to a host, for whoever must not send two at once.
    tls: None for the system's.
    """

    def __init__(
        self,
        *,
        limits: Limits | None = None,
        resolve: Resolver = public_address,
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
        # Only gzip: it is decompressed piece by piece, so a bomb stops at the size limit.
        sent = {"User-Agent": user_agent(), "Accept": accept, "Accept-Encoding": "gzip", **headers}
        try:
            parts = self.stream(url, allowed, headers=sent, before=before)
            head = next(parts)
            assert isinstance(head, Head)  # noqa: S101  # for the type checker
            body = b"".join(part for part in parts if isinstance(part, bytes))
        except FetchError as error:
            return error.failure
        return Answer(
            url=url,
            final_url=head.final_url,
            status=head.status,
            headers=head.headers,
            body=body,
        )

    def stream(
        self,
        url: str,
        allowed: Allowed,
        *,
        headers: Mapping[str, str],
        before: Before = no_objection,
    ) -> Iterator[Head | bytes]:
        """As `get`, piece by piece: the Head, then the body; raises FetchError.

        The body is decompressed if the headers ask for compression.
        """
        target = target_of(url)
        if target is None or target.query:
            _raise(Failure(url=url, code="bad-url"))
        if not allowed(target.url):
            _raise(Failure(url=url, code="not-pinned", detail=target.host))
        left = self.limits.total
        for _ in range(self.limits.redirects + 1):
            if code := before(target.url):
                _raise(Failure(url=url, code=code, detail=target.host))
            # The wait for the host's lock does not count against the page's time limit.
            with self._hold(target.host), Deadline(self._allowed(left, 0)) as deadline:
                there = yield from self._ask(url, target, headers, deadline, left)
                spent = deadline.spent
            if there is None:
                return
            if problem := _forbidden(url, target, there, allowed):
                _raise(problem)
            # All redirects share one total time, else five slow hosts would take five limits.
            target, left = there, max(0.0, left - spent)
        _raise(Failure(url=url, code="too-many-redirects", detail=str(self.limits.redirects)))

    def _allowed(self, left: float, count: int) -> float:
        """The seconds that a request may take which has brought `count` bytes."""
        if not self.limits.slowest:
            return left
        return min(left, self.limits.patience + count / self.limits.slowest)

    def _ask(
        self,
        url: str,
        target: Target,
        headers: Mapping[str, str],
        deadline: Deadline,
        left: float,
    ) -> Generator[Head | bytes, None, Target | None]:
        """Send one request, yield its answer; returns the target of a redirect."""
        connection: HTTPConnection | None = None
        try:
            connection, requested, more = connection_to(
                target, self._resolve, self.limits.connect, self._tls
            )
            deadline.watch(connection)
            connection.connect()
            deadline.watch(connection)
            connection.timeout = self.limits.read
            sent = {**headers, "Host": target.netloc, **more}
            connection.request("GET", requested, headers=sent, preload_content=False)
            got = connection.getresponse()
            # urllib3 joins repeated headers with commas (RFC 9110, 5.3).
            named = {name.lower(): value for name, value in got.headers.items()}
            if got.status in _REDIRECTS and "location" in named:
                there = target_of(urljoin(target.url, _utf8(named["location"]).partition("#")[0]))
                return there or _raise(Failure(url=url, code="redirect-outside"))
            if refusal := _refusal(url, got.status, named):
                _raise(refusal)
            yield Head(final_url=target.url, status=got.status, headers=named)
            yield from self._body(url, got, deadline, left, headers)
        except _ERRORS as error:
            code, detail = _code_of(error), target.host
            if deadline.passed:
                code, detail = "timed-out", f"{self.limits.total:g}"
            raise FetchError(Failure(url=url, code=code, detail=detail)) from error
        finally:
            if connection is not None:
                connection.close()
        return None

    def _body(
        self,
        url: str,
        got: urllib3.HTTPResponse,
        deadline: Deadline,
        left: float,
        headers: Mapping[str, str],
    ) -> Iterator[bytes]:
        is_decoded = headers["Accept-Encoding"] != "identity"
        count = 0
        # What has come, at once: waiting for whole pieces would hide the rate.
        pieces = got.stream(_CHUNK, decode_content=True) if is_decoded else _at_once(got)
        for piece in pieces:
            count += len(piece)
            if count > self.limits.size:
                _raise(Failure(url=url, code="too-large", detail=str(self.limits.size)))
            deadline.move(self._allowed(left, count))
            if deadline.passed:
                break
            yield piece
        # When the deadline has shut the socket, the read can look like the end of the page.
        if deadline.passed:
            _raise(Failure(url=url, code="timed-out", detail=f"{self.limits.total:g}"))


def _at_once(got: urllib3.HTTPResponse) -> Iterator[bytes]:
    while piece := got.read1(_CHUNK, decode_content=False):
        yield piece


def _raise(failure: Failure) -> NoReturn:
    raise FetchError(failure)


_ERRORS = (urllib3.exceptions.HTTPError, http.client.HTTPException, OSError, ValueError)


def _code_of(error: Exception) -> str:
    if isinstance(error, PrivateAddressError):
        return "private-address"
    text = f"{error!r} {error.__cause__!r}"
    if "Tunnel connection failed" in text:  # by the proxy
        return "unreachable"
    if isinstance(error, ssl.SSLError | urllib3.exceptions.SSLError) or "CERTIFICATE" in text:
        return "bad-certificate"
    # Tested first: urllib3's NewConnectionError (connection refused) is also a TimeoutError.
    connecting = urllib3.exceptions.NewConnectionError | urllib3.exceptions.LocationValueError
    if isinstance(
        error,
        connecting
        | urllib3.exceptions.ProxySchemeUnknown
        | ConnectionRefusedError
        | socket.gaierror,
    ):
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
        # Latin-1, as old servers send.
        return header.strip()


@lru_cache(maxsize=1)
def user_agent() -> str:
    """The User-Agent header of this program."""
    try:
        return f"hotline-check/{metadata.version('hotline-check')}"
    except metadata.PackageNotFoundError:
        return "hotline-check"
