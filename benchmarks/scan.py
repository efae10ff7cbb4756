"""Speed and memory of `scan`, alone and compared with the bare matcher.

    python benchmarks/scan.py [throughput [MEGABYTES] | matcher | cores] ...

`throughput`: texts of several kinds, each made as it is read, so it takes no disk and no memory;
each is scanned in a process of its own, whose peak memory the system reports. `blocks` is the
reading of the file without looking for contacts, `scan` is the whole.

`matcher`: the whole command `scan --format jsonl`, its start included, and a bare
`PhoneNumberMatcher` on the same bytes, in processor time. The documentation, the topics and the
code are Python's own, the descriptions are those of the installed packages; manual pages, Markdown
and notes are the machine's; the rest is made. What a scan costs depends on how many contacts a text
has, so their number in a thousand bytes is printed, too.

`cores`: the same command with one process and with two, on longer texts: each takes one core some
10 s. The clock shows it where nothing else runs. The processor time is that of the process which
reads and writes, and of its workers: two cores need half of the sum, or the former if it is more.
"""

import datetime as dt
import filecmp
import io
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from scan_texts import KINDS, TEXTS

TODAY = dt.date(2026, 11, 30)


class Text(io.RawIOBase):
    """A text of a kind and size: 1 MB over and over, so that making it costs nothing."""

    def __init__(self, make: Callable[[random.Random], str], size: int) -> None:
        chance = random.Random(1)
        sample = io.BytesIO()
        while sample.tell() < 1_000_000:
            sample.write(make(chance).encode())
        self._sample = sample.getvalue()
        self._at = 0
        self._size = size

    def readable(self) -> bool:
        return True

    def readinto(self, target: memoryview) -> int:  # type: ignore[override]  # a buffer is given
        start = self._at % len(self._sample)
        data = self._sample[start : start + min(len(target), self._size - self._at)]
        target[: len(data)] = data
        self._at += len(data)
        return len(data)


def _measure(kind: str, size: int, what: str) -> None:
    from hotline_check.checking import Checker
    from hotline_check.documents import stream_blocks
    from hotline_check.registry.storage.store import Store, bundled
    from hotline_check.scanning.scanner import Hit, Scanner

    make, name = KINDS[kind]
    stream = io.BufferedReader(Text(make, size))
    scanner = Scanner(Checker(Store(bundled(), "bundled", today=TODAY), today=TODAY))
    start = time.perf_counter()
    if what == "blocks":
        found = sum(1 for _ in stream_blocks(stream, name))
    else:
        found = sum(isinstance(result, Hit) for result in scanner.scan_stream(stream, name))
    took = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{took} {found} {peak}")


def _rows(megabytes: float) -> Iterator[str]:
    for kind in KINDS:
        for what in ("blocks", "scan"):
            row = f"{kind:8} {what:6}"
            for size in (megabytes / 10, megabytes):
                command = [sys.executable, __file__, kind, str(int(size * 1e6)), what]
                done = subprocess.run(command, capture_output=True, text=True, check=True)
                took, found, peak = map(float, done.stdout.split())
                row += f"   {size:6.1f} MB: {size / took:7.2f} MB/s, {found:7.0f} found,"
                row += f" {peak:4.0f} MB"
            yield row


_MATCHER: Final = """
import sys, time
from phonenumbers import PhoneNumberMatcher
from phonenumbers.re_util import enable_pattern_cache
enable_pattern_cache()
text = open(sys.argv[1], encoding="utf-8").read()
start = time.process_time()
found = sum(1 for _ in PhoneNumberMatcher(text, "US", max_tries=10**9))
print(time.process_time() - start, found)
"""
_ROUNDS: Final = 2


class _Used(NamedTuple):
    """Seconds of a whole scan: of the clock, of the processor in its process and its workers."""

    clock: float
    own: float
    workers: float

    @property
    def cores(self) -> float:
        """The seconds that two cores need."""
        return max(self.own, (self.own + self.workers) / 2)


def _used(path: Path, jobs: int, output: Path) -> _Used:
    command = [str(Path(sys.executable).parent / "hotline-check"), "scan", "--format", "jsonl"]
    start = time.perf_counter()
    with output.open("wb") as file:
        process = subprocess.Popen(
            [*command, "--jobs", str(jobs), "--region", "US", str(path)],
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""},  # compiled once, as installed
            stdout=file,
        )
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        clock = time.perf_counter() - start
        fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
        process.wait()
    ticks = os.sysconf("SC_CLK_TCK")
    user, system, users, systems = (int(field) / ticks for field in fields[11:15])
    return _Used(clock, user + system, users + systems)


