"""A real HTTP server on loopback that plays many hosts, and watches how it is asked."""

import contextlib
import ssl
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Route = Callable[["Asked"], None]


@dataclass
class Site:
    """What the server plays, and what it saw: requests, and the most at once to each host."""

    routes: dict[str, Route] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    at_once: Counter[str] = field(default_factory=Counter)
    most_at_once: Counter[str] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)
    port: int = 0

    def resolve(self, _host: str, _port: int) -> tuple[str, int]:
        return "127.0.0.1", self.port

    def page(self, url: str, body: str | bytes, status: int = 200, **headers: str) -> None:
        """Serve a body at `host/path`; header names are written with underscores."""
        data = body if isinstance(body, bytes) else body.encode()
        named = {k.replace("_", "-"): v for k, v in headers.items()}
        self.routes[url] = lambda asked: asked.send(data, status, named)

    def paths(self, host: str) -> list[str]:
        return [path for h, path in self.asked if h == host]


class Asked(BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"
    server: "_Server"
    counted_for = ""

    def do_GET(self) -> None:
        site, host = self.server.site, self.headers.get("Host", "")
        with site.lock:
            site.asked.append((host, self.path))
            site.headers.append({k.lower(): v for k, v in self.headers.items()})
            site.times.append(time.monotonic())
            site.at_once[host] += 1
            site.most_at_once[host] = max(site.most_at_once[host], site.at_once[host])
            self.counted_for = host
        try:
            route = site.routes.get(host + self.path) or site.routes.get(host + "/*")
            if route:
                route(self)
            else:
                self.send(b"nothing here", 404, {})
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True
        finally:
            self.leave()

    def leave(self) -> None:
        """Count this request no more; a client that has its answer may send the next one."""
        with self.server.site.lock:
            if self.counted_for:
                self.server.site.at_once[self.counted_for] -= 1
                self.counted_for = ""

    def send(self, body: bytes, status: int, headers: Mapping[str, str]) -> None:
        self.leave()
        self.send_response(status)
        for name, value in {
            "Content-Type": "text/html; charset=utf-8",
            "Content-Length": str(len(body)),
            **headers,
        }.items():
            self.send_header(name, value)
        self.end_headers()
        if status != 304:
            self.wfile.write(body)

    def raw(self, *pieces: bytes, pause: float = 0) -> None:
        """Write bytes as they are, head and all, and hang up."""
        for piece in pieces:
            self.wfile.write(piece)
            self.wfile.flush()
            time.sleep(pause)
        self.close_connection = True

    def log_message(self, *_: Any) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256
    site: Site

    def handle_error(self, *_: Any) -> None:
        pass  # clients that hang up are the subject here


@contextlib.contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    site = Site()
    server = _Server(("127.0.0.1", 0), Asked)
    server.site = site
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
