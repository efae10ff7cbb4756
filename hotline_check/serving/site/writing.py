"""Write the site: only files that changed, and no file that the site did not make."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec

from hotline_check.broken_json import BROKEN_JSON
from hotline_check.errors import HotlineError

# What the last run wrote: only these files may be deleted by the next one.
MANIFEST: Final = ".hotline-check-site.json"


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """How many files the site has, and what happened to them."""

    files: int
    changed: int
    removed: int


def write_site(folder: Path, files: Iterable[tuple[str, bytes]]) -> Written:
    """Bring a folder up to date.

    Files of an earlier site that are no longer made are removed; what else lies there is left
    alone. Raises HotlineError `not-a-site` for a folder that holds something and no site, and
    `cannot-write`.
    """
    try:
        old = _manifest(folder)
        made, changed = set(), 0
        for name, data in files:
            made.add(name)
            changed += _write(folder / name, data)
        gone = sorted(old - made)
        for name in gone:
            _remove(folder, folder / name)
        _write(folder / MANIFEST, json.dumps(sorted(made), indent=0).encode() + b"\n")
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise HotlineError("cannot-write", path=str(error.filename or folder), why=why) from error
    return Written(files=len(made), changed=changed, removed=len(gone))


def _manifest(folder: Path) -> set[str]:
    """The files of the site that is there."""
    path = folder / MANIFEST
    if not folder.exists() or not any(folder.iterdir()):
        return set()
    try:
        names = msgspec.json.decode(path.read_bytes(), type=set[str])
    except (FileNotFoundError, *BROKEN_JSON) as error:
        raise HotlineError("not-a-site", folder=str(folder)) from error
    # A list that was tampered with must remove nothing outside of the folder.
    return {name for name in names if not Path(name).is_absolute() and ".." not in Path(name).parts}


def _write(path: Path, data: bytes) -> bool:
    """Write a file unless it has this content already."""
    if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.new")
    temporary.write_bytes(data)
    temporary.replace(path)
    return True


def _remove(folder: Path, path: Path) -> None:
    """Remove a file and the folders that it leaves empty."""
    path.unlink(missing_ok=True)
    for above in path.parents:
        if above == folder or not above.is_dir() or any(above.iterdir()):
            return
        above.rmdir()