def _matched(path: Path) -> tuple[float, int]:
    """Seconds of the processor that the matcher takes, without its start, and what it finds."""
    command = [sys.executable, "-c", _MATCHER, str(path)]
    took, found = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.split()
    return float(took), int(found)


def _files(folder: Path, longer: dict[str, int] | None = None) -> Iterator[tuple[str, Path]]:
    for name, (make, times) in TEXTS.items():
        path = folder / f"{name.replace(' ', '-').replace(',', '')}.txt"
        text = make(random.Random(7))
        if not text or name not in (longer or TEXTS):
            continue  # this machine has no such files
        count = times * (longer[name] if longer else 1)
        # What comes again is written otherwise, or its verdicts would not be made again.
        path.write_text("\n\n".join(_varied(text, n % 7) for n in range(count)), "utf-8")
        yield name, path


def _varied(text: str, number: int) -> str:
    """The text with other digits."""
    shift = str.maketrans("3456789", "3456789"[number:] + "3456789"[:number])
    return text.translate(shift)


def matcher() -> Iterator[str]:
    """The whole scan compared with the bare matcher."""
    with tempfile.TemporaryDirectory() as folder:
        empty, output = Path(folder, "empty.txt"), Path(folder, "out.jsonl")
        empty.write_text("nothing\n")
        start = min(_used(empty, 1, output).own for _ in range(2 * _ROUNDS))
        yield f"the start of a scan: {start:.2f} s"
        for name, path in _files(Path(folder)):
            ours, theirs = [], []
            for _ in range(_ROUNDS):
                ours.append(_used(path, 1, output).own)
                theirs.append(_matched(path))
            size = path.stat().st_size / 1e6
            used, (took, found) = min(ours), min(theirs)
            contacts = output.read_bytes().count(b"\n")
            yield (
                f"{name:14} {size:5.1f} MB  {contacts / size / 1000:5.2f} contacts in kB  "
                f"scan {size / used:6.2f} MB/s ({contacts:6})  matcher "
                f"{size / took:6.2f} MB/s ({found:6})  {took / used:5.2f} times, "
                f"{took / (used - start):5.2f} without the start"
            )


# Of the texts for two cores, how much longer they are: the start of the program is no part of the
# question.
_LONGER: Final = {
    "documentation": 4,
    "descriptions": 3,
    "source code": 4,
    "calls in logs": 1,
    "spam, seen": 1,
    "spam, made": 1,
}


def cores() -> Iterator[str]:
    """One process and two, in turns."""
    with tempfile.TemporaryDirectory() as folder:
        outputs = Path(folder, "one.jsonl"), Path(folder, "two.jsonl")
        for name, path in _files(Path(folder), _LONGER):
            single, double = [], []
            for _ in range(_ROUNDS):
                single.append(_used(path, 1, outputs[0]))
                double.append(_used(path, 2, outputs[1]))
            is_same = filecmp.cmp(*outputs, shallow=False)
            clocks = [min(used.clock for used in several) for several in (single, double)]
            one, two = min(used.own for used in single), min(double, key=lambda used: used.cores)
            yield (
                f"{name:14} {path.stat().st_size / 1e6:5.1f} MB  clock: one {clocks[0]:5.2f} s, "
                f"two {clocks[1]:5.2f} s: {clocks[0] / clocks[1]:.2f} times  processor: one "
                f"{one:5.2f} s, two {two.own:.2f} + {two.workers:.2f} s: {one / two.cores:.2f} "
                f"times (load {os.getloadavg()[0]:.1f}){'' if is_same else '  DIFFERENT RESULTS'}"
            )
            path.unlink()


def main() -> None:
    """Run the parts named on the command line."""
    if sys.argv[1:2] and sys.argv[1] in KINDS:
        _measure(sys.argv[1], int(sys.argv[2]), sys.argv[3])
        return
    names = sys.argv[1:] or ["throughput", "matcher", "cores"]
    megabytes = next((float(name) for name in names if name.replace(".", "").isdigit()), 20.0)
    parts = {
        "throughput": lambda: _rows(megabytes),
        "matcher": matcher,
        "cores": cores,
    }
    for name in names:
        for row in parts.get(name, list)():
            print(row, flush=True)


if __name__ == "__main__":
    main()
