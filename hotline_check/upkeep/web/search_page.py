"""Find contact values on a page, and any other phone numbers on it.

Works on a page that was fetched whole, so no server learns which values are checked.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal
from urllib.parse import urlsplit

import msgspec
import phonenumbers

from hotline_check.networks import NETWORKS
from hotline_check.reading.models import Find, Hints
from hotline_check.registry.models import Channel
from hotline_check.upkeep.web.page import Page

Finder = Callable[[str, Hints], Iterable[Find]]
Where = Literal["text", "link", "structured"]

_EXCERPT = 60


class WantedValue(msgspec.Struct, frozen=True, kw_only=True):
    """A value to look for: a channel's kind and value, and what helps to recognize it.

    regions: where a phone is dialled. printed: ways in which pages were seen to print it.
    """

    kind: str
    value: str
    regions: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where a value is on a page.

    where: in the text a reader sees, as a link, or stated for programs. printed: the
    characters. excerpt: these with their surroundings, on one line.
    """

    where: Where
    printed: str
    excerpt: str = ""


class Number(msgspec.Struct, frozen=True, kw_only=True):
    """A phone number on a page: E.164 or digits, and its place."""

    value: str
    place: Place


def wanted_value(channel: Channel) -> WantedValue:
    """The value to look for to confirm a channel."""
    printed = tuple(dict.fromkeys(s.as_printed for s in channel.sightings if s.as_printed))
    return WantedValue(
        kind=channel.kind, value=channel.value, regions=channel.regions, printed=printed
    )


def is_searchable(target: WantedValue) -> bool:
    """Return True if a page can show the value: some chats are only a name in an app."""
    if target.kind in {"phone", "email"} or target.value.startswith(("http://", "https://")):
        return True
    return bool(_hosts(target)) and " " not in target.value


def _hosts(target: WantedValue) -> tuple[str, ...]:
    """The hosts on which an account of the target's network is a path."""
    network = NETWORKS.get(target.kind)
    return network.accounts if network else ()


def seek(page: Page, wanted: Sequence[WantedValue], find: Finder) -> dict[WantedValue, Place]:
    """The wanted values that are on the page, with their places."""
    phones = [s for s in wanted if s.kind == "phone"]
    return _found(page, wanted, list(_readings(page, _regions(phones), find)) if phones else [])


def survey(
    page: Page, wanted: Sequence[WantedValue], find: Finder, country: str | None = None
) -> tuple[dict[WantedValue, Place], list[Number]]:
    """The wanted values that are on the page, and the other phone numbers on it.

    A number without a country code is read in the countries of the wanted phones and in
    `country`; when it is none of the wanted ones, in the first of these.
    """
    phones = [s for s in wanted if s.kind == "phone"]
    readings = list(_readings(page, _regions(phones, country), find))
    misprints = {_digits(form) for s in phones for form in s.printed}
    others = _others(readings, {s.value for s in phones})
    return _found(page, wanted, readings), [
        n for n in others if _digits(n.place.printed) not in misprints
    ]


def _found(
    page: Page, wanted: Sequence[WantedValue], readings: Sequence["_Reading"]
) -> dict[WantedValue, Place]:
    by_value = {value: place for _, value, place in reversed(readings)}
    found: dict[WantedValue, Place] = {}
    for target in wanted:
        if target.kind == "phone":
            place = by_value.get(target.value) or _as_printed(page, target.printed)
        elif target.kind == "email":
            place = _email(page, target.value.lower())
        else:
            place = _address(page, target)
        if place:
            found[target] = place
    return found


def _others(readings: Sequence["_Reading"], values: Collection[str]) -> Iterator[Number]:
    """The first reading of each number that is none of `values` in any reading."""
    spots = {spot for spot, value, _ in readings if value in values}
    yielded: set[str] = set()
    for spot, value, place in readings:
        if spot not in spots and value not in yielded:
            yielded.add(value)
            yield Number(value=value, place=place)
        spots.add(spot)


_Spot = tuple[int, int, int]  # which string of the page, start, end
_Reading = tuple[_Spot, str, Place]


