import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from hotline_check.errors import HotlineError
from hotline_check.registry.folder import load
from hotline_check.registry.models import (
    Channel,
    Note,
    Platform,
    ReportedNumber,
    ReportSighting,
    Sighting,
)
from hotline_check.registry.storage.store import SEALED_NAME
from hotline_check.upkeep import edit
from hotline_check.upkeep.draft import Draft, RefusedError, write
from tests.entries import (
    GB_LINE,
    GB_PREMIUM,
    TODAY,
    US_FREE,
    US_LINE,
    US_OTHER,
    elsewhere,
    phone,
    platform,
    reported,
    says,
    sighting,
)
from tests.entries import write as write_entries

PAGE = "https://help.example.com/contact"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_entries(
        tmp_path / "registry",
        platform("example", channels=[phone(US_LINE)], **says("published")),
        platform(
            "other", channels=[phone(GB_LINE, sightings=[sighting("https://other.com/help")])]
        ),
        reports=[reported("example", US_FREE)],
    )


@pytest.fixture
def draft(folder: Path) -> Draft:
    return Draft(folder, TODAY)


def seen(url: str = PAGE, **fields: Any) -> Sighting:
    known: dict[str, Any] = {"seen": TODAY, "how": "live", "source_kind": "operator"}
    return Sighting(url=url, **{**known, **fields})


def line(value: str, *sightings: Sighting, **fields: Any) -> Channel:
    return Channel(kind="phone", value=value, sightings=sightings or (seen(),), **fields)


def problems(draft: Draft) -> set[str]:
    with pytest.raises(RefusedError) as refused:
        draft.checked()
    return {p.code for p in refused.value.problems}


def entry(folder: Path, name: str = "example") -> Platform:
    registry, found = load(folder, TODAY)
    assert found == []
    return next(p for p in registry.platforms if p.id == name)


def test_added_channel_is_written_and_nothing_else_changes(folder: Path, draft: Draft) -> None:
    old = (folder / "platforms/example.yaml").read_text().splitlines()
    edit.add_channel(draft, "example", line(US_OTHER, regions=("US",)))
    write(draft.checked())
    new = (folder / "platforms/example.yaml").read_text().splitlines()
    assert [c.value for c in entry(folder).channels] == [US_LINE, US_OTHER]
    assert [text for text in old if text not in new] == []


def test_nothing_is_written_before_it_is_asked_for(folder: Path, draft: Draft) -> None:
    edit.add_channel(draft, "example", line(US_OTHER))
    (change,) = draft.checked()
    assert f'+  value: "{US_OTHER}"' in change.diff
    assert len(entry(folder).channels) == 1


@pytest.mark.parametrize(
    ("channel", "code"),
    [
        (line(US_OTHER, seen("https://example.net/contact")), "unpinned-host"),
        (line(US_OTHER, seen(source_kind="third-party")), "third-party-only"),
        (line(US_OTHER, seen(PAGE + "?tab=2")), "query-in-evidence"),
        (line(US_OTHER, seen("https://example.com/community/3")), "not-evidence"),
        (line(US_OTHER, seen(seen=TODAY + dt.timedelta(1))), "future-date"),
        (line(GB_PREMIUM), "premium-rate"),
        (line(GB_LINE), "two-platforms"),
        (line(US_FREE), "published-and-reported"),
        (line("+1202"), "bad-number"),
        (line("110"), "short-code-without-region"),
    ],
)
def test_refused_with_the_reason(draft: Draft, channel: Channel, code: str) -> None:
    edit.add_channel(draft, "example", channel)
    assert code in problems(draft)


def test_secondhand_number_must_be_called_so(folder: Path, draft: Draft) -> None:
    third = seen("https://news.example.net/x", source_kind="third-party")
    edit.add_channel(draft, "example", line(US_OTHER, third, secondhand=True))
    write(draft.checked())
    assert entry(folder).channels[1].secondhand


def test_shared_number_is_recorded_for_both(folder: Path, draft: Draft) -> None:
    edit.add_channel(draft, "example", line(GB_LINE, shared_with=("other",)))
    write(draft.checked())
    assert entry(folder, "other").channels[0].shared_with == ("example",)
    assert entry(folder).channels[1].shared_with == ("other",)


def test_newer_sighting_of_a_page_takes_the_old_ones_place(folder: Path, draft: Draft) -> None:
    edit.see(draft, "example", "phone", US_LINE, seen())
    edit.see(draft, "example", "phone", US_LINE, seen("https://example.com/about"))
    write(draft.checked())
    assert entry(folder).channels[0].sightings == (seen(), seen("https://example.com/about"))


