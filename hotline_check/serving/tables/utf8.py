"""A file of text in any encoding, read as UTF-8."""

import codecs
import gzip
import io
from pathlib import Path
from typing import BinaryIO, Final, cast

from hotline_check.documents.encodings import SAMPLE, detected, marked
from hotline_check.serving.tables.files import is_packed

_CHUNK: Final = 1 << 20
# Excel writes it before CSV files, and it must not become a part of the first column's name.
_MARK: Final = b"\xef\xbb\xbf"


class Utf8(io.RawIOBase):
    """The bytes of a text file as UTF-8, unpacked, without a byte order mark.

    The encoding is the one that a mark names, else found out at the first byte beyond ASCII.
    broken: how many characters could not be decoded; each was replaced by U+FFFD.
    has_mark: whether the file began with a byte order mark.
    """

    def __init__(self, path: Path) -> None:
        self._stored = path.open("rb")
        unpacked = gzip.GzipFile(fileobj=self._stored) if is_packed(path) else self._stored
        self._file = cast("BinaryIO", unpacked)
        self._ready = b""
        self._decoder: codecs.IncrementalDecoder | None = None
        self._is_over = False
        self.broken = 0
        head = self._file.read(_CHUNK)
        self.has_mark = head.startswith((_MARK, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        name = marked(head)
        if name:
            self._decoder = codecs.getincrementaldecoder(name)("replace")
        self._ready = self._as_utf8(head).removeprefix(_MARK)

    def readable(self) -> bool:
        return True

    def readinto(self, target: memoryview) -> int:  # type: ignore[override]  # a buffer is given
        while not self._ready and not self._is_over:
            self._ready = self._as_utf8(self._file.read(_CHUNK))
        size = min(len(target), len(self._ready))
        target[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        return size

    @property
    def consumed(self) -> int:
        """How many bytes of the file as it is stored were read."""
        return self._stored.tell() if not self._stored.closed else 0

    def close(self) -> None:
        """Close the file."""
        self._stored.close()
        super().close()

    def unread(self, data: bytes) -> None:
        """Put back what was read too much."""
        self._ready = data + self._ready

    def _as_utf8(self, data: bytes) -> bytes:
        self._is_over = not data
        if self._decoder is None:
            if data.isascii():
                return data
            start = next(i for i, byte in enumerate(data) if byte > 127)
            sample = data[start:]
            while len(sample) < SAMPLE and (more := self._file.read(SAMPLE)):
                sample += more
            self._decoder = detected(sample[:SAMPLE])
            return data[:start] + self._decoded(sample)
        return self._decoded(data)

    def _decoded(self, data: bytes) -> bytes:
        assert self._decoder is not None  # noqa: S101  # for the type checker
        text = self._decoder.decode(data, final=not data)
        self.broken += text.count("\ufffd")
        return text.encode("utf-8", "replace")
