"""From a contact that was read to its verdict, by what a registry knows of its readings."""

import datetime as dt
from collections.abc import Hashable, Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace

from hotline_check.reading.codes import Problem
from hotline_check.reading.models import Find, Reading
from hotline_check.registry.lookups.contacts import possible_bodies
from hotline_check.registry.lookups.facts import ClaimedBy, Facts
from hotline_check.registry.lookups.readings import facts_about
from hotline_check.registry.models import Authority, Platform
from hotline_check.registry.storage.snapshot import Snapshot
from hotline_check.verdict.answer import answer
from hotline_check.verdict.models import Direction, Reason, RegistryInfo, Verdict
from hotline_check.verdict.table import judge

# Verdicts about contacts that nobody knows, of each way in which one is written and spoken of.
_MOST_KEPT: Final = 1_024
_TEXT: Final[ClaimedBy] = "text"


class Said(NamedTuple):
    """What is said of a contact beside its value: whose it is, who says so, who calls whom."""

    claim: Platform | None
    by: ClaimedBy
    direction: Direction


class Judge:
    """Verdicts by one registry, on one day.

    source: what the registry is called. unknown_claim: why the name that a person gave is no
    platform's.
    """

    def __init__(self, source: str, today: dt.date, unknown_claim: Reason | None) -> None:
        self._source = source
        self._today = today
        self._unknown_claim = unknown_claim
        self._kept: dict[Hashable, Verdict] = {}
        self._snapshot: Snapshot | None = None

    def verdict(self, snapshot: Snapshot, find: Find, said: Said) -> Verdict:
        """The verdict about one contact."""
        known = [(each, _facts(snapshot, each, find, said)) for each in find.readings]
        bodies: Sequence[tuple[str, Authority]] = ()
        if find.problem == Problem.NO_COUNTRY:
            bodies = possible_bodies(snapshot, find.text)
        like = None if bodies else _what_decides(find, known, said)
        if like is None:
            return self._verdict(snapshot, find, said, known, bodies)
        # Thousands of contacts that nobody publishes, as in spam, need a few verdicts.
        if snapshot is not self._snapshot:
            self._snapshot, self._kept = snapshot, {}
        verdict = self._kept.get(like)
        if verdict is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            verdict = self._kept[like] = self._verdict(snapshot, find, said, known, bodies)
            return verdict
        reading = find.readings[0] if find.readings else None
        return replace(verdict, input=find.text, reading=reading, readings=find.readings)

    def _verdict(
        self,
        snapshot: Snapshot,
        find: Find,
        said: Said,
        known: Sequence[tuple[Reading, Facts]],
        bodies: Sequence[tuple[str, Authority]],
    ) -> Verdict:
        """The verdict by the table. known: the readings of the contact, with the facts of each."""
        return answer(
            find,
            [(each, judge(each, facts, said.direction, self._today)) for each, facts in known],
            claim=said.claim,
            claimed_by=said.by,
            direction=said.direction,
            today=self._today,
            registry=info(self._source, snapshot, self._today),
            unknown_claim=self._unknown_claim,
            bodies=bodies,
        )


def _what_decides(
    find: Find, known: Sequence[tuple[Reading, Facts]], said: Said
) -> Hashable | None:
    """All that the verdict about a contact rests on, where its value does not matter.

    None where the registry has the value, or what an address says of itself counts.
    """
    rest = (said.claim.id if said.claim else None, *said[1:], find.origin, find.is_offered)
    if not known:
        return (find.problem, *rest)
    reading, facts = known[0]
    if len(known) > 1 or not facts.is_nothing_known:
        return None
    if said.claim and reading.kind != "phone":
        from hotline_check.verdict.web import is_app_store  # a number does without it

        if is_app_store(reading):
            return None
    similar = tuple((s.platform.id, s.value, s.likeness, s.is_strong) for s in facts.similar)
    return (reading.kind, reading.network, reading.assumed, similar, *rest)


def info(source: str, snapshot: Snapshot, today: dt.date) -> RegistryInfo:
    """Which registry answers, and how old it is on a day."""
    age = (today - dt.date.fromisoformat(snapshot.date)).days if snapshot.date else 0
    return RegistryInfo(source=source, date=snapshot.date, age_days=max(age, 0))


def _facts(snapshot: Snapshot, reading: Reading, find: Find, said: Said) -> Facts:
    facts = facts_about(snapshot, reading, said.claim)
    if said.by != _TEXT:
        return facts
    return replace(
        facts, claimed_by=said.by, is_offered=find.is_offered, also_named=find.also_named
    )
