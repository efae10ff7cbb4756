"""`hotline-check table` on files of every kind."""

import csv
import gzip
import io
import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Program
from tests.entries import US_LINE, US_OTHER, phone, platform, says, write
from tests.extras import needs

pytestmark = pytest.mark.extra
needs("pyarrow", "table")
needs("polars", "table")

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from hotline_check.errors import HotlineError
from hotline_check.serving.tables import annotate, csv_file, json_lines, run, workers
from hotline_check.serving.tables.files import sources

ADDED = ["status", "exit", "read_as", "platform", "reason", "registry_date"]
NUMBERS = ["+1 202-555-0123", "0044 113 496 0123", "00120", "+13125550147", "007", None]
EXPECTED = ["listed", "unknown", "ambiguous", "unknown", "ambiguous", None]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    registry = write(
        tmp_path / "registry",
        platform("example", **says("published"), channels=[phone(US_LINE, regions=["US"])]),
        platform("zebra", **says("none", url="https://zebra.com/help")),
    )
    monkeypatch.setenv("HOTLINE_CHECK_REGISTRY", str(registry))
    files = tmp_path / "files"
    files.mkdir()
    monkeypatch.chdir(files)
    return files


@pytest.fixture
def table(program: Program, folder: Path) -> Program:  # noqa: ARG001  # the folder is entered
    return program


