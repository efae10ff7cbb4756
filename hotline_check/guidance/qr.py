"""QR codes for dialling, only of numbers with good evidence."""

import datetime as dt
from collections.abc import Sequence

from hotline_check.errors import HotlineError
from hotline_check.guidance.desks import near_first
from hotline_check.registry.freshness import is_good
from hotline_check.registry.models import Channel, Platform

_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def dialable(
    platform: Platform, channels: Sequence[Channel], region: str | None, today: dt.date
) -> tuple[Channel, ...]:
    """The phones among a platform's channels with good evidence, the region's first.

    Raises HotlineError `nothing-to-dial` when there is none.
    """
    phones = [
        c
        for c in channels
        # A scanned code is dialled without a look at the number, so only confirmed ones get a code.
        if c in platform.channels and c.kind == "phone" and is_good(platform, c, today)
    ]
    if not phones:
        raise HotlineError("nothing-to-dial", platform=platform.name)
    return tuple(near_first(phones, region))


def dial_code(channel: Channel) -> list[str]:
    """A `tel:` QR code of a phone channel as lines of half blocks, dark on light.

    The quiet zone is included; scanners need it light, so print dark on a light background.
    """
    import segno

    # Half blocks in a terminal are blurred, so use more error correction than for paper.
    code = segno.make(f"tel:{channel.value}", micro=False, error="m", boost_error=True)
    rows = [[bool(dark) for dark in row] for row in code.matrix_iter(border=4)]
    # Two rows of modules share one line of half blocks.
    if len(rows) % 2:
        rows.append([False] * len(rows[0]))
    return [
        "".join(_HALVES[pair] for pair in zip(upper, lower, strict=True))
        for upper, lower in zip(rows[::2], rows[1::2], strict=True)
    ]
