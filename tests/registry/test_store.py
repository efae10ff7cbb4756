"""Which snapshot answers, and what happens when the registry or the disk does not play along."""

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from hotline_check.errors import HotlineError
from hotline_check.folders import PINS, config_folder
from hotline_check.registry import folder as registry_folder_module
from hotline_check.registry.models import Platform
from hotline_check.registry.problems import Problem
from hotline_check.registry.storage import store as store_module
from hotline_check.registry.storage.choice import ENVIRONMENT, open_registry
from hotline_check.registry.storage.snapshot import Snapshot
from hotline_check.registry.storage.store import (
    SEALED_NAME,
    Store,
    bundled,
    compile_to,
    content_key,
)
from tests.entries import (
    AU_LINE,
    REGISTRY_DAY,
    TODAY,
    US_LINE,
    US_OTHER,
    ask,
    authority,
    phone,
    platform,
    reported,
    write,
)

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "registry", platform(channels=[phone()]))


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def lines(store: Store) -> list[str]:
    """The phone lines of the example platform."""
    found: Platform | None = store.ask(lambda snapshot: snapshot.platform("example"))
    assert found is not None
    return [c.value for c in found.channels]


def opened(folder: Path, cache: Path | None) -> Store:
    return Store(folder, "test", today=TODAY, cache=cache)


