"""The socket on which a server takes requests, and its address."""

import socket

from hotline_check.errors import HotlineError

_BACKLOG = 512  # connections that wait until the server accepts them


def listen(host: str, port: int) -> socket.socket:
    """A listening socket; a port of 0 takes a free one. Raises HotlineError `port-taken`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except OSError as error:
        raise HotlineError("port-taken", host=host, port=port, why=error.strerror) from error
    # Connections inherit it. asyncio sets it itself, but not on sockets that it is given; without
    # it the body of an answer waits 40 ms until the client has acknowledged the head.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def root_url(host: str, listening: socket.socket) -> str:
    """The address of a server under this name or address, without a final slash."""
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{listening.getsockname()[1]}"
