"""`hotline-check report`: where to report a fraud."""

import shlex
from typing import Annotated

import typer

from hotline_check.cli.parsing.arguments import is_contact
from hotline_check.cli.preferences import home_region
from hotline_check.cli.settings import (
    Format,
    FormatOption,
    LangOption,
    RegistryOption,
    WhereOption,
    now,
    open_store,
    speak,
    today,
    warn,
)
from hotline_check.wording.text.catalogue import N_


def report(
    place: Annotated[
        str | None,
        typer.Argument(metavar="[COUNTRY]", help=N_("Where you are: US, Hong Kong, 英国.")),
    ] = None,
    country: WhereOption = None,
    form: FormatOption = Format.TEXT,
    folder: RegistryOption = None,
    lang: LangOption = None,
) -> None:
    """Show the public bodies of a country that take scam reports, and what to do without one."""
    from hotline_check.checking import info
    from hotline_check.cli.output.show import show_json, show_lines
    from hotline_check.guidance.hours import authority_openings
    from hotline_check.registry.matching.regions import known_region
    from hotline_check.wording.screens.report import (
        REPORT_CONTACT,
        authority_lines,
        authority_record,
        no_authority_lines,
    )

    _ = speak(lang)
    day = today()
    if place and is_contact(place):
        typer.echo(_(REPORT_CONTACT, contact=shlex.quote(place)), err=True)
        place = None
    named = place or country
    where = known_region(named) if named else home_region()
    store = open_store(day, folder)
    found = store.ask(lambda snapshot: snapshot.authorities(where)) if where else None
    states = authority_openings(found.country, found.authorities, now()) if found else {}
    if form is Format.JSON:
        show_json(authority_record(where, found, states))
    elif found:
        registry = store.ask(lambda snapshot: info(store.source, snapshot, day))
        show_lines(authority_lines(found, states, registry, _))
    else:
        known = store.ask(lambda snapshot: snapshot.ids("authorities"))
        show_lines(no_authority_lines(where, known, _))
    warn(store, _)
