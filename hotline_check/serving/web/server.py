"""Run the server until a signal stops it; it finishes the requests that it is answering."""

import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn

from hotline_check.serving.web.app import make_app
from hotline_check.serving.web.limits.protocol import PatientProtocol
from hotline_check.serving.web.settings import GRACE_SECONDS, Settings

# Below the usual limit of 1,024 open files.
_MOST_CONNECTIONS = 1_000


def serve(settings: Settings, listening: socket.socket, ready: Callable[[], None]) -> None:
    """Answer requests on a socket until SIGINT or SIGTERM. ready: called before the first one."""
    config = uvicorn.Config(
        make_app(settings),
        http=PatientProtocol,
        ws="none",
        lifespan="on",
        access_log=False,  # the addresses of readers are not recorded
        log_level="error",
        server_header=False,
        date_header=True,
        proxy_headers=bool(settings.proxies),
        forwarded_allow_ips=list(settings.proxies),
        limit_concurrency=_MOST_CONNECTIONS,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    _Server(config, ready).run(sockets=[listening])


class _Server(uvicorn.Server):
    """uvicorn's server, which dies of the signal that stopped it; an orderly end is no failure."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        usual = {
            number: signal.signal(number, self.handle_exit)
            for number in (signal.SIGINT, signal.SIGTERM)
        }
        try:
            yield
        finally:
            for number, handler in usual.items():
                signal.signal(number, handler)
