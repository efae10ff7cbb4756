"""Output of `report`: the public bodies of a country, with page and date."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from hotline_check.guidance.bodies import in_order, is_weak
from hotline_check.guidance.hours import Opening
from hotline_check.registry.models import Authorities, Authority
from hotline_check.verdict.models import RegistryInfo
from hotline_check.wording.screens.check import age_line, sighting
from hotline_check.wording.terms.names import country as country_name
from hotline_check.wording.terms.names import in_language, language
from hotline_check.wording.terms.opening_hours import hours_lines
from hotline_check.wording.terms.phone_format import spaced
from hotline_check.wording.text.catalogue import N_, Words
from hotline_check.wording.text.lines import (
    Line,
    Style,
    note_texts,
    texts,
)

TITLE = N_("Where to report in {country}")
PURPOSES = {
    "emergency-block": N_("EMERGENCY: may still stop a payment"),
    "report": N_("takes reports"),
    "advice": N_("gives advice"),
}
WEAK = N_(
    "WEAK SOURCE: no government page was seen. Compare it with the body's own site before use."
)
DIAL_HOME = N_("phone: {number} (dialled like this, only in {country})")
DIAL = N_("phone: {number}")
FIRST_BANK = N_(
    "Has money left a bank account or card? Call the bank first, at the number on your card."
)
NO_REFUND = N_(
    "Pay nobody for a report. Whoever calls in the name of one of these: hang up and call it "
    "yourself."
)

NO_ENTRY = N_("We know of no body in {country} that takes such reports. There may well be one.")
NO_COUNTRY = N_("Which country are you in? Add it, for example: hotline-check report GB")
DO_POLICE = N_("Report it to your local police. Go there, or call the number you already know.")
DO_BANK = N_("Tell your bank, at the number on your card, when money or card details went out.")
DO_REGULATOR = N_(
    "Type the address of your country's police or financial regulator yourself, and look for its "
    "fraud page. Take no number for it from a search result."
)
REPORT_CONTACT = N_(
    "Report it to one of these bodies. What we know of it: hotline-check check {contact}"
)
KNOWN = N_("Countries we have bodies for: {countries}")


def authority_lines(
    found: Authorities, openings: Mapping[str, Opening], registry: RegistryInfo, _: Words
) -> list[Line]:
    """The bodies of a country, those that may stop a payment first.

    openings: the state of those that have hours, by name.
    """
    where = country_name(found.country, _)
    lines = [Line("label", _(TITLE, country=where))]
    lines += texts([_(FIRST_BANK)])
    for body in in_order(found):
        lines += _body(body, where, openings.get(body.name), _)
    lines += texts([_(NO_REFUND)])
    return [*lines, *texts([age_line(registry, _)], indent="", style="faint")]


def no_authority_lines(country: str | None, known: Sequence[str], _: Words) -> list[Line]:
    """What to do if the country is unknown or has no entry.

    known: codes of the countries with an entry.
    """
    named = _(NO_COUNTRY)
    if country:
        named = _(NO_ENTRY, country=country_name(country, _))
    ways = [_(DO_POLICE), _(DO_BANK), _(DO_REGULATOR)]
    codes = ", ".join(code.upper() for code in known)
    return [
        *texts([named], indent="", style="label"),
        *texts(ways, hanging=True),
        *texts([_(KNOWN, countries=codes)], indent="", style="faint"),
    ]


def short_lines(found: Authorities, _: Words) -> list[str]:
    """The bodies of a country, a line each, without pages, for urgent cases."""
    out = []
    for body in in_order(found):
        ways = [spaced(body.phone)] if body.phone else []
        ways += [body.url] if body.url else []
        marks = [_(PURPOSES[body.purpose])] if body.purpose == "emergency-block" else []
        marks += [_(N_("weak source"))] if is_weak(body) else []
        out.append(f"{body_name(body, _)}: {' · '.join([*ways, *marks])}")
    return out


def body_name(body: Authority, _: Words) -> str:
    """A body's name in the reader's language, with its local name."""
    shown = in_language(body.names, _.lang) or body.name
    at_home = next((name for tag, name in body.names.items() if tag[:2] not in {"en", "zh"}), None)
    return shown if at_home in {None, shown} else f"{shown} ({at_home})"


def authority_record(
    country: str | None, found: Authorities | None, openings: Mapping[str, Opening]
) -> dict[str, Any]:
    """The same for programs; `authorities` is empty where we know of none."""
    bodies = in_order(found) if found else ()
    return {
        "version": 1,
        "country": country,
        "authorities": [
            {
                **msgspec.to_builtins(msgspec.structs.replace(body, remarks=())),
                "weak": is_weak(body),
                "opening": msgspec.to_builtins(openings.get(body.name)),
            }
            for body in bodies
        ],
    }


def _body(body: Authority, where: str, opening: Opening | None, _: Words) -> list[Line]:
    style: Style = "danger" if body.purpose == "emergency-block" else "plain"
    lines = texts([body_name(body, _)], style="label")
    lines += texts([_(PURPOSES[body.purpose])], indent="    ", style=style)
    if about := in_language(body.about, _.lang) or body.about.get("en"):
        lines += texts([about], indent="    ")
    if is_weak(body):
        lines += texts([_(WEAK)], indent="    ", style="warning")
    below = []
    if body.phone:
        dial = DIAL_HOME if body.short_code else DIAL
        below.append(_(dial, number=spaced(body.phone), country=where))
    if body.url:
        below.append(body.url)
    if body.hours and body.timezone:
        below += hours_lines(body.hours, body.timezone, opening, _)
    if body.languages:
        below.append(", ".join(map(language, body.languages)))
    below += note_texts(body.note, _)
    below += [sighting(s, _) for s in body.sightings[:2]]
    return lines + texts(below, indent="    ")
