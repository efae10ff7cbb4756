import csv
import io
import json
import os
import pty
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from hotline_check.documents.blocks import Block, cut
from hotline_check.documents.models import Piece, Place
from hotline_check.reading.models import Find
from hotline_check.scanning.hidden_text import hidden_text
from hotline_check.scanning.scanner import Tally
from tests.cli import process
from tests.conftest import Program
from tests.entries import US_LINE, US_OTHER, phone, platform, says, write

TEXT = f"Example support: {US_LINE}\n\nZebra: call +1 (312) 555-O147\n\nor {US_OTHER}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    registry = write(
        tmp_path / "registry",
        platform("example", **says("published"), channels=[phone(US_LINE, regions=["US"])]),
        platform("zebra", **says("none", url="https://zebra.com/help")),
    )
    monkeypatch.setenv("HOTLINE_CHECK_REGISTRY", str(registry))
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text(TEXT)
    monkeypatch.chdir(texts)
    return texts


@pytest.fixture
def scan(program: Program, folder: Path) -> Program:  # noqa: ARG001  # the folder is entered
    return program


def give(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    stdin = SimpleNamespace(buffer=io.BytesIO(data), isatty=lambda: False)
    monkeypatch.setattr("sys.stdin", stdin)


def test_each_contact_is_shown_with_its_verdict(scan: Program) -> None:
    assert scan("scan", "a.txt") == 1
    zebra = [
        "a.txt:3:13: DANGER  Do not dial: Zebra says it has no phone line.",
        "  +1 (312) 555-O147 was read as +1 312-555-0147 (US)",
    ]
    example = [
        "a.txt:1:18: Listed: Example publishes this number on its own page.",
        "  +12025550123 was read as +1 202-555-0123 (US)",
        "  said to be Example's",
    ]
    assert scan.out.splitlines()[:2] == zebra  # the worst first
    assert "\n".join(example) in scan.out
    assert scan("scan", "a.txt", "--all") == 1
    assert scan.out.splitlines()[:5] == [*example, *zebra]  # in the file's order
    assert "written so that filters miss it" in scan.out


def test_the_summary_counts_the_worst_first(scan: Program) -> None:
    scan("scan", "a.txt", "--platform", "zebra")
    summary = scan.out.partition("3 contacts found")[2].splitlines()
    assert summary[:2] == [": DANGER 3.", "Not published by: Zebra 3."]
    assert summary[2].startswith("Registry:")
    scan("scan", "a.txt")
    assert "3 contacts found: DANGER 2, LISTED 1." in scan.out


def test_the_summary_accuses_only_what_imitates(
    scan: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"Zebra support: {US_OTHER}\nExample support: {US_LINE[:-1]}4"
    give(monkeypatch, text.encode())
    assert scan("scan", "-") == 1
    posed, others = "1 platform was posed as: Example 1.", "Not published by: Zebra 1."
    assert f": DANGER 2.\n{posed}\n{others}\n" in scan.out


@pytest.mark.parametrize("given", [[], ["-"]])
def test_standard_input_is_read(
    scan: Program, given: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, f"Example: {US_LINE}".encode())
    assert scan("scan", *given) == 0
    assert scan.out.startswith("-:1:10: Listed:")


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (f"Example: {US_LINE}", [], 0),
        (f"Example: {US_LINE}", ["--they-called"], 3),
        (f"Example: {US_LINE}", ["-p", "zebra"], 1),
        ("call (202) 555-0123", ["--region", "US"], 0),
        ("nothing here", [], 4),
        ("", [], 4),
    ],
)
def test_the_exit_code_is_the_worst_verdict(
    scan: Program, text: str, options: list[str], code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, text.encode())
    assert scan("scan", *options) == code


def test_nothing_found_is_said_and_no_comfort(scan: Program) -> None:
    Path("b.txt").write_text("no contact at all")
    assert scan("scan", "b.txt") == 4
    assert scan.out.startswith("Nothing was checked: no contact was found here.")


def test_what_is_not_read_is_said(scan: Program, folder: Path) -> None:
    (folder / "p.png").write_bytes(b"\x89PNG\0")
    (folder / ".git").mkdir()
    assert scan("scan", ".", "gone.txt") == 1
    assert ".git: not read: the history of a version control system" in scan.out
    assert "p.png: not read: this is no text" in scan.out
    assert scan.err == "hotline-check: gone.txt: can't be read: No such file or directory\n"
    assert "3 things were not read; see above." in scan.out


