"""Open a platform's own page in the browser: only addresses of the registry, never the input's."""

from collections.abc import Collection
from typing import TYPE_CHECKING

import typer

from hotline_check.wording.text.catalogue import N_, Words

if TYPE_CHECKING:
    from hotline_check.registry.storage.store import Store

_OPENED = N_("Opened the platform's own page: {url}")
_NO_BROWSER = N_("No browser could be started. Type this address yourself: {url}")
_WHOSE = N_("Nothing was opened: name one platform with --platform.")
_NO_PAGE = N_("Nothing was opened: we know no web address of {platform}.")


def open_page(platforms: Collection[str], store: "Store", _: Words) -> None:
    """Open the main page of the only platform (its id); say on stderr what was done."""
    if len(platforms) != 1:
        typer.echo(_(_WHOSE), err=True)
        return
    (name,) = platforms
    entry = store.ask(lambda snapshot: snapshot.platform(name))
    if entry is None or not entry.pins:
        typer.echo(_(_NO_PAGE, platform=entry.name if entry else name), err=True)
        return
    import webbrowser

    url = f"https://{entry.pins[0]}/"
    typer.echo(_(_OPENED if webbrowser.open(url) else _NO_BROWSER, url=url), err=True)
