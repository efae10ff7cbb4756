"""`hotline-check prepare`: the sheet for a call."""

from collections.abc import Collection
from pathlib import Path
from typing import Annotated, get_args

import typer

from hotline_check.cli.parsing.complete import PlatformArgument
from hotline_check.cli.preferences import home_region
from hotline_check.cli.settings import (
    Format,
    FormatOption,
    LangOption,
    RegistryOption,
    TopicOption,
    now,
    one_of,
    open_store,
    region_option,
    speak,
    today,
    warn,
)
from hotline_check.errors import HotlineError
from hotline_check.wording.text.catalogue import N_

_HTML = frozenset({".html", ".htm"})
_JSON = frozenset({".json"})
# A text editor shows Markdown as it is, so `.txt` gets it as well.
_MARKDOWN = frozenset({".md", ".markdown", ".txt"})


def prepare(
    platform: PlatformArgument,
    topic: TopicOption = None,
    region: Annotated[str | None, region_option(N_("The country you call from: US, HK."))] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help=N_("Write it to this file: sheet.md or sheet.html.")),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help=N_("Write over a file that exists."))
    ] = False,
    form: FormatOption = Format.TEXT,
    folder: RegistryOption = None,
    lang: LangOption = None,
) -> None:
    """Make a call sheet: whom to call, what to have ready, space for notes."""
    from hotline_check.checking import info
    from hotline_check.cli.output.show import show_json, show_markdown, writing_to
    from hotline_check.guidance import sheet
    from hotline_check.registry.lookups.platforms import find_platform
    from hotline_check.registry.matching.regions import known_region
    from hotline_check.registry.terms import Topic
    from hotline_check.wording.screens.prepare import blocks, sheet_record, written_line
    from hotline_check.wording.text.document import markdown, page

    _ = speak(lang)
    about = one_of("--topic", topic, get_args(Topic))
    where = known_region(region) if region else home_region()
    if output:
        _refuse(output, _JSON if form is Format.JSON else _HTML | _MARKDOWN, force=force)
    store = open_store(today(), folder)
    entry = store.ask(lambda snapshot: find_platform(snapshot, platform))
    registry = store.ask(lambda snapshot: info(store.source, snapshot, today()))
    made = sheet.prepare(entry, about, where, now(), registry)
    content = blocks(made, _)
    if form is Format.JSON:
        with writing_to(output):
            show_json(sheet_record(made))
    elif output is None:
        show_markdown(markdown(content))
    else:
        as_html = output.suffix.lower() in _HTML
        _write(output, page(content, _.lang) if as_html else markdown(content))
        typer.echo(written_line(str(output), _))
    warn(store, _)


def _refuse(output: Path, endings: Collection[str], *, force: bool) -> None:
    if output.suffix.lower() not in endings:
        raise HotlineError("sheet-kind", path=str(output))
    if not output.parent.is_dir():
        raise HotlineError("no-folder", path=str(output), folder=str(output.parent))
    if output.exists() and not force:
        raise HotlineError("sheet-exists", path=str(output))


def _write(output: Path, text: str) -> None:
    from hotline_check.files import write_atomically

    try:
        # Readable by the user only, who will add private notes to it.
        write_atomically(output, text.encode(), mode=0o600)
    except OSError as error:
        raise HotlineError("cannot-write", path=str(output), why=error.strerror) from error
