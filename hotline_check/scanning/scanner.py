"""Scanning files: every contact in them with its place and its verdict. Knows no terminal."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import BinaryIO

import msgspec

from hotline_check.attribution import (
    Brands,
    Document,
    as_sender,
    at_home,
    with_public_bodies,
)
from hotline_check.attribution.senders import NO_FIELDS, Fields
from hotline_check.checking import Checker
from hotline_check.documents import (
    Block,
    Input,
    Section,
    Skipped,
    blocks,
    stream_blocks,
)
from hotline_check.documents.models import NOWHERE
from hotline_check.errors import Exit
from hotline_check.origins import Origin
from hotline_check.private_keys import SHOWN, taken_out
from hotline_check.reading.codes import Problem
from hotline_check.reading.models import Find
from hotline_check.scanning.contacts import Contacts
from hotline_check.scanning.coverage import Remainder
from hotline_check.scanning.hidden_text import HIDDEN_TEXT, hidden_text
from hotline_check.verdict.models import (
    Level,
    RegistryInfo,
    Status,
    Verdict,
)

# Verdicts kept for contacts that come again.
_REPEATS = 4_096
# Characters kept of the line that a contact is in, on each side of it.
_LINE = 240


class At(msgspec.Struct, frozen=True, kw_only=True):
    """Where a contact stands: line and column count from 1, offsets are characters from 0.

    In what is stored encoded (a mail's base64 lines) they are those of the encoded lines.
    section: the part of the file; line and the rest count inside of its innermost member. They
        are None where there are no lines: on a page of a PDF file, in a cell.
    """

    file: str
    section: Section | None = None
    line: int | None
    column: int | None
    start: int | None
    end: int | None


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One contact in a file, judged.

    text: what stood there. line: the line around it, and span: where in it the contact stands.
    origin: what it is to a reader of the document.
    """

    at: At
    text: str
    verdict: Verdict
    line: str
    span: tuple[int, int]
    origin: Origin = "text"


Result = Hit | Skipped
# Is told, as a file is read, its name and how many bytes more have been read.
Watch = Callable[[str, int], None]


class Scanner:
    """Sifts files with one checker; what the text claims counts where the checker has no claim.

    Raises HotlineError when the registry can't be used, before any file is opened.
    """

    def __init__(self, checker: Checker, *, field: str | None = None) -> None:
        self._checker = checker
        self._field = field
        checker.store.ask(lambda snapshot: snapshot.date)
        self._brands = Brands(checker.store)
        self._judge = lru_cache(_REPEATS)(self._judge_anew)
        self._remainder = Remainder(self._brands.is_name)

    def scan(
        self, sources: Iterable[Input | Skipped], watch: Watch | None = None
    ) -> Iterator[Result]:
        """Every contact of the files, in order, and what was not read."""
        for source in sources:
            if isinstance(source, Skipped):
                yield source
                continue
            name = source.name
            told = partial(watch, name) if watch else None
            yield from self._file(name, blocks(source, self._field, told))
        yield from self._end()

    def scan_stream(self, stream: BinaryIO, name: str) -> Iterator[Result]:
        """The same for one open file."""
        yield from self._file(name, stream_blocks(stream, name, self._field))
        yield from self._end()

    def _end(self) -> Iterator[Skipped]:
        """What may be a contact and was not read, where nothing else prevents the exit code 0."""
        left, self._remainder = self._remainder.left(), Remainder(self._brands.is_name)
        if left:
            yield left

    def _file(self, name: str, parts: Iterable[Block | Skipped]) -> Iterator[Result]:
        document = Document(self._brands)
        contacts = Contacts(
            self._checker.hints,
            self._is_about_platform,
            self._brands.homes,
            partial(with_public_bodies, self._brands),
        )
        for part in parts:
            if isinstance(part, Skipped):
                yield part
                continue
            secret = self._secrets(name, part)  # first: from here on the text is masked
            finds = contacts.of(part)
            if part.opens:
                document.begin(part.text, part.title, finds, _fields(part, finds))
            hits = [
                _hit(name, part, *self._judged(find, claim))
                for find, claim in self._attributed(document, part, finds)
                if find.origin != "text" or not self._brands.is_name(find)
            ]
            hits += secret
            # A warning about any of them already prevents the exit code 0: nothing is sought then.
            self._remainder.judged(hit.verdict.level for hit in hits)
            self._remainder.look(name, part, contacts.own, [*finds, *contacts.targets])
            yield from sorted(hits, key=lambda hit: hit.at.start or 0)
            if note := hidden_text(part, finds):
                yield msgspec.structs.replace(note, file=name)

    def _secrets(self, name: str, part: Block) -> list[Hit]:
        """The seed phrases and private keys of a block, which are taken out of its text."""
        part.text, found = taken_out(part.text)
        finds = [Find(start=s.start, end=s.end, text=SHOWN, problem=Problem(s.kind)) for s in found]
        return [
            _hit(name, part, find, self._checker.judge(find))
            for find in finds
            if part.low <= find.start < part.high
        ]

    def _is_about_platform(self, sentence: str) -> bool:
        """Whether a sentence names a platform, or the person did."""
        return self._checker.claim is not None or self._brands.are_named_in(sentence)

    def _judged(self, found: Find, claim: str | None) -> tuple[Find, Verdict]:
        platform = self._brands.platform(claim) if claim else None
        found = at_home(found, platform, self._checker.hints)
        text = "" if found.readings else found.text  # digits without a country may be reported ones
        alike = msgspec.structs.replace(found, start=0, end=0, text=text)
        verdict = self._judge(alike, claim)
        return found, msgspec.structs.replace(verdict, input=found.text)

    def _judge_anew(self, found: Find, claim: str | None) -> Verdict:
        return self._checker.judge(found, self._brands.platform(claim) if claim else None)

    def _attributed(
        self, document: Document, part: Block, finds: Sequence[Find]
    ) -> Iterable[tuple[Find, str | None]]:
        """Each find with whose it is said to be: nobody's where the person says whose all are."""
        said: Iterable[tuple[Find, str | None]] = ((find, None) for find in finds)
        if not self._checker.claim:
            said = document.attributed(part.text, finds, _fields(part, finds))
        return ((as_sender(find, part.text), claim) for find, claim in said)


class Tally:
    """Counts of a scan's results; takes no more memory the more there are.

    posed: for each platform (its id), how many contacts that must not be used posed as it;
    names: what those platforms are called.
    hidden: contacts that a reader does not see, and other text of that kind that may be one.
    unreadable: contacts of which nothing could be read.
    skipped: what was not read; unread: as far as a person may act on it; failed: as far as it was
    asked for.
    """

    def __init__(self) -> None:
        self.levels: Counter[Level] = Counter()
        self.statuses: Counter[Status] = Counter()
        self.posed: Counter[str] = Counter()
        self.names: dict[str, str] = {}
        self.hidden = 0
        self.unreadable = 0
        self.skipped = 0
        self.unread = 0
        self.failed = 0
        self.registry: RegistryInfo | None = None

    def add(self, result: Result) -> None:
        """Count one result."""
        if isinstance(result, Skipped):
            self._skip(result)
            return
        verdict = result.verdict
        self.hidden += result.origin == "hidden"
        self.unreadable += verdict.status is Status.UNREADABLE
        self.levels[verdict.level] += 1
        self.statuses[verdict.status] += 1
        self.registry = verdict.registry
        if verdict.level == "danger" and (posed := verdict.claim or verdict.platform):
            self.posed[posed] += 1
            self.names[posed] = verdict.claim_name or verdict.platform_name or posed

    def _skip(self, skipped: Skipped) -> None:
        if skipped.reason == HIDDEN_TEXT:
            self.hidden += int(skipped.args["count"])
            return
        self.skipped += 1
        self.unread += skipped.may_hide
        self.failed += skipped.failed

    @property
    def is_whole(self) -> bool:
        """Whether everything that a person could act on was seen and read."""
        return not (self.hidden or self.unreadable or self.unread)

    @property
    def contacts(self) -> int:
        """How many contacts were found."""
        return self.levels.total()

    @property
    def exit(self) -> Exit:
        """The exit code: the worst verdict's; where there is no contact, whether all was read.

        Contacts that are all listed are no reason to trust what is hidden or could not be read.
        """
        nothing = Exit.NO_CONTACT if self.is_whole and not self.failed else Exit.NOTHING_CHECKED
        worst = next((code for level, code in _WORST if self.levels[level]), nothing)
        return Exit.CANNOT_TELL if worst is Exit.LISTED and not self.is_whole else worst


_WORST: tuple[tuple[Level, Exit], ...] = (
    ("danger", Exit.DO_NOT_DIAL),
    ("warning", Exit.CANNOT_TELL),
    ("listed", Exit.LISTED),
)


def _fields(part: Block, finds: Sequence[Find]) -> Fields:
    """Where the headers of a mail are in a block; only a block with a sender has any."""
    if not any(find.origin == "sender" for find in finds):
        return NO_FIELDS
    return Fields(*(list(part.spans(origin)) for origin in ("sender", "envelope", "subject")))


def _hit(name: str, part: Block, found: Find, verdict: Verdict) -> Hit:
    place = part.place(found.start)
    is_in_line = place != NOWHERE
    start = max(part.text.rfind("\n", 0, found.start) + 1, found.start - _LINE)
    end = part.text.find("\n", found.end)
    end = min(end if end >= 0 else len(part.text), found.end + _LINE)
    return Hit(
        at=At(
            file=name,
            section=part.source(found.start).section,
            line=place.line if is_in_line else None,
            column=place.column if is_in_line else None,
            start=place.offset if is_in_line else None,
            end=part.stop(found.end) if is_in_line else None,
        ),
        text=found.text,
        verdict=verdict,
        line=part.text[start:end].rstrip(),
        span=(found.start - start, found.end - start),
        origin=found.origin,
    )
