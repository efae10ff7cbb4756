"""Checking one contact: text -> readings -> facts -> verdict. The program and the API call this."""

import datetime as dt
import re
from typing import get_args

import msgspec

from hotline_check.errors import HotlineError
from hotline_check.reading import find as read_all
from hotline_check.reading import read
from hotline_check.reading.models import Find, Hints, Reading
from hotline_check.registry.facts import Facts
from hotline_check.registry.lookups import phone_facts
from hotline_check.registry.models import Platform
from hotline_check.registry.names import printable
from hotline_check.registry.platforms import find_platform
from hotline_check.registry.snapshot import Snapshot
from hotline_check.registry.store import Store
from hotline_check.verdict.answer import answer
from hotline_check.verdict.models import Direction, Reason, RegistryInfo, Status, Verdict
from hotline_check.verdict.table import judge


class Checker:
    """Answers questions against one registry, on one day, for one claim.

    claim: what the person calls the platform, None when nobody is named.
    region: ISO code for numbers without a country code. Only where it is not given are the
    countries tried where the claimed platform has phone lines, then locale_region.
    Raises HotlineError when the claim names no platform, the region no country, or the registry
    can't be used.
    """

    def __init__(
        self,
        store: Store,
        *,
        today: dt.date,
        claim: str | None = None,
        region: str | None = None,
        locale_region: str | None = None,
        direction: Direction = "dialling",
    ) -> None:
        if direction not in get_args(Direction):  # any other word would count as dialling
            known = ", ".join(get_args(Direction))
            raise HotlineError("bad-choice", option="direction", got=str(direction), known=known)
        self.store = store
        self.today = today
        self.direction = direction
        self.claim = store.ask(lambda s: find_platform(s, claim)) if claim is not None else None
        if region is not None:  # what the person says is not overruled by a guess
            self.hints = Hints(region=known_region(region))
        else:
            claimed = home_regions(self.claim) if self.claim else ()
            self.hints = Hints(claim_regions=claimed, locale_region=locale_region)

    def check(self, text: str) -> list[Verdict]:
        """Verdicts about what a person typed or pasted: one for each contact in it."""
        return [self._named(self.judge(find)) for find in read(printable(text), self.hints)]

    def judge(self, find: Find, claim: Platform | None = None) -> Verdict:
        """The verdict about one contact; `claim` is used when the checker has none of its own."""
        claim = self.claim or claim
        verdict = self.store.ask(lambda snapshot: self._judge(snapshot, find, claim))
        return self._compared(find, verdict) if find.shown and find.readings else verdict

    def _compared(self, find: Find, verdict: Verdict) -> Verdict:
        """The verdict about a link's target, after a look at what the link shows."""
        from hotline_check.registry.web_lookups import same_owner  # for links only
        from hotline_check.verdict.shown import shown_instead, with_shown

        shown = read_all(find.shown, self.hints)
        other = self.store.ask(
            lambda snapshot: shown_instead(
                list(shown), find.readings, lambda one, two: same_owner(snapshot, one, two)
            )
        )
        return with_shown(verdict, other, find.readings[0]) if other else verdict

    def _named(self, verdict: Verdict) -> Verdict:
        """Where a platform's name was typed and no contact, say what to ask instead."""
        if verdict.status is not Status.UNREADABLE:
            return verdict
        found = self.store.ask(lambda s: [s.platform(i) for i in s.named(verdict.input)])
        names = tuple(Reason("platform-name", {"platform": p.name, "id": p.id}) for p in found if p)
        return msgspec.structs.replace(verdict, reasons=(*verdict.reasons, *names))

    def look(self, verdict: Verdict) -> Verdict:
        """The verdict after a look at the platform's own pages, now, over the network.

        Whole pages are fetched; the value is compared here and is sent nowhere. A web address
        is not looked at: it would be opened.
        """
        reading = verdict.reading
        owner = verdict.claim or verdict.platform
        platform = self.store.ask(lambda s: s.platform(owner)) if owner else None
        if platform is None or reading is None or reading.kind not in {"phone", "email"}:
            reasons = (*verdict.reasons, Reason("live-no-page"))
            return msgspec.structs.replace(verdict, reasons=reasons)
        from hotline_check.upkeep.live import look  # the network, only here
        from hotline_check.verdict.live import after_look

        seen = look(platform, reading.kind, reading.value, self.today, region=reading.region)
        return after_look(
            verdict,
            self.today,
            seen_at=next((page.url for page in seen.pages if page.place), None),
            unread={page.url: page.failure.code for page in seen.pages if page.failure},
            whole=seen.state == "not-seen",
        )

    def _judge(self, snapshot: Snapshot, find: Find, claim: Platform | None) -> Verdict:
        judged = [
            (reading, judge(reading, _facts(snapshot, reading, claim), self.direction, self.today))
            for reading in find.readings
        ]
        return answer(
            find,
            judged,
            claim=claim,
            direction=self.direction,
            today=self.today,
            registry=info(self.store.source, snapshot, self.today),
        )


def info(source: str, snapshot: Snapshot, today: dt.date) -> RegistryInfo:
    """Which registry answers, and how old it is on a day."""
    age = (today - dt.date.fromisoformat(snapshot.date)).days if snapshot.date else 0
    return RegistryInfo(source=source, date=snapshot.date, age_days=max(age, 0))


def known_region(region: str) -> str:
    """A country code in upper case. Raises HotlineError `no-such-region`."""
    from hotline_check.registry.phones import regions

    code = region.strip().upper()
    code = "GB" if code == "UK" else code  # reserved for it, and what people write
    if not re.fullmatch("[A-Z]{2}", code) or code not in regions():
        raise HotlineError("no-such-region", got=region)
    return code


def home_regions(platform: Platform) -> tuple[str, ...]:
    """The countries that a platform's number without a country code may belong to.

    Those of its phone lines, else of its other channels, else its own.
    """
    from hotline_check.registry.phones import regions

    phones = [r for c in platform.channels if c.kind == "phone" for r in c.regions]
    others = [r for c in platform.channels for r in c.regions]
    named = phones or others or [platform.country or ""]
    return tuple(r for r in dict.fromkeys(named) if r in regions())


def _facts(snapshot: Snapshot, reading: Reading, claim: Platform | None) -> Facts:
    if reading.kind == "phone":
        return phone_facts(snapshot, reading, claim)
    from hotline_check.registry.web_lookups import web_facts

    return web_facts(snapshot, reading, claim)
