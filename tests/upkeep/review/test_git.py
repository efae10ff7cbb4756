"""The registry's past in a real git repository."""

import subprocess
from pathlib import Path

import pytest

from hotline_check.errors import HotlineError
from hotline_check.registry.folder import load
from hotline_check.upkeep.review.history import history
from hotline_check.upkeep.review.sources import at_revision
from tests.entries import SEEN, TODAY, US_LINE, US_OTHER, phone, platform, reported, write


def git(folder: Path, *arguments: str) -> None:
    settings = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "core.autocrlf=false"]
    subprocess.run(["git", "-C", str(folder), *settings, *arguments], check=True)  # noqa: S607  # any git


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    """Three commits: a line, the line retired, the line gone and reported."""
    folder = tmp_path / "repository" / "data" / "registry"
    states: list[tuple[dict[str, object], list[dict[str, object]]]] = [
        (platform(channels=[phone()]), []),
        (platform(channels=[phone(retired=SEEN), phone(US_OTHER)]), []),
        (platform(channels=[phone(US_OTHER)]), [reported("example", US_LINE)]),
    ]
    folder.mkdir(parents=True)
    git(folder, "init", "-q", "-b", "main")
    for i, (entry, reports) in enumerate(states):
        write(folder, entry, reports=reports)
        git(folder, "add", "-A", ".")
        git(folder, "commit", "-q", "-m", f"State {i}", "--date", f"2026-11-0{i + 1}T12:00:00Z")
    return folder


def test_a_revision(registry: Path) -> None:
    first = at_revision("HEAD~2", registry, TODAY)[0].platforms[0]
    assert [c.value for c in first.channels] == [US_LINE]


@pytest.mark.parametrize("nonsense", ["no-such-branch", "--all", "HEAD:data", ""])
def test_what_is_no_revision(registry: Path, nonsense: str) -> None:
    with pytest.raises(HotlineError, match="no-such-revision"):
        at_revision(nonsense, registry, TODAY)


def test_folder_outside_git(tmp_path: Path) -> None:
    folder = write(tmp_path / "registry", platform())
    with pytest.raises(HotlineError, match="no-such-revision"):
        at_revision("HEAD", folder, TODAY)


def test_number_through_its_states(registry: Path) -> None:
    found = history(load(registry, TODAY)[0], registry, US_LINE)
    assert [(p.layer, p.first, p.how) for p in found.pasts] == [("reported", SEEN, ())]
    assert found.steps is not None
    assert [(s.layer, s.event) for s in found.steps] == [
        ("published", "added"),
        ("published", "retired"),
        ("published", "removed"),
        ("reported", "added"),
    ]


def test_platform_through_its_states(registry: Path) -> None:
    found = history(load(registry, TODAY)[0], registry, "example")
    assert found.steps is not None
    assert {(s.layer, s.value, s.event) for s in found.steps} == {
        ("published", US_LINE, "added"),
        ("published", US_LINE, "retired"),
        ("published", US_OTHER, "added"),
        ("published", US_LINE, "removed"),
        ("reported", US_LINE, "added"),
    }


def test_past_without_git_is_what_entries_say(tmp_path: Path) -> None:
    folder = write(tmp_path, platform(channels=[phone(retired=SEEN)]))
    found = history(load(folder, TODAY)[0], folder, US_LINE)
    assert found.steps is None
    assert [(p.first, p.last, p.retired, p.by) for p in found.pasts] == [
        (SEEN, SEEN, SEEN, ("operator",))
    ]


def test_what_was_never_known(registry: Path) -> None:
    with pytest.raises(HotlineError, match="nothing-known"):
        history(load(registry, TODAY)[0], registry, "+12125550199")
