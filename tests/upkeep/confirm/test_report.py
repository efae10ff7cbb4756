import datetime as dt

from hotline_check.upkeep.confirm.models import (
    Candidate,
    Confirmed,
    Missed,
    Report,
    Unconfirmed,
    Unreadable,
)
from hotline_check.upkeep.web.fetch import Failure
from hotline_check.wording.screens.registry.confirm import report_lines, report_markdown
from hotline_check.wording.terms.page_failures import FAILURES
from hotline_check.wording.text.catalogue import words
from tests.upkeep.test_live import PHONE, sighting

DAY = dt.date(2031, 5, 6)
URL = "https://example.com/help"
FULL = Report(
    date=DAY,
    platforms=1,
    pages=3,
    confirmed=(
        Confirmed(
            platform="example", kind="phone", value=PHONE, sighting=sighting(URL), where="text"
        ),
    ),
    missed=(
        Missed(
            platform="example",
            kind="email",
            value="a@example.com",
            urls=(URL,),
            since=dt.date(2031, 4, 1),
            propose_retired=True,
        ),
    ),
    unconfirmed=(Unconfirmed(platform="example", kind="x", value="@example", urls=(URL,)),),
    candidates=(
        Candidate(
            platform="example",
            kind="phone",
            value="+12025550111",
            url=URL,
            where="text",
            printed="x",
            excerpt="[click](https://evil.test) `rm` @everyone <img src=x>",
            known="reported",
            owner="other",
        ),
    ),
    unreadable=(Unreadable(platform="example", url=URL, code="status", detail="404"),),
)


def test_the_report_puts_decisions_first() -> None:
    text = [line.text for line in report_lines(FULL, words("en"))]
    assert text[0] == "Looked at 3 pages of 1 platform on 2031-05-06."
    titles = [t for t in text[1:] if t and not t.startswith(" ")]
    assert titles == [
        "Missing from their pages (1)",
        "Candidates (1)",
        "Pages that could not be read (1)",
        "Could not be confirmed (1)",
        "Confirmed (1)",
    ]
    assert any("propose to retire" in t for t in text)
    assert any("REPORTED as fake for other" in t for t in text)


def test_an_empty_report_is_one_line() -> None:
    assert len(report_lines(Report(date=DAY, platforms=0, pages=0), words("en"))) == 1


def test_what_a_page_says_cannot_act_in_a_pull_request() -> None:
    markdown = report_markdown(FULL, words("en"))
    (line,) = [each for each in markdown.splitlines() if "evil.test" in each]
    cells = line.removeprefix("- ").split(" · ")
    assert all(c.startswith("`") and c.endswith("`") and c.count("`") == 2 for c in cells)


def test_every_failure_has_its_words() -> None:
    documented = set((Failure.__doc__ or "").split("`")[1::2])
    assert documented == set(FAILURES)
