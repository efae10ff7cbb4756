"""`hotline-check channels`: everything a platform publishes to be reached by."""

from typing import Annotated, get_args

import typer

from hotline_check.cli import complete
from hotline_check.cli.settings import (
    Format,
    FormatOption,
    LangOption,
    RegionOption,
    one_of,
    open_store,
    speak,
    today,
    warn,
)
from hotline_check.wording.catalogue import N_


def channels(
    platform: Annotated[
        str,
        typer.Argument(help=N_("The platform's name."), autocompletion=complete.platforms),
    ],
    kind: Annotated[
        str | None, typer.Option("--kind", "-k", help=N_("Only phone, chat, email, ..."))
    ] = None,
    topic: Annotated[
        str | None, typer.Option("--topic", "-t", help=N_("Only for account, security, ..."))
    ] = None,
    region: RegionOption = None,
    form: FormatOption = Format.TEXT,
    lang: LangOption = None,
) -> None:
    """Show a platform's channels, each with the page where it is listed."""
    from hotline_check.checking import info, known_region
    from hotline_check.cli.show import show_json, show_lines
    from hotline_check.registry.models import ChannelKind, Topic
    from hotline_check.registry.platforms import find_platform
    from hotline_check.wording.directory import channel_lines, channel_record

    _ = speak(lang)
    day = today()
    wanted = one_of("--kind", kind, get_args(ChannelKind))
    about = one_of("--topic", topic, get_args(Topic))
    where = known_region(region) if region else None
    store = open_store(day)
    entry = store.ask(lambda snapshot: find_platform(snapshot, platform))
    found = [
        c
        for c in entry.channels
        if (wanted is None or c.kind == wanted)
        and (about is None or about in c.topics)
        and (where is None or not c.regions or where in c.regions)
    ]
    registry = store.ask(lambda snapshot: info(store.source, snapshot, day))
    if form is Format.JSON:
        show_json(channel_record(entry, found, day, registry))
    else:
        show_lines(channel_lines(entry, found, day, registry, _))
    warn(store, _)
