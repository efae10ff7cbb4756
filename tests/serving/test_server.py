"""The server: nothing typed is kept, hostile requests do no harm, updates and stops are smooth."""

import contextlib
import random
import re
import signal
import socket
import string
import time
from collections import Counter
from collections.abc import Callable, Iterator
from http.client import HTTPResponse
from pathlib import Path

import pytest

from hotline_check.clock import local
from tests.conftest import Program
from tests.entries import US_LINE, US_OTHER, phone, platform, sighting, write
from tests.extras import needs
from tests.serving.conftest import Running

needs("litestar", "serve")
needs("uvicorn", "serve")
needs("httpx", "serve")

import httpx

pytestmark = pytest.mark.extra

SECRET = "zebra-quagga-okapi"  # noqa: S105  # a word to look for
POLICY = "default-src 'none'"


def small_registry(folder: Path, *numbers: str) -> Path:
    day = local().date()
    lines = [phone(number, sightings=[sighting(seen=day)]) for number in numbers]
    return write(folder, platform(channels=lines))


def status(server: Running, text: str) -> str:
    answer = httpx.post(f"{server.url}/v1/check", json={"text": text, "platform": "example"})
    return str(answer.json()["verdicts"][0]["status"]) if answer.is_success else str(answer)


def test_nothing_that_was_typed_is_kept(fictional_registry: Path, tmp_path: Path) -> None:
    server = Running(fictional_registry, tmp_path, "--rate", "0")
    url = server.url
    with httpx.Client(base_url=url, headers={"user-agent": SECRET}) as client:
        for body in ({"text": SECRET}, {"text": f"{SECRET} {US_LINE}", "platform": SECRET}, {}):
            client.post("/v1/check", json=body)
            client.post("/v1/scan", json=body)
            client.post("/en/check", data=body)
        client.post("/v1/check", content=f'{{"text": "{SECRET}'.encode())
        client.post("/v1/check", json={"text": SECRET, SECRET: 1})
        client.post("/en/platforms/", data={"name": SECRET})
        client.post("/en/called/", data={"whom": SECRET, "country": SECRET, "go": "all"})
        client.post("/en/check", data={"text": SECRET * 10_000})
        client.post("/en/check", files={"text": ("name.txt", SECRET * 100_000)})
        client.get(f"/en/{SECRET}", params={"q": SECRET})
        counts = client.get("/metrics").text
        assert not client.cookies
    with socket.create_connection(("127.0.0.1", server.port)) as raw:
        raw.sendall(f"{SECRET} {SECRET}\r\n\r\n".encode())
        raw.recv(1_000)
    assert server.stop() == 0
    assert SECRET not in counts
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert server.stderr in kept
    assert [path for path in kept if SECRET.encode() in path.read_bytes()] == []
    assert len(server.log.splitlines()) == 1  # where the page is


def test_every_answer_has_the_headers_that_protect_readers(server: Running) -> None:
    for method, path in (
        *(("GET", "/"), ("GET", "/en/"), ("GET", "/nothing"), ("GET", "/v1/platforms")),
        *(("POST", "/en/check"), ("DELETE", "/en/"), ("HEAD", "/en/"), ("GET", "/health")),
    ):
        answer = httpx.request(method, server.url + path)
        assert answer.headers["content-security-policy"].startswith(POLICY)
        assert "unsafe" not in answer.headers["content-security-policy"]
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "set-cookie" not in answer.headers
        assert "server" not in answer.headers
    answered = httpx.post(f"{server.url}/en/check", data={"text": US_LINE})
    assert answered.headers["cache-control"] == "no-store"
    assert httpx.head(f"{server.url}/en/").content == b""


