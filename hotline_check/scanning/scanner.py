"""Scanning files: every contact in them with its place and its verdict. Knows no terminal."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from typing import BinaryIO

from hotline_check.checking import Checker
from hotline_check.documents import Block, Input, Skipped, blocks, stream_blocks
from hotline_check.scanning.coverage import Remainder
from hotline_check.scanning.file_scan import FileScan
from hotline_check.scanning.hits import At, Hit, Result
from hotline_check.scanning.judging import Judge
from hotline_check.scanning.tally import Tally

__all__ = ["At", "Hit", "Result", "Scanner", "Tally", "Watch"]

# Is told, as a file is read, its name and how many bytes more have been read.
Watch = Callable[[str, int], None]


class Scanner:
    """Sifts files with one checker; what the text claims counts where the checker has no claim.

    Raises HotlineError when the registry can't be used, before any file is opened.
    """

    def __init__(self, checker: Checker, *, field: str | None = None) -> None:
        checker.store.ask(lambda snapshot: snapshot.date)
        self._field = field
        self._judge = Judge(checker)
        self._remainder = Remainder(self._judge.brands.is_name)

    def scan(
        self, sources: Iterable[Input | Skipped], watch: Watch | None = None
    ) -> Iterator[Result]:
        """Every contact of the files, in order, and what was not read."""
        return chain.from_iterable(self.batches(sources, watch))

    def batches(
        self, sources: Iterable[Input | Skipped], watch: Watch | None = None
    ) -> Iterator[list[Result]]:
        """The same, with the results that are known at a time together."""
        for source in sources:
            if isinstance(source, Skipped):
                yield [source]
                continue
            told = partial(watch, source.name) if watch else None
            yield from self._file(source.name, blocks(source, self._field, told))
        yield self._end()

    def scan_stream(self, stream: BinaryIO, name: str) -> Iterator[Result]:
        """The same for one open file."""
        parts = stream_blocks(stream, name, self._field)
        yield from chain.from_iterable(self._file(name, parts))
        yield from self._end()

    def _end(self) -> list[Result]:
        """What may be a contact and was not read, where nothing else prevents the exit code 0."""
        left, self._remainder = self._remainder.left(), Remainder(self._judge.brands.is_name)
        return [left] if left else []

    def _file(self, name: str, parts: Iterable[Block | Skipped]) -> Iterator[list[Result]]:
        scan = FileScan(name, self._judge)
        for part in parts:
            if isinstance(part, Skipped):
                yield [part]
                continue
            scanned = scan.block(part)
            # A warning about any of them already prevents the exit code 0: nothing is sought then.
            self._remainder.judged(r.judged.level for r in scanned.results if isinstance(r, Hit))
            self._remainder.look(name, part, scanned.own, scanned.finds)
            yield scanned.results
