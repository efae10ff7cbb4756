"""`hotline-check registry status | validate | schema`."""

from pathlib import Path
from typing import Annotated

import typer

from hotline_check.cli.settings import Format, FormatOption, LangOption, open_store, speak, today
from hotline_check.errors import Exit
from hotline_check.wording.catalogue import N_


def status(form: FormatOption = Format.TEXT, lang: LangOption = None) -> None:
    """Show what the registry holds: platforms, channels, policies, freshness, coverage, age."""
    from hotline_check.checking import info
    from hotline_check.cli.show import show_json, show_lines
    from hotline_check.registry.census import census
    from hotline_check.wording.directory import census_lines

    _ = speak(lang)
    day = today()
    store = open_store(day)
    counted = store.ask(lambda snapshot: census(snapshot, day))
    registry = store.ask(lambda snapshot: info(store.source, snapshot, day))
    if form is Format.JSON:
        show_json({"registry": registry, "folder": str(store.folder), **counted})
    else:
        show_lines(census_lines(counted, registry, _))


def validate(
    folder: Annotated[
        Path | None, typer.Argument(help=N_("The registry folder; the one in use if left out."))
    ] = None,
    form: FormatOption = Format.TEXT,
    lang: LangOption = None,
) -> int:
    """Check every file; print each problem with file, line, key and mend; exit 2 if there are."""
    from hotline_check.cli.show import show_json
    from hotline_check.registry.folder import load
    from hotline_check.wording.problems import problem_line

    _ = speak(lang)
    day = today()
    folder = folder or open_store(day).folder
    entries, problems = load(folder, day)
    if form is Format.JSON:
        show_json({"problems": [{"text": problem_line(p, _), "problem": p} for p in problems]})
    else:
        for problem in problems:
            typer.echo(problem_line(problem, _))
        total = _.plural(
            "{n} problem in {files} files.",
            "{n} problems in {files} files.",
            len(problems),
            files=len(entries.files),
        )
        typer.echo(total, err=bool(problems))
    return Exit.NOTHING_CHECKED if problems else 0


def schema() -> None:
    """Print the JSON Schema of the registry's files."""
    from hotline_check.registry.schema import text

    typer.echo(text(), nl=False)
