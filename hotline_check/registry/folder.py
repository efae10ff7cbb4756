"""Load a registry folder to models; collect every problem.

The folder has `platforms/<id>.yaml`, `reported/<id>.yaml`, `authorities/<cc>.yaml` and, except in
releases, `most-used.yaml`.
"""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from hotline_check.errors import HotlineError
from hotline_check.registry import most_used, rules
from hotline_check.registry.decode import Places, decode
from hotline_check.registry.models import Authorities, Platform, Reported
from hotline_check.registry.problems import Problem

PARTS = ("platforms", "reported", "authorities")
_Model = TypeVar("_Model", Platform, Reported, Authorities)


class Registry(msgspec.Struct, frozen=True, kw_only=True):
    """The entries of a registry folder, in file order.

    files: the bytes of each file by its path below the folder, as they were read.
    """

    platforms: tuple[Platform, ...]
    reported: tuple[Reported, ...]
    authorities: tuple[Authorities, ...]
    files: dict[str, bytes]

    @property
    def date(self) -> dt.date | None:
        """The date of its newest sighting."""
        return max(
            (
                sighting.seen
                for platform in self.platforms
                for channel in platform.channels
                for sighting in channel.sightings
            ),
            default=None,
        )


def load(folder: Path, today: dt.date) -> tuple[Registry, list[Problem]]:
    """Read and check a whole folder.

    Returns what could be decoded and every problem found; the registry may be used only when
    there is no problem. `today` bounds the dates. Raises HotlineError `no-registry` when the
    folder holds no platforms and `cannot-read` when the disk refuses.
    """
    if not (folder / "platforms").is_dir():
        raise HotlineError("no-registry", folder=str(folder))
    problems: list[Problem] = []
    files: dict[str, bytes] = {}
    for path in _files(folder, problems):
        name = path.relative_to(folder).as_posix()
        try:
            files[name] = path.read_bytes()
        except OSError as error:
            raise HotlineError("cannot-read", path=str(path), why=error.strerror) from error
    platforms = _decode_all(files, "platforms/", Platform, problems)
    reported = _decode_all(files, "reported/", Reported, problems)
    authorities = _decode_all(files, "authorities/", Authorities, problems)
    if not any(name.startswith("platforms/") for name in files):
        raise HotlineError("no-registry", folder=str(folder))
    for platform, places in platforms:
        problems += rules.platform_problems(platform, places, today)
    for report, places in reported:
        problems += rules.reported_problems(report, places, today)
    for country, places in authorities:
        problems += rules.authorities_problems(country, places, today)
    problems += rules.cross_problems(platforms, reported)
    problems += most_used.read(folder, {platform.id for platform, _ in platforms})[1]
    problems.sort(key=lambda p: (p.file, p.line, p.column))
    registry = Registry(
        platforms=tuple(p for p, _ in platforms),
        reported=tuple(r for r, _ in reported),
        authorities=tuple(a for a, _ in authorities),
        files=files,
    )
    return registry, problems


def _files(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    for part in PARTS:
        directory = folder / part
        if not directory.is_dir():
            continue
        for path in sorted(directory.iterdir()):
            if path.suffix == ".yaml" and path.is_file() and not path.is_symlink():
                yield path
            elif not path.name.startswith("."):
                problems.append(Problem(code="unknown-file", file=f"{part}/{path.name}"))


def _decode_all(
    files: dict[str, bytes], prefix: str, kind: type[_Model], problems: list[Problem]
) -> list[tuple[_Model, Places]]:
    out = []
    for name, text in files.items():
        if name.startswith(prefix):
            model, found, places = decode(text, kind, name)
            problems += found
            if model is not None:
                out.append((model, places))
    return out