def _readings(page: Page, regions: Sequence[str | None], find: Finder) -> Iterator[_Reading]:
    strings: list[tuple[Where, str]] = [("text", page.text)]
    strings += [("link", link) for link in page.tel_links]
    strings += [("structured", p.telephone) for p in page.contact_points if p.telephone]
    for region in regions:
        hints = Hints(region=region)
        for i, (where, text) in enumerate(strings):
            for hit in find(text, hints):
                # A number with two readings is evidence for neither.
                if len(hit.readings) == 1 and hit.readings[0].kind == "phone":
                    place = Place(
                        where=where, printed=hit.text, excerpt=_excerpt(text, hit.start, hit.end)
                    )
                    yield (i, hit.start, hit.end), hit.readings[0].value, place


def _regions(phones: Sequence[WantedValue], country: str | None = None) -> list[str | None]:
    """The countries for reading national numbers; only None when none is known."""
    regions: dict[str, None] = {}
    for phone in phones:
        for region in (_home(phone.value),) if phone.value.startswith("+") else phone.regions:
            if region:
                regions[region] = None
    if country:
        regions[country] = None
    return list(regions) or [None]


@lru_cache(maxsize=1024)
def _home(value: str) -> str | None:
    try:
        region = phonenumbers.region_code_for_number(phonenumbers.parse(value))
    except phonenumbers.NumberParseException:
        # A short code or a number dialled at home has no country of its own.
        return None
    return None if region == "001" else region


def _as_printed(page: Page, printed: Iterable[str]) -> Place | None:
    """Find a number that its own page misprints, by the recorded characters."""
    for form in printed:
        characters = [re.escape(c) for c in _folded(form) if c.isalnum()]
        if len(characters) < 4:
            continue
        pattern = r"(?<!\w)" + r"[\W_]{0,3}".join(characters) + r"(?!\w)"
        if hit := re.search(pattern, _folded(page.text)):
            excerpt = _excerpt(_folded(page.text), hit.start(), hit.end())
            return Place(where="text", printed=form, excerpt=excerpt)
    return None


def _email(page: Page, address: str) -> Place | None:
    for point in page.contact_points:
        if point.email and point.email.lower().removeprefix("mailto:") == address:
            return Place(where="structured", printed=point.email)
    for link in page.mail_links:
        if link.lower() == address:
            return Place(where="link", printed=link)
    return _in_text(page.text, address)


def _address(page: Page, target: WantedValue) -> Place | None:
    value = target.value
    if value.startswith(("http://", "https://")):
        wanted = _canonical(value)
        here = _canonical(page.final_url)
        if target.kind == "help-center" and f"{here}/".startswith(f"{wanted}/"):
            return Place(where="link", printed=page.final_url)  # one of its own articles
        for link in (page.final_url, page.url, *page.links):
            if _canonical(link) == wanted:
                return Place(where="link", printed=link)
        return None
    hosts = _hosts(target)
    name = value.lstrip("@").lower()
    for link in page.links:
        host, _, path = _canonical(link).partition("/")
        if host in hosts and path.split("/")[0].lstrip("@").lower() == name:
            return Place(where="link", printed=link)
    return _in_text(page.text, "@" + name)


def _in_text(text: str, what: str) -> Place | None:
    hit = re.search(rf"(?<![\w.+@-]){re.escape(what)}(?![\w@-]|\.\w)", text, re.IGNORECASE)
    if hit is None:
        return None
    return Place(where="text", printed=hit[0], excerpt=_excerpt(text, hit.start(), hit.end()))


def _canonical(url: str) -> str:
    """The URL without the parts that don't change its target."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return ""
    host = "x.com" if host == "twitter.com" else host
    return host + parts.path.rstrip("/")


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()


def _excerpt(text: str, start: int, end: int) -> str:
    around = text[max(0, start - _EXCERPT) : end + _EXCERPT]
    # Control characters of a page could steer the maintainer's terminal.
    return " ".join("".join(c if c.isprintable() else " " for c in around).split())
