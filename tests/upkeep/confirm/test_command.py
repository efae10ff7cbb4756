import datetime as dt
import json
import os
from pathlib import Path

import pytest

from hotline_check.registry.storage.choice import ENVIRONMENT
from hotline_check.registry.storage.store import SEALED_NAME, compile_to, content_key
from hotline_check.upkeep.confirm import run
from hotline_check.upkeep.confirm.run import Tools
from hotline_check.upkeep.web.fetch import Fetcher
from tests.conftest import Program
from tests.entries import REGISTRY_DAY, US_LINE, channel, phone, platform, sighting, write
from tests.upkeep.confirm.test_run import QUICK
from tests.upkeep.confirm.test_saved import saved_by_chrome
from tests.upkeep.loopback import Site
from tests.upkeep.test_live import LONG

URL = "http://help.example.com/contact"
TODAYS_NOON = dt.datetime.combine(REGISTRY_DAY, dt.time(12), dt.UTC).timestamp()


@pytest.fixture
def folder(tmp_path: Path, site: Site, program: Program, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A registry that commands edit, whose hosts are played by the loopback server."""
    assert program
    entry = platform(
        channels=[
            phone(US_LINE, sightings=[sighting(URL, seen=dt.date(2026, 11, 22))]),
            channel(
                "email", "help@example.com", sightings=[sighting(URL, seen=dt.date(2026, 11, 22))]
            ),
        ]
    )
    made = write(tmp_path / "registry", entry)
    monkeypatch.setenv(ENVIRONMENT, str(made))
    tools = Tools(
        fetcher=lambda hold: Fetcher(hold=hold, resolve=site.resolve), proofs=False, manners=QUICK
    )
    monkeypatch.setattr(run, "Tools", lambda: tools)
    return made


def test_confirm_writes_sightings_and_reports(folder: Path, site: Site, program: Program) -> None:
    site.page("help.example.com/contact", f"<p>Ring {US_LINE} or +1 312 555 0147</p>{LONG}")
    before = (folder / "platforms/example.yaml").read_text()
    assert program("registry", "confirm", "Example", "--dry-run") == 1
    assert "Confirmed (1)" in program.out
    assert "Missing from their pages (1)" in program.out
    assert "+13125550147" in program.out
    assert (folder / "platforms/example.yaml").read_text() == before
    assert program("registry", "confirm", "--format", "json") == 1
    report = json.loads(program.out)["report"]
    assert [c["value"] for c in report["confirmed"]] == [US_LINE]
    after = (folder / "platforms/example.yaml").read_text()
    assert after.count("how: live") == 1
    assert f"seen: {REGISTRY_DAY}" in after
    assert program("registry", "validate", str(folder)) == 0
    assert program("registry", "confirm", "--older-than", "30d", "--format", "markdown") == 0
    assert "of 0 platforms" in program.out


def test_a_saved_page(folder: Path, program: Program, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(saved_by_chrome(f"<p>{US_LINE}</p>{LONG}", URL))
    noon = 1_795_176_000  # 2026-11-20
    os.utime(page, (noon, noon))
    assert program("registry", "confirm", "example", "--page", str(page), "--dry-run") == 1
    assert "stored copy" in program.out
    os.utime(page, (TODAYS_NOON, TODAYS_NOON))
    assert program("registry", "confirm", "example", "--page", str(page)) == 1
    text = (folder / "platforms/example.yaml").read_text()
    assert f"seen: {REGISTRY_DAY}" in text
    assert "how: live" not in text


def test_a_folder_of_saved_pages(folder: Path, program: Program, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "help.html").write_bytes(saved_by_chrome(f"<p>{US_LINE}</p>{LONG}", URL))
    other = saved_by_chrome(LONG, "http://example.net/other")
    (pages / "other.html").write_bytes(other)
    os.utime(pages / "help.html", (TODAYS_NOON, TODAYS_NOON))
    assert program("registry", "confirm", "--page", str(pages)) == 1
    assert "Saved pages that list no channel of ours (1)" in program.out
    assert "other.html: http://example.net/other" in program.out
    assert "Missing from their pages (1)" in program.out
    assert f"seen: {REGISTRY_DAY}" in (folder / "platforms/example.yaml").read_text()


def test_saved_pages_none_of_which_is_ours(folder: Path, program: Program, tmp_path: Path) -> None:
    page = tmp_path / "other.html"
    page.write_bytes(saved_by_chrome(LONG, "http://example.net/other"))
    before = (folder / "platforms/example.yaml").read_text()
    assert program("registry", "confirm", "--page", str(page)) == 2
    assert "other.html: http://example.net/other" in program.err
    assert (folder / "platforms/example.yaml").read_text() == before
    empty = tmp_path / "empty"
    empty.mkdir()
    assert program("registry", "confirm", "--page", str(empty)) == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nobody"], "nobody"),
        (["--older-than", "soon"], "soon is no age"),
        (["--page", "x.pdf"], "x.pdf"),
        (["example", "--page", "no-such-file.html"], "no-such-file.html"),
        (["--state", "/dev/null/state"], "/dev/null/state"),
    ],
)
def test_mistakes_are_reported_in_a_line(
    arguments: list[str], words: str, folder: Path, program: Program
) -> None:
    before = (folder / "platforms/example.yaml").read_text()
    assert program("registry", "confirm", "--registry", str(folder), *arguments) == 2
    assert words in program.err
    assert program.err.count("\n") == 1
    assert (folder / "platforms/example.yaml").read_text() == before


def test_a_broken_registry_is_refused_before_anything_is_fetched(
    folder: Path, site: Site, program: Program
) -> None:
    (folder / "platforms/other.yaml").write_text("id: other\n")
    assert program("registry", "confirm") == 2
    assert "platforms/other.yaml:1:1" in program.err
    assert site.asked == []


def test_nothing_is_left_to_a_person(folder: Path, site: Site, program: Program) -> None:
    both = f"<p>Ring {US_LINE} or write to help@example.com</p>{LONG}"
    site.page("help.example.com/contact", both)
    assert program("registry", "confirm") == 0
    assert program.err == f"Registry: {folder}\n"


def test_a_page_that_could_not_be_read_needs_a_person(folder: Path, program: Program) -> None:
    assert program("registry", "confirm", "--registry", str(folder)) == 1
    assert "Pages that could not be read (1)" in program.out


def test_an_installed_registry_is_looked_at_and_not_written(
    folder: Path, program: Program, tmp_path: Path
) -> None:
    compile_to(folder, folder / SEALED_NAME, content_key(folder), REGISTRY_DAY)
    page = tmp_path / "page.html"
    page.write_bytes(saved_by_chrome(f"<p>{US_LINE}</p>{LONG}", URL))
    before = (folder / "platforms/example.yaml").read_bytes()
    assert program("registry", "confirm", "--page", str(page)) == 1
    assert "nothing is written" in program.err
    assert "Confirmed (1)" in program.out
    assert (folder / "platforms/example.yaml").read_bytes() == before
