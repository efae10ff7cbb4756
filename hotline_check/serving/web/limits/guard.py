"""Around the application: who may ask, how long a request may take, headers of every answer."""

import asyncio
import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, Final

from hotline_check.errors import HotlineError
from hotline_check.serving.web.limits.rate import Limiter
from hotline_check.serving.web.log import report
from hotline_check.serving.web.metrics import Metrics
from hotline_check.serving.web.problems import Answer, answer, header
from hotline_check.serving.web.settings import BODY_SECONDS, Settings

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Any, Any, Any], Awaitable[None]]

# The pages load nothing from elsewhere, run in no frame and name no page to others.
_HEADERS: Final[tuple[tuple[bytes, bytes], ...]] = (
    (
        b"content-security-policy",
        b"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        b"form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)
# A page asks for its assets at once, and a monitor must get its answer under load.
_UNLIMITED: Final = ("/assets/", "/health", "/metrics")


class Guard:
    """An ASGI application around another.

    It refuses foreign host names and too many requests, gives up on requests that do not arrive,
    answers HEAD as GET, and turns unexpected exceptions into an answer without their text.
    """

    def __init__(self, app: App, settings: Settings, metrics: Metrics) -> None:
        self._app = app
        self._hosts = settings.hosts
        self._limiter = Limiter(settings.rate)
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            await self._http(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 1000})

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        start = time.perf_counter()
        sent = _Sent(send, is_head=scope["method"] == "HEAD")
        if sent.is_head:
            scope = {**scope, "method": "GET"}
        try:
            self._refuse(scope)
            await self._app(scope, _until(receive, BODY_SECONDS), sent)
        except HotlineError as error:
            await _send(sent, answer(error, scope))
        except Exception as error:  # whatever it is: its text stays out of the logs
            report(error)
            await _send(sent, answer(HotlineError("server-failed"), scope))
        finally:
            route = str(scope.get("path_template") or "other")
            seconds = time.perf_counter() - start
            self._metrics.request(route, scope["method"], sent.status, seconds)

    def _refuse(self, scope: Scope) -> None:
        if host_name(header(scope, b"host")) not in self._hosts:
            raise HotlineError("wrong-host")
        if scope["path"].startswith(_UNLIMITED):
            return
        address = scope["client"][0] if scope.get("client") else ""
        if seconds := self._limiter.wait(address):
            raise HotlineError("too-many-requests", seconds=seconds)


class _Sent:
    """Sends an answer with the headers that every answer has, and remembers its status."""

    def __init__(self, send: Send, *, is_head: bool) -> None:
        self._send = send
        self.is_head = is_head
        self.status = 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message = {**message, "headers": [*message.get("headers", ()), *_HEADERS]}
        elif self.is_head:
            message = {**message, "body": b""}
        await self._send(message)


async def _send(sent: _Sent, made: Answer) -> None:
    if sent.status:
        return  # an answer has begun; the connection ends with it
    headers = [(key.encode(), value.encode()) for key, value in made.headers.items()]
    headers.append((b"content-length", str(len(made.body)).encode()))
    await sent({"type": "http.response.start", "status": made.status, "headers": headers})
    await sent({"type": "http.response.body", "body": made.body})


def _until(receive: Receive, seconds: float) -> Receive:
    """Receive a request's body within a time limit, and after it only the disconnect."""
    end = time.monotonic() + seconds
    is_whole = False

    async def receive_in_time() -> Message:
        nonlocal is_whole
        if is_whole:
            return await receive()
        try:
            message = await asyncio.wait_for(receive(), max(end - time.monotonic(), 0))
        except TimeoutError as error:
            raise HotlineError("too-slow") from error
        if message["type"] == "http.disconnect":
            raise HotlineError("cut-off")  # the framework would take it for a failure of its own
        is_whole = not message.get("more_body", False)
        return message

    return receive_in_time


def host_name(host: str) -> str:
    """The name in a Host header, without its port.

    >>> host_name("Check.Example.org:8417"), host_name("[::1]:80"), host_name("localhost.")
    ('check.example.org', '::1', 'localhost')
    """
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].lower().rstrip(".")
