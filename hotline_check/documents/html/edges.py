"""The ends of texts of a page, where a contact may go on from one text to the next."""

from typing import Final, NamedTuple

SIGNS: Final = " \t\r\n\f\xa0+-.()[]/"
_JOINS: Final = "@.-_"


class Edge(NamedTuple):
    """A digit at an end of a text, with signs of a number around it, and the character there."""

    digit: str
    char: str


NO_EDGE: Final = Edge("", "")


def edges(text: str) -> tuple[Edge, Edge]:
    """The first and the last character of a text."""
    bare = text.strip(SIGNS)
    first, last = (char if char.isdigit() else "" for char in (bare[:1], bare[-1:]))
    return Edge(first, text[:1]), Edge(last, text[-1:])


def goes_on(last: Edge, first: Edge) -> bool:
    """Return True where a number, a host or a mailbox may go on from one text to another."""
    if last.digit and first.digit:
        return True
    chars = last.char, first.char
    return all(char.isalnum() or (char and char in _JOINS) for char in chars)
