"""`hotline-check called`: the next steps after talking to a fake support line."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from hotline_check.cli.parsing import complete
from hotline_check.cli.preferences import home_region
from hotline_check.cli.settings import (
    Format,
    FormatOption,
    LangOption,
    RegistryOption,
    WhereOption,
    open_store,
    speak,
    today,
    warn,
)
from hotline_check.errors import HotlineError
from hotline_check.wording.text.catalogue import N_, Words

if TYPE_CHECKING:
    from hotline_check.guidance.triage import Happening
    from hotline_check.registry.models import Authorities, Platform
    from hotline_check.verdict.models import RegistryInfo

T = TypeVar("T")


def called(
    platform: Annotated[
        str | None,
        typer.Argument(help=N_("Whom they posed as."), autocompletion=complete.platforms),
    ] = None,
    remote_access: Annotated[
        bool, typer.Option("--remote-access", help=N_("They saw or controlled a device."))
    ] = False,
    codes: Annotated[
        bool, typer.Option("--codes", help=N_("They got a password, PIN or code."))
    ] = False,
    seed_phrase: Annotated[
        bool, typer.Option("--seed-phrase", help=N_("They got a seed phrase or private key."))
    ] = False,
    sent_coins: Annotated[bool, typer.Option("--sent-coins", help=N_("You sent coins."))] = False,
    paid: Annotated[
        bool, typer.Option("--paid", help=N_("You sent money, or paid by card or gift card."))
    ] = False,
    card: Annotated[
        bool, typer.Option("--card", help=N_("They got card or bank details."))
    ] = False,
    identity: Annotated[
        bool, typer.Option("--identity", help=N_("They saw identity papers or a photo of you."))
    ] = False,
    none: Annotated[bool, typer.Option("--none", help=N_("They got nothing."))] = False,
    country: WhereOption = None,
    form: FormatOption = Format.TEXT,
    folder: RegistryOption = None,
    lang: LangOption = None,
) -> None:
    """Say what to do now, in order, for exactly what happened; ask if no option says it."""
    from hotline_check.cli.output.show import show_json, show_lines
    from hotline_check.guidance.triage import HAPPENINGS, steps
    from hotline_check.wording.screens import called as called_screen

    _ = speak(lang)
    text = form is Format.TEXT
    if text:
        # The first action must appear before anything that is slow or can fail.
        show_lines(called_screen.first_lines(_))
        sys.stdout.flush()
    options: dict[Happening, bool] = {
        "remote-access": remote_access,
        "codes": codes,
        "seed-phrase": seed_phrase,
        "sent-coins": sent_coins,
        "paid": paid,
        "card": card,
        "identity": identity,
    }
    answers = _happened(options, none=none, ask=text, _=_)
    happened = frozenset(HAPPENINGS) if answers is None else answers
    facts = _Facts(platform, country, folder, _)
    plan = steps(happened, facts.platform, facts.country, today())
    if text:
        show_lines(called_screen.tally_lines(answers, _))
        show_lines(called_screen.step_lines(plan, facts.platform, facts.bodies, _))
        show_lines(called_screen.last_lines(facts.registry, _))
    else:
        show_json(
            called_screen.record(plan, happened, facts.platform, facts.bodies, facts.registry, _)
        )


# Without the platform that was named the steps still help.
_FOR_ANY = {
    "no-such-platform": "steps-for-any",
    "no-such-platform-near": "steps-for-any-near",
}


class _Facts:
    """Registry data for the steps.

    The steps are shown even without it: each failed look-up is one line on stderr.
    """

    def __init__(
        self, name: str | None, country: str | None, folder: Path | None, _: Words
    ) -> None:
        from hotline_check.checking import info
        from hotline_check.registry.lookups.platforms import find_platform
        from hotline_check.registry.matching.regions import known_region

        self._words = _
        day = today()
        self.platform: Platform | None = None
        self.bodies: Authorities | None = None
        self.registry: RegistryInfo | None = None
        self.country = self._try(lambda: known_region(country)) if country else home_region()
        store = self._try(lambda: open_store(day, folder))
        if store is None:
            return
        self.registry = self._try(lambda: store.ask(lambda s: info(store.source, s, day)))
        if self.registry is None:
            return  # one warning is enough
        if name:
            self.platform = self._try(lambda: store.ask(lambda s: find_platform(s, name)))
        if where := self.country:
            self.bodies = self._try(lambda: store.ask(lambda s: s.authorities(where)))
        warn(store, _)

    def _try(self, look_up: Callable[[], T]) -> T | None:
        from hotline_check.cli.parsing.usage import corrected
        from hotline_check.wording.terms.problems import error_line

        try:
            return look_up()
        except HotlineError as error:
            better = corrected(error)
            if better.code in _FOR_ANY:
                better = HotlineError(_FOR_ANY[better.code], **better.params)
            typer.echo(f"hotline-check: {error_line(better, self._words)}", err=True)
            return None


def _happened(
    options: dict["Happening", bool], *, none: bool, ask: bool, _: Words
) -> frozenset["Happening"] | None:
    """What happened: from the options, else from the user's answers; None if neither."""
    answers = frozenset(name for name, is_set in options.items() if is_set)
    if answers and none:
        raise HotlineError("none-and-some")
    if answers or none:
        return answers
    if ask and sys.stdin.isatty() and sys.stdout.isatty():
        return frozenset(_ask(_))
    return None


def _ask(_: Words) -> "Iterator[Happening]":
    """Ask the questions, one key each; anything but a "no" counts as happened."""
    from hotline_check.guidance.triage import HAPPENINGS
    from hotline_check.wording.screens import called as called_screen

    typer.echo(_(called_screen.KEYS))
    for number, name in enumerate(HAPPENINGS, 1):
        typer.echo(called_screen.question(name, number, len(HAPPENINGS), _), nl=False)
        answer = _answer()
        if answer is None:
            typer.echo()
            yield from HAPPENINGS[number - 1 :]
            return
        typer.echo(_(called_screen.ANSWERS[answer]))
        if answer != "no":
            yield name


def _answer() -> str | None:
    """Read one key: `yes`, `no`, `unsure`, or None to stop. Other keys are ignored."""
    keys = {"y": "yes", "n": "no", "?": "unsure", "？": "unsure", "q": None, "\x1b": None}
    while True:
        try:
            key = typer.getchar().lower()
        except EOFError:
            # Stdin has ended: stop as if the person had pressed Ctrl-D.
            return None
        if key in keys:
            return keys[key]
