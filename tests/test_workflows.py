"""Each workflow's own commands, run in a checkout shaped as the workflow makes it."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.entries import Entry, phone, platform, sighting, write

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")


def jobs(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / ".github" / "workflows" / name).read_text())
    return dict(found["jobs"])


def run(
    steps: list[dict[str, Any]], folder: Path, *, path: str = "", **environment: str
) -> tuple[int, str]:
    """Run the steps' scripts with the project's own program; the first failure ends it."""
    (folder / "summary.md").touch()
    summary = {"GITHUB_STEP_SUMMARY": str(folder / "summary.md"), "GITHUB_RUN_ID": "7"}
    path = os.pathsep.join([path, str(Path(sys.executable).parent), os.environ["PATH"]])
    out = ""
    for step in steps:
        script = step.get("run", "")
        if not script or "pip install" in script:  # the program under test is installed
            continue
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],  # noqa: S607  # the shell of the runner's path
            cwd=folder,
            env={**os.environ, **summary, **environment, "PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )
        out += done.stdout + done.stderr
        if done.returncode:
            return done.returncode, out
    return 0, out


@pytest.mark.slow
class TestReview:
    def review(self, tmp_path: Path, old: Entry, new: Entry) -> tuple[int, str]:
        write(tmp_path / "base" / "registry", old)
        write(tmp_path / "merged" / "registry", new)
        return run(jobs("registry-review.yml")["review"]["steps"], tmp_path)

    def test_nothing_changed(self, tmp_path: Path) -> None:
        code, out = self.review(tmp_path, platform(), platform())
        assert code == 0, out
        assert "No difference" in (tmp_path / "summary.md").read_text()

    def test_a_number_that_has_waited(self, tmp_path: Path) -> None:
        old_page = sighting(seen="2026-10-01", how="live")
        code, out = self.review(
            tmp_path, platform(), platform(channels=[phone(sightings=[old_page])])
        )
        assert code == 0, out
        assert "+1 202-555-0123" in (tmp_path / "summary.md").read_text()

    def test_a_number_seen_today_waits(self, tmp_path: Path) -> None:
        import datetime as dt

        today = dt.datetime.now(dt.UTC).date()
        young = phone(sightings=[sighting(seen=today, how="live")])
        code, out = self.review(tmp_path, platform(), platform(channels=[young]))
        assert code != 0
        assert "too young" in out

    def test_a_broken_registry_fails(self, tmp_path: Path) -> None:
        code, _ = self.review(tmp_path, platform(), platform(channels=[phone(sightings=[])]))
        assert code != 0


@pytest.mark.slow
class TestConfirm:
    """Without a network: what the first job finds is written here as its patch."""

    def git(self, folder: Path, *arguments: str) -> str:
        settings = ["-c", "user.name=A", "-c", "user.email=a@example.com"]
        command = ["git", "-C", str(folder), *settings, *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def checkout(self, folder: Path) -> Path:
        write(folder / "registry", platform(channels=[phone()]))
        self.git(folder, "init", "-q", "-b", "main")
        self.git(folder, "add", "-A")
        self.git(folder, "commit", "-q", "-m", "Begin")
        return folder

    def test_nothing_to_look_at(self, tmp_path: Path) -> None:
        folder = self.checkout(tmp_path / "checkout")
        write(folder / "registry", platform())
        self.git(folder, "commit", "-q", "-a", "-m", "No phone")
        code, out = run(jobs("registry-confirm.yml")["look"]["steps"], folder)
        assert code == 0, out
        assert (folder / "sightings.patch").read_text() == ""

    def test_the_patch_becomes_a_pull_request_of_registry_files_only(self, tmp_path: Path) -> None:
        folder = self.checkout(tmp_path / "checkout")
        line = phone(sightings=[sighting(seen="2026-11-29", how="live")])
        write(folder / "registry", platform(channels=[line]))
        (folder / "setup.py").write_text("evil()")
        self.git(folder, "add", "--intent-to-add", "setup.py")
        (folder / "seen").mkdir()
        (folder / "seen" / "sightings.patch").write_text(self.git(folder, "diff"))
        self.git(folder, "reset", "-q", "--hard")
        for name in ("report.md", "changes.md"):
            (folder / "seen" / name).write_text(name)
        self.git(tmp_path, "init", "-q", "--bare", "owner/name")
        (tmp_path / "bin").mkdir()
        stand_in = tmp_path / "bin" / "gh"
        stand_in.write_text('#!/bin/sh\nprintf "%s\\n" "$@" > gh.txt\n')
        stand_in.chmod(0o755)
        code, out = run(
            jobs("registry-confirm.yml")["propose"]["steps"],
            folder,
            GITHUB_SERVER_URL=tmp_path.as_uri(),
            GITHUB_REPOSITORY="owner/name",
            GITHUB_REF_NAME="main",
            GH_TOKEN="none",  # noqa: S106  # goes to a folder
            path=str(tmp_path / "bin"),
        )
        assert code == 0, out
        branch = self.git(
            tmp_path / "owner" / "name", "branch", "--format=%(refname:short)"
        ).strip()
        assert branch.startswith("registry-confirm/")
        changed = self.git(tmp_path / "owner" / "name", "show", "--name-only", "--format=", branch)
        assert changed.split() == ["registry/platforms/example.yaml"]
        assert branch in (folder / "gh.txt").read_text()


@pytest.mark.parametrize("path", WORKFLOWS, ids=[p.name for p in WORKFLOWS])
class TestEveryWorkflow:
    def steps(self, path: Path) -> list[dict[str, Any]]:
        return [step for job in jobs(path.name).values() for step in job["steps"]]

    def test_actions_are_pinned_by_their_content(self, path: Path) -> None:
        used = [step["uses"] for step in self.steps(path) if "uses" in step]
        assert used
        assert [name for name in used if not PINNED.fullmatch(name)] == []

    def test_no_token_is_left_in_a_checkout(self, path: Path) -> None:
        for step in self.steps(path):
            if "actions/checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False

    def test_rights_are_given_to_a_job_that_reads_no_hostile_page(self, path: Path) -> None:
        whole = yaml.safe_load(path.read_text())
        assert whole["permissions"] in ({}, {"contents": "read"})
        for job in whole["jobs"].values():
            rights = job.get("permissions", {})
            scripts = " ".join(step.get("run", "") for step in job["steps"])
            if "write" in rights.values():
                assert "registry confirm" not in scripts
                assert "pip install" not in scripts