def test_older_sighting_is_no_news(draft: Draft) -> None:
    with pytest.raises(HotlineError, match="older-sighting"):
        edit.see(draft, "example", "phone", US_LINE, seen(seen=dt.date(2020, 1, 1)))


def test_own_page_lifts_secondhand(tmp_path: Path) -> None:
    channel = phone(secondhand=True, sightings=[elsewhere()])
    folder = write_entries(tmp_path, platform(channels=[channel]))
    draft = Draft(folder, TODAY)
    edit.see(draft, "example", "phone", US_LINE, seen())
    write(draft.checked())
    assert not entry(folder).channels[0].secondhand


def test_retired_line_comes_back_only_when_said(folder: Path, draft: Draft) -> None:
    edit.retire(draft, "example", "phone", US_LINE, TODAY)
    write(draft.checked())
    assert entry(folder).channels[0].retired == TODAY
    draft = Draft(folder, TODAY)
    with pytest.raises(HotlineError, match="retired-already"):
        edit.retire(draft, "example", "phone", US_LINE, TODAY)
    with pytest.raises(HotlineError, match="seen-but-retired"):
        edit.see(draft, "example", "phone", US_LINE, seen())
    edit.see(draft, "example", "phone", US_LINE, seen(), again=True)
    write(draft.checked())
    assert entry(folder).channels[0].retired is None


def test_dispute_and_settlement(folder: Path, draft: Draft) -> None:
    with pytest.raises(HotlineError, match="not-disputed"):
        edit.dispute(draft, "example", "phone", US_LINE, note=None, settled=True)
    before = (folder / "platforms/example.yaml").read_text()
    edit.dispute(draft, "example", "phone", US_LINE, note=Note(en="Two pages differ."))
    write(draft.checked())
    assert entry(folder).channels[0].disputed
    draft = Draft(folder, TODAY)
    edit.dispute(draft, "example", "phone", US_LINE, note=None, settled=True)
    write(draft.checked())
    kept = (folder / "platforms/example.yaml").read_text()
    assert kept.replace("  note:\n    en: Two pages differ.\n", "") == before


def test_reports_stand_in_order_and_gather_pages(folder: Path, draft: Draft) -> None:
    page = ReportSighting(url="https://forum.example.net/t/2", seen=TODAY)
    edit.report(draft, "example", ReportedNumber(value=US_OTHER, sightings=(page,)))
    edit.report(draft, "example", ReportedNumber(value=US_FREE, sightings=(page,)))
    edit.report(draft, "other", ReportedNumber(value=US_OTHER, sightings=(page,)))
    write(draft.checked())
    example, other = load(folder, TODAY)[0].reported
    assert [n.value for n in example.numbers] == [US_OTHER, US_FREE]
    assert [s.url[-1] for s in example.numbers[1].sightings] == ["1", "2"]
    assert [n.value for n in other.numbers] == [US_OTHER]


def test_published_number_is_not_reported(draft: Draft) -> None:
    page = ReportSighting(url="https://forum.example.net/t/2", seen=TODAY)
    edit.report(draft, "other", ReportedNumber(value=US_LINE, sightings=(page,)))
    assert problems(draft) == {"published-and-reported"}


def test_new_platform(folder: Path, draft: Draft) -> None:
    new = Platform(
        id="third",
        name="Third",
        kind="wallet",
        status="active",
        phone_policy="unknown",
        domains=("third.com",),
        channels=(),
    )
    edit.add_platform(draft, new)
    edit.add_channel(draft, "third", line(US_OTHER, seen("https://third.com/help")))
    write(draft.checked())
    assert entry(folder, "third").channels[0].value == US_OTHER
    with pytest.raises(HotlineError, match="platform-exists"):
        edit.add_platform(Draft(folder, TODAY), new)


def test_channel_twice_or_never(draft: Draft) -> None:
    with pytest.raises(HotlineError, match="channel-exists"):
        edit.add_channel(draft, "example", line(US_LINE))
    with pytest.raises(HotlineError, match="no-such-channel"):
        edit.retire(draft, "example", "phone", US_OTHER, TODAY)


def test_foreign_change_is_not_overwritten(folder: Path, draft: Draft) -> None:
    edit.retire(draft, "example", "phone", US_LINE, TODAY)
    edits = draft.checked()
    path = folder / "platforms/example.yaml"
    path.write_text(path.read_text() + "# somebody was here\n")
    with pytest.raises(HotlineError, match="changed-meanwhile"):
        write(edits)
    assert path.read_text().endswith("# somebody was here\n")


def test_release_is_not_edited(folder: Path) -> None:
    (folder / SEALED_NAME).touch()
    with pytest.raises(HotlineError, match="sealed-registry"):
        Draft(folder, TODAY)
