"""Rate limits of the crawler: one request at a time to a host, pauses, retries."""

import contextlib
import threading
import time
from collections import defaultdict
from collections.abc import Iterator

import msgspec
from urllib3.exceptions import InvalidHeader
from urllib3.util import Retry

from hotline_check.upkeep.web.fetch import Failure


class Manners(msgspec.Struct, frozen=True, kw_only=True):
    """Rate limits and retries of the crawler.

    pause: seconds between two requests to one host, unless its Crawl-delay is longer.
    tries: maximum requests for one page. back_off: seconds before the second try, doubled for
    each further one. longest_wait: a host that demands a longer wait is skipped in this run.
    workers: hosts crawled concurrently.
    """

    pause: float = 0.5
    tries: int = 3
    back_off: float = 2.0
    longest_wait: float = 60.0
    workers: int = 100


class Gate:
    """Lets one request at a time through to each host, with a pause after each.

    `hold` is what a Fetcher asks for: it covers redirects, too, which lead to hosts that
    another worker may be asking at this moment.
    """

    def __init__(self, pause: float) -> None:
        self._pause = pause
        self._mutex = threading.Lock()
        self._locks: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._pauses: dict[str, float] = {}
        self._ready: dict[str, float] = {}

    @contextlib.contextmanager
    def hold(self, host: str) -> Iterator[None]:
        """Hold the host's lock, after the pause since its last request."""
        with self._mutex:
            lock = self._locks[host]
        with lock:
            time.sleep(max(0.0, self.ready_at(host) - time.monotonic()))
            try:
                yield
            finally:
                self.rest(host, self._pauses.get(host, self._pause))

    def ready_at(self, host: str) -> float:
        """The time from which the host may be asked again, on the monotonic clock."""
        return self._ready.get(host, 0.0)

    def rest(self, host: str, seconds: float) -> None:
        """Send no request to a host for some seconds from now."""
        self._ready[host] = max(self.ready_at(host), time.monotonic() + seconds)

    def slow_down(self, host: str, pause: float) -> None:
        """Use the host's Crawl-delay as its pause, if it is longer."""
        self._pauses[host] = max(self._pause, pause)
        self.rest(host, self._pauses[host])


def wait_before_retry(failure: Failure, tries: int, manners: Manners) -> float | None:
    """Seconds to wait before the next try, None when another try is pointless.

    tries: how often the page was asked for until now. More than `longest_wait` may come out:
    then the host should be left alone.
    """
    if failure.code == "rate-limited" and failure.retry_after:
        asked_for = _seconds(failure.retry_after)
        if asked_for is not None and (tries < manners.tries or asked_for > manners.longest_wait):
            return asked_for
    passing = failure.code in {"rate-limited", "timed-out", "unreachable", "cut-off"}
    if not (passing or (failure.code == "status" and failure.detail.startswith("5"))):
        return None
    return manners.back_off * 2 ** (tries - 1) if tries < manners.tries else None


def _seconds(retry_after: str) -> float | None:
    try:
        return Retry().parse_retry_after(retry_after[:100])
    except (InvalidHeader, ValueError, OverflowError):  # a date that no calendar has
        return None
