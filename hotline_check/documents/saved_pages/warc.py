"""WARC files of crawlers and archives -> the pages in them, each under its address."""

import io
from collections.abc import Iterator
from importlib.util import find_spec
from typing import BinaryIO, Final

from hotline_check.documents.limits import Members
from hotline_check.documents.models import Item, Section, Skipped

_READ: Final = frozenset({"response", "resource", "conversion"})
# Suffixes by which the kind of a page is told, whatever its address.
_SUFFIXES: Final = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/json": ".json",
    "text/plain": ".txt",
}
_ERRORS: Final = (OSError, ValueError, EOFError, KeyError, TypeError, AttributeError)


def items(stream: BinaryIO, members: Members) -> Iterator[Item]:
    """What every answer of a server showed; answers without text are noted."""
    if find_spec("warcio") is None:
        args = {"extra": "documents", "kind": ".warc"}
        yield Skipped(reason="needs-extra", failed=True, args=args)
        return
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        for record in ArchiveIterator(stream):
            members.limits.add_member()
            if record.rec_type not in _READ:
                continue
            url = (record.rec_headers.get_header("WARC-Target-URI") or "-").strip("<>")
            headers = record.http_headers
            kind = (headers.get_header("Content-Type") if headers else None) or ""
            suffix = _SUFFIXES.get(kind.partition(";")[0].strip().lower(), "")
            body = io.BufferedReader(_Body(record.content_stream()))
            yield from members.read(url, body, suffix=suffix)
    except (*_ERRORS, ArchiveLoadFailed):
        yield Skipped(reason="archive-broken", section=Section(), failed=True)


class _Body(io.RawIOBase):
    """The content of a record, as a stream."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, target: "memoryview") -> int:  # type: ignore[override]
        data = self._stream.read(len(target))
        target[: len(data)] = data
        return len(data)
