"""iCalendar and vCard (RFC 5545, RFC 6350) -> their text, long lines unfolded, escapes undone."""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from hotline_check.documents.models import Piece
from hotline_check.documents.source_map import Strip
from hotline_check.origins import Origin

TYPES = frozenset({"text/calendar", "text/vcard", "text/x-vcard", "text/directory"})
SUFFIXES = frozenset({".ics", ".ifb", ".vcf"})

_BEGIN = re.compile(rb"(?:\xef\xbb\xbf)?\s*BEGIN[ \t]*:[ \t]*V(?:CALENDAR|CARD)\b", re.IGNORECASE)
_WRITTEN = re.compile(r"(?P<fold>\r?\n[ \t])|(?P<end>\r?\n)|\\(?P<escaped>[nN,;:\\\"])")
# Calendar programs show the organizer as who sent the invitation.
_ORGANIZER = re.compile(r"organizer\b", re.IGNORECASE)
# Whole lines are read; a line without end is read in parts.
_STEP = 16_384


def is_calendar(head: bytes) -> bool:
    """Whether a file begins as a calendar or an address card does."""
    return _BEGIN.match(head) is not None


def pieces(source: Iterable[Piece]) -> Iterator[Piece]:
    """The text, each property a line; who sent an invitation is a sender that anybody can forge."""
    strip, card = Strip(), _Lines()
    for piece in source:
        strip.add(piece)
        if len(strip) >= _STEP:
            # What follows a line break says whether the line goes on after it.
            last = strip.text.rfind("\n", 0, len(strip) - 1)
            done = last - 1 if last > 0 else len(strip) - 3
            yield from card.read(strip, done)
            strip = strip.drop(done)
    yield from card.read(strip, len(strip))


class _Lines:
    """The origin of the line that is being read."""

    def __init__(self) -> None:
        self._origin: Origin | None = None  # None where a line begins

    def read(self, strip: Strip, stop: int) -> Iterator[Piece]:
        """The text up to `stop`."""
        at = 0
        for sign in _WRITTEN.finditer(strip.text, 0, stop):
            yield from self._text(strip, at, sign.start())
            if not sign["fold"]:
                text = "\n" if sign["end"] or sign["escaped"] in {"n", "N"} else sign["escaped"]
                yield Piece(text, strip.place(sign.start()), len(sign[0]), self._origin or "text")
            if sign["end"]:
                self._origin = None
            at = sign.end()
        yield from self._text(strip, at, stop)

    def _text(self, strip: Strip, start: int, end: int) -> Iterator[Piece]:
        if start == end:
            return
        if self._origin is None:
            self._origin = "sender" if _ORGANIZER.match(strip.text, start) else "text"
        for piece in strip.part(start, end):
            yield replace(piece, origin=self._origin)
