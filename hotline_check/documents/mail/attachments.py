"""Files that are attached to a mail: kept until its text has been read, then read by their kind.

The text around an attachment is one document, in which the sender speaks for all of it.
"""

import io
import tempfile
from collections.abc import Iterable, Iterator
from typing import IO, Any, Final, NamedTuple

import msgspec

from hotline_check.documents.limits import Members
from hotline_check.documents.mail.transfer_encoding import Chunk
from hotline_check.documents.models import Item, Skipped

_IN_MEMORY: Final = 8_388_608


class _Kept(NamedTuple):
    """Where an attachment is in the store. unknown: the note about one of an unknown kind."""

    name: str
    start: int
    size: int
    unknown: Skipped


class Attachments:
    """All attachments of a mail and of the mails within it, in one file."""

    def __init__(self, members: Members) -> None:
        self._members = members
        self._store: IO[bytes] | None = None
        self._kept: list[_Kept] = []

    def add(self, chunks: Iterable[Chunk], name: str, unknown: Skipped) -> None:
        """Keep an attachment. Raises LimitReachedError."""
        self._members.limits.add_member()
        if self._store is None:
            self._store = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115  # see `items`
        start = self._store.seek(0, io.SEEK_END)
        for chunk in chunks:
            self._members.limits.add_bytes(len(chunk.data))
            self._store.write(chunk.data)
        self._kept.append(_Kept(name, start, self._store.tell() - start, unknown))

    def items(self, subject: str) -> Iterator[Item]:
        """The text of all."""
        try:
            for kept in self._kept:
                for item in self._members.read(kept.name, self._stream(kept), title=subject):
                    if isinstance(item, Skipped) and item.reason == "binary":
                        item = msgspec.structs.replace(kept.unknown, section=item.section)  # noqa: PLW2901
                    yield item
        finally:
            self.close()

    def close(self) -> None:
        """Drop what is kept."""
        if self._store:
            self._store.close()

    def _stream(self, kept: _Kept) -> IO[bytes]:
        raw: Any = _Part(self._store, kept.start, kept.size)
        return io.BufferedReader(raw)


class _Part(io.RawIOBase):
    """A part of a file, as a stream."""

    def __init__(self, file: Any, start: int, size: int) -> None:
        self._file, self._at, self._end = file, start, start + size

    def readable(self) -> bool:
        return True

    def readinto(self, target: "memoryview") -> int:  # type: ignore[override]
        self._file.seek(self._at)
        data = self._file.read(min(len(target), self._end - self._at))
        self._at += len(data)
        target[: len(data)] = data
        return len(data)