def rows(name: str = "out.csv", delimiter: str = ",") -> list[dict[str, str]]:
    with Path(name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def frame() -> pl.DataFrame:
    return pl.DataFrame(
        {"id": range(6), "phone": NUMBERS, "note": ["a", "", None, "x,y", 'q"u', "é\n2"]},
        schema={"id": pl.Int64, "phone": pl.String, "note": pl.String},
    )


WRITERS: dict[str, Callable[[pl.DataFrame, str], Any]] = {
    "csv": lambda data, name: data.write_csv(name),
    "tsv": lambda data, name: data.write_csv(name, separator="\t"),
    "jsonl": lambda data, name: data.write_ndjson(name),
    "parquet": lambda data, name: data.write_parquet(name),
    "arrow": lambda data, name: data.write_ipc(name),
    "arrows": lambda data, name: data.write_ipc_stream(name),
}
READERS: dict[str, Callable[[str], pl.DataFrame]] = {
    "csv": lambda name: pl.read_csv(name, infer_schema=False),
    "tsv": lambda name: pl.read_csv(name, infer_schema=False, separator="\t"),
    "jsonl": pl.read_ndjson,
    "parquet": pl.read_parquet,
    "arrow": pl.read_ipc,
}


@pytest.mark.parametrize("source", WRITERS)
@pytest.mark.parametrize("target", READERS)
def test_every_kind_into_every_other(table: Program, source: str, target: str) -> None:
    WRITERS[source](frame(), f"in.{source}")
    assert table("table", f"in.{source}", "--column", "phone", "-o", f"out.{target}") == 3
    found = READERS[target](f"out.{target}")
    assert found.columns == [*frame().columns, *ADDED]
    assert found["phone"].to_list() == NUMBERS
    assert found["status"].to_list() == EXPECTED
    assert found["note"].to_list()[3:] == ["x,y", 'q"u', "é\n2"]
    assert [str(number) for number in found["id"].to_list()] == list("012345")
    assert found["registry_date"].unique().to_list() == ["2026-11-22"]
    if target in {"parquet", "arrow"}:
        is_typed = source in {"parquet", "arrow", "arrows"}
        assert found["id"].dtype == (pl.Int64 if is_typed else pl.String)
        assert found["exit"].to_list() == [0, 3, 3, 3, 3, 4]


def test_what_a_csv_file_is_comes_out_as_it_went_in(table: Program) -> None:
    text = '\ufeffid;phone;memo\r\n01;+12025550123;"a;b"\r\n002;0012;""\r\n+3;;"two\r\nlines"\r\n'
    Path("in.csv").write_bytes(text.encode())
    table("table", "in.csv", "--column", "phone", "-o", "out.csv")
    found = Path("out.csv").read_bytes().decode()
    for line in text.split("\r\n")[:3]:
        assert line.strip() in found
    assert found.startswith("\ufeffid;phone;memo;status;")
    assert "\r\n" in found
    assert [row["id"] for row in rows(delimiter=";")] == ["01", "002", "+3"]
    assert rows(delimiter=";")[2]["memo"] == "two\r\nlines"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("first", ["", "sep"])
def test_delimiters(table: Program, delimiter: str, first: str) -> None:
    head = f"sep={delimiter}\r\n" if first else ""
    lines = [f"a{delimiter}phone{delimiter}b", f"1,2;3|4{delimiter}{US_LINE}{delimiter}x"]
    if delimiter != "\t":
        lines[1] = f'"1,2;3|4"{delimiter}{US_LINE}{delimiter}x'
    Path("in.csv").write_text(head + "\n".join(lines))
    assert table("table", "in.csv", "--column", "phone", "-o", "out.csv") == 0
    (row,) = rows(delimiter=delimiter)
    assert (row["a"], row["phone"], row["status"]) == ("1,2;3|4", US_LINE, "listed")


@pytest.mark.parametrize(
    ("encoding", "word"),
    [
        ("utf-8", "Größe 客服"),
        ("utf-8-sig", "Größe 客服"),
        ("utf-16", "Größe 客服"),
        ("cp1252", "Größe für Kunden und übermäßig schön"),
        ("gb18030", "这是客服的电话号码，请不要提供密码或者助记词，谢谢您的合作"),
        ("cp1251", "это номер телефона службы поддержки клиентов биржи"),
    ],
)
def test_encodings(table: Program, encoding: str, word: str) -> None:
    lines = [f"name,phone\n{word},+1 202-555-0123\n", *["Müller,x\n"] * (encoding == "cp1252")]
    Path("in.csv").write_bytes("".join(lines).encode(encoding))
    table("table", "in.csv", "--column", "phone", "-o", "out.csv")
    assert (rows()[0]["name"], rows()[0]["status"]) == (word, "listed")


def test_an_encoding_is_found_out_where_it_first_shows(table: Program) -> None:
    lines = [f"{number},+1 202-555-0123\n" for number in range(120_000)]
    end = "Größe für Kunden,7\nübermäßig schöne Straßen,7\nMünchen an der Isar,7\n"
    Path("in.csv").write_bytes(("name,phone\n" + "".join(lines) + end).encode("cp1252"))
    table("table", "in.csv", "--column", "phone", "-o", "out.csv")
    assert [row["name"] for row in rows()[-3:]] == end.split(",7\n")[:3]


def test_what_cannot_be_decoded_is_counted(table: Program) -> None:
    lines = "".join(f"名字{number},{US_LINE}\n" for number in range(50)).encode()
    Path("in.csv").write_bytes(b"name,phone\n" + lines + b"x\xff\xfey,+1202555012\xff3\n")
    assert table("table", "in.csv", "--column", "phone", "-o", "out.csv") == 3
    assert "3 characters could not be decoded." in table.out
    assert (rows()[-1]["status"], rows()[-1]["exit"]) == ("", "2")
    assert "1 row was not judged: characters that can't be decoded: 1." in table.out
    assert len(rows()) == 51


def test_rows_that_do_not_fit_are_kept_and_counted(table: Program) -> None:
    text = f"id,phone,memo\n1,{US_LINE},a\n2,{US_LINE}\n3,Smith,{US_LINE},b,c\n\n4,{US_LINE},d\n5\n"
    Path("in.csv").write_text(text)
    assert table("table", "in.csv", "--column", "phone", "-o", "out.csv") == 3
    assert "3 rows were not judged: fewer cells than the header: 2, more cells" in table.out
    found = [(row["id"], row["memo"], row["status"], row["exit"], row["reason"]) for row in rows()]
    assert found == [
        ("1", "a", "listed", "0", "on-own-page"),
        ("2", "", "", "2", "cells-missing"),
        ("3", f"{US_LINE},b,c", "", "2", "cells-surplus"),
        ("4", "d", "listed", "0", "on-own-page"),
        ("5", "", "", "2", "cells-missing"),
    ]


@pytest.mark.parametrize("bad", [{0}, {1, 2}, {999}, set(range(1000)), {0, 7, 500, 501, 999}])
def test_rows_that_do_not_fit_stay_where_they_are(
    table: Program, monkeypatch: pytest.MonkeyPatch, bad: set[int]
) -> None:
    monkeypatch.setattr(csv_file, "_BLOCK", 300)  # many batches
    lines = [f"{n},+1 202-555-{n:04},x" + ",y" * (n in bad) for n in range(1000)]
    Path("in.csv").write_text("id,phone,memo\n" + "\n".join(lines) + "\n")
    table("table", "in.csv", "--column", "phone", "-o", "out.csv")
    assert [int(row["id"]) for row in rows()] == list(range(1000))
    assert {int(row["id"]) for row in rows() if row["reason"] == "cells-surplus"} == bad


def test_a_list_of_numbers_keeps_its_empty_lines(table: Program) -> None:
    Path("in.csv").write_text(f"phone\n{US_LINE}\n\n{US_OTHER}\n")
    table("table", "in.csv", "--column", "phone", "-o", "out.csv")
    assert [row["status"] for row in rows()] == ["listed", "", "unknown"]


def test_two_columns_of_one_name_stay_two(table: Program) -> None:
    Path("in.csv").write_text(f"a,a,phone\n1,2,{US_LINE}\n")
    assert table("table", "in.csv", "--column", "phone", "-o", "out.csv") == 0
    assert Path("out.csv").read_text().splitlines()[1].startswith("1,2,+12025550123,listed")


def test_json_lines_keep_every_byte(table: Program) -> None:
    lines = [
        f'{{"phone":"{US_LINE}", "big":12345678901234567890.10, "deep":{{"a":[1, 2]}}}}',
        '{ "phone" : 12025550123 }',
        "{}",
        "no JSON",
        "[1]",
        '{"phone":null,"\\u0061":"\\u00e9"}',
    ]
    Path("in.jsonl").write_text("\n".join(lines) + "\n\n")
    assert table("table", "in.jsonl", "--column", "phone", "-o", "out.jsonl") == 3
    found = Path("out.jsonl").read_text().splitlines()
    for number in (0, 1, 5):
        assert found[number].startswith(lines[number][:-1].rstrip() + ",")
    objects = [json.loads(line) for line in found]
    assert [item["status"] for item in objects] == ["listed", *objects_of(objects), None]
    assert [item["exit"] for item in objects] == [0, 0, 4, 2, 2, 4]
    assert [item.get("line") for item in objects[3:5]] == ["no JSON", "[1]"]
    assert "2 rows were not judged: no JSON object: 2." in table.out


def test_a_json_line_that_is_nested_too_deep_is_noted(table: Program) -> None:
    deep = '{"phone":' + "[" * 50_000 + "]" * 50_000 + "}"
    Path("in.jsonl").write_text(f'{{"phone":"{US_LINE}"}}\n{deep}\n')
    assert table("table", "in.jsonl", "--column", "phone", "-o", "out.jsonl") == 3
    objects = [json.loads(line) for line in Path("out.jsonl").read_text().splitlines()]
    assert [item["exit"] for item in objects] == [0, 2]
    assert "1 row was not judged: no JSON object: 1." in table.out


def objects_of(objects: list[dict[str, Any]]) -> list[Any]:
    """The status of the second to the fifth: a number without a plus, and nothing judged."""
    return [objects[1]["status"], None, None, None]


def test_a_field_of_json_lines_that_only_some_objects_have(table: Program) -> None:
    Path("in.jsonl").write_text(f'{{"a":1}}\n{{"phone":"{US_LINE}","b":[2]}}\n')
    table("table", "in.jsonl", "--column", "phone", "-o", "out.csv")
    assert [(row["a"], row["b"], row["status"]) for row in rows()] == [
        ("1", "", ""),
        ("", "[2]", "listed"),
    ]


def test_a_field_with_an_added_name_far_down(
    table: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_lines, "_SAMPLE", 2)
    lines = [f'{{"phone":"{US_LINE}"}}\n'] * 5
    Path("in.jsonl").write_text("".join([*lines, '{"phone":"1","exit":7}\n']))
    assert table("table", "in.jsonl", "--column", "phone", "-o", "out.jsonl") == 2
    assert "in.jsonl already has: exit" in table.err
    assert not Path("out.jsonl").exists()


def test_numbers_that_were_stored_as_numbers_keep_their_digits(table: Program) -> None:
    columns = {
        "whole": pa.array([12025550123, None, 7], pa.int64()),
        "broken": pa.array([12025550123.0, None, 1.5], pa.float64()),
        "words": pa.array([US_LINE, None, US_LINE]).dictionary_encode(),
        "bytes": pa.array([US_LINE.encode(), None, b"\xff"], pa.binary()),
    }
    pq.write_table(pa.table(columns), "in.parquet")
    seen = {}
    for name in columns:
        table("table", "in.parquet", "--column", name, "-o", "out.parquet", "--region", "US")
        seen[name] = pl.read_parquet("out.parquet")["status"].to_list()
    assert seen["whole"] == seen["broken"]
    for found in seen.values():
        assert found[:2] == ["listed", None]


def test_lists_are_no_contacts(table: Program) -> None:
    pl.DataFrame({"phone": [[US_LINE]]}).write_parquet("in.parquet")
    assert table("table", "in.parquet", "--column", "phone", "-o", "out.parquet") == 2
    assert "the column phone holds" in table.err


def test_csv_holds_no_lists(table: Program) -> None:
    pl.DataFrame({"phone": [US_LINE], "tags": [["a"]]}).write_parquet("in.parquet")
    assert table("table", "in.parquet", "--column", "phone", "-o", "out.csv") == 2
    assert "out.csv can't hold the column tags" in table.err
    assert table("table", "in.parquet", "--column", "phone", "-o", "out.jsonl") == 0
    assert json.loads(Path("out.jsonl").read_text())["tags"] == ["a"]


def test_patterns_folders_and_partitions(table: Program) -> None:
    for day, number in (("2026-11-22", US_LINE), ("2026-11-23", US_OTHER)):
        part = Path(f"calls/day={day}/country=US")
        part.mkdir(parents=True)
        pl.DataFrame({"phone": [number], "n": [1]}).write_parquet(part / "part-0.parquet")
        (part / "_SUCCESS").write_text("")
        (part / ".part-0.parquet.crc").write_text("x")
    none = Path("calls/day=__HIVE_DEFAULT_PARTITION__/country=G%42")
    none.mkdir(parents=True)
    pl.DataFrame({"phone": [None, "020 7946 0000"], "n": [2, 3]}).write_parquet(none / "p.parquet")
    options = ("--column", "phone", "--region-column", "country", "-o", "out.parquet")
    for name in ("calls", "calls/*/*/*.parquet", "calls/**/*.parquet", "calls/day=*"):
        assert table("table", name, *options) == 3
        found = pl.read_parquet("out.parquet")
        assert found["day"].to_list() == ["2026-11-22", "2026-11-23", None, None]
        assert found["country"].to_list() == ["US", "US", "GB", "GB"]
        assert found["read_as"].to_list() == [US_LINE, US_OTHER, None, "+442079460000"]
        Path("out.parquet").unlink()


def test_files_whose_columns_differ_in_part(table: Program) -> None:
    Path("a.csv").write_text(f"phone,a\n{US_LINE},1\n")
    Path("b.csv").write_text(f"b;phone\n2;{US_OTHER}\n")
    assert table("table", "a.csv", "b.csv", "--column", "phone", "-o", "out.csv") == 3
    assert [(row["a"], row["b"], row["status"]) for row in rows()] == [
        ("1", "", "listed"),
        ("", "2", "unknown"),
    ]
    pl.DataFrame({"phone": [US_LINE], "a": [[1]]}).write_parquet("c.parquet")
    assert table("table", "a.csv", "c.parquet", "--column", "phone", "-o", "out.parquet") == 2
    assert "the columns of c.parquet are not those of the files before it" in table.err


def test_compressed_files(table: Program) -> None:
    Path("in.csv.gz").write_bytes(gzip.compress(f"phone\n{US_LINE}\n".encode()))
    assert table("table", "in.csv.gz", "--column", "phone", "-o", "out.jsonl.gz") == 0
    assert json.loads(gzip.decompress(Path("out.jsonl.gz").read_bytes()))["status"] == "listed"
    assert table("table", "out.jsonl.gz", "--column", "phone", "--prefix", "b_", "-o", "c.csv") == 0


def test_a_table_may_replace_itself(table: Program) -> None:
    Path("in.csv").write_text(f"phone\n{US_LINE}\n")
    assert table("table", "in.csv", "--column", "phone", "-o", "in.csv") == 0
    assert rows("in.csv")[0]["status"] == "listed"
    assert table("table", "in.csv", "--column", "phone", "-o", "in.csv") == 2
    assert "in.csv already has: status, exit" in table.err
    assert "--prefix" in table.err


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("in.csv", b"", "in.csv has no header"),
        ("in.csv", b"\n\n", "in.csv has no header"),
        ("in.csv", b"a,b\n1,2\n", "in.csv has no column phone (it has: a, b)"),
        ("in.csv", b"phnoe\n1\n", "in.csv has no column phone (it has: phnoe)"),
        ("in.csv", b"phone,phone\n1,2\n", "in.csv has two columns called phone"),
        ("in.parquet", b"phone", "in.parquet is broken"),
        ("in.parquet", b"PAR1" + b"x" * 50 + b"PAR1", "in.parquet is broken"),
        ("in.arrow", b"phone", "in.arrow is broken"),
        ("in.arrow", b"ARROW1" + b"x" * 50, "in.arrow is broken"),
        ("in.xlsx", b"PK", "in.xlsx has no ending of a table"),
        ("in.parquet.gz", b"x", "in.parquet.gz has no ending of a table"),
        ("in.csv.gz", b"phone\n1\n", "can't read in.csv.gz"),
        ("in.jsonl", b"{}\n", "in.jsonl has no column phone"),
    ],
)
def test_files_that_cannot_be_read(table: Program, name: str, data: bytes, message: str) -> None:
    Path(name).write_bytes(data)
    assert table("table", name, "--column", "phone", "-o", "out.csv") == 2
    assert message in table.err
    assert "\n" not in table.err.strip()
    assert [path.name for path in Path().iterdir()] == [name]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.csv", "--column", "phone", "-o", "out.csv"], "can't read missing.csv"),
        (["*.tsv", "--column", "phone", "-o", "out.csv"], "no table is called *.tsv"),
        (["empty", "--column", "phone", "-o", "out.csv"], "no table is called empty"),
        (["in.csv", "-o", "out.csv"], "no column is named"),
        (["in.csv", "--column", "phone"], "--output is missing"),
        (["in.csv", "--column", "phone", "-o", "out.xls"], "out.xls has no ending of a table"),
        (["in.csv", "--column", "phone", "-o", "no/out.csv"], "there is no folder no"),
        (["in.csv", "--column", "phone", "-o", "out.csv", "-r", "Atlantis"], "Atlantis"),
        (["in.csv", "--column", "phone", "-o", "out.csv", "-j", "0"], "--jobs"),
        ([], "FILE is missing"),
    ],
)
def test_usage(table: Program, arguments: list[str], message: str) -> None:
    Path("in.csv").write_text(f"phone\n{US_LINE}\n")
    Path("empty").mkdir()
    assert table("table", *arguments) == 2
    assert message in table.err
    assert not Path("out.csv").exists()


