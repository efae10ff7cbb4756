"""The server: its tools, prompt and guides, and the two ways to reach it."""

import socket
from collections.abc import Sequence
from typing import Annotated, Any, Final

from mcp.server import MCPServer
from mcp.server.transport_security import TransportSecuritySettings
from mcp_types import ToolAnnotations
from pydantic import Field

import hotline_check
from hotline_check.serving.mcp import instructions
from hotline_check.serving.mcp.guides import add_guides
from hotline_check.serving.mcp.tools import TOOLS

PATH: Final = "/mcp"
# Nothing is changed, and nothing but the registry on this machine is asked.
_READ_ONLY: Final = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)
_MOST_BYTES: Final = 1_000_000  # of a request: a text of 200,000 characters, escaped
# The only names under which a browser may ask, against DNS rebinding.
_LOOPBACK: Final = ("127.0.0.1", "localhost", "[::1]")


def make_server() -> MCPServer[Any]:
    """The server without a transport.

    Only errors of the program are logged: the messages below may repeat what somebody asked.
    """
    server: MCPServer[Any] = MCPServer(
        instructions.TITLE,
        title=instructions.TITLE,
        description=instructions.ABOUT,
        instructions=instructions.INSTRUCTIONS,
        version=hotline_check.__version__,
        log_level="ERROR",
    )
    for function, (title, description) in TOOLS.items():
        server.add_tool(
            function,
            title=title,
            description=description,
            annotations=_READ_ONLY,
            structured_output=True,
        )
    server.prompt(
        "is-this-support-number-real",
        title=instructions.PROMPT,
        description=instructions.PROMPT_ABOUT,
    )(is_it_real)
    add_guides(server)
    return server


def is_it_real(
    contact: Annotated[str, Field(description=instructions.CONTACT)],
    platform: Annotated[str, Field(description=instructions.PLATFORM)] = "",
    they_called: Annotated[str, Field(description="yes, if it reached the person")] = "",
) -> str:
    """What a person asks who picks the prompt."""
    said = instructions.ASK_SAID.format(platform=platform) if platform.strip() else ""
    is_call = they_called.strip().casefold() not in {"", "no", "n", "false", "0"}
    return instructions.ASK.format(
        contact=contact, said=said, called=instructions.ASK_CALLED if is_call else ""
    )


def serve_http(listener: socket.socket, hosts: Sequence[str]) -> None:
    """Answer over streamable HTTP until the process receives a signal to stop.

    hosts: host names that are accepted in addition to those of this machine. Requests are
    independent: no session is kept.
    """
    import uvicorn

    app = make_server().streamable_http_app(
        streamable_http_path=PATH,
        json_response=True,
        stateless_http=True,
        max_request_body_size=_MOST_BYTES,
        transport_security=_allowed(hosts),
    )
    config = uvicorn.Config(app, log_level="error", access_log=False, server_header=False)
    uvicorn.Server(config).run(sockets=[listener])


def _allowed(hosts: Sequence[str]) -> TransportSecuritySettings:
    """Refuse other names, also on another address: a web page could bind its own name to it."""
    names = [*_LOOPBACK, *hosts]
    own = [*names, *(f"{name}:*" for name in names)]
    return TransportSecuritySettings(
        enable_dns_rebinding_protection=True,
        allowed_hosts=own,
        allowed_origins=[f"{scheme}://{name}" for scheme in ("http", "https") for name in own],
    )