def test_every_answer_names_its_type_once(server: Running) -> None:
    with httpx.Client(base_url=server.url) as client:
        page = client.get("/en/").text
        assets = re.findall(r"/assets/[\w.]+", page)
        assert len(assets) > 1
        for path in ["/en/", "/nosuch", "/en/check", "/v1/nosuch", "/health", *assets]:
            kind = client.get(path).headers["content-type"]
            assert kind.count("charset") <= 1
            assert "charset=utf-8" in kind or not kind.startswith("text/")


def test_the_language_is_the_readers(server: Running) -> None:
    for accepted, tag in (("zh-TW, en", "zh-Hant"), ("fr", "en"), ("ja;q=0.5,es", "es")):
        answer = httpx.get(server.url, headers={"accept-language": accepted})
        assert answer.headers["location"] == f"/{tag}/"


def test_the_page_answers_about_every_contact_of_a_long_message(server: Running) -> None:
    letter = "We write to you about your wallet and its recovery. " * 80
    text = f"{letter} Example support: {US_LINE}. {letter} Or call Example on {US_OTHER}."
    page = httpx.post(f"{server.url}/en/check", data={"text": text}).text
    assert page.index("this number was seen posing as Example") < page.index("Listed: Example")
    unread = f"{letter} Example support: {US_LINE}, or [+1 202 555](https://%zz/)"
    cautious = httpx.post(f"{server.url}/en/check", data={"text": unread}).text
    assert "Listed: Example" not in cautious or "all-clear" in cautious


def test_memory_does_not_grow_with_the_requests(server: Running) -> None:
    def kilobytes() -> int:
        status = Path(f"/proc/{server.process.pid}/status").read_text("ascii")
        return int(status.partition("VmRSS:")[2].split()[0])

    def ask(times: int) -> None:
        with httpx.Client(base_url=server.url) as client:
            for number in range(times):
                text = f"Example support: +1 202 555 01{number % 100:02}"
                client.post("/en/check", data={"text": text})

    ask(200)
    before = kilobytes()
    ask(500)
    assert kilobytes() - before < 6_000


def test_too_many_requests_have_to_wait(fictional_registry: Path, tmp_path: Path) -> None:
    server = Running(fictional_registry, tmp_path, "--rate", "20")
    answers = [httpx.get(f"{server.url}/en/called/") for _ in range(15)]
    refused = [a for a in answers if a.status_code == 429]
    assert len(refused) >= 3
    assert int(refused[0].headers["retry-after"]) in range(1, 61)
    assert httpx.get(f"{server.url}/health").status_code == 200
    server.stop()


def test_an_update_of_the_registry_is_used_without_a_restart(tmp_path: Path) -> None:
    folder = small_registry(tmp_path / "registry", US_LINE)
    server = Running(folder, tmp_path, "--rate", "0")
    assert (status(server, US_LINE), status(server, US_OTHER)) == ("listed", "not-listed")

    small_registry(folder, US_OTHER)
    until(lambda: status(server, US_LINE) == "not-listed")
    assert status(server, US_OTHER) == "listed"

    (folder / "platforms" / "example.yaml").write_text("id: [", "utf-8")
    until(lambda: httpx.get(f"{server.url}/health").status_code == 503)
    refused = httpx.post(f"{server.url}/v1/check", json={"text": US_OTHER})
    assert (refused.status_code, refused.json()["code"]) == (503, "registry-unusable")
    assert "example.yaml" in server.log

    small_registry(folder, US_LINE)
    until(lambda: httpx.get(f"{server.url}/health").status_code == 200)
    assert status(server, US_LINE) == "listed"
    server.stop()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_request_that_has_begun_is_answered_before_the_end(
    number: signal.Signals, fictional_registry: Path, tmp_path: Path
) -> None:
    server = Running(fictional_registry, tmp_path)
    assert httpx.get(f"{server.url}/health").status_code == 200  # it has started
    body = b'{"text": "' + US_LINE.encode() + b'"}'
    with socket.create_connection(("127.0.0.1", server.port)) as raw:
        raw.sendall(head("POST", "/v1/check", len(body)) + body[:10])
        time.sleep(1)
        server.process.send_signal(number)
        time.sleep(0.5)
        raw.sendall(body[10:])
        answer = HTTPResponse(raw)
        answer.begin()
        assert answer.status == 200
        assert b'"listed"' in answer.read()
    assert server.process.wait(30) == 0


