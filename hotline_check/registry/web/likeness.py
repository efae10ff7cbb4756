"""Detect hosts that imitate a platform's name.

A fuzzy match that convicts blocks honest sites, so only a distinctive name can be imitated, and
a mere resemblance is mentioned but decides nothing. The rules are calibrated on the lists of
eth-phishing-detect (`benchmarks/lookalikes.py`). All functions are pure: the forms of the brands
that may be meant are handed in.
"""

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.brands.dictionary import TRADE, is_word
from hotline_check.reading.normalize.characters import places
from hotline_check.reading.web.host import suffix_of
from hotline_check.registry.web.brand_forms import LONGEST, BrandForm, edit_keys
from hotline_check.registry.web.host_labels import (
    Label,
    dotted,
    drawn_like,
    labels_of,
    without_suffix,
)
from hotline_check.registry.web.luring import (
    LURES,
    LURING_ENDINGS,
    explained,
    has_luring_word,
)
from hotline_check.registry.web.one_letter import EDITED, Forms, is_two_words, near_names

if TYPE_CHECKING:
    from hotline_check.registry.matching.key_index import KeyIndex

# The reasons that convince most come first.
_ORDER: Final = (
    "punycode",
    "brand-word",
    "luring-suffix",
    "host-edit",
    "other-suffix",
    "word-edit",
)
# Honest strangers have such names: a club `kraken.club`, a shop named `Gate`.
_WEAK: Final = frozenset({"other-suffix", "word-edit", "name-inside"})

# On these hosts a name says who is linked to or discussed, not who owns the page.
_ABOUT_OTHERS: Final = ("app.link", "onelink.me", "page.link", "readthedocs.io", "statuspage.io")
# Two letters are a part of nearly every host name.
_SHORTEST: Final = 3
_MIDDLING: Final = 5  # minimum letters for a name that is separated by hyphens or dots
_UNMISTAKABLE: Final = 7  # minimum letters for a name inside a longer word

# Letters of which no digit and no sign is read as another one, as most names are.
_PLAIN_NAME: Final = lazy_pattern(r"[a-z]{1,63}")


class Likeness(NamedTuple):
    """A way in which a host resembles a platform.

    form: the name that is imitated. how: as `host_likeness` gives it.
    is_whole: the label has only luring words next to the name.
    """

    form: BrandForm
    how: str
    is_whole: bool = False

    @property
    def is_strong(self) -> bool:
        """True if an unrelated honest site is unlikely to have such a name."""
        return self.how not in _WEAK


class _Place(NamedTuple):
    """A name's place in a label: the text around it, and if it ends at the end of a part."""

    rest: tuple[str, ...]
    is_at_start: bool
    is_at_end: bool

    @property
    def is_apart(self) -> bool:
        return self.is_at_start and self.is_at_end


def host_keys(host: str, known: "KeyIndex | None" = None) -> set[str]:
    """The keys for looking up the brands that a host may imitate; only those in `known`, if given.

    >>> sorted(host_keys("acme.example", KeyIndex(["acme", "~acme", "emca"])))
    ['acme']
    """
    name = without_suffix(host)
    if known is not None and _PLAIN_NAME.fullmatch(name):
        found = {key for flat in (name, *drawn_like(name)) for key in known.within(flat)}
        if EDITED - 1 <= len(name) <= LONGEST + 1:
            found |= known.among(edit_keys(name))
        return found
    keys = {"".join(tokens) for tokens in dotted(name)}
    for label in labels_of(name):
        for flat in set(label.flats):
            keys.update(_parts_of(flat) if known is None else known.within(flat))
        parts = set(label.flats[:2])
        if "-" in label.read:
            parts.update(label.read.split("-"))
        for part in parts:
            if EDITED - 1 <= len(part) <= LONGEST + 1:
                keys |= edit_keys(part)
    return keys if known is None else known.among(keys)


def _parts_of(flat: str) -> set[str]:
    sizes = range(_SHORTEST, LONGEST + 1)
    return {flat[i : i + n] for i in range(len(flat)) for n in sizes if i + n <= len(flat)}


def host_likeness(host: str, forms: Forms) -> list[Likeness]:
    """The platforms that a host imitates: a likeness for each, the most serious first.

    forms: what the registry has for `host_keys(host)`. How is `punycode` (letters that look
    alike), `brand-label` (the name within another host), `brand-word` (the name with
    a luring word), `host-edit` (one letter off), `other-suffix` (the bare name under another
    ending) or `name-inside`.
    """
    if not forms:
        return []
    ending, name = suffix_of(host), without_suffix(host)
    found = [
        Likeness(form, "brand-word")
        for tokens in dotted(name)
        for form in forms.get("".join(tokens), ())
        if form.kind == "address"
    ]
    for label in labels_of(name):
        found += _inside(label, host, ending, forms)
        if label.is_own:
            found += _one_letter_off(label, forms)
    best: dict[str, Likeness] = {}
    for likeness in sorted(found, key=_gravity):
        best.setdefault(likeness.form.platform, likeness)
    return list(best.values())


def _gravity(likeness: Likeness) -> tuple[int, int]:
    order = _ORDER.index(likeness.how) if likeness.how in _ORDER else len(_ORDER)
    return order, -len(likeness.form.form)


