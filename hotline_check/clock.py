"""The local time, also where the machine's time zone is broken."""

import datetime as dt


def local(moment: dt.datetime | None = None) -> dt.datetime:
    """A moment, or now, in the machine's time zone; in UTC where that is no zone.

    `TZ=XXX+99` makes the C library give an offset of more than a day, which Python refuses.
    """
    moment = moment or dt.datetime.now(dt.UTC)
    try:
        return moment.astimezone()
    except (ValueError, OverflowError, OSError):
        return moment.astimezone(dt.UTC)
