import json
from io import StringIO
from pathlib import Path

import pytest

from hotline_check.cli import run
from hotline_check.registry.storage.choice import ENVIRONMENT
from tests.conftest import Program

FIRST = "Hang up now."


def test_the_first_action_is_the_first_thing_on_the_screen(program: Program) -> None:
    assert program("called", "coinbase", "--codes") == 0
    assert program.out.startswith(FIRST)


def test_a_case_gets_its_own_steps_and_the_platforms_own_line(program: Program) -> None:
    program("called", "coinbase", "--remote-access", "--country", "GB")
    assert "+44 808 168 4635" in program.out
    assert "security@coinbase.com" in program.out
    assert "159" in program.out
    assert "seed phrase" not in program.out


def test_nobody_is_asked_in_a_pipe_every_step_is_given(program: Program) -> None:
    assert program("called") == 0
    assert "here is every step" in program.out
    assert "new wallet" in program.out


def test_nothing_lost_is_no_all_clear(program: Program) -> None:
    program("called", "--none")
    assert "as far as you know" in program.out
    assert "safe" not in program.out.lower()


def test_none_and_some_together_is_a_mistake(program: Program) -> None:
    assert program("called", "--none", "--card") == 2
    assert program.out.startswith(FIRST)
    assert program.err.count("\n") == 1


def test_a_name_or_country_nobody_knows_keeps_nobody_from_the_steps(program: Program) -> None:
    assert program("called", "nosuchplace", "--codes", "--country", "QQ") == 0
    assert "Lock or freeze the account" in program.out
    assert "nosuchplace" in program.err
    assert "QQ" in program.err


def test_the_steps_do_without_a_registry(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "nowhere"))
    assert program("called", "coinbase", "--codes") == 0
    assert "Change the passwords" in program.out
    assert program.err.count("\n") == 1


def test_programs_get_the_same_steps(program: Program) -> None:
    program("called", "kraken", "--identity", "--country", "SG", "--format", "json")
    record = json.loads(program.out)
    assert record["happened"] == ["identity"]
    assert [s["code"] for s in record["steps"]][:2] == ["hang-up", "lock"]
    assert record["authorities"]


class _Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def keys(program: Program, monkeypatch: pytest.MonkeyPatch) -> "Keys":
    return Keys(program, monkeypatch)


class Keys:
    """Somebody at a terminal who presses these keys."""

    def __init__(self, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        self.before_first_key = ""
        self.program = program

    def press(self, typed: str) -> str:
        screen = _Terminal()
        waiting = iter(typed)

        def getchar() -> str:
            self.before_first_key = self.before_first_key or screen.getvalue()
            key = next(waiting, None)
            if key is None:
                raise EOFError
            return key

        self._monkeypatch.setenv("NO_COLOR", "1")
        self._monkeypatch.setattr("sys.stdin", _Terminal())
        self._monkeypatch.setattr("sys.stdout", screen)
        self._monkeypatch.setattr("sys.argv", ["hotline-check", "called"])
        self._monkeypatch.setattr("typer.getchar", getchar)
        assert run(["called"]) == 0
        return screen.getvalue()


def test_the_first_action_is_shown_before_any_key(keys: Keys) -> None:
    keys.press("nnnnnnn")
    assert keys.before_first_key.startswith(FIRST)


def test_one_key_answers_one_question(keys: Keys) -> None:
    shown = keys.press("nynnnnn")
    assert "What they may have: passwords or codes." in shown


def test_not_sure_counts_as_yes(keys: Keys) -> None:
    assert "a device" in keys.press("?nnnnnn").partition("What they may have")[2]


def test_keys_that_mean_nothing_are_waited_over(keys: Keys) -> None:
    assert "What they may have: a device." in keys.press("Y \rxnnnnnn")


@pytest.mark.parametrize("stop", ["nq", "n\x1b", "n"])
def test_whoever_stops_gets_the_steps_for_all_that_was_not_denied(keys: Keys, stop: str) -> None:
    shown = keys.press(stop)
    assert "new wallet" in shown
    assert "Cut off the device" not in shown


@pytest.mark.parametrize(
    ("name", "meant"), [("nosuch", "see the names with"), ("coinbse", "did you mean coinbase")]
)
def test_an_unknown_name_hides_no_step(program: Program, name: str, meant: str) -> None:
    assert program("called", name, "--none") == 0
    assert program.out.startswith("Hang up")
    assert "nothing was done" not in program.err
    assert meant in program.err.lower()
    assert "the steps hold for any platform" in program.err.lower()
