"""`hotline-check registry sight | retire | dispute | report`: edit an entry."""

from typing import Annotated

import typer

from hotline_check.cli.registry.asking import asked
from hotline_check.cli.registry.folders import FolderOption, draft_of
from hotline_check.cli.registry.options import (
    ArchiveOption,
    DryRunOption,
    HowOption,
    KindOption,
    NoteOption,
    NoteZhOption,
    PageDateOption,
    PlatformArgument,
    PrintedOption,
    SeenOption,
    SourceOption,
    UrlOption,
    ValueArgument,
    channel_of,
    finish,
    note_of,
    sighting_of,
)
from hotline_check.cli.settings import (
    Format,
    FormatOption,
    LangOption,
    RegionOption,
    speak,
    today,
)
from hotline_check.wording.text.catalogue import N_


def sight(
    platform: PlatformArgument = None,
    value: ValueArgument = None,
    url: UrlOption = None,
    kind: KindOption = None,
    seen: SeenOption = None,
    how: HowOption = "live",
    archive: ArchiveOption = None,
    source_kind: SourceOption = "operator",
    page_date: PageDateOption = None,
    as_printed: PrintedOption = None,
    again: Annotated[
        bool, typer.Option("--again", help=N_("It was retired and is published again."))
    ] = False,
    region: RegionOption = None,
    registry: FolderOption = None,
    dry_run: DryRunOption = False,
    form: FormatOption = Format.TEXT,
    lang: LangOption = None,
) -> int:
    """Record that a channel was seen on a page."""
    from hotline_check.upkeep import arguments, edit

    _ = speak(lang)
    draft = draft_of(registry)
    owner, channel = channel_of(draft, platform, value, kind, region, _)
    page = asked("--url", url, arguments.page, _)
    seeing = sighting_of(page, seen, how, source_kind, page_date, as_printed, archive)
    edit.see(draft, owner, channel.kind, channel.value, seeing, again=again)
    return finish(draft, _, form, dry_run=dry_run)


def retire(
    platform: PlatformArgument = None,
    value: ValueArgument = None,
    kind: KindOption = None,
    on: Annotated[
        str | None, typer.Option("--on", help=N_("Since when it is gone; today if left out."))
    ] = None,
    region: RegionOption = None,
    registry: FolderOption = None,
    dry_run: DryRunOption = False,
    form: FormatOption = Format.TEXT,
    lang: LangOption = None,
) -> int:
    """Record that a platform no longer publishes a channel; the entry keeps it as a warning."""
    from hotline_check.upkeep import edit
    from hotline_check.upkeep.arguments import date

    _ = speak(lang)
    draft = draft_of(registry)
    owner, channel = channel_of(draft, platform, value, kind, region, _)
    edit.retire(draft, owner, channel.kind, channel.value, date(on, today()))
    return finish(draft, _, form, dry_run=dry_run)


def dispute(
    platform: PlatformArgument = None,
    value: ValueArgument = None,
    kind: KindOption = None,
    settled: Annotated[
        bool, typer.Option("--settled", help=N_("It is cleared up: take the mark away."))
    ] = False,
    note: NoteOption = None,
    note_zh: NoteZhOption = None,
    region: RegionOption = None,
    registry: FolderOption = None,
    dry_run: DryRunOption = False,
    form: FormatOption = Format.TEXT,
    lang: LangOption = None,
) -> int:
    """Mark a channel whose sightings contradict each other."""
    from hotline_check.upkeep import edit

    _ = speak(lang)
    draft = draft_of(registry)
    owner, channel = channel_of(draft, platform, value, kind, region, _)
    remark = note_of(note, note_zh)
    edit.dispute(draft, owner, channel.kind, channel.value, note=remark, settled=settled)
    return finish(draft, _, form, dry_run=dry_run)


def report(
    platform: PlatformArgument = None,
    number: Annotated[
        str | None, typer.Argument(help=N_("The number, best as +<country><number>."))
    ] = None,
    url: UrlOption = None,
    seen: SeenOption = None,
    page_date: PageDateOption = None,
    note: NoteOption = None,
    note_zh: NoteZhOption = None,
    region: RegionOption = None,
    registry: FolderOption = None,
    dry_run: DryRunOption = False,
    form: FormatOption = Format.TEXT,
    lang: LangOption = None,
) -> int:
    """Record that a number was seen posing as a platform."""
    from hotline_check.registry.models import ReportedNumber, ReportSighting
    from hotline_check.upkeep import arguments, edit

    _ = speak(lang)
    draft = draft_of(registry)
    owner = asked("PLATFORM", platform, draft.platform_id, _)
    value, _home = asked("NUMBER", number, lambda text: arguments.number(text, region), _)
    sighting = ReportSighting(
        url=asked("--url", url, arguments.page, _),
        seen=arguments.date(seen, today()),
        page_date=arguments.date(page_date, today()) if page_date else None,
    )
    reported = ReportedNumber(value=value, sightings=(sighting,), note=note_of(note, note_zh))
    edit.report(draft, owner, reported)
    return finish(draft, _, form, dry_run=dry_run)
