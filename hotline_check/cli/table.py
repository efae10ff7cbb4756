"""`hotline-check table`: the verdict about every row of a table, in columns of its own."""

import gc
from pathlib import Path
from typing import Annotated

import typer

from hotline_check.cli.settings import (
    LangOption,
    RegionOption,
    RegistryOption,
    TheyCalledOption,
    open_store,
    platform_option,
    speak,
    today,
    warn,
)
from hotline_check.errors import HotlineError
from hotline_check.wording.text.catalogue import N_
from hotline_check.wording.text.layout import harmless


def table(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...",
            help=N_("CSV, TSV, JSON lines, Parquet or Arrow files, patterns, or folders."),
        ),
    ],
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            help=N_("The file to write, whole or not at all; its ending says of which kind."),
        ),
    ],
    column: Annotated[
        str | None, typer.Option("--column", help=N_("The column of numbers or other contacts."))
    ] = None,
    text_column: Annotated[
        str | None,
        typer.Option("--text-column", help=N_("A column of texts, whose contacts are judged too.")),
    ] = None,
    platform_column: Annotated[
        str | None,
        typer.Option("--platform-column", help=N_("A column that says whose contact it is.")),
    ] = None,
    region_column: Annotated[
        str | None,
        typer.Option(
            "--region-column", help=N_("A column of countries, for numbers without a code.")
        ),
    ] = None,
    platform: Annotated[
        str | None,
        platform_option(N_("Whose contacts they are said to be, where the row does not say it.")),
    ] = None,
    region: RegionOption = None,
    they_called: TheyCalledOption = False,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", min=1, help=N_("How many processes; all cores if not given.")),
    ] = None,
    prefix: Annotated[
        str, typer.Option("--prefix", help=N_("What the names of the new columns begin with."))
    ] = "",
    folder: RegistryOption = None,
    lang: LangOption = None,
) -> int:
    """Add the verdict to every row of a table; the exit code is the worst row's."""
    try:
        from hotline_check.serving.tables.run import annotate_files
    except ModuleNotFoundError as error:
        if error.name not in {"polars", "pyarrow"}:
            raise
        raise HotlineError("missing-extra", extra="table", what="table") from error
    from hotline_check.attribution.given_claim import given_claim
    from hotline_check.checking import info
    from hotline_check.cli.output.progress import Meter
    from hotline_check.cli.output.show import show_lines
    from hotline_check.serving.tables.files import sources
    from hotline_check.serving.tables.question import Question
    from hotline_check.serving.tables.workers import cores
    from hotline_check.wording.screens.table import summary_lines
    from hotline_check.wording.terms.reasons import reason

    gc.enable()  # disabled for short commands; a table may take hours
    _ = speak(lang)
    question = Question(
        phone=column,
        text=text_column,
        claim=platform_column,
        country=region_column,
        platform=platform,
        region=region,
        direction="they-called" if they_called else "dialling",
        prefix=prefix,
    )
    found = sources(files)
    day = today()
    store = open_store(day, folder)
    unknown_claim = given_claim(store, platform)[1]
    if unknown_claim:
        typer.echo(f"hotline-check: {harmless(reason(unknown_claim, _))}", err=True)
    meter = Meter(sum(source.size for source in found))
    try:
        counts, broken = annotate_files(
            found, output, store, question, today=day, jobs=jobs or cores(), watch=meter
        )
    finally:
        meter.clear()
    registry = store.ask(lambda snapshot: info(store.source, snapshot, day))
    show_lines(summary_lines(counts.exits, counts.unread, broken, registry, _))
    warn(store, _)
    return counts.exit
