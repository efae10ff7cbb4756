"""Shell completion of platform ids; no errors, which would disturb a person who is typing."""

from typing import Annotated

import typer

from hotline_check.cli.settings import open_store, today
from hotline_check.errors import HotlineError
from hotline_check.wording.text.catalogue import N_


def platforms(incomplete: str) -> list[str]:
    """Ids of the platforms that start with the typed text."""
    try:
        ids = open_store(today()).ask(lambda snapshot: snapshot.ids("platforms"))
    except HotlineError:
        return []
    return [i for i in ids if i.startswith(incomplete.lower())]


PlatformArgument = Annotated[
    str, typer.Argument(help=N_("The platform's name."), autocompletion=platforms)
]
