"""`hotline-check channels`: the support channels that a platform publishes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from hotline_check.cli.parsing import complete
from hotline_check.cli.parsing.complete import PlatformArgument
from hotline_check.cli.preferences import home_region
from hotline_check.cli.settings import (
    Format,
    FormatOption,
    LangOption,
    OpenOption,
    RegistryOption,
    TopicOption,
    now,
    one_of,
    open_store,
    region_option,
    speak,
    today,
    warn,
)
from hotline_check.wording.text.catalogue import N_, Words

if TYPE_CHECKING:
    import datetime as dt

    from hotline_check.registry.models import Channel, Platform
    from hotline_check.wording.text.lines import Line


def channels(
    platform: PlatformArgument,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            "-k",
            help=N_("Only phone, chat, email, ..."),
            autocompletion=complete.terms("ChannelKind"),
        ),
    ] = None,
    topic: TopicOption = None,
    region: Annotated[str | None, region_option(N_("Only for this country: US, HK."))] = None,
    qr: Annotated[
        bool, typer.Option("--qr", help=N_("Draw a code that your phone reads and dials."))
    ] = False,
    every: Annotated[
        bool, typer.Option("--all", help=N_("Show all channels with hours, remarks and pages."))
    ] = False,
    show_page: OpenOption = False,
    form: FormatOption = Format.TEXT,
    folder: RegistryOption = None,
    lang: LangOption = None,
) -> None:
    """Show a platform's channels, each with the page where it is listed."""
    from hotline_check.checking import info
    from hotline_check.cli.output.show import show_json, show_lines
    from hotline_check.guidance.desks import for_topic, quickest
    from hotline_check.guidance.hours import openings
    from hotline_check.registry.lookups.platforms import find_platform
    from hotline_check.registry.matching.regions import known_region
    from hotline_check.registry.terms import ChannelKind, Topic
    from hotline_check.wording.screens.channel_guide import topic_lines
    from hotline_check.wording.screens.channels import channel_lines, channel_record

    _ = speak(lang)
    day = today()
    wanted = one_of("--kind", kind, get_args(ChannelKind))
    about: Topic | None = one_of("--topic", topic, get_args(Topic))
    where = known_region(region) if region else None
    store = open_store(day, folder)
    entry = store.ask(lambda snapshot: find_platform(snapshot, platform))
    found: Sequence[Channel] = [
        c
        for c in entry.channels
        if (wanted is None or c.kind == wanted)
        and (where is None or not c.regions or where in c.regions)
    ]
    lead: list[Line] = []
    if about:
        desks = for_topic(found, about)
        found = desks.channels
        lead = topic_lines(entry, about, desks.named, _)
    states = openings(entry, found, now())
    registry = store.ask(lambda snapshot: info(store.source, snapshot, day))
    ways = None if wanted or about else quickest(entry, where or home_region(), day)
    if form is Format.JSON:
        show_json(channel_record(entry, found, day, registry, openings=states, quickest=ways or ()))
    elif qr:
        show_lines(_code(entry, found, where, day, _))
    else:
        lines = channel_lines(
            entry,
            found,
            day,
            registry,
            _,
            openings=states,
            lead=lead,
            quickest=ways,
            home=where or home_region(),
            is_complete=every,
        )
        show_lines(lines)
    warn(store, _)
    if show_page:
        from hotline_check.cli.output.browser import open_page

        open_page({entry.id}, store, _)


def _code(
    platform: "Platform", found: "Sequence[Channel]", region: str | None, day: "dt.date", _: Words
) -> "list[Line]":
    from hotline_check.guidance.qr import dial_code, dialable
    from hotline_check.wording.screens.channel_guide import code_lines

    phones = dialable(platform, found, region or home_region(), day)
    return code_lines(platform, phones, dial_code(phones[0]), _)
