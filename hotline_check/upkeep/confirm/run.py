"""The whole of `registry confirm`: plan, crawl, judge; and the same for a saved page."""

import datetime as dt
import re
import threading
from collections.abc import Callable, Collection

import msgspec

from hotline_check.errors import HotlineError
from hotline_check.registry.folder import Registry
from hotline_check.registry.models import Platform
from hotline_check.upkeep.confirm.crawl import Crawl
from hotline_check.upkeep.confirm.judge import judge
from hotline_check.upkeep.confirm.manners import Gate, Manners
from hotline_check.upkeep.confirm.memory import Memory
from hotline_check.upkeep.confirm.models import Outcome, Report
from hotline_check.upkeep.confirm.plan import Plan, Work, plan, wanted
from hotline_check.upkeep.confirm.proof import Lookup, ask_dns
from hotline_check.upkeep.confirm.visit import Visitor, noted
from hotline_check.upkeep.fetch import Answer, Failure, Fetcher, Hold, user_agent
from hotline_check.upkeep.live import finder
from hotline_check.upkeep.pages import page_of
from hotline_check.upkeep.seek import Finder

Clock = Callable[[], dt.datetime]
Progress = Callable[[int, int, str], None]
# Edge and Chrome write the first, most sites the second.
_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->", re.IGNORECASE)
_CANONICAL = re.compile(
    rb"<link[^>]*\brel=[\"']?canonical[\"']?[^>]*\bhref=[\"']?([^\"'\s>]+)"
    rb"|<link[^>]*\bhref=[\"']?([^\"'\s>]+)[\"']?[^>]*\brel=[\"']?canonical",
    re.IGNORECASE,
)


class Tools(msgspec.Struct, frozen=True, kw_only=True):
    """What a run works with; the defaults are the real network.

    fetcher: makes one for a gate's `hold`. lookup: asks for TXT records, None to ask for no
    owner proofs at all.
    """

    fetcher: Callable[[Hold], Fetcher] = lambda hold: Fetcher(hold=hold)
    lookup: Lookup | None = ask_dns
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
    """Look at the listing pages of platforms and report what stands there.

    now: an aware clock; its date is the day of the sightings. only: platform ids, all when
    empty. older_than: only channels not seen for that long. memory: open; an interrupted run
    goes on from there, until the caller has used the report and calls `memory.finish()`.
    progress: is told pages done, pages in all and the last page.
    """
    tools = tools or Tools()
    today = now().date()
    plans = plan(
        registry.platforms, today, only=only, older_than=older_than, proofs=bool(tools.lookup)
    )
    memory.begin(f"{sorted(only)} {older_than}", now())
    work = [w for one in plans for w in one.work]
    todo = [w for w in work if not _done_in_this_run(memory, w)]
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
    return judge(registry, plans, _outcomes(plans, memory), memory, today)


def confirm_saved(
    registry: Registry,
    platform: Platform,
    page: bytes,
    saved: dt.date,
    memory: Memory,
    *,
    find: Finder | None = None,
) -> Report:
    """Report what stands on a page that was saved in a browser.

    The page says itself which listing page of the platform it is. saved: the day it was saved.
    Raises HotlineError: `saved-page-unknown` when it is none of the listing pages,
    `saved-page-unreadable` when it is no page.
    """
    plans = plan([platform], saved, proofs=False)
    pages = {_bare(w.url): w for one in plans for w in one.work}
    work = next((pages[url] for url in _addresses(page) if url in pages), None)
    if work is None:
        named = ", ".join(_addresses(page)) or "-"
        raise HotlineError("saved-page-unknown", platform=platform.name, got=named)
    answer = Answer(url=work.url, final_url=work.url, status=200, headers={}, body=page)
    read = page_of(answer, saved)
    if isinstance(read, Failure):
        raise HotlineError("saved-page-unreadable")
    blank = Outcome(
        platform=platform.id,
        url=work.url,
        run="saved",
        checked=saved,
        reader=user_agent(),
        how="stored-copy",
        wanted=tuple((s.kind, s.value) for s in wanted(platform)),
    )
    outcome = noted(blank, read, work, find or finder())
    memory.keep(outcome)
    return judge(registry, plans, {platform.id: {work.url: outcome}}, memory, saved)


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


def _done_in_this_run(memory: Memory, work: Work) -> bool:
    outcome = memory.page(work.platform.id, work.url)
    if outcome is None or outcome.run != memory.run:
        return False
    return set(outcome.wanted) == {(s.kind, s.value) for s in wanted(work.platform)}


def _outcomes(plans: Collection[Plan], memory: Memory) -> dict[str, dict[str, Outcome]]:
    out: dict[str, dict[str, Outcome]] = {}
    for one in plans:
        found = (memory.page(one.platform.id, work.url) for work in one.work)
        out[one.platform.id] = {outcome.url: outcome for outcome in found if outcome}
    return out


def _addresses(page: bytes) -> list[str]:
    """The addresses that a saved page says it has, without query, fragment and last slash."""
    head = page[:200_000]
    found = [*_SAVED_FROM.findall(head)]
    found += [first or second for first, second in _CANONICAL.findall(head)]
    return [_bare(url.decode("utf-8", "replace")) for url in found]


def _bare(url: str) -> str:
    return re.split(r"[?#]", url, maxsplit=1)[0].rstrip("/")
