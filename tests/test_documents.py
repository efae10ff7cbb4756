"""The documents: their links, commands, tables and examples agree with the program."""

import importlib.util
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hotline_check.cli.app import COMMANDS
from hotline_check.cli.app import program as commands
from hotline_check.reading import Hints, find, read
from hotline_check.verdict.models import Status
from tests.conftest import Clock, Program

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted(
    path
    for folder in (".", "docs", "docs/adr", "registry", ".github")
    for path in (ROOT / folder).glob("*.md")
)
_WIDTH = 100
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:)(?P<path>[^)#\s]*)(?:#(?P<anchor>[^)\s]+))?\)")
_CALL = re.compile(r"(?:^|[`/ ])hotline-check (?P<arguments>[a-z-][^`\n]*)", re.MULTILINE)
_SPAN = re.compile(rf"`(?P<arguments>(?:{'|'.join(COMMANDS)}) [^`\n]+)`")


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _anchors(path: Path) -> set[str]:
    """The anchors that GitHub gives the headings of a page."""
    headings = re.findall(r"^#+ (.+)$", _FENCED.sub("", _text(path)), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in headings}


@pytest.mark.parametrize("document", DOCUMENTS, ids=_name)
def test_links_lead_somewhere(document: Path) -> None:
    for link in _LINK.finditer(_FENCED.sub("", _text(document))):
        target = document.parent / link["path"] if link["path"] else document
        assert target.exists(), link[0]
        assert not link["anchor"] or link["anchor"] in _anchors(target), link[0]


@pytest.mark.parametrize("document", DOCUMENTS, ids=_name)
def test_prose_is_wrapped_at_one_width(document: Path) -> None:
    """Rows of tables, code, and what has no space to break at may be longer."""
    for line in _FENCED.sub("", _text(document)).splitlines():
        is_breakable = " " in line.lstrip("> -")[: _WIDTH - 10]
        assert len(line) <= _WIDTH or line.startswith("|") or not is_breakable, line


def test_the_readme_is_short() -> None:
    assert len(_text(ROOT / "README.md").splitlines()) < 150


def test_every_document_is_in_the_index() -> None:
    index = _text(ROOT / "docs" / "README.md")
    for path in sorted((ROOT / "docs").rglob("*.md")):
        name = str(path.relative_to(ROOT / "docs"))
        assert name == "README.md" or f"]({name})" in index, name


def test_every_package_has_a_line_in_the_architecture() -> None:
    described = re.findall(
        r"^\| `([a-z_/]+)/` \|", _text(ROOT / "docs" / "architecture.md"), re.MULTILINE
    )
    source = ROOT / "hotline_check"
    packages = {str(path.parent.relative_to(source)) for path in source.rglob("__init__.py")}
    assert sorted(described) == sorted(packages - {"."})


@pytest.mark.parametrize("record", sorted((ROOT / "docs" / "adr").glob("*.md")), ids=_name)
def test_every_decision_has_the_same_parts(record: Path) -> None:
    headings = re.findall(r"^## (.+)$", _text(record), re.MULTILINE)
    assert headings == ["Context", "Decision", "Alternatives", "Consequences"]
    assert re.match(r"\d{4}-[a-z-]+\.md", record.name)


def _calls(text: str) -> Iterator[list[str]]:
    """The arguments of every command that a document shows."""
    for match in (*_CALL.finditer(text), *_SPAN.finditer(text)):
        typed = re.split(r" #| \||[;)]|&&|\\\|", match["arguments"])[0].replace("...", "")
        try:
            yield shlex.split(typed)
        except ValueError:  # an apostrophe of the prose
            yield typed.split()


@pytest.mark.parametrize("document", DOCUMENTS, ids=_name)
def test_commands_and_options_exist(document: Path) -> None:
    for arguments in _calls(_text(document)):
        command: Any = commands()
        options: set[str] = {"--help", "--install-completion", "--show-completion"}
        for argument in arguments:
            if hasattr(command, "get_command") and not argument.startswith("-"):
                command = command.get_command(None, argument)
                assert command is not None, arguments
            options.update(opt for parameter in command.params for opt in parameter.opts)
            is_option = re.fullmatch(r"--?[a-z][a-z-]*", argument)
            assert not is_option or argument in options, arguments


def test_the_readme_has_a_row_for_each_verdict() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| (.+?) \|", _text(ROOT / "README.md"), re.MULTILINE)
    assert {name for name, _ in rows} == set(Status)
    for name, code in rows:
        assert str(int(Status(name).exit)) in code.split(" or "), name


def test_the_page_of_verdicts_has_a_section_for_each_in_order() -> None:
    assert [name for name, _ in _sections()] == list(Status)


def _sections() -> list[tuple[str, str]]:
    page = _text(ROOT / "docs" / "verdicts.md")
    return re.findall(r"^## `([a-z-]+)`, exit (.+)$", page, re.MULTILINE)


@pytest.mark.parametrize(("status", "codes"), _sections())
def test_an_example_gets_its_verdict(
    status: str, codes: str, program: Program, clock: Clock
) -> None:
    """The screens are those of the program; this says that each is in the right section."""
    spec = importlib.util.spec_from_file_location("make", ROOT / "docs" / "screens" / "make.py")
    assert spec is not None
    assert spec.loader is not None
    make = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    name = f"check-{status}"
    clock.set(make.DAYS.get(name, make.NOW).date())
    code = program(*make.SCREENS[name], "--format", "json")
    assert f'"status": "{status}"' in program.out or f'"status":"{status}"' in program.out
    assert str(code) in codes.split(" or ")


_ROW = re.compile(
    r"""
    \|\ `(?P<text>[^`]+)`
    (?:\ with\ `-r\ (?P<region>[A-Z]{2})`)?
    \ \|\ (?P<read>[^|]*)    # values, or a problem
    (?:\|(?P<codes>[^|]*))?  # assumptions and disguises
    \|
    """,
    re.VERBOSE,
)


def _readings() -> Iterator[tuple[str, str, re.Match[str]]]:
    """The rows of the tables of docs/reading.md whose first column is pasted or in a text."""
    kind = ""
    for line in _text(ROOT / "docs" / "reading.md").splitlines():
        if line.startswith("| ") and not _ROW.fullmatch(line):
            kind = line.split("|")[1].strip()
        elif (match := _ROW.fullmatch(line)) and kind in {"pasted", "in a text"}:
            yield kind, match["text"], match


@pytest.mark.parametrize(("kind", "text", "row"), list(_readings()))
def test_examples_of_reading_are_read_like_that(kind: str, text: str, row: re.Match[str]) -> None:
    finds = list((read if kind == "pasted" else find)(text, Hints(region=row["region"])))
    readings = [reading for found in finds for reading in found.readings]
    problems = {found.problem for found in finds if found.problem}
    codes = {code for r in readings for code in (*r.disguise, *(a.code for a in r.assumed))}
    assert {reading.value for reading in readings} | problems == set(_codes(row["read"]))
    assert codes == set(_codes(row["codes"] or ""))


def _codes(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


@pytest.mark.usefixtures("sealed")
def test_the_python_examples_run(capsys: pytest.CaptureFixture[str]) -> None:
    examples = re.findall(
        r"^```python\n(.*?)```", _text(ROOT / "docs" / "api.md"), re.MULTILINE | re.DOTALL
    )
    assert examples
    for example in examples:
        exec(compile(example, "docs/api.md", "exec"), {})  # noqa: S102  # our own example
        said = capsys.readouterr()
        assert said.out
        assert said.err == ""


def test_named_tests_exist() -> None:
    """docs/SECURITY.md and the decisions name the tests that show what they say."""
    tests = {path.name for path in (ROOT / "tests").rglob("test_*.py")}
    for document in DOCUMENTS:
        assert set(re.findall(r"`(?:[\w/]+/)?(test_\w+\.py)`", _text(document))) <= tests, (
            document.name
        )


_FOLDERS = (
    r"\.ci|\.github|\.lock|\.packaging|benchmarks|cli|docs|documents|hotline_check|reading|registry"
    r"|scanning|tests|upkeep|verdict|wording"
)


@pytest.mark.parametrize("document", DOCUMENTS, ids=_name)
def test_named_files_exist(document: Path) -> None:
    """Files of the checkout, and packages by their place in hotline_check/."""
    for path in re.findall(rf"[` ]((?:{_FOLDERS})/[\w./-]*[\w/])(?=[` ])", _text(document)):
        assert (ROOT / path).exists() or (ROOT / "hotline_check" / path).exists(), path


def test_the_error_budget_promises_no_more_cases_than_there_are() -> None:
    """Mend it with: python benchmarks/error_budget.py"""
    command = [sys.executable, str(ROOT / "benchmarks" / "error_budget.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
