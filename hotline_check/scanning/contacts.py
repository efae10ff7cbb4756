"""The contacts of blocks: each one once and whole, however the text was cut."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter

import msgspec

from hotline_check.documents.blocks import Block
from hotline_check.documents.models import PieceOrigin
from hotline_check.origins import Origin
from hotline_check.reading import find
from hotline_check.reading.leftover import leftovers
from hotline_check.reading.links.targets import read_target
from hotline_check.reading.links.written import Link, links, without
from hotline_check.reading.models import Find, Hints
from hotline_check.reading.phone_search.prefilter.windows import blocks

_BETWEEN_WORDS = re.compile(r".{4}\n|[A-Za-z]{4} [A-Za-z]{4}", re.DOTALL)
# On each side of a seam, contacts may have been judged by half of what is around them.
_NEAR = 128
_AROUND = 256
# Characters of the longest address that is kept whole at a seam.
_LONGEST = 2_048
_START, _END = attrgetter("start"), attrgetter("end")
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
_EDGE = re.compile(r"[^!-~]|[\"'<>]")


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
        shown = without(part.text, targets)
        written = list(links(shown))
        shown = without(shown, written)
        finds = list(find(shown, self._hints, claims=self._claims))
        for seam in seams(shown):
            finds = self._mended(shown, finds, seam)
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
        finds = [found.within(part.text) for found in (*finds, *led)]
        return sorted(finds, key=_START)

    def _led(self, link: Link) -> list[Find]:
        return [
            msgspec.structs.replace(found, start=link.start, end=link.end)
            for found in read_target(link.target, self._hints, link.shown)
        ]

    def _mended(self, text: str, finds: list[Find], seam: int) -> list[Find]:
        """The finds with those at a seam looked for again in one piece."""
        start, end = _window(text, seam)
        near = [
            found.shifted(start)
            for found in find(text[start:end], self._hints, claims=self._claims)
        ]
        near = [find for find in near if find.start < seam + _NEAR and find.end > seam - _NEAR]
        low = min([seam - _NEAR, *(find.start for find in near)])
        high = max([seam + _NEAR, *(find.end for find in near)])
        first = bisect_right(finds, low, key=_END)
        last = bisect_left(finds, high, lo=first, key=_START)
        return [*finds[:first], *near, *finds[last:]]


def _with_origin(found: Find, part: Block) -> Find:
    piece = part.source(found.start)
    origin = _ORIGINS.get(piece.origin)
    if origin is None:
        return found
    return msgspec.structs.replace(found, origin=origin, shown=piece.shown or found.shown)


def seams(text: str) -> Iterator[int]:
    """Where a long text is searched in two parts although a contact may be there.

    Only a line that is longer than a part, and has no two words in a row, has such places.
    """
    for start, _ in blocks(text):
        if start and not _BETWEEN_WORDS.match(text, max(0, start - 5)):
            yield start


def _window(text: str, seam: int) -> tuple[int, int]:
    """The text around a seam, without cutting an address at its ends."""
    start, end = max(0, seam - _AROUND), seam + _AROUND
    least = max(0, start - _LONGEST)
    before = _EDGE.search(text[least:start][::-1])
    after = _EDGE.search(text, end, end + _LONGEST)
    return start - before.start() if before else least, after.start() if after else end + _LONGEST
