import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from hotline_check.registry.folder import load
from hotline_check.registry.models import Channel
from tests.conftest import Program
from tests.entries import (
    REGISTRY_DAY,
    SEEN,
    US_FREE,
    US_LINE,
    US_OTHER,
    phone,
    platform,
    reported,
    sighting,
    write,
)

PAGE = "https://help.example.com/contact"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write(tmp_path / "registry", platform(channels=[phone()]), platform("other"))


@pytest.fixture
def registry(program: Program, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    monkeypatch.delenv("HOTLINE_CHECK_REGISTRY")  # the folder here is meant, by itself
    assert folder.is_dir()
    return program


def channels(folder: Path) -> list[Channel]:
    entries, problems = load(folder, REGISTRY_DAY)
    assert problems == []
    return list(entries.platforms[0].channels)


def test_add_channel_shows_the_diff_and_writes(registry: Program, folder: Path) -> None:
    arguments = ("example", "phone", "(312) 555-0147", "--url", PAGE, "-r", "US", "-t", "account")
    assert registry("registry", "add-channel", *arguments, "--dry-run") == 0
    assert f'+  value: "{US_OTHER}"' in registry.out
    assert "Nothing was written" in registry.out
    assert len(channels(folder)) == 1
    assert registry("registry", "add-channel", *arguments) == 0
    added = channels(folder)[1]
    assert (added.value, added.topics, added.regions) == (US_OTHER, ("account",), ("US",))
    assert added.sightings[0].as_printed == "(312) 555-0147"
    assert (added.sightings[0].seen, added.sightings[0].how) == (REGISTRY_DAY, "live")
    assert "phone policy is still unknown" in " ".join(registry.out.split())


def test_refusal_tells_every_reason_in_a_line(registry: Program, folder: Path) -> None:
    wrong = "https://example.net/contact?tab=2"
    assert registry("registry", "add-channel", "example", "phone", US_OTHER, "--url", wrong) == 2
    reasons = registry.err.splitlines()
    assert len(reasons) == 3
    assert "platforms/example.yaml" in reasons[0]
    assert "nothing was written" in reasons[2]
    assert len(channels(folder)) == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("add-channel", "example", "phone", US_OTHER), "--url is missing"),
        (("add-channel", "example", "fon", US_OTHER), "does not know fon"),
        (("add-channel", "nobody", "phone", US_OTHER), "no platform is called nobody"),
        (("add-channel", "example", "phone", "3O3 555 0147", "--url", PAGE), "without guessing"),
        (("sight", "example", US_LINE, "--url", PAGE, "--seen", "today"), "today is no date"),
        (("sight", "example", US_OTHER, "--url", PAGE), "has no channel"),
        (("sight", "example", US_LINE, "--url", PAGE, "--how", "rumour"), "does not know rumour"),
        (("report", "example", US_LINE, "--url", PAGE), "example publishes it"),
        (("add", "example", "--name", "E", "--kind", "zoo"), "does not know zoo"),
        (("retire",), "PLATFORM is missing"),
    ],
)
def test_what_can_be_mended_is_one_line(
    registry: Program, arguments: tuple[str, ...], told: str
) -> None:
    assert registry("registry", *arguments) == 2
    assert told in registry.err
    assert "Traceback" not in registry.err


def test_the_life_of_a_line(registry: Program, folder: Path) -> None:
    assert registry("registry", "sight", "Example", "+1 202 555 0123", "--url", PAGE) == 0
    assert channels(folder)[0].sightings[0].seen == REGISTRY_DAY
    assert registry("registry", "dispute", "example", US_LINE, "--note", "Two pages differ.") == 0
    assert channels(folder)[0].disputed
    assert registry("registry", "retire", "example", US_LINE, "--on", SEEN.isoformat()) == 0
    assert channels(folder)[0].retired == SEEN
    assert registry("registry", "report", "other", US_FREE, "--url", PAGE, "--format", "json") == 0
    answer = json.loads(registry.out)
    assert answer["written"]
    assert answer["files"][0]["file"] == "reported/other.yaml"


