"""Files packed by gzip, bzip2 or xz -> the file that they hold."""

import bz2
import gzip
import lzma
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, BinaryIO, Final

from hotline_check.documents.limits import Members
from hotline_check.documents.models import Item, Skipped

_GZIP: Final = b"\x1f\x8b"
_BZIP2: Final = b"BZh"
# Of packed tar files: the file inside needs a name that says what it is.
_SUFFIXES: Final = {".tgz": ".tar", ".tbz": ".tar", ".tbz2": ".tar", ".txz": ".tar"}


def items(stream: BinaryIO, name: str, head: bytes, members: Members) -> Iterator[Item]:
    """The text of the file inside, whose name is that of the packed one without its ending."""
    path = PurePosixPath(name)
    inner = path.stem + _SUFFIXES.get(path.suffix.lower(), "")
    try:
        with _unpacked(stream, head) as unpacked:
            yield from members.read(inner or "-", unpacked)
    except (zlib.error, lzma.LZMAError, EOFError, OSError, ValueError):
        yield Skipped(reason="archive-broken", failed=True)


def _unpacked(stream: BinaryIO, head: bytes) -> Any:
    if head.startswith(_GZIP):
        return gzip.GzipFile(fileobj=stream)
    if head.startswith(_BZIP2):
        return bz2.BZ2File(stream)
    return lzma.LZMAFile(stream)
