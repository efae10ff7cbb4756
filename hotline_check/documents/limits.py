"""What a file may unfold to: archives of a few bytes can hold more than any disk."""

import time
from collections.abc import Iterator
from typing import IO, BinaryIO, Final, Protocol

from hotline_check.documents.models import Item, Skipped
from hotline_check.documents.streams import buffered
from hotline_check.files import CHUNK

# Limits of everything inside of one file.
MOST_BYTES: Final = 1_073_741_824
# Each member costs a reader and a note, however small it is.
MOST_MEMBERS: Final = 20_000
# A ZIP file can hold itself, so that unpacking it never ends.
DEEPEST: Final = 5
# Bytes that a member may be unpacked to, for each byte of it, once it is larger than `_SMALL`.
_MOST_RATIO: Final = 200
# Blanks and zeros pack a thousand times, and a small member of them harms nobody.
_SMALL: Final = 16_777_216
# Bytes of a member that are kept in memory where a reader has to go back and forth.
IN_MEMORY: Final = 8_388_608
# Bytes of a file that is read as a whole.
LARGEST_WHOLE: Final = 134_217_728


class LimitReachedError(Exception):
    """Nothing more of the file is read. reason: the code of a `Skipped`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    def skipped(self) -> Skipped:
        """The note about what is left unread."""
        return Skipped(reason=self.reason, failed=True)


class Limits:
    """Counts what was unpacked of one file.

    depth: how many files the current one is inside of.
    seconds: by the clock, that other processes may take for it and all files inside; None: as many
    as its size allows.
    """

    def __init__(
        self,
        most_bytes: int = MOST_BYTES,
        most_members: int = MOST_MEMBERS,
        seconds: float | None = None,
    ) -> None:
        self.depth = 0
        self._end = None if seconds is None else time.monotonic() + seconds
        self._bytes = most_bytes
        self._members = most_members

    def seconds_left(self) -> float | None:
        """Time for the next process. Raises LimitReachedError where none is left."""
        if self._end is None:
            return None
        left = self._end - time.monotonic()
        if left <= 0:
            raise LimitReachedError("too-slow")
        return left

    def add_member(self) -> None:
        """Count a member. Raises LimitReachedError after the last one that is read."""
        self._members -= 1
        if self._members < 0:
            raise LimitReachedError("too-many-members")

    def add_bytes(self, size: int) -> None:
        """Count unpacked bytes. Raises LimitReachedError after the last one that is read."""
        self._bytes -= size
        if self._bytes < 0:
            raise LimitReachedError("too-large-unpacked")

    def counted(self, stream: IO[bytes], packed: int | None = None) -> BinaryIO:
        """The stream, stopped when it gives too much. packed: its size in the archive."""
        left = None if packed is None else max(_SMALL, packed * _MOST_RATIO)

        def read(size: int) -> bytes:
            nonlocal left
            data = stream.read(min(size, CHUNK))
            self.add_bytes(len(data))
            if left is not None:
                left -= len(data)
                if left < 0:
                    raise LimitReachedError("packed-too-tightly")
            return data

        return buffered(read)


class Members(Protocol):
    """Reads the files inside of a file, of any kind."""

    limits: Limits

    def read(
        self,
        name: str,
        stream: IO[bytes],
        packed: int | None = None,
        title: str = "",
        suffix: str = "",
    ) -> Iterator[Item]:
        """The text of a member.

        packed: its size in the archive. title: what the file around it is about.
        suffix: of the name that it would have by its type, where its own does not show it.
        """


def seekable(stream: IO[bytes]) -> IO[bytes]:
    """A copy of a stream in which a reader can go back and forth; large ones are on the disk."""
    import shutil
    import tempfile

    spool = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115  # the caller closes it
    try:
        shutil.copyfileobj(stream, spool, CHUNK)
    except BaseException:
        spool.close()
        raise
    spool.seek(0)
    return spool


def whole(stream: IO[bytes]) -> bytes:
    """All bytes of a stream. Raises LimitReachedError for too many."""
    data = stream.read(LARGEST_WHOLE + 1)
    if len(data) > LARGEST_WHOLE:
        raise LimitReachedError("too-large")
    return data
