"""Shell completion of names and values; no errors, which would disturb a person who is typing."""

from collections.abc import Callable, Iterable
from typing import Annotated, Any, get_args

import typer

from hotline_check.errors import HotlineError
from hotline_check.wording.text.catalogue import N_


def platforms(incomplete: str) -> list[str]:
    """Ids of the platforms that start with the typed text."""
    from hotline_check.cli.settings import open_store, today

    try:
        ids = open_store(today()).ask(lambda snapshot: snapshot.ids("platforms"))
    except HotlineError:
        # An error printed while a shell completes a word would land in the middle of its line.
        return []
    return _begun(ids, incomplete)


def countries(incomplete: str) -> list[str]:
    """Codes of countries that start with the typed letters."""
    from hotline_check.registry.matching.phones import regions

    return _begun(sorted(regions()), incomplete, case=str.upper)


def languages(incomplete: str) -> list[str]:
    """The languages that the program speaks."""
    from hotline_check.wording.text.catalogue import languages as known

    return _begun(known(), incomplete, case=str)


def terms(name: str) -> Callable[[str], list[str]]:
    """Completion of the values of a Literal type of `hotline_check.registry.terms`, by its name."""

    def values(incomplete: str) -> list[str]:
        from hotline_check.registry import terms as registry_terms

        literal: Any = getattr(registry_terms, name)
        return _begun(get_args(literal), incomplete)

    return values


def _begun(
    words: Iterable[str], incomplete: str, case: Callable[[str], str] = str.lower
) -> list[str]:
    return [word for word in words if word.startswith(case(incomplete))]


PlatformArgument = Annotated[
    str, typer.Argument(help=N_("The platform's name."), autocompletion=platforms)
]
