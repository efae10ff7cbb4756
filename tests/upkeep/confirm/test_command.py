import datetime as dt
import json
import os
from pathlib import Path

import pytest

from hotline_check.registry.choice import ENVIRONMENT
from hotline_check.upkeep.confirm import run
from hotline_check.upkeep.confirm.run import Tools
from hotline_check.upkeep.fetch import Fetcher
from tests.conftest import Program
from tests.entries import REGISTRY_DAY, US_LINE, channel, phone, platform, sighting, write
from tests.upkeep.confirm.test_run import QUICK, saved
from tests.upkeep.loopback import Site
from tests.upkeep.test_live import LONG

URL = "http://help.example.com/contact"


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
        fetcher=lambda hold: Fetcher(hold=hold, resolve=site.resolve), lookup=None, manners=QUICK
    )
    monkeypatch.setattr(run, "Tools", lambda: tools)
    return made


def test_confirm_writes_sightings_and_reports(folder: Path, site: Site, program: Program) -> None:
    site.page("help.example.com/contact", f"<p>Ring {US_LINE} or +1 312 555 0147</p>{LONG}")
    before = (folder / "platforms/example.yaml").read_text()
    assert program("registry", "confirm", "Example", "--dry-run") == 0
    assert "Confirmed (1)" in program.out
    assert "Missing from their pages (1)" in program.out
    assert "+13125550147" in program.out
    assert (folder / "platforms/example.yaml").read_text() == before
    assert program("registry", "confirm", "--format", "json") == 0
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
    page.write_bytes(saved(f"<p>{US_LINE}</p>{LONG}", URL))
    noon = 1_795_176_000  # 2026-11-20
    os.utime(page, (noon, noon))
    assert program("registry", "confirm", "example", "--page", str(page), "--dry-run") == 0
    assert "stored copy" in program.out
    later = dt.datetime.combine(REGISTRY_DAY, dt.time(12), dt.UTC).timestamp()
    os.utime(page, (later, later))
    assert program("registry", "confirm", "example", "--page", str(page)) == 0
    text = (folder / "platforms/example.yaml").read_text()
    assert f"seen: {REGISTRY_DAY}" in text
    assert "how: live" not in text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nobody"], "nobody"),
        (["--older-than", "soon"], "soon is no age"),
        (["--page", "x.html"], "one platform"),
        (["example", "--page", "no-such-file.html"], "no-such-file.html"),
        (["--state", "/dev/null/state"], "/dev/null/state"),
    ],
)
def test_mistakes_are_told_in_a_line(
    arguments: list[str], words: str, folder: Path, program: Program
) -> None:
    before = (folder / "platforms/example.yaml").read_text()
    assert program("registry", "confirm", *arguments) == 2
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
