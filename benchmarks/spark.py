"""How much faster two Spark executors judge than one, on this machine.

Usage: python benchmarks/spark.py [ROWS]      200,000 rows of distinct numbers by default

Each run is a cluster of its own (`local-cluster`), with one core an executor; a first job starts
the Python workers before the time is taken. It needs two cores that do nothing else.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import tables

_PARTITIONS = 16


def measure(executors: int, rows: int) -> float:
    """Seconds that the rows take."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    from pyspark.sql import SparkSession

    from hotline_check.spark import with_verdicts

    session = (
        SparkSession.builder.master(f"local-cluster[{executors},1,1024]")
        .config("spark.ui.enabled", "false")
        .config("spark.log.level", "ERROR")
        .getOrCreate()
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "calls.csv"
        tables.make(path, "distinct", rows)
        calls = session.read.option("header", "true").csv(str(path)).repartition(_PARTITIONS)
        judged = with_verdicts(calls, phone="caller", today=tables.TODAY)
        judged.limit(_PARTITIONS * 10).write.format("noop").mode("overwrite").save()
        start = time.perf_counter()
        judged.write.format("noop").mode("overwrite").save()
        took = time.perf_counter() - start
    session.stop()
    return took


if __name__ == "__main__":
    if len(sys.argv) > 2:
        print(measure(int(sys.argv[1]), int(sys.argv[2])))
        sys.exit()
    count = sys.argv[1] if len(sys.argv) > 1 else "200000"
    times = []
    for number in ("1", "2"):
        done = subprocess.run(
            [sys.executable, __file__, number, count], capture_output=True, text=True, check=True
        )
        times.append(float(done.stdout.split()[-1]))
        print(f"{number} executor(s): {times[-1]:.1f} s", flush=True)
    print(f"two are {times[0] / times[1]:.2f} times as fast as one")
