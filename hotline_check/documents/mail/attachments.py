"""Files that are attached to a mail: kept until its text has been read, then read by their kind.

The text around an attachment is one document, in which the sender speaks for all of it.
"""

import io
import tempfile
from collections.abc import Iterable, Iterator
from typing import IO, BinaryIO, NamedTuple

import msgspec

from hotline_check.documents.limits import IN_MEMORY, Members
from hotline_check.documents.mail.transfer_encoding import Chunk
from hotline_check.documents.models import Item, Skipped
from hotline_check.documents.streams import buffered


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
            self._store = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115  # see `close`
        start = self._store.seek(0, io.SEEK_END)
        for chunk in chunks:
            self._members.limits.add_bytes(len(chunk.data))
            self._store.write(chunk.data)
        self._kept.append(_Kept(name, start, self._store.tell() - start, unknown))

    def items(self, subject: str) -> Iterator[Item]:
        """The text of all."""
        if self._store is None:
            return
        for kept in self._kept:
            part = _part(self._store, kept.start, kept.size)
            for item in self._members.read(kept.name, part, title=subject):
                if isinstance(item, Skipped) and item.reason == "binary":
                    yield msgspec.structs.replace(kept.unknown, section=item.section)
                else:
                    yield item

    def close(self) -> None:
        """Drop what is kept."""
        if self._store:
            self._store.close()


def _part(file: IO[bytes], start: int, size: int) -> BinaryIO:
    """A part of a file, as a stream."""
    at, end = start, start + size

    def read(most: int) -> bytes:
        nonlocal at
        file.seek(at)
        data = file.read(min(most, end - at))
        at += len(data)
        return data

    return buffered(read)
