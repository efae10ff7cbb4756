"""Compile models to a snapshot file: documents, and slots for looking them up."""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from hotline_check.registry.matching.likeness import SUBSCRIBER_DIGITS, keypad
from hotline_check.registry.matching.names import fold
from hotline_check.registry.matching.phones import national
from hotline_check.registry.models import Authorities, Platform, Reported
from hotline_check.registry.storage.keys import account_key, contact_key
from hotline_check.registry.storage.shelves import Entry, Shelf
from hotline_check.registry.storage.snapshot import (
    FORMAT,
    Meta,
    checksum,
    slot_of,
)
from hotline_check.registry.terms import ACCOUNTS
from hotline_check.registry.web.brand_forms import brand_forms
from hotline_check.registry.web.public_bodies import own_hosts

_PER_SLOT = 16  # average entries in a slot: a balance of bytes to read and rows to fetch

_TABLES = """
CREATE TABLE document (
    part TEXT, id TEXT, body BLOB NOT NULL, crc INTEGER NOT NULL, file_crc INTEGER NOT NULL,
    PRIMARY KEY (part, id)
) WITHOUT ROWID;
CREATE TABLE slot (
    shelf TEXT, number INTEGER, body BLOB NOT NULL, crc INTEGER NOT NULL,
    PRIMARY KEY (shelf, number)
) WITHOUT ROWID;
"""


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
    `files` are the YAML bytes, whose checksums are stored with the models made from them.
    The caller puts the file in place; raises OSError or sqlite3.Error when the disk refuses.
    """
    # No journal and no fsync: an interrupted build is deleted, and a damaged file is detected by
    # its checksums and rebuilt.
    connection = sqlite3.connect(":memory:" if target is None else target, isolation_level=None)
    connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN;" + _TABLES)
    encode = msgspec.json.encode
    shelves: dict[Shelf, set[Entry]] = {
        "contact": set(),
        "name": set(),
        "spelling": set(),
        "domain": set(),
        "likeness": set(),
        "id": set(),
    }

    def put(part: str, name: str, model: msgspec.Struct) -> None:
        # one row at a time: 10,000 encoded entries at once take 20 MB
        body = encode(model)
        file_crc = zlib.crc32(files.get(f"{part}/{name}.yaml", b""))
        row = (part, name, body, checksum(body, part, name), file_crc)
        connection.execute("INSERT INTO document VALUES (?, ?, ?, ?, ?)", row)
        if part != "meta":
            shelves["id"].add((f"{part}/{name}", name))

    for platform in platforms:
        put("platforms", platform.id, platform)
        shelves["contact"].update(_contacts(platform))
        spellings = (platform.id, platform.name, *platform.aliases)
        shelves["name"].update((fold(name), platform.id) for name in spellings)
        shelves["likeness"].update(brand_forms(platform))
        shelves["spelling"].update((name, platform.id) for name in spellings)
        shelves["domain"].update((domain, platform.id) for domain in platform.pins)
    for report in reported:
        put("reported", report.platform, report)
        shelves["contact"].update((n.value, "reported", report.platform) for n in report.numbers)
    for country in authorities:
        put("authorities", country.country.lower(), country)
        lines = (contact_key(body.phone) for body in country.authorities if body.phone)
        shelves["contact"].update((line, "authority", country.country.lower()) for line in lines)
        hosts = own_hosts(country)
        shelves["contact"].update((host, "public-body", country.country.lower()) for host in hosts)
    slots = {shelf: len(entries) // _PER_SLOT + 1 for shelf, entries in shelves.items()}
    put("meta", "", Meta(format=FORMAT, key=key, date=date, slots=slots))
    for shelf, entries in shelves.items():
        connection.executemany(
            "INSERT INTO slot VALUES (?, ?, ?, ?)",
            (
                (shelf, number, body, checksum(body, shelf, number))
                for number, body in enumerate(map(encode, _spread(entries, slots[shelf])))
            ),
        )
    connection.execute("COMMIT")
    return connection


def _spread(entries: Iterable[Entry], slots: int) -> list[list[Entry]]:
    out: list[list[Entry]] = [[] for _ in range(slots)]
    # Sorted, so that the same registry gives the same bytes.
    for entry in sorted(entries):
        out[slot_of(entry[0], slots)].append(entry)
    return out


def _contacts(platform: Platform) -> Iterator[tuple[str, str, str]]:
    for channel in platform.channels:
        yield contact_key(channel.value), "published", platform.id
        if channel.kind in ACCOUNTS:
            yield account_key(channel.value), "published", platform.id
        if channel.kind == "phone" and channel.value.startswith("+"):
            yield national(channel.value)[1], "subscriber", platform.id
    for withheld in platform.withheld:
        yield contact_key(withheld.value), "withheld", platform.id
    for impostor in platform.impostors:
        key = account_key if impostor.kind in ACCOUNTS else contact_key
        yield key(impostor.value), "impostor", platform.id
    for name in (platform.name, *platform.aliases):
        if digits := keypad(fold(name)):
            yield digits, "spelled", platform.id
            # A phone ignores digits after the last: 1-800-COINBASE is dialled as 1-800-COINBAS.
            yield digits[:SUBSCRIBER_DIGITS], "spelled", platform.id
