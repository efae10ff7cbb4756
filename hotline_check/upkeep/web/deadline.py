"""A limit for a whole exchange with a server, however slowly it drips."""

import contextlib
import socket
import threading
import time
from contextlib import AbstractContextManager


class Deadline(AbstractContextManager["Deadline"]):
    """Shuts the watched socket when the time is up, which ends any blocked read.

    Time-outs of a socket start again with every byte, so that a slow drip would never end.
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
        """Seconds that remain."""
        return max(0.0, self._end - time.monotonic())

    @property
    def passed(self) -> bool:
        """Whether the time is up."""
        return self.left == 0

    def watch(self, sock: socket.socket | None) -> None:
        """Watch the socket of the current request; raises TimeoutError when it is too late."""
        self._sock = sock
        if self.passed:
            raise TimeoutError

    def _shut(self) -> None:
        if self._sock is not None:
            with contextlib.suppress(OSError):
                # Not SSLSocket's own, which changes its state under the reading thread.
                socket.socket.shutdown(self._sock, socket.SHUT_RDWR)
