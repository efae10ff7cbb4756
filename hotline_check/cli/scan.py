"""`hotline-check scan`: every contact in files, folders and mails, each with its verdict."""

import gc
import shlex
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hotline_check.cli.parsing.arguments import is_contact
from hotline_check.cli.preferences import home_region
from hotline_check.cli.settings import (
    LangOption,
    OutputOption,
    RegionOption,
    RegistryOption,
    ShortOption,
    TheyCalledOption,
    open_store,
    platform_option,
    speak,
    today,
    warn,
)
from hotline_check.errors import Exit, HotlineError
from hotline_check.wording.text.catalogue import N_
from hotline_check.wording.text.layout import harmless

if TYPE_CHECKING:
    from hotline_check.scanning.scanner import Tally


class FailOn(StrEnum):
    """From which level on a scan fails, for hooks and workflows."""

    DANGER = "danger"
    WARNING = "warning"


class ScanFormat(StrEnum):
    """Output formats of a scan."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    SARIF = "sarif"
    GITHUB = "github"


def scan(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE]...",
            help=N_("Texts, web pages, mails, mailboxes, JSON, folders; - for standard input."),
        ),
    ] = None,
    platform: Annotated[
        str | None,
        platform_option(
            N_("Whose contacts they are said to be; else the nearest name in the text.")
        ),
    ] = None,
    region: RegionOption = None,
    they_called: TheyCalledOption = False,
    field: Annotated[
        str | None,
        typer.Option("--field", help=N_("Of JSON, read only this field: message.text.")),
    ] = None,
    form: Annotated[
        ScanFormat,
        typer.Option(
            "--format",
            help=N_(
                "text; for programs json, jsonl with a result a line, csv, sarif; github for the "
                "logs of its workflows."
            ),
        ),
    ] = ScanFormat.TEXT,
    short: ShortOption = False,
    every: Annotated[
        bool,
        typer.Option(
            "--all", help=N_("Show every contact at every place, also those that nobody claims.")
        ),
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", min=1, help=N_("Cores to use; all of them for much input.")),
    ] = None,
    fail_on: Annotated[
        FailOn | None,
        typer.Option(
            "--fail-on",
            help=N_("For hooks: exit 1 from this level on, else 0, which then confirms nothing."),
        ),
    ] = None,
    output: OutputOption = None,
    folder: RegistryOption = None,
    lang: LangOption = None,
) -> int:
    """Find and judge every contact; the exit code is the worst verdict's, 4 if there is none."""
    from hotline_check.checking import Checker
    from hotline_check.cli.output.progress import Meter, total_size
    from hotline_check.cli.output.scan import make_writer
    from hotline_check.cli.output.show import is_closed, writing_to
    from hotline_check.documents import inputs
    from hotline_check.scanning.cores import cores, scan_on_cores
    from hotline_check.scanning.scanner import Scanner, Tally

    gc.enable()  # disabled for short commands; a scan may run for hours
    _ = speak(lang)
    # Without this, the command would wait for typed input and seem to hang.
    if not files and sys.stdin.isatty():
        raise HotlineError("no-file")
    paths = files or ["-"]
    _refuse_contacts(paths)
    day = today()
    store = open_store(day, folder)
    checker = Checker(
        store,
        today=day,
        claim=platform,
        region=region,
        locale_region=home_region(),
        direction="they-called" if they_called else "dialling",
    )
    if checker.unknown_claim:
        from hotline_check.wording.terms.reasons import reason

        typer.echo(f"hotline-check: {harmless(reason(checker.unknown_claim, _))}", err=True)
    is_typed = "-" in paths and sys.stdin.isatty()
    if is_typed:
        typer.echo(_(N_("Type or paste the text, then press Enter and Ctrl-D.")), err=True)
    meter = Meter(None if is_typed else total_size(paths), is_shown=not is_typed)
    tally = Tally()
    with writing_to(output):
        writer = make_writer(form, _, is_short=short, is_complete=every)
        try:
            scanner = Scanner(checker, field=field)
            count = jobs or (1 if "-" in paths else cores())  # typed lines are answered at once
            for prepared, counts in scan_on_cores(
                scanner, inputs(paths), count, writer.prepared, meter
            ):
                if prepared:
                    meter.clear()
                tally.merge(counts)
                writer.write(prepared)
                if is_closed():  # nobody reads on: what is left was not looked at
                    break
        except KeyboardInterrupt:
            writer.interrupted()
            raise
        finally:
            meter.clear()
        is_cut = is_closed()
        writer.end(tally)
    warn(store, _)
    if is_cut and tally.exit is not Exit.DO_NOT_DIAL:
        return Exit.CANNOT_TELL
    if fail_on and not tally.failed:
        return Exit.DO_NOT_DIAL if _is_reached(fail_on, tally) else Exit.LISTED
    return tally.exit


def _is_reached(level: FailOn, tally: "Tally") -> bool:
    """Return True if a scan found something of this level, or for a warning did not see all."""
    reached = {Exit.DO_NOT_DIAL}
    if level is FailOn.WARNING:
        reached |= {Exit.CANNOT_TELL, Exit.NOTHING_CHECKED}
    return tally.exit in reached


def _refuse_contacts(paths: list[str]) -> None:
    """Say which command takes a number or an address."""
    for path in paths:
        if is_contact(path) and not Path(path).exists():
            code = "page-not-file" if "://" in path else "contact-not-file"
            raise HotlineError(code, name=path, quoted=shlex.quote(path))
