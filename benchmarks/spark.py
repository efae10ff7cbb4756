"""How much faster two Spark executors judge than one, on this machine.

Usage: python benchmarks/spark.py [ROWS]      900,000 rows of distinct numbers by default

Each run is a cluster of its own (`local-cluster`), with one core an executor; one executor and two
take turns, twice. The rows are in the executors' memory and each Python worker has judged others
before the time is taken, so what is measured is judging. The answers of all runs have to be equal.

The clock shows the ratio where nothing else runs. The processor time is that of each executor with
its Python worker, and of the driver: two cores need half of the sum, or the executor's that needs
most.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import tables

_PARTITIONS = 16
_WARM_UP = 32_000
_ROUNDS = 2
_EXECUTOR = b"org.apache.spark.executor.CoarseGrainedExecutorBackend"


class Run(NamedTuple):
    """One run. executors: processor seconds of each, with its worker; driver: of the rest.

    answers: a sum of hashes of all rows.
    """

    clock: float
    executors: tuple[float, ...]
    driver: float
    answers: int

    @property
    def cores(self) -> float:
        """The seconds that two cores need."""
        return max(*self.executors, (sum(self.executors) + self.driver) / 2)

    def __str__(self) -> str:
        each = " + ".join(f"{seconds:.1f}" for seconds in self.executors)
        return f"{self.clock:.1f} s, processor {each} s, driver {self.driver:.1f} s"


def measure(executors: int, rows: int, folder: Path) -> Run:
    """Judge the rows on a new cluster."""
    os.environ |= {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    from pyspark.sql import SparkSession
    from pyspark.sql import functions as F  # noqa: N812  # as everybody calls it

    from hotline_check.spark import with_verdicts

    options = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.memory": "512m",
        "spark.local.dir": str(folder),
        "spark.scheduler.minRegisteredResourcesRatio": "1",
        "spark.executor.extraJavaOptions": "-XX:ActiveProcessorCount=1",
    }
    builder = SparkSession.builder.master(f"local-cluster[{executors},1,1024]")
    for name, value in options.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    path = folder / "calls.csv"
    tables.make(path, "distinct", rows + _WARM_UP)
    calls = session.read.option("header", "true").csv(str(path))
    is_measured = F.col("id") < f"{rows:09}"
    parts = [
        calls.where(condition).repartition(_PARTITIONS).persist()
        for condition in (~is_measured, is_measured)
    ]
    for part in parts:
        part.count()  # so that it is in memory
    judged = [with_verdicts(part, phone="caller", today=tables.TODAY) for part in parts]
    sums = [part.select(F.sum(F.xxhash64("*") % 2**32)) for part in judged]
    sums[0].collect()
    before, start = dict(_used()), time.perf_counter()
    (answers,) = sums[1].first() or (0,)
    took = time.perf_counter() - start
    used = {process: seconds - before.get(process, 0) for process, seconds in _used()}
    session.stop()
    each = tuple(used[process] for process in sorted(used) if process)
    return Run(took, each, used[0], answers)


def _used() -> Iterator[tuple[int, float]]:
    """Processor seconds of each executor by its process, with what it started; 0 is the rest."""
    processes = {}
    for folder in Path("/proc").iterdir():
        if not folder.name.isdecimal():
            continue
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            command = (folder / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        seconds = sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")
        processes[int(folder.name)] = int(fields[1]), seconds, _EXECUTOR in command
    used: dict[int, float] = {0: 0.0}
    for process, (_, seconds, _) in processes.items():
        owner, at = 0, process
        while at in processes and at != os.getpid():
            owner = owner or at * processes[at][2]
            at = processes[at][0]
        if at == os.getpid():
            used[owner] = used.get(owner, 0.0) + seconds
    yield from used.items()


def runs(rows: str) -> Iterator[tuple[int, Run]]:
    """Runs of one executor and of two, in turns, each in a process of its own."""
    for _ in range(_ROUNDS):
        for executors in (1, 2):
            done = subprocess.run(
                [sys.executable, __file__, str(executors), rows],
                capture_output=True,
                text=True,
                check=False,
            )
            if done.returncode:
                sys.exit(done.stderr)
            clock, driver, answers, *each = done.stdout.split()[-3 - executors :]
            yield executors, Run(float(clock), tuple(map(float, each)), float(driver), int(answers))


if __name__ == "__main__":
    if len(sys.argv) > 2:
        with tempfile.TemporaryDirectory() as place:
            run = measure(int(sys.argv[1]), int(sys.argv[2]), Path(place))
        print(run.clock, run.driver, run.answers, *run.executors)
        sys.exit()
    found: dict[int, list[Run]] = {1: [], 2: []}
    for number, run in runs(sys.argv[1] if len(sys.argv) > 1 else "900000"):
        found[number].append(run)
        print(f"{number} executor(s): {run} (load {os.getloadavg()[0]:.1f})", flush=True)
    if len({run.answers for several in found.values() for run in several}) > 1:
        sys.exit("the answers differ")
    clocks, seconds = (
        [min(getattr(run, of) for run in found[number]) for number in (1, 2)]
        for of in ("clock", "cores")
    )
    print(
        f"two are {clocks[0] / clocks[1]:.2f} times as fast as one by the clock, "
        f"{seconds[0] / seconds[1]:.2f} times by processor time"
    )
