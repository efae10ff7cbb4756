"""Which archives' copies count as a platform's page."""

import datetime as dt

import pytest

from hotline_check.registry.archives import archive_name, archive_problem

PAGE = "https://www.example.com/terms"
DAY = dt.date(2026, 6, 9)
COPY = "https://web.archive.org/web/20260609101500"
TERMS = "https://github.com/OpenTermsArchive/contrib-versions/blob/0a1b2c3/Example/Terms.md"


@pytest.mark.parametrize(
    ("archive", "problem"),
    [
        (f"{COPY}/{PAGE}", None),
        (f"{COPY}id_/{PAGE}/", None),
        (f"{COPY}/http:/example.com/terms", None),
        (f"{COPY}/https://www.example.com/help", "archive-of-another-page"),
        (f"https://web.archive.org/web/20260610101500/{PAGE}", "archive-of-another-day"),
        ("https://web.archive.org/web/2026/", "not-an-archive"),
        (f"https://archive.example.org/web/20260609101500/{PAGE}", "not-an-archive"),
        (TERMS, None),
        ("https://github.com/somebody/copies/blob/main/Example/Terms.md", "not-an-archive"),
        ("not an address", "not-an-archive"),
    ],
)
def test_a_copy_is_of_that_page_on_that_day(archive: str, problem: str | None) -> None:
    assert archive_problem(archive, PAGE, DAY) == problem


@pytest.mark.parametrize(
    ("archive", "name"),
    [(f"{COPY}/{PAGE}", "Internet Archive"), (TERMS, "Open Terms Archive")],
)
def test_an_archives_name(archive: str, name: str) -> None:
    assert archive_name(archive) == name
