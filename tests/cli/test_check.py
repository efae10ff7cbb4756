"""`hotline-check check` as a person uses it."""

import csv
import datetime as dt
import io
import json
import os
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest

from hotline_check.wording.text.layout import width
from tests.conftest import Clock, Program
from tests.entries import US_LINE, phone, platform, write

LISTED = "+1 (888) 908-7930"
REPORTED = "+1 888 842 1385"
NOWHERE = "+44 7911 123456"


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> io.BytesIO:
    given = io.BytesIO()
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=given, isatty=lambda: False))
    return given


def type_in(stdin: io.BytesIO, *lines: str, encoding: str = "utf-8") -> None:
    stdin.write("".join(f"{line}\n" for line in lines).encode(encoding))
    stdin.seek(0)


class TestExitCodes:
    def test_0_listed(self, program: Program) -> None:
        assert program("check", LISTED, "-p", "coinbase") == 0
        assert "Listed: Coinbase publishes this number" in program.out.splitlines()[0]
        assert program.err == ""

    @pytest.mark.parametrize("number", [REPORTED, "+18889087931"])
    def test_1_do_not_dial(self, program: Program, number: str) -> None:
        assert program("check", number, "--platform", "coinbase") == 1
        assert "Do not dial" in program.out

    @pytest.mark.parametrize("number", [NOWHERE, "12", "888 908 7930", "hello"])
    def test_3_cannot_tell(self, program: Program, number: str) -> None:
        assert program("check", number) == 3

    @pytest.mark.parametrize(
        "text", [LISTED, f"Beware {LISTED}: smooth talker, has you read codes"]
    )
    def test_what_is_listed_proves_nothing_where_it_called(
        self, program: Program, text: str
    ) -> None:
        """No rule recognizes every text about a call, so each answer says it."""
        assert program("check", text) == 0
        assert "Did it call or text you? That can be faked. Hang up," in program.out
        assert program("check", "+18889087931", "-p", "coinbase") == 1
        assert "Did it call or text you?" not in program.out

    def test_they_called(self, program: Program) -> None:
        """Coinbase never calls; Circle has said nothing of it."""
        assert program("check", LISTED, "-p", "coinbase", "--they-called") == 1
        assert program.out.startswith("DANGER  Hang up: ")
        assert program("check", "+1 800 398 7172", "--they-called") == 1
        assert program.out.startswith("DANGER  Hang up: ")
        assert program("check", NOWHERE, "--they-called") == 3
        assert program.out.startswith("WARNING  Hang up: ")

    @pytest.mark.parametrize(
        "arguments",
        [
            ["-r", "ZZ", LISTED],
            ["-r", "Germny", LISTED],
            ["--lang", "xx", LISTED],
            ["--format", "xml", LISTED],
            ["--bogus", LISTED],
            ["--region"],
            [],
            [""],
            ["  ", "\n"],
        ],
    )
    def test_2_nothing_was_checked(self, program: Program, arguments: list[str]) -> None:
        """One line on stderr that says what is wrong and what to do."""
        assert program("check", *arguments) == 2
        assert program.out == ""
        assert program.err.startswith("hotline-check: ")
        assert program.err.count("\n") == 1
        assert program.err.endswith(")\n")

    def test_the_most_alarming_of_several(self, program: Program) -> None:
        assert program("check", LISTED, NOWHERE) == 3
        assert program("check", LISTED, REPORTED, NOWHERE) == 1
        assert program.out.count("Registry: ") == 3


class TestWhoseNumber:
    @pytest.mark.parametrize("name", ["coinbase", "Coinbase", "ＣＯＩＮＢＡＳＥ", "coinbase.com"])
    def test_by_any_name(self, program: Program, name: str) -> None:
        assert program("check", LISTED, "-p", name) == 0

    def test_did_you_mean(self, program: Program) -> None:
        assert program("check", LISTED, "-p", "coinbsae") == 3
        assert "Did you mean: Coinbase" in " ".join(program.out.split())

    @pytest.mark.parametrize("name", ["coinbse", "Chase bank", "nobody-at-all"])
    def test_an_unknown_name_hides_no_warning(self, program: Program, name: str) -> None:
        assert program("check", REPORTED, "-p", name) == 1
        assert "Do not dial" in program.out.splitlines()[0]
        assert f"is called {name}" in " ".join(program.out.split())

    def test_another_platforms_number(self, program: Program) -> None:
        assert program("check", LISTED, "-p", "kraken") == 1
        assert "Coinbase publishes this number, not Kraken" in program.out


