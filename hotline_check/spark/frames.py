"""`with_verdicts` for Spark: the registry's copy goes to the executors, the rows stay there."""

import atexit
import datetime as dt
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

from pyspark.sql import DataFrame
from pyspark.sql.types import (
    ArrayType,
    ByteType,
    DataType,
    MapType,
    StringType,
    StructField,
    StructType,
)

from hotline_check.clock import local
from hotline_check.errors import HotlineError
from hotline_check.registry.storage.choice import open_registry
from hotline_check.registry.storage.frozen import freeze
from hotline_check.serving.tables.question import Question
from hotline_check.serving.tables.workers import Case
from hotline_check.spark.worker import Annotate
from hotline_check.verdict.models import Direction


def with_verdicts(
    df: DataFrame,
    *,
    phone: str | None = None,
    text: str | None = None,
    claim: str | None = None,
    country: str | None = None,
    platform: str | None = None,
    region: str | None = None,
    prefix: str = "",
    direction: Direction = "dialling",
    today: dt.date | None = None,
    registry: str | os.PathLike[str] | None = None,
) -> DataFrame:
    """The DataFrame, also a stream, with the columns `status`, `exit`, `read_as` ... added.

    The arguments are those of `hotline_check.serving.tables.with_verdicts`, and so are the answers.
    The registry is copied when this is called: every executor answers from that copy, also one
    that comes later, until the query ends. hotline-check must be installed on the executors.
    Raises HotlineError when the registry can't be used or a column is missing or taken.
    """
    question = Question(
        phone=phone,
        text=text,
        claim=claim,
        country=country,
        platform=platform,
        region=region,
        direction=direction,
        prefix=prefix,
    )
    question.check(df.columns)
    for name in question.columns:
        if name is not None:
            _refuse_nested(name, df.schema[name].dataType)
    day = today or local().date()
    store = open_registry(day, folder=registry)
    snapshot = freeze(store, _folder())
    case = Case(snapshot=str(snapshot), source=store.source, today=day, question=question)
    case.judge().close()  # a mistake in the question is reported here, not by an executor
    _send(df, snapshot)
    shipped = Case(snapshot=snapshot.name, source=case.source, today=day, question=question)
    return df.mapInArrow(Annotate(shipped), _schema(df, question))


def _schema(df: DataFrame, question: Question) -> StructType:
    kinds = (StringType(), ByteType(), *[StringType()] * 4)
    added = map(StructField, question.added, kinds)
    # With the metadata of its fields, in which a stream keeps its watermark.
    return StructType([*df.schema.fields, *added])


def _refuse_nested(name: str, kind: DataType) -> None:
    if isinstance(kind, ArrayType | MapType | StructType):
        raise HotlineError("column-without-text", name=name, kind=kind.simpleString())


@cache
def _folder() -> Path:
    """The folder from which the driver serves the copies as long as it runs."""
    folder = tempfile.mkdtemp(prefix="hotline-check-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


def _send(df: DataFrame, snapshot: Path) -> None:
    """Offer a copy to the executors, each of which fetches it once, before its first task."""
    context = df.sparkSession.sparkContext
    sent = {Path(file).name for file in context.listFiles}
    if snapshot.name not in sent:  # its name says what is in it
        context.addFile(str(snapshot))
