"""The registry compiled to one SQLite file, so that a check reads only the rows it needs.

A snapshot is a cache: it is built from the YAML, keyed by its content, rebuilt when it differs
and never edited. Index rows only point; every fact comes from a platform's row, whose checksum is
compared on reading, so that a damaged file can't turn one number into another.
"""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import msgspec

from hotline_check.registry.likeness import SUBSCRIBER_DIGITS, keypad
from hotline_check.registry.models import ACCOUNTS, Authorities, Platform, Reported
from hotline_check.registry.names import fold
from hotline_check.registry.phones import national

FORMAT = 1  # raised whenever a table or a model changes

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE document (
    part TEXT, id TEXT, body BLOB NOT NULL, crc INTEGER NOT NULL, file_crc INTEGER NOT NULL,
    PRIMARY KEY (part, id)
) WITHOUT ROWID;
CREATE TABLE contact (
    value TEXT, layer TEXT, platform TEXT, PRIMARY KEY (value, layer, platform)
) WITHOUT ROWID;
CREATE TABLE name (folded TEXT, platform TEXT, PRIMARY KEY (folded, platform)) WITHOUT ROWID;
CREATE TABLE domain (domain TEXT, platform TEXT, PRIMARY KEY (domain, platform)) WITHOUT ROWID;
"""


class SnapshotError(Exception):
    """The snapshot can't be trusted: it must be built again."""


def build(
    target: Path | None,
    *,
    key: str,
    date: str,
    platforms: Iterable[Platform],
    reported: Iterable[Reported],
    authorities: Iterable[Authorities],
    files: dict[str, bytes],
) -> sqlite3.Connection:
    """Compile models to `target` (None: in memory) and return an open connection to it.

    `key` names the content it was built from, `date` is the registry's own date in ISO form.
    `files` are the YAML bytes, whose checksums are kept beside the models made from them.
    The caller puts the file in place; raises OSError or sqlite3.Error when the disk refuses.
    """
    connection = sqlite3.connect(":memory:" if target is None else target, isolation_level=None)
    connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN;" + _TABLES)
    encode = msgspec.json.encode
    documents: list[tuple[str, str, bytes]] = []
    contacts: set[tuple[str, str, str]] = set()
    names: set[tuple[str, str]] = set()
    domains: set[tuple[str, str]] = set()
    for platform in platforms:
        documents.append(("platforms", platform.id, encode(platform)))
        contacts.update(_contacts(platform))
        spellings = (platform.id, platform.name, *platform.aliases)
        names.update((fold(name), platform.id) for name in spellings)
        domains.update((domain, platform.id) for domain in platform.domains)
    for report in reported:
        documents.append(("reported", report.platform, encode(report)))
        contacts.update((number.value, "reported", report.platform) for number in report.numbers)
    documents += [("authorities", a.country.lower(), encode(a)) for a in authorities]
    connection.executemany(
        "INSERT INTO document VALUES (?, ?, ?, ?, ?)",
        (
            (part, name, body, zlib.crc32(body), zlib.crc32(files[f"{part}/{name}.yaml"]))
            for part, name, body in documents
        ),
    )
    connection.executemany("INSERT INTO contact VALUES (?, ?, ?)", contacts)
    connection.executemany("INSERT INTO name VALUES (?, ?)", names)
    connection.executemany("INSERT INTO domain VALUES (?, ?)", domains)
    connection.executemany(
        "INSERT INTO meta VALUES (?, ?)", [("format", str(FORMAT)), ("key", key), ("date", date)]
    )
    connection.execute("COMMIT")
    return connection


def contact_key(value: str) -> str:
    """The form under which a contact is looked up: no case, no `@` or scheme, no final slash."""
    bare = value.casefold().removeprefix("@")
    return bare.removeprefix("https://").removeprefix("http://").rstrip("/")


def account_key(value: str) -> str:
    """The form under which an account is looked up: its bare name, without the network's host.

    >>> account_key("https://t.me/ExampleHelp"), account_key("@ExampleHelp")
    ('examplehelp', 'examplehelp')
    """
    return contact_key(value).rpartition("/")[2].removeprefix("@")


