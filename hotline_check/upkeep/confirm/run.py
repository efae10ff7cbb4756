"""Run `registry confirm`: plan, crawl, judge; and the same for saved pages."""

import datetime as dt
import threading
from collections.abc import Callable, Collection, Iterable

import msgspec

from hotline_check.registry.folder import Registry
from hotline_check.upkeep.confirm.crawl import Crawl
from hotline_check.upkeep.confirm.journal import Memory
from hotline_check.upkeep.confirm.judge import judge
from hotline_check.upkeep.confirm.models import Outcome, Report
from hotline_check.upkeep.confirm.plan import (
    Plan,
    Proof,
    Work,
    plan,
    wanted,
)
from hotline_check.upkeep.confirm.politeness import Gate, Manners
from hotline_check.upkeep.confirm.proof import Lookup, ask_dns, can_ask_dns
from hotline_check.upkeep.confirm.saved import SavedPage, bare
from hotline_check.upkeep.confirm.visit import Visitor, noted
from hotline_check.upkeep.live_lookup import finder
from hotline_check.upkeep.web.fetch import (
    Answer,
    Failure,
    Fetcher,
    Hold,
    user_agent,
)
from hotline_check.upkeep.web.page import page_of
from hotline_check.upkeep.web.search_page import Finder

Clock = Callable[[], dt.datetime]
Progress = Callable[[int, int, str], None]


class Tools(msgspec.Struct, frozen=True, kw_only=True):
    """Dependencies of a run; the defaults use the real network.

    fetcher: makes one for a gate's `hold`. proofs: look for owner proofs. lookup: asks for TXT
    records; None where nothing installed can.
    """

    fetcher: Callable[[Hold], Fetcher] = lambda hold: Fetcher(hold=hold)
    proofs: bool = True
    lookup: Lookup | None = msgspec.field(
        default_factory=lambda: ask_dns if can_ask_dns() else None
    )
    find: Finder = msgspec.field(default_factory=finder)
    manners: Manners = Manners()


def confirm(
    registry: Registry,
    memory: Memory,
    now: Clock,
    *,
    only: Collection[str] = (),
    older_than: dt.timedelta | None = None,
    tools: Tools | None = None,
    progress: Progress = lambda *_: None,
) -> Report:
    """Check the listing pages of platforms and report which channels they show.

    now: an aware clock; its date is the day of the sightings. only: platform ids, all when
    empty. older_than: only channels not seen for that long. memory: open; an interrupted run
    goes on from there, until the caller has used the report and calls `memory.finish()`.
    progress: called with pages done, total pages and the last page.
    """
    tools = tools or Tools()
    today = now().date()
    proofs: list[Proof] = []
    if tools.proofs:
        proofs = ["file", "dns"] if tools.lookup else ["file"]
    plans = plan(registry.platforms, today, only=only, older_than=older_than, proofs=proofs)
    memory.begin(f"{sorted(only)} {older_than}", now())
    work = [w for plan in plans for w in plan.work]
    todo = [w for w in work if not _is_done(memory, w)]
    counter = _Counter(len(work), len(work) - len(todo), progress)
    gate = Gate(tools.manners.pause)
    visitor = Visitor(
        memory,
        tools.fetcher(gate.hold),
        gate,
        manners=tools.manners,
        find=tools.find,
        now=now,
        lookup=tools.lookup or (lambda _: []),
        done=counter.count,
    )
    Crawl(todo, visitor, gate, tools.manners.workers).run()
    report = judge(registry, plans, _outcomes(plans, memory), memory, today)
    return msgspec.structs.replace(report, has_skipped_dns="dns" not in proofs and tools.proofs)


def confirm_saved(
    registry: Registry,
    pages: Iterable[SavedPage],
    memory: Memory,
    today: dt.date,
    *,
    only: Collection[str] = (),
    find: Finder | None = None,
    progress: Progress = lambda *_: None,
) -> Report:
    """Report what saved pages (from a browser or a crawler) show.

    Each page states its own URL and the date of saving; of two copies, the later is used. only:
    platform ids, all when empty. The report's `strangers` names pages that are no listing page.
    """
    plans = plan(registry.platforms, today, only=only, proofs=())
    listing: dict[str, list[Work]] = {}
    for platform_plan in plans:
        for work in platform_plan.work:
            listing.setdefault(bare(work.url), []).append(work)
    find = find or finder()
    outcomes: dict[str, dict[str, Outcome]] = {}
    strangers: list[str] = []
    for done, page in enumerate(pages, start=1):
        works = next((listing[url] for url in page.addresses if url in listing), [])
        if not works:
            strangers.append(_named(page))
        for work in works:
            by_url = outcomes.setdefault(work.platform.id, {})
            if work.url not in by_url or by_url[work.url].checked <= page.saved:
                by_url[work.url] = _of_saved(page, work, find)
        progress(done, done, page.file)
    for by_url in outcomes.values():
        for outcome in by_url.values():
            memory.keep(outcome)
    looked_at = [plan for plan in plans if plan.platform.id in outcomes]
    report = judge(registry, looked_at, outcomes, memory, today)
    return msgspec.structs.replace(report, strangers=tuple(strangers))


def _named(page: SavedPage) -> str:
    return f"{page.file}: {page.addresses[0]}" if page.addresses else page.file


def _of_saved(page: SavedPage, work: Work, find: Finder) -> Outcome:
    """The outcome of a saved copy of a listing page."""
    blank = Outcome(
        platform=work.platform.id,
        url=work.url,
        run="saved",
        checked=page.saved,
        reader=user_agent(),
        how="stored-copy",
        wanted=tuple((s.kind, s.value) for s in wanted(work.platform)),
    )
    headers = {"content-type": page.content_type} if page.content_type else {}
    answer = Answer(url=work.url, final_url=work.url, status=200, headers=headers, body=page.body)
    read = page_of(answer, page.saved)
    if isinstance(read, Failure):
        return msgspec.structs.replace(blank, failure=read)
    return noted(blank, read, work, find)


class _Counter:
    def __init__(self, total: int, done: int, progress: Progress) -> None:
        self._total = total
        self._done = done
        self._progress = progress
        self._mutex = threading.Lock()

    def count(self, work: Work) -> None:
        with self._mutex:
            self._done += 1
            self._progress(self._done, self._total, work.url)


def _is_done(memory: Memory, work: Work) -> bool:
    outcome = memory.page(work.platform.id, work.url)
    if outcome is None or outcome.run != memory.run:
        return False
    return set(outcome.wanted) == {(s.kind, s.value) for s in wanted(work.platform)}


def _outcomes(plans: Collection[Plan], memory: Memory) -> dict[str, dict[str, Outcome]]:
    out: dict[str, dict[str, Outcome]] = {}
    for each in plans:
        found = (memory.page(each.platform.id, work.url) for work in each.work)
        out[each.platform.id] = {outcome.url: outcome for outcome in found if outcome}
    return out
