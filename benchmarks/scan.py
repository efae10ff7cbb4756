"""Speed and memory of `scan`: on made texts, beside the bare matcher.

    python benchmarks/scan.py [throughput [MEGABYTES] | matcher | cores] ...

`throughput`: texts of several kinds, each made as it is read, so it takes no disk and no memory;
each is scanned in a process of its own, whose peak memory is told by the system. `blocks` is the
reading of the file without looking for contacts, `scan` is the whole.

`matcher`: the whole command `scan --format jsonl`, its start included, beside a bare
`PhoneNumberMatcher` on the same bytes, in processor time. The documentation and the code are
Python's own, the descriptions are those of the installed packages; the rest is made.

`cores`: the same command with one process and with two, in seconds of the clock.

Numbers are from the ranges kept for fiction, or random.
"""

import datetime as dt
import io
import json
import os
import random
import resource
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

TODAY = dt.date(2026, 11, 30)
_WORDS = (
    *("the", "a", "of", "to", "and", "in", "that", "it", "was", "for", "on", "with", "as", "his"),
    *("they", "at", "be", "this", "from", "had", "by", "not", "but", "what", "all", "were", "when"),
    *("we", "there", "can", "an", "your", "which", "their", "if", "do", "will", "each", "about"),
    *("exchange", "account", "wallet", "customer", "answer", "page", "week", "market", "price"),
)
_SIGNS = ("-", "—", "↹", "⇝", " ", ".", "⊹", "~", ")(", "║")
_STYLED = str.maketrans("0123456789", "𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡")


def prose(chance: random.Random) -> str:
    """A paragraph; every tenth has a number in it."""
    words = chance.choices(_WORDS, k=120)
    if chance.random() < 0.1:
        words[60] = f"call Coinbase at +1 202 555 01{chance.randrange(100):02} or"
    return " ".join(words) + ".\n\n"


def log(chance: random.Random) -> str:
    """Lines of a server's log, which are full of digits and hold no contact."""
    rows = [
        f"2026-11-23T01:{chance.randrange(60):02}:{chance.randrange(60):02}.{chance.randrange(1000)}Z"
        f" INFO worker-{chance.randrange(9)} request id={chance.randrange(10**9):09} from"
        f" 10.0.{chance.randrange(256)}.{chance.randrange(256)} took {chance.randrange(900)} ms,"
        f" {chance.randrange(10**6)} bytes\n"
        for _ in range(20)
    ]
    return "".join(rows)


def spam(chance: random.Random) -> str:
    """Posts as spammers write them: every line has contacts."""
    signs = chance.choices(_SIGNS, k=3)
    parts = ("1", "888", "555", f"01{chance.randrange(100):02}")
    number = "".join(part + sign for part, sign in zip(parts, [*signs, ""], strict=True))
    if chance.random() < 0.5:
        number = number.translate(_STYLED)
    host = f"coinbase-help{chance.randrange(1000)}.example"
    return f"☎️ Coinbase support number +{number} call now, help@{host} or https://{host}/x\n\n"


def page(chance: random.Random) -> str:
    """A part of a web page, with a link."""
    number = f"+120255501{chance.randrange(100):02}"
    return f'<div class="post"><p>{prose(chance)}</p><a href="tel:{number}">{number}</a></div>\n'


def mailbox(chance: random.Random) -> str:
    """A mail of a mailbox."""
    head = "From a@b.example Mon Nov 23 01:50:29 2026\nFrom: a@b.example\nSubject: your account\n"
    return f"{head}Content-Transfer-Encoding: quoted-printable\n\n{prose(chance)}{prose(chance)}"


def records(chance: random.Random) -> str:
    """A record of JSON lines."""
    return json.dumps({"id": chance.randrange(10**9), "text": prose(chance)}) + "\n"


KINDS: dict[str, tuple[Callable[[random.Random], str], str]] = {
    "prose": (prose, "x.txt"),
    "log": (log, "x.log"),
    "spam": (spam, "x.txt"),
    "page": (page, "x.html"),
    "mailbox": (mailbox, "x.mbox"),
    "records": (records, "x.jsonl"),
}


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
        found = sum(isinstance(one, Hit) for one in scanner.scan_stream(stream, name))
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


def documentation(_: random.Random) -> str:
    """Python's own topics, full of dotted names."""
    return Path(sysconfig.get_path("stdlib"), "pydoc_data", "topics.py").read_text("utf-8")