def _contacts(platform: Platform) -> Iterator[tuple[str, str, str]]:
    for channel in platform.channels:
        yield contact_key(channel.value), "published", platform.id
        if channel.kind in ACCOUNTS:
            yield account_key(channel.value), "published", platform.id
        if channel.value.startswith("+"):
            yield national(channel.value)[1], "subscriber", platform.id
    for withheld in platform.withheld:
        yield contact_key(withheld.value), "withheld", platform.id
    for impostor in platform.impostors:
        key = account_key if impostor.kind in ACCOUNTS else contact_key
        yield key(impostor.value), "impostor", platform.id
    for name in (platform.name, *platform.aliases):
        if digits := keypad(fold(name)):
            yield digits, "spelled", platform.id
            yield digits[:SUBSCRIBER_DIGITS], "spelled", platform.id


class Snapshot:
    """Read access to a compiled registry; every method reads only the rows it names.

    Raises SnapshotError when the file is not a whole snapshot of this format.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        meta = dict(self._rows("SELECT key, value FROM meta"))
        if meta.get("format") != str(FORMAT):
            raise SnapshotError("format")
        self.key = str(meta["key"])
        self.date = str(meta["date"])

    @classmethod
    def open(cls, path: Path) -> "Snapshot":
        """Open a snapshot file for reading only."""
        try:
            uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
            connection = sqlite3.connect(uri, uri=True, isolation_level=None)
        except sqlite3.Error as error:
            raise SnapshotError(str(error)) from error
        return cls(connection)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def platform(self, name: str) -> Platform | None:
        """One platform by its id."""
        body = self._document("platforms", name)
        return msgspec.json.decode(body, type=Platform) if body is not None else None

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
        return [row[0] for row in self._rows("SELECT id FROM document WHERE part = ?", part)]

    def holders(self, values: Sequence[str], layer: str) -> list[tuple[str, str]]:
        """(value, platform id) of every contact of a layer that has one of the values.

        Layers are `published`, `withheld`, `impostor` and `reported`, and for likeness
        `subscriber` (national numbers) and `spelled` (brands on a keypad).
        """
        marks = ", ".join("?" * len(values))
        return self._rows(
            f"SELECT value, platform FROM contact WHERE value IN ({marks}) AND layer = ?",  # noqa: S608  # only marks are put in
            *map(contact_key, values),
            layer,
        )

    def named(self, name: str) -> list[str]:
        """Ids of the platforms that bear a name, however it is spelled."""
        rows = self._rows(
            "SELECT platform FROM name WHERE folded = ? ORDER BY platform", fold(name)
        )
        return [row[0] for row in rows]

    def names(self) -> list[tuple[str, str]]:
        """Every (folded name, platform id)."""
        return self._rows("SELECT folded, platform FROM name")

    def domains(self) -> list[tuple[str, str]]:
        """Every (pinned domain, platform id)."""
        return self._rows("SELECT domain, platform FROM domain")

    def pinned_by(self, domains: Sequence[str]) -> list[tuple[str, str]]:
        """(domain, platform id) of every pin among `domains`."""
        marks = ", ".join("?" * len(domains))
        return self._rows(
            f"SELECT domain, platform FROM domain WHERE domain IN ({marks})",  # noqa: S608  # only marks are put in
            *domains,
        )

    def file_crc(self, part: str, name: str) -> int | None:
        """Checksum of the YAML file that a document was made from."""
        rows = self._rows("SELECT file_crc FROM document WHERE part = ? AND id = ?", part, name)
        return rows[0][0] if rows else None

    def _document(self, part: str, name: str) -> bytes | None:
        rows = self._rows("SELECT body, crc FROM document WHERE part = ? AND id = ?", part, name)
        if not rows:
            return None
        body, crc = rows[0]
        if not isinstance(body, bytes) or zlib.crc32(body) != crc:
            raise SnapshotError(f"{part}/{name}")
        return body

    def _rows(self, query: str, *values: str) -> list[tuple]:  # type: ignore[type-arg]
        try:
            with closing(self._connection.execute(query, values)) as cursor:
                return cursor.fetchall()
        except sqlite3.Error as error:
            raise SnapshotError(str(error)) from error
