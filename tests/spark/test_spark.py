"""`with_verdicts` on a cluster of two executor processes."""

import json
import os
import random
import signal
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hotline_check.errors import HotlineError
from tests.entries import TODAY, US_FREE, US_LINE, US_OTHER, phone, platform, says, write
from tests.extras import needs, needs_program

pytestmark = [
    pytest.mark.extra,
    pytest.mark.xdist_group("spark"),
    # PySpark leaves its sockets to the garbage collector.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning"),
]
needs("pyspark", "spark")
needs("pandas", "spark")
needs("polars", "table")
needs_program("java", "openjdk-17-jre-headless")

import polars as pl
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F  # noqa: N812  # as everybody calls it

from hotline_check.serving.tables import with_verdicts as table_verdicts
from hotline_check.serving.tables.question import Question
from hotline_check.serving.tables.workers import Case
from hotline_check.spark import with_verdicts, worker

ROWS = 100_000


def registry(folder: Path, *numbers: str) -> Path:
    channels = [phone(number, regions=["US"]) for number in numbers]
    return write(
        folder,
        platform("example", **says("published"), channels=channels),
        platform("zebra", **says("none", url="https://zebra.com/help")),
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return registry(tmp_path_factory.mktemp("registry"), US_LINE, US_FREE)


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        session = (
            SparkSession.builder.master("local-cluster[2,1,1024]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.memory", "512m")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.sql.execution.arrow.maxRecordsPerBatch", "5000")
            .config("spark.local.dir", str(tmp_path_factory.mktemp("spark")))
            .getOrCreate()
        )
        session.sparkContext.setLogLevel("ERROR")
        yield session
        session.stop()


def made(rows: int = ROWS) -> pl.DataFrame:
    """Calls of which 30 % come from one number and most of the others come again."""
    chance = random.Random(5)  # noqa: S311  # makes a table, nothing secret
    numbers = [f"+1 312 555 {n:04}" for n in range(500)]
    numbers += [US_FREE, "202 555 0123", "12", "", " ", f"{US_LINE} or {US_OTHER}", "x@zebra.com"]
    others = [
        (number, chance.choice(["example", "Zebra", "", None, "nobody", "-"]), where)
        for number in [*numbers, *numbers, None]
        for where in chance.choices(["US", "GB", None, "Atlantis"], k=2)
    ]
    often = (US_LINE, "Example", None)
    rows_made = [
        often if chance.random() < 0.3 else other for other in chance.choices(others, k=rows)
    ]
    cells = pl.DataFrame(rows_made, ["number", "who", "where"], orient="row")
    return cells.with_row_index("id").with_columns(pl.col("id").cast(pl.Int64))


def read(spark: SparkSession, frame: pl.DataFrame, folder: Path, files: int = 4) -> DataFrame:
    """The frame as Spark reads it from files, a partition each."""
    folder.mkdir()
    size = -(-len(frame) // files)
    for number in range(files):
        frame.slice(number * size, size).write_parquet(folder / f"{number}.parquet")
    return spark.read.parquet(str(folder)).repartition(files)


def collected(frame: DataFrame) -> pl.DataFrame:
    found = pl.from_arrow(frame.toArrow())
    assert isinstance(found, pl.DataFrame)
    return found.sort("id")


def test_every_row_has_the_answer_that_a_table_gives_it(
    spark: SparkSession, folder: Path, tmp_path: Path
) -> None:
    question: dict[str, Any] = {
        "phone": "number",
        "claim": "who",
        "country": "where",
        "today": TODAY,
        "registry": folder,
    }
    frame = made()
    found = collected(with_verdicts(read(spark, frame, tmp_path / "calls"), **question))
    assert len(found) == ROWS
    assert found.rows() == table_verdicts(frame, **question).rows()
    assert (found["number"] == US_LINE).sum() > ROWS * 0.29  # as skewed as it gets
    statuses = {"listed", "unknown", "not-listed", "no-phone-line", "other-platform"}
    assert statuses < set(found["status"].unique())
    assert set(found["exit"].unique()) == {0, 1, 2, 3, 4}


def test_texts(spark: SparkSession, folder: Path, tmp_path: Path) -> None:
    texts = [
        f"Example support is {US_LINE}",
        f"Zebra support: {US_OTHER}, call now\n\n客服 {US_LINE}",
        f"<html><p>Example: {US_LINE}</p><p hidden>{US_OTHER}</p>",
        "Nothing.",
        "",
        None,
    ]
    frame = pl.DataFrame({"id": range(600), "memo": texts * 100, "number": [US_LINE, None] * 300})
    question: dict[str, Any] = {"text": "memo", "today": TODAY, "registry": folder, "prefix": "v_"}
    df = read(spark, frame, tmp_path / "texts")
    for number in (None, "number"):
        found = collected(with_verdicts(df, phone=number, **question))
        assert found.rows() == table_verdicts(frame, phone=number, **question).rows()
        assert {"listed", "no-phone-line"} < set(found["v_status"].unique())


def test_an_executor_that_is_killed_loses_and_doubles_nothing(
    spark: SparkSession, folder: Path, tmp_path: Path
) -> None:
    frame = pl.DataFrame({"id": range(6_000)}).with_columns(
        number=pl.format("+1 415 555 {}", pl.col("id") + 100_000).str.slice(0, 15)
    )
    df = with_verdicts(
        read(spark, frame, tmp_path / "calls", files=12),
        phone="number",
        today=TODAY,
        registry=folder,
    )
    found: list[pl.DataFrame] = []
    thread = threading.Thread(target=lambda: found.append(collected(df)))
    before = executors()
    assert len(before) == 2
    thread.start()
    tracker = spark.sparkContext.statusTracker()

    def done() -> list[int]:
        stages = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
        return [s.numCompletedTasks for s in stages if s and s.numTasks == 12]

    wait(lambda: any(0 < tasks < 10 for tasks in done()) or not thread.is_alive())
    assert thread.is_alive(), "the job was over before an executor could be killed"
    os.kill(before[0], signal.SIGKILL)
    thread.join(120)
    (rows,) = found
    assert rows["id"].to_list() == list(range(6_000))
    assert rows["status"].null_count() == 0
    wait(lambda: len(executors()) == 2)  # a new one in its place, which was sent the registry too
    assert before[0] not in executors()


def executors() -> list[int]:
    """The processes of the cluster's executors, which are ours."""
    found = []
    for folder in Path("/proc").iterdir():
        try:
            command = (folder / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        name = b"org.apache.spark.executor.CoarseGrainedExecutorBackend"
        if folder.name.isdecimal() and name in command and is_ours(int(folder.name)):
            found.append(int(folder.name))
    return sorted(found)


def is_ours(process: int) -> bool:
    """Return True for a descendant of this process: other sessions may run on the machine."""
    while process > 1:
        if process == os.getpid():
            return True
        try:
            status = Path(f"/proc/{process}/stat").read_text()
        except OSError:
            return False
        process = int(status.rpartition(")")[2].split()[1])
    return False


def wait(is_done: Any, seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not is_done():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_an_update_is_seen_by_the_next_run_and_not_by_one_that_has_begun(
    spark: SparkSession, tmp_path: Path
) -> None:
    folder = registry(tmp_path / "registry", US_LINE)
    df = spark.createDataFrame([(US_LINE,), (US_OTHER,)], "number string").repartition(2)
    options: dict[str, Any] = {"phone": "number", "today": TODAY, "registry": folder}
    before = with_verdicts(df, platform="example", **options)
    registry(folder, US_OTHER)
    after = with_verdicts(df, platform="example", **options)
    again = with_verdicts(df, platform="example", **options)
    # Both are judged only now.
    assert statuses(after) == {US_LINE: "not-listed", US_OTHER: "listed"}
    assert statuses(before) == {US_LINE: "listed", US_OTHER: "not-listed"}
    assert statuses(again) == statuses(after)


def statuses(df: DataFrame) -> dict[str, str]:
    return {row["number"]: row["status"] for row in df.collect()}


@pytest.mark.parametrize("is_before", [True, False])
def test_a_stream_from_files_with_a_watermark(
    spark: SparkSession, folder: Path, tmp_path: Path, is_before: bool
) -> None:
    source = tmp_path / "calls"
    source.mkdir()
    schema = "at timestamp, number string"
    batches: list[list[tuple[str, str | None]]] = [
        [("10:00:10", US_LINE), ("10:00:20", US_OTHER), ("10:00:30", None)],
        [("10:00:40", US_LINE), ("10:05:00", US_LINE)],
        [("10:00:50", US_LINE), ("10:09:00", US_OTHER)],  # the first is too late
    ]
    calls = spark.readStream.schema(schema).option("maxFilesPerTrigger", 1).json(str(source))
    if is_before:
        calls = calls.withWatermark("at", "1 minute")
    judged = with_verdicts(calls, phone="number", today=TODAY, registry=folder)
    assert judged.isStreaming
    if not is_before:
        judged = judged.withWatermark("at", "1 minute")
    counts = judged.groupBy(F.window("at", "1 minute"), "status").count()
    name = f"counts_{is_before}".lower()
    query = (
        counts.writeStream.format("memory")
        .queryName(name)
        .outputMode("append")
        .option("checkpointLocation", str(tmp_path / "state"))
        .start()
    )
    try:
        for number, rows in enumerate(batches):
            lines = [json.dumps({"at": f"2026-11-23T{at}", "number": value}) for at, value in rows]
            part = tmp_path / f"{number}.json"
            part.write_text("\n".join(lines))
            part.rename(source / part.name)
            query.processAllAvailable()
    finally:
        query.stop()
    found = Counter[tuple[str, str | None]]()
    for row in spark.table(name).collect():
        found[row["window"].start.strftime("%H:%M"), row["status"]] += row["count"]
    assert found == {
        ("10:00", "listed"): 2,
        ("10:00", "unknown"): 1,
        ("10:00", None): 1,
        ("10:05", "listed"): 1,
    }


def test_mistakes_are_reported_where_they_are_made(spark: SparkSession, folder: Path) -> None:
    df = spark.createDataFrame([(US_LINE, [US_LINE], 1)], "a string, b array<string>, exit int")
    mistakes: tuple[tuple[dict[str, Any], str], ...] = (
        ({"phone": "missing"}, "no-such-column"),
        ({"phone": "a"}, "column-taken"),
        ({"phone": "b", "prefix": "v_"}, "column-without-text"),
        ({"phone": "a", "prefix": "v_", "region": "Atlantis"}, "no-such-region"),
        ({"prefix": "v_"}, "no-column"),
    )
    for options, code in mistakes:
        with pytest.raises(HotlineError) as caught:
            with_verdicts(df, registry=folder, today=TODAY, **options)
        assert caught.value.code == code


def test_a_process_opens_the_registry_once(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pyarrow as pa
    from pyspark import SparkFiles

    from hotline_check.registry.storage.frozen import freeze
    from hotline_check.registry.storage.store import Store

    file = freeze(Store(folder, "test", today=TODAY), tmp_path)
    opened: list[str] = []

    def get(name: str) -> str:
        opened.append(name)
        return str(tmp_path / name)

    monkeypatch.setattr(SparkFiles, "get", get)
    worker._annotator.cache_clear()
    case = Case(snapshot=file.name, source="test", today=TODAY, question=Question(phone="n"))
    for _task in range(3):
        batch = pa.record_batch({"n": [US_LINE, None]})
        (found,) = worker.Annotate(case)(iter([batch]))
        assert found.column(1).to_pylist() == ["listed", None]
    assert opened == [file.name]


def test_without_spark_the_import_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    import hotline_check.spark

    monkeypatch.delitem(sys.modules, "hotline_check.spark.frames", raising=False)
    monkeypatch.delattr(hotline_check.spark, "frames", raising=False)
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with pytest.raises(HotlineError, match=r"hotline-check\[spark\]"):
        hotline_check.spark.with_verdicts  # noqa: B018  # the look-up is what is tried
