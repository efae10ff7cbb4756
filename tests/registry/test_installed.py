"""The pinned sources and their releases, as a check reads them."""

import datetime as dt
from pathlib import Path

import msgspec
import pytest

from hotline_check.errors import HotlineError
from hotline_check.registry.storage.installed import (
    Installed,
    Pinned,
    Places,
    Pointer,
    Release,
    Source,
    installed,
    pinned,
)

SOURCE = Source(name="example", url="https://updates.example.com/", root="ab" * 32)
RELEASE = Release(version=7, content="c0ffee" * 10, date=dt.date(2026, 11, 22), files=3)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    places = Places(config=tmp_path / "config", data=tmp_path / "data")
    places.config.mkdir()
    places.pins.write_bytes(msgspec.json.encode(Pinned(sources=(SOURCE,))))
    return places


def install(places: Places, release: Release) -> Path:
    home = places.home(SOURCE.name)
    folder = home / "releases" / release.id
    folder.mkdir(parents=True)
    (folder / "release.json").write_bytes(msgspec.json.encode(release))
    (home / "current.json").write_bytes(msgspec.json.encode(Pointer(release=release.id)))
    return folder


def test_the_users_own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folders = "hotline_check.registry.storage.installed"
    monkeypatch.setattr(f"{folders}.config_folder", lambda: tmp_path / "c")
    monkeypatch.setattr(f"{folders}.data_folder", lambda: tmp_path / "d")
    places = Places.default()
    assert places.pins.parent == tmp_path / "c"
    assert places.lock.parent == tmp_path / "d"
    assert places.root("example").name == "example.json"


def test_nothing_is_pinned(tmp_path: Path) -> None:
    assert installed(Places(config=tmp_path, data=tmp_path)) == ()


def test_a_source_before_its_first_update(places: Places) -> None:
    assert installed(places) == (Installed(source=SOURCE, release=None, folder=None),)


def test_the_current_release(places: Places) -> None:
    folder = install(places, RELEASE)
    assert installed(places) == (Installed(source=SOURCE, release=RELEASE, folder=folder),)


def test_releases_sort_by_age() -> None:
    ids = [msgspec.structs.replace(RELEASE, version=version).id for version in (9, 10, 100)]
    assert ids == sorted(ids)


@pytest.mark.parametrize("content", [b"", b"{", b"[" * 9_999, b'{"sources": 1}', None])
def test_pins_that_cannot_be_read(places: Places, content: bytes | None) -> None:
    """Never taken for none: the bundled registry would answer instead of the pinned one."""
    places.pins.unlink()
    if content is None:
        places.pins.mkdir()
    else:
        places.pins.write_bytes(content)
    with pytest.raises(HotlineError) as refusal:
        pinned(places)
    assert refusal.value.code == "sources-unreadable"


@pytest.mark.parametrize("name", ["current.json", "release.json"])
@pytest.mark.parametrize("content", [b"{", b'{"a":' * 9_999, b"\xff", None])
def test_a_release_that_cannot_be_read(places: Places, name: str, content: bytes | None) -> None:
    folder = install(places, RELEASE)
    path = folder / name if name == "release.json" else places.home(SOURCE.name) / name
    path.unlink()
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    with pytest.raises(HotlineError) as refusal:
        installed(places)
    assert refusal.value.code == "release-unreadable"
