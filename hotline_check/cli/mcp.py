"""`hotline-check mcp`: answer the questions of AI assistants."""

import gc
from typing import Annotated

import typer

from hotline_check.cli.settings import AllowHostOption, HostOption, PortOption
from hotline_check.errors import HotlineError
from hotline_check.wording.text.catalogue import N_


def mcp(
    http: Annotated[
        bool,
        typer.Option("--http", help=N_("Serve over HTTP instead of standard input and output.")),
    ] = False,
    host: HostOption = "127.0.0.1",
    port: PortOption = 8_765,
    allow: AllowHostOption = None,
) -> None:
    """Serve the Model Context Protocol: an assistant starts this and asks it about contacts."""
    gc.enable()  # disabled for short commands
    try:
        from hotline_check.serving.mcp.server import PATH, make_server, serve_http
    except ModuleNotFoundError as error:
        raise HotlineError("missing-extra", extra="mcp", what="mcp") from error
    if not http:
        make_server().run("stdio")
        return
    from hotline_check.serving.listening import listen, root_url

    listener = listen(host, port)
    typer.echo(f"{root_url(listener.getsockname()[0], listener)}{PATH}", err=True)
    serve_http(listener, allow or ())
