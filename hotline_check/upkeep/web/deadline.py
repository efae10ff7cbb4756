"""A time limit for a whole exchange with a server."""

import contextlib
import socket
import threading
import time
from contextlib import AbstractContextManager
from http.client import HTTPConnection


class Deadline(AbstractContextManager["Deadline"]):
    """Shuts down the watched connection when the time is up, which ends any blocked read.

    A socket's own time-out restarts with every byte, so a slow drip would never end.
    """

    def __init__(self, seconds: float) -> None:
        self._start = time.monotonic()
        self._end = self._start + seconds
        self._connection: HTTPConnection | None = None
        self._sock: socket.socket | None = None
        self._timer = self._timer_for(seconds)

    def __enter__(self) -> "Deadline":
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._connection = None
        self._timer.cancel()

    @property
    def spent(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self._start

    @property
    def left(self) -> float:
        """Seconds left."""
        return max(0.0, self._end - time.monotonic())

    @property
    def passed(self) -> bool:
        """True after the time is up."""
        return self.left == 0

    def watch(self, connection: HTTPConnection) -> None:
        """Watch a connection, before and after it opens; TimeoutError when the time is up."""
        self._connection = connection
        # Kept: the connection releases its socket when only the answer is left to read.
        self._sock = connection.sock
        if self.passed:
            raise TimeoutError

    def move(self, seconds: float) -> None:
        """End so many seconds after the start, unless the time is already up."""
        if not self.passed:
            self._end = self._start + seconds

    def _timer_for(self, seconds: float) -> threading.Timer:
        timer = threading.Timer(seconds, self._shut)
        timer.daemon = True
        return timer

    def _shut(self) -> None:
        connection = self._connection
        if connection is None:
            return
        if not self.passed:  # moved meanwhile
            self._timer = self._timer_for(self.left)
            self._timer.start()
        elif sock := self._sock or connection.sock:  # the latter while it connects
            with contextlib.suppress(OSError):
                # Not SSLSocket.shutdown, which changes TLS state that the reading thread is using.
                socket.socket.shutdown(sock, socket.SHUT_RDWR)
