"""A stream of which the first bytes were read to see what kind of file it is."""

import io
from collections.abc import Callable
from typing import IO, Any, BinaryIO

from hotline_check.documents.files import CHUNK

# Callback receiving the number of bytes just read.
Watch = Callable[[int], None]


def rejoined(head: bytes, stream: IO[bytes], watch: Watch | None = None) -> BinaryIO:
    """The stream from its beginning."""
    raw: Any = _Rejoined(head, stream, watch)
    return io.BufferedReader(raw, CHUNK)


class _Rejoined(io.RawIOBase):
    def __init__(self, head: bytes, stream: IO[bytes], watch: Watch | None) -> None:
        self._head = head
        self._stream = stream
        self._watch = watch

    def readable(self) -> bool:
        return True

    def readinto(self, target: "memoryview") -> int:  # type: ignore[override]
        data, self._head = self._head, b""
        size = len(target)
        if not data:
            read = getattr(self._stream, "read1", self._stream.read)  # no waiting for a full chunk
            data = read(size)
        self._head = data[size:]
        target[: len(data[:size])] = data[:size]
        if self._watch:
            self._watch(len(data[:size]))
        return len(data[:size])
