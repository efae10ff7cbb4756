"""Digits of a pasted text that only a platform's name next to them makes a number."""

from collections.abc import Sequence
from typing import Final

from hotline_check.attribution.documents import Brands
from hotline_check.attribution.public_bodies import with_public_bodies
from hotline_check.reading import with_unread
from hotline_check.reading.codes import Problem
from hotline_check.reading.models import Find, Hints
from hotline_check.reading.unread.leftover import leftovers

# What is found near a name replaces these.
_NOTHING_READ: Final = frozenset({Problem.NO_NUMBER, Problem.NOT_READ})
# Signs of markup, which may hide digits from the person.
_MARKUP: Final = frozenset("<&\\")


def with_digits_near_names(
    text: str, finds: Sequence[Find], hints: Hints, brands: Brands
) -> Sequence[Find]:
    """The finds of a pasted text, with the digits that a scan of it would report.

    Lines of public bodies are among them.

    Without these, a text in which a platform's name is all that speaks for a number would be said
    to hold none.
    """
    if not _MARKUP.isdisjoint(text):
        return finds
    known = with_public_bodies(brands, text, finds)
    read = [find for find in known if find.problem not in _NOTHING_READ]
    if len(read) == len(finds) and known is finds:
        return finds
    left = leftovers(text, read, hints, brands.are_named_in, brands.homes)
    found = sorted((*read, *left), key=lambda find: find.start)
    return with_unread(text, tuple(found)) if found != read or known is not finds else finds
