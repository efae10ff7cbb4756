"""Scanning files: every contact in them with its place and its verdict. Knows no terminal."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import BinaryIO

import msgspec

from hotline_check.checking import Checker, home_regions
from hotline_check.errors import Exit
from hotline_check.reading import claim_for, mentions, read
from hotline_check.reading.codes import COUNTRY_FROM_LANGUAGE, COUNTRY_FROM_LOCALE
from hotline_check.reading.documents import Block, Input, Skipped, blocks, stream_blocks
from hotline_check.reading.documents.contacts import Contacts
from hotline_check.reading.models import Find
from hotline_check.registry.models import Platform
from hotline_check.registry.snapshot import Snapshot
from hotline_check.scan_coverage import Remainder
from hotline_check.verdict.models import Level, RegistryInfo, Status, Verdict

_REPEATS = 4_096
"""Verdicts kept for contacts that come again."""
_REACH = 2_048
"""Characters on each side of a contact in which its paragraph is looked for."""
_LINE = 240
"""Characters kept of the line that a contact stands in, on each side of it."""


class At(msgspec.Struct, frozen=True, kw_only=True):
    """Where a contact stands: line and column count from 1, offsets are characters from 0.

    In what is stored encoded (a mail's base64 lines) they are those of the encoded lines.
    """

    file: str
    line: int
    column: int
    start: int
    end: int


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One contact in a file, judged.

    text: what stood there. line: the line around it, and span: where in it the contact stands.
    """

    at: At
    text: str
    verdict: Verdict
    line: str
    span: tuple[int, int]


Result = Hit | Skipped
Watch = Callable[[str, int], None]
"""Is told, as a file is read, its name and how many bytes more have been read."""


class Scanner:
    """Sifts files with one checker; what the text claims counts where the checker has no claim.

    Raises HotlineError when the registry can't be used, before any file is opened.
    """

    def __init__(self, checker: Checker, *, field: str | None = None) -> None:
        self._checker = checker
        self._field = field
        checker.store.ask(lambda snapshot: snapshot.date)
        self._names: dict[str, str] = {}
        self._platforms: dict[str, Platform] = {}
        self._judge = lru_cache(_REPEATS)(self._judge_anew)
        self._remainder = Remainder()

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
        left, self._remainder = self._remainder.left(), Remainder()
        if left:
            yield left

    def _file(self, name: str, parts: Iterable[Block | Skipped]) -> Iterator[Result]:
        told, contacts = _Told(), Contacts(self._checker.hints)
        for part in parts:
            if isinstance(part, Skipped):
                yield part
                continue
            finds = contacts.of(part)
            claims = self._claims(part, finds, told)
            hits = [
                _hit(name, part, *self._judged(*one)) for one in zip(finds, claims, strict=True)
            ]
            self._remainder.look(name, part, contacts.own, finds)
            for hit in sorted(hits, key=lambda hit: hit.at.start):
                self._remainder.judged(hit.verdict.level)
                yield hit

    def _judged(self, found: Find, claim: str | None) -> tuple[Find, Verdict]:
        found = self._at_home(found, claim)
        alike = msgspec.structs.replace(found, start=0, end=0, text="")
        verdict = self._judge(alike, claim)
        return found, msgspec.structs.replace(verdict, input=found.text)

    def _judge_anew(self, found: Find, claim: str | None) -> Verdict:
        return self._checker.judge(found, self._platforms[claim] if claim else None)

    def _at_home(self, found: Find, claim: str | None) -> Find:
        """A find whose country is only guessed, read in the countries of its platform.

        Never in one that its sentence speaks against: a French sentence gives no German number.
        """
        guesses = {COUNTRY_FROM_LOCALE, COUNTRY_FROM_LANGUAGE}
        assumed = {one.code for reading in found.readings for one in reading.assumed}
        if claim is None or not (found.problem == "no-country" or assumed & guesses):
            return found
        regions = home_regions(self._platforms[claim])
        if COUNTRY_FROM_LANGUAGE in assumed:
            at_home = tuple(each for each in found.readings if each.region in regions)
            return msgspec.structs.replace(found, readings=at_home or found.readings)
        if found.countries:
            regions = tuple(region for region in regions if region in found.countries)
        hints = msgspec.structs.replace(self._checker.hints, claim_regions=regions)
        again = read(found.text, hints)
        if len(again) != 1 or not again[0].readings:
            return found
        return msgspec.structs.replace(found, readings=again[0].readings, problem=None)

    def _claims(self, part: Block, finds: Sequence[Find], told: "_Told") -> list[str | None]:
        """Whose each find is said to be: the nearest brand's, else its document's."""
        if self._checker.claim:
            return [None] * len(finds)
        if part.opens:
            told.begin(part.text)
        if not finds:
            return []
        names = self._brands()
        around = [_paragraph(part.text, one) for one in finds]
        named = [
            one._replace(start=one.start + start, end=one.end + start)
            for start, end in _joined(around)
            for one in mentions(part.text[start:end], names)
        ]
        starts = [one.start for one in named]
        claims = []
        for one, (start, end) in zip(finds, around, strict=True):
            near = named[bisect_left(starts, start) : bisect_left(starts, end)]
            claims.append(claim_for(one, near, part.text) or told.claim(names))
        return claims

    def _brands(self) -> dict[str, str]:
        """Every name of a platform -> its id."""
        if not self._platforms:
            for platform in self._checker.store.ask(_all_platforms):
                self._platforms[platform.id] = platform
                for name in (platform.name, platform.id, *platform.aliases):
                    self._names.setdefault(name, platform.id)
        return self._names


class _Told:
    """What a document says it is about, for its paragraphs that name nobody.

    The beginning of a long document speaks for the whole.
    """

    def __init__(self) -> None:
        self._opening = ""
        self._claim: str | None = None

    def begin(self, text: str) -> None:
        """A new document."""
        self._opening, self._claim = text, None

    def claim(self, names: Mapping[str, str]) -> str | None:
        """The platform that the beginning names most."""
        if self._opening:
            counted = Counter(one.platform for one in mentions(self._opening, names))
            self._claim = next((name for name, _ in counted.most_common(1)), None)
            self._opening = ""
        return self._claim


class Tally:
    """Counts of a scan's results; takes no more memory the more there are.

    posed: for each platform (its id), how many contacts that must not be used posed as it;
    names: what those platforms are called.
    failed: how much of what was asked for could not be looked at.
    """

    def __init__(self) -> None:
        self.levels: Counter[Level] = Counter()
        self.statuses: Counter[Status] = Counter()
        self.posed: Counter[str] = Counter()
        self.names: dict[str, str] = {}
        self.skipped = 0
        self.failed = 0
        self.registry: RegistryInfo | None = None

    def add(self, result: Result) -> None:
        """Count one result."""
        if isinstance(result, Skipped):
            self.skipped += 1
            self.failed += result.failed
            return
        verdict = result.verdict
        self.levels[verdict.level] += 1
        self.statuses[verdict.status] += 1
        self.registry = verdict.registry
        if verdict.level == "danger" and (posed := verdict.claim or verdict.platform):
            self.posed[posed] += 1
            self.names[posed] = verdict.claim_name or verdict.platform_name or posed

    @property
    def contacts(self) -> int:
        """How many contacts were found."""
        return self.levels.total()

    @property
    def exit(self) -> Exit:
        """The exit code: the worst verdict's, and that nothing was checked if there was none.

        Contacts that are all listed are no reason to trust what could not be read.
        """
        worst = next((code for level, code in _WORST if self.levels[level]), Exit.NOTHING_CHECKED)
        return Exit.CANNOT_TELL if worst is Exit.LISTED and self.failed else worst


_WORST: tuple[tuple[Level, Exit], ...] = (
    ("danger", Exit.DO_NOT_DIAL),
    ("warning", Exit.CANNOT_TELL),
    ("listed", Exit.LISTED),
)


def _all_platforms(snapshot: Snapshot) -> list[Platform]:
    found = [snapshot.platform(name) for name in snapshot.ids("platforms")]
    return [platform for platform in found if platform is not None]


def _paragraph(text: str, found: Find) -> tuple[int, int]:
    """Where the paragraph of a contact begins, with the line above it, and where it ends."""
    low, high = max(0, found.start - _REACH), found.end + _REACH
    blank = max(text.rfind("\n\n", low, found.start), text.rfind("\n\r\n", low, found.start))
    start = low
    if blank >= 0:
        above = text[low:blank].rstrip()
        start = low + above.rfind("\n") + 1
    ends = [text.find(mark, found.end, high) for mark in ("\n\n", "\n\r\n")]
    return start, min((end for end in ends if end >= 0), default=min(high, len(text)))


def _joined(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches in order, those that touch joined."""
    joined: list[tuple[int, int]] = []
    for start, end in stretches:
        if joined and start <= joined[-1][1]:
            first, last = joined.pop()
            joined.append((min(first, start), max(last, end)))
        else:
            joined.append((start, end))
    return joined


def _hit(name: str, part: Block, found: Find, verdict: Verdict) -> Hit:
    place = part.place(found.start)
    start = max(part.text.rfind("\n", 0, found.start) + 1, found.start - _LINE)
    end = part.text.find("\n", found.end)
    end = min(end if end >= 0 else len(part.text), found.end + _LINE)
    return Hit(
        at=At(
            file=name,
            line=place.line,
            column=place.column,
            start=place.offset,
            end=part.stop(found.end),
        ),
        text=found.text,
        verdict=verdict,
        line=part.text[start:end].rstrip(),
        span=(found.start - start, found.end - start),
    )
