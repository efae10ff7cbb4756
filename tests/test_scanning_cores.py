"""Scanning on several cores: the same results in the same order, whatever happens to a process."""

import json
import multiprocessing
import os
import signal
import subprocess
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import pytest

from hotline_check.checking import Checker
from hotline_check.documents import Skipped, inputs
from hotline_check.documents.blocks import BLOCK
from hotline_check.registry.storage.store import Store
from hotline_check.scanning import cores, tasks
from hotline_check.scanning.scanner import Result, Scanner, Tally, scan_parts
from tests.cli import process
from tests.conftest import Program
from tests.entries import TODAY, US_LINE, US_OTHER, phone, platform, says, write

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes can't be forked here")

FILLER = "They will each ask about the week, and nobody was there to answer for it.\n"
WORDS = FILLER * (BLOCK // len(FILLER))
NOTES = FILLER[:-1].replace(",", "") * 8
TABLE = "order_id,Example,Zebra,notes\n" + "".join(
    f"{number},+1 202 555 01{number % 100:02},+1 312 555 01{number % 100:02},{NOTES}\n"
    for number in range(10_000, 10_260)
)
MAIL = (
    "From a@b.example Mon Nov 23 01:50:29 2026\nFrom: Zebra <a@b.example>\n"
    f"Subject: Zebra\n\nCall +1 312 555 0147 or {US_OTHER}.\n{FILLER * 40}\n"
)
FILES = {
    "prose.txt": f"Zebra support\n\n{WORDS}+1 312 555 0147\n\n{WORDS}Example: {US_LINE}\n{WORDS}",
    "line.txt": f"Zebra {'x' * (BLOCK - 9)} +1 (312) 555-{' ' * 12}0147 {'y ' * BLOCK} {US_LINE}",
    "table.csv": TABLE,
    "mails.mbox": MAIL * 60,
    "rows.jsonl": "".join(f'{{"text": "Example {US_LINE}, {FILLER[:-1]}"}}\n' for _ in range(200)),
    "picture.png": "\x89PNG\r\n\x1a\n\0\0",
}


@pytest.fixture(autouse=True)
def small_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("_SMALL", "_FIRST_TASK", "_TASK"):
        monkeypatch.setattr(cores, name, 1)


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    return write(
        tmp_path / "registry",
        platform("example", **says("published"), channels=[phone(US_LINE, regions=["US"])]),
        platform("zebra", **says("none", url="https://zebra.com/help")),
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, "latin-1")
    return folder


@pytest.fixture
def scanner(registry: Path, tmp_path: Path) -> Scanner:
    store = Store(registry, "test", today=TODAY, cache=tmp_path / "cache")
    return Scanner(Checker(store, today=TODAY))


def on_cores(
    scanner: Scanner, paths: Iterable[Path], prepare: tasks.Prepare = list, jobs: int = 2
) -> tuple[list[Result], Tally]:
    results: list[Result] = []
    tally = Tally()
    sources = inputs(map(str, paths))
    for prepared, counts in cores.scan_on_cores(scanner, sources, jobs, prepare):
        results += prepared
        tally.merge(counts)
    return results, tally


def on_one(scanner: Scanner, paths: Iterable[Path]) -> tuple[list[Result], Tally]:
    results = list(scanner.scan(inputs(map(str, paths))))
    tally = Tally()
    for result in results:
        tally.add(result)
    return results, tally


def same(some: tuple[list[Result], Tally], others: tuple[list[Result], Tally]) -> bool:
    def plain(result: Result) -> Any:
        shown = result if isinstance(result, Skipped) else (result.at, result.text, result.verdict)
        return msgspec.to_builtins(shown)

    return [*map(plain, some[0])] == [*map(plain, others[0])] and vars(some[1]) == vars(others[1])


@pytest.mark.few(2)
@pytest.mark.parametrize("name", FILES)
def test_the_results_of_a_file_are_those_of_one_core(
    scanner: Scanner, folder: Path, name: str
) -> None:
    found = on_cores(scanner, [folder / name])
    assert same(found, on_one(scanner, [folder / name]))
    assert found[0]


@pytest.mark.slow
def test_the_results_of_a_folder_are_those_of_one_core(scanner: Scanner, folder: Path) -> None:
    assert same(on_cores(scanner, [folder], jobs=3), on_one(scanner, [folder]))


@pytest.mark.slow
def test_digits_that_were_not_read_prevent_an_all_clear(scanner: Scanner, tmp_path: Path) -> None:
    text = tmp_path / "listed.txt"
    text.write_text(f"Example {US_LINE}\n\n{WORDS}\n\n{WORDS}\n\nor 202 555 01 23 99 88\n{WORDS}")
    found = on_cores(scanner, [text])
    assert same(found, on_one(scanner, [text]))
    assert [r.reason for r in found[0] if isinstance(r, Skipped)] == ["not-read"]


def killed_once(flag: Path) -> tasks.Prepare:
    def prepare(results: list[Result]) -> list[Result]:
        if multiprocessing.parent_process() and not flag.exists():
            flag.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return results

    return prepare


@pytest.mark.slow
def test_nothing_is_lost_or_doubled_with_a_killed_process(
    scanner: Scanner, folder: Path, tmp_path: Path
) -> None:
    flag = tmp_path / "killed"
    found = on_cores(scanner, [folder], killed_once(flag))
    assert flag.exists()
    assert same(found, on_one(scanner, [folder]))


@pytest.fixture
def done_here(monkeypatch: pytest.MonkeyPatch) -> list[tasks.Task]:
    """The tasks that are done in this process, once more or since there are no others."""
    found: list[tasks.Task] = []
    usual = tasks.run

    def counted(scanner: Scanner, prepare: tasks.Prepare, task: tasks.Task) -> tasks.Done:
        found.append(task)  # the workers have lists of their own
        return usual(scanner, prepare, task)

    monkeypatch.setattr(cores, "run", counted)
    return found


@pytest.mark.slow
def test_blocks_are_scanned_again_where_something_else_was_taken_for_granted(
    scanner: Scanner, folder: Path, done_here: list[tasks.Task]
) -> None:
    path = folder / "two.csv"
    path.write_text(f"{TABLE}\n{WORDS}\n{TABLE.replace('order_id,Example', 'Example,order_id')}")
    assert same(on_cores(scanner, [path]), on_one(scanner, [path]))
    assert done_here


@pytest.mark.slow
def test_no_block_is_scanned_again_after_a_number_with_a_cut_in_it(
    scanner: Scanner, tmp_path: Path, done_here: list[tasks.Task]
) -> None:
    path = tmp_path / "calls.txt"
    lines = [f"+1 202 555 0147 {'.' * (at % 5)} +1 (312) 555-0123" for at in range(5_000)]
    path.write_text("\n".join(lines))
    expected, reached = [], []
    for part in scan_parts(scanner.judge, scanner.parts(inputs([str(path)]))):
        expected += part.results
        reached.append(part.scan.state.over if part.scan else 0)
    assert len({*reached, 0}) > 2  # further after some blocks than after others
    found = on_cores(scanner, [path])
    assert found[0] == expected
    assert done_here == []


@pytest.mark.parametrize(("blocks", "are_started"), [(2, False), (3, True)])
def test_processes_are_started_for_more_than_one_block_at_a_time(
    scanner: Scanner,
    tmp_path: Path,
    done_here: list[tasks.Task],
    blocks: int,
    are_started: bool,
) -> None:
    path = tmp_path / "words.txt"
    path.write_text(f"{WORDS[: BLOCK * 3 // 4]}\n\n" * blocks + US_LINE)
    found = on_cores(scanner, [path])
    assert bool(done_here) is not are_started
    assert same(found, on_one(scanner, [path]))


def test_a_task_has_as_much_text_as_is_worth_its_way(scanner: Scanner, folder: Path) -> None:
    parts = list(scanner.parts(inputs([str(folder / "prose.txt"), str(folder / "mails.mbox")])))
    for wanted in (1, BLOCK, 2 * BLOCK):
        groups = list(tasks.grouped(parts, partial(int, wanted)))
        assert [part for group in groups for part in group] == parts
        sizes = [[tasks.size_of(part) for part in group] for group in groups]
        assert all(sum(group) >= wanted // 2 for group in sizes[:-1])
        assert all(sum(group[:-1]) < wanted for group in sizes)


def test_the_processes_end_when_nobody_reads_on(scanner: Scanner, folder: Path) -> None:
    before = multiprocessing.active_children()
    results = cores.scan_on_cores(scanner, inputs([str(folder)]), 2, list)
    for _ in range(8):
        next(results)
    assert len(multiprocessing.active_children()) > len(before)
    results.close()  # type: ignore[attr-defined]  # it is a generator
    for child in multiprocessing.active_children():
        if child not in before:
            child.join(20)
    assert len(multiprocessing.active_children()) <= len(before)


@pytest.mark.few(1)
@pytest.mark.parametrize(
    "options", [(), ("--all",), ("--format", "json"), ("--format", "jsonl"), ("--format", "csv")]
)
def test_every_format_has_the_same_output(
    program: Program,
    registry: Path,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: tuple[str, ...],
) -> None:
    monkeypatch.setenv("HOTLINE_CHECK_REGISTRY", str(registry))
    monkeypatch.chdir(folder)
    paths = ("mails.mbox", "prose.txt", "picture.png")
    code = program("scan", *options, "--jobs", "1", *paths)
    expected = program.out, program.err
    assert program("scan", *options, "--jobs", "2", *paths) == code
    assert (program.out, program.err) == expected


@pytest.fixture
def running(registry: Path, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A long scan that has begun to write, in a process group of its own."""
    (folder / "long.txt").write_text(FILES["prose.txt"] * 60)
    first = "from hotline_check.scanning import cores; cores._SMALL = cores._TASK = 1"
    arguments = ("scan", "--jobs", "2", "--format", "jsonl", str(folder / "long.txt"))
    with subprocess.Popen(
        process.command(*arguments, first=first),
        cwd=process.ROOT,
        env={**os.environ, "HOTLINE_CHECK_REGISTRY": str(registry)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as program:
        assert program.stdout
        assert json.loads(program.stdout.readline())
        yield program
        program.kill()


def test_an_interrupt_is_quiet(running: subprocess.Popen[bytes]) -> None:
    os.killpg(running.pid, signal.SIGINT)  # as a terminal sends it: to every process
    _, errors = running.communicate(timeout=60)
    assert (running.returncode, errors) == (130, b"")


def test_a_closed_pipe_is_quiet(running: subprocess.Popen[bytes]) -> None:
    assert running.stdout
    assert running.stderr
    running.stdout.close()
    assert running.stderr.read() == b""
    assert running.wait(60) == 1