def _inside(label: Label, host: str, ending: str, forms: Forms) -> Iterator[Likeness]:
    """The brand names that a label equals or contains, and how."""
    for flat in dict.fromkeys(label.flats):
        for start, end, key in _named_in(flat, forms):
            place = _place(flat, start, end, label.cuts)
            if place is None:
                continue
            for form in forms[key]:
                how = _meaning(label, place, form, host, ending)
                if how and form.form not in label.flats[0]:
                    how = _drawn(label, place, form, ending)
                if how:
                    is_whole = bool(place.rest) and None not in map(explained, place.rest)
                    yield Likeness(form, how, is_whole)


def _named_in(flat: str, forms: Forms) -> list[tuple[int, int, str]]:
    """Where the keys of some forms are in a label, in order."""
    return sorted(
        (start, start + len(key), key)
        for key in forms
        if _SHORTEST <= len(key) <= LONGEST
        for start in places(flat, key)
    )


def _place(flat: str, start: int, end: int, cuts: frozenset[int]) -> _Place | None:
    """The text around a name; None if the name is part of a word or split by a hyphen."""
    if end - start < EDITED and any(start < cut < end for cut in cuts):
        return None
    low = max((cut for cut in cuts if cut <= start), default=0)
    high = min((cut for cut in cuts if cut >= end), default=len(flat))
    longer = (
        flat[first:last]
        for first in range(low, start + 1)
        for last in range(end, high + 1)
        if last - first > end - start
    )
    places = sorted({0, *(cut for cut in cuts if not start < cut < end), start, end, len(flat)})
    pieces = [(a, b) for a, b in itertools.pairwise(places) if (a, b) != (start, end)]
    rest = tuple(flat[a:b] for a, b in pieces)
    if any(map(is_word, longer)) and not all(map(_is_bait, rest)):
        return None  # `revolut` in `revolution`, but `ledger` in `ledgersupport`
    return _Place(rest, start == low, end == high)


def _is_bait(piece: str) -> bool:
    """Return True if a piece consists of words used around brands, at least one of them luring."""
    words = explained(piece)
    return words is not None and not words.isdisjoint(LURES | TRADE)


def _meaning(label: Label, place: _Place, form: BrandForm, host: str, ending: str) -> str | None:
    """How a label that contains a name resembles the platform, if it does."""
    words = [explained(piece) for piece in place.rest]
    known = frozenset[str]().union(*(found for found in words if found))
    is_explained = None not in words
    has_lure = not known.isdisjoint(LURES)
    if not place.rest:
        return _bare(label, form, host, ending)
    if form.kind == "word":
        is_traded = has_lure or not known.isdisjoint(TRADE) or any(map(has_luring_word, place.rest))
        is_long = len(form.form) >= EDITED and (place.is_at_start or place.is_at_end)
        is_meant = (is_explained and place.is_apart) or (
            is_traded and (is_explained or place.is_apart or is_long)
        )
        return "name-inside" if is_meant else None
    if form.kind == "address":
        return "brand-word" if is_explained and has_lure else None
    size = len(form.form)
    if is_explained and (has_lure or ending in LURING_ENDINGS):
        return "brand-word" if label.is_own or size >= _MIDDLING else None
    is_set_off = place.is_apart and size >= _MIDDLING
    is_at_edge = place.is_at_start or place.is_at_end
    if (has_lure or any(map(has_luring_word, place.rest))) and (
        is_set_off or (is_at_edge and size >= _UNMISTAKABLE)
    ):
        return "brand-word"
    is_plain = size >= _UNMISTAKABLE or (is_at_edge and size >= EDITED)
    is_traded = is_explained and bool(known) and (place.is_apart or size >= _MIDDLING)
    return "name-inside" if is_set_off or is_plain or is_traded else None


def _bare(label: Label, form: BrandForm, host: str, ending: str) -> str | None:
    """How a label that is only a name resembles the platform."""
    size = len(form.form)
    if not label.is_own:
        if form.kind != "name" or size < _MIDDLING:
            return None
        is_about = any(host.endswith("." + other) for other in _ABOUT_OTHERS)
        return "name-inside" if is_about else "brand-word"
    if ending in LURING_ENDINGS:
        return "name-inside" if form.kind == "word" else "luring-suffix"
    if size < _MIDDLING:
        return None
    if form.kind == "word":
        return "other-suffix" if form.is_pinned else None
    if form.kind == "address":  # `crypto-com.net` imitates the host crypto.com
        return "brand-word" if label.shown.endswith("-com") else "other-suffix"
    if "-" in label.shown and not is_two_words(label.shown, form):
        return "host-edit"
    return "other-suffix"


def _drawn(label: Label, place: _Place, form: BrandForm, ending: str) -> str | None:
    """How a name with confusable letters resembles a platform's."""
    if form.kind == "word":  # a word in another script is honest elsewhere, but not in this place
        is_bare = label.is_own and not place.rest
        return "punycode" if is_bare and ending == suffix_of(form.domain or ending) else None
    return "punycode" if len(form.form) > _SHORTEST else None


def _one_letter_off(own: Label, forms: Forms) -> Iterator[Likeness]:
    """A registered name, or its part next to a luring word, one letter away from a brand's."""
    name = own.flats[0]
    for form in () if is_word(name) else near_names(name, forms):
        is_meant = form.kind == "name" and not is_two_words(own.shown, form)
        how = "host-edit" if is_meant else "word-edit"
        yield Likeness(form, how)
    parts = own.shown.split("-")
    for part in parts if len(parts) > 1 else ():
        others = (explained(other) or frozenset() for other in parts if other != part)
        if not is_word(part) and any(not words.isdisjoint(LURES) for words in others):
            near = (form for form in near_names(part, forms) if form.kind == "name")
            yield from (Likeness(form, "host-edit") for form in near)
