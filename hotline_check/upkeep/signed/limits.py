"""All limits of an update."""

import msgspec

from hotline_check.upkeep.web.fetch import Limits as FetchLimits

# The bundled registry packed is far smaller; a mirror must not fill the disk.
_ARCHIVE = 64_000_000


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What an update accepts before it gives up; sizes in bytes, times in seconds.

    The archive bounds leave room for 50,000 platforms; a server that wants more is broken or
    hostile. fetch: the limits of one download.
    """

    metadata: int = 512_000
    archive: int = _ARCHIVE
    unpacked: int = 256_000_000
    one_file: int = 1_000_000
    files: int = 50_000
    lock: float = 10.0
    fetch: FetchLimits = FetchLimits(
        connect=15, read=15, total=300, size=_ARCHIVE, redirects=3, slowest=1_000, patience=10
    )