def test_a_taken_port_and_a_missing_host_name_are_said(server: Running, program: Program) -> None:
    assert program("serve", "--port", str(server.port)) == 2
    assert f"port {server.port}" in program.err
    for command in (("serve",), ("mcp", "--http")):
        for port in ("65536", "-1"):
            assert program(*command, "--port", port) == 2
            assert f"--port: {port} is not in the range" in program.err
            assert program.err.count("\n") == 1
    assert program("serve", "--host", "0.0.0.0", "--port", "0") == 2  # noqa: S104  # refused
    assert "--allow-host" in program.err


def test_hostile_requests_do_no_harm(server: Running) -> None:
    rng = random.Random(7)  # noqa: S311  # the same requests every time
    lines = server.log.count("\n")
    answers = Counter(sent(server.port, data, is_whole) for data, is_whole in hostile(rng))
    assert [code for code in answers if code and code >= 500] == []
    assert answers[None] < 250, answers  # those that send less than they say
    assert httpx.get(f"{server.url}/health").status_code == 200
    assert server.log.count("\n") == lines


@pytest.mark.parametrize("body", [b"[" * 5_000, b'{"text":' + b"[" * 5_000, b'{"a":' * 5_000])
@pytest.mark.parametrize("path", ["/v1/check", "/v1/scan"])
def test_json_that_is_nested_too_deep_is_a_bad_request(
    path: str, body: bytes, server: Running
) -> None:
    lines = server.log.count("\n")
    answer = httpx.post(f"{server.url}{path}", content=body)
    assert answer.status_code == 400
    assert "nested too deep" in answer.json()["detail"]
    assert server.log.count("\n") == lines


@pytest.mark.parametrize("path", ["/v1/check", "/en/called", "/en/nothing"])
@pytest.mark.parametrize("first", [b"", b"3\r\nabc\r\n"])
def test_a_malformed_rest_of_a_request_is_answered_once(
    path: str, first: bytes, server: Running
) -> None:
    lines = server.log.count("\n")
    start = f"POST {path} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as raw:
        raw.sendall(start.encode() + first)
        time.sleep(0.2)  # some of these are answered before they end
        with contextlib.suppress(OSError):
            raw.sendall(b"zebra\r\n")
        answer = b"".join(iter(lambda: raw.recv(65_536), b""))
    assert answer.count(b"HTTP/1.1 4") == answer.count(b"HTTP/1.1 ") == 1
    assert server.log.count("\n") == lines


def test_slow_requests_are_given_up_and_hold_up_nobody(server: Running) -> None:
    begun = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(50)]
    for raw in begun[:25]:
        raw.sendall(b"GET /en/ HTTP/1.1\r\nHost: local")
    for raw in begun[25:]:
        raw.sendall(head("POST", "/v1/check", 100) + b"{")
    assert httpx.get(f"{server.url}/en/", timeout=10).status_code == 200
    ends = [ending(raw) for raw in begun]
    assert ends[:25] == [b""] * 25  # closed
    assert all(b" 408 " in end for end in ends[25:])


def ending(raw: socket.socket) -> bytes:
    """The first line of what comes until the other side closes."""
    raw.settimeout(40)
    with raw:
        return raw.recv(65_536).partition(b"\r\n")[0]


def head(method: str, path: str, length: int, kind: str = "application/json") -> bytes:
    return (
        f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {kind}\r\n"
        f"Content-Length: {length}\r\n\r\n"
    ).encode()


