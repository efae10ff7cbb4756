"""All limits of a download."""

import msgspec


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What an update accepts before it gives up; sizes in bytes, times in seconds.

    The archive bounds leave room for 50,000 platforms; a server that wants more is broken or
    hostile. `slowest` is the least average of bytes a second, counted after `patience`.
    """

    metadata: int = 512_000
    archive: int = 64_000_000
    unpacked: int = 256_000_000
    one_file: int = 1_000_000
    files: int = 50_000
    silence: float = 15.0
    patience: float = 10.0
    slowest: int = 1_000
    one_download: float = 300.0
    redirects: int = 3
    lock: float = 10.0
