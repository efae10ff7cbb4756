"""A time limit for a whole exchange with a server."""

import contextlib
import socket
import threading
import time
from contextlib import AbstractContextManager


class Deadline(AbstractContextManager["Deadline"]):
    """Shuts down the watched socket when the time is up, which ends any blocked read.

    A socket's own time-out restarts with every byte, so a slow drip would never end.
    """

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self._sock: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._shut)
        self._timer.daemon = True

    def __enter__(self) -> "Deadline":
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    @property
    def left(self) -> float:
        """Seconds left."""
        return max(0.0, self._end - time.monotonic())

    @property
    def passed(self) -> bool:
        """True after the time is up."""
        return self.left == 0

    def watch(self, sock: socket.socket | None) -> None:
        """Watch the current request's socket; raises TimeoutError when the time is already up."""
        self._sock = sock
        if self.passed:
            raise TimeoutError

    def _shut(self) -> None:
        if self._sock is not None:
            with contextlib.suppress(OSError):
                # Not SSLSocket.shutdown, which changes TLS state that the reading thread is using.
                socket.socket.shutdown(self._sock, socket.SHUT_RDWR)
