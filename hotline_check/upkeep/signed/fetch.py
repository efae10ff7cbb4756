"""Fetcher for the TUF client: one host, with limits on size, speed and total time."""

import re
import threading
import time
from collections.abc import Iterator
from queue import Empty, Full, Queue
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from tuf.api.exceptions import DownloadError, DownloadHTTPError, SlowRetrievalError
from tuf.ngclient import FetcherInterface

from hotline_check.upkeep.signed.limits import Limits

_AGENT = "hotline-check"  # no version: servers learn as little as possible about who updates
_CHUNK = 65_536
_NOT_IN_HOSTS = re.compile(r"[^a-z0-9.:-]")  # text from a server must not reach the terminal
_REDIRECTS = (301, 302, 303, 307, 308)
_Item = bytes | BaseException | None


class RedirectError(DownloadError):
    """The server redirected to another host."""


class CutError(DownloadError):
    """The connection closed before the response was complete."""


class Fetcher(FetcherInterface):
    """Fetches files from one host.

    A thread does the reading, because a server can drip bytes forever without a single
    read ever timing out: the reader here gives up at its deadline, whatever the thread waits for.
    received: bytes that came over the wire, of bodies.
    """

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.received = 0

    def _fetch(self, url: str) -> Iterator[bytes]:
        # Bounded, so that a fast server can't fill the memory while the reader writes to disk.
        items: Queue[_Item] = Queue(maxsize=8)
        stop = threading.Event()
        started = time.monotonic()
        worker = threading.Thread(target=self._work, args=(url, items, stop), daemon=True)
        worker.start()
        first = self._next(items, started, 0, stop)
        return self._chunks(first, items, started, stop)

    def _chunks(
        self, item: bytes | None, items: "Queue[_Item]", started: float, stop: threading.Event
    ) -> Iterator[bytes]:
        count = 0
        try:
            while item is not None:
                count += len(item)
                self.received += len(item)
                yield item
                item = self._next(items, started, count, stop)
        finally:
            stop.set()

    def _next(
        self, items: "Queue[_Item]", started: float, count: int, stop: threading.Event
    ) -> bytes | None:
        """The next piece, None at the end; raises the worker's exception or a time-out."""
        limits = self.limits
        # An average rate, because a server that sends a byte before each time-out stays "alive".
        allowed = min(limits.one_download, limits.patience + count / limits.slowest)
        left = started + allowed - time.monotonic()
        try:
            item = items.get(timeout=max(left, 0.001))
        except Empty:
            stop.set()
            raise SlowRetrievalError("too slow") from None
        if isinstance(item, BaseException):
            raise item
        return item

    def _work(self, url: str, items: "Queue[_Item]", stop: threading.Event) -> None:
        last: _Item = None
        try:
            response = self._open(url)
            try:
                while (data := response.read1(_CHUNK)) and not stop.is_set():
                    _put(items, data, stop)
            finally:
                response.close()
        except urllib3.exceptions.NewConnectionError as error:  # a kind of time-out for urllib3
            last = DownloadError(type(error).__name__)
        except urllib3.exceptions.TimeoutError as error:
            last = SlowRetrievalError(type(error).__name__)
        except urllib3.exceptions.ProtocolError as error:
            last = CutError(type(error).__name__)
        except DownloadError as error:
            last = error
        except Exception as error:  # passed to the reader, which raises it
            last = DownloadError(type(error).__name__)
        _put(items, last, stop)

    def _open(self, url: str) -> urllib3.BaseHTTPResponse:
        home = urlsplit(url)
        for _ in range(self.limits.redirects + 1):
            response = self._pool(url).request(
                "GET",
                url,
                preload_content=False,
                decode_content=False,
                redirect=False,
                retries=False,
                timeout=urllib3.Timeout(self.limits.silence),
                # Not compressed: the length limits of TUF are about the bytes that get hashed.
                headers={"User-Agent": _AGENT, "Accept-Encoding": "identity"},
            )
            if response.status not in _REDIRECTS:
                break
            response.close()
            url = urljoin(url, response.headers.get("Location", ""))
            there = urlsplit(url)
            # Another host would learn who updates and when, and the user pinned this one.
            if (there.scheme, there.netloc) != (home.scheme, home.netloc):
                raise RedirectError(_NOT_IN_HOSTS.sub("?", there.hostname or ""))
        if response.status != 200:
            response.close()
            raise DownloadHTTPError(f"status {response.status}", response.status)
        return response

    def _pool(self, url: str) -> urllib3.PoolManager:
        parts = urlsplit(url)
        # urllib3 itself ignores HTTPS_PROXY and the system's proxy settings.
        proxy = getproxies().get(parts.scheme)
        if proxy and not proxy_bypass(parts.hostname or ""):
            return urllib3.ProxyManager(proxy)
        return urllib3.PoolManager()


def _put(items: "Queue[_Item]", item: _Item, stop: threading.Event) -> None:
    while not stop.is_set():
        try:
            items.put(item, timeout=0.5)
        except Full:
            continue
        return
