"""Record sightings in registry files: comments and layout kept, checked before writing."""

import datetime as dt
from collections.abc import Iterable
from difflib import unified_diff
from pathlib import Path
from typing import Any

import msgspec
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from hotline_check.errors import HotlineError
from hotline_check.files import write_atomically
from hotline_check.registry import rules
from hotline_check.registry.decode import decode
from hotline_check.registry.models import Platform, Sighting
from hotline_check.upkeep.confirm.layout import changed
from hotline_check.upkeep.confirm.models import Report

Noted = tuple[str, str, Sighting]  # a channel's kind and value, and where it was seen


class Edit(msgspec.Struct, frozen=True, kw_only=True):
    """A change of one file that was checked and not yet written."""

    path: Path
    before: str
    after: str

    @property
    def diff(self) -> str:
        """The change as a unified diff; empty when there is none."""
        name = f"{self.path.parent.name}/{self.path.name}"
        lines = unified_diff(
            self.before.splitlines(keepends=True), self.after.splitlines(keepends=True), name, name
        )
        return "".join(lines)

    def write(self) -> None:
        """Write the file, whole or not at all. Raises HotlineError `cannot-write`."""
        if self.after == self.before:
            return
        try:
            write_atomically(self.path, self.after.encode())
        except OSError as error:
            raise HotlineError("cannot-write", path=self.path, why=error.strerror) from error


def sight(path: Path, noted: Iterable[Noted], today: dt.date) -> Edit:
    """Record where channels of a platform's file were seen.

    A newer sighting takes the place of an older one of the same page. Raises HotlineError:
    `cannot-read`, `no-such-channel`, and `edit-refused` with the problem that the file would
    then have.
    """

    def change(data: Any) -> None:
        for kind, value, sighting in noted:
            for channel in data["channels"]:
                if (channel["kind"], str(channel["value"])) == (kind, value):
                    _put(channel.setdefault("sightings", []), sighting)
                    break
            else:
                raise HotlineError("no-such-channel", platform=path.stem, kind=kind, got=value)

    return _edit_platform(path, change, today)


def sight_all(folder: Path, report: Report, today: dt.date) -> None:
    """Write the sightings of a report into a registry folder, each file whole or not at all.

    Raises HotlineError as `sight` does; files before the refused one are written.
    """
    by_platform: dict[str, list[Noted]] = {}
    for one in report.confirmed:
        noted = by_platform.setdefault(one.platform, [])
        noted.append((one.kind, one.value, one.sighting))
    for platform, noted in by_platform.items():
        sight(folder / "platforms" / f"{platform}.yaml", noted, today).write()


def _edit_platform(path: Path, change: Any, today: dt.date) -> Edit:
    try:
        before = path.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "UTF-8"
        raise HotlineError("cannot-read", path=path, why=why) from error
    name = f"platforms/{path.name}"
    _, problems, _ = decode(before.encode(), Platform, name)
    if problems:
        raise HotlineError("edit-refused", file=name, first=problems[0])
    try:
        after = changed(before, change)
    except YAMLError as error:
        raise HotlineError("cannot-read", path=path, why="YAML") from error
    platform, problems, places = decode(after.encode(), Platform, name)
    if platform is not None:
        problems = list(rules.platform_problems(platform, places, today))
    if problems:
        raise HotlineError("edit-refused", file=name, first=problems[0])
    return Edit(path=path, before=before, after=after)


def _put(sightings: Any, new: Sighting) -> None:
    for old in sightings:
        if old["url"] == new.url:
            if str(old["seen"]) <= new.seen.isoformat():
                old["seen"], old["how"] = new.seen, new.how
                if new.as_printed and "as_printed" in old:
                    old["as_printed"] = DoubleQuotedScalarString(new.as_printed)
            return
    fresh = CommentedMap(url=new.url, seen=new.seen, how=new.how, source_kind=new.source_kind)
    if new.as_printed:
        fresh["as_printed"] = DoubleQuotedScalarString(new.as_printed)
    sightings.append(fresh)
