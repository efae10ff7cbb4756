"""What a contact costs a scan with made registries of 250, 2,500 and 25,000 platforms.

    python benchmarks/large_registry.py

In processor time, once what a long scan holds in memory is there, and with loading it.
"""

import datetime as dt
import io
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

from hotline_check.checking import Checker
from hotline_check.registry.folder import load
from hotline_check.registry.models import Platform
from hotline_check.registry.storage.build import build
from hotline_check.registry.storage.frozen import FrozenStore
from hotline_check.registry.storage.store import bundled
from hotline_check.scanning.scanner import Hit, Scanner

TODAY = dt.date(2026, 11, 30)


def made_registry(folder: Path, size: int) -> Path:
    """A snapshot with so many platforms of made names, domains and numbers."""
    entries, _ = load(bundled(), dt.date.max)
    chance = random.Random(size)
    made: dict[str, Platform] = {}
    while len(made) < size:
        like = chance.choice(entries.platforms)
        name = "".join(chance.choices(("ba", "kri", "to", "xen", "lum", "vor", "qui", "da"), k=5))
        channels = tuple(
            msgspec.structs.replace(c, value=f"+1{chance.randrange(2_01_000_0000, 9_89_999_9999)}")
            for c in like.channels
        )
        made[name] = msgspec.structs.replace(
            like,
            id=name,
            name=name.capitalize(),
            aliases=(),
            channels=channels,
            domains=(f"{name}.com",),
        )
    path = folder / f"{size}.sqlite"
    build(
        path,
        key=str(size),
        date=str(entries.date),
        platforms=made.values(),
        reported=(),
        authorities=entries.authorities,
        files={},
    ).close()
    return path


def rows() -> Iterator[str]:
    """Contacts that come for the first time, half of them numbers and half hosts."""
    chance = random.Random(5)

    def line() -> str:
        number = chance.randrange(2_01_000_0000, 9_89_999_9999)
        host = "".join(chance.choices("abdeiklmnoprstuv", k=11))
        return f"call +1{number} or see https://{host}.com/ for more\n\n"

    first, rest = ("".join(line() for _ in range(count)) for count in (2_000, 4_000))
    for size in (250, 2_500, 25_000):
        with tempfile.TemporaryDirectory() as folder:
            store = FrozenStore(made_registry(Path(folder), size), "made", today=TODAY)
            scanner = Scanner(Checker(store, today=TODAY))
            times = []
            for text in (first, rest):
                start = time.process_time()
                results = scanner.scan_stream(io.BytesIO(text.encode()), "x.txt")
                count = sum(isinstance(result, Hit) for result in results)
                times.append((time.process_time() - start) / count * 1e6)
            store.close()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        yield (
            f"{size:6} platforms: {times[1]:6.0f} µs a contact ({times[0]:6.0f} µs for the first "
            f"4,000, with loading), peak {peak:.0f} MB"
        )


if __name__ == "__main__":
    for row in rows():
        print(row, flush=True)
