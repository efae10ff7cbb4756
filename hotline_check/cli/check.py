"""`hotline-check check`: is this a contact that the platform itself publishes?"""

import shlex
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hotline_check.cli import complete
from hotline_check.cli.parsing.arguments import is_contact
from hotline_check.cli.preferences import home_region
from hotline_check.cli.settings import (
    Format,
    FormatOption,
    LangOption,
    RegionOption,
    TheyCalledOption,
    open_store,
    speak,
    today,
    warn,
)
from hotline_check.errors import Exit, HotlineError
from hotline_check.wording.text.catalogue import N_, Words

if TYPE_CHECKING:
    from hotline_check.checking import Checker
    from hotline_check.verdict.models import Verdict

# With several contacts, the exit code is that of the most alarming verdict.
_WORST = (Exit.DO_NOT_DIAL, Exit.CANNOT_TELL, Exit.LISTED)


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
    platform: Annotated[
        str | None,
        typer.Option(
            "--platform",
            "-p",
            help=N_("Whose number it is said to be."),
            autocompletion=complete.platforms,
        ),
    ] = None,
    region: RegionOption = None,
    they_called: TheyCalledOption = False,
    live: Annotated[
        bool, typer.Option("--live", help=N_("Also look at the platform's page now."))
    ] = False,
    form: FormatOption = Format.TEXT,
    lang: LangOption = None,
) -> int:
    """Check contacts and print a verdict for each; the exit code is the worst verdict's."""
    from hotline_check.checking import Checker

    _ = speak(lang)
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
    codes = set()
    first = True
    hidden = they_called and not number
    for text in [""] if hidden else _contacts(number or [], checker, _):
        for offline in checker.check(text):
            verdict = _look(checker, offline, _) if live else offline
            _show(verdict, form, _, first=first)
            first = False
            codes.add(verdict.exit)
    warn(store, _)
    if not codes:
        raise HotlineError("nothing-given")
    return next(code for code in _WORST if code in codes)


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
            whole = shlex.quote(" ".join(numbers))
            raise HotlineError("unquoted-number", quoted=whole)
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
            raise HotlineError("file-not-contact", name=text, quoted=shlex.quote(text))


def _look(checker: "Checker", verdict: "Verdict", _: Words) -> "Verdict":
    if sys.stderr.isatty():
        typer.echo(_(N_("Looking at the platform's pages ...")), err=True)
    return checker.look(verdict)


def _show(verdict: "Verdict", form: Format, _: Words, *, first: bool) -> None:
    from hotline_check.cli.show import show_json, show_lines

    if form is Format.JSON:
        from hotline_check.wording.screens.check_json import record

        show_json(record(verdict, _))
        return
    from hotline_check.wording.screens.check import card
    from hotline_check.wording.text.lines import Line

    show_lines([*([] if first else [Line("plain", "")]), *card(verdict, _)])
