"""`hotline-check serve`: the page and the HTTP API."""

import gc
from typing import Annotated

import typer

from hotline_check.cli.settings import (
    AllowHostOption,
    HostOption,
    LangOption,
    PortOption,
    open_store,
    speak,
    today,
    warn,
)
from hotline_check.errors import HotlineError
from hotline_check.wording.text.catalogue import N_


def serve(
    host: HostOption = "127.0.0.1",
    port: PortOption = 8417,
    allow_host: AllowHostOption = None,
    rate: Annotated[
        int, typer.Option("--rate", min=0, help=N_("Requests a minute from one address; 0: any."))
    ] = 120,
    proxy: Annotated[
        list[str] | None,
        typer.Option("--proxy", help=N_("The address of a reverse proxy in front of it.")),
    ] = None,
    show_page: Annotated[
        bool, typer.Option("--open", help=N_("Then open the page in the browser."))
    ] = False,
    lang: LangOption = None,
) -> None:
    """Serve a page for people and an HTTP API, by default on this machine only."""
    _ = speak(lang)
    try:
        from hotline_check.serving.web.server import serve as run
    except ModuleNotFoundError as error:
        raise HotlineError("missing-extra", extra="serve", what="serve") from error
    from hotline_check.serving.listening import listen, root_url
    from hotline_check.serving.web.settings import settings

    gc.enable()  # disabled for short commands; a server runs for months
    store = open_store(today())
    store.ask(lambda snapshot: snapshot.date)  # an unusable registry is said before anything else
    warn(store, _)
    store.close()
    chosen = settings(host, allow_host or [], rate, proxy or [])
    with listen(host, port) as listening:
        url = f"{root_url(host, listening)}/"

        def ready() -> None:
            typer.echo(_(N_("The page is at {url} (Ctrl-C stops it)."), url=url), err=True)
            if show_page:
                import webbrowser

                webbrowser.open(url)

        run(chosen, listening, ready)
