"""`hotline-check registry status | todo | validate | schema`."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hotline_check.cli.parsing import complete
from hotline_check.cli.registry.folders import ReadOption, chosen, store_to_read
from hotline_check.cli.settings import (
    Format,
    FormatOption,
    LangOption,
    open_store,
    speak,
    today,
)
from hotline_check.errors import Exit
from hotline_check.wording.text.catalogue import N_

if TYPE_CHECKING:
    from hotline_check.registry.models import Platform
    from hotline_check.registry.storage.store import Store


class StatusFormat(StrEnum):
    """Output formats of the status."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def status(
    form: Annotated[
        StatusFormat,
        typer.Option("--format", help=N_("text, json, or markdown for docs/coverage.md.")),
    ] = StatusFormat.TEXT,
    registry: ReadOption = None,
    lang: LangOption = None,
) -> None:
    """Show what the registry holds: platforms, channels, policies, freshness, coverage, age."""
    from hotline_check.checking import info
    from hotline_check.cli.output.show import show_json, show_lines
    from hotline_check.registry.overview.census import census
    from hotline_check.registry.overview.coverage import coverage_of, totals
    from hotline_check.wording.screens.registry.status import census_lines, coverage_markdown
    from hotline_check.wording.text.catalogue import words

    _ = speak(lang)
    day = today()
    store = open_store(day, chosen(registry))  # the last line names it
    counted = store.ask(lambda snapshot: census(snapshot, day))
    which = store.ask(lambda snapshot: info(store.source, snapshot, day))
    platforms, used = _platforms(store)
    by_id = {p.id: coverage_of(p) for p in platforms}
    most_used = [by_id[name] for name in used]
    groups = ([most_used] if most_used else []) + [list(by_id.values())]
    covered = [totals(group) for group in groups]
    match form:
        case StatusFormat.JSON:
            names = ("most_used", "all")[-len(covered) :]
            known = {"known": dict(zip(names, covered, strict=True))}
            folder = str(store.folder)
            show_json({"version": 1, "registry": which, "folder": folder, **counted, **known})
        case StatusFormat.MARKDOWN:  # a page of the project's documentation, which is in English
            typer.echo(coverage_markdown(most_used, covered, which.date, words("en")), nl=False)
        case StatusFormat.TEXT:
            show_lines(census_lines(counted, covered, which, _))


def todo(
    platform: Annotated[
        list[str] | None,
        typer.Argument(help=N_("Platforms; all if left out."), autocompletion=complete.platforms),
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=1, help=N_("How many facts to name at most."))
    ] = 20,
    registry: ReadOption = None,
    form: FormatOption = Format.TEXT,
    lang: LangOption = None,
) -> None:
    """List what is most worth finding next, the most used platforms first, and where to look."""
    from hotline_check.cli.output.show import show_json, show_lines
    from hotline_check.registry.lookups.platforms import find_platform
    from hotline_check.registry.overview.todo import todos
    from hotline_check.wording.screens.registry.status import todo_lines

    _ = speak(lang)
    day = today()
    store = store_to_read(registry, day, _)
    names = platform or []
    named = store.ask(lambda snapshot: [find_platform(snapshot, name) for name in names])
    platforms, used = _platforms(store)
    found = todos(named or platforms, used, day)
    if form is Format.JSON:
        left = max(len(found) - limit, 0)
        folder = str(store.folder)
        show_json({"version": 1, "folder": folder, "todo": found[:limit], "left": left})
    else:
        show_lines(todo_lines(found[:limit], max(len(found) - limit, 0), named, _))


def _platforms(store: "Store") -> "tuple[list[Platform], tuple[str, ...]]":
    """All platforms of the current registry, and the ids of the most used ones."""
    from hotline_check.registry.most_used import most_used

    platforms = store.ask(lambda snapshot: [snapshot.owner(i) for i in snapshot.ids("platforms")])
    ids = {p.id for p in platforms}
    return platforms, tuple(name for name in most_used(store.folder) if name in ids)


def validate(
    folder: Annotated[Path | None, typer.Argument(help=N_("The same as --registry."))] = None,
    registry: ReadOption = None,
    form: FormatOption = Format.TEXT,
    lang: LangOption = None,
) -> int:
    """Check every file; print each problem with file, line, key and mend; exit 2 if there are."""
    from hotline_check.cli.output.show import show_json
    from hotline_check.registry.folder import load
    from hotline_check.wording.terms.problems import problem_line

    _ = speak(lang)
    day = today()
    folder = store_to_read(folder or registry, day, _).folder
    entries, problems = load(folder, day)
    if form is Format.JSON:
        lines = [{"text": problem_line(p, _), "problem": p} for p in problems]
        show_json({"version": 1, "folder": str(folder), "problems": lines})
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
