"""The manners of the Python API."""

import datetime as dt
import json
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

import pytest

import hotline_check
from hotline_check import HotlineError, Registry, record
from hotline_check.verdict.models import Status
from tests.conftest import Program
from tests.entries import REGISTRY_DAY

PLANTED = "Coinbase support: +1 206 806 3886\nor type help.coinbase.com yourself\n"
_TIMED = {"opening": None}


@pytest.fixture
def registry(sealed_folder: Path) -> Registry:
    return Registry.open(sealed_folder, today=REGISTRY_DAY)


def test_version_and_names() -> None:
    assert hotline_check.__version__ == version("hotline-check")
    assert {*hotline_check.__all__, "__version__"} <= set(dir(hotline_check))
    assert "Path" not in dir(hotline_check)
    assert all(getattr(hotline_check, name) is not None for name in dir(hotline_check))
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = hotline_check.nothing_of_the_kind


def test_names_are_for_type_checkers_what_they_are_at_run_time() -> None:
    """Each name has a home, and each home has the name."""
    functions = {"check", "scan_text", "scan_file"}
    assert set(hotline_check._HOMES) | functions == set(hotline_check.__all__)


def test_import_costs_nothing_heavy() -> None:
    code = "import sys; old = set(sys.modules); import hotline_check; print(*set(sys.modules)-old)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert [name for name in done if name.startswith("hotline_check")] == ["hotline_check"]
    assert (
        not {name.partition(".")[0] for name in done}
        - {*sys.stdlib_module_names}
        - {"hotline_check"}
    )


def test_a_check_through_the_api_imports_no_more_than_it_needs(sealed_folder: Path) -> None:
    code = (
        "import sys, hotline_check; hotline_check.check('+1 888 908 7930', registry=sys.argv[1]);"
        "print({'rich', 'typer', 'yaml', 'urllib3', 'selectolax', 'tuf'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(sealed_folder)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize(
    ("function", "arguments", "options", "said"),
    [
        ("check", (None,), {}, "text must be str, not NoneType"),
        ("check", (b"1",), {}, "text must be str, not bytes"),
        ("check", ("1",), {"platform": 1}, "platform must be str or None, not int"),
        ("check", ("1",), {"region": ["US"]}, "region must be str or None, not list"),
        ("check", ("1",), {"direction": None}, "direction must be str, not NoneType"),
        (
            "check",
            ("1",),
            {"today": "2026-11-23"},
            "today must be datetime.date or None, not str",
        ),
        ("check", ("1",), {"registry": 1}, "folder must be str or os.PathLike or None, not int"),
        ("scan_text", (b"1",), {}, "text must be str, not bytes"),
        ("scan_file", (3,), {}, "path must be str or os.PathLike, not int"),
        ("scan_file", (".",), {"field": 1}, "field must be str or None, not int"),
        ("record", ({},), {}, "no result of a check or look-up: dict"),
    ],
)
def test_values_of_another_type(
    function: str, arguments: tuple[Any, ...], options: dict[str, Any], said: str
) -> None:
    with pytest.raises(TypeError) as refusal:
        getattr(hotline_check, function)(*arguments, **options)
    assert str(refusal.value) == said


def test_a_moment_counts_as_its_day() -> None:
    noon = dt.datetime(2026, 11, 30, 12, tzinfo=dt.UTC)
    (verdict,) = hotline_check.check("+1 888 908 7930", today=noon)
    assert verdict.status is hotline_check.Status.LISTED


def test_an_error_is_a_sentence(registry: Registry) -> None:
    with pytest.raises(HotlineError) as refusal:
        registry.check("1", region="Germny")
    assert str(refusal.value) == "Germny is no country that we know (did you mean DE?)"
    assert str(HotlineError("x")) == "x"
    (verdict,) = registry.check("+1 888 908 7930")
    with pytest.raises(HotlineError, match="xx"):
        record(verdict, "xx")


def test_a_registry_without_a_day_judges_on_the_day_of_the_question(
    sealed_folder: Path, clock: Any
) -> None:
    with Registry.open(sealed_folder) as opened:
        (fresh,) = opened.check("+1 888 908 7930")
        clock.set(REGISTRY_DAY + dt.timedelta(days=400))
        (old,) = opened.check("+1 888 908 7930")
    assert (fresh.status, old.status) == (Status.LISTED, Status.STALE)


