"""A copy of a registry's snapshot that stays as it is: what several processes of one run ask.

A registry can be updated while millions of rows are judged. Every process of a run opens the same
copy, so that the same row gets the same verdict in whichever process it is judged.
"""

import datetime as dt
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from hotline_check.errors import HotlineError
from hotline_check.registry.storage.snapshot import Snapshot, SnapshotError
from hotline_check.registry.storage.store import Store

T = TypeVar("T")


def freeze(store: Store, folder: Path) -> Path:
    """Copy the registry's snapshot into a folder and return the file, named after its content.

    Every entry is compared with its YAML file first, as a check compares those that it uses.
    Raises HotlineError when the registry can't be used or the folder can't be written.
    """
    import hashlib  # only here; a check needs no hash

    try:
        handle, name = tempfile.mkstemp(dir=folder, prefix=".snapshot-")
        os.close(handle)
        copy = Path(name)
        try:
            store.ask(lambda snapshot: snapshot.copy_to(copy))
            content = hashlib.blake2b(copy.read_bytes(), digest_size=16).hexdigest()
            return copy.replace(folder / f"hotline-check-{content}.sqlite")
        finally:
            copy.unlink(missing_ok=True)
    except OSError as error:
        raise HotlineError("cannot-write", path=str(folder), why=error.strerror) from error


class FrozenStore(Store):
    """A registry of which only the copied snapshot is there: damage can't be mended.

    source: what the registry is called in a verdict, as in the store that was copied.
    """

    def __init__(self, file: Path, source: str, *, today: dt.date) -> None:
        super().__init__(file.parent, source, today=today)
        self._file = file

    def ask(self, question: Callable[[Snapshot], T]) -> T:
        """Query the snapshot. Raises HotlineError `broken-snapshot` if it is damaged."""
        try:
            if self._snapshot is None:
                self._snapshot = Snapshot.open(self._file)
            return question(self._snapshot)
        except SnapshotError as error:
            raise HotlineError("broken-snapshot", folder=str(self._file)) from error
