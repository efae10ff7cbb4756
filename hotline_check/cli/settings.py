"""Shared parts of all commands: date, language, registry, output format."""

import datetime as dt
import sys
from collections.abc import Collection
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hotline_check.cli.parsing import complete
from hotline_check.cli.preferences import path, preferences
from hotline_check.clock import local
from hotline_check.errors import HotlineError
from hotline_check.wording.text.catalogue import (
    N_,
    Words,
    canonical,
    choose,
    known_language,
    words,
)

if TYPE_CHECKING:
    from hotline_check.registry.storage.store import Store


class Format(StrEnum):
    """Output formats of a result."""

    TEXT = "text"
    JSON = "json"


FormatOption = Annotated[Format, typer.Option("--format", help=N_("text, or json for programs."))]
LangOption = Annotated[
    str | None,
    typer.Option(
        "--lang",
        help=N_("Language: en, zh; verdicts also es, ja, ko, pt, zh_TW."),
        autocompletion=complete.languages,
    ),
]


def platform_option(text: str) -> Any:
    """`--platform` with its help."""
    return typer.Option("--platform", "-p", help=text, autocompletion=complete.platforms)


def region_option(text: str) -> Any:
    """`--region` with its help."""
    return typer.Option("--region", "-r", help=text, autocompletion=complete.countries)


RegionOption = Annotated[
    str | None, region_option(N_("Country of numbers without a country code: US, HK."))
]
WhereOption = Annotated[str | None, region_option(N_("Where you are: US, HK."))]
TopicOption = Annotated[
    str | None,
    typer.Option(
        "--topic",
        "-t",
        help=N_("Your problem: account, security, trading, technical, policy, ..."),
        autocompletion=complete.terms("Topic"),
    ),
]
TheyCalledOption = Annotated[
    bool, typer.Option("--they-called", help=N_("They called or wrote to you."))
]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", help=N_("Write the answer to this file, whole or not at all.")),
]
OpenOption = Annotated[
    bool, typer.Option("--open", help=N_("Then open the platform's own page in the browser."))
]
ShortOption = Annotated[
    bool, typer.Option("--short", help=N_("A line for each contact, the worst first."))
]
RegistryOption = Annotated[
    Path | None,
    typer.Option("--registry", help=N_("Ask this registry folder instead of the installed one.")),
]
HostOption = Annotated[
    str, typer.Option("--host", help=N_("The address to listen on; 127.0.0.1 is this machine."))
]
PortOption = Annotated[
    int,
    typer.Option(
        "--port", min=0, max=65_535, help=N_("The port to listen on; 0 takes a free one.")
    ),
]
AllowHostOption = Annotated[
    list[str] | None,
    typer.Option("--allow-host", help=N_("A host name that people may use for it.")),
]


def today() -> dt.date:
    """The date for judging evidence: the local date."""
    return local().date()


def now() -> dt.datetime:
    """The time for opening hours: the local clock and time zone."""
    return local()


def program_version() -> str:
    """The installed version; that of a checkout that is only on the path has no number."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("hotline-check")
    except PackageNotFoundError:
        # Run from a checkout that was not installed, as by `python -m hotline_check`.
        return "0+checkout"


def language() -> str:
    """The language to speak before the arguments are parsed.

    It is that of `--lang` if given, else the configured one, else the locale's.
    """
    # Help texts are translated while the parser still reads, so `--lang` is not known yet.
    for i, argument in enumerate(sys.argv):
        if argument.startswith("--lang="):
            return canonical(argument.removeprefix("--lang=")) or "en"
        if argument == "--lang" and i + 1 < len(sys.argv):
            return canonical(sys.argv[i + 1]) or "en"
    return preferences().lang or choose(None)


def speak(lang: str | None) -> Words:
    """The sentences in the given language, else the configured or the locale's.

    Raises HotlineError `no-such-language`.
    """
    if lang is None:
        return shown(words(preferences().lang or choose(None)))
    return shown(words(known_language(lang)))


def shown(_: Words) -> Words:
    """The words, or English ones if stdout's encoding can't represent them."""
    # One sentence is enough: an encoding supports a whole script or nothing of it.
    sample = _(N_("Nothing was checked: no contact could be read here."))
    try:
        sample.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        # A terminal in Latin-1 would show every Chinese sentence as question marks.
        return words("en")
    return _


def one_of(option: str, word: str | None, words_known: Collection[Any]) -> Any:
    """The value of an option, if allowed. Raises HotlineError `bad-choice`."""
    if word is not None and word not in words_known:
        raise HotlineError("bad-choice", option=option, got=word, known=", ".join(words_known))
    return word


def open_store(day: dt.date, folder: Path | None = None) -> "Store":
    """Open a folder, else the registry that `hotline_check.registry.storage.choice` names."""
    from hotline_check.registry.storage.choice import open_registry

    return open_registry(day, folder=folder)


def warn(store: "Store", _: Words) -> None:
    """Print warnings about the registry and the configuration file on stderr."""
    if problems := preferences().problems:
        from hotline_check.wording.screens.config import problem_texts

        for text in problem_texts(path(), problems, _):
            typer.echo(f"hotline-check: {text}", err=True)
    if not store.warnings:
        return
    from hotline_check.wording.terms.problems import WARNINGS

    for code in store.warnings:
        typer.echo(f"hotline-check: {_(WARNINGS[code])}", err=True)
