"""`hotline-check scan`: every contact in files, folders and mails, each with its verdict."""

import gc
import shlex
import shutil
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Protocol

import typer

from hotline_check.cli import complete
from hotline_check.cli.parsing.arguments import is_contact
from hotline_check.cli.preferences import home_region
from hotline_check.cli.settings import (
    LangOption,
    RegionOption,
    TheyCalledOption,
    open_store,
    speak,
    today,
    warn,
)
from hotline_check.errors import HotlineError
from hotline_check.wording.text.catalogue import N_, Words
from hotline_check.wording.text.layout import harmless

if TYPE_CHECKING:
    from hotline_check.scanning.scanner import Result, Tally


class ScanFormat(StrEnum):
    """Output formats of a scan."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"


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
        typer.Option(
            "--platform",
            "-p",
            help=N_("Whose contacts they are said to be; else the nearest name in the text."),
            autocompletion=complete.platforms,
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
            "--format", help=N_("text; json, or jsonl with a result a line, for programs.")
        ),
    ] = ScanFormat.TEXT,
    lang: LangOption = None,
) -> int:
    """Find and judge every contact; the exit code is the worst verdict's, 2 if there is none."""
    from hotline_check.checking import Checker
    from hotline_check.cli.progress import Meter, total_size
    from hotline_check.documents import inputs
    from hotline_check.scanning.scanner import Scanner, Tally

    gc.enable()  # disabled for short commands; a scan may run for hours
    _ = speak(lang)
    # Without this, the command would wait for typed input and seem to hang.
    if not files and sys.stdin.isatty():
        raise HotlineError("no-file")
    paths = files or ["-"]
    _refuse_contacts(paths)
    day = today()
    store = open_store(day)
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
    meter = Meter(total_size(paths))
    tally = Tally()
    writer = _WRITERS[form](_)
    try:
        for result in Scanner(checker, field=field).scan(inputs(paths), meter):
            meter.clear()
            # Results are not collected: a scan of 10 GB must not need memory for all of them.
            tally.add(result)
            writer.result(result)
    finally:
        meter.clear()
    writer.end(tally)
    warn(store, _)
    return tally.exit


def _refuse_contacts(paths: list[str]) -> None:
    """Say which command takes a number or an address."""
    for path in paths:
        if is_contact(path) and not Path(path).exists():
            code = "page-not-file" if "://" in path else "contact-not-file"
            raise HotlineError(code, name=path, quoted=shlex.quote(path))


class _Writer(Protocol):
    """Writes results as they come, then the summary."""

    def result(self, result: "Result") -> None: ...

    def end(self, tally: "Tally") -> None: ...


class _Text:
    """For people: with colour and context on a terminal, plain in a pipe."""

    def __init__(self, _: Words) -> None:
        self._words = _

    def result(self, result: "Result") -> None:
        from hotline_check.cli.show import show_lines, show_parts
        from hotline_check.documents import Skipped
        from hotline_check.wording.screens.scan import hit_lines, marked, skipped_line
        from hotline_check.wording.text.lines import Line

        if isinstance(result, Skipped):
            line = skipped_line(result, self._words)
            if result.failed:
                typer.echo(f"hotline-check: {line}", err=True)
            else:
                show_lines([Line("faint", line)])
            return
        show_lines(hit_lines(result, self._words))
        if sys.stdout.isatty():
            show_parts(marked(result, self._words, shutil.get_terminal_size().columns))

    def end(self, tally: "Tally") -> None:
        from hotline_check.cli.show import show_lines
        from hotline_check.wording.screens.scan import summary_lines

        show_lines(summary_lines(tally, self._words))


class _JsonLines:
    """For programs: a JSON object per line, written as soon as it is known."""

    def __init__(self, _: Words) -> None:
        self._words = _

    def result(self, result: "Result") -> None:
        sys.stdout.write(_json(result, self._words) + "\n")
        sys.stdout.flush()

    def end(self, tally: "Tally") -> None:
        """Write nothing: all results are written already."""


class _Json:
    """For programs: a single JSON object; its results are written as they come."""

    def __init__(self, _: Words) -> None:
        self._words = _
        self._between = '{"version":1,"results":['

    def result(self, result: "Result") -> None:
        sys.stdout.write(f"{self._between}\n{_json(result, self._words)}")
        self._between = ","

    def end(self, tally: "Tally") -> None:
        import msgspec

        from hotline_check.wording.screens.scan import summary_record

        start = "" if self._between == "," else self._between
        summary = msgspec.json.encode(summary_record(tally)).decode()
        sys.stdout.write(f'{start}\n],"summary":{summary}}}\n')


_WRITERS: dict[ScanFormat, Callable[[Words], _Writer]] = {
    ScanFormat.TEXT: _Text,
    ScanFormat.JSON: _Json,
    ScanFormat.JSONL: _JsonLines,
}


def _json(result: "Result", _: Words) -> str:
    import msgspec

    from hotline_check.documents import Skipped
    from hotline_check.wording.screens.scan import hit_record, skipped_record

    if isinstance(result, Skipped):
        return msgspec.json.encode(skipped_record(result, _)).decode()
    return msgspec.json.encode(hit_record(result, _)).decode()
