"""Fixtures that every test uses: a fixed day, an empty home, a compiled registry."""

import datetime as dt
import gc
import os
import pickle
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from filelock import FileLock
from hypothesis import settings

from hotline_check import clock as local_clock
from hotline_check.cli import run
from hotline_check.registry.folder import Registry, load
from hotline_check.registry.storage.store import (
    SEALED_NAME,
    Store,
    compile_to,
    content_key,
)
from tests.entries import REGISTRY_DAY

ENVIRONMENT = "HOTLINE_CHECK_REGISTRY"
_PROXIES = tuple(f"{name}_proxy" for name in ("http", "https", "all", "no"))
_PROXIES += tuple(name.upper() for name in _PROXIES)
_LOCALE = ("LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "FORCE_COLOR", "COLUMNS")

_homes: list[Path] = []

# A shell starts what it runs in the background with Ctrl-C ignored, and each process that a test
# starts would ignore it too.
signal.signal(signal.SIGINT, signal.default_int_handler)

# The same examples on every machine, so that a change is what turns a test red, and a quarter of
# those that `.ci/run` tries with `--hypothesis-profile=full`. New examples are searched by
# `--hypothesis-profile=search`, every week on its own.
# How long an example takes says something about the machine and nothing about the code.
settings.register_profile("same", derandomize=True, deadline=None, max_examples=25)
settings.register_profile("full", derandomize=True, deadline=None)
settings.register_profile("search", print_blob=True, deadline=None)
settings.load_profile("same")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Collect no garbage while tests are collected: it takes a sixth of the time and finds none."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Of a test marked `few`, the cases beyond so many are slow ones."""
    cases: dict[str, list[pytest.Item]] = {}
    for item in items:
        if item.get_closest_marker("few") and not item.get_closest_marker("slow"):
            cases.setdefault(item.nodeid.partition("[")[0], []).append(item)
    for same in cases.values():
        marker = same[0].get_closest_marker("few")
        count = min(marker.args[0], len(same)) if marker else 0
        kept = {place * len(same) // count for place in range(count)}
        for place, item in enumerate(same):
            if place not in kept:
                item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session", autouse=True)
def no_sync() -> None:
    """No test cuts the power, and 6,000 calls that wait for the disk take half a minute."""
    os.fsync = lambda fd: None  # noqa: ARG005  # the name that callers may use
    os.sync = lambda: None


@pytest.fixture(autouse=True)
def empty_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every test starts as on a new machine: nothing cached, nothing configured, English.

    Tests that leave nothing in their home share it. Without `monkeypatch`, which would take longer
    than most tests do.
    """
    home = _homes[-1] if _homes else None
    if home is None or not home.is_dir() or any(home.iterdir()):
        home = tmp_path_factory.mktemp("home")
        _homes.append(home)
    for name in (*_LOCALE, *_PROXIES, ENVIRONMENT):
        os.environ.pop(name, None)
    os.environ["HOME"] = str(home)
    os.environ["LANG"] = "C"
    for kind in ("cache", "config", "data", "state"):
        os.environ[f"XDG_{kind.upper()}_HOME"] = f"{home}/{kind}"
    return home


@pytest.fixture(scope="session")
def registry_folder() -> Path:
    """The registry of this checkout, as YAML."""
    return Path(__file__).parent.parent / "registry"


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all processes of this run share; what it holds is made under its lock."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def bundled(registry_folder: Path, shared: Path) -> Registry:
    """The registry of this checkout, as models; its files are read by one process only."""
    made = shared / "bundled.pickle"
    with FileLock(shared / "bundled.lock"):
        if not made.exists():
            entries, problems = load(registry_folder, REGISTRY_DAY)
            assert not problems
            made.write_bytes(pickle.dumps(entries))
    entries = pickle.loads(made.read_bytes())  # noqa: S301  # written above
    assert isinstance(entries, Registry)
    return entries


@pytest.fixture(scope="session")
def sealed_folder(registry_folder: Path, shared: Path) -> Path:
    """A copy of the registry with its snapshot, as an installed package carries it."""
    folder = shared / "installed" / "registry"
    with FileLock(shared / "installed.lock"):
        if not (folder / SEALED_NAME).exists():
            shutil.copytree(registry_folder, folder, dirs_exist_ok=True)
            compile_to(folder, folder / SEALED_NAME, content_key(folder), REGISTRY_DAY)
    return folder


@pytest.fixture(scope="session")
def bundled_store(sealed_folder: Path) -> Iterator[Store]:
    """The bundled registry, ready to be asked."""
    store = Store(sealed_folder, "bundled", today=REGISTRY_DAY)
    yield store
    store.close()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> "Clock":
    """The day that commands take for today; REGISTRY_DAY until a test sets another."""
    return Clock(monkeypatch)


class Clock:
    """Replaces the machine's clock where commands read it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        self.set(REGISTRY_DAY)

    def set(self, day: dt.date) -> None:
        """Make commands believe that it is noon of this day."""
        noon = dt.datetime.combine(day, dt.time(12), tzinfo=dt.UTC)

        class Stopped(dt.datetime):
            @classmethod
            def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:  # type: ignore[override]  # the real one returns Self
                return noon if tz is None else noon.astimezone(tz)

        self._monkeypatch.setattr(local_clock, "dt", SimpleNamespace(UTC=dt.UTC, datetime=Stopped))


class Program:
    """Runs `hotline-check` in this process and keeps what it printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys = capsys
        self._monkeypatch = monkeypatch
        self.out = ""
        self.err = ""

    def __call__(self, *arguments: str) -> int:
        """The exit code of one run; `out` and `err` hold its output."""
        self._monkeypatch.setattr("sys.argv", ["hotline-check", *arguments])
        self._capsys.readouterr()
        try:
            code = run(arguments)
        except SystemExit as stop:
            code = int(stop.code or 0)
        finally:
            gc.enable()  # the program switches it off for its short life
        self.out, self.err = self._capsys.readouterr()
        return code


@pytest.fixture
def sealed(sealed_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bundled registry, compiled once for all tests, is the one that is asked."""
    monkeypatch.setenv(ENVIRONMENT, str(sealed_folder))


@pytest.fixture
def program(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    sealed: None,  # noqa: ARG001  # the registry that commands ask
    clock: Clock,  # noqa: ARG001  # commands run on REGISTRY_DAY
) -> Program:
    """The program on the bundled registry."""
    return Program(capsys, monkeypatch)
