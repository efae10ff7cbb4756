"""`with_verdicts` on frames of Polars and pandas."""

import gc
from typing import Any

import pytest

from hotline_check.errors import HotlineError
from tests.entries import TODAY, US_LINE, US_OTHER, phone, platform, says, write
from tests.extras import needs

pytestmark = pytest.mark.extra
needs("polars", "table")
needs("pandas", "spark")

import pandas as pd
import polars as pl

from hotline_check.serving.tables import with_verdicts
from hotline_check.serving.tables.judge import Answer, Row, RowJudge

ADDED = ["status", "exit", "read_as", "platform", "reason", "registry_date"]


@pytest.fixture(scope="module")
def options(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    channels = [phone(US_LINE, regions=["US"])]
    entry = platform("example", **says("published"), channels=channels)
    return {"registry": write(tmp_path_factory.mktemp("registry"), entry), "today": TODAY}


def test_polars(options: dict[str, Any]) -> None:
    frame = pl.DataFrame({"n": [US_LINE, None, US_OTHER, US_LINE], "tags": [[1], [], None, [2]]})
    found = with_verdicts(frame, phone="n", platform="example", **options)
    assert found.columns == ["n", "tags", *ADDED]
    assert found["status"].to_list() == ["listed", None, "not-listed", "listed"]
    assert found["exit"].to_list() == [0, 4, 1, 0]
    assert found.select("n", "tags").equals(frame)


def test_polars_categories_and_an_empty_frame(options: dict[str, Any]) -> None:
    frame = pl.DataFrame({"n": [US_LINE, US_LINE, None]}, schema={"n": pl.Categorical})
    found = with_verdicts(frame, phone="n", **options)
    assert found["status"].to_list() == ["listed", "listed", None]
    assert with_verdicts(frame.clear(), phone="n", **options).columns == ["n", *ADDED]


def test_pandas_keeps_its_index(options: dict[str, Any]) -> None:
    frame = pd.DataFrame({"n": [US_LINE, None, US_OTHER]}, index=[7, 7, 9])
    found = with_verdicts(frame, phone="n", **options)
    assert list(found.columns) == ["n", *ADDED]
    assert list(found.index) == [7, 7, 9]
    assert list(found["exit"]) == [0, 4, 3]
    assert list(frame.columns) == ["n"]


def test_pandas_columns_that_were_read_as_numbers(options: dict[str, Any]) -> None:
    frame = pd.DataFrame({"n": [12025550123, None], "m": [12025550123, US_LINE]})
    assert str(frame["n"].dtype) == "float64"
    for name, exits in (("n", [0, 4]), ("m", [0, 0])):
        found = with_verdicts(frame, phone=name, region="US", **options)
        assert list(found["exit"]) == exits


def test_several_processes(options: dict[str, Any]) -> None:
    frame = pl.DataFrame({"n": [f"+1312555{n:04}" for n in range(3_000)]})
    alone = with_verdicts(frame, phone="n", **options)
    assert with_verdicts(frame, phone="n", jobs=2, **options).equals(alone)


def test_what_does_not_fit(options: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="not list"):
        with_verdicts([US_LINE], phone="n", **options)
    with pytest.raises(HotlineError, match="column m"):
        with_verdicts(pl.DataFrame({"n": [1]}), phone="m", **options)
    with pytest.raises(HotlineError, match="status"):
        with_verdicts(pl.DataFrame({"n": ["1"], "status": [1]}), phone="n", **options)


def test_the_garbage_collector_runs_as_before_afterwards(
    options: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = pl.DataFrame({"n": [US_LINE]})
    usual, during = gc.get_threshold(), []
    answer = RowJudge.answer

    def watched(self: RowJudge, row: Row) -> Answer:
        during.append(gc.get_threshold())
        if len(during) > 1:
            raise LookupError
        return answer(self, row)

    monkeypatch.setattr(RowJudge, "answer", watched)
    with_verdicts(frame, phone="n", **options)
    assert gc.get_threshold() == usual
    with pytest.raises(LookupError):
        with_verdicts(frame, phone="n", **options)
    assert gc.get_threshold() == usual
    assert all(threshold[0] > usual[0] for threshold in during)
