"""What a file may unfold to: archives of a few bytes can hold more than any disk."""

import io
from collections.abc import Iterator
from typing import IO, Any, BinaryIO, Final, Protocol

from hotline_check.documents.models import Item, Skipped

# Limits of everything inside of one file.
MOST_BYTES: Final = 1_073_741_824
MOST_MEMBERS: Final = 20_000
DEEPEST: Final = 5
# Bytes that a member may be unpacked to, for each byte of it, once it is larger than `_SMALL`.
_MOST_RATIO: Final = 200
_SMALL: Final = 16_777_216
# Bytes of a member that are kept in memory where a reader has to go back and forth.
_IN_MEMORY: Final = 8_388_608
# Bytes of a file that is read as a whole.
LARGEST_WHOLE: Final = 134_217_728
_STEP: Final = 65_536


class LimitReachedError(Exception):
    """Nothing more of the file is read. reason: the code of a `Skipped`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    def skipped(self) -> Skipped:
        """The note about what is left unread."""
        return Skipped(reason=self.reason, failed=True)


class Limits:
    """Counts what was unpacked of one file. depth: how many files the current one is inside of."""

    def __init__(self, most_bytes: int = MOST_BYTES, most_members: int = MOST_MEMBERS) -> None:
        self.depth = 0
        self._bytes = most_bytes
        self._members = most_members

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
        """The stream, each byte counted. packed: its size in the archive."""
        raw: Any = _Counted(stream, self, packed)
        return io.BufferedReader(raw, _STEP)


class _Counted(io.RawIOBase):
    """A stream that is stopped when it gives too much."""

    def __init__(self, stream: IO[bytes], limits: Limits, packed: int | None) -> None:
        self._stream = stream
        self._limits = limits
        most = None if packed is None else max(_SMALL, packed * _MOST_RATIO)
        self._left = most

    def readable(self) -> bool:
        return True

    def readinto(self, target: "memoryview") -> int:  # type: ignore[override]
        data = self._stream.read(min(len(target), _STEP))
        self._limits.add_bytes(len(data))
        if self._left is not None:
            self._left -= len(data)
            if self._left < 0:
                raise LimitReachedError("packed-too-tightly")
        target[: len(data)] = data
        return len(data)


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
        suffix: of the name that it would have by its type, where its own does not tell it.
        """


def seekable(stream: IO[bytes]) -> BinaryIO:
    """A copy of a stream in which a reader can go back and forth; large ones are on the disk."""
    import shutil
    import tempfile

    spool: Any = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115  # the caller closes it
    try:
        shutil.copyfileobj(stream, spool, _STEP)
    except BaseException:
        spool.close()
        raise
    spool.seek(0)
    return spool  # type: ignore[no-any-return]


def whole(stream: IO[bytes]) -> bytes:
    """All bytes of a stream. Raises LimitReachedError for too many."""
    data = stream.read(LARGEST_WHOLE + 1)
    if len(data) > LARGEST_WHOLE:
        raise LimitReachedError("too-large")
    return data
