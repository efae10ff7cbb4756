"""The files that paths, patterns and folders name, and what kind of table each is."""

import errno
import glob
import os
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import unquote

from hotline_check.errors import HotlineError


class Kind(StrEnum):
    """How a table is stored."""

    CSV = "csv"
    JSON_LINES = "json-lines"
    PARQUET = "parquet"
    ARROW = "arrow"


_SUFFIXES: Final = {
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
    ".tab": Kind.CSV,
    ".jsonl": Kind.JSON_LINES,
    ".ndjson": Kind.JSON_LINES,
    ".parquet": Kind.PARQUET,
    ".pq": Kind.PARQUET,
    ".arrow": Kind.ARROW,
    ".arrows": Kind.ARROW,
    ".feather": Kind.ARROW,
    ".ipc": Kind.ARROW,
}
_PACKED: Final = ".gz"
# What Hive writes for a partition of rows without a value.
_NO_VALUE: Final = "__HIVE_DEFAULT_PARTITION__"


class Source(NamedTuple):
    """A file of a table. partition: the columns that the names of its folders give, as Hive does.

    `calls/day=2026-11-23/part-0.parquet` has a column `day`.
    """

    path: Path
    kind: Kind
    partition: dict[str, str | None]

    @property
    def size(self) -> int:
        """Its bytes."""
        return self.path.stat().st_size


def kind_of(path: Path) -> Kind:
    """The kind of a file by its name. Raises HotlineError `no-table` for other names."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    if suffixes[-1:] == [_PACKED]:
        suffixes.pop()
    kind = _SUFFIXES.get(suffixes[-1]) if suffixes else None
    if kind is None or (is_packed(path) and kind not in {Kind.CSV, Kind.JSON_LINES}):
        raise HotlineError("no-table", path=str(path), known=" ".join(_SUFFIXES))
    return kind


def is_packed(path: Path) -> bool:
    """Return True for a file compressed by gzip, by its name."""
    return path.suffix.lower() == _PACKED


def sources(names: Iterable[str]) -> list[Source]:
    """The files that names refer to, in order: files, patterns such as `*.csv`, folders.

    Of a folder, the tables in it and below it, by name; files and folders that begin with a dot
    or an underscore are what other programs keep for themselves.
    Raises HotlineError when a name refers to no table.
    """
    found = []
    for name in names:
        here = list(_named(name))
        if not here:
            raise HotlineError("no-table-here", path=name)
        found += here
    return found


def _named(name: str) -> Iterator[Source]:
    path = Path(name)
    if path.is_dir():
        yield from _below(path)
    elif path.exists() or not glob.has_magic(name):
        if not path.exists():
            raise HotlineError("cannot-read", path=name, why="No such file or directory")
        if not path.is_file():  # a table is read more than once, which no pipe allows
            raise HotlineError("cannot-read", path=name, why=os.strerror(errno.ESPIPE))
        yield Source(path, kind_of(path), _partition(path))
    else:
        for match in sorted(glob.glob(name, recursive=True)):  # noqa: PTH207  # absolute ones too
            yield from _named(match)


def _below(folder: Path) -> Iterator[Source]:
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).parts
        if any(part[0] in "._" for part in inside) or not path.is_file():
            continue
        try:
            yield Source(path, kind_of(path), _partition(path))
        except HotlineError:
            continue  # a folder of tables may hold a README


def _partition(path: Path) -> dict[str, str | None]:
    pairs = (part.partition("=") for part in path.parent.parts)
    found = {unquote(key): unquote(value) for key, sign, value in pairs if sign and key}
    return {key: None if value == _NO_VALUE else value for key, value in found.items()}
