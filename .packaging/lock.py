"""Write .lock/*.txt: every package of an installation, by version and hash, for any platform.

    python .packaging/lock.py              keep the versions as far as pyproject.toml allows
    python .packaging/lock.py --upgrade    take the newest of everything

Needs uv. `run.txt` holds what the program needs, `maintain.txt` also what maintainers of a registry
need, `test.txt` what the tests need, `release.txt` what building a release needs, `dev.txt` all of
it with every extra, lint and types. Each includes
what building the package needs, so that an installation from a lock needs no build environment of
its own, which pip would fill with the newest versions.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
PARTS = ["documents", "pictures", "serve", "mcp", "table", "spark"]
EXTRAS = {
    "run": [],
    "maintain": ["maintain"],
    "test": ["test", "maintain"],
    "release": ["release"],
    "dev": ["test", "maintain", *PARTS, "extras-test", "release", "dev"],
}
NOT_DECLARED = ["editables"]
"""Imported by hatchling for an editable install, and asked for by no package's metadata."""


def main() -> None:
    """Write all locks; exits with uv's code when it can't resolve them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for name, extras in EXTRAS.items():
        wanted = [
            *project["project"]["dependencies"],
            *project["build-system"]["requires"],
            *NOT_DECLARED,
        ]
        for extra in extras:
            wanted += project["project"]["optional-dependencies"][extra]
        # The project itself is installed from its folder, after the lock.
        wanted = [requirement for requirement in wanted if "hotline-check" not in requirement]
        command = [
            *("uv", "pip", "compile", "-", "--quiet", "--universal", "--generate-hashes"),
            *("--python-version", project["project"]["requires-python"].removeprefix(">=")),
            *("--no-annotate", "--no-header", *sys.argv[1:]),
            *("--output-file", str(ROOT / ".lock" / f"{name}.txt")),
        ]
        done = subprocess.run(command, input="\n".join(wanted), text=True, check=False)
        if done.returncode:
            sys.exit(done.returncode)


if __name__ == "__main__":
    main()
