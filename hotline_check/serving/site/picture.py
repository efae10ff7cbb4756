"""The picture that networks show next to a link: the three signs of a verdict, and no name."""

import struct
import zlib
from collections.abc import Sequence
from functools import cache
from typing import Final

# The size that social networks ask for; smaller pictures become thumbnails.
_WIDTH: Final = 1_200
_HEIGHT: Final = 630
_PAPER: Final = (248, 247, 243)
# The signs are drawn on a grid of 48, and each is five pixels a step.
_SIDE: Final = 240
_LEFT: Final = 150
_TOP: Final = 195
_GAP: Final = 330
# Corners in a square of 48: octagon, triangle and a circle of 32 corners' worth of straight lines.
_OCTAGON: Final = ((15, 2), (33, 2), (46, 15), (46, 33), (33, 46), (15, 46), (2, 33), (2, 15))
_TRIANGLE: Final = ((24, 3), (46, 44), (2, 44))
_DISC: Final = (
    *((24, 2), (32, 4), (40, 9), (44, 16), (46, 24), (44, 32), (40, 39), (32, 44)),
    *((24, 46), (16, 44), (8, 39), (4, 32), (2, 24), (4, 16), (8, 9), (16, 4)),
)
_SIGNS: Final = (
    (_OCTAGON, (176, 28, 28)),
    (_TRIANGLE, (255, 190, 46)),
    (_DISC, (22, 110, 64)),
)


@cache
def picture() -> bytes:
    """A PNG of 1,200 by 630 points."""
    rows = (_row(y) for y in range(_HEIGHT))
    head = struct.pack(">IIBBBBB", _WIDTH, _HEIGHT, 8, 2, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    parts = ((b"IHDR", head), (b"IDAT", body), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(*part) for part in parts)


def _row(y: int) -> bytes:
    row = bytearray(bytes(_PAPER) * _WIDTH)
    for number, (corners, colour) in enumerate(_SIGNS):
        left = _LEFT + number * _GAP
        crossings = _crossings(corners, (y + 0.5 - _TOP) * 48 / _SIDE)
        for start, end in zip(crossings[::2], crossings[1::2], strict=True):
            first, last = (round(left + x * _SIDE / 48) for x in (start, end))
            row[3 * first : 3 * last] = bytes(colour) * (last - first)
    return bytes(row)


def _crossings(corners: Sequence[tuple[int, int]], y: float) -> list[float]:
    """Where a horizontal line enters and leaves a shape."""
    found = []
    for (x1, y1), (x2, y2) in zip(corners, (*corners[1:], corners[0]), strict=True):
        if (y1 <= y) != (y2 <= y):
            found.append(x1 + (y - y1) * (x2 - x1) / (y2 - y1))
    return sorted(found)


def _part(kind: bytes, data: bytes) -> bytes:
    check = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)