def test_unreadable_files_alone_are_exit_2(scan: Program) -> None:
    assert scan("scan", "gone.txt") == 2
    assert scan.out == ""
    assert scan.err == "hotline-check: gone.txt: can't be read: No such file or directory\n"
    Path("p.png").write_bytes(b"\x89PNG\0")
    assert scan("scan", "p.png") == 2
    assert "Nothing was checked: not all of it could be read" in scan.out


def test_errors_of_the_system_are_told_in_the_language_of_the_answer(scan: Program) -> None:
    assert scan("scan", "gone.txt", "--lang", "zh") == 2
    assert scan.err == "hotline-check: gone.txt: 无法读取：没有这个文件或文件夹\n"


def test_what_nobody_claims_is_counted(scan: Program) -> None:
    """The exit code is that of all contacts, shown or not."""
    Path("b.txt").write_text("See https://python.org/ and bob@kernel.org\n")
    assert scan("scan", "b.txt") == 3
    assert scan.out.splitlines()[0] == "2 contacts found: WARNING 2."
    assert "python.org" not in scan.out
    assert "2 of them are not shown" in scan.out
    assert scan("scan", "b.txt", "--all") == 3
    assert "b.txt:1:5: WARNING" in scan.out
    assert "b.txt:1:29: WARNING" in scan.out
    assert "not shown" not in scan.out
    assert scan("scan", "b.txt", "--format", "jsonl") == 3
    assert len(scan.out.splitlines()) == 2


def test_hidden_and_disguised_contacts_are_shown_whoever_owns_them(scan: Program) -> None:
    page = '<p>hi</p><p style="display:none">bob@kernel.org</p><p>+1 (312) 555-O1б47 x@y.org</p>'
    Path("b.html").write_text(page, "utf-8")
    scan("scan", "b.html")
    assert "bob@kernel.org" in scan.out
    assert "x@y.org" not in scan.out


def test_the_same_contact_is_one_entry_with_a_count(scan: Program) -> None:
    Path("b.log").write_text(f"Zebra: {US_OTHER}\n\n" * 200 + f"Example: {US_LINE}\n")
    assert scan("scan", "b.log") == 1
    assert scan.out.count("DANGER  Do not dial") == 1
    assert "found 200 times; also at b.log:3:8, b.log:5:8, …" in scan.out
    assert "201 contacts found: DANGER 200, LISTED 1." in scan.out


def test_short_is_a_line_for_each(scan: Program) -> None:
    assert scan("scan", "a.txt", "a.txt", "--short") == 1
    lines = scan.out.splitlines()
    assert lines[0] == (
        "a.txt:3:13  no-phone-line  +1 312-555-0147 (US)  Zebra  "
        "Do not dial: Zebra says it has no phone line.  ×2"
    )
    assert "listed" in lines[2]
    assert lines[3] == "6 contacts found: DANGER 4, LISTED 2."


def test_csv_has_every_contact(scan: Program) -> None:
    assert scan("scan", "a.txt", "gone.txt", "--format", "csv") == 1
    rows = list(csv.DictReader(io.StringIO(scan.out)))
    assert [row["line"] for row in rows] == ["1", "3", "5"]
    assert rows[0] | {"file": "a.txt", "status": "listed", "value": US_LINE, "exit": "0"} == rows[0]
    assert "gone.txt" in scan.err


