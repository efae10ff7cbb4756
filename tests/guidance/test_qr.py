import datetime as dt

import pytest
import segno

from hotline_check.errors import HotlineError
from hotline_check.guidance.qr import dial_code, dialable
from hotline_check.registry.models import Channel
from tests.entries import GB_LINE, TODAY, US_LINE, US_OTHER, elsewhere
from tests.guidance.build import channel, phone, platform

LINE = phone(US_LINE, regions=["US"])
BAD = {
    "retired": phone(retired=dt.date(2026, 11, 22)),
    "disputed": phone(disputed=True),
    "secondhand": phone(secondhand=True, sightings=[elsewhere()]),
    "no phone": channel("email", "help@example.com"),
}


@pytest.mark.parametrize("name", BAD)
def test_only_a_listed_number_gets_a_code(name: str) -> None:
    entry = platform(channels=[BAD[name]])
    with pytest.raises(HotlineError) as error:
        dialable(entry, entry.channels, None, TODAY)
    assert error.value.code == "nothing-to-dial"


def test_a_stale_number_gets_no_code() -> None:
    entry = platform(channels=[LINE])
    with pytest.raises(HotlineError):
        dialable(entry, entry.channels, None, TODAY + dt.timedelta(days=181))


def test_a_number_that_is_not_the_platforms_gets_no_code() -> None:
    entry = platform(channels=[LINE])
    with pytest.raises(HotlineError):
        dialable(entry, [phone(US_OTHER)], None, TODAY)


def test_the_number_of_the_region_comes_first() -> None:
    home = phone(GB_LINE, regions=["GB"])
    entry = platform(channels=[LINE, home])
    assert dialable(entry, entry.channels, "GB", TODAY) == (home, LINE)


def test_the_half_blocks_draw_the_code_of_exactly_this_number() -> None:
    drawn = _modules(dial_code(LINE))
    wanted = segno.make(f"tel:{LINE.value}", micro=False, error="m")
    margin = [[bool(m) for m in row] for row in wanted.matrix_iter(border=4)]
    assert drawn[: len(margin)] == margin


def _modules(rows: list[str]) -> list[list[bool]]:
    """Dark squares of a drawn code, two rows for each row of half blocks."""
    out = []
    for row in rows:
        out.append([block in "▀█" for block in row])
        out.append([block in "▄█" for block in row])
    return out


def test_a_code_needs_no_more_than_half_a_screen() -> None:
    channel_: Channel = LINE
    rows = dial_code(channel_)
    assert len(rows) <= 18
    assert {len(row) for row in rows} == {33}
