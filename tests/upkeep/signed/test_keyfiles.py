"""Key files: kept from other eyes, and never quoted."""

import logging
import stat
from pathlib import Path

import pytest

from hotline_check.errors import HotlineError
from hotline_check.upkeep.signed.publishing import key_files, keys
from hotline_check.upkeep.signed.publishing.publish import publish
from hotline_check.upkeep.signed.publishing.repository import NAME_FIELD, Lifetimes
from tests.upkeep.signed.world import NOW, World

SECRET = "correct horse battery staple"  # noqa: S105  # a made-up one


def test_key_pair_is_made_and_read_back(tmp_path: Path) -> None:
    private, public, keyid = key_files.make(tmp_path / "keys", "alice", SECRET)
    assert stat.S_IMODE(private.stat().st_mode) == 0o600
    assert b"ENCRYPTED" in private.read_bytes()
    signer = key_files.load_signer(private, lambda _: SECRET)
    assert signer.public_key.keyid == keyid == key_files.load_public(public).keyid
    assert key_files.load_public(public).unrecognized_fields[NAME_FIELD] == "alice"


def test_bare_key_is_read_while_only_its_owner_can(tmp_path: Path) -> None:
    private, _, _ = key_files.make(tmp_path, "time", None)
    assert key_files.load_signer(private, lambda _: None)
    private.chmod(0o640)
    with pytest.raises(HotlineError, match="key-open"):
        key_files.load_signer(private, lambda _: None)


def test_key_is_not_overwritten(tmp_path: Path) -> None:
    key_files.make(tmp_path, "alice", None)
    with pytest.raises(HotlineError, match="key-exists"):
        key_files.make(tmp_path, "alice", None)


@pytest.mark.parametrize("sign", [".git", "platforms"])
def test_key_is_not_made_where_things_get_published(tmp_path: Path, sign: str) -> None:
    (tmp_path / sign).mkdir()
    with pytest.raises(HotlineError, match="key-place"):
        key_files.make(tmp_path / "below" / "keys", "alice", None)


def test_key_is_not_made_in_the_repository(world: World) -> None:
    with pytest.raises(HotlineError, match="key-place"):
        key_files.make(world.repo / "keys", "alice", None)


@pytest.mark.parametrize("answer", [None, "", "wrong"])
def test_wrong_passphrase_says_nothing_of_it(tmp_path: Path, answer: str | None) -> None:
    private, _, _ = key_files.make(tmp_path, "alice", SECRET)
    with pytest.raises(HotlineError, match="key-passphrase") as caught:
        key_files.load_signer(private, lambda _: answer)
    assert caught.value.params == {"path": str(private)}


@pytest.mark.parametrize("text", [b"", b"nonsense", b"-----BEGIN PRIVATE KEY-----\nAAAA\n"])
def test_what_is_no_key(tmp_path: Path, text: bytes) -> None:
    path = tmp_path / "a.pem"
    path.write_bytes(text)
    path.chmod(0o600)
    for read in (key_files.load_public, lambda p: key_files.load_signer(p, lambda _: None)):
        with pytest.raises(HotlineError, match="key-unreadable"):
            read(path)
        with pytest.raises(HotlineError, match="key-unreadable"):
            read(tmp_path / "missing.pem")


def test_nothing_secret_is_logged(world: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    folder = world.base / "keys"
    private, public, _ = key_files.make(folder, "dave", SECRET)
    role = key_files.load_public(public)
    keys.change(world.repo, NOW, Lifetimes(), add=[("targets", role)])
    keys.sign(world.repo, world.use("alice", "bob"))
    signer = key_files.load_signer(private, lambda _: SECRET)
    publish(world.repo, [signer, *world.use("snap", "time")], NOW, registry=world.registry)
    world.update()
    body = b"".join(private.read_bytes().split(b"\n")[1:-2]).decode()
    assert SECRET not in caplog.text
    assert body[:40] not in caplog.text
    assert signer.private_bytes.decode().split("\n")[1] not in caplog.text
