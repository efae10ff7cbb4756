"""Read the pinned sources and the current release of each, which is all that a check needs.

Imports nothing that only an update needs.
"""

import datetime as dt
from pathlib import Path

import msgspec

from hotline_check.broken_json import BROKEN_JSON
from hotline_check.errors import HotlineError
from hotline_check.folders import PINS, config_folder, data_folder


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """One pinned source.

    root: SHA-256 of the root metadata it is pinned to, as shown when it was pinned.
    """

    name: str
    url: str
    root: str


class Places(msgspec.Struct, frozen=True, kw_only=True):
    """The folders of pins (`config`) and installed releases (`data`)."""

    config: Path
    data: Path

    @classmethod
    def default(cls) -> "Places":
        """The user's folders by the operating system's conventions."""
        return cls(config=config_folder(), data=data_folder())

    @property
    def pins(self) -> Path:
        """The path of the list of sources, which is in order of precedence."""
        return self.config / PINS

    @property
    def lock(self) -> Path:
        """The path of the lock for changes of pins or releases; a check never takes it."""
        return self.data / "update.lock"

    def root(self, source: str) -> Path:
        """The path of the root metadata that a source is pinned to."""
        return self.config / "roots" / f"{source}.json"

    def home(self, source: str) -> Path:
        """The folder of a source's metadata and releases."""
        return self.data / "sources" / source


class Release(msgspec.Struct, frozen=True, kw_only=True):
    """A release: its number, content hash, date and size."""

    version: int
    content: str
    date: dt.date
    files: int

    @property
    def id(self) -> str:
        """The name of its folder; sorts by age."""
        return f"{self.version:06d}-{self.content[:12]}"


class Pointer(msgspec.Struct, frozen=True, kw_only=True):
    """The current release; `refused` is the content that a person rolled back from."""

    release: str
    refused: str | None = None


class Installed(msgspec.Struct, frozen=True, kw_only=True):
    """A source with its current release, None before the first update."""

    source: Source
    release: Release | None
    folder: Path | None


def installed(places: Places) -> tuple[Installed, ...]:
    """Every pinned source with its current release, strongest first."""
    return tuple(_installed(source, places.home(source.name)) for source in pinned(places))


def _installed(source: Source, home: Path) -> Installed:
    pointer = read_pointer(home)
    if pointer is None:
        return Installed(source=source, release=None, folder=None)
    folder = home / "releases" / pointer.release
    return Installed(source=source, release=read_release(folder), folder=folder)


def read_pointer(home: Path) -> Pointer | None:
    """The pointer to the current release, None before the first update.

    Raises HotlineError `release-unreadable` when the pointer is there and can't be read.
    """
    try:
        return msgspec.json.decode((home / "current.json").read_bytes(), type=Pointer)
    except FileNotFoundError:
        # Nothing was ever updated: the bundled registry answers.
        return None
    except (OSError, *BROKEN_JSON) as error:
        raise HotlineError("release-unreadable", path=str(home / "current.json")) from error


def read_release(folder: Path) -> Release:
    """The description of a release folder; raises HotlineError `release-unreadable`."""
    try:
        return msgspec.json.decode((folder / "release.json").read_bytes(), type=Release)
    except (OSError, *BROKEN_JSON) as error:
        raise HotlineError("release-unreadable", path=str(folder)) from error


def pinned(places: Places) -> tuple[Source, ...]:
    """All pinned sources, strongest first; none when nothing is pinned.

    Raises HotlineError `sources-unreadable` when the list is there and can't be read.
    """
    try:
        text = places.pins.read_bytes()
    except FileNotFoundError:
        # Nothing was ever pinned, as on most machines.
        return ()
    except OSError as error:
        raise HotlineError("sources-unreadable", path=str(places.pins)) from error
    try:
        return msgspec.json.decode(text, type=Pinned).sources
    except BROKEN_JSON as error:
        raise HotlineError("sources-unreadable", path=str(places.pins)) from error


class Pinned(msgspec.Struct, frozen=True, kw_only=True):
    """The file that holds the pins."""

    version: int = 1
    sources: tuple[Source, ...] = ()
