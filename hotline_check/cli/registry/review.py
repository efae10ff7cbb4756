"""`hotline-check registry diff | history`: what changed, and the history of an entry."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hotline_check.cli.registry.confirm import ReportFormat
from hotline_check.cli.registry.folders import ReadOption, store_to_read
from hotline_check.cli.settings import (
    Format,
    FormatOption,
    LangOption,
    RegionOption,
    speak,
    today,
)
from hotline_check.errors import Exit
from hotline_check.wording.text.catalogue import N_

if TYPE_CHECKING:
    from hotline_check.upkeep.review.sources import Side


def diff(
    old: Annotated[str, typer.Argument(help=N_("A registry folder, or a git revision."))],
    new: Annotated[
        str | None, typer.Argument(help=N_("The same; by default the folder as it is now."))
    ] = None,
    registry: ReadOption = None,
    form: Annotated[
        ReportFormat, typer.Option("--format", help=N_("text, json, or markdown."))
    ] = ReportFormat.TEXT,
    lang: LangOption = None,
) -> int:
    """Show what changed; exit 1 when something dangerous needs a second pair of eyes."""
    from hotline_check.cli.output.show import show_json, show_lines
    from hotline_check.upkeep.review.compare import compare
    from hotline_check.upkeep.review.sources import is_registry
    from hotline_check.wording.screens.registry.diff import change_lines, change_markdown

    _ = speak(lang)
    day = today()
    has_two_folders = is_registry(old) and new is not None and is_registry(new)
    here = None if has_two_folders else store_to_read(registry, day, _).folder
    changes = compare(_side(old, here, day), _side(new, here, day), day)
    dangerous = any(change.danger for change in changes)
    match form:
        case ReportFormat.JSON:
            show_json({"version": 1, "dangerous": dangerous, "changes": changes})
        case ReportFormat.MARKDOWN:
            typer.echo(change_markdown(changes, _), nl=False)
        case ReportFormat.TEXT:
            show_lines(change_lines(changes, _))
    return Exit.DO_NOT_DIAL if dangerous else 0


def _side(given: str | None, here: Path | None, day: dt.date) -> "Side":
    """A registry folder, a git revision of the one that is here, or that one as it is."""
    from hotline_check.registry.folder import load
    from hotline_check.upkeep.review.sources import at_revision, is_registry

    if given is not None and is_registry(given):
        return load(Path(given), day)
    assert here is not None  # noqa: S101  # for the type checker
    return load(here, day) if given is None else at_revision(given, here, day)


def history(
    wanted: Annotated[str, typer.Argument(help=N_("A number, another contact, or a platform."))],
    region: RegionOption = None,
    registry: ReadOption = None,
    form: FormatOption = Format.TEXT,
    lang: LangOption = None,
) -> None:
    """Show when something was first and last seen, how, and what became of it."""
    from hotline_check.cli.output.show import show_json, show_lines
    from hotline_check.registry.folder import load
    from hotline_check.upkeep.arguments import subject
    from hotline_check.upkeep.review.history import history as past
    from hotline_check.wording.screens.registry.history import history_lines

    _ = speak(lang)
    folder = store_to_read(registry, today(), _).folder
    entries, _problems = load(folder, today())
    found = past(entries, folder, subject(entries.platforms, wanted, region))
    if form is Format.JSON:
        show_json(
            {
                "version": 1,
                "folder": str(folder),
                "pasts": found.pasts,
                "steps": found.steps,
            }
        )
    else:
        show_lines(history_lines(found, _))
