"""Rules for files of reported numbers and of authorities."""

import datetime as dt
from pathlib import PurePosixPath

from hotline_check.registry.decode import Path, Places
from hotline_check.registry.matching.phones import phone_problem, regions
from hotline_check.registry.models import Authorities, Authority, Reported
from hotline_check.registry.rules.channel import LANGUAGE, hours_problems
from hotline_check.registry.rules.evidence import Problems, copy_problems, date_problems
from hotline_check.registry.web.pins import host_of


def reported_problems(reported: Reported, places: Places, today: dt.date) -> Problems:
    """Problems inside one file of reported numbers."""
    if PurePosixPath(places.file).stem != reported.platform:
        yield places.problem("id-is-not-file-name", ("platform",), got=reported.platform)
    values = [n.value for n in reported.numbers]
    for i, number in enumerate(reported.numbers):
        path: Path = ("numbers", i)
        if code := phone_problem(number.value, (), published=False):
            yield places.problem(code, (*path, "value"), got=number.value)
        if values.index(number.value) != i:
            yield places.problem("repeated-value", (*path, "value"), got=number.value)
        if not number.sightings:
            yield places.problem("no-sighting", (*path, "sightings"))
        for j, sighting in enumerate(number.sightings):
            yield from date_problems(sighting, places, (*path, "sightings", j), today)


def authorities_problems(country: Authorities, places: Places, today: dt.date) -> Problems:
    """Problems of one country's authorities."""
    if PurePosixPath(places.file).stem != country.country.lower():
        yield places.problem("id-is-not-file-name", ("country",), got=country.country)
    if country.country not in regions():
        yield places.problem("unknown-region", ("country",), got=country.country)
    for i, authority in enumerate(country.authorities):
        yield from _authority(authority, country.country, places, ("authorities", i), today)


def _authority(
    authority: Authority, country: str, places: Places, path: Path, today: dt.date
) -> Problems:
    if authority.phone:
        at_home = (country,) if authority.short_code else ()
        if code := phone_problem(authority.phone, at_home, published=False):
            yield places.problem(code, (*path, "phone"), got=authority.phone)
    if not authority.sightings:
        yield places.problem("no-sighting", (*path, "sightings"))
    if authority.url and host_of(authority.url) is None:
        yield places.problem("bad-url", (*path, "url"), got=authority.url)
    if not (authority.phone or authority.url):
        yield places.problem("no-way-to-reach", path)
    for key, texts in (("names", authority.names), ("about", authority.about)):
        for language in texts:
            if not LANGUAGE.fullmatch(language):
                yield places.problem("unknown-language", (*path, key, language), got=language)
    yield from hours_problems(authority.hours, authority.timezone, places, path)
    for j, sighting in enumerate(authority.sightings):
        yield from date_problems(sighting, places, (*path, "sightings", j), today)
        yield from copy_problems(sighting, places, (*path, "sightings", j))
