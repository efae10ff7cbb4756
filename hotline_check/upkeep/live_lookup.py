"""Search the platform's own pages for a value now (`check --live`).

Whole pages are fetched and searched locally; the value is never sent anywhere.
"""

import datetime as dt
import queue
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from typing import Literal

import msgspec

from hotline_check.registry.models import Channel, Platform, Sighting
from hotline_check.registry.web.pins import host_of
from hotline_check.upkeep.web.fetch import Failure, Fetcher
from hotline_check.upkeep.web.page import (
    Page,
    Unchanged,
    own_page,
    read_page,
)
from hotline_check.upkeep.web.search_page import (
    Finder,
    Place,
    WantedValue,
    seek,
    wanted_value,
)

# A person waits for each; the pages that may show the contact come first.
_PAGES = 6
_GRACE = 2.0  # seconds beyond the fetcher's limit: a DNS look-up has no time-out


class PageLook(msgspec.Struct, frozen=True, kw_only=True):
    """Result for one page: `place` if the value is there, `failure` if it was unreadable.

    With neither, the page was read and the value is not on it.
    """

    url: str
    place: Place | None = None
    failure: Failure | None = None


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """Result of a live look-up.

    state: `seen` on at least one page; `not-seen` when every page that matters was read and
    none shows it; `unconfirmed` otherwise, also when there is no page to look at.
    """

    state: Literal["seen", "not-seen", "unconfirmed"]
    date: dt.date
    pages: tuple[PageLook, ...]


def look(
    platform: Platform,
    kind: str,
    value: str,
    today: dt.date,
    *,
    region: str | None = None,
    fetcher: Fetcher | None = None,
    find: Finder | None = None,
) -> Look:
    """Search the platform's listing pages for a value (in a Reading's form).

    kind: a channel kind. region: the country of a number that is dialled only there. Takes at
    most the fetcher's total limit and two seconds.
    """
    fetcher, find = fetcher or Fetcher(), find or finder()
    channels = [c for c in platform.channels if (c.kind, c.value) == (kind, value)]
    wanted = (
        wanted_value(channels[0])
        if channels
        else WantedValue(kind=kind, value=value, regions=(region,) if region else ())
    )
    urls = listing_pages(platform, channels)
    seeker = partial(_answer, wanted=wanted, find=find)
    read = partial(read_page, fetcher, allowed=own_page(platform.pins), today=today)
    answers = _ask_all(urls, lambda url: seeker(url, read(url)), fetcher.limits.total)
    return Look(state=_state(channels, answers), date=today, pages=answers)


def listing_pages(platform: Platform, first: Iterable[Channel]) -> tuple[str, ...]:
    """The platform's own pages that list channels: those of `first`, then by number of channels."""
    weight: dict[str, int] = defaultdict(int)
    for channel in platform.channels:
        for sighting in page_sightings(channel):
            weight[sighting.url] += 10 if channel.kind == "phone" else 1
    if platform.phone_policy_source and platform.phone_policy_source.source_kind == "operator":
        weight[platform.phone_policy_source.url] += 5
    own = (s.url for channel in first for s in page_sightings(channel))
    ranked = sorted(weight, key=lambda url: -weight[url])
    return tuple(dict.fromkeys((*own, *ranked)))[:_PAGES]


def page_sightings(channel: Channel) -> tuple[Sighting, ...]:
    """A channel's sightings on the platform's own pages, without owner proofs."""
    return tuple(s for s in channel.own_sightings if s.how != "owner-proof")


def finder() -> Finder:
    """The reader's `find`, imported when the first page is read."""
    from hotline_check.reading.extract import find  # loads the numbering plan

    return find


def _ask_all(
    urls: tuple[str, ...], ask: Callable[[str], PageLook], limit: float
) -> tuple[PageLook, ...]:
    """Fetch every page, hosts concurrently, until one shows the value or time is up."""
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        by_host[host_of(url) or url].append(url)
    done: queue.SimpleQueue[PageLook] = queue.SimpleQueue()
    enough = threading.Event()

    def work(pages: list[str]) -> None:
        for url in pages:
            if not enough.is_set():
                done.put(ask(url))

    for pages in by_host.values():
        # Daemon threads: a DNS look-up can't be cancelled, and the process must not wait for one.
        threading.Thread(target=work, args=(pages,), daemon=True).start()
    end = time.monotonic() + limit + _GRACE
    answers: dict[str, PageLook] = {}
    while len(answers) < len(urls):
        try:
            answer = done.get(timeout=max(0.0, end - time.monotonic()))
        except queue.Empty:
            break
        answers[answer.url] = answer
        if answer.place:
            enough.set()
            return tuple(answers[url] for url in urls if url in answers)
    enough.set()
    late = partial(Failure, code="timed-out", detail=f"{limit:g}")
    return tuple(answers.get(url) or PageLook(url=url, failure=late(url=url)) for url in urls)


def _answer(
    url: str, page: Page | Unchanged | Failure, *, wanted: WantedValue, find: Finder
) -> PageLook:
    if isinstance(page, Failure):
        return PageLook(url=url, failure=page)
    assert isinstance(page, Page)  # noqa: S101  # Unchanged needs a condition, and none was sent
    place = seek(page, [wanted], find).get(wanted)
    if place is None and page.partial:
        return PageLook(url=url, failure=Failure(url=url, code="javascript-only"))
    return PageLook(url=url, place=place)


def _state(
    channels: list[Channel], answers: tuple[PageLook, ...]
) -> Literal["seen", "not-seen", "unconfirmed"]:
    if any(a.place for a in answers):
        return "seen"
    own = {s.url for channel in channels for s in page_sightings(channel)}
    matter = [a for a in answers if a.url in own] or answers
    if matter and not any(a.failure for a in matter):
        return "not-seen"
    return "unconfirmed"
