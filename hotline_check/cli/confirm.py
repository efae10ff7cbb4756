"""`hotline-check registry confirm`: do the platforms' own pages still show what we list?"""

import contextlib
import datetime as dt
import re
import sys
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hotline_check.cli import complete
from hotline_check.cli.settings import LangOption, open_store, speak
from hotline_check.errors import HotlineError
from hotline_check.wording.catalogue import N_, Words

if TYPE_CHECKING:
    from hotline_check.registry.folder import Registry
    from hotline_check.upkeep.confirm.models import Report


class ReportFormat(StrEnum):
    """How a report is written."""

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
        Path | None, typer.Option(help=N_("A page of the platform, saved in a browser."))
    ] = None,
    state: Annotated[
        Path | None, typer.Option(help=N_("The file that remembers pages, misses and progress."))
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=N_("Report only; write nothing into the registry."))
    ] = False,
    form: Annotated[
        ReportFormat, typer.Option("--format", help=N_("text, json, or markdown."))
    ] = ReportFormat.TEXT,
    lang: LangOption = None,
) -> None:
    """Fetch the listing pages, record what was seen, and report what a person must decide."""
    from hotline_check.registry.platforms import find_platform
    from hotline_check.registry.store import SEALED_NAME
    from hotline_check.upkeep.confirm.memory import Memory
    from hotline_check.upkeep.confirm.record import sight_all
    from hotline_check.upkeep.confirm.run import confirm as look
    from hotline_check.upkeep.confirm.run import confirm_saved

    _ = speak(lang)
    today = now().date()
    store = open_store(today)
    if (store.folder / SEALED_NAME).exists() and not dry_run:
        raise HotlineError("sealed-registry", folder=store.folder)
    registry = _entries(store.folder, today)
    ids = store.ask(lambda s: [find_platform(s, name).id for name in platform or []])
    with Memory(state or _state_file(store.folder)) as memory:
        if page is None:
            age = _age(older_than)
            with _progress(_) as progress:
                report = look(registry, memory, now, only=ids, older_than=age, progress=progress)
        elif len(ids) == 1:
            content, saved = _saved(page, today)
            one = next(p for p in registry.platforms if p.id == ids[0])
            report = confirm_saved(registry, one, content, saved, memory)
        else:
            raise HotlineError("one-platform")
        # Before the run counts as finished: a write that failed can be made up for.
        if not dry_run:
            sight_all(store.folder, report, today)
        memory.finish()
    _show(report, form, _)


def now() -> dt.datetime:
    """The machine's own time."""
    return dt.datetime.now().astimezone()


def _entries(folder: Path, today: dt.date) -> "Registry":
    from hotline_check.registry.folder import load

    registry, problems = load(folder, today)
    if problems:
        first = problems[0]
        raise HotlineError("broken-registry", folder=folder, count=len(problems), first=first)
    return registry


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


def _saved(page: Path, today: dt.date) -> tuple[bytes, dt.date]:
    """A saved page and the day it was saved."""
    try:
        written = dt.datetime.fromtimestamp(page.stat().st_mtime).astimezone().date()
        return page.read_bytes(), min(written, today)
    except OSError as error:
        raise HotlineError("cannot-read", path=page, why=error.strerror) from error


@contextlib.contextmanager
def _progress(_: Words) -> Iterator[Callable[[int, int, str], None]]:
    """A bar on a terminal's stderr, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(_(N_("Pages")), total=None)
        yield lambda done, total, _url: bar.update(task, completed=done, total=total)


def _show(report: "Report", form: ReportFormat, _: Words) -> None:
    from hotline_check.cli.show import show_json, show_lines
    from hotline_check.wording.confirm import report_lines, report_markdown

    match form:
        case ReportFormat.JSON:
            show_json({"version": 1, "report": report})
        case ReportFormat.MARKDOWN:
            sys.stdout.write(report_markdown(report, _))
        case ReportFormat.TEXT:
            show_lines(report_lines(report, _))
