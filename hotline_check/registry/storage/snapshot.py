"""Read the registry's snapshot, an SQLite file of which a check reads only the rows it needs.

A snapshot is a cache: it is built from the YAML, keyed by its content, rebuilt when it differs
and never edited. A damaged file must not turn one number into another, or make one vanish: every
row carries a checksum, and what is looked up lies in numbered slots that are all there, so that
a missing slot is damage and an empty one means "not in the registry".
"""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from hotline_check.broken_json import BROKEN_JSON
from hotline_check.registry.matching.names import fold
from hotline_check.registry.models import Authorities, Platform, Reported
from hotline_check.registry.storage.keys import contact_key
from hotline_check.registry.storage.shelves import Entry, Shelf, Shelves

if TYPE_CHECKING:
    from hotline_check.registry.matching.key_index import KeyIndex
    from hotline_check.registry.matching.number_index import NumberIndex

FORMAT = 5  # raised whenever a table or a model changes
_MOST_KEPT = 10_000  # slots kept in memory, a kilobyte each
_MOST_PLATFORMS = 1_024  # entries kept in memory, some ten kilobytes each

_ENTRIES = msgspec.json.Decoder(list[Entry])


class Meta(msgspec.Struct, frozen=True, kw_only=True):
    """Metadata of a snapshot. slots: the number of slots of each shelf."""

    format: int
    key: str
    date: str
    slots: dict[Shelf, int]


class SnapshotError(Exception):
    """The snapshot is damaged or outdated and must be rebuilt."""


def slot_of(value: str, slots: int) -> int:
    """The number of a value's slot in its shelf."""
    return zlib.crc32(value.encode()) % slots


def checksum(body: bytes, *place: object) -> int:
    """Checksum of a row's body and key, so that swapped rows are detected, too."""
    return zlib.crc32(body, zlib.crc32(repr(place).encode()))


