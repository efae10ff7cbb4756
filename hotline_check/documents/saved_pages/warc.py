"""WARC files of crawlers and archives -> the pages in them, each under its address."""

from collections.abc import Iterator
from importlib.util import find_spec
from typing import BinaryIO, Final

from hotline_check.documents.limits import Members
from hotline_check.documents.models import Item, Section, Skipped

_READ: Final = frozenset({"response", "resource", "conversion"})
# Suffixes that say the kind of a page, whatever its address.
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
            yield from members.read(url, record.content_stream(), suffix=suffix)
    except (*_ERRORS, ArchiveLoadFailed):
        yield Skipped(reason="archive-broken", section=Section(), failed=True)
