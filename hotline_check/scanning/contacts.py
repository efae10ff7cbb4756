"""The contacts of blocks: each one once and whole, however the text was cut."""

from collections.abc import Callable, Sequence
from operator import attrgetter

import msgspec

from hotline_check.documents.blocks import Block
from hotline_check.documents.models import PieceOrigin
from hotline_check.origins import Origin
from hotline_check.reading import find
from hotline_check.reading.links.targets import read_target
from hotline_check.reading.links.written import Link, links, without
from hotline_check.reading.models import Find, Hints
from hotline_check.reading.struck_out import with_struck_out
from hotline_check.reading.unread.leftover import leftovers

_START = attrgetter("start")
# What a contact in a piece is to a reader, where it is more than text.
_ORIGINS: dict[PieceOrigin, Origin] = {
    "hidden": "hidden",
    "link": "link",
    "sender": "sender",
    "envelope": "sender",
    "picture": "picture",
    "qr-code": "qr-code",
    "qr-link": "qr-code",
    "pdf": "pdf",
}
_LINKS: tuple[PieceOrigin, ...] = ("link", "qr-link")


class Contacts:
    """Finds the contacts of one file, block after block."""

    def __init__(
        self,
        hints: Hints,
        claims: Callable[[str], bool] | None = None,
        homes: Callable[[str], Sequence[str]] = lambda _: (),
        bodies: Callable[[str, Sequence[Find]], Sequence[Find]] = lambda _, finds: finds,
        *,
        over: int = 0,
    ) -> None:
        """over: how far the last contact before the first block reaches into it."""
        self._hints = hints
        self._with_bodies = bodies
        self._claims, self._homes = claims, homes
        # How far the last contact reaches into the next block.
        self.over = over
        # Of the last block, the stretch in which its own contacts begin.
        self.own = (0, 0)
        # Of the last block, the targets of links: read whole, also where they are no contact.
        self.targets: list[Find] = []

    def of(self, part: Block) -> list[Find]:
        """The contacts that begin in the part of the text that is the block's own."""
        low = 0 if part.opens else part.low + self.over
        self.own = low, part.high
        finds = [find for find in self._all(part) if low <= find.start < part.high]
        # What reaches into the next block must not be found there again, in part.
        end = max([low, *(find.end for find in finds)])
        self.over = max(0, end - part.high)
        return [_with_origin(found, part) for found in finds]

    def _all(self, part: Block) -> list[Find]:
        """What is read in a block: its text without the targets of links, and these targets."""
        targets = [
            Link(start, start + len(p.text), p.text, p.shown)
            for origin in _LINKS
            for start, p in part.of_origin(origin)
        ]
        shown = without(part.text, targets) if targets else part.text
        written = list(links(shown))
        shown = without(shown, written) if written else shown
        finds = list(find(shown, self._hints, claims=self._claims))
        if self._claims:
            finds = sorted(
                (*finds, *leftovers(shown, finds, self._hints, self._claims, self._homes)),
                key=_START,
            )
        finds = list(self._with_bodies(shown, finds))
        self.targets = [
            Find(start=link.start, end=link.end, text=link.target) for link in (*targets, *written)
        ]
        if not self.targets:
            return finds
        led = [find for link in (*targets, *written) for find in self._led(link)]
        led = with_struck_out(part.text, led)
        finds = [found.within(part.text) for found in (*finds, *led)]
        return sorted(finds, key=_START)

    def _led(self, link: Link) -> list[Find]:
        return [
            msgspec.structs.replace(found, start=link.start, end=link.end)
            for found in read_target(link.target, self._hints, link.shown)
        ]


def _with_origin(found: Find, part: Block) -> Find:
    piece = part.source(found.start)
    origin = _ORIGINS.get(piece.origin)
    if origin is None:
        return found
    return msgspec.structs.replace(found, origin=origin, shown=piece.shown or found.shown)
