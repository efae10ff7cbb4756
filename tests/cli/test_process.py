"""The program as a process: colours, pipes, signals, bytes."""

import json
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from hotline_check.wording.text.layout import width
from tests.cli.process import ROOT, command, on_terminal, run
from tests.conftest import Program

LISTED = "+1 888 908 7930"


pytestmark = pytest.mark.usefixtures("sealed")
PROGRAM = [sys.executable, "-m", "hotline_check"]


class TestEntry:
    """A check leaves without taking the interpreter apart: nothing may be lost by that."""

    def test_all_that_is_said_arrives(self) -> None:
        asked = [f"+1 202 555 01{last:02}" for last in range(100)]
        command = [*PROGRAM, "check", "--format", "json", *asked]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        assert [answer["input"] for answer in answers] == asked
        assert (done.returncode, done.stderr) == (3, b"")

    @pytest.mark.few(2)
    @pytest.mark.parametrize(
        ("arguments", "code"),
        [
            (["check", "+1 888 908 7930", "-p", "kraken"], 1),
            (["check", "+1 888 908 7930", "--nonsense"], 2),
            (["platforms"], 0),
        ],
    )
    def test_exit_code(self, arguments: list[str], code: int) -> None:
        done = subprocess.run([*PROGRAM, *arguments], cwd=ROOT, capture_output=True, check=False)
        assert done.returncode == code
        assert done.stdout if code < 2 else done.stderr.count(b"\n") == 1

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
    def test_a_full_disk_is_reported(self) -> None:
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [*PROGRAM, "check", LISTED],
                cwd=ROOT,
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
            )
        assert done.returncode == 2
        assert done.stderr.count(b"\n") == 1


