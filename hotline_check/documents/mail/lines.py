"""The lines of a mail or a mailbox, with their places, to be taken one by one."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from hotline_check.documents.models import Place

if TYPE_CHECKING:
    from hotline_check.documents.mail.attachments import Attachments

# Bytes of a line that are taken in one go.
LONGEST = 65_536


class Line(msgspec.Struct, frozen=True):
    """A line of a mail, or a part of a very long one. begins: whether it is a line's beginning."""

    data: bytes
    place: Place
    begins: bool


def characters(data: bytes) -> str:
    """Bytes of a mail as its characters are counted: UTF-8, and each byte that isn't for one."""
    return data.decode("utf-8", "surrogateescape")


def numbered(readline: Callable[[int], bytes]) -> Iterator[Line]:
    """The lines of a file with their places."""
    place, begins, rest = Place(), True, b""
    while data := rest + readline(LONGEST):
        rest = b"" if data.endswith(b"\n") else _begun(data)
        if rest == data:  # the file ends within a character
            rest = b""
        data = data.removesuffix(rest)
        yield Line(data, place, begins)
        begins = data.endswith(b"\n")
        if begins:
            place = Place(place.offset + len(characters(data)), place.line + 1, 1)
        else:
            place = place.after(characters(data))


def _begun(data: bytes) -> bytes:
    """The bytes at the end that are the beginning of a character in UTF-8."""
    for size in (1, 2, 3):
        first = data[-size:][:1]
        if first >= b"\xc0":
            return data[-size:] if first >= (b"\xc0", b"\xe0", b"\xf0")[size - 1] else b""
        if first < b"\x80":
            break
    return b""


class Feed:
    """Lines to be taken one by one, up to where the innermost open part ends.

    attachments: keeps the files that are attached, None where they are not wanted.
    subject: of the mail, what has been read of it.
    """

    def __init__(self, lines: Iterable[Line]) -> None:
        self.attachments: Attachments | None = None
        self.subject = ""
        self._lines = iter(lines)
        self._ahead: deque[Line] = deque()
        self.next = next(self._lines, None)
        self.boundaries: list[bytes] = []

    def take(self) -> None:
        """Go on to the line after the next one."""
        self.next = self._ahead.popleft() if self._ahead else next(self._lines, None)

    def ahead(self, count: int) -> Iterator[Line]:
        """At most so many lines after the next one, without taking them."""
        for place in range(count):
            if place == len(self._ahead):
                line = next(self._lines, None)
                if line is None:
                    return
                self._ahead.append(line)
            yield self._ahead[place]

    def body(self) -> Iterator[Line]:
        """The lines before the next boundary of any open part."""
        while self.next is not None and self.boundary() is None:
            yield self.next
            self.take()

    def boundary(self) -> bytes | None:
        """The boundary that the next line is (with `--` after it when it is the last), if any."""
        line = self.next
        if line is None or not line.begins or not line.data.startswith(b"--"):
            return None
        mark = line.data[2:].rstrip()
        for known in reversed(self.boundaries):
            if mark in {known, known + b"--"}:
                return mark
        return None
