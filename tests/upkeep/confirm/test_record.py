import datetime as dt
from pathlib import Path

import pytest

from hotline_check.errors import HotlineError
from hotline_check.registry.models import Sighting
from hotline_check.upkeep.confirm.layout import changed
from hotline_check.upkeep.confirm.record import sight

BUNDLED = Path(__file__).parents[3] / "registry" / "platforms"
TODAY = dt.date(2031, 5, 6)
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


def seen(url: str = "https://example.com/help", day: dt.date = TODAY, **more: str) -> Sighting:
    fields = {"how": "live", "source_kind": "operator", **more}
    return Sighting(url=url, seen=day, **fields)  # type: ignore[arg-type]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "platforms" / "example.yaml"
    path.parent.mkdir()
    # +1 202 555 01xx is fictional, which the registry refuses; this one is a real platform's.
    path.write_text(ENTRY.replace("+12025550123", "+18889087930"))
    return path


PHONE = "+18889087930"


def changed_lines(diff: str) -> list[str]:
    return [
        line for line in diff.splitlines() if line[0] in "+-" and line[:3] not in {"+++", "---"}
    ]


def test_a_newer_sighting_of_the_same_page_takes_its_place(file: Path) -> None:
    edit = sight(file, [("phone", PHONE, seen(as_printed="1 202 555 0123"))], TODAY)
    assert changed_lines(edit.diff) == [
        "-    seen: 2026-11-22",
        "-    how: stored-copy",
        "+    seen: 2031-05-06",
        "+    how: live",
        '-    as_printed: "+1 202 555 0123"',
        '+    as_printed: "1 202 555 0123"',
    ]
    edit.write()
    assert file.read_text() == edit.after
    assert sight(file, [("phone", PHONE, seen(as_printed="1 202 555 0123"))], TODAY).diff == ""


def test_an_older_sighting_changes_nothing(file: Path) -> None:
    edit = sight(file, [("phone", PHONE, seen(day=dt.date(2026, 11, 21)))], TODAY)
    assert edit.diff == ""


def test_another_page_is_added(file: Path) -> None:
    other = seen("https://example.com/about", as_printed="+1 888 908 7930")
    edit = sight(file, [("phone", PHONE, other), ("email", "help@example.com", seen())], TODAY)
    assert changed_lines(edit.diff) == [
        "+  - url: https://example.com/about",
        "+    seen: 2031-05-06",
        "+    how: live",
        "+    source_kind: operator",
        '+    as_printed: "+1 888 908 7930"',
        "-    seen: 2026-11-22",
        "-    how: stored-copy",
        "+    seen: 2031-05-06",
        "+    how: live",
    ]


@pytest.mark.parametrize(
    ("sighting", "kind", "code"),
    [
        (seen("https://evil.test/"), "phone", "edit-refused"),
        (seen("https://example.com/?q=1"), "phone", "edit-refused"),
        (seen("https://example.com/forum/1"), "phone", "edit-refused"),
        (seen(day=dt.date(2031, 5, 7)), "phone", "edit-refused"),
        (seen(), "form", "no-such-channel"),
    ],
)
def test_what_the_rules_forbid_is_not_written(
    sighting: Sighting, kind: str, code: str, file: Path
) -> None:
    before = file.read_bytes()
    with pytest.raises(HotlineError, match=code):
        sight(file, [(kind, PHONE, sighting)], TODAY)
    assert file.read_bytes() == before


@pytest.mark.parametrize("content", ["", "a: [", "id: example\n", "\xff"])
def test_a_broken_file_is_refused(content: str, file: Path) -> None:
    file.write_bytes(content.encode("latin-1"))
    with pytest.raises(HotlineError):
        sight(file, [("phone", PHONE, seen())], TODAY)
    with pytest.raises(HotlineError, match="cannot-read"):
        sight(file.with_name("none.yaml"), [], TODAY)


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