def descriptions(_: random.Random) -> str:
    """The descriptions of the installed packages: an address in every third line."""
    packages = sorted(Path(sysconfig.get_path("purelib")).glob("*.dist-info/METADATA"))
    return "\n\n".join(path.read_text("utf-8", "replace") for path in packages)


def source(_: random.Random) -> str:
    """The modules of the standard library."""
    modules = sorted(Path(sysconfig.get_path("stdlib")).glob("[a-z]*.py"))
    return "\n".join(path.read_text("utf-8", "replace") for path in modules)


def calls(chance: random.Random) -> str:
    """Logs of many programs, every twelfth line a telephone exchange's with two numbers."""
    import reading  # its texts, beside which the reader alone is measured

    lines = reading.mixed_log(chance).splitlines()
    for at in range(0, len(lines), 12):
        caller, called = (f"+1{chance.randrange(2_01_000_0000, 9_89_999_9999)}" for _ in range(2))
        lines[at] = (
            f"2026-11-29 17:{chance.randrange(60):02}:11 asterisk[{chance.randrange(9999)}]: call "
            f"from {caller} to {called} answered, {chance.randrange(900)} s"
        )
    return "\n".join(["started", *lines])


def posts(chance: random.Random) -> str:
    """Spam with the renderings that were really seen, two in each line."""
    import reading

    return reading.spam(chance)


TEXTS: Final = {
    "documentation": (documentation, 7),
    "descriptions": (descriptions, 1),
    "source code": (source, 1),
    "calls in logs": (calls, 1),
    "spam, seen": (posts, 1),
    "spam, made": (lambda chance: "".join(spam(chance) for _ in range(9_000)), 1),
}
"""Each with how many times it is scanned in one file."""
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


def _scan(path: Path, jobs: int) -> tuple[float, float, int]:
    """Seconds of the processor and of the clock that a whole scan takes, and its contacts."""
    command = [str(Path(sys.executable).parent / "hotline-check"), "scan", "--format", "jsonl"]
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        [*command, "--jobs", str(jobs), "--region", "US", str(path)],
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""},  # compiled once, as installed programs
        stdout=subprocess.PIPE,
        check=False,
    )
    took = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return used, took, done.stdout.count(b"\n")


def _matched(path: Path) -> tuple[float, int]:
    """Seconds of the processor that the matcher takes, without its start, and what it finds."""
    command = [sys.executable, "-c", _MATCHER, str(path)]
    took, found = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.split()
    return float(took), int(found)


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for name, (make, times) in TEXTS.items():
        path = folder / f"{name.replace(' ', '-').replace(',', '')}.txt"
        text = make(random.Random(7))
        # What comes again is written otherwise, or its verdicts would not be made again.
        path.write_text("\n\n".join(_varied(text, n) for n in range(times)), "utf-8")
        yield name, path


def _varied(text: str, number: int) -> str:
    """The text with other digits."""
    shift = str.maketrans("3456789", "3456789"[number:] + "3456789"[:number])
    return text.translate(shift)


def matcher() -> Iterator[str]:
    """The whole scan beside the bare matcher."""
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder, "empty.txt")
        empty.write_text("nothing\n")
        start = min(_scan(empty, 1)[0] for _ in range(2 * _ROUNDS))
        yield f"the start of a scan: {start:.2f} s"
        for name, path in _files(Path(folder)):
            ours, theirs = [], []
            for _ in range(_ROUNDS):
                ours.append(_scan(path, 1))
                theirs.append(_matched(path))
            size = path.stat().st_size / 1e6
            (used, _, contacts), (took, found) = min(ours), min(theirs)
            yield (
                f"{name:14} {size:5.1f} MB  scan {size / used:6.2f} MB/s ({contacts:6})  matcher "
                f"{size / took:6.2f} MB/s ({found:6})  {took / used:5.2f} times, "
                f"{took / (used - start):5.2f} without the start"
            )


def cores() -> Iterator[str]:
    """One process and two, in turns; other programs must be quiet."""
    with tempfile.TemporaryDirectory() as folder:
        for name, path in _files(Path(folder)):
            one, two = [], []
            for _ in range(_ROUNDS):
                one.append(_scan(path, 1)[1])
                two.append(_scan(path, 2)[1])
            yield (
                f"{name:14} one {min(one):6.2f} s, two {min(two):6.2f} s: "
                f"{min(one) / min(two):.2f} times (load {os.getloadavg()[0]:.1f})"
            )


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
