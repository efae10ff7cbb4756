"""A real HTTP server for a folder, that can misbehave in every way a test asks for."""

import socket
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

Fault = Callable[["Handler", bytes], None]


class Handler(BaseHTTPRequestHandler):
    server: "FileHost"

    def do_GET(self) -> None:
        host = self.server
        host.requests.append(self.path)
        path = host.folder / self.path.lstrip("/")
        body = path.read_bytes() if path.is_file() else None
        fault = next((f for part, f in host.faults.items() if part in self.path), None)
        if len(host.requests) == host.cut_at:
            fault = cut
        try:
            if fault is not None:
                fault(self, body or b"")
            elif body is None:
                self.send_error(404)
            else:
                self.answer(body)
                host.sent += len(body)
        except OSError:
            self.close_connection = True

    def answer(self, body: bytes, length: int | None = None) -> None:
        self.send_response(200)
        if length != -1:
            self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None: ...


class FileHost(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.folder = folder
        self.faults: dict[str, Fault] = {}
        self.requests: list[str] = []
        self.cut_at = -1
        self.sent = 0
        self._thread = threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"

    def stop(self) -> None:
        self.shutdown()
        self.server_close()
        self._thread.join()


def cut(handler: Handler, body: bytes) -> None:
    """Half an answer, then the line is dead."""
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(body) or 100))
    handler.end_headers()
    handler.wfile.write(body[: len(body) // 2])
    handler.wfile.flush()
    handler.connection.shutdown(socket.SHUT_RDWR)
    handler.close_connection = True


def hang_up(handler: Handler, _body: bytes) -> None:
    """No answer at all."""
    handler.connection.shutdown(socket.SHUT_RDWR)
    handler.close_connection = True


def truncated(handler: Handler, body: bytes) -> None:
    """Half of the bytes, as if that were all."""
    handler.answer(body[: len(body) // 2])


def endless(handler: Handler, body: bytes) -> None:
    """Never stops sending."""
    handler.answer(body, length=-1)
    while True:
        handler.wfile.write(b" " * 65_536)


def drip(handler: Handler, body: bytes) -> None:
    """One byte at a time, so that no single read ever times out."""
    handler.answer(b"", length=len(body))
    for byte in body:
        handler.wfile.write(bytes([byte]))
        handler.wfile.flush()
        time.sleep(0.05)


def drip_headers(handler: Handler, _body: bytes) -> None:
    """The same before the first header line has ended."""
    for byte in b"HTTP/1.1 200 OK\r\nX-Filler: " + b"x" * 10_000:
        handler.wfile.write(bytes([byte]))
        handler.wfile.flush()
        time.sleep(0.05)


def altered(handler: Handler, body: bytes) -> None:
    """One byte is another."""
    at = len(body) // 2
    handler.answer(body[:at] + bytes([body[at] ^ 1]) + body[at + 1 :])


def failing(status: int) -> Fault:
    """An HTTP error."""

    def fault(handler: Handler, _body: bytes) -> None:
        handler.send_error(status)

    return fault


def redirect(to: str) -> Fault:
    """Sends the client elsewhere."""

    def fault(handler: Handler, _body: bytes) -> None:
        handler.send_response(302)
        handler.send_header("Location", to)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return fault