class TestScan:
    def test_every_contact_with_its_place(self, registry: Registry) -> None:
        scan = registry.scan_text(PLANTED)
        assert [(h.at.line, h.text, h.verdict.status) for h in scan.hits] == [
            (1, "+1 206 806 3886", Status.REPORTED),
            (2, "help.coinbase.com", Status.LISTED),
        ]
        assert scan.exit == 1

    def test_what_was_not_read_is_there(self, registry: Registry, tmp_path: Path) -> None:
        (tmp_path / "program").write_bytes(b"\x7fELF\x02\x01\x01" + bytes(64))
        (tmp_path / "note.txt").write_text("help.coinbase.com", "utf-8")
        scan = registry.scan_file(tmp_path)
        assert ([s.reason for s in scan.skipped], len(scan.hits), scan.exit) == (["binary"], 1, 3)

    def test_a_page_that_names_another_encoding_is_text_already(self, registry: Registry) -> None:
        page = '<html><meta charset="gbk"><p>币安客服电话 +1 206 806 3886'
        (hit,) = registry.scan_text(page).hits
        assert hit.verdict.claim == "binance"
        assert page[hit.at.start : hit.at.end] == "+1 206 806 3886"

    def test_a_missing_file(self, registry: Registry, tmp_path: Path) -> None:
        with pytest.raises(HotlineError, match=r"nothing\.txt: No such file"):
            registry.scan_file(tmp_path / "nothing.txt")

    def test_half_a_character(self, registry: Registry) -> None:
        assert len(registry.scan_text("\ud83d help.coinbase.com").hits) == 1


def _plain(text: str) -> Any:
    """The JSON of the program without what depends on the moment."""
    return json.loads(
        text, object_hook=lambda found: found | (_TIMED if "opening" in found else {})
    )


@pytest.mark.parametrize(
    ("arguments", "ask"),
    [
        (
            ("check", "+1 206 806 3886", "-p", "coinbase"),
            lambda r: r.check("+1 206 806 3886", platform="coinbase")[0],
        ),
        (("channels", "coinbase"), lambda r: r.channels("coinbase")),
        (
            ("channels", "coinbase", "--kind", "phone", "--region", "US"),
            lambda r: r.channels("coinbase", kind="phone", region="US"),
        ),
        (
            ("channels", "coinbase", "--topic", "security"),
            lambda r: r.channels("coinbase", topic="security"),
        ),
        (("report", "GB"), lambda r: r.authorities("GB")),
        (("report", "LT"), lambda r: r.authorities("LT")),
    ],
)
def test_records_are_what_the_program_prints(
    program: Program,
    registry: Registry,
    arguments: tuple[str, ...],
    ask: Callable[[Registry], Any],
) -> None:
    program(*arguments, "--format", "json")
    printed = _plain(program.out)
    ours = _plain(json.dumps(record(ask(registry))))
    for found in (printed, ours):
        found.get("registry", {}).pop("source", None)
    assert ours == printed


@pytest.mark.parametrize("kind", ["file", "text"])
def test_a_scan_is_what_the_program_prints(
    program: Program, registry: Registry, tmp_path: Path, kind: Literal["file", "text"]
) -> None:
    path = tmp_path / "note.txt"
    path.write_text(PLANTED, "utf-8")
    assert program("scan", str(path), "--format", "json") == 1
    printed = program.out
    ours = record(registry.scan_file(path) if kind == "file" else registry.scan_text(PLANTED))
    for hit in ours["results"]:
        hit["at"]["file"] = str(path)
    assert ours == json.loads(printed)


def test_platforms_and_their_records(registry: Registry) -> None:
    assert "coinbase" in [platform.id for platform in registry.platforms("coinbase")]
    assert registry.platform("Coinbase").id == registry.platform("coinbase.com").id == "coinbase"
    assert record(registry.platform("coinbase"))["phone_policy"] == "published"
    assert "GB" in registry.countries()
    with pytest.raises(HotlineError, match="coinbaze"):
        registry.platform("coinbaze")
