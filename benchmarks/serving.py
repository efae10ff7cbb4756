"""Load on the page and the HTTP API: a closed loop of clients against a real server.

    python benchmarks/serving.py                      100 requests a second for 60 seconds
    python benchmarks/serving.py --requests 100000    as fast as possible: is the memory flat?

Each client sends its next request when the answer to the last has come, at the time that the rate
gives it or later. Times are from the moment a request was due, so that a slow answer also counts
for those that it held up. Needs the extra `serve` and Linux; the server and the clients share the
machine.
"""

import argparse
import asyncio
import itertools
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from urllib.parse import urlencode

CLIENTS = 8
TEXTS = (
    "+1 888 908 7930",
    "1-888-908-7931",
    "+44 7700 900123",
    "https://coinbase-support.help/login",
    "help@kraken.com",
    "Your Coinbase account is locked. Call +1 (202) 555-0143 now.",
    "Kraken Support +1 202 555 0101, or t.me/kraken_help_desk",
    "binance.com",
)


def requests() -> list[bytes]:
    """Requests as a mix of people and programs sends them: most of them checks."""
    made = [
        request("POST", "/en/check", urlencode({"text": text, "platform": name}))
        for text in TEXTS
        for name in ("", "Coinbase")
    ]
    made += [
        request("POST", "/v1/check", json.dumps({"text": text}), "application/json")
        for text in TEXTS
    ]
    made += [request("GET", path) for path in ("/en/", "/zh-Hans/platforms/coinbase/")]
    return made


def request(
    method: str, path: str, body: str = "", kind: str = "application/x-www-form-urlencoded"
) -> bytes:
    """One request as bytes."""
    head = f"{method} {path} HTTP/1.1\r\nHost: localhost\r\n"
    if body:
        head += f"Content-Type: {kind}\r\nContent-Length: {len(body.encode())}\r\n"
    return f"{head}\r\n{body}".encode()


async def client(
    port: int, work: "itertools.count[int]", most: int, rate: float, seen: list[float]
) -> Counter[int]:
    """Send requests until enough were sent; the answers' status codes."""
    made, statuses = requests(), Counter[int]()
    rng = random.Random(port + len(seen))
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    start = time.perf_counter()
    for number in work:
        if number >= most:
            break
        due = start + number / rate if rate else time.perf_counter()
        await asyncio.sleep(max(due - time.perf_counter(), 0))
        writer.write(rng.choice(made))
        head = await reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", head)
        await reader.readexactly(int(length[1]) if length else 0)
        seen.append(time.perf_counter() - due)
        statuses[int(head[9:12])] += 1
    writer.close()
    return statuses


def processor_seconds(process: int) -> float:
    """Time that a process has had of the processors."""
    fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(process: int) -> float:
    """Resident memory of a process in MB."""
    status = Path(f"/proc/{process}/status").read_text("ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


async def load(port: int, process: int, most: int, rate: float) -> None:
    """Send the requests and print what was measured."""
    seen: list[float] = []
    work = itertools.count()
    clients = [asyncio.create_task(client(port, work, most, rate, seen)) for _ in range(CLIENTS)]
    start, used = time.perf_counter(), processor_seconds(process)
    step = max(most // 10, 1)
    while any(not task.done() for task in clients):
        await asyncio.sleep(0.5)
        if len(seen) >= step:
            print(f"{len(seen):>8} requests  {memory(process):6.1f} MB", flush=True)
            step += max(most // 10, 1)
    statuses = sum((task.result() for task in clients), Counter[int]())
    seconds = time.perf_counter() - start
    ordered = sorted(seen)
    used = processor_seconds(process) - used
    print(f"{len(seen)} requests in {seconds:.1f} s ({len(seen) / seconds:.0f} a second)")
    print(f"  server: {used / len(seen) * 1000:.1f} ms of a processor a request, ", end="")
    print(f"{used / seconds:.0%} of one, {memory(process):.1f} MB; load {os.getloadavg()[0]:.1f}")
    for share in (0.5, 0.9, 0.99, 0.999):
        at = ordered[min(int(len(ordered) * share), len(ordered) - 1)]
        print(f"  {share:>6.1%}  {at * 1000:7.1f} ms")
    print("status codes:", dict(statuses))


def main() -> None:
    """Start a server, warm it up, send the load, stop it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rate", type=float, default=100, help="requests a second; 0: any")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--requests", type=int, default=0, help="this many, as fast as possible")
    chosen = parser.parse_args()
    rate = 0 if chosen.requests else chosen.rate
    most = chosen.requests or int(chosen.rate * chosen.seconds)
    command = [sys.executable, "-m", "hotline_check", "serve", "--port", "0", "--rate", "0"]
    with tempfile.TemporaryFile("w+") as log:
        server = subprocess.Popen(command, stderr=log)
        try:
            port = 0
            while not port:
                time.sleep(0.1)
                log.seek(0)
                found = re.search(r"http://[^/]*:(\d+)/", log.read())
                port = int(found[1]) if found else 0
            asyncio.run(load(port, server.pid, 200, 0))
            print("-- warm")
            asyncio.run(load(port, server.pid, most, rate))
        finally:
            server.send_signal(signal.SIGTERM)
            print("exit code", server.wait(30))


if __name__ == "__main__":
    main()
