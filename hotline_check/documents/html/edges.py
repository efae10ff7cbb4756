"""The ends of texts of a page, where a contact may go on from one text to the next."""

from typing import Final

import msgspec
from msgspec.structs import replace

SIGNS: Final = " \t\r\n\f\xa0+-.()[]/"
_JOINS: Final = "@.-_"


class Edge(msgspec.Struct, frozen=True):
    """A digit at an end of a text, with signs of a number around it, and the character there."""

    digit: str
    char: str


NO_EDGE: Final = Edge("", "")


def _digit(char: str) -> str:
    return char if char.isdigit() else ""


def goes_on(last: Edge, first: Edge) -> bool:
    """Return True where a number, a host or a mailbox may go on from one text to another."""
    if last.digit and first.digit:
        return True
    chars = last.char, first.char
    return all(char.isalnum() or (char and char in _JOINS) for char in chars)


class Line:
    """The end of a line of shown text, from which a contact may go on in the next text.

    is_watched: a control, or an element whose look is not known, is between the two.
    """

    def __init__(self) -> None:
        self.end = NO_EDGE
        self.is_watched = False
        self._before_control = NO_EDGE
        self._in_control = NO_EDGE

    def goes_on(self, text: str) -> bool:
        """Return True where a contact may go on in a text."""
        return goes_on(self.end, Edge(_digit(text.strip(SIGNS)[:1]), text[:1]))

    def add(self, text: str, *, is_unsure: bool) -> None:
        """Take the end of a shown text."""
        bare = text.strip(SIGNS)
        digit = _digit(bare[-1:])
        if not bare:  # a sign of a number between its digits
            digit = self.end.digit
            is_unsure = is_unsure or self.is_watched
        self.end, self.is_watched = Edge(digit, text[-1:]), is_unsure

    def break_off(self, *, is_seen: bool) -> None:
        """A paragraph ends, with text or without."""
        if is_seen or not self.is_watched:
            self.end, self.is_watched = NO_EDGE, False

    def meet_control(self, before: Edge, *, is_end: bool) -> None:
        """A control begins or ends in a line; words are often next to it, so digits alone go on."""
        if is_end and self._in_control.digit:
            before = self._in_control
        self._before_control = replace(before, char="")
        self.end, self.is_watched = self._before_control, True
        self._in_control = NO_EDGE

    def part_control(self, before: Edge) -> None:
        """What a control holds parts into lines or choices: each is next to what is around it."""
        if before.digit:
            self._in_control = before
        self.end, self.is_watched = self._before_control, True

    def pass_hidden(self, before: Edge) -> None:
        """A block that is not shown ends no line."""
        self.end, self.is_watched = replace(before, char=""), True
