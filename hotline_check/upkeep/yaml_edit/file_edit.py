"""A validated change of one file, not yet written."""

from difflib import unified_diff
from pathlib import Path

import msgspec

from hotline_check.errors import HotlineError
from hotline_check.files import write_atomically


class Edit(msgspec.Struct, frozen=True, kw_only=True):
    """A pending change of one file."""

    path: Path
    before: str
    after: str

    @property
    def diff(self) -> str:
        """The change as a unified diff, empty without a difference."""
        name = f"{self.path.parent.name}/{self.path.name}"
        lines = unified_diff(
            self.before.splitlines(keepends=True), self.after.splitlines(keepends=True), name, name
        )
        return "".join(lines)

    def write(self) -> None:
        """Write the file atomically. Raises HotlineError `cannot-write`."""
        if self.after == self.before:
            return
        try:
            write_atomically(self.path, self.after.encode())
        except OSError as error:
            raise HotlineError("cannot-write", path=self.path, why=error.strerror) from error