def test_output_to_a_file_is_all_or_nothing(scan: Program, tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    assert scan("scan", "a.txt", "--format", "json", "--output", str(file)) == 1
    assert scan.out == ""
    assert json.loads(file.read_text("utf-8"))["summary"]["contacts"] == 3
    file.write_text("before")
    assert scan("scan", "a.txt", "-p", "\u200b", "-o", str(file)) == 2
    assert file.read_text() == "before"
    assert scan("scan", "a.txt", "-o", str(tmp_path / "no" / "out")) == 2
    assert "there is no folder" in scan.err
    assert not (tmp_path / "no").exists()


def test_listed_contacts_do_not_vouch_for_what_was_not_read(scan: Program) -> None:
    Path("b.txt").write_text(f"Example: {US_LINE}")
    assert scan("scan", "b.txt") == 0
    assert scan("scan", "b.txt", "gone.txt") == 3


@pytest.mark.parametrize(
    ("name", "data", "told", "counted"),
    [
        ("p.png", b"\x89PNG\0", "this is no text", "1 thing was not read"),
        ("a.zip", b"PK\x03\x04\0", "the archive is broken", "1 thing was not read"),
        ("broken.json", b'{"a": b}', "this is no JSON", "1 thing was not read"),
        ("short.json", b'{"a": "b', "ends too early", "1 thing was not read"),
    ],
)
def test_what_may_hold_a_contact_prevents_an_all_clear(
    scan: Program, name: str, data: bytes, told: str, counted: str
) -> None:
    Path("b.txt").write_text(f"Example: {US_LINE}")
    Path(name).write_bytes(data)
    assert scan("scan", "b.txt", name) == 3
    assert told in scan.out + scan.err
    assert counted in scan.out
    scan("scan", "b.txt", name, "--format", "json")
    summary = json.loads(scan.out)["summary"]
    assert summary["unread"] == 1
    assert summary["exit"] == 3


def test_an_all_clear_that_is_none_says_so(scan: Program, folder: Path) -> None:
    (folder / "b.txt").write_text(f"Example: {US_LINE}")
    (folder / "p.png").write_bytes(b"\x89PNG\0")
    (folder / "a.txt").unlink()
    assert scan("scan", ".") == 3
    assert "Do not take this for an all-clear" in scan.out
    (folder / "p.png").unlink()
    (folder / ".git").mkdir()  # nothing that a person could follow
    assert scan("scan", ".") == 0
    assert "all-clear" not in scan.out


MAIL = f"To: me@example.net\nSubject: x\nMIME-Version: 1.0\n{{head}}\n\nExample: {US_LINE}\n"


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("X-A: b", 0),
        ("From: Example <help@example.com>", 3),  # anybody can write that
        ("Reply-To: help@example.com", 3),
        (f"From: Example {US_LINE}", 3),
        ("Content-Transfer-Encoding: x-uuencode", 3),
        ("From: Zebra <x@evil.net>", 1),
    ],
)
def test_a_mail_is_as_good_as_all_of_it(scan: Program, head: str, code: int) -> None:
    Path("m.eml").write_text(MAIL.format(head=head))
    assert scan("scan", "m.eml") == code


def test_a_message_says_nothing_about_the_next(scan: Program) -> None:
    messages = [{"from": "Zebra", "text": "hi"}, {"from": "Bob", "text": f"call {US_OTHER}\nok"}]
    Path("chat.json").write_text(json.dumps({"messages": messages}))
    assert scan("scan", "chat.json") == 3
    assert "said to be" not in scan.out
    Path("chat.json").write_text(json.dumps({"name": "Zebra", "messages": messages}, indent=1))
    assert scan("scan", "chat.json") == 1
    assert "chat.json:10:18, Bob: DANGER" in scan.out


def test_hidden_text_that_may_be_a_contact_prevents_an_all_clear() -> None:
    place = Place()
    pieces = [
        Piece(f"Example: {US_LINE}", place),
        Piece(" Menu ", place, 0, "hidden"),
        Piece(" or", place),
        Piece(" 88) 9", place, 0, "hidden"),
        Piece("08-7930 ", place, 0, "hidden"),
    ]
    (block,) = cut(pieces)
    assert isinstance(block, Block)
    note = hidden_text(block, [])
    assert note is not None
    assert (note.reason, note.args) == ("hidden-text", {"count": "1"})
    tally = Tally()
    tally.add(note)
    assert not tally.is_whole
    assert hidden_text(block, [Find(start=25, end=60, text="")]) is None


def test_json_lines_are_records_with_their_place(scan: Program) -> None:
    assert scan("scan", "a.txt", "gone.txt", "--format", "jsonl") == 1
    records = [json.loads(line) for line in scan.out.splitlines()]
    assert len(records) == 4
    first: dict[str, Any] = records[0]
    place = {"line": 1, "column": 18, "start": 17, "end": 29}
    assert first["at"] == {"file": "a.txt", "section": None, **place}
    assert first["text"] == first["input"] == TEXT[17:29]
    assert (first["version"], first["status"], first["claim"]) == (1, "listed", "example")
    assert records[3] == {
        "version": 1,
        "skipped": {
            "file": "gone.txt",
            "section": None,
            "line": None,
            "reason": "unreadable",
            "failed": True,
            "text": "gone.txt: can't be read: No such file or directory",
        },
    }
    assert scan.err == ""


