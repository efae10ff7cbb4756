"""All that touches the network goes through the proxy that the system names."""

import contextlib
import select
import socket
import ssl
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from hotline_check.upkeep.signed import fetch as signed
from hotline_check.upkeep.web.fetch import Answer, Failure, Fetcher, Limits
from tests.upkeep.loopback import Site, serving
from tests.upkeep.signed.world import QUICK

LIMITS = Limits(connect=1, read=1, total=3)


class Proxy(ThreadingHTTPServer):
    """Tunnels to one port whatever the host asked for, and keeps what was asked of it."""

    daemon_threads = True

    def __init__(self, tunnel_to: int) -> None:
        super().__init__(("127.0.0.1", 0), Tunnel)
        self.tunnel_to = tunnel_to
        self.asked: list[tuple[str, str | None]] = []

    @property
    def url(self) -> str:
        return f"http://user:secret@127.0.0.1:{self.server_address[1]}"


class Tunnel(BaseHTTPRequestHandler):
    server: Proxy

    def do_CONNECT(self) -> None:
        self.server.asked.append((self.path, self.headers.get("Proxy-Authorization")))
        if not self.server.tunnel_to:
            self.send_error(403)
            return
        self.send_response(200)
        self.end_headers()
        with socket.create_connection(("127.0.0.1", self.server.tunnel_to)) as far:
            ends = {self.connection: far, far: self.connection}
            while True:
                ready, _, _ = select.select([*ends], [], [], 5)
                for end in ready:
                    data = end.recv(65_536)
                    if not data:
                        return
                    ends[end].sendall(data)

    def log_message(self, *_: Any) -> None:
        pass

    def handle_one_request(self) -> None:
        super().handle_one_request()
        self.close_connection = True


@contextlib.contextmanager
def proxying(tunnel_to: int) -> Iterator[Proxy]:
    server = Proxy(tunnel_to)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def everywhere(_url: str) -> bool:
    return True


def test_a_plain_page_is_asked_of_the_proxy(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{site.port}")
    site.page("example.comhttp://example.com/page", "by proxy")
    got = Fetcher(limits=LIMITS).get("http://example.com/page", everywhere)
    assert isinstance(got, Answer)
    assert got.body == b"by proxy"


def test_an_update_is_asked_of_the_proxy(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{site.port}")
    site.page("example.comhttp://example.com/metadata/timestamp.json", "by proxy")
    fetcher = signed.Fetcher(QUICK)
    parts = fetcher.fetch("http://example.com/metadata/timestamp.json")
    assert b"".join(parts) == b"by proxy"
    assert fetcher.received == len(b"by proxy")


def test_hosts_that_need_no_proxy_are_asked_directly(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "example.com")
    site.page("example.com/page", "directly")
    got = Fetcher(limits=LIMITS, resolve=site.resolve).get("http://example.com/page", everywhere)
    assert isinstance(got, Answer)
    assert got.body == b"directly"


def test_a_secure_page_comes_through_a_tunnel_and_its_certificate_counts(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server_side = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server_side.load_cert_chain(certificate)
    trusting = ssl.create_default_context(cafile=str(certificate))
    with serving(server_side) as site, proxying(site.port) as proxy:
        monkeypatch.setenv("https_proxy", proxy.url)
        site.page("example.com/ok", "fine")
        fetcher = Fetcher(limits=LIMITS, tls=trusting)
        got = fetcher.get("https://example.com/ok", everywhere)
        assert isinstance(got, Answer), got
        assert got.body == b"fine"
        assert proxy.asked == [("example.com:443", "Basic dXNlcjpzZWNyZXQ=")]
        assert "proxy-authorization" not in site.headers[0]
        wrong = fetcher.get("https://help.example.com/ok", everywhere)
        assert isinstance(wrong, Failure)
        assert wrong.code == "bad-certificate"


def test_a_proxy_that_refuses_or_cannot_be_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    with proxying(0) as proxy:
        for setting in (proxy.url, "http://127.0.0.1:9", "socks9://127.0.0.1:9", "http://"):
            monkeypatch.setenv("https_proxy", setting)
            got = Fetcher(limits=LIMITS).get("https://example.com/ok", everywhere)
            assert isinstance(got, Failure)
            assert got.code == "unreachable", setting
