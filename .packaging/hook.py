"""Build steps: compile the message catalogues, and the snapshot of the bundled registry.

Both are made from sources in the repository each time a wheel is built, so that neither is
ever edited or out of step.
"""

import datetime as dt
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuildHook(BuildHookInterface[Any]):
    """Runs before a wheel is packed and before an editable install."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel":
            return  # a source distribution holds the sources as they are
        root = Path(self.root)
        sys.path[:0] = [str(root), str(root / ".packaging")]
        from catalogues import compile_all

        compile_all()
        build_data["artifacts"] += ["hotline_check/wording/locale/**/*.mo"]
        if version == "editable":
            return  # the checkout's registry is being edited: its snapshot lies in the cache
        build_data["force_include"][str(root / "registry")] = "hotline_check/_registry"
        snapshot = compile_snapshot(root / "registry", Path(self.directory))
        build_data["force_include"][str(snapshot)] = "hotline_check/_registry/snapshot.sqlite"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002  # hatchling's signature
        _snapshot(Path(self.directory)).unlink(missing_ok=True)


def compile_snapshot(registry: Path, folder: Path) -> Path:
    """Compile the registry; a broken one stops the build."""
    from hotline_check.registry.storage.store import compile_to

    folder.mkdir(parents=True, exist_ok=True)
    target = _snapshot(folder)
    compile_to(registry, target, "sealed", dt.datetime.now(dt.UTC).date())
    return target


def _snapshot(folder: Path) -> Path:
    """Where the snapshot is while a wheel is packed."""
    return folder / "snapshot.sqlite"
