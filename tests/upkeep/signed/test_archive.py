"""A release's archive is read as if its maker meant harm."""

import gzip
import io
import os
import tarfile
from pathlib import Path

import msgspec
import pytest

from hotline_check.errors import HotlineError
from hotline_check.upkeep.signed import archive
from hotline_check.upkeep.signed.limits import Limits
from tests.upkeep.signed.world import World, write_platform

SMALL = Limits(unpacked=2_000_000, one_file=50_000, files=10)


def tarred(*entries: tarfile.TarInfo | tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for entry in entries:
            if isinstance(entry, tarfile.TarInfo):
                tar.addfile(entry)
            else:
                info = tarfile.TarInfo(entry[0])
                info.size = len(entry[1])
                tar.addfile(info, io.BytesIO(entry[1]))
    return gzip.compress(out.getvalue())


def special(name: str, kind: bytes, target: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type = kind
    info.linkname = target
    return info


@pytest.mark.parametrize(
    "name",
    [
        "../platforms/a.yaml",
        "/platforms/a.yaml",
        "platforms/../../a.yaml",
        "platforms/sub/a.yaml",
        "platforms/a.yml",
        "platforms/.yaml",
        "platforms/A.yaml",
        "platforms/a.yaml\n",
        "platforms\\a.yaml",
        "C:/platforms/a.yaml",
        "elsewhere/a.yaml",
        "snapshot.sqlite",
        "release.json",
        "platforms/" + "a" * 200 + ".yaml",
    ],
)
def test_names_that_no_registry_has(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.tar.gz"
    path.write_bytes(tarred((name, b"x")))
    with pytest.raises(HotlineError, match="archive-unsafe") as caught:
        archive.unpack(path, tmp_path / "out", SMALL)
    assert caught.value.params["why"] == "name"
    assert [p for p in (tmp_path / "out").rglob("*") if p.is_file()] == []


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE, tarfile.CHRTYPE]
)
def test_links_and_devices(tmp_path: Path, kind: bytes) -> None:
    path = tmp_path / "a.tar.gz"
    path.write_bytes(tarred(special("platforms/a.yaml", kind, "/etc/passwd")))
    with pytest.raises(HotlineError, match="archive-unsafe"):
        archive.unpack(path, tmp_path / "out", SMALL)


@pytest.mark.parametrize(
    "entries",
    [
        [("platforms/a.yaml", b"0" * 60_000)],
        [(f"platforms/a{n}.yaml", b"0" * 10) for n in range(10, 21)],
    ],
    ids=["one-large", "too-many"],
)
def test_too_much(tmp_path: Path, entries: list[tuple[str, bytes]]) -> None:
    path = tmp_path / "a.tar.gz"
    path.write_bytes(tarred(*entries))
    with pytest.raises(HotlineError, match="archive-too-large"):
        archive.unpack(path, tmp_path / "out", SMALL)


def test_bomb_stops_at_the_limit(tmp_path: Path) -> None:
    info = tarfile.TarInfo("platforms/a.yaml")
    info.size = 500_000_000
    path = tmp_path / "a.tar.gz"
    path.write_bytes(gzip.compress(info.tobuf() + bytes(50_000_000)))
    with pytest.raises(HotlineError, match="archive-too-large"):
        archive.unpack(path, tmp_path / "out", msgspec.structs.replace(SMALL, one_file=10**9))


@pytest.mark.parametrize("name", ["platforms/a.yaml", "platforms/b.yaml"])
def test_same_name_twice_or_out_of_order(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.tar.gz"
    path.write_bytes(tarred(("platforms/b.yaml", b"x"), (name, b"y")))
    with pytest.raises(HotlineError, match="archive-unsafe"):
        archive.unpack(path, tmp_path / "out", SMALL)


@pytest.mark.parametrize("cut", [0, 1, 9, 20, 60])
def test_damaged(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "a.tar.gz"
    path.write_bytes(tarred(("platforms/a.yaml", os.urandom(2000)))[:cut])
    with pytest.raises(HotlineError, match="archive-damaged"):
        archive.unpack(path, tmp_path / "out", SMALL)


def test_packing_is_repeatable_and_unpacks_to_itself(world: World, tmp_path: Path) -> None:
    write_platform(world.registry, "southbank", "+12025550102")
    (world.registry / "README.md").write_text("not part of it")
    first, content = archive.pack(world.registry)
    for path in world.registry.rglob("*.yaml"):
        os.utime(path, (1, 1))
        path.chmod(0o600)
    assert archive.pack(world.registry) == (first, content)
    packed = tmp_path / "a.tar.gz"
    packed.write_bytes(first)
    assert archive.unpack(packed, tmp_path / "out", Limits()) == content
    assert archive.pack(tmp_path / "out") == (first, content)


def test_a_link_in_the_registry_is_not_packed(world: World) -> None:
    (world.registry / "platforms" / "link.yaml").symlink_to("/etc/hostname")
    with pytest.raises(HotlineError, match="archive-unsafe"):
        archive.pack(world.registry)


def test_content_hash_changes_with_every_name_and_byte(world: World) -> None:
    seen = {archive.pack(world.registry)[1]}
    path = world.registry / "platforms" / "northbank.yaml"
    path.write_text(path.read_text() + "\n")
    seen.add(archive.pack(world.registry)[1])
    path.rename(path.with_name("northbanks.yaml"))
    seen.add(archive.pack(world.registry)[1])
    assert len(seen) == 3
