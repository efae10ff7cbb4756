"""`hotline-check site`: write the registry as a static site."""

import gc
from pathlib import Path
from typing import Annotated

import typer

from hotline_check.cli.settings import LangOption, open_store, speak, today, warn
from hotline_check.errors import HotlineError
from hotline_check.wording.text.catalogue import N_


def site(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help=N_("The folder to write or to bring up to date."))
    ],
    base_url: Annotated[
        str | None,
        typer.Option(
            "--base-url", help=N_("Where the site will be, for canonical links and the sitemap.")
        ),
    ] = None,
    contact: Annotated[
        str | None,
        typer.Option("--contact", help=N_("Whom to write to for a removal: address or page.")),
    ] = None,
    lang: LangOption = None,
) -> None:
    """Write a static site: a page per platform and number in every language, guides, data."""
    gc.enable()  # disabled for short commands
    _ = speak(lang)
    try:
        from hotline_check.serving.site.build import build
    except ModuleNotFoundError as error:
        raise HotlineError("missing-extra", extra="serve", what="site") from error
    from hotline_check.api.registry import Registry

    if base_url is not None:
        base_url = _checked(base_url)
    day = today()
    store = open_store(day)
    done = build(Registry(store, today=day), folder, base=base_url, contact=contact)
    said = N_("{files} files in {folder}: {changed} written, {removed} removed.")
    typer.echo(_(said, files=done.files, folder=folder, changed=done.changed, removed=done.removed))
    warn(store, _)


def _checked(base: str) -> str:
    """The address as browsers read it, with a final slash; raises HotlineError `no-base-url`."""
    from hotline_check.urls import parse

    read = parse(base)
    if read is None or (read.user, read.query, read.fragment) != (None, None, None):
        raise HotlineError("no-base-url", got=base)
    port = f":{read.port}" if read.port else ""
    return f"{read.scheme}://{read.host}{port}{read.path.rstrip('/')}/"
