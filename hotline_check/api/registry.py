"""A registry that is opened once and asked many times."""

import datetime as dt
import errno
import io
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from hotline_check.clock import local
from hotline_check.errors import HotlineError
from hotline_check.registry.storage.choice import open_registry

if TYPE_CHECKING:
    from hotline_check.api.results import Bodies, Channels, Scan
    from hotline_check.checking import Checker
    from hotline_check.registry.models import Platform, Reported
    from hotline_check.registry.storage.snapshot import Snapshot
    from hotline_check.registry.storage.store import Store
    from hotline_check.registry.terms import ChannelKind, Topic
    from hotline_check.scanning.scanner import Result, Scanner
    from hotline_check.verdict.models import Direction, RegistryInfo, Verdict

# How results name a text that has no file, as `scan -` does.
_NO_FILE = "-"


class Registry:
    """A registry of platforms, and questions to it. Use it in the thread that opened it.

    A Registry without a day judges evidence on the day of each question.
    file_seconds: by the clock, that reading the pictures and PDF files of one document may take.
    """

    def __init__(
        self, store: "Store", *, today: dt.date | None = None, file_seconds: float | None = None
    ) -> None:
        self._store = store
        self._today = today
        self._file_seconds = file_seconds

    @classmethod
    def open(
        cls, folder: str | os.PathLike[str] | None = None, *, today: dt.date | None = None
    ) -> Self:
        """Open a folder with a registry, else the pinned or bundled one.

        today: the day on which evidence is judged, this machine's when left out.
        """
        expect("folder", folder, str | os.PathLike | None)
        expect("today", today, dt.date | None)
        day = today.date() if isinstance(today, dt.datetime) else today
        return cls(open_registry(day or local().date(), folder=folder), today=day)

    def close(self) -> None:
        """Close the registry's file."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def today(self) -> dt.date:
        """The day on which evidence is judged."""
        return self._today or local().date()

    @property
    def info(self) -> "RegistryInfo":
        """Which registry this is, and how old."""
        from hotline_check.checking import info

        return self._store.ask(lambda snapshot: info(self._store.source, snapshot, self.today))

    def check(
        self,
        text: str,
        *,
        platform: str | None = None,
        region: str | None = None,
        direction: "Direction" = "dialling",
    ) -> "list[Verdict]":
        """Verdicts about a pasted contact; see `hotline_check.check`."""
        expect("text", text, str)
        return self._checker(platform, region, direction).check(text)

    def scan_text(
        self,
        text: str,
        *,
        platform: str | None = None,
        region: str | None = None,
        direction: "Direction" = "dialling",
    ) -> "Scan":
        """Every contact of a text: prose, HTML, a mail, JSON; see `hotline_check.scan_text`."""
        expect("text", text, str)
        return self.scan_bytes(encoded(text), platform=platform, region=region, direction=direction)

    def scan_bytes(
        self,
        data: bytes,
        *,
        name: str = _NO_FILE,
        platform: str | None = None,
        region: str | None = None,
        direction: "Direction" = "dialling",
    ) -> "Scan":
        """Every contact of a file's content, such as an upload; see `hotline_check.scan_file`.

        name: the file's, which says its kind where the content doesn't.
        """
        expect("data", data, bytes)
        scanner = self._scanner(platform, region, direction)
        return _scan(scanner.scan_stream(io.BytesIO(data), name))

    def scan_file(
        self,
        path: str | os.PathLike[str],
        *,
        platform: str | None = None,
        region: str | None = None,
        direction: "Direction" = "dialling",
        field: str | None = None,
    ) -> "Scan":
        """Every contact of a file or folder; see `hotline_check.scan_file`."""
        from hotline_check.documents.files import Input, inputs, shown

        expect("path", path, str | os.PathLike)
        expect("field", field, str | None)
        scanner = self._scanner(platform, region, direction, field)
        file = Path(path)
        if not file.exists():
            why = os.strerror(errno.ENOENT)
            raise HotlineError("cannot-read", path=shown(file), why=why)
        if file.is_dir():
            return _scan(scanner.scan(inputs([os.fspath(path)])))
        return _scan(scanner.scan([Input(shown(file), file)]))  # also a file that is called `-`

    def platform(self, name: str) -> "Platform":
        """The platform with this id, name, alias or domain, in any spelling.

        Raises HotlineError `no-such-platform`, `no-such-platform-near` or `ambiguous-platform`.
        """
        from hotline_check.registry.lookups.platforms import find_platform

        expect("name", name, str)
        return self._store.ask(lambda snapshot: find_platform(snapshot, name))

    def platforms(self, query: str = "") -> "list[Platform]":
        """The platforms with the query in a name, by name; all for an empty query."""
        from hotline_check.registry.lookups.platforms import search

        expect("query", query, str)
        return self._store.ask(lambda snapshot: search(snapshot, query))

    def reported(self) -> "list[Reported]":
        """The numbers that were seen posing as a platform, by platform."""

        def ask(snapshot: "Snapshot") -> "list[Reported]":
            found = (snapshot.reported(name) for name in snapshot.ids("reported"))
            return [report for report in found if report]

        return self._store.ask(ask)

    def channels(
        self,
        platform: str,
        *,
        kind: "ChannelKind | None" = None,
        topic: "Topic | None" = None,
        region: str | None = None,
    ) -> "Channels":
        """How a platform can be reached: all channels, or those of a kind, topic or country."""
        from hotline_check.api.results import Channels
        from hotline_check.guidance.desks import for_topic, quickest
        from hotline_check.guidance.hours import openings
        from hotline_check.registry.matching.regions import known_region

        expect("kind", kind, str | None)
        expect("topic", topic, str | None)
        expect("region", region, str | None)
        where = known_region(region) if region is not None else None
        entry = self.platform(platform)
        found = tuple(
            channel
            for channel in entry.channels
            if (kind is None or channel.kind == kind)
            and (where is None or not channel.regions or where in channel.regions)
        )
        return Channels(
            platform=entry,
            channels=for_topic(found, topic).channels if topic else found,
            quickest=() if kind or topic else quickest(entry, where, self.today),
            openings=openings(entry, found, local()),
            today=self.today,
            registry=self.info,
        )

    def authorities(self, country: str) -> "Bodies":
        """The public bodies that take scam reports in a country (`US`, `Hong Kong`).

        Raises HotlineError for what is no country.
        """
        from hotline_check.api.results import Bodies
        from hotline_check.guidance.hours import authority_openings
        from hotline_check.registry.matching.regions import known_region

        expect("country", country, str)
        where = known_region(country)
        found = self._store.ask(lambda snapshot: snapshot.authorities(where))
        return Bodies(
            country=where,
            found=found,
            openings=authority_openings(where, found.authorities, local()) if found else {},
            registry=self.info,
        )

    def countries(self) -> list[str]:
        """The countries whose public bodies the registry knows."""
        known = self._store.ask(lambda snapshot: snapshot.ids("authorities"))
        return [code.upper() for code in known]

    def _checker(
        self, platform: str | None, region: str | None, direction: "Direction"
    ) -> "Checker":
        from hotline_check.checking import Checker

        expect("platform", platform, str | None)
        expect("region", region, str | None)
        expect("direction", direction, str)
        return Checker(
            self._store, today=self.today, claim=platform, region=region, direction=direction
        )

    def _scanner(
        self,
        platform: str | None,
        region: str | None,
        direction: "Direction",
        field: str | None = None,
    ) -> "Scanner":
        from hotline_check.scanning.scanner import Scanner

        checker = self._checker(platform, region, direction)
        return Scanner(checker, field=field, file_seconds=self._file_seconds)


def expect(name: str, value: object, kind: Any) -> None:
    """Raise TypeError unless an argument is of a type."""
    if not isinstance(value, kind):
        names = str(getattr(kind, "__name__", kind)).replace(" | ", " or ")
        raise TypeError(f"{name} must be {names}, not {type(value).__name__}")


def _scan(found: "Iterable[Result]") -> "Scan":
    from hotline_check.api.results import Scan
    from hotline_check.scanning.scanner import Tally

    tally, results = Tally(), []
    for result in found:
        tally.add(result)
        results.append(result)
    return Scan(results=tuple(results), tally=tally)


def encoded(text: str) -> bytes:
    """The text as a file. A page may name another encoding, which a mark overrules."""
    from hotline_check.documents.detect import HEAD, Kind, kind_of

    data = text.encode("utf-8", "replace")  # half a surrogate pair is no text
    is_page = kind_of(_NO_FILE, data[:HEAD]) is Kind.HTML
    return b"\xef\xbb\xbf" + data if is_page else data
