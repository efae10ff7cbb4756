"""Streams made of other streams."""

import io
from collections.abc import Callable
from typing import IO, TYPE_CHECKING, BinaryIO

from hotline_check.files import CHUNK

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

# Callback receiving the number of bytes just read.
Watch = Callable[[int], None]


class _Raw(io.RawIOBase):
    def __init__(self, read: Callable[[int], bytes]) -> None:
        self._read = read

    def readable(self) -> bool:
        return True

    def readinto(self, target: "WriteableBuffer", /) -> int:
        view = memoryview(target)
        data = self._read(len(view))
        view[: len(data)] = data
        return len(data)


def buffered(read: Callable[[int], bytes]) -> BinaryIO:
    """A stream of what a function reads, which gets the most bytes that it may return."""
    return io.BufferedReader(_Raw(read), CHUNK)


def typed(stream: BinaryIO) -> BinaryIO:
    """A terminal's input up to the first Ctrl-D; reading on would wait for another."""
    is_over = False

    def read(size: int) -> bytes:
        nonlocal is_over
        data = b"" if is_over else stream.readline(size)
        is_over = not data
        return data

    return buffered(read)


def rejoined(head: bytes, stream: IO[bytes], watch: Watch | None = None) -> BinaryIO:
    """A stream from its beginning, of which the head was read to see what kind of file it is."""
    first = io.BytesIO(head)
    more = getattr(stream, "read1", stream.read)  # no waiting for a full chunk

    def read(size: int) -> bytes:
        data: bytes = first.read(size) or more(size)
        if watch:
            watch(len(data))
        return data

    return buffered(read)