def test_a_header_without_rows(table: Program) -> None:
    for name, data in (("in.csv", "phone,a\n"), ("in2.csv", "phone")):
        Path(name).write_text(data)
        assert table("table", name, "--column", "phone", "-o", "out.csv") == 4
        assert rows() == []
        assert Path("out.csv").read_text().startswith(data.strip())
    pl.DataFrame({"phone": []}, schema={"phone": pl.String}).write_parquet("in.parquet")
    assert table("table", "in.parquet", "--column", "phone", "-o", "out.parquet") == 4
    assert pl.read_parquet("out.parquet").columns == ["phone", *ADDED]


def test_the_exit_code_is_the_worst_rows(table: Program) -> None:
    def code(*cells: str) -> int:
        Path("in.csv").write_text("phone,who\n" + "".join(f"{cell}\n" for cell in cells))
        return table("table", "in.csv", "--column", "phone", *claim, "-o", "out.csv")

    claim = ("--platform-column", "who")
    assert code(f"{US_LINE},example") == 0
    assert code(f"{US_LINE},example", ",") == 0
    assert code(f"{US_LINE},example", "x") == 3
    assert code(f"{US_LINE},example", f"{US_OTHER},") == 3
    assert code(f"{US_LINE},example", f"{US_OTHER},example", "x") == 1
    assert code(",") == 4
    assert code("x", ",") == 2


