import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from hotline_check.errors import HotlineError
from hotline_check.registry.models import Sighting
from hotline_check.upkeep.confirm.models import Confirmed, Report
from hotline_check.upkeep.confirm.sightings import note_sightings
from hotline_check.upkeep.draft import Draft, write
from hotline_check.upkeep.yaml_edit.layout import changed

BUNDLED = Path(__file__).parents[3] / "registry" / "platforms"
TODAY = dt.date(2031, 5, 6)
PHONE = "+12025550123"
ENTRY = """\
# Reviewed by two people.
id: example
name: Example
kind: exchange
status: active
domains: [example.com]  # the only one
phone_policy: unknown
channels:
- kind: phone
  value: "+12025550123"  # main line
  sightings:
  - url: https://example.com/help
    seen: 2026-11-22
    how: stored-copy
    source_kind: operator
    page_date: 2025-01-02
    as_printed: "+1 202 555 0123"
- kind: email
  value: help@example.com
  sightings:
  - url: https://example.com/help
    seen: 2026-11-22
    how: stored-copy
    source_kind: operator
note:
  en: A long sentence that its author broke at a place of their own choosing, so that a machine
    has no business to break it elsewhere.
"""
Noted = tuple[str, str, Sighting]


def seen(url: str = "https://example.com/help", day: dt.date = TODAY, **more: Any) -> Sighting:
    fields: dict[str, Any] = {"how": "live", "source_kind": "operator", **more}
    return Sighting(url=url, seen=day, **fields)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "platforms" / "example.yaml"
    path.parent.mkdir()
    path.write_text(ENTRY)
    return path


def record(file: Path, *noted: Noted) -> str:
    """Write the sightings and return the changed lines."""
    draft = Draft(file.parent.parent, TODAY)
    confirmed = tuple(
        Confirmed(platform="example", kind=kind, value=value, sighting=sighting, where="text")
        for kind, value, sighting in noted
    )
    note_sightings(draft, Report(date=TODAY, platforms=1, pages=1, confirmed=confirmed))
    edits = draft.checked()
    write(edits)
    diff = "".join(edit.diff for edit in edits).splitlines()[2:]
    return "\n".join(line for line in diff if line[0] in "+-")


def test_a_newer_sighting_of_the_same_page_takes_its_place(file: Path) -> None:
    sighting = seen(as_printed="1 202 555 0123")
    assert record(file, ("phone", PHONE, sighting)).splitlines() == [
        "-    seen: 2026-11-22",
        "-    how: stored-copy",
        "+    seen: 2031-05-06",
        "+    how: live",
        '-    as_printed: "+1 202 555 0123"',
        '+    as_printed: "1 202 555 0123"',
    ]
    assert "# main line" in file.read_text()
    assert record(file, ("phone", PHONE, sighting)) == ""


@pytest.mark.parametrize(
    "older",
    [
        seen(day=dt.date(2031, 5, 5)),
        seen(how="stored-copy"),
    ],
)
def test_an_older_or_weaker_sighting_changes_nothing(older: Sighting, file: Path) -> None:
    record(file, ("phone", PHONE, seen()))
    assert record(file, ("phone", PHONE, older)) == ""


def test_another_page_is_added(file: Path) -> None:
    other = seen("https://example.com/about", as_printed="+1 202 555 0123")
    diff = record(file, ("phone", PHONE, other), ("email", "help@example.com", seen()))
    assert diff.splitlines() == [
        "+  - url: https://example.com/about",
        "+    seen: 2031-05-06",
        "+    how: live",
        "+    source_kind: operator",
        '+    as_printed: "+1 202 555 0123"',
        "-    seen: 2026-11-22",
        "-    how: stored-copy",
        "+    seen: 2031-05-06",
        "+    how: live",
    ]


@pytest.mark.parametrize(
    "sighting",
    [
        seen("https://evil.test/"),
        seen("https://example.com/?q=1"),
        seen("https://example.com/forum/1"),
        seen(day=dt.date(2031, 5, 7)),
    ],
)
def test_what_the_rules_forbid_is_not_written(sighting: Sighting, file: Path) -> None:
    with pytest.raises(HotlineError, match="change-refused"):
        record(file, ("phone", PHONE, sighting))
    assert file.read_text() == ENTRY


@pytest.mark.few(2)
@pytest.mark.parametrize("path", sorted(BUNDLED.glob("*.yaml"))[::10], ids=lambda p: p.stem)
def test_an_edit_leaves_the_other_lines_of_every_file_alone(path: Path) -> None:
    text = path.read_text()

    def touch(data: dict[str, str]) -> None:
        data["status"] = "closed" if data["status"] == "active" else "active"

    after = changed(text, touch)
    old, new = text.splitlines(), after.splitlines()
    pairs = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
    assert len(pairs) == 1
    assert pairs[0][0].startswith("status: ")
    assert changed(text, lambda _data: None) == text


def test_an_edited_anchor_takes_no_alias_with_it() -> None:
    text = "a: &day 2026-11-22\nb: *day\n"

    def edit(data: dict[str, dt.date]) -> None:
        data["a"] = TODAY

    assert changed(text, edit) == "a: 2031-05-06\nb: 2026-11-22\n"
