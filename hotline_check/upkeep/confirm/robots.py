"""Fetch and cache each host's robots.txt."""

import threading
from collections import defaultdict

from hotline_check.upkeep.confirm.politeness import Gate
from hotline_check.upkeep.confirm.robots_rules import Rules, rules_for
from hotline_check.upkeep.web.fetch import Allowed, Failure, Fetcher
from hotline_check.upkeep.web.url import target_of

_LONGEST_DELAY = 30.0  # a longer Crawl-delay would let one host hold up the whole run
_NAME = "hotline-check"  # the product token of our User-Agent header
# With these the page could not be fetched, either, so the reason is said as it is.
_NO_ANSWER = frozenset({"unreachable", "timed-out", "bad-certificate", "cut-off"})


class Robots:
    """The rules of each host, fetched once before its first page."""

    def __init__(self, fetcher: Fetcher, gate: Gate) -> None:
        self._fetcher = fetcher
        self._gate = gate
        self._mutex = threading.Lock()
        self._locks: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._rules: dict[str, Rules | str] = {}

    def objection(self, url: str, allowed: Allowed) -> str | None:
        """Why a URL must not be fetched, None when it may be.

        `robots`, `robots-unreadable`, or what is wrong with the whole host.
        """
        target = target_of(url)
        if target is None:
            return None
        site = f"{target.scheme}://{target.netloc}"
        with self._mutex:
            lock = self._locks[site]
        with lock:  # redirects can bring several workers to one host
            rules = self._rules.get(site)
            if rules is None:
                rules = self._fetch(site, target.host, allowed)
                if not isinstance(rules, str) or rules == "robots-unreadable":
                    self._rules[site] = rules  # a host that didn't answer may do so later
        if isinstance(rules, str):
            return rules
        return None if rules.allow(url) else "robots"

    def _fetch(self, site: str, host: str, allowed: Allowed) -> Rules | str:
        answer = self._fetcher.get(site + "/robots.txt", allowed, accept="text/plain")
        if isinstance(answer, Failure):
            if _has_no_rules(answer):
                return Rules()
            return answer.code if answer.code in _NO_ANSWER else "robots-unreadable"
        rules = rules_for(answer.body.decode("utf-8-sig", "replace"), _NAME)
        if rules.delay:
            self._gate.slow_down(host, min(rules.delay, _LONGEST_DELAY))
        return rules


def _has_no_rules(failure: Failure) -> bool:
    """Return True if a failure means that the host has no rules (RFC 9309, 2.3.1.3).

    After a server error there may be rules that we can't see, so the host is not crawled.
    """
    if failure.code == "status":
        return failure.detail.startswith("4")
    return failure.code in {"redirect-outside", "redirect-query", "too-many-redirects"}