def test_an_unknown_platform_is_said_at_once(table: Program) -> None:
    Path("in.csv").write_text(f"phone\n{US_LINE}\n")
    assert table("table", "in.csv", "--column", "phone", "-p", "Nobody", "-o", "out.csv") == 3
    assert "Nobody" in table.err
    assert rows()[0]["status"] == "unknown"


def test_calls_that_came_in(table: Program) -> None:
    Path("in.csv").write_text(f"phone\n{US_LINE}\n")
    assert table("table", "in.csv", "--column", "phone", "--they-called", "-o", "out.csv") == 3
    assert rows()[0]["status"] == "caller-id-unproven"


def many(count: int) -> None:
    """A file of many rows, of which most come again, some far away."""
    chance = random.Random(7)  # noqa: S311  # makes a table, nothing secret
    numbers = [f"+1 312 555 {n:04}" for n in range(2_000)] + [US_LINE, "", "12", "a b c"]
    weights = [1 / (n + 1) for n in range(len(numbers))]
    picked = chance.choices(numbers, weights, k=count)
    lines = [f"{n},{number},{chance.choice(['', 'zebra'])}\n" for n, number in enumerate(picked)]
    Path("in.csv").write_text("id,phone,who\n" + "".join(lines))


OPTIONS = ("--column", "phone", "--platform-column", "who")


