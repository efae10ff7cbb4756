"""`hotline-check registry confirm`: check the platforms' pages for what we list."""

import contextlib
import datetime as dt
import re
import sys
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hotline_check.cli.parsing import complete
from hotline_check.cli.registry.folders import ReadOption, store_to_read
from hotline_check.cli.registry.options import DryRunOption
from hotline_check.cli.settings import LangOption, now, speak
from hotline_check.errors import Exit, HotlineError
from hotline_check.wording.text.catalogue import N_, Words

if TYPE_CHECKING:
    from hotline_check.upkeep.confirm.models import Report
    from hotline_check.upkeep.draft import Draft
    from hotline_check.upkeep.yaml_edit.file_edit import Edit


class ReportFormat(StrEnum):
    """Output formats of the report."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def confirm(
    platform: Annotated[
        list[str] | None,
        typer.Argument(help=N_("Platforms; all if left out."), autocompletion=complete.platforms),
    ] = None,
    older_than: Annotated[
        str | None, typer.Option(help=N_("Only what was last seen longer ago, such as 30d."))
    ] = None,
    page: Annotated[
        Path | None,
        typer.Option(
            help=N_("Pages you saved, instead of the network: a folder, HTML, MHTML or WARC.")
        ),
    ] = None,
    state: Annotated[
        Path | None, typer.Option(help=N_("The file that remembers pages, misses and progress."))
    ] = None,
    registry: ReadOption = None,
    dry_run: DryRunOption = False,
    form: Annotated[
        ReportFormat, typer.Option("--format", help=N_("text, json, or markdown."))
    ] = ReportFormat.TEXT,
    lang: LangOption = None,
) -> int:
    """Fetch the listing pages and record what was seen; exit 1 when a person must decide."""
    import gc

    from hotline_check.upkeep.confirm.journal import Memory
    from hotline_check.upkeep.confirm.run import confirm as look
    from hotline_check.upkeep.confirm.run import confirm_saved
    from hotline_check.upkeep.confirm.saved import saved_pages
    from hotline_check.upkeep.confirm.sightings import note_sightings
    from hotline_check.upkeep.draft import Draft, write

    gc.enable()  # runs for minutes: garbage collection, disabled for checks, is needed
    _ = speak(lang)
    age = _age(older_than)
    draft = Draft(store_to_read(registry, now().date(), _).folder, now().date(), is_read_only=True)
    if draft.is_sealed and not dry_run:
        typer.echo(_(N_("This registry is installed, so nothing is written to it.")), err=True)
    _checked(draft, _)
    ids = [draft.platform_id(name) for name in platform or []]
    with Memory(state or _state_file(draft.folder)) as memory:
        if page is None:
            with _progress(_) as progress:
                report = look(
                    draft.registry, memory, now, only=ids, older_than=age, progress=progress
                )
        else:
            with _progress(_) as progress:
                pages = saved_pages(page, now().date())
                report = confirm_saved(
                    draft.registry, pages, memory, now().date(), only=ids, progress=progress
                )
            if not report.pages:
                raise HotlineError("saved-page-unknown", got=", ".join(report.strangers[:5]) or "-")
        note_sightings(draft, report)
        edits = _checked(draft, _)
        # Before the run is marked as finished, so that it can resume after a failed write.
        if not dry_run and not draft.is_sealed:
            write(edits)
        memory.finish()
    _show(report, draft.folder, form, _)
    return Exit.DO_NOT_DIAL if report.needs_person else 0


def _checked(draft: "Draft", _: Words) -> "list[Edit]":
    """The draft's edits; prints every problem that the registry would have."""
    from hotline_check.upkeep.draft import RefusedError
    from hotline_check.wording.terms.problems import problem_line

    try:
        return draft.checked()
    except RefusedError as error:
        for problem in error.problems:
            typer.echo(problem_line(problem, _), err=True)
        raise


def _state_file(folder: Path) -> Path:
    import hashlib

    import platformdirs

    name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:12]
    return Path(platformdirs.user_state_dir("hotline-check")) / f"confirm-{name}.jsonl"


def _age(text: str | None) -> dt.timedelta | None:
    if text is None:
        return None
    match = re.fullmatch(r"([0-9]{1,4})([dw])", text.strip().lower())
    if match is None:
        raise HotlineError("bad-age", got=text)
    return dt.timedelta(days=int(match[1]) * (7 if match[2] == "w" else 1))


@contextlib.contextmanager
def _progress(_: Words) -> Iterator[Callable[[int, int, str], None]]:
    """A progress bar if stderr is a terminal."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(_(N_("Pages")), total=None)
        yield lambda done, total, _url: bar.update(task, completed=done, total=total)


def _show(report: "Report", folder: Path, form: ReportFormat, _: Words) -> None:
    from hotline_check.cli.output.show import show_json, show_lines
    from hotline_check.wording.screens.registry.confirm import report_lines, report_markdown

    match form:
        case ReportFormat.JSON:
            attention = report.needs_person
            show_json(
                {
                    "version": 1,
                    "folder": str(folder),
                    "attention": attention,
                    "report": report,
                }
            )
        case ReportFormat.MARKDOWN:
            sys.stdout.write(report_markdown(report, _))
        case ReportFormat.TEXT:
            show_lines(report_lines(report, _))