@pytest.mark.parametrize("files", [["a.txt", "a.txt", "p.png"], ["empty.txt"]])
def test_json_is_one_object(scan: Program, files: list[str]) -> None:
    Path("p.png").write_bytes(b"\0")
    Path("empty.txt").touch()
    code = scan("scan", *files, "--format", "json")
    whole = json.loads(scan.out)
    assert whole["version"] == 1
    assert whole["summary"]["exit"] == code
    assert whole["summary"]["contacts"] == sum("at" in each for each in whole["results"])
    assert len(whole["results"]) == (7 if len(files) == 3 else 0)


def test_a_field_of_json_lines(scan: Program) -> None:
    row = {"id": US_OTHER, "body": {"text": f"Example: {US_LINE}"}}
    Path("rows.jsonl").write_text(json.dumps(row) + "\nbroken\n")
    assert scan("scan", "rows.jsonl", "--field", "body.text") == 3
    assert "1 contact found: LISTED 1." in scan.out
    assert "rows.jsonl:2: not read, up to line 2: no JSON records" in scan.err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--region", "XX"], "is no country that we know"),
        (["--lang", "tlh"], "there is no wording"),
    ],
)
def test_bad_options_are_one_line(scan: Program, options: list[str], words: str) -> None:
    assert scan("scan", "a.txt", *options) == 2
    assert words in scan.err
    assert scan.out == ""


def test_a_broken_registry_is_no_clean_text(scan: Program, tmp_path: Path) -> None:
    (tmp_path / "registry/platforms/example.yaml").write_text("id: [")
    Path("b.txt").write_text("no contact at all")
    assert scan("scan", "b.txt") == 2
    assert "has problems" in scan.err
    assert scan.out == ""


def test_what_strangers_wrote_does_not_steer_the_terminal(scan: Program) -> None:
    Path("b\x1b[2J.txt").write_text(f"\x1b[31mExample\u202e: {US_LINE}\x07")
    scan("scan", "b\x1b[2J.txt")
    assert "\x1b" not in scan.out
    assert "\u202e" not in scan.out


def command(*arguments: str, first: str = "") -> list[str]:
    return process.command("scan", *arguments, first=first)


def terminal(arguments: list[str], environ: dict[str, str]) -> tuple[int, str]:
    """What a run on a terminal shows, stderr with it."""
    handle, side = pty.openpty()
    env = {**os.environ, "TERM": "xterm-256color", **environ}
    with subprocess.Popen(arguments, stdin=side, stdout=side, stderr=side, env=env) as running:
        os.close(side)
        shown = b""
        with suppress(OSError):  # the terminal closes with the program
            while part := os.read(handle, 65_536):
                shown += part
    os.close(handle)
    return running.returncode, shown.decode()


@pytest.mark.usefixtures("folder")
def test_a_terminal_shows_the_line_with_the_contact_in_colour() -> None:
    code, shown = terminal(command("a.txt"), {})
    assert code == 1
    assert f"\x1b[1;32m{US_LINE} [LISTED]\x1b[0m" in shown
    assert "\x1b[1;37;41m+1 (312) 555-O147 [DANGER]\x1b[0m" in shown
    code, shown = terminal(command("a.txt"), {"NO_COLOR": "1"})
    assert f"| Example support: {US_LINE} [LISTED]" in shown
    assert "\x1b[" not in shown


@pytest.mark.slow
def test_long_work_shows_its_progress_on_a_terminal(folder: Path) -> None:
    """After a second of work; here at once, so that little work is enough."""
    line = "The quick brown fox jumps over the lazy dog, 10 times in 2026. " * 40 + "\n\n"
    (folder / "big.txt").write_text(line * 420)
    launcher = (
        "from hotline_check.cli.output import progress; progress._PATIENCE = progress._EVERY = 0"
    )
    code, shown = terminal(command("big.txt", first=launcher), {})
    assert code == 4
    assert "big.txt" in shown
    assert " MB" in shown
    assert "Nothing was checked" in shown


def test_a_closed_pipe_is_quiet(folder: Path) -> None:
    (folder / "big.txt").write_text(TEXT * 400)  # more than a pipe holds
    with subprocess.Popen(
        command("big.txt"), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""


@pytest.mark.usefixtures("folder")
def test_an_interrupt_is_quiet() -> None:
    with subprocess.Popen(
        command("-", "--all"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdin
        assert running.stdout
        assert running.stderr
        running.stdin.write(TEXT.encode() + b"word " * 60_000)  # more than is read ahead
        running.stdin.flush()
        assert running.stdout.readline()  # it is at work
        running.send_signal(signal.SIGINT)
        running.stdout.read()
        assert running.wait(60) == 130
        assert running.stderr.read() == b""
