"""Attributes the contacts of a document, block by block, to the platforms of a registry."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple
from weakref import WeakKeyDictionary

import msgspec

from hotline_check.attribution.columns import Columns, Head
from hotline_check.attribution.nearest import attribute
from hotline_check.attribution.offers import is_asked_for, is_offered, presents
from hotline_check.attribution.rows import has_delimiter, may_be_in_row
from hotline_check.attribution.senders import NO_FIELDS, Fields, Senders
from hotline_check.attribution.stretches import joined, paragraphs_around
from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading import mentions, read
from hotline_check.reading.brands.mentions import Mention
from hotline_check.reading.brands.name_table import BrandNames
from hotline_check.reading.codes import COUNTRY_FROM_LANGUAGE, COUNTRY_FROM_LOCALE, Problem
from hotline_check.reading.models import Find, Hints
from hotline_check.reading.normalize.blanks import blanked
from hotline_check.registry.lookups.contacts import lines_of_bodies, possible_bodies
from hotline_check.registry.models import Authority, Platform
from hotline_check.registry.storage.home import home_regions
from hotline_check.registry.storage.snapshot import Snapshot
from hotline_check.registry.storage.store import Store

# Mentions of its platform by which is seen what the beginning of a document is.
_MOST_MENTIONS = 64

# A dot or a digit, and a letter: no number asks for the platforms' names.
_LIKE_CONTACT = lazy_pattern(r"(?=.*[^\W\d_]).*[.0-9]", re.DOTALL)
# A quoted cell of a table with line breaks inside; it begins with a literal character, which makes
# searching for it ten times as fast.
_QUOTED_CELL = lazy_pattern(
    r"""
    "(?<![^\n;,\t|]")                                # at the start of a line or a cell
    [^"\n]*+ (?:\n[^"\n]*+){1,4} "(?=[;,\t|\r]|$)
    """,
    re.MULTILINE | re.VERBOSE,
)
# Signs that touch a name: `N26: +49 …`.
_AROUND_NAME = " :,;.!?()[]\"'"
_GUESSES = frozenset({COUNTRY_FROM_LOCALE, COUNTRY_FROM_LANGUAGE})


class _KnownNames(NamedTuple):
    """The names of a registry's platforms. like_contacts: those that look like a contact."""

    names: BrandNames
    like_contacts: frozenset[str]


# A snapshot never changes, and collecting its names takes longer than most checks.
_KNOWN: Final[WeakKeyDictionary[Snapshot, _KnownNames]] = WeakKeyDictionary()


class Brands:
    """The platforms of a registry by the names that a text may call them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._platforms: dict[str, Platform | None] = {}

    @cached_property
    def _known(self) -> _KnownNames:
        return self._store.ask(_known_names)

    @property
    def names(self) -> BrandNames:
        """Every name of a platform, as it is spelled -> its id."""
        return self._known.names

    def platform(self, name: str) -> Platform | None:
        """A platform by its id; each is looked up once."""
        if name not in self._platforms:
            self._platforms[name] = self._store.ask(lambda snapshot: snapshot.platform(name))
        return self._platforms[name]

    def is_payment_app(self, name: str | None) -> bool:
        """Return True for a platform whose users are paid by their numbers and addresses."""
        platform = self.platform(name) if name else None
        return platform is not None and platform.kind == "payments"

    def are_named_in(self, text: str) -> bool:
        """Return True if a text names a platform."""
        return next(mentions(text, self.names), None) is not None

    def homes(self, text: str) -> tuple[str, ...]:
        """The countries where the platforms that a text names are at home."""
        named = dict.fromkeys(mention.platform for mention in mentions(text, self.names))
        platforms = filter(None, map(self.platform, named))
        return tuple({region for each in platforms for region in home_regions(each)})

    def bodies(self, digits: str) -> Sequence[tuple[str, Authority]]:
        """Public bodies, with their country, whose line the digits call there."""
        return self._store.ask(lambda snapshot: possible_bodies(snapshot, digits))

    @cached_property
    def body_lines(self) -> frozenset[str]:
        """The digits that may call a body's line in its country, without zeros before them."""
        return self._store.ask(lines_of_bodies)

    def without_digits_of_names(self, text: str) -> str:
        """The text, of the same length, without the digits in platforms' names: `Trading 212`."""
        for mention in list(mentions(text, self.names)):
            name = "".join("x" if c.isdigit() else c for c in text[mention.start : mention.end])
            text = text[: mention.start] + name + text[mention.end :]
        return text

    def is_name(self, find: Find) -> bool:
        """Return True for a platform's name that only looks like a contact: Crypto.com, N26.

        In a text such a word says whom the text is about; it offers no contact.
        """
        if not _LIKE_CONTACT.match(find.text):
            return False
        return find.text.strip(_AROUND_NAME).casefold() in self._known.like_contacts


def _known_names(snapshot: Snapshot) -> _KnownNames:
    known = _KNOWN.get(snapshot)
    if known is None:
        names = BrandNames(snapshot.spellings())
        alike = frozenset(name.casefold() for name in names if _LIKE_CONTACT.match(name))
        known = _KNOWN[snapshot] = _KnownNames(names, alike)
    return known


class DocumentState(NamedTuple):
    """What the blocks of a document say about those after them.

    opening: its first text and its title, until is asked what they are about. about: the platform
    that they name most; presents: whether they speak for it. speaker: the platform that the sender
    says to be. head: the headings of the last table.
    """

    opening: Sequence[str] = ()
    about: str | None = None
    presents: bool = False
    speaker: str | None = None
    head: Head | None = None


