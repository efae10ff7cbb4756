"""Times of chat exports: as they are written, or seconds since 1970 as a date."""

import datetime as dt
import re

_SECONDS = re.compile(r"(\d{9,10})(?:\.\d+)?")
_MILLISECONDS = re.compile(r"(\d{9,10})\d{3}")


def in_utc(text: str) -> str:
    """A time as it is written; one that counts seconds or milliseconds as a date in UTC.

    >>> in_utc("1764425000.000100"), in_utc("2026-11-29T14:03:00")
    ('2025-11-29 14:03:20 UTC', '2026-11-29T14:03:00')
    """
    found = _SECONDS.fullmatch(text) or _MILLISECONDS.fullmatch(text)
    if found is None:
        return text
    moment = dt.datetime.fromtimestamp(int(found[1]), dt.UTC)
    return f"{moment:%Y-%m-%d %H:%M:%S} UTC"
