"""ZIP files -> the text of their members. Nothing is ever written to a member's path."""

import io
import lzma
import stat
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, Final

from hotline_check.documents.limits import MOST_MEMBERS, LimitReachedError, Members
from hotline_check.documents.models import Item, Piece, Place, Section, Skipped

# What zipfile raises for a broken member, an unknown method, or one that needs a password.
BROKEN: Final = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError),
    *(NotImplementedError, RuntimeError, OSError, ValueError),
)
# Bit 0 of the general purpose flag (APPNOTE.TXT 4.4.4).
_ENCRYPTED: Final = 0x1
# Members that only files of office programs have.
_OOXML: Final = "[Content_Types].xml"
_ODF: Final = "mimetype"
# A member's own header has this size, apart from its name and extra fields.
_HEADER: Final = 30
# zipfile reads the list of members at once, and needs ten times its size for it.
_LONGEST_LIST: Final = MOST_MEMBERS * 512
# The end of the list, and that of a large archive: signature, where the list's size is, its bytes.
_ENDS: Final = ((b"PK\x05\x06", 12, 4), (b"PK\x06\x06", 40, 8))
# ZIP64 puts this in the field, and the real size into a record of its own (APPNOTE.TXT 4.4.1.4).
_UNSAID: Final = 0xFFFFFFFF
_TAIL: Final = 66_000  # bytes that hold these ends, with the longest comment


def items(stream: IO[bytes], members: Members) -> Iterator[Item]:
    """The text of every member and of the archive's comment."""
    with stream:
        if _list_size(stream) > _LONGEST_LIST:
            raise LimitReachedError("too-many-members")
        try:
            archive = zipfile.ZipFile(stream)
        except BROKEN:
            yield Skipped(reason="archive-broken", failed=True)
            return
        with archive:
            yield from _read(archive, members)


def _list_size(stream: IO[bytes]) -> int:
    """The size that the archive says its list of members has, the largest where it says several."""
    stream.seek(0, io.SEEK_END)
    stream.seek(max(0, stream.tell() - _TAIL))
    tail, largest = stream.read(), 0
    for signature, at, size in _ENDS:
        start = tail.find(signature)
        while start >= 0:
            said = int.from_bytes(tail[start + at : start + at + size], "little")
            largest = max(largest, 0 if said == _UNSAID else said)
            start = tail.find(signature, start + 1)
    stream.seek(0)
    return largest


def _read(archive: zipfile.ZipFile, members: Members) -> Iterator[Item]:
    """An archive, or a file of an office program, which is one inside."""
    names = {info.filename for info in archive.infolist()}
    if _OOXML in names:
        from hotline_check.documents.office import ooxml

        yield from _guarded(ooxml.items(archive, members))
    elif _ODF in names and "content.xml" in names:
        from hotline_check.documents.office import odf

        yield from _guarded(odf.items(archive, members))
    else:
        yield from _members(archive, members)


def _guarded(items: Iterator[Item]) -> Iterator[Item]:
    try:
        yield from items
    except (*BROKEN, LookupError):  # numbers that are none, parts that are not there
        yield Skipped(reason="office-broken", failed=True)


def _members(archive: zipfile.ZipFile, members: Members) -> Iterator[Item]:
    if archive.comment:
        yield Piece(archive.comment.decode("utf-8", "replace") + "\n\n", Place())
    listed = archive.infolist()
    if has_gap(listed):
        yield Skipped(reason="archive-gap", failed=True)
    for info in listed:
        if info.is_dir():
            continue
        section = Section(members=(info.filename,))
        if info.flag_bits & _ENCRYPTED:
            yield Skipped(reason="member-encrypted", section=section, failed=True)
        elif stat.S_ISLNK(info.external_attr >> 16):
            yield Skipped(reason="not-a-file", section=section)
        else:
            try:
                with archive.open(info) as member:
                    yield from members.read(info.filename, member, info.compress_size)
            except BROKEN:
                yield Skipped(reason="member-broken", section=section, failed=True)


def has_gap(listed: list[zipfile.ZipInfo]) -> bool:
    """Return True if bytes come before the first member or between two.

    Programs that read a ZIP file from its beginning show members there that the list at its end,
    by which it is read here, leaves out.
    """
    at = 0
    for info in sorted(listed, key=lambda info: info.header_offset):
        # The lengths of a member's own name, extra fields and trailer may differ from the listed.
        room = _HEADER + 2 * len(info.filename.encode()) + len(info.extra) + 256
        if info.header_offset > at + room:
            return True
        at = max(at, info.header_offset + info.compress_size)
    return False
