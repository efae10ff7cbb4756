"""Facts for search engines, in the terms of schema.org: what was seen where and when, no rating."""

from collections.abc import Iterable
from typing import Any, Final

from hotline_check.registry.freshness import is_good
from hotline_check.registry.models import Channel, Platform
from hotline_check.serving.site.facts import Facts
from hotline_check.serving.site.numbers import Number

_CONTEXT: Final = "https://schema.org"
# What schema.org has a property for; other kinds are only links.
_CONTACTS: Final = {"phone": "telephone", "email": "email"}


def organization(platform: Platform, facts: Facts) -> dict[str, Any]:
    """A platform with the ways to reach it that its own pages show."""
    good = [c for c in platform.channels if is_good(platform, c, facts.today)]
    found: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": "Organization",
        "name": platform.name,
        "contactPoint": [_point(channel) for channel in good],
    }
    if platform.aliases:
        found["alternateName"] = list(platform.aliases)
    if platform.pins:
        found["url"] = f"https://{platform.pins[0]}"
    return {key: value for key, value in found.items() if value}


def number_page(number: Number, title: str, description: str, facts: Facts) -> dict[str, Any]:
    """The page of a number: its statement, the pages that it rests on, and their newest day.

    A number that poses as a platform is no ContactPoint of it, so it is only named in words.
    """
    found: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": "WebPage",
        "name": title,
        "description": description,
        "dateModified": number.seen.isoformat(),
        "citation": list(dict.fromkeys(_pages(number))),
    }
    owners = [
        {"@type": "Organization", "name": p.name, "contactPoint": _point(channel)}
        for p, channel in number.published
        if is_good(p, channel, facts.today)
    ]
    if owners:
        found["about"] = owners
    return found


def _pages(number: Number) -> Iterable[str]:
    for _, channel in number.published:
        yield from (sighting.url for sighting in channel.sightings)
    for _, report in number.reported:
        yield from (sighting.url for sighting in report.sightings)


def _point(channel: Channel) -> dict[str, Any]:
    point: dict[str, Any] = {
        "@type": "ContactPoint",
        _CONTACTS.get(channel.kind, "url"): channel.value,
        "contactType": ", ".join(channel.topics) or "customer support",
        "areaServed": list(channel.regions),
        "availableLanguage": list(channel.languages),
    }
    return {key: value for key, value in point.items() if value}
