"""`hotline-check mcp`: answer the questions of AI assistants."""

import gc
import socket
from typing import Annotated

import typer

from hotline_check.errors import HotlineError
from hotline_check.wording.text.catalogue import N_


def mcp(
    http: Annotated[
        bool,
        typer.Option("--http", help=N_("Serve over HTTP instead of standard input and output.")),
    ] = False,
    host: Annotated[
        str, typer.Option("--host", help=N_("The address to listen on; 127.0.0.1 is this machine."))
    ] = "127.0.0.1",
    port: Annotated[
        int,
        typer.Option(
            "--port", min=0, max=65_535, help=N_("The port to listen on; 0 takes a free one.")
        ),
    ] = 8_765,
    allow: Annotated[
        list[str] | None,
        typer.Option("--allow-host", help=N_("A host name that people may use for it.")),
    ] = None,
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
    listener = _listener(host, port)
    name, number = listener.getsockname()[:2]
    shown = f"[{name}]" if ":" in name else name
    typer.echo(f"http://{shown}:{number}{PATH}", err=True)
    serve_http(listener, allow or ())


def _listener(host: str, port: int) -> socket.socket:
    """A socket that takes requests; raises HotlineError `port-taken`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise HotlineError("port-taken", host=host, port=port, why=error.strerror) from error
