"""Opening hours in words, and the current state of a desk."""

import datetime as dt
import re

from hotline_check.guidance.hours import Opening
from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.wording.text.catalogue import N_, Words

_DAYS = {
    "Mo": N_("Mon"),
    "Tu": N_("Tue"),
    "We": N_("Wed"),
    "Th": N_("Thu"),
    "Fr": N_("Fri"),
    "Sa": N_("Sat"),
    "Su": N_("Sun"),
}
_NOTATION = {
    **_DAYS,
    "24/7": N_("around the clock"),
    "PH": N_("public holidays"),
    "off": N_("closed"),
}
_TOKEN = lazy_pattern(r"24/7|(?<![A-Za-z])(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|off)(?![A-Za-z])")

OPEN_ALWAYS = N_("Open now, around the clock.")
OPEN = N_("Open now. It closes in {span}, at {when}.")
CLOSED = N_("Closed now. It opens in {span}, at {when}.")
OPEN_FOREVER = N_("Open now.")
CLOSED_FOREVER = N_("Closed, and no day is known on which it opens.")
HOLIDAY = N_("Today is a public holiday there. The desk may keep other hours.")
_HERE_AND_THERE = N_("{here} your time ({there} {zone})")
_THERE = N_("{there} {zone}")


def hours_lines(hours: str, timezone: str, state: Opening | None, _: Words) -> list[str]:
    """Opening hours and the current state, if that is known."""
    if state is None:
        return [hours_text(hours, timezone, _)]
    now = opening_text(state, hours, timezone, _)
    return [now] if hours == "24/7" else [hours_text(hours, timezone, _), now]


def hours_text(hours: str, timezone: str, _: Words) -> str:
    """Opening hours with days in words and the time zone."""
    shown = _TOKEN.sub(lambda found: _(_NOTATION[found[0]]), hours)
    return shown if hours == "24/7" else f"{shown} {place(timezone)}"


def opening_text(state: Opening, hours: str, timezone: str, _: Words) -> str:
    """The state of a desk, until when, in which time zone, and a holiday there."""
    if state.changes is None or state.here is None or state.minutes is None:
        always = OPEN_ALWAYS if hours == "24/7" else OPEN_FOREVER
        return _(always if state.open else CLOSED_FOREVER)
    there = _moment(state.changes, state.now_there, _)
    here = _moment(state.here, state.now_here, _)
    same = state.here.utcoffset() == state.changes.utcoffset()
    when = _(_THERE if same else _HERE_AND_THERE, here=here, there=there, zone=place(timezone))
    shown = _(OPEN if state.open else CLOSED, span=span(state.minutes, _), when=when)
    # Hours that name holidays have already been read with them.
    return f"{shown} {_(HOLIDAY)}" if state.holiday and "PH" not in hours else shown


def place(timezone: str) -> str:
    """A time zone's city, `Europe/Berlin` -> `Berlin`; an offset for zones without one.

    >>> place("America/New_York"), place("Etc/UTC"), place("Etc/GMT-8")
    ('New York', 'UTC', 'UTC+8')
    """
    name = timezone.rpartition("/")[2].replace("_", " ")
    if fixed := re.fullmatch(r"GMT([+-])(\d+)", name):
        # POSIX inverts the sign in these names: Etc/GMT-8 is eight hours ahead of UTC.
        return f"UTC{'-' if fixed[1] == '+' else '+'}{fixed[2]}"
    return name


def span(minutes: int, _: Words) -> str:
    """A duration, rounded for a person who waits."""
    hours, rest = divmod(minutes, 60)
    if hours >= 48:
        return _.plural("{n} day", "{n} days", hours // 24)
    if hours >= 10 or (hours and not rest):
        return _(N_("{hours} h"), hours=hours)
    if hours:
        return _(N_("{hours} h {minutes} min"), hours=hours, minutes=rest)
    return _(N_("{minutes} min"), minutes=rest)


def _moment(when: dt.datetime, now: dt.datetime, _: Words) -> str:
    clock = f"{when:%H:%M}"
    if when.date() == now.date():
        return clock
    day = _(list(_DAYS.values())[when.weekday()])
    if (when.date() - now.date()).days >= 7:
        return f"{when:%Y-%m-%d} {clock}"
    return _(N_("{day} {clock}"), day=day, clock=clock)
