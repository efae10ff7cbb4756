"""Where to report: the public bodies of a country."""

from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from hotline_check.guidance.bodies import in_order, is_weak
from hotline_check.guidance.hours import Opening
from hotline_check.registry.models import Authorities, Authority
from hotline_check.verdict.models import RegistryInfo
from hotline_check.wording.pages.contacts import (
    PAGES,
    OpeningView,
    PageSeen,
    opening_view,
    page_seen,
)
from hotline_check.wording.pages.notes import NoteView, note_views
from hotline_check.wording.screens.check import age_line
from hotline_check.wording.screens.report import (
    DIAL_HOME,
    DO_BANK,
    DO_POLICE,
    DO_REGULATOR,
    FIRST_BANK,
    NO_REFUND,
    PURPOSES,
    TITLE,
    WEAK,
    body_name,
)
from hotline_check.wording.terms.names import country, country_alone, in_language, language
from hotline_check.wording.terms.phone_format import spaced
from hotline_check.wording.text.catalogue import N_, Words

COUNTRIES_TITLE: Final = N_("Where to report a fraud")
CHOOSE_COUNTRY: Final = N_("Choose your country")
ELSEWHERE: Final = N_("Your country is not here")


class BodyView(msgspec.Struct, frozen=True, kw_only=True):
    """A public body. phone: None where there is none; href: None for a weak source.

    dial: how the number is dialled, where that needs saying.
    """

    name: str
    purpose: str
    is_urgent: bool
    about: str | None
    weak: str | None
    phone: str | None
    phone_href: str | None
    dial: str | None
    url: str | None
    url_href: str | None
    opening: OpeningView | None
    languages: str
    notes: Sequence[NoteView]
    pages: Sequence[PageSeen]


class AuthorityView(msgspec.Struct, frozen=True, kw_only=True):
    """The public bodies of a country, those that may stop a payment first."""

    country: str
    title: str
    first_bank: str
    bodies: Sequence[BodyView]
    no_refund: str
    age: str


class CountryLink(msgspec.Struct, frozen=True, kw_only=True):
    """A country that has public bodies in the registry."""

    code: str
    name: str


class CountriesView(msgspec.Struct, frozen=True, kw_only=True):
    """The choice of a country, and what to do in any other."""

    title: str
    first_bank: str
    choose: str
    countries: Sequence[CountryLink]
    elsewhere: str
    ways: Sequence[str]


def authority_view(
    found: Authorities, openings: Mapping[str, Opening], registry: RegistryInfo, _: Words
) -> AuthorityView:
    """The page of a country. openings: the state of bodies that have hours, by name."""
    where = country(found.country, _)
    return AuthorityView(
        country=found.country,
        title=_(TITLE, country=where),
        first_bank=_(FIRST_BANK),
        bodies=[body_view(body, where, openings.get(body.name), _) for body in in_order(found)],
        no_refund=_(NO_REFUND),
        age=age_line(registry, _),
    )


def body_view(body: Authority, where: str, opening: Opening | None, _: Words) -> BodyView:
    """One public body. where: the country's name."""
    weak = is_weak(body)
    number = spaced(body.phone) if body.phone else None
    return BodyView(
        name=body_name(body, _),
        purpose=_(PURPOSES[body.purpose]),
        is_urgent=body.purpose == "emergency-block",
        about=in_language(body.about, _.lang) or body.about.get("en"),
        weak=_(WEAK) if weak else None,
        phone=number,
        phone_href=f"tel:{body.phone}" if body.phone and not weak else None,
        dial=_(DIAL_HOME, number=number, country=where) if number and body.short_code else None,
        url=body.url,
        url_href=body.url if not weak and (body.url or "").startswith("https://") else None,
        opening=opening_view(body, opening, _),
        languages=", ".join(map(language, body.languages)),
        notes=note_views(body.note, _),
        pages=[page_seen(s, _) for s in body.sightings[:PAGES]],
    )


def countries_view(known: Sequence[str], _: Words) -> CountriesView:
    """The page that lists the countries. known: their codes."""
    names = [(country_alone(code.upper(), _), code.upper()) for code in known]
    return CountriesView(
        title=_(COUNTRIES_TITLE),
        first_bank=_(FIRST_BANK),
        choose=_(CHOOSE_COUNTRY),
        countries=[CountryLink(code=code, name=name) for name, code in sorted(names)],
        elsewhere=_(ELSEWHERE),
        ways=[_(DO_POLICE), _(DO_BANK), _(DO_REGULATOR)],
    )
