"""Write every find and verdict of a fixed corpus as JSON lines, to compare two versions.

    python benchmarks/golden.py --output before.jsonl [--sample 20]
    ... change the code ...
    python benchmarks/golden.py --output after.jsonl [--sample 20]
    diff before.jsonl after.jsonl

The corpus is that of `golden_corpus.py`, and the day is the registry's own, so that the same code
writes the same lines on any machine. Each line has the input and the whole result; what a long
input is can be seen by its beginning and its digest.
"""

import argparse
import datetime as dt
import hashlib
import io
import json
from collections import Counter
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, Final

import msgspec
from golden_corpus import HINTS, Case, corpora

from hotline_check.checking import Checker
from hotline_check.documents import Skipped
from hotline_check.errors import HotlineError
from hotline_check.reading import find, read
from hotline_check.registry.folder import load
from hotline_check.registry.storage.store import Store, bundled
from hotline_check.scanning.scanner import Result, Scanner
from hotline_check.verdict.models import Verdict

LONGEST_SHOWN: Final = 400
"""Characters of an input that are written; of a longer one its beginning and digest are."""


class Answers:
    """What the program says of each case, with one registry on one day."""

    def __init__(self, store: Store, today: dt.date) -> None:
        self._store = store
        self._today = today
        self._scanner = cache(lambda *said: Scanner(self._checker(*said)))
        self._checker = cache(self._new_checker)

    def _new_checker(self, claim: str | None, region: str | None, locale: str | None) -> Checker:
        return Checker(
            self._store, today=self._today, claim=claim, region=region, locale_region=locale
        )

    def __call__(self, case: Case) -> list[Any]:
        """The result of a case, as what JSON can say."""
        said = case.claim, case.region, case.locale
        try:
            if case.how == "find":
                return list(find(case.text, HINTS[case.hints or "none"]))
            if case.how == "read":
                return list(read(case.text, HINTS[case.hints or "none"]))
            if case.how == "check":
                return list(map(shown, self._checker(*said).check(case.text)))
            stream = io.BytesIO(case.text.encode("utf-8", "surrogatepass"))
            return list(map(in_file, self._scanner(*said).scan_stream(stream, case.how)))
        except HotlineError as error:
            return [f"error: {error}"]


def shown(verdict: Verdict) -> dict[str, Any]:
    """A verdict without what the registry alone decides."""
    return {
        "input": verdict.input,
        "status": verdict.status,
        "level": verdict.level,
        "exit": verdict.exit,
        "readings": verdict.readings,
        "reading": verdict.reading.value if verdict.reading else None,
        "claim": [verdict.claim, verdict.claimed_by],
        "platform": verdict.platform,
        "reasons": verdict.reasons,
        "sightings": len(verdict.sightings),
        "instead": [each.channel.value for each in verdict.instead],
    }


def in_file(result: Result) -> dict[str, Any]:
    """A contact of a scanned file with its verdict, or what was not read."""
    if isinstance(result, Skipped):
        return {"skipped": result.reason, "args": result.args}
    return {
        "at": [result.at.start, result.at.end],
        "text": result.text,
        "origin": result.origin,
        "verdict": shown(result.verdict),
    }


def described(case: Case) -> dict[str, Any]:
    """What was asked in a case; of a long text its beginning and digest."""
    asked = {key: value for key, value in case._asdict().items() if value is not None}
    if len(case.text) > LONGEST_SHOWN:
        digest = hashlib.sha256(case.text.encode("utf-8", "surrogatepass")).hexdigest()
        asked |= {"text": case.text[:LONGEST_SHOWN], "sha256": digest[:16]}
    return asked


def main() -> None:
    """Write the lines of all corpora, or of a sample of them."""
    parser = argparse.ArgumentParser(description="Write finds and verdicts of a fixed corpus.")
    parser.add_argument("--output", type=Path, required=True, metavar="FILE")
    parser.add_argument("--sample", type=int, default=1, metavar="N", help="only each Nth case")
    args = parser.parse_args()
    registry, _ = load(bundled(), dt.date.max)
    today = registry.date or dt.date.max
    store = Store(bundled(), "bundled", today=today)
    answers = Answers(store, today)
    counts = Counter[str]()
    with args.output.open("w", encoding="ascii") as output:
        for case in islice(corpora(registry), 0, None, args.sample):
            result = msgspec.to_builtins(answers(case))
            json.dump({**described(case), "result": result}, output)  # escapes surrogates
            output.write("\n")
            counts[case.corpus] += 1
    store.close()
    for corpus, count in counts.items():
        print(f"{corpus:40} {count:7,}")
    print(f"{'total':40} {counts.total():7,}")


if __name__ == "__main__":
    main()
