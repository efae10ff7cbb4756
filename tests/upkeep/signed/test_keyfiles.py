"""Key files: kept from other eyes, and never quoted."""

import logging
import stat
from pathlib import Path

import pytest

from hotline_check.errors import HotlineError
from hotline_check.upkeep.signed import keyfiles, keys
from hotline_check.upkeep.signed.publish import publish
from hotline_check.upkeep.signed.repository import Lifetimes
from tests.upkeep.signed.world import NOW, World

SECRET = "correct horse battery staple"  # noqa: S105  # a made-up one


def test_key_pair_is_made_and_read_back(tmp_path: Path) -> None:
    private, public, keyid = keyfiles.make(tmp_path / "keys", "alice", SECRET)
    assert stat.S_IMODE(private.stat().st_mode) == 0o600
    assert b"ENCRYPTED" in private.read_bytes()
    signer = keyfiles.load_signer(private, lambda _: SECRET)
    assert signer.public_key.keyid == keyid == keyfiles.load_public(public).keyid
    assert keyfiles.load_public(public).unrecognized_fields[keyfiles.NAME_FIELD] == "alice"


def test_bare_key_is_read_while_only_its_owner_can(tmp_path: Path) -> None:
    private, _, _ = keyfiles.make(tmp_path, "time", None)
    assert keyfiles.load_signer(private, lambda _: None)
    private.chmod(0o640)
    with pytest.raises(HotlineError, match="key-open"):
        keyfiles.load_signer(private, lambda _: None)


def test_key_is_not_overwritten(tmp_path: Path) -> None:
    keyfiles.make(tmp_path, "alice", None)
    with pytest.raises(HotlineError, match="key-exists"):
        keyfiles.make(tmp_path, "alice", None)


@pytest.mark.parametrize("sign", [".git", "platforms"])
def test_key_is_not_made_where_things_get_published(tmp_path: Path, sign: str) -> None:
    (tmp_path / sign).mkdir()
    with pytest.raises(HotlineError, match="key-place"):
        keyfiles.make(tmp_path / "below" / "keys", "alice", None)


def test_key_is_not_made_in_the_repository(world: World) -> None:
    with pytest.raises(HotlineError, match="key-place"):
        keyfiles.make(world.repo / "keys", "alice", None)


@pytest.mark.parametrize("answer", [None, "", "wrong"])
def test_wrong_passphrase_says_nothing_of_it(tmp_path: Path, answer: str | None) -> None:
    private, _, _ = keyfiles.make(tmp_path, "alice", SECRET)
    with pytest.raises(HotlineError, match="key-passphrase") as caught:
        keyfiles.load_signer(private, lambda _: answer)
    assert caught.value.params == {"path": str(private)}


@pytest.mark.parametrize("text", [b"", b"nonsense", b"-----BEGIN PRIVATE KEY-----\nAAAA\n"])
def test_what_is_no_key(tmp_path: Path, text: bytes) -> None:
    path = tmp_path / "a.pem"
    path.write_bytes(text)
    path.chmod(0o600)
    for read in (keyfiles.load_public, lambda p: keyfiles.load_signer(p, lambda _: None)):
        with pytest.raises(HotlineError, match="key-unreadable"):
            read(path)
        with pytest.raises(HotlineError, match="key-unreadable"):
            read(tmp_path / "missing.pem")


def test_nothing_secret_is_logged(world: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    folder = world.base / "keys"
    private, public, _ = keyfiles.make(folder, "dave", SECRET)
    role = keyfiles.load_public(public)
    keys.change(world.repo, NOW, Lifetimes(), add=[("targets", role)])
    keys.sign(world.repo, world.use("alice", "bob"))
    signer = keyfiles.load_signer(private, lambda _: SECRET)
    publish(world.repo, [signer, *world.use("snap", "time")], NOW, registry=world.registry)
    world.update()
    body = b"".join(private.read_bytes().split(b"\n")[1:-2]).decode()
    assert SECRET not in caplog.text
    assert body[:40] not in caplog.text
    assert signer.private_bytes.decode().split("\n")[1] not in caplog.text
