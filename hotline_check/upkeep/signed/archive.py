"""Pack and unpack a release: a reproducible gzipped tar of the registry's YAML files.

A tar can name any path, hold links and unpack to any size, so it is never extracted: its members
are read one by one, and only plain files named as a registry names them are taken.
"""

import gzip
import hashlib
import io
import re
import tarfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from hotline_check.errors import HotlineError
from hotline_check.upkeep.signed.limits import Limits

# No `..`, no absolute path, no other file: names in an archive are written by its maker.
_NAME = re.compile(r"(platforms|reported|authorities)/[a-z0-9][a-z0-9._-]{0,99}\.yaml")


class ContentHash:
    """Hash of a registry's content, independent of how it is packed."""

    def __init__(self) -> None:
        self._sum = hashlib.sha256()

    def add(self, name: str, data: bytes) -> None:
        """Add the next file; files must come in the order of their names."""
        self._sum.update(f"{name}\0{hashlib.sha256(data).hexdigest()}\n".encode())

    def hexdigest(self) -> str:
        """The hash of all files added so far, in hex."""
        return self._sum.hexdigest()


def pack(folder: Path) -> tuple[bytes, str]:
    """Pack a registry folder; returns the archive and the content hash.

    The same YAML files give the same bytes on every machine with the same zlib.
    """
    content, tarred = ContentHash(), io.BytesIO()
    with tarfile.open(fileobj=tarred, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for name, path in _registry_files(folder):
            data = path.read_bytes()
            content.add(name, data)
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    # mtime=0: two signers on two machines must get the same bytes to sign.
    return gzip.compress(tarred.getvalue(), 9, mtime=0), content.hexdigest()


def members(archive: Path, limits: Limits) -> Iterator[tuple[str, bytes]]:
    """The files of an archive as (name, bytes), in order, one at a time.

    Raises HotlineError `archive-unsafe` or `archive-too-large` at the first thing that no registry
    holds, and `archive-damaged`.
    """
    last = ""
    try:
        with archive.open("rb") as file, gzip.GzipFile(fileobj=file) as unzipped:
            stream = _Bounded(unzipped, limits.unpacked)
            with tarfile.open(fileobj=stream, mode="r|") as tar:
                for count, info in enumerate(tar, start=1):
                    _refuse_unless_plain(info, count, last, limits)
                    member = tar.extractfile(info)
                    yield info.name, member.read() if member else b""
                    last = info.name
                    tar.members = []  # type: ignore[attr-defined]  # it keeps every header otherwise
    except (tarfile.TarError, zlib.error, EOFError, gzip.BadGzipFile) as error:
        raise HotlineError("archive-damaged") from error


def unpack(archive: Path, folder: Path, limits: Limits) -> str:
    """Write an archive's files below `folder`; returns their content hash."""
    content = ContentHash()
    for part in ("platforms", "reported", "authorities"):
        (folder / part).mkdir(parents=True)
    for name, data in members(archive, limits):
        content.add(name, data)
        (folder / name).write_bytes(data)
    return content.hexdigest()


class _Bounded(io.RawIOBase):
    """A stream with a limit on the bytes read, against decompression bombs."""

    def __init__(self, source: IO[bytes] | gzip.GzipFile, left: int) -> None:
        self._source = source
        self._left = left

    def read(self, size: int = -1) -> bytes:
        data = self._source.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise HotlineError("archive-too-large")
        return data


def _refuse_unless_plain(info: tarfile.TarInfo, count: int, last: str, limits: Limits) -> None:
    why = None
    if not info.isreg() or info.issparse():
        why = "kind"
    elif not _NAME.fullmatch(info.name):
        why = "name"
    elif info.name <= last:
        # Strict order excludes duplicate names, where the second file would replace the first.
        why = "order"
    if info.size > limits.one_file or count > limits.files:
        raise HotlineError("archive-too-large")
    if why:
        # A member's name is an attacker's text and ends up in an error on the terminal.
        shown = "".join(c if c.isprintable() else "?" for c in info.name[:80])
        raise HotlineError("archive-unsafe", name=shown, why=why)


def _registry_files(folder: Path) -> list[tuple[str, Path]]:
    found = []
    for part in ("authorities", "platforms", "reported"):
        for path in (folder / part).glob("*.yaml"):
            name = f"{part}/{path.name}"
            if path.is_symlink() or not path.is_file() or not _NAME.fullmatch(name):
                raise HotlineError("archive-unsafe", name=name, why="name")
            found.append((name, path))
    return sorted(found)


def difference(old: Path, new: Path, limits: Limits) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The files that differ between two archives: (old contents, new contents) by name."""
    sums = {name: hashlib.sha256(data).digest() for name, data in members(old, limits)}
    came, same = {}, set()
    for name, data in members(new, limits):
        if sums.get(name) == hashlib.sha256(data).digest():
            same.add(name)
        else:
            came[name] = data
    went = {name: data for name, data in members(old, limits) if name not in same}
    return went, came
