"""The locks hold what pyproject.toml asks for, each package with a hash."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
NEEDED = {
    "run": [*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]],
    "maintain": EXTRAS["maintain"],
    "test": EXTRAS["test"],
    "release": EXTRAS["release"],
    "dev": EXTRAS["dev"],
}


def locked(name: str) -> dict[str, list[str]]:
    """The versions that a lock pins, by package; one that differs by platform has several."""
    text = (ROOT / ".lock" / f"{name}.txt").read_text(encoding="utf-8")
    pinned: dict[str, list[str]] = {}
    for entry in re.split(r"\n(?=\S)", text.replace("\\\n", " ")):
        package, version = re.match(r"([\w.-]+)==([\w.!+-]+)", entry).groups()  # type: ignore[union-attr] # fails where a line pins nothing
        assert "--hash=sha256:" in entry, package
        pinned.setdefault(canonicalize_name(package), []).append(version)
    return pinned


@pytest.mark.parametrize("name", NEEDED)
def test_a_lock_satisfies_the_project(name: str) -> None:
    """Write the locks again with: python .packaging/lock.py."""
    pinned = locked(name)
    for requirement in map(Requirement, NEEDED[name]):
        if requirement.name == "hotline-check":
            continue
        versions = pinned[canonicalize_name(requirement.name)]
        assert all(requirement.specifier.contains(version) for version in versions), requirement


def test_larger_locks_hold_the_same_versions() -> None:
    assert locked("run").items() <= locked("test").items() <= locked("dev").items()
    assert locked("run").items() <= locked("release").items() <= locked("dev").items()