def test_processes_answer_as_one_does(table: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    many(20_000)
    table("table", "in.csv", *OPTIONS, "-o", "one.csv")
    monkeypatch.setattr(run, "_WORTH_A_POOL", 0)
    monkeypatch.setattr(workers, "_AT_ONCE", 100)
    monkeypatch.setattr(csv_file, "_BLOCK", 40_000)
    monkeypatch.setattr(annotate, "_MOST_KEPT", 50_000)  # answers are forgotten and made again
    table("table", "in.csv", *OPTIONS, "--jobs", "2", "-o", "two.csv")
    assert Path("one.csv").read_bytes() == Path("two.csv").read_bytes()
    assert len(rows("one.csv")) == 20_000


def test_a_distinct_row_is_judged_once(table: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Any] = []
    submit = workers.Here.submit

    def counted(self: workers.Here, rows: Any) -> Any:
        seen.extend(rows)
        return submit(self, rows)

    monkeypatch.setattr(workers.Here, "submit", counted)
    monkeypatch.setattr(csv_file, "_BLOCK", 40_000)
    many(20_000)
    table("table", "in.csv", *OPTIONS, "-o", "out.csv")
    distinct = {(row["phone"], row["who"]) for row in rows()}
    assert len(seen) == len(set(seen)) == len(distinct)


def test_a_killed_process_leaves_no_file(folder: Path) -> None:
    many(20_000)
    code = (
        "import os, runpy, sys\n"
        "from hotline_check.serving.tables import run, workers\n"
        "run._WORTH_A_POOL = 0\n"
        "gathered = workers._gathered\n"
        "def killed(futures):\n"
        "    import multiprocessing\n"
        "    for child in multiprocessing.active_children(): child.kill()\n"
        "    return gathered(futures)\n"
        "workers._gathered = killed\n"
        "from hotline_check.cli import run as main\n"
        "if __name__ == '__main__': sys.exit(main(sys.argv[1:]))\n"
    )
    Path("killed.py").write_text(code)
    done = subprocess.run(
        [sys.executable, "killed.py", "table", "in.csv", *OPTIONS, "--jobs", "2", "-o", "out.csv"],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 2
    assert "one of the processes was ended from outside" in done.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["in.csv", "killed.py"]


def test_interrupted_it_is_quiet_and_leaves_no_file(folder: Path) -> None:
    many(20_000)
    code = (
        "import os, signal, sys\n"
        "from hotline_check.serving.tables import run, workers\n"
        "run._WORTH_A_POOL = 0\n"
        "gathered = workers._gathered\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "def stopped(futures):\n"
        "    os.killpg(0, signal.SIGINT)\n"
        "    return gathered(futures)\n"
        "workers._gathered = stopped\n"
        "from hotline_check.cli import run as main\n"
        "if __name__ == '__main__': sys.exit(main(sys.argv[1:]))\n"
    )
    Path("stopped.py").write_text(code)
    process = subprocess.Popen(
        [sys.executable, "stopped.py", "table", "in.csv", *OPTIONS, "-j", "2", "-o", "out.csv"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
    )
    out, err = process.communicate(timeout=120)
    assert (process.returncode, out, err) == (130, "", "")
    assert sorted(path.name for path in folder.iterdir()) == ["in.csv", "stopped.py"]


def test_without_the_packages_the_command_says_what_to_install(
    table: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("in.csv").write_text(f"phone\n{US_LINE}\n")
    for name in [n for n in sys.modules if n.startswith("hotline_check.serving.tables")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert table("table", "in.csv", "--column", "phone", "-o", "out.csv") == 2
    assert "pip install 'hotline-check[table]'" in table.err
    assert "\n" not in table.err.strip()


def test_the_summary_has_the_counts_and_the_registry(table: Program) -> None:
    frame().write_csv("in.csv")
    table("table", "in.csv", "--column", "phone", "-o", "out.csv")
    lines = table.out.splitlines()
    assert lines[:2] == ["5 rows were judged: WARNING 4, LISTED 1.", "1 row has no contact."]
    assert re.fullmatch(r"Registry: .*2026-11-22 .*", " ".join(lines[2:]))
    assert io.StringIO(table.err).read() == ""


def test_a_named_pipe_is_no_table(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "calls.csv")
    with pytest.raises(HotlineError, match="seek"):
        sources([str(tmp_path / "calls.csv")])
    with pytest.raises(HotlineError):
        sources([str(tmp_path)])
