"""What a changed text of an entry says that a reviewer must look at.

Readers trust notes as much as contacts. A number or an address in one has no sighting, and a
sentence that prepares somebody for a thief's question needs no number at all.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

import msgspec

from hotline_check.files import data_lines
from hotline_check.reading import find
from hotline_check.reading.normalize.characters import plain
from hotline_check.reading.unread.coverage import unread
from hotline_check.registry.models import Note
from hotline_check.upkeep.review.models import Caution, Change

# `c a l l  u s` in a note must not pass a reviewer unread.
_SPACED_OUT: Final = re.compile(r"(?<=\b\w)\s(?=\w\b)")


def text_changes(old: msgspec.Struct | None, new: msgspec.Struct, owner: str) -> Iterator[Change]:
    """The texts for readers that were added to an entry or taken away, each in full."""
    before = dict.fromkeys(_texts(old)) if old is not None else {}
    after = dict.fromkeys(_texts(new))
    for text in after:
        if text not in before:
            found = tuple(cautions(text))
            yield Change(
                code="text-added", owner=owner, danger=bool(found), value=text, cautions=found
            )
    for text in before:
        if text not in after:
            # A text that names what thieves ask for may have warned of it.
            warned = "phrase-in-text" in cautions(text)
            yield Change(code="text-removed", owner=owner, danger=warned, value=text)


def cautions(text: str) -> Iterator[Caution]:
    """What to look at in a text: a contact in any spelling, a phrase of frauds."""
    found = list(find(text))
    if "@" in text or found or next(unread(text, found), None) is not None:
        yield "contact-in-text"
    # With the letters that it imitates, and without the spaces of `s e e d`.
    as_seen = " ".join(_SPACED_OUT.sub("", plain(text)).split())
    if any(map(_phrases().search, (text, as_seen))):
        yield "phrase-in-text"


# Parts are joined by `|`; each line is a language, or words that all languages share.
@lru_cache(maxsize=1)
def _phrases() -> re.Pattern[str]:
    return re.compile("|".join(data_lines(__package__, "phrases.txt")), re.IGNORECASE)


def _texts(value: Any) -> Iterator[str]:
    """Every text for readers inside an entry, in every language."""
    if isinstance(value, Note):
        yield from (text for text in (value.en, value.zh) if text)
    elif isinstance(value, msgspec.Struct):
        for field in msgspec.structs.fields(value):
            yield from _texts(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):  # an authority's names, and what it does
        yield from value.values()
