"""The output formats of `scan`."""

import shutil
import sys

import msgspec
import typer

from hotline_check.cli.output.show import flush, show_csv, show_lines, show_parts, show_text
from hotline_check.cli.output.writer import Writer
from hotline_check.documents import Skipped
from hotline_check.scanning.entries import Entries, Entry
from hotline_check.scanning.scanner import Hit, Result, Tally
from hotline_check.wording.screens import scan as screen
from hotline_check.wording.screens.scan_json import ResultsAsJson
from hotline_check.wording.text.catalogue import Words
from hotline_check.wording.text.layout import escaped, harmless
from hotline_check.wording.text.lines import Line


def make_writer(form: str, _: Words, *, is_short: bool, is_complete: bool) -> Writer:
    """The writer of a format. is_short, is_complete: for people, who get what matters, sorted."""
    match form:
        case "json":
            return _Json(_)
        case "jsonl":
            return _JsonLines(_)
        case "csv":
            return _Csv(_)
        case "sarif" | "github":
            from hotline_check.cli.output import annotations

            kind = annotations.Sarif if form == "sarif" else annotations.GitHub
            return kind(_, is_complete=is_complete)
    return _Everything(_, is_short=is_short) if is_complete else _Sorted(_, is_short=is_short)


class _Everything(Writer):
    """For people: every contact at every place, as it is found."""

    def __init__(self, _: Words, *, is_short: bool) -> None:
        self._words = _
        self._is_short = is_short

    def result(self, result: Result) -> None:
        if isinstance(result, Skipped):
            _show_skipped(result, self._words)
        elif self._is_short:
            show_lines([screen.entry_line(Entry(result), self._words)])
        else:
            show_lines(screen.hit_lines(result, self._words))
            _show_context(result, self._words)

    def end(self, tally: Tally) -> None:
        show_lines(screen.summary_lines(tally, self._words))


class _Sorted(Writer):
    """For people: the contacts that matter, each once, the worst first."""

    def __init__(self, _: Words, *, is_short: bool) -> None:
        self._words = _
        self._is_short = is_short
        self._entries = Entries()

    def result(self, result: Result) -> None:
        if isinstance(result, Skipped):
            _show_skipped(result, self._words)
            return
        self._entries.add(result)
        if self._entries.is_full:
            self._write()

    def end(self, tally: Tally) -> None:
        self._write()
        show_lines(screen.summary_lines(tally, self._words, self._entries.unlisted))

    def interrupted(self) -> None:
        self._write()

    def _write(self) -> None:
        for entry in self._entries.take():
            if self._is_short:
                show_lines([screen.entry_line(entry, self._words)])
                continue
            show_lines(screen.entry_lines(entry, self._words))
            _show_context(entry.hit, self._words)


class _JsonLines(Writer):
    """For programs: a JSON object per line, written as soon as it is known."""

    def __init__(self, _: Words) -> None:
        self._json = ResultsAsJson(_)

    def prepared(self, results: list[Result]) -> str:
        return "".join(f"{self._json(result)}\n" for result in results)

    def write(self, prepared: str) -> None:
        if prepared:
            show_text(prepared)
            flush()


class _Json(Writer):
    """For programs: a single JSON object, of which half is of no use."""

    def __init__(self, _: Words) -> None:
        self._json = ResultsAsJson(_)
        self._between = '{"version":1,"results":['

    def prepared(self, results: list[Result]) -> str:
        return ",\n".join(map(self._json, results))

    def write(self, prepared: str) -> None:
        if prepared:
            show_text(f"{self._between}\n{prepared}")
            self._between = ","

    def end(self, tally: Tally) -> None:
        start = "" if self._between == "," else self._between
        summary = escaped(msgspec.json.encode(screen.summary_record(tally)).decode())
        show_text(f'{start}\n],"summary":{summary}}}\n')


class _Csv(Writer):
    """For spreadsheets: a header and a row per contact; what was not read goes to stderr."""

    def __init__(self, _: Words) -> None:
        self._words = _
        show_csv([screen.COLUMNS])

    def result(self, result: Result) -> None:
        if isinstance(result, Skipped):
            typer.echo(
                f"hotline-check: {harmless(screen.skipped_line(result, self._words))}", err=True
            )
        else:
            show_csv([screen.csv_row(result, self._words)])


def _show_skipped(skipped: Skipped, _: Words) -> None:
    line = harmless(screen.skipped_line(skipped, _))
    if skipped.failed:
        typer.echo(f"hotline-check: {line}", err=True)
    else:
        show_lines([Line("faint", line)])


def _show_context(hit: Hit, _: Words) -> None:
    """On a terminal, the line around a contact."""
    if sys.stdout.isatty():
        show_parts(screen.marked(hit, _, shutil.get_terminal_size().columns))
