"""`scan --format sarif | github` and `--fail-on`: for code hosts and hooks."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hotline_check.wording.screens.annotations import command
from tests.conftest import Program
from tests.entries import US_FREE, US_LINE, US_OTHER, phone, platform, reported, write

ROOT = Path(__file__).parents[2]
# The schema of OASIS, without its descriptions.
SARIF = json.loads((ROOT / "tests" / "data" / "sarif-2.1.0.json").read_text("utf-8"))


@pytest.fixture
def folder(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    assert program
    example = platform(channels=[phone(US_LINE)])
    made = write(tmp_path / "registry", example, reports=[reported("example", US_OTHER)])
    monkeypatch.setenv("HOTLINE_CHECK_REGISTRY", str(made))
    texts = tmp_path / "texts"
    texts.mkdir()
    monkeypatch.chdir(texts)
    return texts


def sarif(program: Program, *arguments: str) -> Any:
    code = program("scan", *arguments, "--format", "sarif")
    found = json.loads(program.out)
    jsonschema.Draft4Validator(SARIF).validate(found)
    (run,) = found["runs"]
    assert run["invocations"][0]["exitCode"] == code
    return run


def test_sarif_says_where_and_why(program: Program, folder: Path) -> None:
    (folder / "a b.txt").write_text(
        f"Good\n😀 Example: {US_OTHER}\nExample: {US_LINE}\n", encoding="utf-8"
    )
    run = sarif(program, "a b.txt")
    (found,) = run["results"]
    assert (found["ruleId"], found["level"], found["kind"]) == ("reported", "error", "fail")
    assert "seen posing as Example" in found["message"]["text"]
    place = found["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%20b.txt"
    assert place["region"] == {
        "startLine": 2,
        "startColumn": 12,
        "charOffset": 16,
        "charLength": len(US_OTHER),
    }
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["reported"]


def test_sarif_with_every_contact_and_with_none(program: Program, folder: Path) -> None:
    (folder / "a.txt").write_text(f"Example: {US_LINE}\nme@example.edu\n")
    (folder / "none.txt").write_text("nothing\n")
    run = sarif(program, "a.txt", "--all")
    assert [(r["ruleId"], r["level"], r["kind"]) for r in run["results"]] == [
        ("listed", "none", "pass"),
        ("unknown", "warning", "fail"),
    ]
    assert sarif(program, "none.txt")["results"] == []


def test_sarif_says_what_was_not_read(program: Program, folder: Path) -> None:
    (folder / "a.bin").write_bytes(bytes(range(256)) * 20)
    run = sarif(program, "a.bin", "missing.txt")
    notes = run["invocations"][0]["toolExecutionNotifications"]
    assert [note["level"] for note in notes] == ["note", "error"]
    assert run["invocations"][0]["executionSuccessful"] is False


def test_github_marks_the_lines(program: Program, folder: Path) -> None:
    (folder / "a,b:c%.txt").write_text(f"Example: {US_OTHER}\nExample: {US_OTHER}\n")
    (folder / "a.bin").write_bytes(bytes(range(256)) * 20)
    assert program("scan", "a,b:c%.txt", "a.bin", "gone.txt", "--format", "github") == 1
    lines = program.out.splitlines()
    assert lines[0] == "::notice file=a.bin::a.bin: not read: this is no text"
    assert lines[1].startswith("::warning file=gone.txt::gone.txt: can't be read")
    title = "Do not dial%3A this number was seen posing as Example."
    assert lines[2].startswith(
        f"::error file=a%2Cb%3Ac%25.txt,line=1,col=10,title={title}::{US_OTHER}: "
    )
    assert sum(line.startswith("::error") for line in lines) == 1
    program("scan", "a,b:c%.txt", "--format", "github", "--all")
    assert program.out.count("::error") == 2


@pytest.mark.slow
@given(st.text(), st.text(), st.text())
def test_nobody_elses_words_end_a_workflow_command(file: str, title: str, message: str) -> None:
    line = command("error", {"file": file, "title": title}, message)
    assert line.isprintable() or not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", line)
    # as the runner reads it: the properties end at the first `::` after the name
    properties, _, said = line.removeprefix("::error").partition("::")
    if message.isprintable():
        assert said.replace("%25", "%") == message
    assert properties.count("=") - (file + title).count("=") == bool(file) + bool(title)


def test_fail_on_is_for_hooks(program: Program, folder: Path) -> None:
    for name, text in {
        "danger": f"Example: {US_OTHER}",
        "warning": f"Example: {US_OTHER[:-1]} or me@example.edu",
        "listed": f"Example: {US_LINE}",
        "none": "nothing",
    }.items():
        (folder / f"{name}.txt").write_text(text + "\n")
    expected = {
        "danger": (1, 0, 0, 0),
        "warning": (1, 1, 0, 0),
    }
    for level, codes in expected.items():
        names = ("danger", "warning", "listed", "none")
        got = tuple(program("scan", f"{n}.txt", "--fail-on", level) for n in names)
        assert got == codes
    assert program("scan", "gone.txt", "none.txt", "--fail-on", "danger") == 2
    assert program("scan", "none.txt", "--fail-on", "never") == 2


@pytest.mark.slow
def test_the_hook_for_pre_commit(folder: Path) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert {"id", "name", "entry", "language"} <= hook.keys()
    program, *arguments = hook["entry"].split()
    assert program == "hotline-check"
    (folder / "good.txt").write_text(f"Nobody: {US_FREE}\n")
    (folder / "bad.txt").write_text(f"Example: {US_OTHER}\n")
    for name, code in (("good.txt", 0), ("bad.txt", 1)):
        command = [sys.executable, "-m", "hotline_check", *arguments, str(folder / name)]
        assert (
            subprocess.run(command, cwd=ROOT, check=False, capture_output=True).returncode == code
        )
