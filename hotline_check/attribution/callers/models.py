"""What the tables of words about callers hold."""

from typing import NamedTuple


class Phrases(NamedTuple):
    """What one language says of a caller.

    shown: what a phone shows before a number, perhaps with a name in between. said: right before
    the number. after: right after it. perhaps_before, perhaps_after: it may have called, but the
    person may have dialled it as well. perhaps_near: in scripts without spaces, the same anywhere
    around a number that nobody is asked to dial; elsewhere it is by `deeds`.
    """

    shown: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    perhaps_before: tuple[str, ...] = ()
    perhaps_after: tuple[str, ...] = ()
    perhaps_near: tuple[str, ...] = ()


class Deeds(NamedTuple):
    """The words of one language.

    persons: to whom it was done. deeds: what was done. receivers, got, calls: who got something,
    that they got it, and what it was, one word of each: "I got a voicemail".
    """

    persons: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()
    receivers: tuple[str, ...] = ()
    got: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
