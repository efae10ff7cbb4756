import re
import stat
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from hotline_check.wording.text.document import (
    Block,
    Points,
    Text,
    markdown,
    page,
)
from tests.conftest import Program

MARKS = ("Response speed", "Expertise", "Attitude", "Result", "Other users' feedback")


def test_without_a_file_the_sheet_is_printed(program: Program, tmp_path: Path) -> None:
    assert program("prepare", "coinbase", "--topic", "security", "--region", "DE") == 0
    assert program.out.startswith("# Call sheet: Coinbase")
    assert "+49 800 0010726" in program.out
    assert "Mon-Sun 09:00-18:00 Berlin" in program.out
    assert not list(tmp_path.iterdir())


def test_the_sheet_has_everything_a_call_needs(program: Program) -> None:
    program("prepare", "coinbase")
    for wanted in (
        "My questions",
        "E-mail address and ID",
        "Identity papers",
        "Transaction IDs",
        "quiet place",
        "never asks for",
        "https://help.coinbase.com/en/coinbase/privacy-and-security/avoiding-phishing-and-scams",
        "Agent's name",
        "Case number",
        "What was said",
        "What was promised",
        *MARKS,
    ):
        assert wanted in program.out, wanted


def test_a_number_that_is_not_good_is_on_no_sheet(program: Program) -> None:
    program("prepare", "coinbase", "--region", "DE")
    assert "68943025" not in program.out.replace(" ", "")


def test_a_platform_without_a_phone_names_its_ways(program: Program) -> None:
    program("prepare", "kraken")
    assert "We know no number to dial" in program.out
    assert "publishes phone lines" not in program.out
    assert "support.kraken.com" in program.out


def test_a_platform_without_any_way_says_how_to_look(program: Program) -> None:
    program("prepare", "paribu")
    assert "Type paribu.com into the browser yourself" in re.sub(r"\s+", " ", program.out)


def test_a_sheet_is_the_persons_own_file(program: Program, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.md"
    assert program("prepare", "coinbase", "--output", str(sheet)) == 0
    assert sheet.read_text("utf-8").startswith("# Call sheet")
    assert list(tmp_path.iterdir()) == [sheet]
    if sys.platform != "win32":
        assert stat.S_IMODE(sheet.stat().st_mode) == 0o600


def test_a_sheet_is_not_written_over_unasked(program: Program, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.md"
    sheet.write_text("notes of the last call", "utf-8")
    assert program("prepare", "coinbase", "--output", str(sheet)) == 2
    assert sheet.read_text("utf-8") == "notes of the last call"
    assert "--force" in program.err
    assert program("prepare", "coinbase", "--output", str(sheet), "--force") == 0
    assert sheet.read_text("utf-8").startswith("# Call sheet")


@pytest.mark.parametrize("name", ["sheet.pdf", "sheet"])
def test_another_kind_of_file_is_refused(program: Program, tmp_path: Path, name: str) -> None:
    assert program("prepare", "coinbase", "--output", str(tmp_path / name)) == 2
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_is_one_line(program: Program, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert program("prepare", "coinbase", "-o", str(tmp_path / "file" / "sheet.md")) == 2
    assert program.err.count("\n") == 1


class _Page(HTMLParser):
    """Tags, what they load, and the text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.loads: list[str] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.loads += [v or "" for k, v in attrs if k in {"src", "href", "action"}]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_for_paper_runs_and_loads_nothing(program: Program, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.html"
    program("prepare", "coinbase", "--topic", "security", "--output", str(sheet))
    text = sheet.read_text("utf-8")
    page = _Page(text)
    assert not {"script", "link", "img", "iframe", "a", "form"} & page.tags
    assert not page.loads
    assert "url(" not in text
    assert "@import" not in text
    assert "size: A4" in text
    for mark in MARKS:
        assert mark in page.text


def test_names_are_escaped_on_both_kinds_of_paper() -> None:
    blocks: list[Block] = [Text("<b>*A & B*</b>"), Points(["[x](y) see https://example.com/a_b*c"])]
    assert "<b>" not in page(blocks, "en").partition("</style>")[2]
    shown = markdown(blocks)
    assert r"\<b\>\*A & B\*" in shown
    assert "<https://example.com/a_b*c>" in shown


def test_no_folder_is_made(program: Program, tmp_path: Path) -> None:
    assert program("prepare", "coinbase", "-o", str(tmp_path / "no" / "sheet.md")) == 2
    assert "there is no folder" in program.err
    assert list(tmp_path.iterdir()) == []
