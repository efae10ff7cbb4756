"""What every command shares: today's date, the language, the registry, how results are shown."""

import datetime as dt
import sys
from collections.abc import Collection
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hotline_check.errors import HotlineError
from hotline_check.wording.text.catalogue import (
    N_,
    Words,
    choose,
    languages,
    words,
)

if TYPE_CHECKING:
    from hotline_check.registry.storage.store import Store


class Format(StrEnum):
    """How a result is written."""

    TEXT = "text"
    JSON = "json"


FormatOption = Annotated[Format, typer.Option("--format", help=N_("text, or json for programs."))]
LangOption = Annotated[
    str | None,
    typer.Option("--lang", help=N_("Language: en, zh; verdicts also es, ja, ko, pt, zh_TW.")),
]
RegionOption = Annotated[
    str | None,
    typer.Option("--region", "-r", help=N_("Country of numbers without a country code: US, HK.")),
]


TheyCalledOption = Annotated[
    bool, typer.Option("--they-called", help=N_("They called or wrote to you."))
]
WhereOption = Annotated[
    str | None, typer.Option("--country", "-c", help=N_("Where you are: US, HK."))
]


def today() -> dt.date:
    """The day on which evidence is judged: the machine's own date."""
    return dt.datetime.now().astimezone().date()


def now() -> dt.datetime:
    """The moment for which opening hours are told: the machine's own clock and time zone."""
    return dt.datetime.now().astimezone()


def language() -> str:
    """The language to speak before the arguments are parsed: `--lang` if given, else the locale."""
    for i, argument in enumerate(sys.argv):
        if argument.startswith("--lang="):
            return known(argument.removeprefix("--lang="))
        if argument == "--lang" and i + 1 < len(sys.argv):
            return known(sys.argv[i + 1])
    return choose(None)


def known(lang: str) -> str:
    """A language there is wording in, English for any other."""
    return lang if lang in languages() else "en"


def speak(lang: str | None) -> Words:
    """The sentences in the language asked for, else the locale's.

    Raises HotlineError `no-such-language`.
    """
    if lang is not None and lang not in languages():
        raise HotlineError("no-such-language", got=lang, known=", ".join(languages()))
    return shown(words(choose(lang)))


def shown(_: Words) -> Words:
    """The words, or English where stdout's character set can't hold them."""
    sample = _(N_("Nothing was checked: no contact could be read here."))
    try:
        sample.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return words("en")
    return _


def one_of(option: str, word: str | None, words_known: Collection[Any]) -> Any:
    """A word given with an option, checked. Raises HotlineError `bad-choice`."""
    if word is not None and word not in words_known:
        raise HotlineError("bad-choice", option=option, got=word, known=", ".join(words_known))
    return word


def open_store(day: dt.date) -> "Store":
    """The registry to ask, strongest first: see `hotline_check.registry.storage.choice`."""
    from hotline_check.registry.storage.choice import open_registry

    return open_registry(day)


def warn(store: "Store", _: Words) -> None:
    """Say on stderr what went wrong without touching the answer."""
    if not store.warnings:
        return
    from hotline_check.wording.terms.problems import WARNINGS

    for code in store.warnings:
        typer.echo(f"hotline-check: {_(WARNINGS[code])}", err=True)
