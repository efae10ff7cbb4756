from collections.abc import Iterable, Iterator

import phonenumbers
import pytest

from hotline_check.reading.models import Find, Hints, Reading
from hotline_check.upkeep.web.fetch import Fetcher, Limits
from tests.upkeep.loopback import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def fetcher(site: Site) -> Fetcher:
    limits = Limits(connect=1, read=0.5, total=1, size=200_000, redirects=3)
    return Fetcher(limits=limits, resolve=site.resolve)


def find(text: str, hints: Hints) -> Iterable[Find]:
    """A plain finder: these tests are about pages, not about reading."""
    leniency = phonenumbers.Leniency.POSSIBLE
    for hit in phonenumbers.PhoneNumberMatcher(text, hints.region, leniency, 1000):
        value = phonenumbers.format_number(hit.number, phonenumbers.PhoneNumberFormat.E164)
        reading = Reading(kind="phone", value=value)
        yield Find(start=hit.start, end=hit.end, text=hit.raw_string, readings=(reading,))