def test_new_platform(registry: Program, folder: Path) -> None:
    stated = ("--phone-policy", "none", "--policy-basis", "stated", "--policy-url")
    code = registry(
        "registry", "add", "third", "--name", "Third", "--kind", "wallet", "--country", "NO",
        "--domain", "third.com", *stated, "https://third.com/help",
    )  # fmt: skip
    assert code == 0, registry.err
    entries, problems = load(folder, REGISTRY_DAY)
    assert problems == []
    assert (entries.platforms[2].country, entries.platforms[2].phone_policy) == ("NO", "none")


def test_installed_registry_is_never_edited(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ("registry", "retire", "coinbase", "+18889087930")
    assert program(*arguments) == 2  # a sealed folder in the environment
    assert "is not edited" in program.err
    monkeypatch.delenv("HOTLINE_CHECK_REGISTRY")
    monkeypatch.chdir(tmp_path)
    assert program(*arguments) == 2
    assert "no registry folder to edit" in program.err


def on_terminal(folder: Path, *arguments: str, typed: str) -> tuple[int, str]:
    """Run a `registry` command next to the folder, and type the answers."""
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "hotline_check", "registry", *arguments]
    environment = {**os.environ, "TERM": "dumb", "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(
        command, stdin=slave, stdout=slave, stderr=slave, cwd=folder.parent, env=environment
    ) as process:
        os.close(slave)
        os.write(master, typed.encode())
        said = b""
        while True:
            try:
                part = os.read(master, 4096)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            said += part
    os.close(master)
    return process.returncode, said.decode()


@pytest.mark.skipif(os.name != "posix", reason="asks on a POSIX terminal")
def test_a_terminal_is_asked_for_what_is_missing(folder: Path) -> None:
    page = "https://forum.example.org/t/7\n"
    code, said = on_terminal(folder, "report", "example", US_FREE, typed=page)
    assert code == 0, said
    assert "Page where you have just seen it" in said
    assert (folder / "reported/example.yaml").exists()


@pytest.mark.skipif(os.name != "posix", reason="asks on a POSIX terminal")
def test_a_bad_answer_is_asked_again_and_the_others_are_kept(folder: Path) -> None:
    answers = (
        *("New One", "casino", "exchange", "co.uk", "new.example.net new.example.edu"),
        *("bar.com", "", "South Korea", "none", "stated", "http://new.example.net/help"),
        "https://new.example.net/help",
    )
    typed = "".join(f"{answer}\n" for answer in answers)
    code, said = on_terminal(folder, "add", "New!", typed="new\n" + typed)
    assert code == 0, said
    for words in (
        "New! is no id",
        "--kind does not know casino",
        "co.uk is a public suffix",
        "bar.com is no country",
        "http://new.example.net/help is not encrypted",
    ):
        assert words in said
    text = (folder / "platforms" / "new.yaml").read_text()
    assert "country: KR" in text
    assert "name: New One" in text


def test_what_may_not_be_evidence_or_empty(registry: Program, folder: Path) -> None:
    http = PAGE.replace("https", "http")
    assert registry("registry", "sight", "example", US_LINE, "--url", http) == 2
    assert "is not encrypted" in registry.err
    assert registry("registry", "report", "example", US_OTHER, "--url", http) == 2
    assert "is not encrypted" in registry.err
    new = ("new", "--name", "New", "-k", "exchange", "--domain", "example.net")
    policy = ("--phone-policy", "unknown")
    assert registry("registry", "add", *new, *policy, "--country", "") == 2
    assert "--country is missing" in registry.err
    assert registry("registry", "add", *new, *policy, "--country", "bar.com") == 2
    assert not (folder / "platforms" / "new.yaml").exists()
    assert registry("registry", "add", *new, *policy, "--country", "unknown") == 0
    assert "country" not in (folder / "platforms" / "new.yaml").read_text()


