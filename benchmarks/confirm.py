"""Confirm 1,000 pages of 200 hosts, each answered after 50 ms, and say how long it takes.

Run `python -m benchmarks.confirm [PAGES [HOSTS]]` in a checkout.
The server runs in a process of its own and counts how many requests each host has at once. What
"sequential" means is measured, not computed: a tenth of the pages one after the other, without
pauses, times ten. The concurrent run keeps its usual manners. Exits with 1 when it takes more
than a tenth of the sequential time or any host ever had two requests at once.
"""

import datetime as dt
import multiprocessing
import sys
import tempfile
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path
from typing import ClassVar

from hotline_check.registry.folder import Registry
from hotline_check.registry.models import Channel, Platform, Sighting
from hotline_check.upkeep.confirm.journal import Memory
from hotline_check.upkeep.confirm.politeness import Manners
from hotline_check.upkeep.confirm.run import Tools, confirm
from hotline_check.upkeep.web.fetch import Fetcher

DELAY = 0.05
NOW = dt.datetime(2031, 5, 6, 12, tzinfo=dt.UTC)
FILLER = "<p>How to reach us when something went wrong with your account or a payment.</p>" * 60


class Handler(BaseHTTPRequestHandler):
    """Answers every page with its own phone number after the delay."""

    at_once: ClassVar[Counter[str]] = Counter()
    most: ClassVar[Counter[str]] = Counter()
    lock = threading.Lock()
    served = 0

    def do_GET(self) -> None:
        """Serve robots.txt or a page."""
        host = self.headers["Host"]
        with self.lock:
            self.at_once[host] += 1
            self.most[host] = max(self.most[host], self.at_once[host])
            type(self).served += 1
        time.sleep(DELAY)
        page = self.path != "/robots.txt"
        number = phone(int(self.path[1:])) if page else ""
        body = f"<h1>Contact</h1><p>Ring {number} now.</p>{FILLER}".encode()
        with self.lock:
            self.at_once[host] -= 1
        self.send_response(200 if page else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Stay silent."""


class Server(ThreadingHTTPServer):
    """A server that accepts many hosts' connections at once."""

    daemon_threads = True
    request_queue_size = 512


def serve(pipe: Connection) -> None:
    """Run the server until asked for its counts."""
    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    pipe.send(server.server_address[1])
    while pipe.recv():
        pipe.send((max(Handler.most.values(), default=0), Handler.served))


def phone(page: int) -> str:
    """The number of a page: 555-01xx under an area code of its own."""
    return f"+1{201 + page // 100}55501{page % 100:02}"


def registry_of(pages: int, hosts: int) -> Registry:
    """One platform for each host, with its pages dealt out evenly."""
    platforms = []
    for host in range(hosts):
        channels = []
        for page in range(host, pages, hosts):
            seen = Sighting(
                url=f"http://host{host}.com/{page}",
                seen=dt.date(2026, 11, 22),
                how="stored-copy",
                source_kind="operator",
            )
            channels.append(Channel(kind="phone", value=phone(page), sightings=(seen,)))
        platforms.append(
            Platform(
                id=f"p{host}",
                name=f"P{host}",
                kind="exchange",
                status="active",
                phone_policy="published",
                domains=(f"host{host}.com",),
                channels=tuple(channels),
            )
        )
    return Registry(platforms=tuple(platforms), reported=(), authorities=(), files={})


def run(pages: int, hosts: int, port: int, manners: Manners) -> float:
    """Seconds that one confirm run takes; every number must be found."""
    tools = Tools(
        fetcher=lambda hold: Fetcher(hold=hold, resolve=lambda *_: ("127.0.0.1", port)),
        proofs=False,
        manners=manners,
    )
    registry = registry_of(pages, hosts)
    with tempfile.TemporaryDirectory() as folder, Memory(Path(folder) / "state.jsonl") as memory:
        start = time.perf_counter()
        report = confirm(registry, memory, lambda: NOW, tools=tools)
        memory.finish()
        taken = time.perf_counter() - start
    if len(report.confirmed) != pages:  # a run that stopped early has no speed
        sys.exit(f"{len(report.confirmed)} of {pages} pages confirmed: {report.unreadable[:3]}")
    return taken


def main() -> int:
    """Run both ways and compare."""
    pages, hosts = (int(a) for a in [*sys.argv[1:], *("1000", "200")[len(sys.argv) - 1 :]])
    pipe, theirs = multiprocessing.Pipe()
    server = multiprocessing.Process(target=serve, args=(theirs,), daemon=True)
    server.start()
    port = pipe.recv()
    run(2, 2, port, Manners(pause=0))  # loads the numbering plan
    tenth = run(pages // 10, hosts // 10, port, Manners(pause=0, workers=1))
    taken = run(pages, hosts, port, Manners())
    pipe.send(True)
    most, served = pipe.recv()
    share = taken / (tenth * 10)
    print(f"sequential: {tenth * 10:6.1f} s  ({pages} pages, {hosts} hosts, one after the other)")
    print(f"confirm:    {taken:6.1f} s  = {share:.3f} of it")
    print(f"most requests at once to one host: {most}  ({served} requests in all)")
    return int(share > 0.1 or most > 1)


if __name__ == "__main__":
    sys.exit(main())
