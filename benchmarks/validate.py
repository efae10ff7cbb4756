"""How long `hotline-check registry validate` takes over a generated registry of 1,000 entries.

    python benchmarks/validate.py [--entries 1000] [--rounds 5]

Prints the median of whole processes and fails when it is 3 s or more on this machine.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

from hotline_check.registry.storage.store import bundled

_MOST_SECONDS = 3.0


def generate(target: Path, entries: int) -> None:
    """Write a registry of so many platforms: the bundled ones under other names and numbers."""
    folder = target / "platforms"
    folder.mkdir(parents=True)
    files = sorted((bundled() / "platforms").glob("*.yaml"))
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    originals = [yaml.load(f.read_bytes(), Loader=loader) for f in files]  # noqa: S506  # safe ones
    line = 0
    for n in range(entries):
        entry = dict(originals[n % len(originals)])
        entry |= {"id": f"{entry['id']}-{n}", "name": f"{entry['name']} {n}"}
        entry.pop("aliases", None)
        channels = []
        for i, channel in enumerate(entry["channels"]):
            copy = {key: value for key, value in channel.items() if key != "shared_with"}
            if copy["kind"] == "phone":
                line += 1
                copy["regions"] = ["US"]
                copy["value"] = f"+1{212 + line // 10_000}555{line % 10_000:04}"
            elif copy["kind"] == "email":
                copy["value"] = f"help{n}-{i}@example.com"
            channels.append(copy)
        entry["channels"] = channels
        entry.pop("withheld", None)
        text = yaml.safe_dump(entry, allow_unicode=True, sort_keys=False)
        (folder / f"{entry['id']}.yaml").write_text(text, encoding="utf-8")


def seconds(folder: Path) -> float:
    """How long one validation takes, start of the interpreter included."""
    command = [sys.executable, "-m", "hotline_check", "registry", "validate", str(folder)]
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> int:
    """Generate, time, print; 1 when it is too slow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        generate(Path(folder), options.entries)
        size = sum(f.stat().st_size for f in Path(folder).rglob("*.yaml"))
        median = statistics.median(seconds(Path(folder)) for _ in range(options.rounds))
    print(f"{options.entries} entries, {size / 1e6:.1f} MB: {median:.2f} s")
    return int(median >= _MOST_SECONDS)


if __name__ == "__main__":
    sys.exit(main())