def test_diff_exits_1_for_what_needs_a_second_look(
    registry: Program, folder: Path, tmp_path: Path
) -> None:
    old = write(tmp_path / "old", platform(channels=[phone()]), platform("other"))
    assert registry("registry", "diff", str(old)) == 0
    assert registry.out.strip() == "No difference."
    assert registry("registry", "add-channel", "example", "phone", US_OTHER, "--url", PAGE) == 0
    assert registry("registry", "diff", str(old), str(folder)) == 1
    assert registry.out.startswith("Numbers added (1)\n! example: +1 312-555-0147\n")
    assert "less than three days ago" in registry.out
    assert registry("registry", "diff", str(old), "--format", "json") == 1
    assert json.loads(registry.out)["changes"][0]["code"] == "number-added"
    assert registry("registry", "diff", str(old), "--format", "markdown") == 1
    assert "- **!** `example: +1 312-555-0147`" in registry.out
    assert registry("registry", "diff", "no-such-thing") == 2


def test_history_of_a_number_and_of_a_platform(registry: Program, folder: Path) -> None:
    write(folder, reports=[reported("other", US_FREE)])
    assert registry("registry", "history", "202 555 0123", "-r", "US") == 0
    assert "first seen 2026-11-22, last seen 2026-11-22" in registry.out
    assert registry("registry", "history", "Other") == 0
    assert "reported as posing as it" in registry.out
    assert registry("registry", "history", US_FREE, "--format", "json") == 0
    assert json.loads(registry.out)["pasts"][0]["layer"] == "reported"
    assert registry("registry", "history", US_OTHER) == 2


@pytest.mark.few(2)
@pytest.mark.parametrize("command", ["validate", "status", "todo", "history", "diff", "confirm"])
def test_reading_commands_take_the_folder_here_else_the_installed_one(
    command: str,
    program: Program,
    tmp_path: Path,
    sealed_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("HOTLINE_CHECK_REGISTRY")
    monkeypatch.setattr("hotline_check.registry.storage.choice.bundled", lambda: sealed_folder)
    here = write(tmp_path / "here" / "registry", platform())
    (tmp_path / "nowhere").mkdir()
    more = {
        "history": ["example"],
        "diff": [str(here)],
        "confirm": ["example", "--older-than", "1d"],
        "todo": ["-n", "1"],
    }.get(command, [])
    monkeypatch.chdir(here.parent)
    program("registry", command, *more)
    assert "Registry: registry" in (program.out if command == "status" else program.err)
    monkeypatch.chdir(tmp_path / "nowhere")
    program("registry", command, *more)
    installed = "Registry: bundled," if command == "status" else f"Registry: {sealed_folder}\n"
    assert installed in (program.out if command == "status" else program.err)
    program("registry", command, *more, "--registry", str(here))
    assert "Registry: " not in program.err


def test_a_new_entry_can_be_asked(registry: Program, folder: Path) -> None:
    write(
        folder,
        platform(
            "fresh", channels=[phone(US_FREE, sightings=[sighting("https://fresh.com/help")])]
        ),
    )
    asked = ("--registry", str(folder))
    assert registry("check", US_FREE, "-p", "fresh", *asked) == 0
    assert registry("channels", "fresh", *asked) == 0
    assert registry("platforms", "fresh", *asked) == 0
    assert registry("prepare", "fresh", *asked) == 0
    assert registry("called", "fresh", "--none", *asked) == 0
    assert registry("report", "GB", *asked) == 0
    text = folder.parent / "text.txt"
    text.write_text(f"Fresh: {US_FREE}")
    assert registry("scan", str(text), *asked) == 0
    assert registry("check", US_FREE, "--registry", "no-such-folder") == 2
    assert "no-such-folder" in registry.err


def test_a_misspelt_platform_gets_a_suggestion(registry: Program) -> None:
    assert registry("registry", "dispute", "exampel", US_LINE) == 2
    assert "did you mean example?" in registry.err