class TestTheReadingIsEchoed:
    def test_in_international_form(self, program: Program) -> None:
        program("check", "1-888-9O8-793O")
        assert "+1 888-908-7930 (US)" in program.out
        assert "assumed: " in program.out

    def test_a_region_that_was_given(self, program: Program) -> None:
        assert program("check", "888 908 7930", "-r", "us") == 0
        assert "country US as you said" in program.out

    def test_a_region_from_the_locale_is_named(
        self, program: Program, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("LANG", "en_US.UTF-8")
        assert program("check", "888 908 7930") == 0
        assert "country US from this device" in program.out

    def test_no_country_at_all(self, program: Program) -> None:
        assert program("check", "888 908 7930") == 3
        assert "--region" in program.out


class TestSeveral:
    def test_from_standard_input(self, program: Program, stdin: io.BytesIO) -> None:
        type_in(stdin, LISTED, "", NOWHERE)
        assert program("check", "-", "--format", "json") == 3
        records = [json.loads(line) for line in program.out.splitlines()]
        assert [r["input"] for r in records] == [LISTED, NOWHERE]
        assert [r["status"] for r in records] == ["listed", "unknown"]
        assert [r["exit"] for r in records] == [0, 3]

    def test_windows_line_ends(self, program: Program, stdin: io.BytesIO) -> None:
        type_in(stdin, LISTED + "\r")
        assert program("check", "-", "--format", "json") == 0
        assert json.loads(program.out)["input"] == LISTED

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16", "utf-16-le"])
    def test_the_encoding_is_found_out(
        self, program: Program, stdin: io.BytesIO, encoding: str
    ) -> None:
        text = f"请立即致电联系我们的客服，否则您的账户将被冻结。电话：{LISTED}"
        type_in(stdin, LISTED, text, encoding=encoding)
        program("check", "-", "--format", "json")
        records = [json.loads(line) for line in program.out.splitlines()]
        assert [r["reading"]["value"] for r in records] == ["+18889087930"] * 2

    def test_a_line_that_never_ends_is_refused(self, program: Program, stdin: io.BytesIO) -> None:
        stdin.write(b"1" * 5_000_000 + b"\n" + LISTED.encode())
        stdin.seek(0)
        assert program("check", "-", "--format", "json") == 3
        records = [json.loads(line) for line in program.out.splitlines()]
        assert [r["status"] for r in records] == ["unreadable", "listed"]
        assert len(records[0]["input"]) < 10_000

    @pytest.mark.usefixtures("stdin")
    def test_an_empty_standard_input(self, program: Program) -> None:
        assert program("check", "-") == 2
        assert "nothing to check" in program.err

    def test_arguments_and_standard_input(self, program: Program, stdin: io.BytesIO) -> None:
        type_in(stdin, NOWHERE)
        assert program("check", LISTED, "-", "--format", "json") == 3
        assert len(program.out.splitlines()) == 2

    def test_cards_are_set_apart(self, program: Program) -> None:
        program("check", LISTED, NOWHERE)
        assert program.out.count("\n\n") == 2  # also after the count


class TestAge:
    def test_printed_with_every_verdict(self, program: Program) -> None:
        for number in (LISTED, REPORTED, NOWHERE, "12"):
            program("check", number)
            assert "2026-11-29 (1 day old)" in " ".join(program.out.split())

    def test_two_years_later_nothing_is_listed(self, program: Program, clock: Clock) -> None:
        clock.set(dt.date(2028, 11, 30))
        assert program("check", LISTED, "-p", "coinbase") == 3
        assert "our proof is old" in program.out
        assert "(732 days old)" in " ".join(program.out.split())

    def test_a_stored_copy_says_so(self, program: Program) -> None:
        program("check", LISTED)
        assert "--live" in program.out.splitlines()[1]


class TestScreen:
    NUMBERS = (LISTED, REPORTED, NOWHERE, "12", "888 908 7930", "+18889087931", "coinbase.com")

    @pytest.mark.parametrize("lang", ["en", "zh"])
    @pytest.mark.parametrize("number", NUMBERS)
    @pytest.mark.parametrize("claim", [[], ["-p", "coinbase"], ["-p", "binance"]])
    def test_80_columns_and_one_screen(
        self, program: Program, number: str, lang: str, claim: list[str]
    ) -> None:
        program("check", number, "--lang", lang, *claim)
        lines = program.out.splitlines()
        assert len(lines) <= 24
        for line in lines:
            assert width(line.rstrip("，、。；：）).,;:")) <= 80 or "https://" in line, line

    @pytest.mark.parametrize("each", [6, pytest.param(1, marks=pytest.mark.slow)])
    def test_every_platforms_screen_fits(self, program: Program, each: int) -> None:
        """A wrong number, claimed to be of each platform in turn."""
        program("platforms", "--format", "json")
        ids = [p["id"] for p in json.loads(program.out)["platforms"]]
        for name in ids[::each]:
            program("check", NOWHERE, "-p", name)
            assert len(program.out.splitlines()) <= 24, name

    def test_chinese(self, program: Program) -> None:
        assert program("check", LISTED, "-p", "coinbase", "--lang", "zh") == 0
        assert "Coinbase" in program.out
        assert "Listed" not in program.out

    def test_the_language_of_the_locale(
        self, program: Program, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program("check", LISTED, "--lang", "zh")
        chinese = program.out
        monkeypatch.setenv("LANG", "zh_CN.UTF-8")
        program("check", LISTED)
        assert program.out == chinese

    def test_an_error_in_chinese(self, program: Program) -> None:
        assert program("check", LISTED, "-r", "nowhere", "--lang", "zh") == 2
        assert "nowhere" in program.err
        assert "no country" not in program.err

    @pytest.mark.parametrize("number", ["\x1b[2J\x1b[32mLISTED", "12\u202e34", "a\x9b2Jb\x07"])
    def test_pasted_text_cannot_draw_on_the_screen(self, program: Program, number: str) -> None:
        """A scam's own escape sequences would let it draw its own verdict."""
        program("check", number, "-p", "coinbase")
        assert not set(program.out) & set("\x1b\x07\x9b\u202e")
        program("check", LISTED, "-p", number)
        assert not set(program.out + program.err) & set("\x1b\x07\x9b\u202e")


class TestRegistryTrouble:
    def test_none(self, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("HOTLINE_CHECK_REGISTRY", "/no/such/folder")
        assert program("check", LISTED) == 2
        assert program.out == ""
        assert "nothing was checked" in program.err

    def test_broken(
        self, program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        folder = write(tmp_path, platform(channels=[phone()], fresh_days=10_000))
        monkeypatch.setenv("HOTLINE_CHECK_REGISTRY", str(folder))
        assert program("check", US_LINE) == 2
        assert program.out == ""
        assert "platforms/example.yaml:" in program.err
        assert program.err.count("\n") == 1

    def test_a_cache_that_cannot_be_written_is_one_warning(
        self,
        program: Program,
        monkeypatch: pytest.MonkeyPatch,
        tmp_path: Path,
        empty_home: Path,
    ) -> None:
        folder = write(tmp_path, platform(channels=[phone()]))
        monkeypatch.setenv("HOTLINE_CHECK_REGISTRY", str(folder))
        (empty_home / "cache").write_text("in the way")
        assert program("check", US_LINE) == 0
        assert program.err.count("\n") == 1
        assert "cache" in program.err


class TestACallWithoutANumber:
    def test_the_platform_says_that_it_never_calls(self, program: Program) -> None:
        assert program("check", "--they-called", "-p", "coinbase") == 1
        assert program.out.startswith("DANGER  Hang up: Coinbase says it never calls people.")
        assert program("check", "private number", "--they-called", "-p", "coinbase") == 1

    def test_nobody_is_named(self, program: Program) -> None:
        assert program("check", "--they-called") == 3
        assert program.out.startswith("WARNING  Hang up: ")

    def test_it_takes_a_call(self, program: Program) -> None:
        assert program("check", "-p", "coinbase") == 2
        assert "nothing to check" in program.err


class TestALookThatFailed:
    def test_is_said_in_the_first_lines(self, program: Program) -> None:
        """A web address is not opened, so there is no page to look at."""
        assert program("check", "coinbase.com", "--live") == 3
        assert program.out.startswith("Listed: ")
        assert program.out.splitlines()[1].startswith("The look at the page today (--live) failed")
        assert "look at it today with --live" not in program.out


class TestSeveralAnswers:
    def test_the_worst_come_first_below_a_count(self, program: Program) -> None:
        assert program("check", LISTED, NOWHERE, REPORTED) == 1
        lines = program.out.splitlines()
        assert lines[0] == "3 contacts found: DANGER 1, WARNING 1, LISTED 1."
        firsts = [after for before, after in pairwise(lines) if not before]
        assert [line.split()[0] for line in firsts] == ["DANGER", "WARNING", "Listed:"]

    def test_one_has_no_count(self, program: Program) -> None:
        program("check", LISTED)
        assert "found" not in program.out

    def test_short_is_a_line_for_each(self, program: Program) -> None:
        assert program("check", LISTED, NOWHERE, REPORTED, "-p", "coinbase", "--short") == 1
        lines = [line.split("  ") for line in program.out.splitlines()]
        assert [line[0] for line in lines[:3]] == ["not-listed", "reported", "listed"]
        assert lines[3:] == [["3 contacts found: DANGER 2, LISTED 1."]]
        assert lines[2][1:] == [
            "+1 888-908-7930 (US)",
            "Coinbase",
            "Listed: Coinbase publishes this number on its own page.",
        ]

    def test_short_without_a_reading(self, program: Program) -> None:
        assert program("check", "hello\nthere", "--short") == 3
        assert program.out.splitlines()[0].startswith("unreadable  hello there  -  ")
        assert program.out.count("\n") == 1

    def test_csv(self, program: Program, stdin: io.BytesIO) -> None:
        type_in(stdin, LISTED, '=HYPERLINK("http://x.y")', "", REPORTED)
        assert program("check", "-", "--format", "csv") == 1
        rows = list(csv.DictReader(io.StringIO(program.out)))
        assert rows[0]["value"] == "+18889087930"
        assert rows[0]["status"] == "listed"
        assert rows[1]["input"].startswith("'=")
        assert [row["exit"] for row in rows][0::2] == ["0", "1"]

    def test_to_a_file(self, program: Program, tmp_path: Path) -> None:
        file = tmp_path / "answer.txt"
        assert program("check", LISTED, "-o", str(file)) == 0
        assert program.out == ""
        assert file.read_text("utf-8").startswith("Listed: Coinbase")
        assert [path.name for path in tmp_path.iterdir()] == ["answer.txt"]

    def test_a_device_or_a_pipe_stays_what_it_is(self, program: Program, tmp_path: Path) -> None:
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        try:
            assert program("check", LISTED, "-o", str(pipe)) == 0
            assert pipe.is_fifo()
            assert os.read(reader, 10_000).startswith(b"Listed: Coinbase")
        finally:
            os.close(reader)
        assert [path.name for path in tmp_path.iterdir()] == ["pipe"]

    def test_a_link_is_followed(self, program: Program, tmp_path: Path) -> None:
        file, link = tmp_path / "answer.txt", tmp_path / "link"
        link.symlink_to(file)
        for _ in range(2):  # a new file, then an existing one
            assert program("check", LISTED, "-o", str(link)) == 0
            assert link.is_symlink()
            assert file.read_text("utf-8").startswith("Listed: Coinbase")
            file.write_text("old", "utf-8")


class TestSplitByTheShell:
    """A number with spaces and no quotes comes as several arguments."""

    def test_is_one_number(self, program: Program) -> None:
        assert program("check", "1", "888", "908", "7930", "-p", "coinbase") == 0
        assert program("check", "(888)", "908-7930", "-p", "coinbase", "-r", "US") == 0
        assert "quotes" in program.err

    def test_several_short_codes_are_several(self, program: Program) -> None:
        program("check", "110", "119", "-r", "CN", "--format", "json")
        assert len(program.out.splitlines()) == 2

    def test_a_whole_number_stays_one_of_several(self, program: Program) -> None:
        program("check", "+18889087930", "2882", "-p", "coinbase", "--format", "json")
        assert len(program.out.splitlines()) == 2
