"""Scanning files: every contact in them with its place and its verdict. Knows no terminal."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from typing import BinaryIO, NamedTuple

from hotline_check.checking import Checker
from hotline_check.documents import Block, Input, Skipped, blocks, stream_blocks
from hotline_check.scanning.coverage import ReadBlock, Remainder
from hotline_check.scanning.file_scan import FileScan, State
from hotline_check.scanning.hits import At, Hit, Result
from hotline_check.scanning.judging import Judge
from hotline_check.scanning.tally import Tally

__all__ = ["At", "Hit", "Part", "Result", "Scanner", "Tally", "Watch"]

# Callback receiving a file's name and the number of bytes just read of it.
Watch = Callable[[str, int], None]
# A block of a file with the file's name, or a note about what was not read.
Part = tuple[str, Block] | Skipped


class ScannedPart(NamedTuple):
    """A part with its results. block: how it was read, if it is one. scan: that of its file."""

    results: list[Result]
    block: ReadBlock | None
    scan: FileScan | None


def scan_parts(
    judge: Judge, parts: Iterable[Part], state: State | None = None
) -> Iterator[ScannedPart]:
    """Scan parts in order. state: what the blocks of the same document before them say."""
    scan: FileScan | None = None
    for part in parts:
        if isinstance(part, Skipped):
            yield ScannedPart([part], None, scan)
            continue
        name, block = part
        if scan is None or scan.name != name:
            scan = FileScan(name, judge, None if scan else state)
        scanned = scan.block(block)
        read = ReadBlock(name, block, scanned.own, scanned.finds)
        yield ScannedPart(scanned.results, read, scan)


class Scanner:
    """Scans files with one checker; what the text claims counts where the checker has no claim.

    file_seconds: by the clock, that reading the pictures and PDF files of one file may take.
    Raises HotlineError when the registry can't be used, before any file is opened.
    """

    def __init__(
        self, checker: Checker, *, field: str | None = None, file_seconds: float | None = None
    ) -> None:
        checker.store.ask(lambda snapshot: snapshot.date)
        self._field = field
        self._file_seconds = file_seconds
        self.judge = Judge(checker)
        self.remainder = Remainder(self.judge.brands.is_name)

    def scan(
        self, sources: Iterable[Input | Skipped], watch: Watch | None = None
    ) -> Iterator[Result]:
        """Every contact of the files, in order, and what was not read."""
        return chain.from_iterable(self.batches(sources, watch))

    def batches(
        self, sources: Iterable[Input | Skipped], watch: Watch | None = None
    ) -> Iterator[list[Result]]:
        """The same, with the results that are known at a time together."""
        for results, _ in self.results(self.parts(sources, watch)):
            yield results
        yield self.end()

    def scan_stream(self, stream: BinaryIO, name: str) -> Iterator[Result]:
        """The same for one open file."""
        parts = _named(name, stream_blocks(stream, name, self._field, seconds=self._file_seconds))
        for results, _ in self.results(parts):
            yield from results
        yield from self.end()

    def parts(
        self, sources: Iterable[Input | Skipped], watch: Watch | None = None
    ) -> Iterator[Part]:
        """The blocks of the files."""
        for source in sources:
            if isinstance(source, Skipped):
                yield source
                continue
            on_read = partial(watch, source.name) if watch else None
            yield from _named(source.name, self._blocks(source, on_read))

    def _blocks(
        self, source: Input, watch: Callable[[int], None] | None
    ) -> Iterator[Block | Skipped]:
        return blocks(source, self._field, watch, seconds=self._file_seconds)

    def results(self, parts: Iterable[Part]) -> Iterator[tuple[list[Result], FileScan | None]]:
        """The results of each part, and the scan of its file after it."""
        for results, block, scan in scan_parts(self.judge, parts):
            if block:
                # A warning about any of them already prevents exit code 0: no search then.
                self.remainder.judged(hit.judged.level for hit in results if isinstance(hit, Hit))
                self.remainder.look(block)
            yield results, scan

    def end(self) -> list[Result]:
        """What may be a contact and was not read, where nothing else prevents the exit code 0."""
        left, self.remainder = self.remainder.left(), Remainder(self.judge.brands.is_name)
        return [left] if left else []


def _named(name: str, parts: Iterable[Block | Skipped]) -> Iterator[Part]:
    for part in parts:
        yield part if isinstance(part, Skipped) else (name, part)
