"""What runs on the executors: answers for batches of rows."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import msgspec

from hotline_check.serving.tables.annotate import Annotator, Batch
from hotline_check.serving.tables.workers import Case, Here, collect_rarely

if TYPE_CHECKING:
    import pyarrow as pa

# Questions of which a process keeps the registry open and the answers, since it serves many tasks.
_MOST_OPEN: Final = 2


class Annotate:
    """The function for `mapInArrow`. case: its snapshot is the name of a file that was sent."""

    def __init__(self, case: Case) -> None:
        self._case = case

    def __call__(self, batches: "Iterator[pa.RecordBatch]") -> "Iterator[pa.RecordBatch]":
        yield from _annotator(self._case).annotate(map(Batch, batches))


@lru_cache(_MOST_OPEN)
def _annotator(case: Case) -> Annotator:
    from pyspark import SparkFiles

    collect_rarely()  # the process serves nothing else
    file = SparkFiles.get(case.snapshot)
    judge = msgspec.structs.replace(case, snapshot=file).judge()
    return Annotator(case.question, Here(judge), judge.date)
