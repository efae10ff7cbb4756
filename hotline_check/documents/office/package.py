"""The parts of an Office Open XML file and how they are related."""

import posixpath
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, NamedTuple

from hotline_check.documents.limits import Members
from hotline_check.documents.office.xml import events


class Relation(NamedTuple):
    """Where a part leads: another part, or an address outside."""

    target: str
    is_outside: bool


class Package:
    """An open file of parts."""

    def __init__(self, archive: zipfile.ZipFile, members: Members) -> None:
        self._archive = archive
        self._members = members
        self.names = [info.filename for info in archive.infolist() if not info.is_dir()]

    @contextmanager
    def opened(self, name: str) -> Iterator[IO[bytes]]:
        """A part, of which every byte is counted."""
        self._members.limits.add_member()
        info = self._archive.getinfo(name)
        with self._archive.open(info) as stream:
            yield self._members.limits.counted(stream, info.compress_size)

    def root(self, name: str) -> str:
        """The name of a part's outermost element, empty for what is no XML."""
        with self.opened(name) as stream:
            return next((event.name for event in events(stream) if event.kind == "start"), "")

    def relations(self, name: str) -> dict[str, Relation]:
        """Where a part leads, by the id that it uses."""
        folder, _, file = name.rpartition("/")
        path = posixpath.join(folder, "_rels", f"{file}.rels")
        if path not in self.names:
            return {}
        found = {}
        with self.opened(path) as stream:
            for event in events(stream):
                if event.kind == "start" and event.name == "Relationship":
                    said = event.attributes
                    is_outside = said.get("TargetMode") == "External"
                    target = said.get("Target", "")
                    if not is_outside:
                        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                    found[said.get("Id", "")] = Relation(target, is_outside)
        return found
