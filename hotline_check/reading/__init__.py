"""Any text -> readings: undo disguises, find contacts, read one contact.

`read` takes what a person typed as a contact, `find` sifts a whole text; both give `Find`s.
The codes of assumptions and disguises are in `hotline_check.reading.codes`.
"""

from hotline_check.reading.models import Assumption, Find, Hints, Reading

_NO_HINTS = Hints()

__all__ = ["Assumption", "Find", "Hints", "Reading", "read"]


def read(text: str, hints: Hints = _NO_HINTS) -> tuple[Find, ...]:
    """What a person typed or pasted as a contact: one Find for it, or one for each of several.

    The string is read whole. A number that is only a part of the digits is never given, and no
    country is assumed that neither the string nor `hints` names.
    """
    from hotline_check.reading.one import read_one  # the package stays cheap

    return (read_one(text, hints),)
