"""State of `registry confirm` between runs: pages, misses, progress of an interrupted run.

A journal of JSON lines, one appended and flushed for each page, so that a power cut loses at most
one page. Of several lines with the same key the last is valid; `finish` drops the others.
"""

import datetime as dt
import secrets
import threading
from pathlib import Path
from types import TracebackType
from typing import IO

import filelock
import msgspec

from hotline_check.broken_json import BROKEN_JSON
from hotline_check.errors import HotlineError
from hotline_check.files import opened, write_atomically
from hotline_check.upkeep.confirm.models import Key, Outcome

_RESUME_WITHIN = dt.timedelta(days=1)  # resumed later, the first pages would be a day old
# A page that is broken for some days must not look like a removed channel.
_WEEK = dt.timedelta(days=7)


class _Run(msgspec.Struct, frozen=True, kw_only=True, tag="run"):
    """A run: what it covers, and whether it finished."""

    id: str
    started: dt.datetime
    selection: str
    finished: bool = False


class _Page(msgspec.Struct, frozen=True, kw_only=True, tag="page"):
    outcome: Outcome


class _Misses(msgspec.Struct, frozen=True, kw_only=True, tag="misses"):
    """A channel that was missing from `first` to `last`; both None after it was seen again."""

    platform: str
    kind: str
    value: str
    first: dt.date | None = None
    last: dt.date | None = None


_Line = _Run | _Page | _Misses
_DECODE = msgspec.json.Decoder(_Line)


class Memory:
    """The state file of confirm. Use as a context manager; one run at a time.

    run: the id of the current run, the interrupted one's when `begin` could resume it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = filelock.FileLock(f"{path}.lock", timeout=0)
        self._mutex = threading.Lock()
        self._pages: dict[tuple[str, str], Outcome] = {}
        self._misses: dict[tuple[str, Key], _Misses] = {}
        self._last: _Run | None = None
        self._file: IO[bytes] | None = None
        self.run = ""

    def __enter__(self) -> "Memory":
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._lock.acquire()
            self._read()
            self._file = self._path.open("ab")
        except filelock.Timeout as error:
            raise HotlineError("confirm-running", path=self._path) from error
        except OSError as error:
            self._lock.release()
            raise HotlineError("cannot-write", path=self._path, why=error.strerror) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self._file:
            self._file.close()
        self._lock.release()

    def begin(self, selection: str, now: dt.datetime) -> bool:
        """Start a run, or resume the last one if it covers the same and was interrupted today.

        Returns True if it was resumed.
        """
        last = self._last
        resumed = (
            last is not None
            and not last.finished
            and last.selection == selection
            and dt.timedelta() <= now - last.started < _RESUME_WITHIN
        )
        if last is None or not resumed:
            name = f"{now.isoformat()}/{secrets.token_hex(4)}"
            last = _Run(id=name, started=now, selection=selection)
            self._append(last)
        self._last, self.run = last, last.id
        return resumed

    def page(self, platform: str, url: str) -> Outcome | None:
        """The last outcome of a page for a platform, None when there is none."""
        return self._pages.get((platform, url))

    def keep(self, outcome: Outcome) -> None:
        """Store the outcome of a page."""
        with self._mutex:
            self._pages[outcome.platform, outcome.url] = outcome
            self._append(_Page(outcome=outcome))

    def seen(self, platform: str, key: Key) -> None:
        """Forget the misses of a channel that was seen."""
        if (platform, key) in self._misses:
            self._note(_Misses(platform=platform, kind=key[0], value=key[1]))

    def missed(self, platform: str, key: Key, today: dt.date) -> tuple[dt.date, bool]:
        """Record a miss; return the first day it was missed and whether it was missed twice.

        Twice means on two days at least a week apart, with no sighting in between.
        """
        before = self._misses.get((platform, key))
        first = before.first if before and before.first else today
        self._note(_Misses(platform=platform, kind=key[0], value=key[1], first=first, last=today))
        return first, today - first >= _WEEK

    def finish(self) -> None:
        """Mark the current run as complete and rewrite the journal without what is outdated."""
        if self._last and self.run:
            self._last = msgspec.structs.replace(self._last, finished=True)
        lines: list[_Line] = [self._last] if self._last else []
        lines += [*(_Page(outcome=o) for o in self._pages.values())]
        lines += [m for m in self._misses.values() if m.first]
        if self._file:
            self._file.close()
            self._file = None
        try:
            write_atomically(self._path, b"".join(map(_encoded, lines)))
        except OSError as error:
            raise HotlineError("cannot-write", path=self._path, why=error.strerror) from error

    def _note(self, misses: _Misses) -> None:
        self._misses[misses.platform, (misses.kind, misses.value)] = misses
        self._append(misses)

    def _append(self, line: _Line) -> None:
        assert self._file is not None  # noqa: S101  # open from __enter__ to finish()
        try:
            self._file.write(_encoded(line))
            self._file.flush()
        except OSError as error:
            raise HotlineError("cannot-write", path=self._path, why=error.strerror) from error

    def _read(self) -> None:
        if not self._path.exists():
            return
        with opened(self._path) as file:
            data = file.read()
        for raw in data.split(b"\n"):
            try:
                line = _DECODE.decode(raw)
            except BROKEN_JSON:
                continue  # half-written in a power cut, or by an older version
            match line:
                case _Run():
                    self._last = line
                case _Page(outcome=outcome):
                    self._pages[outcome.platform, outcome.url] = outcome
                case _Misses():
                    self._misses[line.platform, (line.kind, line.value)] = line
        if data and not data.endswith(b"\n"):
            with self._path.open("ab") as more:
                more.write(b"\n")


def _encoded(line: _Line) -> bytes:
    return msgspec.json.encode(line) + b"\n"