def sent(port: int, data: bytes, is_whole: bool) -> int | None:
    """The status of the answer to raw bytes, None where the connection is closed without one.

    is_whole: the answer is awaited; to the others the server would wait for more.
    """
    with socket.create_connection(("127.0.0.1", port), timeout=30) as raw:
        with contextlib.suppress(OSError):
            raw.sendall(data)
            if not is_whole:
                raw.shutdown(socket.SHUT_WR)
        answer = b""
        with contextlib.suppress(OSError):
            answer = raw.recv(64)
    return int(answer.split()[1]) if answer.startswith(b"HTTP/1.1 ") else None


def hostile(rng: random.Random) -> Iterator[tuple[bytes, bool]]:
    """A thousand requests that nobody means well with, and whether each is whole."""
    paths = (
        *(
            "/../../etc/passwd",
            "/assets/../../../etc/passwd",
            "/assets/%2e%2e%2f%2e%2e%2fetc/passwd",
        ),
        *("/en/platforms/..%2f..%2fetc/", "/en/platforms/%00/", "//evil.example.net/", "/%ff%fe"),
        *("/en/report/%F0%9F%98%80/", "/assets/style.css", "/v1/platforms/%2e%2e/", "/en/" * 200),
        *("http://evil.example.net/", "/v1/authorities/%c3%28", "/.git/config", "/en/?q=%00%ff"),
    )
    kinds = ("application/json", "application/x-www-form-urlencoded", "multipart/form-data", "x")
    bodies = (
        *(b"", b"{", b"[" * 5_000, b'{"text": 1}', b'{"text": "\\ud800"}', b"\xff\xfe\x00"),
        *(b'{"text": "' + b"1" * 15_000 + b'"}', b"text=" + b"%" * 9_000, b"&" * 5_000),
        *(b'{"text": "' + b"<!--" * 4_000 + b'"}', b"text=" + b"+" * 15_000, b"answer=yes&" * 300),
        *(b'{"text": "' + b"(1 " * 4_000 + b'"}', b"text=%00%1b[2J%e2%80%ae1&platform=%00"),
    )
    for number in range(1_000):
        path, kind, body = rng.choice(paths), rng.choice(kinds), rng.choice(bodies)
        target = rng.choice(("/en/check", "/v1/check", "/v1/scan", "/en/called", "/en/platforms"))
        noise = bytes(rng.randrange(256) for _ in range(200))
        match number % 8:
            case 0:
                yield f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode(), True
            case 1:
                yield head("POST", target, len(body), kind) + body, True
            case 2:
                length = len(body) + 1_000  # and then nothing
                yield head("POST", target, length, kind) + body, False
            case 3:
                name = rng.choice(("evil.example.net", "", "[::1", "a" * 3_000, "127.0.0.1, x"))
                yield f"GET /en/ HTTP/1.1\r\nHost: {name}\r\n\r\n".encode(), True
            case 4:
                yield noise + b"\r\n\r\n", True
            case 5:
                method = "".join(rng.choices(string.ascii_uppercase, k=5))
                yield head(method, rng.choice((path, target)), 0), True
            case 6:
                is_chunk = number % 3 != 0
                chunk = b"fffffff\r\n" if is_chunk else b"zz\r\n"
                start = f"POST {target} HTTP/1.1\r\nHost: localhost\r\n".encode()
                yield start + b"Transfer-Encoding: chunked\r\n\r\n" + chunk + noise, not is_chunk
            case _:
                yield head("POST", target, 900_000_000, kind) + body, False


def until(is_so: Callable[[], bool]) -> None:
    """Wait until something is so."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        if is_so():
            return
        time.sleep(0.2)
    raise AssertionError


def test_made_up_methods_and_addresses_are_counted_together(server: Running) -> None:
    for number in range(20):
        httpx.request(f"MADEUP{number}", f"{server.url}/nowhere/{number}")
    counts = httpx.get(f"{server.url}/metrics").text
    assert "MADEUP" not in counts
    assert "nowhere" not in counts
    assert 'method="other"' in counts
