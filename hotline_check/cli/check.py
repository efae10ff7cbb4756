"""`hotline-check check`: is this a contact that the platform itself publishes?"""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hotline_check.cli.parsing.arguments import is_contact
from hotline_check.cli.preferences import home_region
from hotline_check.cli.settings import (
    LangOption,
    OpenOption,
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
from hotline_check.errors import BY_ALARM, Exit, HotlineError
from hotline_check.wording.text.catalogue import N_, Words

if TYPE_CHECKING:
    from hotline_check.checking import Checker
    from hotline_check.verdict.models import Verdict

_SEED_WORDS = 12  # the fewest of a seed phrase, which may come without quotes


class _Shown:
    """What is remembered of verdicts that were shown: exit codes, ids of platforms."""

    def __init__(self) -> None:
        self.codes: set[Exit] = set()
        self.platforms: set[str] = set()

    def add(self, verdict: "Verdict") -> None:
        self.codes.add(verdict.exit)
        if platform := verdict.claim or verdict.platform:
            self.platforms.add(platform)


class CheckFormat(StrEnum):
    """Output formats of a check."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def check(
    number: Annotated[
        list[str] | None,
        typer.Argument(
            help=N_(
                "The contact exactly as you received it; - reads one per line. With "
                "--they-called none is needed: for a call whose number was hidden."
            ),
            show_default=False,
        ),
    ] = None,
    platform: Annotated[str | None, platform_option(N_("Whose number it is said to be."))] = None,
    region: RegionOption = None,
    they_called: TheyCalledOption = False,
    live: Annotated[
        bool,
        typer.Option(
            "--live",
            help=N_("Also look at the platform's page now. Where that fails, never exit 0."),
        ),
    ] = False,
    show_page: OpenOption = False,
    short: ShortOption = False,
    form: Annotated[
        CheckFormat,
        typer.Option("--format", help=N_("text; json with a line for each contact; csv.")),
    ] = CheckFormat.TEXT,
    output: OutputOption = None,
    folder: RegistryOption = None,
    lang: LangOption = None,
) -> int:
    """Check contacts and print a verdict for each; the exit code is the worst verdict's."""
    from hotline_check.checking import Checker
    from hotline_check.cli.output.show import writing_to

    _ = speak(lang)
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
    hidden = they_called and not number
    given = [""] if hidden else _contacts(number or [], checker, _)
    offline = (verdict for text in given for verdict in checker.check(text))
    verdicts = (_look(checker, verdict, _) for verdict in offline) if live else offline
    with writing_to(output):
        shown = _SHOWN[form](verdicts, short, _)
    warn(store, _)
    if not shown.codes:
        raise HotlineError("nothing-given")
    if show_page:
        from hotline_check.cli.output.browser import open_page

        open_page({checker.claim.id} if checker.claim else shown.platforms, store, _)
    return next(code for code in BY_ALARM if code in shown.codes)


def _contacts(numbers: list[str], checker: "Checker", _: Words) -> Iterator[str]:
    if len(numbers) > 1:  # an unquoted number arrives as several arguments
        from hotline_check.reading.phone.split_arguments import as_one_number, is_split

        together = as_one_number(numbers, checker.hints)
        if together:
            typer.echo(
                _(N_("Read as one number. Put quotes around a number with spaces.")), err=True
            )
            yield together
            return
        if is_split(numbers):
            import shlex

            whole = shlex.quote(" ".join(numbers))
            raise HotlineError("unquoted-number", quoted=whole)
    if len(numbers) >= _SEED_WORDS:
        from hotline_check.private_keys import taken_out

        whole = " ".join(numbers)
        numbers = [whole] if taken_out(whole)[1] else numbers
    for text in numbers:
        if text == "-":
            # Imported here: contacts in the arguments don't need it.
            from hotline_check.documents.contact_list import lines

            yield from (line for line in lines(sys.stdin.buffer) if line.strip())
        elif text.strip():
            _refuse_file(text)
            yield text


def _refuse_file(text: str) -> None:
    """Say which command reads files; `README.md` is no web address here."""
    with suppress(OSError, ValueError):  # too long for a path, or with a NUL
        if "." in text and not is_contact(text) and Path(text).is_file():
            import shlex

            raise HotlineError("file-not-contact", name=text, quoted=shlex.quote(text))


def _look(checker: "Checker", verdict: "Verdict", _: Words) -> "Verdict":
    if sys.stderr.isatty():
        typer.echo(_(N_("Looking at the platform's pages ...")), err=True)
    return checker.look(verdict)


def _show_text(verdicts: Iterable["Verdict"], short: bool, _: Words) -> _Shown:
    """Cards or single lines; several come with a count and the worst first."""
    from hotline_check.cli.output.show import show_lines
    from hotline_check.wording.screens.check import card
    from hotline_check.wording.screens.rows import count_lines, counted, short_line, worst_first
    from hotline_check.wording.text.lines import Line

    found = worst_first(list(verdicts))
    shown = _Shown()
    count = count_lines(counted(found), _) if len(found) > 1 else []
    show_lines([*(short_line(verdict, _) for verdict in found), *count] if short else count)
    for verdict in found:
        if not short:
            show_lines([*([Line("plain", "")] if len(found) > 1 else []), *card(verdict, _)])
        shown.add(verdict)
    return shown


def _show_json(verdicts: Iterable["Verdict"], _short: bool, _: Words) -> _Shown:
    """A JSON object per line, written as soon as it is known."""
    from hotline_check.cli.output.show import show_json
    from hotline_check.wording.screens.check_json import record

    shown = _Shown()
    for verdict in verdicts:
        show_json(record(verdict, _))
        shown.add(verdict)
    return shown


def _show_csv(verdicts: Iterable["Verdict"], _short: bool, _: Words) -> _Shown:
    """A header and a row per contact, written as soon as it is known."""
    from hotline_check.cli.output.show import show_csv
    from hotline_check.wording.screens.rows import COLUMNS, csv_row

    show_csv([COLUMNS])
    shown = _Shown()
    for verdict in verdicts:
        show_csv([csv_row(verdict, _)])
        shown.add(verdict)
    return shown


_SHOWN: dict[CheckFormat, Callable[[Iterable["Verdict"], bool, Words], _Shown]] = {
    CheckFormat.TEXT: _show_text,
    CheckFormat.JSON: _show_json,
    CheckFormat.CSV: _show_csv,
}
