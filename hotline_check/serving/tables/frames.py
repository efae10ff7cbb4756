"""Frames of Polars and pandas with the columns of the answers."""

import datetime as dt
import os
from collections.abc import Sequence
from typing import Any, Final, Literal, TypeVar

import pyarrow as pa

from hotline_check.clock import local
from hotline_check.registry.storage.choice import open_registry
from hotline_check.serving.tables.annotate import Batch, fields
from hotline_check.serving.tables.question import Question
from hotline_check.serving.tables.run import annotator
from hotline_check.verdict.models import Direction

Frame = TypeVar("Frame")
_ROWS: Final = 65_536


def with_verdicts(
    frame: Frame,
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
    jobs: int = 1,
) -> Frame:
    """A Polars or pandas frame with the columns `status`, `exit`, `read_as` ... added.

    phone, text, claim, country: names of columns: contacts, texts in which contacts are found,
    names of the platforms that they are said to belong to, and countries of numbers without a
    country code. platform, region: the claim and the country of rows whose own cell is empty.
    prefix: what the names of the added columns begin with.
    direction: `they-called` when it was they who called. today: the day on which proof is judged.
    registry: a folder to ask in place of the pinned or bundled registry. jobs: processes that
    judge; a script that uses several must guard its start by `if __name__ == "__main__":`.

    A column of numbers keeps what it has, but the zeros and pluses of phone numbers were lost when
    it was read: read phone numbers as text. Only rows with `exit` 0 are good news; where `status`
    is null nothing was judged.
    Raises HotlineError when the registry can't be used or a column is missing or taken, and
    TypeError for other frames.
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
    kind, columns = _kind(frame), getattr(frame, "columns", None)
    if kind is None or columns is None:
        raise TypeError(f"frame must be a Polars or pandas DataFrame, not {type(frame).__name__}")
    question.check(list(columns))
    used = [name for name in dict.fromkeys(question.columns) if name]
    cells = _cells_of_polars(frame, used) if kind == "polars" else _cells_of_pandas(frame, used)
    day = today or local().date()
    store = open_registry(day, folder=registry)
    with annotator(store, question, day, jobs) as made:
        batches = map(Batch, cells.to_batches(_ROWS))
        found = [rows.select(list(question.added)) for rows in made.annotate(batches)]
    answers = pa.Table.from_batches(found, pa.schema(fields(question)))
    joined: Frame = _polars(frame, answers) if kind == "polars" else _pandas(frame, answers)
    return joined


def _kind(frame: object) -> Literal["polars", "pandas"] | None:
    """Which library a frame is of, without importing either."""
    for kind in type(frame).__mro__:
        match kind.__module__.partition(".")[0]:
            case "polars":
                return "polars"
            case "pandas":
                return "pandas"
    return None


def _cells_of_polars(frame: Any, names: Sequence[str]) -> Any:
    return frame.select(names).to_arrow()


def _cells_of_pandas(frame: Any, names: Sequence[str]) -> Any:
    return pa.table({name: _cells(frame[name]) for name in names})


def _cells(column: Any) -> Any:
    try:
        return pa.Array.from_pandas(column)
    except (pa.ArrowInvalid, pa.ArrowTypeError):  # texts and numbers mixed
        is_missing = column.isna()
        texts = [None if no else str(cell) for cell, no in zip(column, is_missing, strict=True)]
        return pa.array(texts, pa.string())


def _polars(frame: Any, answers: Any) -> Any:
    import polars as pl

    return frame.hstack(pl.from_arrow(answers))


def _pandas(frame: Any, answers: Any) -> Any:
    # By position: the frame's index may have any values, also some of them twice.
    added = {name: answers.column(name).to_pandas().array for name in answers.schema.names}
    return frame.assign(**added)
