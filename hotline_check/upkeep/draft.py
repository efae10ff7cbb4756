"""Changes to a registry folder, validated together before any file is written."""

import datetime as dt
import shutil
import tempfile
from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path

import msgspec
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import YAMLError

from hotline_check.errors import HotlineError
from hotline_check.registry.folder import PARTS, load
from hotline_check.registry.matching.names import fold
from hotline_check.registry.models import Platform
from hotline_check.registry.problems import Problem
from hotline_check.registry.rules.platform import is_id
from hotline_check.registry.storage.store import SEALED_NAME
from hotline_check.upkeep.yaml_edit.file_edit import Edit
from hotline_check.upkeep.yaml_edit.layout import changed
from hotline_check.upkeep.yaml_edit.nodes import fold_new, fresh


class RefusedError(HotlineError):
    """The changed registry would break rules; carries every problem."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("change-refused", count=len(problems))
        self.problems = problems


class Draft:
    """A registry folder with pending changes.

    today: bounds the dates that evidence may carry. is_read_only: nothing will be written. Raises
    HotlineError `sealed-registry` for a folder to edit that is a release, not a checkout.
    """

    def __init__(self, folder: Path, today: dt.date, *, is_read_only: bool = False) -> None:
        self.is_sealed = (folder / SEALED_NAME).exists()
        if self.is_sealed and not is_read_only:
            raise HotlineError("sealed-registry", folder=str(folder))
        self.folder = folder
        self.today = today
        self.registry, self.problems = load(folder, today)
        self._edits: dict[str, Edit] = {}

    def platform_id(self, name: str) -> str:
        """The id of a platform given by id or name.

        Raises HotlineError `no-such-platform`, or `no-such-platform-near` for a misspelt one.
        """
        if is_id(name) and (self.folder / "platforms" / f"{name}.yaml").is_file():
            return name
        for platform in self.registry.platforms:
            if fold(name) in map(fold, (platform.id, platform.name, *platform.aliases)):
                return platform.id
        near = get_close_matches(name.lower(), [p.id for p in self.registry.platforms], 1)
        if near:
            raise HotlineError("no-such-platform-near", name=name, near=near[0])
        raise HotlineError("no-such-platform", name=name)

    def platform(self, name: str) -> Platform:
        """The entry with this id, without pending changes. Raises RefusedError for a broken one."""
        found = next((p for p in self.registry.platforms if p.id == name), None)
        if found is None:  # its file exists but is invalid
            raise RefusedError([p for p in self.problems if p.file == f"platforms/{name}.yaml"])
        return found

    def exists(self, name: str) -> bool:
        """Return True if a file (path below the folder) exists or is about to be created."""
        return name in self._edits or (self.folder / name).exists()

    def create(self, name: str, entry: msgspec.Struct) -> None:
        """Add a file with one entry."""
        block = fresh(entry)
        after = fold_new("", changed("{}\n", lambda document: _fill(document, block)))
        self._edits[name] = Edit(path=self.folder / name, before="", after=after)

    def change(self, name: str, change: Callable[[CommentedMap], None]) -> None:
        """Change a file's document in place. Raises HotlineError `cannot-read`."""
        edit = self._edits.get(name) or self._opened(name)
        try:
            after = fold_new(edit.after, changed(edit.after, change))
        except YAMLError as error:
            raise HotlineError("cannot-read", path=str(edit.path), why="YAML") from error
        self._edits[name] = msgspec.structs.replace(edit, after=after)

    def _opened(self, name: str) -> Edit:
        path = self.folder / name
        try:
            text = path.read_bytes().decode()
        except (OSError, UnicodeDecodeError) as error:
            why = getattr(error, "strerror", None) or "UTF-8"
            raise HotlineError("cannot-read", path=str(path), why=why) from error
        return Edit(path=path, before=text, after=text)

    def checked(self) -> list[Edit]:
        """Validate the whole registry with the changes and return the edits.

        Raises RefusedError.
        """
        edits = [edit for edit in self._edits.values() if edit.after != edit.before]
        # Rules between files (shared numbers, pins) need the whole registry, so a copy with the
        # changes is validated before anything is written.
        with tempfile.TemporaryDirectory(prefix="hotline-check-") as name:
            copy = Path(name)
            for part in PARTS:
                if (self.folder / part).is_dir():
                    shutil.copytree(self.folder / part, copy / part, symlinks=True)
            for edit in edits:
                target = copy / edit.path.relative_to(self.folder)
                target.parent.mkdir(exist_ok=True)
                target.write_bytes(edit.after.encode())
            problems = load(copy, self.today)[1]
        if problems:
            raise RefusedError(problems)
        return edits


def write(edits: list[Edit]) -> None:
    """Write validated edits, each file atomically.

    Raises HotlineError `changed-meanwhile` when one of them was changed meanwhile, before any
    is written, and `cannot-write` when the disk refuses.
    """
    for edit in edits:
        # Another editor may have saved the file since it was read; never overwrite that.
        there = edit.path.read_bytes().decode() if edit.path.exists() else ""
        if there != edit.before:
            raise HotlineError("changed-meanwhile", path=str(edit.path))
    for edit in edits:
        edit.write()


def _fill(document: CommentedMap, block: CommentedMap) -> None:
    document.fa.set_block_style()
    document.update(block)
