"""How fast `hotline-check table` is on one core, and how much memory it takes.

Usage: python benchmarks/tables.py                 all mixes below, 1,000,000 rows each
       python benchmarks/tables.py ROWS MIX        one of them: zipf, log, distinct
       python benchmarks/tables.py memory ROWS     the peak of a run on all cores, from 1 % and all

The mixes, all in CSV with four columns, of numbers of eight countries in six spellings:
  zipf      numbers by a Zipf law (exponent 1.1) over 30,000, as in a week of a hotline's calls
  log       the same over 1,000,000: most rows of the long tail are new
  distinct  no number comes again

The peer is a loop of `phonenumbers.parse` and `is_valid_number` over the same cells, with its
pattern cache on, each row once. All times are processor time of this process, with its threads;
reading and writing the files is in the table's time and not in the peer's. Both have done some
work before: Python's modules are imported, the registry is compiled as in the installed package.
"""

import csv
import datetime as dt
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import accumulate, islice
from pathlib import Path

TODAY = dt.date(2026, 11, 30)
_EXPONENT = 1.1
_PEER_ROWS = 100_000
_WARM_UP = 1_000
# Country calling code, digits of an area or of a mobile prefix, digits after it.
_PLANS = (
    ("1", ("202", "212", "312", "415", "702", "800", "888", "855"), 7),
    ("44", ("20", "7700", "7911", "800"), 7),
    ("49", ("30", "151", "170", "89"), 8),
    ("61", ("4", "2"), 8),
    ("33", ("6", "1", "7"), 8),
    ("91", ("98", "70", "88"), 8),
    ("852", ("5", "6", "9"), 7),
    ("55", ("119", "219"), 8),
)
_SPELLINGS = (
    "+{0}{1}{2}",
    "+{0} {1} {2}",
    "+{0} ({1}) {2}",
    "00{0}{1}{2}",
    "+{0}-{1}-{2}",
    "+{0}.{1}.{2}",
)


def number(rank: int) -> str:
    """The number of a rank, the same in every run; two ranks have different ones."""
    chance = random.Random(rank)
    code, areas, digits = _PLANS[rank % len(_PLANS)]
    local = f"{(rank * 7_919 + 2_000_003) % 10**digits:0{digits}}"
    return chance.choice(_SPELLINGS).format(code, chance.choice(areas), local)


def cells(mix: str, rows: int) -> Iterator[str]:
    """The cells of the column of numbers."""
    if mix == "distinct":
        yield from map(number, range(rows))
        return
    distinct = 30_000 if mix == "zipf" else 1_000_000
    numbers = [number(rank) for rank in range(distinct)]
    weights = list(accumulate((rank + 1) ** -_EXPONENT for rank in range(distinct)))
    chance = random.Random(1)
    for start in range(0, rows, 100_000):
        yield from chance.choices(numbers, cum_weights=weights, k=min(100_000, rows - start))


def make(path: Path, mix: str, rows: int) -> None:
    """Write a table."""
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "caller", "agent", "note"])
        writer.writerows(
            (f"{row:09}", cell, f"agent {row % 97}", "asked for a refund" if row % 3 else "")
            for row, cell in enumerate(cells(mix, rows))
        )


def run(path: Path, jobs: int) -> int:
    """Judge a table; returns its rows."""
    from hotline_check.registry.storage.store import Store, bundled
    from hotline_check.serving.tables.files import sources
    from hotline_check.serving.tables.question import Question
    from hotline_check.serving.tables.run import annotate_files

    store = Store(bundled(), "bundled", today=TODAY, cache=path.parent)
    counts, _broken = annotate_files(
        sources([str(path)]),
        path.with_name("out.csv"),
        store,
        Question(phone="caller"),
        today=TODAY,
        jobs=jobs,
    )
    return counts.rows


def peer(mix: str, rows: int) -> float:
    """Seconds that the loop takes for a row."""
    import phonenumbers
    from phonenumbers.re_util import enable_pattern_cache

    enable_pattern_cache()
    some = list(islice(cells(mix, rows), _PEER_ROWS))
    for _again in range(2):  # the first fills its cache
        start = time.process_time()
        for cell in some:
            try:
                phonenumbers.is_valid_number(phonenumbers.parse(cell, None))
            except phonenumbers.NumberParseException:
                continue
        took = time.process_time() - start
    return took / len(some)


def compare(mix: str, rows: int, folder: Path) -> str:
    """A line of results."""
    path = folder / "in.csv"
    make(path, "distinct", _WARM_UP)
    run(path, 1)
    make(path, mix, rows)
    distinct = len(set(cells(mix, rows)))
    start = time.process_time()
    run(path, 1)
    ours = (time.process_time() - start) / rows
    theirs = peer(mix, rows)
    return (
        f"{mix:8} {rows:>11,} rows, {distinct / rows:6.1%} distinct: "
        f"{1 / ours:9,.0f} rows/s, the loop {1 / theirs:7,.0f}: {theirs / ours:5.1f} times"
    )


def memory(rows: int, folder: Path) -> Iterator[str]:
    """The largest process of a run, of 1 % of the rows and of all."""
    for some in (rows // 100, rows):
        path = folder / "in.csv"
        make(path, "zipf", some)
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, __file__, "run", str(path)], capture_output=True, text=True, check=True
        )
        took = time.perf_counter() - start
        yield f"{some:>11,} rows in {took:7.1f} s: {done.stdout.strip()}"


if __name__ == "__main__":
    arguments = sys.argv[1:]
    if arguments[:1] == ["run"]:
        run(Path(arguments[1]), 2)
        own, children = (
            resource.getrusage(who).ru_maxrss / 1024
            for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        )
        print(f"peak {own:,.0f} MB, of each process that judges {children:,.0f} MB")
        sys.exit()
    with tempfile.TemporaryDirectory() as place:
        if arguments[:1] == ["memory"]:
            for line in memory(int(arguments[1]), Path(place)):
                print(line, flush=True)
        else:
            mixes = arguments[1:2] or ["zipf", "log", "distinct"]
            for mix in mixes:
                count = int(arguments[0]) if arguments else 1_000_000
                print(compare(mix, count, Path(place)), flush=True)
