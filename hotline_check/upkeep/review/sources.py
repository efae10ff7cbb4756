"""Load the sides of a comparison: folders, or revisions in a git repository."""

import datetime as dt
import io
import subprocess
import tarfile
import tempfile
from pathlib import Path

from hotline_check.errors import HotlineError
from hotline_check.registry.folder import Registry, load
from hotline_check.registry.problems import Problem

Side = tuple[Registry, list[Problem]]
_SECONDS = 60  # seconds; local git needs less unless it is blocked (a lock, a prompt)


def is_registry(given: str) -> bool:
    """Return True for the path of a registry folder, not of a revision."""
    try:
        return (Path(given) / "platforms").is_dir()
    except OSError:  # a name too long for a file
        return False


def at_revision(revision: str, folder: Path, today: dt.date) -> Side:
    """The registry at a revision of the git repository that contains `folder`."""
    commit = _commit(revision, folder)
    top = Path(git(folder, "rev-parse", "--show-toplevel").strip())
    where = git(folder, "rev-parse", "--show-prefix").strip()
    archive = git_bytes(top, "archive", "--format=tar", f"{commit}:{where}")
    with tempfile.TemporaryDirectory(prefix="hotline-check-") as name:
        _unpack(archive, Path(name))
        return load(Path(name), today)


def _commit(revision: str, folder: Path) -> str:
    try:
        wanted = f"{revision}^{{commit}}"
        return git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted).strip()
    except HotlineError as error:
        raise HotlineError("no-such-revision", got=revision) from error


def git(folder: Path, *arguments: str) -> str:
    """Run git and return its output as text. Raises HotlineError `git-failed`."""
    return git_bytes(folder, *arguments).decode("utf-8", "replace")


def git_bytes(folder: Path, *arguments: str) -> bytes:
    """Run git and return its output as bytes. Raises HotlineError `git-failed`."""
    command = ["git", "--literal-pathspecs", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(  # noqa: S603  # fixed words, and names that git checked
            command, capture_output=True, check=False, timeout=_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise HotlineError("git-failed", why=str(error)) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise HotlineError("git-failed", why=said[0] if said else str(done.returncode))
    return done.stdout


def _unpack(archive: bytes, target: Path) -> None:
    """Extract regular files only: a link or a path with `..` could write outside the folder."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            parts = Path(member.name).parts
            content = tar.extractfile(member) if member.isfile() else None
            if content is None or ".." in parts or member.name.startswith("/"):
                continue
            path = target / member.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.read())