class TestCache:
    def test_built_once_and_used_again(
        self, folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert lines(opened(folder, cache)) == [US_LINE]
        monkeypatch.setattr(store_module, "compile_folder", None)  # may not be called again
        assert lines(opened(folder, cache)) == [US_LINE]

    def test_an_edit_counts_at_once(self, folder: Path, cache: Path) -> None:
        assert lines(opened(folder, cache)) == [US_LINE]
        write(folder, platform(channels=[phone(US_OTHER)]))
        assert lines(opened(folder, cache)) == [US_OTHER]

    def test_an_edit_that_keeps_size_and_time_counts(self, folder: Path, cache: Path) -> None:
        path = folder / "platforms" / "example.yaml"
        before = path.stat()
        assert lines(opened(folder, cache)) == [US_LINE]
        path.write_text(path.read_text().replace("0123", "0124"))
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        after = path.stat()
        assert (after.st_size, after.st_mtime_ns) == (before.st_size, before.st_mtime_ns)
        assert lines(opened(folder, cache)) == ["+12025550124"]

    @pytest.mark.parametrize(
        "change",
        [
            lambda f: write(f, platform("sample")),
            lambda f: (f / "platforms" / "example.yaml").unlink(),
            lambda f: (f / "platforms" / "example.yaml").rename(f / "platforms" / "x.yaml"),
            lambda f: write(f, reports=[reported("example", AU_LINE)]),
            lambda f: os.utime(f / "platforms" / "example.yaml", ns=(0, 0)),
        ],
        ids=["added", "removed", "renamed", "another part", "touched"],
    )
    def test_the_key_changes_with_the_content(
        self, folder: Path, change: Callable[[Path], object]
    ) -> None:
        before = content_key(folder)
        assert content_key(folder) == before
        change(folder)
        assert content_key(folder) != before

    def test_two_folders_do_not_share_a_snapshot(
        self, folder: Path, cache: Path, tmp_path: Path
    ) -> None:
        other = write(tmp_path / "other", platform(channels=[phone(US_OTHER)]))
        assert lines(opened(folder, cache)) == [US_LINE]
        assert lines(opened(other, cache)) == [US_OTHER]
        assert lines(opened(folder, cache)) == [US_LINE]

    @pytest.mark.parametrize("left", [0, 3000])
    def test_a_damaged_cache_is_built_again(self, folder: Path, cache: Path, left: int) -> None:
        lines(opened(folder, cache))
        (path,) = cache.iterdir()
        path.write_bytes(path.read_bytes()[:left])
        store = opened(folder, cache)
        assert lines(store) == [US_LINE]
        assert store.warnings == []

    @pytest.mark.parametrize("damage", ["UPDATE document SET body = 'x'", "DELETE FROM document"])
    def test_damage_seen_late_is_mended_too(self, folder: Path, cache: Path, damage: str) -> None:
        """The file opens well; only the row that is asked for is damaged."""
        lines(opened(folder, cache))
        (path,) = cache.iterdir()
        with closing(sqlite3.connect(path)) as database, database:
            database.execute(f"{damage} WHERE id = 'example'")
        store = opened(folder, cache)
        assert store.ask(lambda s: s.ids("platforms")) == ["example"]
        assert lines(store) == [US_LINE]

    def test_no_cache_at_all(self, folder: Path) -> None:
        store = opened(folder, None)
        assert lines(store) == [US_LINE]
        assert store.warnings == []

    def test_closing_twice(self, folder: Path) -> None:
        store = opened(folder, None)
        lines(store)
        store.close()
        store.close()
        assert lines(store) == [US_LINE]


class TestDiskThatDoesNotPlayAlong:
    def test_a_cache_folder_that_cannot_be_made(self, folder: Path, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("in the way")
        store = opened(folder, tmp_path / "file" / "cache")
        assert lines(store) == [US_LINE]
        assert store.warnings == ["cache-unwritable"]

    @pytest.mark.skipif(os.getuid() == 0, reason="root writes everywhere")
    def test_a_read_only_cache_folder(self, folder: Path, cache: Path) -> None:
        cache.mkdir(mode=0o500)
        store = opened(folder, cache)
        assert lines(store) == [US_LINE]
        assert store.warnings == ["cache-unwritable"]

    @pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EDQUOT])
    def test_a_disk_that_refuses_the_new_file(
        self, folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, code: int
    ) -> None:
        def refuse(*_: object, **__: object) -> None:
            raise OSError(code, os.strerror(code))

        monkeypatch.setattr("tempfile.mkstemp", refuse)
        store = opened(folder, cache)
        assert lines(store) == [US_LINE]
        assert store.warnings == ["cache-unwritable"]

    def test_a_disk_that_is_full_half_way(
        self, folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Nothing half-written is left, and the answer comes from memory."""
        real = store_module.compile_folder

        def fill(source: Path, target: Path | None, *rest: Any) -> sqlite3.Connection:
            if target is not None:
                target.write_bytes(b"half a file")
                raise sqlite3.OperationalError("database or disk is full")
            return real(source, None, *rest)

        monkeypatch.setattr(store_module, "compile_folder", fill)
        store = opened(folder, cache)
        assert lines(store) == [US_LINE]
        assert store.warnings == ["cache-unwritable"]
        assert list(cache.iterdir()) == []

    def test_a_snapshot_that_cannot_be_opened_right_after(
        self, folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Another process put something else in its place."""
        real = store_module.compile_to

        def spoil(source: Path, target: Path, *rest: Any) -> None:
            real(source, target, *rest)
            target.write_bytes(b"")

        monkeypatch.setattr(store_module, "compile_to", spoil)
        assert lines(opened(folder, cache)) == [US_LINE]

    def test_a_file_that_cannot_be_read(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(path: Path) -> bytes:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))

        monkeypatch.setattr(Path, "read_bytes", refuse)
        with pytest.raises(HotlineError) as refusal:
            lines(opened(folder, None))
        assert refusal.value.code == "cannot-read"
        assert refusal.value.params["path"] == str(folder / "platforms" / "example.yaml")

    def test_a_file_of_a_sealed_registry_that_cannot_be_read(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        compile_to(folder, folder / SEALED_NAME, "sealed", TODAY)
        store = opened(folder, None)
        store.ask(lambda snapshot: snapshot.date)

        def refuse(_: Path) -> bytes:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

        monkeypatch.setattr(Path, "read_bytes", refuse)
        with pytest.raises(HotlineError) as refusal:
            lines(store)
        assert refusal.value.code == "cannot-read"

    def test_a_part_that_cannot_be_listed(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(path: Path) -> None:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

        monkeypatch.setattr(os, "scandir", refuse)
        with pytest.raises(HotlineError) as refusal:
            content_key(folder)
        assert refusal.value.code == "cannot-read"

    def test_a_snapshot_that_stays_unreadable_is_refused(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Memory that lies: no answer is better than a wrong one."""
        monkeypatch.setattr("hotline_check.registry.storage.snapshot._sound", spoiled)
        with pytest.raises(HotlineError) as refusal:
            lines(opened(folder, None))
        assert refusal.value.code == "broken-snapshot"


def spoiled(body: bytes, _: object, *place: object) -> bytes:
    from hotline_check.registry.storage.snapshot import SnapshotError

    if place[0] == "meta":
        return body
    raise SnapshotError("spoiled")


class TestRegistryThatIsNotWhole:
    @pytest.mark.parametrize("made", ["nothing", "empty", "empty platforms"])
    def test_none_there(self, tmp_path: Path, made: str) -> None:
        folder = tmp_path / "registry"
        if made == "empty":
            folder.mkdir()
        elif made == "empty platforms":
            (folder / "platforms").mkdir(parents=True)
        with pytest.raises(HotlineError) as refusal:
            ask(folder, US_LINE)
        assert refusal.value.code == "no-registry"

    def test_a_file_where_the_folder_belongs(self, tmp_path: Path) -> None:
        (tmp_path / "registry").write_text("x")
        with pytest.raises(HotlineError) as refusal:
            ask(tmp_path / "registry", US_LINE)
        assert refusal.value.code == "cannot-read"

    def test_half_written(self, folder: Path) -> None:
        path = folder / "platforms" / "example.yaml"
        path.write_bytes(path.read_bytes()[:-60])
        with pytest.raises(HotlineError) as refusal:
            ask(folder, US_LINE)
        assert refusal.value.code == "broken-registry"
        assert refusal.value.params["count"] != 0

    def test_one_bad_file_spoils_the_whole(self, folder: Path) -> None:
        """A registry with a mistake in it is not trusted in part."""
        write(folder, platform("sample", fresh_days=100_000))
        with pytest.raises(HotlineError) as refusal:
            ask(folder, US_LINE)
        assert refusal.value.code == "broken-registry"
        first = refusal.value.params["first"]
        assert isinstance(first, Problem)
        assert (first.file, first.code) == (
            "platforms/sample.yaml",
            "bad-fresh-days",
        )

    def test_a_broken_edit_is_not_answered_from_the_old_snapshot(
        self, folder: Path, cache: Path
    ) -> None:
        assert lines(opened(folder, cache)) == [US_LINE]
        (folder / "platforms" / "example.yaml").write_text("id: [")
        with pytest.raises(HotlineError) as refusal:
            lines(opened(folder, cache))
        assert refusal.value.code == "broken-registry"

    def test_a_file_that_goes_away_while_it_is_read(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def gone(path: Path) -> bytes:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))

        monkeypatch.setattr(Path, "read_bytes", gone)
        with pytest.raises(HotlineError) as refusal:
            registry_folder_module.load(folder, TODAY)
        assert refusal.value.code == "cannot-read"


class TestSealed:
    """A folder with its own snapshot: an installed package or a signed release."""

    @pytest.fixture
    def sealed(self, folder: Path) -> Path:
        compile_to(folder, folder / SEALED_NAME, "sealed", TODAY)
        return folder

    def test_answers_without_reading_the_rest(
        self, sealed: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(store_module, "compile_folder", None)
        assert lines(opened(sealed, None)) == [US_LINE]

    def test_the_yaml_beside_it_wins(self, sealed: Path) -> None:
        write(sealed, platform(channels=[phone(US_OTHER)]))
        assert lines(opened(sealed, None)) == [US_OTHER]

    def test_an_edit_between_two_questions_counts(self, sealed: Path) -> None:
        """A server keeps its registry open for days."""
        store = opened(sealed, None)
        assert [lines(store), lines(store)] == [[US_LINE], [US_LINE]]
        write(sealed, platform(channels=[phone(US_OTHER)]))
        assert lines(store) == [US_OTHER]

    def test_an_entry_that_vanishes_between_two_questions(self, sealed: Path) -> None:
        write(sealed, platform("sample"))
        compile_to(sealed, sealed / SEALED_NAME, "sealed", TODAY)
        store = opened(sealed, None)
        assert store.ask(lambda snapshot: snapshot.platform("example")) is not None
        (sealed / "platforms" / "example.yaml").unlink()
        assert store.ask(lambda snapshot: snapshot.platform("example")) is None

    def test_a_snapshot_of_other_numbers_is_not_believed(self, sealed: Path) -> None:
        """Somebody swapped the snapshot, which no person can read, but not the YAML."""
        write(sealed, platform(channels=[phone(US_OTHER)]))
        compile_to(sealed, sealed / SEALED_NAME, "sealed", TODAY)
        write(sealed, platform(channels=[phone()]))
        assert ask(sealed, US_OTHER).level != "listed"
        assert ask(sealed, US_LINE, claim="example").level == "listed"

    def test_the_yaml_of_authorities_wins_too(self, folder: Path) -> None:
        write(folder, authorities=[{"country": "GB", "authorities": [authority()]}])
        compile_to(folder, folder / SEALED_NAME, "sealed", TODAY)
        store = opened(folder, None)
        before = store.ask(lambda snapshot: snapshot.authorities("GB"))
        assert before is not None
        assert [body.name for body in before.authorities] == ["Example Police"]
        named = authority(name="Another Police")
        write(folder, authorities=[{"country": "GB", "authorities": [named]}])
        found = store.ask(lambda snapshot: snapshot.authorities("GB"))
        assert found is not None
        assert [body.name for body in found.authorities] == ["Another Police"]

    def test_a_platform_whose_yaml_is_gone(self, sealed: Path) -> None:
        write(sealed, platform("sample"))
        (sealed / "platforms" / "example.yaml").unlink()
        store = opened(sealed, None)
        assert store.ask(lambda snapshot: snapshot.platform("example")) is None

    def test_a_report_that_came_later(self, sealed: Path) -> None:
        write(sealed, platform(), reports=[reported("example", AU_LINE)])
        store = opened(sealed, None)
        assert store.ask(lambda s: s.platform("example")) is not None
        assert store.ask(lambda s: s.reported("example")) is not None

    def test_damaged_with_a_cache_at_hand(self, sealed: Path, cache: Path) -> None:
        (sealed / SEALED_NAME).write_bytes(b"x" * 5000)
        store = opened(sealed, cache)
        assert lines(store) == [US_LINE]
        assert len(list(cache.iterdir())) == 1


class TestWhichRegistry:
    def test_the_folder_named_in_the_environment(self, folder: Path) -> None:
        store = open_registry(TODAY, {ENVIRONMENT: str(folder)})
        assert store.source == str(folder)
        assert lines(store) == [US_LINE]

    def test_the_bundled_one(self) -> None:
        store = open_registry(TODAY, {})
        assert store.source == "bundled"
        assert store.folder == ROOT / "registry" == bundled()

    def test_a_pinned_source_with_a_release(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """An old bundled copy must not bring back what a newer release took away."""
        releases = [
            SimpleNamespace(folder=None, source=SimpleNamespace(name="empty")),
            SimpleNamespace(folder=folder, source=SimpleNamespace(name="newest")),
        ]
        monkeypatch.setattr(
            "hotline_check.registry.storage.installed.installed", lambda _: iter(releases)
        )
        pins = config_folder() / PINS
        pins.parent.mkdir(parents=True)
        pins.touch()
        store = open_registry(TODAY, {})
        assert store.source == "newest"
        assert lines(store) == [US_LINE]

    def test_a_pinned_source_without_a_release(self, monkeypatch: pytest.MonkeyPatch) -> None:
        nothing = SimpleNamespace(folder=None, source=SimpleNamespace(name="empty"))
        monkeypatch.setattr(
            "hotline_check.registry.storage.installed.installed", lambda _: iter([nothing])
        )
        pins = config_folder() / PINS
        pins.parent.mkdir(parents=True)
        pins.touch()
        assert open_registry(TODAY, {}).source == "bundled"

    def test_the_one_inside_an_installed_package(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        package = tmp_path / "hotline_check"
        (package / "_registry").mkdir(parents=True)
        (package / "registry").mkdir()
        monkeypatch.setattr(
            store_module, "__file__", str(package / "registry" / "storage" / "store.py")
        )
        assert bundled() == package / "_registry"


@pytest.mark.slow
def test_two_processes_at_once_on_a_first_run(folder: Path, empty_home: Path) -> None:
    """Both answer rightly, whoever writes the snapshot first; nothing half-written is left."""
    command = [sys.executable, "-m", "hotline_check", "check", US_LINE, "-p", "example"]
    environ = {**os.environ, ENVIRONMENT: str(folder)}
    running = [
        subprocess.Popen(
            [*command, "--format", "json"],
            env=environ,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for process in running:
        out, err = process.communicate(timeout=60)
        assert err == ""
        assert '"platform":"example"' in out
        assert process.returncode in {0, 3}  # listed, or stale when this runs years later
    caches = list((empty_home / "cache").rglob("*.sqlite"))
    assert len(caches) == 1
    assert [p.name for p in caches[0].parent.iterdir()] == [caches[0].name]
    with_snapshot = Snapshot.open(caches[0])
    assert with_snapshot.key == content_key(folder)
    with_snapshot.close()


def test_the_bundled_registry_has_no_problem(registry_folder: Path) -> None:
    entries, problems = registry_folder_module.load(registry_folder, REGISTRY_DAY)
    assert problems == []
    assert len(entries.platforms) > 200
    assert entries.date is not None


def test_a_copy_of_a_registry_is_the_same_registry(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "copy")
    assert lines(opened(tmp_path / "copy", None)) == lines(opened(folder, None))
