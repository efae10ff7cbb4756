"""Any text -> readings: undo disguises, find contacts, read one contact.

`read` takes what a person typed as a contact, `find` sifts a whole text; both give `Find`s.
The codes of assumptions and disguises are in `hotline_check.reading.codes`.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from hotline_check.reading.models import Assumption, Find, Hints, Reading

if TYPE_CHECKING:
    from hotline_check.reading.brands import Mention

_NO_HINTS = Hints()

__all__ = ["Assumption", "Find", "Hints", "Reading", "claim_for", "find", "mentions", "read"]


def read(text: str, hints: Hints = _NO_HINTS) -> tuple[Find, ...]:
    """What a person typed or pasted as a contact: one Find for it, or one for each of several.

    The string is read whole. A number that is only a part of the digits is never given, and no
    country is assumed that neither the string nor `hints` names.
    """
    from hotline_check.reading.one import read_one  # the package stays cheap

    whole = read_one(text, hints)
    if whole.problem is None:
        return (whole,)
    several = _untorn(text, tuple(find(text, hints)))
    read_ones = sum(bool(one.readings) for one in several)
    if read_ones <= (whole.problem == "no-country") or _leaves_digits(text, several):
        return (whole,)
    return several


def _untorn(text: str, several: tuple[Find, ...]) -> tuple[Find, ...]:
    """The finds without web contacts that are only a part of what stands between two spaces."""
    if all(reading.kind == "phone" for one in several for reading in one.readings):
        return several
    from hotline_check.reading.web import untorn  # not for numbers

    return tuple(untorn(text, several))


def _leaves_digits(text: str, several: tuple[Find, ...]) -> bool:
    """Whether a string of digits alone holds more of them than its finds: they are parts."""
    if any(map(str.isalpha, text)):
        return False
    inside = sum(sum(map(str.isdigit, one.text)) for one in several)
    return inside < sum(map(str.isdigit, text))


def find(text: str, hints: Hints = _NO_HINTS) -> Iterator[Find]:
    """Every contact of a text, in order, without overlaps, with its place in the text.

    A long text may be given in parts: end a part where `gate.boundary` says, at best at a blank
    line, since no contact is found across one.
    """
    from hotline_check.reading.sift import find as sift

    return sift(text, hints)


def mentions(text: str, names: Mapping[str, str]) -> Iterator["Mention"]:
    """Every brand in a text, also in disguise; `names` are brand name or alias -> platform id."""
    from hotline_check.reading.brands import mentions as spot

    return spot(text, names)


def claim_for(find: Find, mentions: Iterable["Mention"], text: str) -> str | None:
    """The platform a find is said to belong to: the nearest brand's, else the document's."""
    from hotline_check.reading.claims import claim_for as nearest

    return nearest(find, mentions, text)
