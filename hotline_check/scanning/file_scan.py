"""Scanning one file block by block: its contacts with their verdicts, and what was not read."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple

import msgspec

from hotline_check.attribution.documents import Document, DocumentState
from hotline_check.attribution.public_bodies import with_public_bodies
from hotline_check.attribution.senders import NO_FIELDS, Fields
from hotline_check.attribution.written_senders import as_sender
from hotline_check.documents import Block, Skipped
from hotline_check.private_keys import SHOWN, taken_out
from hotline_check.reading.codes import Problem
from hotline_check.reading.models import Find
from hotline_check.scanning.contacts import Contacts
from hotline_check.scanning.hidden_text import hidden_text
from hotline_check.scanning.hits import Hit, Result, hit_of
from hotline_check.scanning.judging import Judge


class State(NamedTuple):
    """What earlier blocks of a document say about its next one.

    over: how far the last contact reached into it.
    """

    over: int
    document: DocumentState

    def leads_on_like(self, other: "State") -> bool:
        """Return True if the next block has the same results after both, in one document."""
        return (self.over, self.document.head) == (other.over, other.document.head)


class Scanned(NamedTuple):
    """A scanned block.

    hits: its contacts in order. note: one about hidden text. finds: what was read in it, targets
    of links included; own: the stretch that these are of.
    """

    hits: list[Hit]
    note: Skipped | None
    finds: Sequence[Find]
    own: tuple[int, int]

    @property
    def results(self) -> list[Result]:
        """The contacts and the note."""
        return [*self.hits, self.note] if self.note else [*self.hits]


class FileScan:
    """Scans the blocks of one file, in order."""

    def __init__(self, name: str, judge: Judge, state: State | None = None) -> None:
        """state: what an earlier block left, to go on after it."""
        self.name = name
        self._judge = judge
        self._document = Document(judge.brands, state.document if state else None)
        self._contacts = _contacts(judge, over=state.over if state else 0)

    @property
    def state(self) -> State:
        """What the next block has to know."""
        return State(self._contacts.over, self._document.state)

    def block(self, part: Block) -> Scanned:
        """Scan the next block. Seed phrases and private keys in its text are masked."""
        secret = self._secrets(part)  # first: from here on the text is masked
        finds = self._contacts.of(part)
        fields = _fields(part, finds)
        if part.opens:
            self._document.begin(part.text, part.title, finds, fields)
        is_name = self._judge.brands.is_name
        hits = [
            hit_of(self.name, part, *self._judge.verdict(find, claim, part.text))
            for find, claim in self._attributed(part, finds, fields)
            if find.origin != "text" or not is_name(find)
        ]
        hits = sorted(hits + secret, key=lambda hit: hit.at.start or 0)
        note = hidden_text(part, finds)
        if note:
            note = msgspec.structs.replace(note, file=self.name)
        return Scanned(hits, note, [*finds, *self._contacts.targets], self._contacts.own)

    def _secrets(self, part: Block) -> list[Hit]:
        """The seed phrases and private keys of a block, which are taken out of its text."""
        part.text, found = taken_out(part.text)
        finds = [Find(start=s.start, end=s.end, text=SHOWN, problem=Problem(s.kind)) for s in found]
        return [
            hit_of(self.name, part, find, self._judge.checker.judge(find))
            for find in finds
            if part.low <= find.start < part.high
        ]

    def _attributed(
        self, part: Block, finds: Sequence[Find], fields: Fields
    ) -> Iterable[tuple[Find, str | None]]:
        """Each find with its claimed platform: none where the person named one for all."""
        said: Iterable[tuple[Find, str | None]] = ((find, None) for find in finds)
        if not self._judge.checker.claim:
            said = self._document.attributed(part.text, finds, fields)
        return ((as_sender(find, part.text), claim) for find, claim in said)


def reach(judge: Judge, part: Block) -> int:
    """How far the contacts before a block probably reach into it, without reading what is before.

    Few texts around a cut are read otherwise than the whole block before it.
    """
    before = part.cut_before
    if before is None:
        return 0
    contacts = _contacts(judge)
    contacts.of(before)
    return contacts.over


def _contacts(judge: Judge, *, over: int = 0) -> Contacts:
    return Contacts(
        judge.checker.hints,
        judge.is_about_platform,
        judge.brands.homes,
        partial(with_public_bodies, judge.brands, has_more=True),
        over=over,
    )


def _fields(part: Block, finds: Sequence[Find]) -> Fields:
    """Where the headers of a mail are in a block; only a block with a sender has any."""
    if not any(find.origin == "sender" for find in finds):
        return NO_FIELDS
    return Fields(*(list(part.spans(origin)) for origin in ("sender", "envelope", "subject")))
