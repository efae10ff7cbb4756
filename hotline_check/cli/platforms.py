"""`hotline-check platforms`: the list of platforms, filtered."""

from typing import Annotated, get_args

import typer

from hotline_check.cli.parsing import complete
from hotline_check.cli.settings import (
    Format,
    FormatOption,
    LangOption,
    RegistryOption,
    one_of,
    open_store,
    region_option,
    speak,
    today,
    warn,
)
from hotline_check.wording.text.catalogue import N_


def platforms(
    query: Annotated[str, typer.Argument(help=N_("A part of the name."))] = "",
    country: Annotated[str | None, region_option(N_("Only from this country: US, HK."))] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            "-k",
            help=N_("Only exchange, wallet, broker, ..."),
            autocompletion=complete.terms("PlatformKind"),
        ),
    ] = None,
    policy: Annotated[
        str | None,
        typer.Option(
            "--phone-policy",
            help=N_("Only published, callback-only, none or unknown."),
            autocompletion=complete.terms("PhonePolicy"),
        ),
    ] = None,
    form: FormatOption = Format.TEXT,
    folder: RegistryOption = None,
    lang: LangOption = None,
) -> None:
    """List platforms by name, with their phone policies."""
    from hotline_check.checking import info
    from hotline_check.cli.output.show import show_json, show_lines
    from hotline_check.registry.lookups.platforms import search
    from hotline_check.registry.matching.regions import known_region
    from hotline_check.registry.terms import PhonePolicy, PlatformKind
    from hotline_check.wording.screens.channels import platform_lines, platform_record

    _ = speak(lang)
    day = today()
    wanted_kind = one_of("--kind", kind, get_args(PlatformKind))
    wanted_policy = one_of("--phone-policy", policy, get_args(PhonePolicy))
    where = known_region(country) if country else None
    store = open_store(day, folder)
    found = [
        p
        for p in store.ask(lambda snapshot: search(snapshot, query))
        if (where is None or p.country == where)
        and (wanted_kind is None or p.kind == wanted_kind)
        and (wanted_policy is None or p.phone_policy == wanted_policy)
    ]
    registry = store.ask(lambda snapshot: info(store.source, snapshot, day))
    if form is Format.JSON:
        records = [platform_record(p) for p in found]
        show_json({"version": 1, "platforms": records, "registry": registry})
    else:
        show_lines(platform_lines(found, registry, _))
    warn(store, _)
