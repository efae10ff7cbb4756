"""A real server on this machine, with a small registry of fictional platforms."""

import datetime as dt
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hotline_check.clock import local
from tests.entries import (
    GB_LINE,
    US_LINE,
    US_OTHER,
    Entry,
    authority,
    channel,
    phone,
    platform,
    reported,
    says,
    sighting,
    write,
)


class Running:
    """A server in a process of its own. stderr: the file that holds what it wrote there."""

    def __init__(self, registry: Path, home: Path, *options: str) -> None:
        self.registry = registry
        self.home = home
        self.stderr = home / "stderr.txt"
        environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("LC_", "XDG_"))},
            "HOTLINE_CHECK_REGISTRY": str(registry),
            "HOME": str(home),
            "TMPDIR": str(home),
            "LANG": "C.UTF-8",
        }
        with self.stderr.open("wb") as stderr:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "hotline_check", "serve", "--port", "0", *options],
                stdin=subprocess.DEVNULL,
                stdout=stderr,
                stderr=stderr,
                env=environment,
            )
        self.url = self._url()

    def _url(self) -> str:
        end = time.monotonic() + 60
        while time.monotonic() < end:
            if found := re.search(r"http://\S+(?=/ )", self.log):
                return found[0]
            assert self.process.poll() is None, self.log
            time.sleep(0.05)
        raise AssertionError(self.log)

    @property
    def log(self) -> str:
        """What it wrote."""
        return self.stderr.read_text("utf-8")

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.url.rpartition(":")[2])

    def stop(self) -> int:
        """Ask it to stop, and wait until it has."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(30)


def entries(day: dt.date) -> list[Entry]:
    """Platforms with fresh evidence: with phone lines, without any, with a line that is old."""
    fresh = [sighting(seen=day)]
    line = phone(
        US_LINE, sightings=fresh, topics=["security"], hours="24/7", timezone="America/New_York"
    )
    mail = channel("email", "help@example.com", sightings=fresh)
    page = channel("form", "https://example.com/contact", sightings=fresh)
    account = channel("x", "@ExampleHelp", sightings=fresh)
    long_ago = sighting("https://other.com/contact", seen=dt.date(2024, 1, 1))
    silent = says("none", url="https://silent.com/contact", seen=day)
    return [
        platform(
            channels=[line, mail, page, account],
            never_asks=["password", "seed-phrase"],
            never_asks_source=sighting(seen=day),
            report_to={"kind": "email", "value": "fraud@example.com", "sightings": fresh},
            **says("published", seen=day),
        ),
        platform("other", channels=[phone(GB_LINE, sightings=[long_ago])]),
        platform("silent", **silent),
    ]


@pytest.fixture(scope="session")
def fictional_registry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The registry that the server of this run asks."""
    day = local().date()
    press = sighting("https://news.example.org/a", source_kind="press")
    bodies = {
        "country": "GB",
        "authorities": [
            authority(phone="+441134960999", hours="Mo-Fr 09:00-17:00", timezone="Europe/London"),
            authority(name="Example Paper", sightings=[press]),
        ],
    }
    return write(
        tmp_path_factory.mktemp("fictional"),
        *entries(day),
        reports=[reported("example", US_OTHER)],
        authorities=[bodies],
    )


@pytest.fixture(scope="session")
def server(fictional_registry: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server without a limit of requests, for all tests that don't change it."""
    running = Running(fictional_registry, tmp_path_factory.mktemp("server"), "--rate", "0")
    yield running
    running.stop()
