"""Faults of the machine and of the program: one line and exit code 2, or a right answer."""

import functools
import os
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from hotline_check.cli import run
from hotline_check.cli.app import COMMANDS, KEYS, REGISTRY
from tests.cli.process import run as process
from tests.entries import platform, write

# Words that each command needs before it does anything.
ARGUMENTS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("check",): ("+1 888 908 7930",),
    ("scan",): ("README.md",),
    ("channels",): ("coinbase",),
    ("prepare",): ("coinbase",),
    ("table",): ("README.md", "--column", "phone", "--output", "out.csv"),
    ("site",): ("folder",),
    ("registry", "history"): ("coinbase",),
    ("registry", "diff"): ("HEAD",),
    ("registry", "trust"): ("root.json", "--url", "https://example.com/"),
    ("registry", "untrust"): ("public",),
    ("registry", "publish"): ("folder",),
    ("registry", "remark"): ("coinbase",),
    ("registry", "impostor"): ("coinbase",),
    ("registry", "keys", "make"): ("alice", "--dir", "folder"),
    ("registry", "keys", "init"): (
        *("folder", "--root", "a.pub", "--targets", "a.pub"),
        *("--snapshot", "s.pub", "--timestamp", "t.pub"),
    ),
    ("registry", "keys", "list"): ("folder",),
    ("registry", "keys", "add"): ("folder", "root", "key.pub"),
    ("registry", "keys", "revoke"): ("folder", "root", "key"),
    ("registry", "keys", "rotate"): ("folder", "key", "key.pub"),
    ("registry", "keys", "renew"): ("folder",),
    ("registry", "keys", "sign"): ("folder",),
}


def everything() -> list[tuple[tuple[str, ...], str]]:
    """Each command's words, with the module and function that it runs."""
    tables = [((), COMMANDS), (("registry",), REGISTRY), (("registry", "keys"), KEYS)]
    return [
        ((*before, name), f"{module}.{function}")
        for before, table in tables
        for name, (module, function, _) in table.items()
        if function
    ]


@pytest.mark.parametrize(("words", "place"), everything(), ids=str)
def test_a_mistake_in_a_command_judges_nothing(
    words: tuple[str, ...],
    place: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    module, _, name = place.rpartition(".")
    owner = import_module(f"hotline_check.cli.{module}")
    monkeypatch.setattr(owner, name, failing(getattr(owner, name)))
    assert run([*words, *ARGUMENTS.get(words, ())]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert "the program has a mistake, so nothing was checked: ZeroDivisionError" in said.err


def failing(function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    return fail


@pytest.mark.usefixtures("sealed")
@pytest.mark.few(1)
@pytest.mark.parametrize("zone", ["XXX+99", "XXX-99", "Nowhere/City", ":", "/etc/passwd", "\x01"])
@pytest.mark.parametrize("words", [("check", "+1 888 908 7930"), ("channels", "kraken")])
def test_a_broken_time_zone(zone: str, words: tuple[str, ...]) -> None:
    usual = process(*words, environ={"TZ": "UTC"})
    done = process(*words, environ={"TZ": zone})
    assert (done.returncode, done.stderr) == (usual.returncode, b"")


@pytest.mark.parametrize(
    "words",
    [
        ("scan", "{}"),
        ("registry", "trust", "{}", "--url", "https://example.com/"),
        *(
            (*words, "{}")
            for words in [
                ("registry", "confirm", "example", "--registry", "{folder}", "--page"),
                ("registry", "confirm", "example", "--registry", "{folder}", "--state"),
            ]
        ),
        (
            *("registry", "keys", "init", "none", "--root", "{}", "--targets", "{}"),
            *("--snapshot", "{}", "--timestamp", "{}"),
        ),
    ],
    ids=" ".join,
)
def test_a_named_pipe_that_nobody_writes_to_is_given_up(
    words: tuple[str, ...],
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("hotline_check.files._PATIENCE", 0.05)
    os.mkfifo(tmp_path / "pipe.html")
    folder = write(tmp_path_factory.mktemp("registry"), platform())
    assert run([word.format(tmp_path / "pipe.html", folder=folder) for word in words]) == 2
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".lock"] == ["pipe.html"]


@pytest.mark.usefixtures("sealed")
def test_a_configuration_without_end_is_no_configuration(tmp_path: Path) -> None:
    (tmp_path / "hotline-check").mkdir()
    (tmp_path / "hotline-check" / "config.toml").symlink_to("/dev/zero")
    done = process("check", "+1 202 555 0143", environ={"XDG_CONFIG_HOME": str(tmp_path)})
    assert (done.returncode, done.stderr) == (3, b"")


@pytest.mark.few(1)
@pytest.mark.parametrize("missing", ["msgspec", "typer", "hotline_check.wording.terms.problems"])
def test_a_damaged_installation_judges_nothing(missing: str) -> None:
    script = (
        f"import sys; sys.modules[{missing!r}] = None; sys.argv = ['', 'check', '--nothing'];"
        "from hotline_check.__main__ import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert done.returncode == 2
    assert done.stdout == b""
    assert len(done.stderr.splitlines()) == 1
    assert b"nothing was checked" in done.stderr
