"""Tasks of a scan on several cores: consecutive blocks, and what becomes of them."""

import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, NamedTuple

from hotline_check.documents import Skipped
from hotline_check.scanning.coverage import first_unread
from hotline_check.scanning.file_scan import FileScan, State, reach
from hotline_check.scanning.hits import Result
from hotline_check.scanning.scanner import Part, Scanner, scan_parts
from hotline_check.scanning.tally import Tally

_TICK: Final = 0.001  # seconds; nothing is faster than the clock can tell
# What a note takes of a task.
_NOTE: Final = 256
# Makes what a writer needs of results, in whichever process these are found.
Prepare = Callable[[list[Result]], Any]


class Task(NamedTuple):
    """Consecutive blocks.

    state: what those before the first one said, if known; None where a document begins.
    is_searching: whether to look for places that may be contacts and were not read.
    """

    parts: list[Part]
    state: State | None
    is_searching: bool


class Done(NamedTuple):
    """What became of a task.

    before: what it took for granted of the blocks before it, None where it begins a document.
    state: what its last block says about the next one. speed: characters a second.
    """

    prepared: list[Any]
    tally: Tally
    unread: Skipped | None
    before: State | None
    state: State | None
    speed: float


def grouped(parts: Iterable[Part], wanted: Callable[[], int]) -> Iterator[list[Part]]:
    """Parts in groups of a wanted size, from half of it on where a document ends there."""
    group: list[Part] = []
    size = 0
    for part in parts:
        if size >= wanted() or (size >= wanted() // 2 and opens([part])):
            yield group
            group, size = [], 0
        group.append(part)
        size += size_of(part) or _NOTE
    if group:
        yield group


def size_of(part: Part) -> int:
    """The characters of a part; a note has none."""
    return 0 if isinstance(part, Skipped) else len(part[1].text)


def begins_document(task: Task) -> bool:
    """Return True if what a task says about the next one is not known before it is done."""
    return any(not isinstance(part, Skipped) and part[1].opens for part in task.parts)


def opens(parts: Iterable[Part]) -> bool:
    """Return True if the first block begins a document."""
    return next((part[1].opens for part in parts if not isinstance(part, Skipped)), True)


def run(scanner: Scanner, prepare: Prepare, task: Task) -> Done:
    """Do a task."""
    start = time.process_time()
    scan: FileScan | None = None
    tally = Tally()
    prepared = []
    unread: Skipped | None = None
    for each in scan_parts(scanner.judge, task.parts, task.state):
        scan = each.scan
        if each.block and task.is_searching and not unread and not set(tally.levels) - {"listed"}:
            unread = first_unread(*each.block, scanner.judge.brands.is_name)
        for result in each.results:
            tally.add(result)
        if each.results:
            prepared.append(prepare(each.results))
    speed = sum(map(size_of, task.parts)) / max(time.process_time() - start, _TICK)
    return Done(prepared, tally, unread, task.state, scan.state if scan else None, speed)


def as_guessed(scanner: Scanner, task: Task) -> Task:
    """The task with how far a contact before it probably reaches into its first block."""
    if task.state is None:
        return task
    first = next(part[1] for part in task.parts if not isinstance(part, Skipped))
    return task._replace(state=task.state._replace(over=reach(scanner.judge, first)))
