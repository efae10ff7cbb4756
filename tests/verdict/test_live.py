"""What a look at the platform's pages today does to a verdict."""

import datetime as dt
from pathlib import Path

import pytest

from hotline_check.verdict.live import after_look
from hotline_check.verdict.models import Direction, Status, Verdict
from tests.entries import TODAY, US_LINE, US_OTHER, ask, phone, platform, sighting, write

PAGE = "https://help.example.com/contact"
UNREAD = {"https://help.example.com/": "timed-out"}


def codes(verdict: Verdict) -> list[str]:
    return [reason.code for reason in verdict.reasons]


@pytest.fixture
def listed(tmp_path: Path) -> Verdict:
    return ask(write(tmp_path, platform(channels=[phone()])), US_LINE)


@pytest.fixture
def stale(tmp_path: Path) -> Verdict:
    old = phone(sightings=[sighting(seen=TODAY - dt.timedelta(days=400))])
    return ask(write(tmp_path, platform(channels=[old])), US_LINE)


def test_seen_today(listed: Verdict) -> None:
    now = after_look(listed, TODAY, seen_at=PAGE, unread={}, whole=True)
    assert now.status is Status.LISTED
    assert codes(now) == ["live-confirmed"]
    assert [(s.url, s.how, s.seen) for s in now.sightings] == [(PAGE, "live", TODAY)]


def test_seen_today_makes_an_old_proof_fresh(stale: Verdict) -> None:
    assert stale.status is Status.STALE
    now = after_look(stale, TODAY, seen_at=PAGE, unread=UNREAD, whole=False)
    assert (now.status, codes(now), now.instead) == (Status.LISTED, ["live-confirmed"], ())


def test_gone_today_disputes_a_listing(listed: Verdict) -> None:
    now = after_look(listed, TODAY, seen_at=None, unread={}, whole=True)
    assert (now.status, codes(now)) == (Status.DISPUTED, ["on-own-page", "live-absent"])


def test_gone_today_keeps_an_old_proof_old(stale: Verdict) -> None:
    now = after_look(stale, TODAY, seen_at=None, unread={}, whole=True)
    assert now.status is Status.STALE


def test_pages_that_cannot_be_read_say_nothing(listed: Verdict) -> None:
    now = after_look(listed, TODAY, seen_at=None, unread=UNREAD, whole=False)
    assert (now.status, codes(now)) == (Status.LISTED, ["on-own-page", "live-unreadable"])
    assert now.reasons[-1].args == {"url": "https://help.example.com/", "why": "timed-out"}


def test_no_page_to_read(listed: Verdict) -> None:
    now = after_look(listed, TODAY, seen_at=None, unread={}, whole=False)
    assert (now.status, codes(now)[-1]) == (Status.LISTED, "live-no-page")


@pytest.mark.parametrize("direction", ["dialling", "they-called"])
def test_a_number_that_nobody_reviewed_is_not_listed_by_a_page(
    tmp_path: Path, direction: Direction
) -> None:
    """A page can be defaced: what it shows is reported and changes no verdict."""
    folder = write(tmp_path, platform(channels=[phone()]))
    verdict = ask(folder, US_OTHER, claim="example", direction=direction)
    now = after_look(verdict, TODAY, seen_at=PAGE, unread={}, whole=True)
    assert now.status is verdict.status is Status.NOT_LISTED
    assert codes(now)[-1] == "live-unreviewed"


def test_an_incoming_call_stays_unproven(tmp_path: Path) -> None:
    folder = write(tmp_path, platform(channels=[phone()]))
    verdict = ask(folder, US_LINE, claim="example", direction="they-called")
    now = after_look(verdict, TODAY, seen_at=PAGE, unread={}, whole=True)
    assert now.status is Status.CALLER_ID_UNPROVEN
