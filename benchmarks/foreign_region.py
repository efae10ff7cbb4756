"""Numbers in sentences about phoning, read with another country than their own: none is silent.

    python benchmarks/foreign_region.py [--regions US IN DE] [--frame "Call {0} now"] [FILE ...]

FILE: YAML rows with `rendering` and `number`, as in tests/reading/data/renderings.yaml (the
default). Each rendering is put into sentences and scanned with every region that is not its own.
What is found there is `right`, `another` number, `doubtful` (ambiguous or unreadable), `part` (some
of its digits are only noted as not read), or `silent`. Silent ones are printed, each once.
"""

import argparse
import datetime as dt
import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import phonenumbers
import yaml

from hotline_check.checking import Checker
from hotline_check.documents import Skipped
from hotline_check.registry.folder import load
from hotline_check.registry.storage.store import Store, bundled
from hotline_check.scanning.scanner import Scanner

ROWS: Final = Path(__file__).parent.parent / "tests/reading/data/renderings.yaml"
FRAMES: Final = (
    "Contact support at {0} for help",
    "Call {0} now",
    "Coinbase helpline: {0}",
    "☎ {0}",
    "客服电话 {0}",
    "Llame al {0}",
)


def outcome(scanner: Scanner, text: str, value: str) -> str:
    """What a scan makes of the number in a text."""
    results = list(scanner.scan_stream(io.BytesIO(text.encode("utf-8", "replace")), "a.txt"))
    verdicts = [each.verdict for each in results if not isinstance(each, Skipped)]
    read = {reading.value for verdict in verdicts for reading in verdict.readings}
    if value in read:
        return "right"
    if read:
        return "another"
    if verdicts:
        return "doubtful"
    return "part" if results else "silent"


def rows(paths: list[Path]) -> Iterator[dict[str, Any]]:
    """The rows that stand for a whole number."""
    for path in paths:
        yield from (row for row in yaml.safe_load(path.read_text("utf-8")) if row["number"])


def main() -> None:
    """Print the counts of each region and the renderings that are passed over."""
    parser = argparse.ArgumentParser(description="Count numbers that a foreign region hides.")
    parser.add_argument("files", nargs="*", type=Path, default=[ROWS], metavar="FILE")
    parser.add_argument("--regions", nargs="+", default=["US", "IN", "DE"], metavar="CODE")
    parser.add_argument("--frame", action="append", metavar="TEXT", help="with {0} for the number")
    args = parser.parse_args()
    registry, _ = load(bundled(), dt.date.max)
    today = registry.date or dt.date.max
    store = Store(bundled(), "bundled", today=today)
    for region in args.regions:
        scanner = Scanner(Checker(store, today=today, region=region))
        counts, silent = Counter[str](), dict[str, list[str]]()
        for row in rows(args.files):
            own = phonenumbers.region_code_for_number(phonenumbers.parse(row["number"]))
            if own == region:
                continue
            for frame in args.frame or FRAMES:
                found = outcome(scanner, frame.format(row["rendering"]), row["number"])
                counts[found] += 1
                if found == "silent":
                    silent.setdefault(row["rendering"], []).append(frame)
        print(region, *(f"{count:,} {name}" for name, count in counts.most_common()), sep="  ")
        for rendering, frames in silent.items():
            print(f"  silent in {len(frames)}: {rendering!r} ({frames[0]})")
    store.close()


if __name__ == "__main__":
    main()
