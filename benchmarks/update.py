"""How long an update takes, what memory it needs and what it moves, for a registry of any size.

Run `python -m benchmarks.update [ENTRIES]` in a checkout. The registry is made up: platforms with
fictional numbers on domains that nobody owns. A real HTTP server on loopback serves it, and every
update runs in a process of its own.
"""

import datetime as dt
import functools
import http.server
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from securesystemslib.signer import CryptoSigner, Key

from hotline_check.registry.storage.installed import Places
from hotline_check.upkeep.signed import trust
from hotline_check.upkeep.signed.publishing import keys
from hotline_check.upkeep.signed.publishing.publish import publish
from hotline_check.upkeep.signed.publishing.repository import Lifetimes, Role

NOW = dt.datetime.now(dt.UTC)
ENTRY = """\
id: bench-{n:05}
name: Bench {n:05}
aliases: [Bench Exchange {n:05}, Bench Wallet {n:05}]
kind: exchange
status: active
country: US
domains: [bench-{n:05}.com]
coverage: partial
phone_policy: published
phone_policy_basis: stated
phone_policy_source:
  url: https://help.bench-{n:05}.com/how-to-call-us
  seen: 2026-11-22
  how: stored-copy
  source_kind: operator
channels:
- kind: phone
  value: "+1{area}555{line:04}"
  regions: [US]
  topics: [lock-account, security]
  hours: Mo-Fr 09:00-17:00
  timezone: America/New_York
  languages: [en]
  sightings:
  - url: https://help.bench-{n:05}.com/contact
    seen: 2026-11-22
    how: stored-copy
    source_kind: operator
    as_printed: "+1 ({area}) 555-{line:04}"
- kind: email
  value: support@bench-{n:05}.com
  sightings:
  - url: https://help.bench-{n:05}.com/contact
    seen: 2026-11-22
    how: stored-copy
    source_kind: operator
- kind: help-center
  value: https://help.bench-{n:05}.com/
  sightings:
  - url: https://help.bench-{n:05}.com/
    seen: 2026-11-22
    how: stored-copy
    source_kind: operator
never_asks: [password, 2fa-code, seed-phrase]
never_asks_source:
  url: https://help.bench-{n:05}.com/security
  seen: 2026-11-22
  how: stored-copy
  source_kind: operator
note:
  en: The help page asks for the account's e-mail address first; a person answers within a day.
"""
AREAS = (201, 202, 203, 205, 206, 207, 208, 209, 210, 212, 213, 214, 215, 216, 217, 218)
CHILD = """
import datetime as dt, gc, sys, time
from pathlib import Path
from hotline_check.registry.storage.installed import Places
from hotline_check.upkeep.signed.update import update
gc.disable()  # as the command line does
started = time.perf_counter()
places = Places(config=Path(sys.argv[1]), data=Path(sys.argv[2]))
(done,) = update(places, dt.datetime.now(dt.UTC))
took = time.perf_counter() - started
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in line)
print(f"{done.status} {took:.2f} s, {int(peak.split()[1]) / 1000:.0f} MB, moved {done.received}")
"""


def write(registry: Path, n: int, shift: int = 0) -> None:
    """One made-up platform; `shift` changes its number."""
    area, line = AREAS[n // 1000], n % 1000 + 1000 * (1 + shift)
    path = registry / "platforms" / f"bench-{n:05}.yaml"
    path.write_text(ENTRY.format(n=n, area=area, line=line))


def main(entries: int) -> None:
    """Publish, then update from nothing, unchanged, and with 20 entries changed."""
    base = Path(tempfile.mkdtemp())
    registry, repo = base / "registry", base / "repo"
    (registry / "platforms").mkdir(parents=True)
    for n in range(entries):
        write(registry, n)
    alice, bob, snap, stamp = (CryptoSigner.generate_ed25519() for _ in range(4))
    pair: list[Key] = [alice.public_key, bob.public_key]
    roles: dict[Role, list[Key]] = {
        "root": pair,
        "targets": pair,
        "snapshot": [snap.public_key],
        "timestamp": [stamp.public_key],
    }
    keys.start(repo, roles, NOW, Lifetimes())
    keys.sign(repo, [alice, bob])

    def release() -> None:
        started = time.perf_counter()
        publish(repo, [alice, bob, snap, stamp], NOW, registry=registry)
        print(f"publish            {time.perf_counter() - started:.2f} s")

    release()
    handler = functools.partial(Quiet, directory=str(repo))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    places = Places(config=base / "config", data=base / "data")
    url = f"http://127.0.0.1:{server.server_port}/"
    trust.trust(places, repo / "metadata" / "1.root.json", url, "bench")
    command = [sys.executable, "-c", CHILD, str(places.config), str(places.data)]
    for name in ("first update", "unchanged", "20 changed"):
        if name == "20 changed":
            for n in range(20):
                write(registry, n, shift=1)
            release()
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        print(f"{name:18} {done.stdout.strip()} bytes")
    server.shutdown()


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A file server that says nothing."""

    def log_message(self, *_: object) -> None:
        """Keep the figures readable."""


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
