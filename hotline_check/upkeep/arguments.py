"""Parse a maintainer's arguments as values of an entry."""

import datetime as dt
from collections.abc import Iterable
from typing import cast

from hotline_check.errors import HotlineError
from hotline_check.reading import Hints, read
from hotline_check.registry.matching.names import fold
from hotline_check.registry.matching.regions import known_region
from hotline_check.registry.models import Channel, Platform
from hotline_check.registry.rules.channel import value_problem
from hotline_check.registry.rules.platform import is_id
from hotline_check.registry.terms import ChannelKind
from hotline_check.registry.web.pins import host_of, pin_problem


def number(text: str, region: str | None = None) -> tuple[str, str | None]:
    """The registry's form of a phone number, and its country if it works only there.

    Raises HotlineError `unclear-number` unless there is one reading that needs no guess: a
    registry is no place for a letter read as a digit.
    """
    finds = read(text, Hints(region=region))
    readings = [r for find in finds for r in find.readings]
    if len(readings) != 1 or readings[0].kind != "phone" or readings[0].disguise:
        raise HotlineError("unclear-number", got=text)
    value = readings[0].value
    return value, None if value.startswith("+") else readings[0].region


def channel(
    platform: Platform, text: str, kind: str | None = None, region: str | None = None
) -> Channel:
    """The platform's channel with this value, or with this number in any format.

    Raises HotlineError `no-such-channel`, or `several-channels` when more than one kind has it.
    """
    wanted = [c for c in platform.channels if kind is None or c.kind == kind]
    found = [c for c in wanted if c.value.lower() == text.strip().lower()]
    if not found and kind in {None, "phone"}:
        try:
            value = number(text, region)[0]
        except HotlineError:
            value = ""
        found = [c for c in wanted if c.kind == "phone" and c.value == value]
    if not found:
        raise HotlineError("no-such-channel", platform=platform.id, got=text)
    if len(found) > 1:
        kinds = ", ".join(c.kind for c in found)
        raise HotlineError("several-channels", got=text, known=kinds)
    return found[0]


def page(text: str) -> str:
    """The address of a page as evidence. Raises HotlineError `bad-url`, `evidence-not-https`."""
    if host_of(text) is None:
        raise HotlineError("bad-url", got=text)
    if not text.lower().startswith("https://"):
        raise HotlineError("evidence-not-https", got=text)
    return text


def new_id(text: str) -> str:
    """An id for a new entry. Raises HotlineError `bad-id`."""
    if not is_id(text):
        raise HotlineError("bad-id", got=text)
    return text


def country(text: str) -> str | None:
    """A country by code or name, None for `unknown`. Raises HotlineError `no-such-region`."""
    return None if text.strip().lower() == "unknown" else known_region(text)


def pin(text: str) -> str:
    """A domain that a platform may own. Raises HotlineError with the code of `pin_problem`."""
    name = text.strip().lower()
    if code := pin_problem(name):
        raise HotlineError(code, got=text)
    return name


def pins(text: str) -> list[str]:
    """The same for several, with spaces between them."""
    return [pin(name) for name in text.split()]


def value(kind: str, text: str) -> str:
    """The value of a channel that is no phone. Raises HotlineError `bad-email`, `bad-url`, ..."""
    if code := value_problem(cast("ChannelKind", kind), text):
        raise HotlineError(code, got=text)
    return text


def date(text: str | None, otherwise: dt.date) -> dt.date:
    """A date as typed. Raises HotlineError `not-a-date`."""
    if text is None:
        return otherwise
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise HotlineError("not-a-date", got=text) from error


def subject(platforms: Iterable[Platform], text: str, region: str | None = None) -> str:
    """The subject of a query: a platform's id, a number in the registry's form, else the text."""
    for platform in platforms:
        if fold(text) in map(fold, (platform.id, platform.name, *platform.aliases)):
            return platform.id
    try:
        return number(text, region)[0]
    except HotlineError:
        # A maintainer may ask by a name or an address as well as by a number.
        return text.strip()
