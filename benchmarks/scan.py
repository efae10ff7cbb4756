"""Throughput and peak memory of `scan` on generated texts of several kinds.

    python benchmarks/scan.py [MEGABYTES]

Each text is made as it is read, so it takes no disk and no memory; each is scanned in a process
of its own, whose peak memory is told by the system. `blocks` is the reading of the file without
looking for contacts, `scan` is the whole. Numbers are from the ranges kept for fiction.
"""

import datetime as dt
import io
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

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


if __name__ == "__main__":
    if len(sys.argv) > 2:
        _measure(sys.argv[1], int(sys.argv[2]), sys.argv[3])
    else:
        for row in _rows(float(sys.argv[1]) if len(sys.argv) > 1 else 20):
            print(row, flush=True)
