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
    host: Annotated[str, typer.Option("--host", help=N_("Address to listen on."))] = "127.0.0.1",
    port: Annotated[
        int,
        typer.Option(
            "--port", min=0, max=65_535, help=N_("Port to listen on; 0 takes a free one.")
        ),
    ] = 8_765,
    allow: Annotated[
        list[str] | None,
        typer.Option("--allow-host", help=N_("Another host name that requests may use.")),
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
    """A socket at the address; raises HotlineError `cannot-listen`."""
    try:
        family, kind, proto, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, proto)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen()  # from here on a request waits and is not refused
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise HotlineError("cannot-listen", host=host, port=port, why=why) from error
    return listener
