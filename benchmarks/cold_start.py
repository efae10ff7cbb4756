"""How long `hotline-check check` takes as a whole process, beside `python -c "import typer"`.

Run with the interpreter of an environment that has the wheel installed:

    python benchmarks/cold_start.py [--rounds 31]

Prints medians and the ratios that matter: a number piped (at most 1.6), a line of text (2.6), an
address (4), on a terminal with rich (2.2), and with a registry 100 times as large (at most 1.1 of
the bundled one). The kinds of run take turns, so that a busy machine slows all of them alike; the
processor time is the least of all rounds, on which other programs have little influence.
"""

import argparse
import datetime as dt
import itertools
import os
import pty
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from hotline_check.registry.folder import load
from hotline_check.registry.storage.build import build
from hotline_check.registry.storage.store import SEALED_NAME, bundled

PROGRAM = [str(Path(sys.executable).parent / "hotline-check")]
CHECK = [*PROGRAM, "check", "+1 (888) 908-7930", "-p", "coinbase"]
LINE = [*PROGRAM, "check", "Coinbase support: call +1 888 908 7930 now"]
URL = [*PROGRAM, "check", "https://help.coinbase.com/en"]
HOST = [*PROGRAM, "check", "coinbase-help.com"]


def piped(command: list[str], **environ: str) -> float:
    """Seconds that a command takes with its output in a pipe."""
    start = time.perf_counter()
    subprocess.run(command, env={**os.environ, **environ}, stdout=subprocess.PIPE, check=False)
    return time.perf_counter() - start


def on_terminal(command: list[str]) -> float:
    """Seconds that a command takes with a terminal for its output."""
    master, slave = pty.openpty()
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=slave, stdin=subprocess.DEVNULL) as process:
        os.close(slave)
        while True:
            try:
                if not os.read(master, 65536):
                    break
            except OSError:  # the terminal closes with the process
                break
        process.wait()
    took = time.perf_counter() - start
    os.close(master)
    return took


def processor_time() -> float:
    """Seconds of processor time that processes started here have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def enlarge(folder: Path, target: Path, times: int) -> None:
    """Write a sealed registry that holds every entry `times` times, with other ids and numbers."""
    entries, _ = load(folder, dt.date.max)
    platforms, files = list(entries.platforms), dict(entries.files)
    other = itertools.count(2_000_000_000)
    for n in range(1, times):
        for platform in entries.platforms:
            name = f"{platform.id}-{n}"
            channels = tuple(
                msgspec.structs.replace(c, value=f"+1{next(other)}") for c in platform.channels
            )
            copy = msgspec.structs.replace(
                platform, id=name, name=f"{platform.name} {n}", aliases=(), channels=channels
            )
            platforms.append(msgspec.structs.replace(copy, domains=()))
            files[f"platforms/{name}.yaml"] = entries.files[f"platforms/{platform.id}.yaml"]
    for name, text in files.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
    build(
        target / SEALED_NAME,
        key="large",
        date=str(entries.date),
        platforms=platforms,
        reported=entries.reported,
        authorities=entries.authorities,
        files=files,
    ).close()


def main() -> None:
    """Time the kinds of run in turns and print them side by side."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=31)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        large, same = Path(folder, "large"), Path(folder, "same")
        enlarge(bundled(), large, 100)
        enlarge(bundled(), same, 1)
        runs: dict[str, Callable[[], float]] = {
            "python -c pass": lambda: piped([sys.executable, "-c", "pass"]),
            "import typer": lambda: piped([sys.executable, "-c", "import typer"]),
            "check, piped": lambda: piped(CHECK),
            "a line of text": lambda: piped(LINE),
            "a listed page": lambda: piped(URL),
            "a false host": lambda: piped(HOST),
            "check, terminal": lambda: on_terminal(CHECK),
            "check, folder x1": lambda: piped(CHECK, HOTLINE_CHECK_REGISTRY=str(same)),
            "check, folder x100": lambda: piped(CHECK, HOTLINE_CHECK_REGISTRY=str(large)),
        }
        times: dict[str, list[float]] = {name: [] for name in runs}
        busy: dict[str, list[float]] = {name: [] for name in runs}
        for _ in range(rounds):
            for name, run in runs.items():
                before = processor_time()
                times[name].append(run())
                busy[name].append(processor_time() - before)
    median = {name: statistics.median(values) for name, values in times.items()}
    least = {name: min(values) for name, values in busy.items()}
    print(f"{'':20} {'median':>10} {'x typer':>8} {'processor':>10} {'x typer':>8}")
    for name, seconds in median.items():
        print(
            f"{name:20} {seconds * 1000:7.1f} ms {seconds / median['import typer']:8.2f}"
            f" {least[name] * 1000:7.1f} ms {least[name] / least['import typer']:8.2f}"
        )
    ratio = median["check, folder x100"] / median["check, folder x1"]
    print(f"100 times as large: {ratio:.3f} of the cost")


if __name__ == "__main__":
    main()
