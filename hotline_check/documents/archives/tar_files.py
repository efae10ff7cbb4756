"""Tar files -> the text of their members, read in one pass and never written to a path."""

import tarfile
from collections.abc import Iterator
from typing import BinaryIO

from hotline_check.documents.limits import Members
from hotline_check.documents.models import Item, Section, Skipped


def items(stream: BinaryIO, members: Members) -> Iterator[Item]:
    """The text of every member. Links and devices hold none."""
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for info in archive:
                members.limits.add_member()
                if info.isdir():
                    continue
                file = archive.extractfile(info) if info.isreg() else None
                if file is None:
                    section = Section(members=(info.name,))
                    yield Skipped(reason="not-a-file", section=section)
                else:
                    yield from members.read(info.name, file)
    except (tarfile.TarError, EOFError, OSError, ValueError, OverflowError):
        yield Skipped(reason="archive-broken", failed=True)
