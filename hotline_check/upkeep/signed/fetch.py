"""TUF's fetcher interface over the project's own fetcher: one host, plain bytes."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from tuf.api.exceptions import (
    DownloadError,
    DownloadHTTPError,
    DownloadLengthMismatchError,
    SlowRetrievalError,
)
from tuf.ngclient import FetcherInterface

from hotline_check.upkeep.signed.limits import Limits
from hotline_check.upkeep.web.addresses import as_given
from hotline_check.upkeep.web.fetch import Failure, FetchError, Head
from hotline_check.upkeep.web.fetch import Fetcher as WebFetcher

_HEADERS = {
    "User-Agent": "hotline-check",  # no version: servers learn as little as possible
    # Not compressed: the length limits of TUF are about the bytes that get hashed.
    "Accept-Encoding": "identity",
}


class RedirectError(DownloadError):
    """The server redirected to another host."""


class CutError(DownloadError):
    """The connection closed before the response was complete."""


# tuf's client knows its own errors only, and decides by them whether to try again.
_ERRORS: dict[str, type[DownloadError]] = {
    "timed-out": SlowRetrievalError,
    "cut-off": CutError,
    "too-large": DownloadLengthMismatchError,
    "redirect-outside": RedirectError,
    "redirect-query": RedirectError,
    "insecure-redirect": RedirectError,
}


class Fetcher(FetcherInterface):
    """Fetches files from one host.

    received: bytes that came over the wire, of bodies.
    """

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.received = 0
        self._web = WebFetcher(limits=limits.fetch, resolve=as_given)  # the user named the host

    def _fetch(self, url: str) -> Iterator[bytes]:
        home = urlsplit(url)

        def is_at_home(there: str) -> bool:
            # Another host would learn who updates and when, and the user pinned this one.
            parts = urlsplit(there)
            return (parts.scheme, parts.netloc) == (home.scheme, home.netloc)

        try:
            for part in self._web.stream(url, is_at_home, headers=_HEADERS):
                if isinstance(part, Head):
                    if part.status != 200:
                        raise DownloadHTTPError(f"status {part.status}", part.status)
                    continue
                self.received += len(part)
                yield part
        except FetchError as error:
            raise _as_tuf(error.failure) from error


def _as_tuf(failure: Failure) -> DownloadError:
    if failure.code in {"status", "rate-limited"}:
        return DownloadHTTPError(f"status {failure.detail}", int(failure.detail))
    if failure.code == "too-many-redirects":
        return DownloadHTTPError(failure.code, 302)
    return _ERRORS.get(failure.code, DownloadError)(failure.detail)
