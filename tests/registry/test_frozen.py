import pickle
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hotline_check.checking import Checker
from hotline_check.errors import HotlineError
from hotline_check.registry.storage.frozen import FrozenStore, freeze
from hotline_check.registry.storage.store import SEALED_NAME, Store, compile_to, content_key
from hotline_check.verdict.models import Status
from tests.entries import TODAY, US_LINE, US_OTHER, phone, platform, says, write


def registry(folder: Path, number: str = US_LINE) -> Path:
    entry = platform("example", **says("published"), channels=[phone(number, regions=["US"])])
    return write(folder, entry)


def status(store: Store, number: str) -> Status:
    (verdict,) = Checker(store, today=TODAY, claim="example").check(number)
    return verdict.status


def test_a_copy_answers_as_the_registry_did_before_it_changed(tmp_path: Path) -> None:
    folder = registry(tmp_path / "registry")
    store = Store(folder, "test", today=TODAY)
    copy = FrozenStore(freeze(store, tmp_path), "test", today=TODAY)
    registry(folder, US_OTHER)
    assert status(Store(folder, "test", today=TODAY), US_LINE) is Status.NOT_LISTED
    assert status(copy, US_LINE) is Status.LISTED
    assert copy.source == "test"


def test_the_name_of_a_copy_says_what_is_in_it(tmp_path: Path) -> None:
    folder = registry(tmp_path / "registry")
    first = freeze(Store(folder, "test", today=TODAY), tmp_path)
    again = freeze(Store(folder, "test", today=TODAY), tmp_path)
    registry(folder, US_OTHER)
    changed = freeze(Store(folder, "test", today=TODAY), tmp_path)
    assert first == again != changed
    assert sorted(path.name for path in tmp_path.glob("*.sqlite")) == sorted(
        {first.name, changed.name}
    )


def test_a_sealed_registry_is_compared_with_its_files_before_it_is_copied(tmp_path: Path) -> None:
    folder = registry(tmp_path / "registry")
    compile_to(folder, folder / SEALED_NAME, content_key(folder), TODAY)
    registry(folder, US_OTHER)  # the snapshot is older than its files now
    copy = FrozenStore(freeze(Store(folder, "test", today=TODAY), tmp_path), "test", today=TODAY)
    assert status(copy, US_OTHER) is Status.LISTED
    assert status(copy, US_LINE) is Status.NOT_LISTED


def test_a_snapshot_without_an_entry_is_built_again_before_it_is_copied(tmp_path: Path) -> None:
    folder = registry(tmp_path / "registry")
    compile_to(folder, folder / SEALED_NAME, content_key(folder), TODAY)
    with closing(sqlite3.connect(folder / SEALED_NAME)) as database, database:
        database.execute("UPDATE document SET id = 'x' WHERE part = 'platforms'")
    copy = FrozenStore(freeze(Store(folder, "test", today=TODAY), tmp_path), "test", today=TODAY)
    assert status(copy, US_LINE) is Status.LISTED


def test_a_copy_that_cannot_be_written(tmp_path: Path) -> None:
    store = Store(registry(tmp_path / "registry"), "test", today=TODAY)
    with pytest.raises(OSError, match="unable to open"):
        store.ask(lambda snapshot: snapshot.copy_to(tmp_path / "missing" / "x.sqlite"))


def test_a_damaged_copy_answers_nothing(tmp_path: Path) -> None:
    folder = registry(tmp_path / "registry")
    file = freeze(Store(folder, "test", today=TODAY), tmp_path)
    file.write_bytes(file.read_bytes().replace(b"Example", b"Exampel"))
    with pytest.raises(HotlineError) as caught:
        status(FrozenStore(file, "test", today=TODAY), US_LINE)
    assert caught.value.code == "broken-snapshot"


def test_a_copy_needs_a_folder(tmp_path: Path) -> None:
    store = Store(registry(tmp_path / "registry"), "test", today=TODAY)
    with pytest.raises(HotlineError) as caught:
        freeze(store, tmp_path / "missing")
    assert caught.value.code == "cannot-write"


def test_an_error_crosses_processes() -> None:
    error = pickle.loads(pickle.dumps(HotlineError("cannot-read", path="x", why="gone")))  # noqa: S301  # made here
    assert (error.code, error.params) == ("cannot-read", {"path": "x", "why": "gone"})
