"""What the tables of words about callers hold."""

from typing import NamedTuple


class Phrases(NamedTuple):
    """What one language says of a caller.

    shown: what a phone shows before a number, perhaps with a name in between. said: right before
    the number. after: right after it.
    """

    shown: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
