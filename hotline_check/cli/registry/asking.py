"""Arguments that were left out: asked for on a terminal, again after a bad answer."""

import sys
from collections.abc import Callable, Collection
from typing import TypeVar

import typer

from hotline_check.cli.settings import one_of
from hotline_check.errors import HotlineError
from hotline_check.wording.text.catalogue import Words

T = TypeVar("T")


def needed(option: str, value: str | None, _: Words, known: Collection[str] = ()) -> str:
    """An argument that is not empty; if it is missing, ask for it on a terminal.

    known: the allowed values. Raises HotlineError `missing-option`, `bad-choice`.
    """

    def accepted(text: str) -> str:
        return str(one_of(option, text, known)) if known else text

    return asked(option, value, accepted, _, known)


def asked(
    option: str,
    value: str | None,
    accepted: Callable[[str], T],
    _: Words,
    known: Collection[str] = (),
) -> T:
    """What `accepted` makes of an argument, or on a terminal of the first good answer.

    accepted: raises HotlineError for a bad value. Empty values are refused here.
    """
    from hotline_check.wording.screens.registry.edit import PROMPTS
    from hotline_check.wording.terms.problems import error_line

    question = _(PROMPTS[option], known=", ".join(known))
    while True:
        try:
            if value:
                return accepted(value)
            if not is_on_terminal():
                raise HotlineError("missing-option", option=option)
        except HotlineError as error:
            if not is_on_terminal():
                raise
            typer.echo(error_line(error, _), err=True)
        value = str(typer.prompt(question, default="", show_default=False)).strip()


def is_on_terminal() -> bool:
    """Return True if the user can be prompted."""
    return sys.stdin.isatty() and sys.stdout.isatty()
