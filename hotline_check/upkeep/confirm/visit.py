"""One visit: fetch a page within the rate limits and record what it shows."""

import datetime as dt
from collections.abc import Callable
from functools import partial

import msgspec

from hotline_check.upkeep.confirm import proof
from hotline_check.upkeep.confirm.journal import Memory
from hotline_check.upkeep.confirm.models import Key, Outcome
from hotline_check.upkeep.confirm.plan import Work, wanted
from hotline_check.upkeep.confirm.politeness import Gate, Manners, wait_before_retry
from hotline_check.upkeep.confirm.robots import Robots
from hotline_check.upkeep.web.fetch import Failure, Fetcher, user_agent
from hotline_check.upkeep.web.page import (
    Page,
    Unchanged,
    own_page,
    read_page,
)
from hotline_check.upkeep.web.search_page import Finder, survey

# Failures of the host, not of a page: its other pages need no request.
_HOST_IS_DOWN = frozenset({"rate-limited", "timed-out", "unreachable"})


class Visitor:
    """Does the work of one run, page by page; `memory` holds what came of it.

    now: the clock. lookup: resolves TXT records. done: called with each finished page.
    """

    def __init__(
        self,
        memory: Memory,
        fetcher: Fetcher,
        gate: Gate,
        *,
        manners: Manners,
        find: Finder,
        now: Callable[[], dt.datetime],
        lookup: proof.Lookup,
        done: Callable[[Work], None],
    ) -> None:
        self._memory = memory
        self._fetcher = fetcher
        self._robots = Robots(fetcher, gate)
        self._manners = manners
        self._find = find
        self._now = now
        self._lookup = lookup
        self._done = done
        self._down: dict[str, Failure] = {}

    def __call__(self, work: Work, tries: int) -> float | None:
        """Try once; return the seconds until the next try, None when the outcome is final."""
        down = self._down.get(work.host)
        outcome = self._outcome(work) if down is None else self._failed(work, down)
        failure = outcome.failure
        if failure and down is None:
            wait = wait_before_retry(failure, tries, self._manners)
            if wait is not None and wait <= self._manners.longest_wait:
                return wait
            if failure.code in _HOST_IS_DOWN:
                self._down[work.host] = failure
        self._memory.keep(outcome)
        self._done(work)
        return None

    def _outcome(self, work: Work) -> Outcome:
        if work.proof:
            return self._proof(work)
        allowed = own_page(work.platform.pins)
        # A conditional request saves the download, but only where the old answer is still complete.
        before = self._memory.page(work.platform.id, work.url)
        blank = self._blank(work)
        known = before if before and _is_same_question(before, blank) else None
        page = read_page(
            self._fetcher,
            work.url,
            allowed,
            blank.checked,
            conditions=_conditions(known),
            before=partial(self._robots.objection, allowed=allowed),
        )
        if isinstance(page, Failure):
            return self._failed(work, page)
        # 304 confirms today what the page showed then, so the sighting gets today's date.
        if isinstance(page, Unchanged):
            assert known is not None  # noqa: S101  # a condition was sent only for a known page
            return msgspec.structs.replace(
                known, run=blank.run, checked=blank.checked, unchanged=True
            )
        return noted(blank, page, work, self._find)

    def _proof(self, work: Work) -> Outcome:
        blank = msgspec.structs.replace(self._blank(work), how="owner-proof")
        if work.proof == "dns":
            named: tuple[Key, ...] | Failure = proof.in_dns(work.host, self._lookup)
        else:
            allowed = own_page(work.platform.pins)
            before = partial(self._robots.objection, allowed=allowed)
            named = proof.in_file(work.url, self._fetcher, allowed, before)
        if isinstance(named, Failure):
            return msgspec.structs.replace(blank, failure=named)
        return msgspec.structs.replace(blank, named=named)

    def _failed(self, work: Work, failure: Failure) -> Outcome:
        failure = msgspec.structs.replace(failure, url=work.url)
        return msgspec.structs.replace(self._blank(work), failure=failure)

    def _blank(self, work: Work) -> Outcome:
        return Outcome(
            platform=work.platform.id,
            url=work.url,
            run=self._memory.run,
            checked=self._now().date(),
            reader=user_agent(),
            wanted=tuple((s.kind, s.value) for s in wanted(work.platform)),
        )


def noted(blank: Outcome, page: Page, work: Work, find: Finder) -> Outcome:
    """The outcome completed with what the page shows."""
    seen, numbers = survey(page, wanted(work.platform), find, work.platform.country)
    return msgspec.structs.replace(
        blank,
        seen=tuple(((s.kind, s.value), place) for s, place in seen.items()),
        numbers=tuple(numbers),
        partial=page.partial,
        etag=page.etag,
        last_modified=page.last_modified,
    )


def _is_same_question(before: Outcome, now: Outcome) -> bool:
    """Return True if a stored outcome of an unchanged page answers today's question."""
    return (
        before.failure is None
        and before.how == "live"
        # A newer reader may find more on the same page.
        and before.reader == now.reader
        and set(before.wanted) == set(now.wanted)
    )


def _conditions(known: Outcome | None) -> dict[str, str]:
    conditions: dict[str, str] = {}
    if known and known.etag:
        conditions["If-None-Match"] = known.etag
    if known and known.last_modified:
        conditions["If-Modified-Since"] = known.last_modified
    return conditions