class Snapshot:
    """Read access to a compiled registry; every method reads only the rows it needs.

    Raises SnapshotError when the file is not a whole snapshot of this format.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._kept: dict[tuple[Shelf, int], bytes] = {}
        self._platforms: dict[str, Platform] = {}
        meta = self._meta()
        self._slots = meta.slots
        self._shelves = Shelves(meta.slots, self._whole)
        self.key = meta.key
        self.date = meta.date

    def _meta(self) -> Meta:
        body = self._document("meta", "")
        try:
            meta = msgspec.json.decode(body or b"", type=Meta)
        except BROKEN_JSON as error:
            raise SnapshotError("format") from error
        if meta.format != FORMAT:
            raise SnapshotError("format")
        return meta

    @classmethod
    def open(cls, path: Path) -> "Snapshot":
        """Open a snapshot file for reading only."""
        connection = _connected(path)
        try:
            return cls(connection)
        except SnapshotError:
            connection.close()
            raise

    def reconnect(self) -> None:
        """Use a connection of this process after a fork; what was read before is kept."""
        file = self._rows("PRAGMA database_list")[0][2]
        if not file:  # in memory: each process has its own copy
            return
        self._of_parent = self._connection  # closing it would be felt there
        self._connection = _connected(Path(file))
        if self._meta().key != self.key:
            raise SnapshotError("changed")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def copy_to(self, path: Path) -> None:
        """Write the whole snapshot to a file, after looking at each of its entries.

        Raises OSError when the file can't be written.
        """
        for part in ("platforms", "reported", "authorities"):
            for name in self.ids(part):
                self._entry(part, name)  # raises for an entry that is gone or damaged
        try:
            with closing(sqlite3.connect(path)) as target:
                self._connection.backup(target)
        except sqlite3.Error as error:
            raise OSError(None, str(error)) from error

    def _entry(self, part: str, name: str) -> object:
        look_up = {
            "platforms": self.platform,
            "reported": self.reported,
            "authorities": self.authorities,
        }
        return look_up[part](name)

    def platform(self, name: str) -> Platform | None:
        """One platform by its id."""
        kept = self._platforms.get(name)
        if kept is not None:
            return kept
        body = self._document("platforms", name)
        if body is None:
            return None
        if len(self._platforms) >= _MOST_PLATFORMS:
            self._platforms.clear()
        found = self._platforms[name] = msgspec.json.decode(body, type=Platform)
        return found

    def owner(self, name: str) -> Platform:
        """The platform of an id from this snapshot; raises SnapshotError if missing."""
        found = self.platform(name)
        if found is None:
            raise SnapshotError(f"platforms/{name}")
        return found

    def reported(self, name: str) -> Reported | None:
        """The numbers seen posing as one platform, by its id."""
        body = self._document("reported", name)
        return msgspec.json.decode(body, type=Reported) if body is not None else None

    def authorities(self, country: str) -> Authorities | None:
        """The authorities of one country, by its ISO code."""
        body = self._document("authorities", country.lower())
        return msgspec.json.decode(body, type=Authorities) if body is not None else None

    def ids(self, part: str) -> list[str]:
        """All ids of one part (`platforms`, `reported`, `authorities`), in order."""
        entries = (entry for entry in self._whole("id") if entry[0] == f"{part}/{entry[1]}")
        return sorted(name for _, name in entries)

    def holders(self, values: Iterable[str], layer: str) -> list[tuple[str, str]]:
        """(value, platform id) of every contact in a layer with one of the values.

        Layers are `published`, `withheld`, `impostor` and `reported`, for likeness `subscriber`
        (national numbers) and `spelled` (brands on a keypad), and `authority` (lines) and
        `public-body` (hosts), which give the country's id in place of a platform's.
        """
        return self.number_holders(map(contact_key, values), layer)

    def number_holders(self, values: Iterable[str], layer: str) -> list[tuple[str, str]]:
        """As `holders`, for E.164 numbers and other values that are their own look-up form."""
        found = self._found("contact", values)
        return sorted((value, platform) for value, of, platform in found if of == layer)

    def holds_none_of(self, keys: Iterable[str], shelf: Shelf = "contact") -> bool:
        """Return True if a shelf, of contacts or pins (`domain`), has none of the look-up forms.

        False where that is not certain, since the shelf is not held in memory.
        """
        held = self._shelves.held(shelf)
        return held is not None and held.keys().isdisjoint(keys)

    def body_lines(self) -> Iterator[str]:
        """Every line of a public body: an E.164 number, or a short code."""
        return (value for value, of, _ in self._whole("contact") if of == "authority")

    def named(self, name: str) -> list[str]:
        """Ids of the platforms with a name, in any spelling."""
        return sorted(platform for _, platform in self._found("name", [fold(name)]))

    def names(self) -> list[tuple[str, str]]:
        """Every (folded name, platform id)."""
        return [(name, platform) for name, platform in self._whole("name")]

    def spellings(self) -> dict[str, str]:
        """Every spelling of a platform's names, with its id."""
        return {entry[0]: entry[1] for entry in self._whole("spelling")}

    def domains(self) -> list[tuple[str, str]]:
        """Every (pinned domain, platform id)."""
        return [(domain, platform) for domain, platform in self._whole("domain")]

    def pinned_by(self, domains: Iterable[str]) -> list[tuple[str, str]]:
        """(domain, platform id) of every pin among `domains`."""
        return [(domain, platform) for domain, platform in self._found("domain", domains)]

    def brand_forms(self, keys: Iterable[str]) -> list[Entry]:
        """The fields of every `BrandForm` with one of the keys."""
        return list(self._found("likeness", keys))

    def brand_keys(self) -> "KeyIndex | None":
        """The keys of all of them, once so many were asked for that they are held in memory."""
        return self._shelves.brand_keys()

    def numbers(self) -> "NumberIndex | None":
        """The index of all numbers, once so many were asked for that they are held in memory."""
        return self._shelves.numbers()

    def file_crc(self, part: str, name: str) -> int | None:
        """Checksum of the YAML file that a document was made from."""
        rows = self._rows("SELECT file_crc FROM document WHERE part = ? AND id = ?", part, name)
        return rows[0][0] if rows else None

    def _document(self, part: str, name: str) -> bytes | None:
        rows = self._rows("SELECT body, crc FROM document WHERE part = ? AND id = ?", part, name)
        if rows:
            return _sound(*rows[0], part, name)
        if part != "meta" and any(self._found("id", [f"{part}/{name}"])):
            raise SnapshotError(f"{part}/{name}")
        return None

    def _found(self, shelf: Shelf, values: Iterable[str]) -> Iterator[Entry]:
        """The entries of a shelf with one of the values."""
        held = self._shelves.held(shelf)
        if held is not None:
            for value in sorted(held.keys() & values):
                yield from held[value]
            return
        wanted: dict[int, set[str]] = {}
        for value in values:
            wanted.setdefault(slot_of(value, self._slots[shelf]), set()).add(value)
        if len(self._kept) > _MOST_KEPT:
            self._kept.clear()
        self._fetch(shelf, [number for number in wanted if (shelf, number) not in self._kept])
        for number, values_here in wanted.items():
            body = self._kept[shelf, number]
            if any(msgspec.json.encode(value) in body for value in values_here):
                yield from (e for e in _ENTRIES.decode(body) if e[0] in values_here)

    def _fetch(self, shelf: Shelf, numbers: list[int]) -> None:
        """Cache slots after verifying their checksums."""
        if not numbers:
            return
        marks = ", ".join("?" * len(numbers))
        rows = self._rows(
            f"SELECT number, body, crc FROM slot WHERE shelf = ? AND number IN ({marks})",  # noqa: S608  # only marks are put in
            shelf,
            *numbers,
        )
        if {row[0] for row in rows} != set(numbers):
            raise SnapshotError(shelf)
        for number, body, crc in rows:
            self._kept[shelf, number] = _sound(body, crc, shelf, number)

    def _whole(self, shelf: Shelf) -> Iterator[Entry]:
        """Every entry of a shelf."""
        rows = self._rows("SELECT number, body, crc FROM slot WHERE shelf = ?", shelf)
        if {row[0] for row in rows} != set(range(self._slots[shelf])):
            raise SnapshotError(shelf)
        for number, body, crc in rows:
            yield from _ENTRIES.decode(_sound(body, crc, shelf, number))

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        try:
            with closing(self._connection.execute(query, values)) as cursor:
                return cursor.fetchall()
        except (sqlite3.Error, UnicodeDecodeError) as error:  # damage can hit the names, too
            raise SnapshotError(str(error)) from error


def _connected(path: Path) -> sqlite3.Connection:
    try:
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        return sqlite3.connect(uri, uri=True, isolation_level=None)
    except sqlite3.Error as error:
        raise SnapshotError(str(error)) from error


def _sound(body: object, crc: object, *place: object) -> bytes:
    """A row's body; raises SnapshotError unless its checksum matches."""
    if not isinstance(body, bytes) or checksum(body, *place) != crc:
        raise SnapshotError(repr(place))
    return body
