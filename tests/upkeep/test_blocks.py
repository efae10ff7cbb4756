from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from hotline_check.registry.models import (
    Channel,
    Note,
    Platform,
    Sighting,
)
from hotline_check.upkeep.yaml_edit.layout import changed
from hotline_check.upkeep.yaml_edit.nodes import (
    PLATFORM_KEYS,
    drop,
    fold_new,
    fresh,
    insert,
    listed,
    put,
)
from tests.entries import SEEN, US_LINE

KEYS = tuple(f.name for f in msgspec.structs.fields(Channel))
SIGHTING = Sighting(
    url="https://example.com/a",
    seen=SEEN,
    how="live",
    source_kind="operator",
    as_printed="+1 202",
)
CHANNEL = Channel(
    kind="phone", value=US_LINE, regions=("NO",), hours="Mo-Fr 09:00-18:00", sightings=(SIGHTING,)
)
ENTRY = """\
# Reviewed.
id: example  # never changes
name: Example
channels:
# the main line
- kind: phone  # checked twice
  value: "+1"
  regions: [US]  # and Canada?
  # languages are on the page
  languages: [en]
  secondhand: true
  # why
  note:
    en: A note that its author broke
      where it pleased them.
  sightings:
  - url: https://example.com/a
    seen: 2026-11-22  # a Sunday
# the second line
- kind: phone
  value: "+2"
  sightings:
  - url: https://example.com/a
    as_printed: "+2"

# nobody yet
impostors: []
# the end
"""


def lines_around(change: Callable[[Any], None], new: str) -> tuple[str, str, list[str]]:
    """The lines above and below a new block, and the lines that went."""
    before, after = ENTRY.splitlines(), changed(ENTRY, change).splitlines()
    at = next(i for i, line in enumerate(after) if line.strip().startswith(new))
    end = at + 1
    while end < len(after) and after[end] not in before:
        end += 1
    return after[at - 1], after[end], [line for line in before if line not in after]


def test_channel_goes_above_the_comment_of_what_follows() -> None:
    def change(document: Any) -> None:
        insert(document, "channels", 2, fresh(CHANNEL))

    after = changed(ENTRY, change)
    assert after.index(US_LINE) < after.index("# nobody yet") < after.index("impostors")
    assert [line for line in ENTRY.splitlines() if line not in after.splitlines()] == []


def test_item_in_the_middle_leaves_comments_with_their_item() -> None:
    def change(document: Any) -> None:
        insert(document, "channels", 1, fresh(CHANNEL))

    after = changed(ENTRY, change)
    assert after.index(US_LINE) < after.index("# the second line") < after.index('"+2"')


@pytest.mark.parametrize(
    ("key", "value", "above", "below"),
    [
        ("topics", listed(("account",)), "  regions: [US]  # and Canada?", "  # languages are"),
        ("retired", SEEN, "  languages: [en]", "  secondhand: true"),
        ("shared_with", listed(("other",)), "  secondhand: true", "  # why"),
    ],
)
def test_key_goes_to_its_place(key: str, value: Any, above: str, below: str) -> None:
    before, after, lost = lines_around(lambda d: put(d["channels"][0], key, value, KEYS), key)
    assert before == above
    assert after.startswith(below)
    assert lost == []


def test_dropped_key_leaves_the_comment_below_it() -> None:
    after = changed(ENTRY, lambda d: drop(d["channels"][0], "secondhand"))
    assert after == ENTRY.replace("  secondhand: true\n", "")


def test_replaced_block_leaves_the_comment_below_it() -> None:
    note = fresh(Note(en="Short."))
    after = changed(ENTRY, lambda d: put(d["channels"][0], "note", note, KEYS))
    assert "  # why\n  note:\n    en: Short.\n  sightings:\n" in after


def test_empty_list_is_written_in_lines() -> None:
    after = changed(ENTRY, lambda d: insert(d, "impostors", 0, fresh(CHANNEL)))
    assert after.index("impostors:\n- kind: phone") < after.index("# the end")


def test_key_at_the_end_stays_above_the_last_comment() -> None:
    note = fresh(Note(en="Short."))
    after = changed(ENTRY, lambda d: put(d, "note", note, PLATFORM_KEYS))
    assert after.endswith("impostors: []\nnote:\n  en: Short.\n# the end\n")


def test_values_other_readers_would_misread_are_quoted() -> None:
    text = changed("{}\n", lambda d: d.update(fresh(CHANNEL)))
    assert 'regions: ["NO"]' in text
    assert f'value: "{US_LINE}"' in text
    assert 'hours: "Mo-Fr 09:00-18:00"' in text


def test_platform_keys_are_all_of_the_models() -> None:
    assert set(PLATFORM_KEYS) == {f.name for f in msgspec.structs.fields(Platform)}


def test_only_new_long_notes_are_folded() -> None:
    long = "  en: " + "word " * 40
    assert fold_new(long.rstrip() + "\n", long.rstrip() + "\n") == long.rstrip() + "\n"
    folded = fold_new("", long.rstrip() + "\n")
    assert max(map(len, folded.splitlines())) <= 120
    assert " ".join(folded.split()) == " ".join(long.split())


@pytest.mark.slow
@pytest.mark.parametrize(
    "step", [pytest.param(20, id="sample"), pytest.param(1, id="all", marks=pytest.mark.slow)]
)
def test_every_bundled_file_keeps_its_bytes(registry_folder: Path, step: int) -> None:
    for path in sorted(registry_folder.rglob("*.yaml"))[::step]:
        text = path.read_bytes().decode()
        assert changed(text, lambda _document: None) == text, path.name
