"""Checking one contact: text -> readings -> facts -> verdict. The program and the API call this."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final, get_args

import msgspec

from hotline_check.attribution.given_claim import given_claim
from hotline_check.checking.judging import Judge, Said, info
from hotline_check.errors import HotlineError
from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading import find as read_all
from hotline_check.reading import mentions, read
from hotline_check.reading.codes import Problem
from hotline_check.reading.hidden_caller import is_hidden_caller
from hotline_check.reading.models import Find, Hints
from hotline_check.reading.phone.certainty import is_of_guessed_country
from hotline_check.reading.phone.parse import BARE
from hotline_check.registry.lookups.contacts import (
    known_body,
    known_impostor,
)
from hotline_check.registry.lookups.facts import ClaimedBy
from hotline_check.registry.matching.names import printable
from hotline_check.registry.matching.regions import known_region
from hotline_check.registry.models import Platform
from hotline_check.registry.storage.home import home_regions
from hotline_check.registry.storage.snapshot import Snapshot
from hotline_check.registry.storage.store import Store
from hotline_check.verdict.models import (
    Direction,
    Reason,
    Status,
    Verdict,
)

if TYPE_CHECKING:
    from hotline_check.attribution.documents import Brands

__all__ = ["Checker", "info"]

PERSON: Final[ClaimedBy] = "person"
TEXT: Final[ClaimedBy] = "text"
# More digits are a number with something after it, whatever the country.
_MOST_DIGITS_AT_HOME: Final = 11
# From a plus or a bracket to the last digit.
_DIGITS: Final = lazy_pattern(r"(?<![+(])[+(]*+\d(?s:.*\d)?")
# Such digits may still be in the reported layer, as they were typed.
_WITHOUT_COUNTRY: Final = frozenset({Problem.NO_COUNTRY, Problem.NOT_READ})
_SHORTEST_SECRET: Final = 47  # characters of twelve words with three letters


class Checker:
    """Answers questions against one registry, on one day, for one claim.

    claim: what the person calls the platform, None when nobody is named.
    region: ISO code for numbers without a country code. Only where it is not given are the
    countries tried where the claimed platform has phone lines, then locale_region.
    A claim that names no platform of the registry is said with every verdict, and none is good.
    Raises HotlineError when the claim is no name at all, the region no country, or the registry
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
        self.claim, self.unknown_claim = given_claim(store, claim)
        self._by_registry = Judge(store.source, today, self.unknown_claim)
        claimed = home_regions(self.claim) if self.claim else ()
        if region is not None:  # what the person says is not overruled by a guess
            self.hints = Hints(region=known_region(region), home_regions=claimed)
        else:
            self.hints = Hints(claim_regions=claimed, locale_region=locale_region)

    def check(self, text: str) -> list[Verdict]:
        """Verdicts about what a person typed or pasted: one for each contact in it."""
        text = printable(text)
        if len(text) < _SHORTEST_SECRET:
            return self._check(text)
        from hotline_check.private_keys import SHOWN, taken_out  # long texts only

        text, secrets = taken_out(text)
        finds = [
            Find(start=s.start, end=s.end, text=SHOWN, problem=Problem(s.kind)) for s in secrets
        ]
        verdicts = (v for v in self._check(text) if not finds or v.reading or v.readings)
        return [*map(self.judge, finds), *verdicts]

    def _check(self, text: str) -> list[Verdict]:
        if self.direction == "they-called" and is_hidden_caller(text):
            return [
                self.judge(Find(start=0, end=len(text), text=text, problem=Problem.CALLER_HIDDEN))
            ]
        finds = self._read(text)
        if BARE.issuperset(text):  # digits name nobody
            return [self.judge(find) for find in finds]
        verdicts = [self._judged(text, *pair) for pair in self._attributed(text, finds)]
        return [self._named(verdicts[0])] if len(verdicts) == 1 else verdicts

    def _judged(self, text: str, find: Find, claim: Platform | None) -> Verdict:
        """The verdict about one contact in its text."""
        verdict = self.judge(find, claim)
        if verdict.level != "listed":
            return verdict
        from hotline_check.attribution.doubts.listed import as_doubted  # few need it

        doubted = as_doubted(find, text)
        return verdict if doubted is find else self.judge(doubted, claim)

    def _read(self, text: str) -> Sequence[Find]:
        """The contacts of a text; digits that fit no country of the claim have no country yet."""
        finds = read(text, self.hints)
        if [find.problem for find in finds] == [Problem.TOO_LONG]:
            named = self._brands.without_digits_of_names(text)  # `N26: +49 …`
            if named != text:
                finds = tuple(find.within(text) for find in read(named, self.hints))
        if not self.hints.claim_regions or [find.problem for find in finds] != [Problem.TOO_LONG]:
            return finds
        if sum(map(str.isdigit, text)) <= _MOST_DIGITS_AT_HOME:
            anywhere = read(text, msgspec.structs.replace(self.hints, claim_regions=()))
            if [find.problem for find in anywhere] == [Problem.NO_COUNTRY]:
                return anywhere
        return finds

    def _attributed(
        self, text: str, finds: Sequence[Find]
    ) -> Iterator[tuple[Find, Platform | None]]:
        """Each contact of a pasted text with the platform that the text says it belongs to."""
        from hotline_check.attribution.digits_near_names import with_digits_near_names
        from hotline_check.attribution.documents import at_home
        from hotline_check.attribution.written_senders import as_sender

        brands = self._brands
        if not self.claim:
            finds = with_digits_near_names(text, finds, self.hints, brands)
        contacts = [find for find in finds if find.text == text or not brands.is_name(find)]
        if not contacts:
            yield Find(start=0, end=len(text), text=text, problem=Problem.NO_NUMBER), None
            return
        contacts = self._with_several_at_home(text, contacts)
        for find, name in self._said(brands, text, contacts):
            platform = brands.platform(name) if name else None
            yield as_sender(at_home(find, platform, self.hints), text), platform

    def _with_several_at_home(self, text: str, contacts: list[Find]) -> list[Find]:
        """The numbers of a text without a country, in the countries of its only platform.

        `Coinhouse: 01 53 00 92 60, pros: 01 82 88 29 51`; a single number is read so later.
        """
        if self.claim or [find.problem for find in contacts] != [Problem.NO_COUNTRY]:
            return contacts
        named = {mention.platform for mention in mentions(text, self._brands.names)}
        platform = self._brands.platform(named.pop()) if len(named) == 1 else None
        regions = home_regions(platform) if platform else ()
        again = read(text, msgspec.structs.replace(self.hints, claim_regions=regions))
        return list(again) if len(again) > 1 and all(find.readings for find in again) else contacts

    @cached_property
    def _brands(self) -> "Brands":
        """The names of the platforms, which take ten checks to collect."""
        from hotline_check.attribution.documents import Brands

        return Brands(self.store)

    def _said(
        self, brands: "Brands", text: str, contacts: Sequence[Find]
    ) -> Iterable[tuple[Find, str | None]]:
        """Each contact with the id of the platform that the text gives it to."""
        from hotline_check.attribution.documents import Document

        document = Document(brands)
        if self.claim:
            return ((find, None) for find in contacts)
        if len(contacts) == 1 and contacts[0].text.strip() == text.strip():
            digits = _DIGITS.search(text)
            if not _is_number(contacts[0]):
                return [(contacts[0], None)]
            if digits is None:
                return [(contacts[0], document.named_most(text))]
            # The words around the digits may give them to somebody else than the platform.
            start, end = digits.span()
            inner = msgspec.structs.replace(contacts[0], start=start, end=end, text=digits[0])
            document.begin(text, finds=[inner])
            return [
                (msgspec.structs.replace(find, start=0, end=len(text), text=contacts[0].text), name)
                for find, name in document.attributed(text, [inner])
            ]
        document.begin(text, finds=contacts)
        return document.attributed(text, contacts)

    def judge(self, find: Find, claim: Platform | None = None) -> Verdict:
        """The verdict about one contact.

        claim: what the text says of it, used when the person named no platform.
        """
        if find.problem in _WITHOUT_COUNTRY:
            find = self.store.ask(lambda snapshot: known_impostor(snapshot, find))
        elif find.readings and all(map(is_of_guessed_country, find.readings)):
            find = self.store.ask(lambda snapshot: known_body(snapshot, find))
        verdict = self.store.ask(lambda snapshot: self._judge(snapshot, find, claim))
        return self._compared(find, verdict) if find.shown and find.readings else verdict

    def _compared(self, find: Find, verdict: Verdict) -> Verdict:
        """The verdict about a link's target, after a look at what the link shows."""
        from hotline_check.registry.lookups.web import has_same_owner  # for links only
        from hotline_check.verdict.shown import shown_instead, with_shown

        shown = read_all(find.shown, self.hints)
        other = self.store.ask(
            lambda snapshot: shown_instead(
                list(shown), find.readings, lambda first, two: has_same_owner(snapshot, first, two)
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
        from hotline_check.upkeep.live_lookup import look  # the network, only here
        from hotline_check.verdict.live import after_look

        seen = look(platform, reading.kind, reading.value, self.today, region=reading.region)
        return after_look(
            verdict,
            self.today,
            seen_at=next((page.url for page in seen.pages if page.place), None),
            unread={page.url: page.failure.code for page in seen.pages if page.failure},
            whole=seen.state == "not-seen",
        )

    def _judge(self, snapshot: Snapshot, find: Find, said: Platform | None) -> Verdict:
        claim, by = (self.claim, PERSON) if self.claim or not said else (said, TEXT)
        if find.origin == "hidden":
            claim = None  # what nobody is shown is offered as nobody's contact
        # A sender wrote to the person, who reads it: nothing is dialled there.
        direction = "they-called" if find.origin == "sender" else self.direction
        return self._by_registry.verdict(snapshot, find, Said(claim, by, direction))


def _is_number(find: Find) -> bool:
    """Return True for a phone number; a name within an address is judged as a likeness."""
    if not find.readings:
        return find.problem == Problem.NO_COUNTRY
    return all(reading.kind == "phone" for reading in find.readings)