class Document:
    """Attributes the contacts of one document, block by block.

    The beginning of a long document speaks for its paragraphs that name no platform; where it
    names none either, the title does.
    """

    def __init__(self, brands: Brands, state: DocumentState | None = None) -> None:
        """state: what the blocks of the document that were read before have left."""
        self._brands = brands
        state = state or DocumentState()
        self._opening: Sequence[str] = state.opening
        self._about = state.about
        self._presents = state.presents
        self._speaker = state.speaker
        self._begun: tuple[str, Senders] | None = None
        self._columns = Columns(state.head)

    @property
    def state(self) -> DocumentState:
        """What the next block of the document has to know."""
        return DocumentState(
            self._opening, self._about, self._presents, self._speaker, self._columns.head
        )

    def begin(
        self, text: str, title: str = "", finds: Sequence[Find] = (), fields: Fields = NO_FIELDS
    ) -> None:
        """Start a new document.

        finds: its contacts, in whose own names nothing is claimed. fields: where the headers of a
        mail are, whose sender may say to be a platform.
        """
        named = ((find.start, find.end) for find in finds if find.text[:1] not in "+0123456789")
        self._opening, self._about = (blanked(text, named), title), None
        self._presents = False
        self._columns = Columns()
        senders = self._read_senders(text, finds, fields)
        self._speaker, self._begun = senders.speaker, (text, senders)

    def _read_senders(self, text: str, finds: Iterable[Find], fields: Fields) -> Senders:
        return Senders(text, fields, finds, lambda part: mentions(part, self._brands.names))

    def _senders(self, text: str, finds: Iterable[Find], fields: Fields) -> Senders:
        """Those of a block; what the document begins with has been read already."""
        if self._begun and self._begun[0] is text:
            return self._begun[1]
        return self._read_senders(text, finds, fields)

    def attributed(
        self, text: str, finds: Sequence[Find], fields: Fields = NO_FIELDS
    ) -> Iterator[tuple[Find, str | None]]:
        """Each contact of a block with the id of the platform that it is said to belong to.

        The find says whether the text offers it as that platform's contact.
        """
        if not finds:
            return
        names = self._brands.names
        around = paragraphs_around(text, finds)
        named = [
            mention._replace(start=mention.start + start, end=mention.end + start)
            for start, end in joined(around)
            for mention in mentions(text[start:end], names)
        ]
        starts = [mention.start for mention in named]
        senders = self._senders(text, finds, fields)
        text = _QUOTED_CELL.sub(_on_one_line, text)
        may_hold_rows = "\n" in text and has_delimiter(text)
        for find, (start, end) in zip(finds, around, strict=True):
            if find.origin == "sender":
                yield find, senders.claim(find)
                continue
            near = named[bisect_left(starts, start) : bisect_left(starts, end)]
            if not (near or self._whole() or (may_hold_rows and may_be_in_row(find, text))):
                yield find, None
                continue
            said = attribute(find, near, text, self._columns)
            platform = said.platform if said.is_settled else self._whole()
            is_given = said.is_settled and is_offered(
                find, said, text, is_payment_app=self._brands.is_payment_app(said.platform)
            )
            if not is_given and platform is not None:
                is_spoken = platform == self._speaker or (self._presents and not said.is_settled)
                is_given = is_spoken and is_asked_for(find, text)
            yield _with(find, platform, said.also_named, is_offered=is_given), platform

    def named_most(self, text: str) -> str | None:
        """The platform that a text names most, the earliest of equals."""
        return _most_named(mentions(text, self._brands.names))

    def _whole(self) -> str | None:
        """The platform that the sender says to be, else what the beginning or title names most."""
        if self._speaker:
            return self._speaker
        for text in self._opening:
            named = list(mentions(text, self._brands.names))
            self._about = _most_named(named)
            if self._about:
                own = [mention for mention in named if mention.platform == self._about]
                self._presents = any(
                    presents(mention, own, text) for mention in own[:_MOST_MENTIONS]
                )
                break
        self._opening = ()
        return self._about


def at_home(find: Find, platform: Platform | None, hints: Hints) -> Find:
    """A find whose country is only guessed, read in the countries of its platform.

    Never in one that its sentence speaks against: a French sentence gives no German number.
    """
    assumed = {assumption.code for reading in find.readings for assumption in reading.assumed}
    if platform is None or not (find.problem == Problem.NO_COUNTRY or assumed & _GUESSES):
        return find
    regions = home_regions(platform)
    if COUNTRY_FROM_LANGUAGE in assumed:
        own = tuple(reading for reading in find.readings if reading.region in regions)
        return msgspec.structs.replace(find, readings=own or find.readings)
    if find.countries:
        regions = tuple(region for region in regions if region in find.countries)
    again = read(find.text, msgspec.structs.replace(hints, claim_regions=regions))
    if len(again) != 1 or not again[0].readings:
        return find
    return msgspec.structs.replace(find, readings=again[0].readings, problem=None)


def _on_one_line(cell: re.Match[str]) -> str:
    """The cell with spaces for its line breaks, so that its row is one line."""
    return cell[0].replace("\n", " ")


def _with(
    find: Find, platform: str | None, also_named: tuple[str, ...], *, is_offered: bool
) -> Find:
    if platform is None:
        return find
    return msgspec.structs.replace(find, is_offered=is_offered, also_named=also_named)


def _most_named(named: Iterable[Mention]) -> str | None:
    counted = Counter(mention.platform for mention in named)
    return next((name for name, _ in counted.most_common(1)), None)
