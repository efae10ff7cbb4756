"""Any text -> readings: undo disguises, find contacts, read one contact.

`read` takes what a person typed as a contact, `find` searches a whole text; both give `Find`s.
The codes of assumptions and disguises are in `hotline_check.reading.codes`.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from hotline_check.reading.models import (
    Assumption,
    Find,
    Hints,
    Reading,
)

if TYPE_CHECKING:
    from hotline_check.reading.brands.mentions import Mention

_NO_HINTS = Hints()

__all__ = ["Assumption", "Find", "Hints", "Reading", "find", "mentions", "read"]


def read(text: str, hints: Hints = _NO_HINTS) -> tuple[Find, ...]:
    """What a person typed or pasted as a contact: one Find for it, or one for each of several.

    The string is read whole. A number that is only a part of the digits is never given, and no
    country is assumed that neither the string nor `hints` names. What may be a contact and was
    not read is a Find with the problem `not-read`.
    """
    from hotline_check.reading.phone.parse import (  # the package stays cheap
        BARE,
        is_final,
        read_number,
    )

    if BARE.issuperset(text):
        plain = read_number(text, hints)
        if plain.problem is None or is_final(plain.problem, text, hints):
            return (plain,)
    from hotline_check.reading.pasted import read_whole

    return with_unread(text, read_whole(text, hints))


def with_unread(text: str, found: tuple[Find, ...]) -> tuple[Find, ...]:
    """What was found in a pasted string and, as not read, what else may be a contact in it."""
    from hotline_check.reading.unread.coverage import unread
    from hotline_check.reading.unread.digits_near_number import digits_near

    left = tuple(unread(text, found)) or tuple(digits_near(text, found))
    return tuple(sorted((*found, *left), key=lambda find: find.start)) if left else found


def find(
    text: str, hints: Hints = _NO_HINTS, *, claims: Callable[[str], bool] | None = None
) -> Iterator[Find]:
    """Every contact of a text, in order, without overlaps, with its place in the text.

    A long text may be given in parts: end a part where `prefilter.windows.boundary` says, at best
    at a blank line, since no contact is found across one. `claims` says whether a sentence names a
    platform, which speaks for a number that no word of phoning does.
    """
    from hotline_check.reading.extract import find as extract

    return extract(text, hints, claims)


def mentions(text: str, names: Mapping[str, str]) -> Iterator["Mention"]:
    """Every brand in a text, also in disguise; `names` are brand name or alias -> platform id."""
    from hotline_check.reading.brands.mentions import mentions as spot

    return spot(text, names)
