"""The commands around signed releases, from making keys to rolling back."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from hotline_check.cli import run
from tests.upkeep.signed.server import FileHost
from tests.upkeep.signed.world import write_platform


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FileHost]:
    monkeypatch.chdir(tmp_path)
    served = FileHost(tmp_path / "repo")
    yield served
    served.stop()


@pytest.fixture
def published(host: FileHost, monkeypatch: pytest.MonkeyPatch) -> FileHost:
    """A repository with a release that two people have signed, one after the other."""
    write_platform(Path("registry"), "northbank", "+12025550101")
    monkeypatch.setenv("HOTLINE_CHECK_PASSPHRASE", "made up")
    for name in ("alice", "bob", "carol"):
        assert registry("keys", "make", name, "--dir", "keys") == 0
    for name in ("snap", "stamp"):
        assert registry("keys", "make", name, "--dir", "keys", "--no-passphrase") == 0
    roots = ("--root", "keys/alice.pub", "--root", "keys/bob.pub")
    online = ("--snapshot", "keys/snap.pub", "--timestamp", "keys/stamp.pub")
    assert registry("keys", "init", "repo", *roots, *online) == 3
    assert registry("keys", "sign", "repo", "--yes", *signed_by("alice")) == 3
    assert registry("keys", "sign", "repo", "--yes", *signed_by("bob")) == 0
    assert release("alice") == 3
    assert release("bob", "snap", "stamp") == 0
    return host


@pytest.fixture
def pinned(published: FileHost) -> FileHost:
    root = "repo/metadata/1.root.json"
    assert registry("trust", root, "--url", published.url, "--name", "public") == 0
    return published


def registry(*words: str) -> int:
    return run(["registry", *words])


def signed_by(*names: str) -> list[str]:
    return [word for name in names for word in ("--key", f"keys/{name}.pem")]


def release(*names: str) -> int:
    return registry("publish", "repo", "--registry", "registry", *signed_by(*names))


@pytest.mark.usefixtures("pinned")
def test_update_tells_what_is_new_and_exits_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert registry("update") == 0
    write_platform(Path("registry"), "southbank", "+12025550102")
    release("alice", "bob", "snap", "stamp")
    capsys.readouterr()
    assert registry("update") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("public: updated to release 2 of ")
    assert lines[1] == "Numbers added (1)"
    assert lines[2] == "  southbank  +1 202-555-0102  https://example.net/contact"


def test_update_without_a_source_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert registry("update") == 2
    err = capsys.readouterr().err
    assert "no source is pinned" in err
    assert err.count("\n") == 1


def test_failed_update_is_one_line_and_exit_2(
    pinned: FileHost, capsys: pytest.CaptureFixture[str]
) -> None:
    registry("update")
    pinned.stop()
    capsys.readouterr()
    assert registry("update") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "public: NOT updated: the server can't be reached" in err
    registry("sources")
    assert "it FAILED (update-unreachable)" in capsys.readouterr().out


@pytest.mark.usefixtures("pinned")
def test_rollback_and_sources(capsys: pytest.CaptureFixture[str]) -> None:
    registry("update")
    assert registry("rollback") == 2
    write_platform(Path("registry"), "northbank", "+12025550104")
    release("alice", "bob", "snap", "stamp")
    registry("update")
    assert registry("rollback", "public") == 0
    capsys.readouterr()
    registry("sources", "--format", "json")
    (row,) = json.loads(capsys.readouterr().out)["sources"]
    assert row["current"]["version"] == 1
    assert [kept["version"] for kept in row["kept"]] == [1, 2]
    assert registry("untrust", "public") == 0
    assert registry("rollback") == 2


@pytest.mark.usefixtures("published")
def test_broken_registry_is_not_published(capsys: pytest.CaptureFixture[str]) -> None:
    write_platform(Path("registry"), "northbank", "+1900")
    capsys.readouterr()
    assert release("alice", "bob", "snap", "stamp") == 2
    assert "has problems" in capsys.readouterr().err


@pytest.mark.usefixtures("published")
def test_passphrase_is_asked_for_only_at_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("HOTLINE_CHECK_PASSPHRASE")
    capsys.readouterr()
    assert release("alice") == 2
    assert "the passphrase for keys/alice.pem is missing or wrong" in capsys.readouterr().err


@pytest.mark.usefixtures("published")
def test_key_list_and_rotation(capsys: pytest.CaptureFixture[str]) -> None:
    assert registry("keys", "rotate", "repo", "alice", "keys/carol.pub") == 3
    capsys.readouterr()
    assert registry("keys", "list", "repo") == 0
    out = capsys.readouterr().out
    assert "root: 2 signatures needed" in out
    assert "Keys, version 2, staged:" in out
    assert registry("keys", "sign", "repo", "--yes", *signed_by("alice", "bob", "carol")) == 0
    assert release("bob", "carol", "snap", "stamp") == 0
    assert (Path("repo") / "metadata" / "2.root.json").exists()


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(
    "words",
    [
        ("keys", "add", "repo", "boss", "keys/carol.pub"),
        ("keys", "revoke", "repo", "root", "nobody"),
        ("publish", "nowhere"),
        ("publish", "repo", "--expires", "timestamp=soon"),
        ("trust", "repo/staged/none.json", "--url", "https://data.example.com"),
        ("untrust", "nobody"),
        ("sources", "--order", "a,b"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    capsys.readouterr()
    assert registry(*words) == 2
    assert capsys.readouterr().err.count("\n") == 1
