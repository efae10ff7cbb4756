import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Clock, Program
from tests.entries import REGISTRY_DAY


@pytest.fixture(autouse=True)
def in_utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The person's clock shows UTC."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_a_person_learns_to_find_the_number_without_us(program: Program) -> None:
    program("channels", "kraken", "--all")
    shown = flat(program.out)
    assert "Type kraken.com into the browser yourself" in shown
    assert "foot of the page" in shown
    assert "In the app that you already have" in shown
    assert "only those that its own site or app links to" in shown
    assert "no number from a search engine, an ad, an AI answer, a forum or a post" in shown


def test_a_platform_without_a_domain_sends_nobody_anywhere(program: Program) -> None:
    program("channels", "tether")
    assert "We know no web address of Tether" in flat(program.out)


def test_a_topic_picks_the_desk_and_says_what_it_handles(program: Program) -> None:
    program("channels", "coinbase", "--topic", "account")
    assert "Desk for account: signing up" in program.out
    assert "+1 844-208-5005" in program.out
    assert "+1 888-908-7930" not in program.out


def test_a_topic_without_a_desk_says_so(program: Program) -> None:
    program("channels", "coinbase", "--topic", "trading")
    assert "names no desk for this" in program.out
    assert "https://help.coinbase.com" in program.out


def test_a_desk_says_whether_it_is_open_and_its_language(program: Program) -> None:
    program("channels", "coinbase", "--region", "DE", "--all")
    assert "Open now. It closes in 5 h, at 17:00 your time" in program.out
    assert "English" in program.out


def test_programs_get_the_state_too(program: Program) -> None:
    program("channels", "coinbase", "--region", "DE", "--kind", "phone", "--format", "json")
    opening = json.loads(program.out)["channels"][0]["opening"]
    assert opening["open"] is True
    assert opening["minutes"] == 300


def test_a_code_shows_the_number_in_digits_and_how_to_compare(program: Program) -> None:
    assert program("channels", "coinbase", "--qr", "--region", "GB") == 0
    assert "▀" in program.out
    assert "+44 808 168 4635" in program.out
    assert "Compare the number" in program.out


@pytest.mark.parametrize("name", ["kraken", "binance"])
def test_no_code_without_a_listed_number(program: Program, name: str) -> None:
    assert program("channels", name, "--qr") == 2
    assert not program.out


def test_no_code_from_a_registry_that_has_gone_stale(program: Program, clock: Clock) -> None:
    clock.set(REGISTRY_DAY.replace(year=2027))
    assert program("channels", "coinbase", "--qr") == 2


def test_whoever_was_called_should_wait_or_take_another_phone(program: Program) -> None:
    program("check", "+1 888 908 7930", "-p", "coinbase", "--they-called")
    shown = flat(program.out)
    assert "Hang up. Wait, or use another phone." in shown
    assert "never calls people first" in shown
    program("check", "security@coinbase.com", "-p", "coinbase", "--they-called")
    assert "never by a link in the message" in flat(program.out)


def test_a_check_loads_none_of_this(sealed_folder: Path) -> None:
    code = (
        "import sys; from hotline_check.cli import run; "
        "run(['check', '+1 888 908 7930', '-p', 'coinbase']); "
        "print([m for m in sys.modules if m.startswith(('opening_hours', 'segno', "
        "'hotline_check.guidance'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"HOTLINE_CHECK_REGISTRY": str(sealed_folder), "HOME": str(sealed_folder)},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.endswith("[]\n")


def test_hours_that_are_none_are_a_problem_of_the_registry(tmp_path: Path) -> None:
    from hotline_check.registry.folder import load
    from tests import entries

    line = entries.phone(hours="nine to five", timezone="Europe/Berlin")
    folder = entries.write(tmp_path, entries.platform(channels=[line]))
    _, problems = load(folder, REGISTRY_DAY)
    assert [p.code for p in problems] == ["bad-hours"]