class TestColour:
    def test_on_a_terminal(self) -> None:
        code, drawn = on_terminal("check", LISTED, "-p", "coinbase")
        assert code == 0
        assert "\x1b[1;32m" in drawn
        assert "Listed: Coinbase publishes this number" in drawn

    @pytest.mark.few(1)
    @pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"NO_COLOR": ""}, {"TERM": "dumb"}])
    def test_not_where_it_is_not_wanted(self, environ: dict[str, str]) -> None:
        _, drawn = on_terminal("check", LISTED, environ=environ)
        assert "Listed: Coinbase" in drawn
        assert "\x1b" not in drawn

    def test_not_with_the_option(self) -> None:
        _, drawn = on_terminal("check", LISTED, "--no-color", environ={"FORCE_COLOR": "1"})
        assert "Listed: Coinbase" in drawn
        assert "\x1b" not in drawn
        assert "\x1b" not in on_terminal("--no-color", "check", LISTED)[1]

    def test_in_a_pipe_where_it_is_forced(self) -> None:
        done = run("check", LISTED, environ={"FORCE_COLOR": "1"})
        assert b"\x1b[1;32mListed" in done.stdout
        assert b"\x1b" not in run("check", LISTED, environ={"FORCE_COLOR": "0"}).stdout

    def test_not_in_a_pipe(self) -> None:
        done = run("check", LISTED)
        assert b"\x1b" not in done.stdout
        assert (done.returncode, done.stderr) == (0, b"")

    def test_the_same_words_in_both(self) -> None:
        import re

        _, drawn = on_terminal("check", LISTED, "-p", "kraken")
        piped = run("check", LISTED, "-p", "kraken").stdout.decode()
        assert re.sub(r"\x1b\[[0-9;]*m", "", drawn).split() == piped.split()

    def test_rich_is_left_out_of_a_pipe(self) -> None:
        """Drawing costs as much as all the rest; `check` pays for it on a terminal only."""
        code = (
            "import sys; from hotline_check.cli import run; run(sys.argv[1:]);"
            "sys.exit(len({'rich', 'yaml', 'urllib3', 'pydantic', 'hotline_check.private_keys',"
            "'hotline_check.attribution.documents', 'hotline_check.reading.unread.leftover'}"
            " & set(sys.modules)))"
        )
        done = subprocess.run(
            [sys.executable, "-c", code, "check", LISTED, "-p", "coinbase"],
            cwd=ROOT,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0


class TestPipes:
    def test_a_reader_that_goes_away_is_no_error(self) -> None:
        numbers = "\n".join([LISTED] * 400).encode()
        with subprocess.Popen(
            command("check", "-"),
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            with suppress(BrokenPipeError):
                process.stdin.write(numbers)
                process.stdin.close()
            assert process.stderr.read() == b""
            assert process.wait(timeout=60) == 0

    @pytest.mark.few(2)
    @pytest.mark.parametrize(
        ("arguments", "code"),
        [(["check", LISTED], 0), (["check", LISTED, "-p", "kraken"], 1), (["check", "12"], 3)],
    )
    def test_the_exit_code_is_the_verdicts(self, arguments: list[str], code: int) -> None:
        done = shell(f"set -o pipefail; {{}} {shlex.join(arguments)} | true", "/bin/bash")
        assert (done.returncode, done.stderr) == (code, b"")

    def test_a_scan_that_nobody_reads_is_no_all_clear(self, tmp_path: Path) -> None:
        file = tmp_path / "a.txt"
        file.write_text(f"Coinbase: {LISTED}\n\n" * 200)
        done = shell(f"set -o pipefail; {{}} scan --format jsonl {file} | true", "/bin/bash")
        assert (done.returncode, done.stderr) == (3, b"")
        done = shell(f"set -o pipefail; {{}} scan {file} | true", "/bin/bash")
        assert (done.returncode, done.stderr) == (0, b"")  # sorted, so all of it was read

    def test_ctrl_c_is_quiet(self) -> None:
        with subprocess.Popen(
            command("check", "-", "--format", "json"),
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdin.write(f"{LISTED}\n".encode() * 2000)
            process.stdin.flush()
            assert process.stdout.readline()  # it is at work
            process.send_signal(signal.SIGINT)
            process.stdout.read()
            assert process.stderr.read() == b""
            assert process.wait(timeout=60) == 130

    def test_json_lines_come_one_by_one(self) -> None:
        done = run("check", "-", "--format", "json", stdin=f"{LISTED}\n{LISTED}\n".encode())
        records = [json.loads(line) for line in done.stdout.splitlines()]
        assert [r["status"] for r in records] == ["listed", "listed"]


class TestClosedStreams:
    """A verdict that can't be told is not "do not dial": exit 2, one line."""

    @pytest.mark.parametrize("redirect", [">&-", ">/dev/full"])
    def test_nowhere_to_answer(self, redirect: str) -> None:
        done = shell(f"{{}} check '{LISTED}' {redirect}")
        assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
        assert b"Traceback" not in done.stderr

    @pytest.mark.parametrize(("name", "code"), [("check", 2), ("scan", 4)])
    def test_nothing_to_read(self, name: str, code: int) -> None:
        done = shell(f"{{}} {name} - <&-")
        assert done.returncode == code
        assert b"Traceback" not in done.stderr

    def test_nowhere_to_complain(self) -> None:
        assert shell(f"{{}} check '{LISTED}' 2>&-").returncode == 0
        assert shell("{} check 1 -r nowhere 2>/dev/full").returncode == 2


def shell(line: str, kind: str | None = None) -> subprocess.CompletedProcess[bytes]:
    program = shlex.join(command())
    return subprocess.run(  # noqa: S602  # redirections are the shell's
        line.format(program),
        shell=True,
        executable=kind,
        cwd=ROOT,
        capture_output=True,
        check=False,
    )


@pytest.mark.few(4)
@pytest.mark.parametrize(
    "arguments",
    [
        ["check", LISTED, "-p", "kraken"],
        ["platforms", "coin"],
        ["registry", "status"],
        ["scan", "--help"],
        ["report", "GB"],
        ["config"],
        ["called", "--none"],
    ],
)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_40_columns_are_wrapped_at_words(
    arguments: list[str], lang: str, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    program(*arguments, "--lang", lang)
    lines = program.out.splitlines()
    assert lines
    wide = [line for line in lines if width(line.rstrip("，、。；：）).,;:")) > 40]
    # Only what must stay whole is longer: an address, a path, an id, the values of an option.
    wide = [line for line in wide if len(line.split()) > 1]
    assert [line for line in wide if "/" not in line and "|" not in line] == []


def test_a_terminal_without_chinese_gets_english() -> None:
    environ = {"PYTHONIOENCODING": "ascii"}
    done = run("check", LISTED, "--lang", "zh", environ=environ)
    assert done.stdout.startswith(b"Listed: Coinbase")
    done = run("check", LISTED, "--lang", "zh", "--format", "json", environ=environ)
    assert json.loads(done.stdout)["status"] == "listed"


class TestBytes:
    def test_arguments_that_are_no_text(self) -> None:
        done = subprocess.run(
            [*map(os.fsencode, command("check")), b"\xff\xfe12", b"-p", b"co\xffin"],
            cwd=ROOT,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 3  # a name that is no platform's still gets an answer
        assert done.stderr == b""

    @pytest.mark.few(1)
    @pytest.mark.parametrize("form", ["text", "json"])
    def test_lines_that_are_no_text(self, form: str) -> None:
        stdin = b"\xfe12\n" + LISTED.encode() + b"\n"
        done = run(
            "check", "-", "--format", form, stdin=stdin, environ={"PYTHONIOENCODING": "utf-8"}
        )
        assert (done.returncode, done.stderr) == (3, b"")
        assert b"908" in done.stdout

    @pytest.mark.few(1)
    @pytest.mark.parametrize("encoding", ["latin-1", "ascii", "cp1252"])
    def test_a_terminal_without_chinese(self, encoding: str) -> None:
        done = run("check", LISTED, "--lang", "zh", environ={"PYTHONIOENCODING": encoding})
        assert (done.returncode, done.stderr) == (0, b"")
        assert b"Coinbase" in done.stdout

    def test_a_number_in_full_width(self) -> None:
        assert run("check", "＋１ ８８８ ９０８ ７９３０").returncode == 0


HELP: list[Sequence[str]] = [
    [],
    ["check"],
    ["channels"],
    ["platforms"],
    ["registry"],
    ["registry", "status"],
    ["registry", "validate"],
    ["registry", "schema"],
]


class TestHelp:
    @pytest.mark.parametrize("lang", ["en", "zh"])
    @pytest.mark.parametrize("words", HELP, ids=" ".join)
    def test_fits_80_columns(
        self, words: Sequence[str], lang: str, program: Program, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("LANG", f"{lang}_XX.UTF-8")
        monkeypatch.setenv("COLUMNS", "80")
        assert program(*words, "--help") == 0
        lines = program.out.splitlines()
        assert lines
        assert all(width(line.rstrip("，、。；：）).,;:")) <= 80 for line in lines), lines

    def test_nothing_asked(self) -> None:
        done = run()
        assert done.returncode == 2
        assert b"check" in done.stderr + done.stdout

    def test_version(self) -> None:
        done = run("--version")
        assert done.returncode == 0
        assert done.stdout.strip()


@pytest.mark.parametrize(
    "arguments",
    [
        ["chek", LISTED],
        ["check", "--platfrom", "x"],
        ["registry", "bogus"],
        ["check", "-r"],
    ],
)
def test_bad_usage_is_one_line(arguments: list[str], program: Program) -> None:
    assert program(*arguments) == 2
    assert program.out == ""
    assert program.err.startswith("hotline-check: ")
    assert program.err.count("\n") == 1
    assert "--help" in program.err


def test_nothing_to_check_is_one_line() -> None:
    done = run("check")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1
    assert b"give a number" in done.stderr


def test_from_any_folder(tmp_path: Path) -> None:
    """The installed way: a module run from an empty folder."""
    done = subprocess.run(
        [sys.executable, "-m", "hotline_check", "check", LISTED],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert done.returncode in {0, 3}  # listed, or stale when this runs years later
    assert b"Coinbase" in done.stdout
    assert list(tmp_path.iterdir()) == []
