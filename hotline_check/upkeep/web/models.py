"""Limits of a fetch, and what comes of it."""

from collections.abc import Mapping

import msgspec


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Limits of one fetch.

    connect, read, total: seconds to connect, between two pieces of an answer, and for everything
        including redirects.
    size: bytes after decompression. redirects: how many are followed.
    slowest: the least average of bytes a second, counted after `patience` seconds; 0 for no such
        limit. It lets a large file take long, and a server that sends a byte a second not.
    """

    connect: float = 5.0
    read: float = 10.0
    total: float = 20.0
    size: int = 4_000_000
    redirects: int = 5
    slowest: int = 0
    patience: float = 10.0


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """A page that could not be read, with the reason.

    code: `bad-url`, `not-pinned`, `insecure-redirect`, `redirect-outside`, `redirect-query`,
        `too-many-redirects`, `status`, `rate-limited`, `content-type`, `too-large`,
        `timed-out`, `unreachable`, `private-address`, `bad-certificate`, `cut-off`;
        from the page itself `too-deep`, `not-text`, `soft-404`, `challenge`,
        `javascript-only`, `no-text`; from the crawler `robots`, `robots-unreadable`; from
        an owner's proof `bad-proof`.
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


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """The beginning of a response: what an Answer has but the body."""

    final_url: str
    status: int
    headers: Mapping[str, str]


class FetchError(Exception):
    """A fetch that failed, for callers that read an answer piece by piece."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.code)
        self.failure = failure
