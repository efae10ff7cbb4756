"""How many mutated contacts end with exit 0, by class of mutation: none may.

    python benchmarks/safety_matrix.py [--each 8000] [--seed 1] [class ...]

Takes every phone that the bundled registry publishes, changes it in the ways of each class and
checks the result as a person would, with the claimed platform. Exit 0 is right only where the text
still means a published number, and every digit of it is in the number or echoed. What a text means
is said by libphonenumber alone, never by this package. Fails when any answer is wrong.

A new class is a function in `phone_mutations.py`, or in a module of its own that is imported here,
marked `@mutations("name")`: it yields `Mutation`s of one line.
`tests/test_safety_matrix.py` runs a sample.
"""

import argparse
import datetime as dt
import random
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Final

from phone_mutations import CLASSES, Line, Mutation

from hotline_check.checking import Checker
from hotline_check.errors import HotlineError
from hotline_check.reading.models import Reading
from hotline_check.registry.folder import Registry, load
from hotline_check.registry.storage.home import home_regions
from hotline_check.registry.storage.store import Store, bundled
from hotline_check.verdict.models import Verdict

ECHOED: Final = frozenset(
    {
        "extension-left-out", "international-prefix", "doubled-country-code", "carrier-left-out",
        "old-prefix-dropped", "mobile-digits-changed", "surplus-digits", "words-as-digits",
    }
)  # fmt: skip
"""Assumptions that show digits which are no part of the value."""
LETTERS_ECHOED: Final = frozenset(
    {"extra-letters-dropped", "letter-as-digit", "words-as-digits", "vanity", "extension-left-out"}
)


def is_accounted(mutation: Mutation, reading: Reading) -> bool:
    """Whether every digit of the text is in the value or echoed, and its letters are echoed."""
    digits = Counter(str(unicodedata.digit(char)) for char in mutation.text if char.isdigit())
    shown = Counter(filter(str.isdecimal, reading.value))
    codes = {one.code for one in reading.assumed}
    for one in reading.assumed:
        if one.code in ECHOED:
            shown.update(char for arg in one.args for char in arg if char.isdecimal())
    left = digits - shown
    trunk = {"0": 1, "8": 1, "1": 1}  # what is dialled before a number at home
    if left and not (left.total() == 1 and next(iter(left)) in trunk):
        return False
    return not mutation.is_lettered or not LETTERS_ECHOED.isdisjoint(codes)


class Asker:
    """Checks texts against one registry; keeps a checker for each claim and country."""

    def __init__(self, store: Store, today: dt.date) -> None:
        self._store = store
        self._today = today
        self._checkers: dict[tuple[str, str | None, str | None], Checker] = {}

    def __call__(self, line: Line, mutation: Mutation) -> list[Verdict]:
        key = (line.platform, mutation.region, mutation.locale)
        if key not in self._checkers:
            self._checkers[key] = Checker(
                self._store,
                today=self._today,
                claim=line.platform,
                region=mutation.region,
                locale_region=mutation.locale,
            )
        return self._checkers[key].check(mutation.text)


def is_wrong(mutation: Mutation, verdicts: list[Verdict], published: frozenset[str]) -> bool:
    """Whether the answer is exit 0 for something else than what was published."""
    if not verdicts or any(verdict.exit != 0 for verdict in verdicts):
        return False
    return not all(
        verdict.reading is not None
        and verdict.reading.value in mutation.meant & published
        and is_accounted(mutation, verdict.reading)
        for verdict in verdicts
    )


def lines(registry: Registry) -> list[Line]:
    """Every published phone that can be dialled from anywhere."""
    return [
        Line(platform.id, channel.value, home_regions(platform))
        for platform in registry.platforms
        for channel in platform.channels
        if channel.kind == "phone" and channel.value.startswith("+") and channel.retired is None
    ]


def sample(
    name: str, every: list[Line], each: int, rng: random.Random
) -> Iterator[tuple[Line, Mutation]]:
    """So many mutations of a class, the same number of each line where there are enough."""
    share = -(-each // len(every))
    count = 0
    for line in rng.sample(every, len(every)):
        of_line = list(CLASSES[name](line, rng))
        for mutation in rng.sample(of_line, min(share, len(of_line))):
            yield line, mutation
            count += 1
            if count >= each:
                return


def wrong_answers(
    name: str, registry: Registry, asker: Asker, each: int, seed: int
) -> tuple[int, list[str]]:
    """How many mutations of a class were checked, and the wrong answers among them."""
    rng = random.Random(seed)  # noqa: S311, a sample, no secret
    every = lines(registry)
    published = frozenset(line.value for line in every)
    tried, wrong = 0, []
    for line, mutation in sample(name, every, each, rng):
        tried += 1
        try:
            verdicts = asker(line, mutation)
        except HotlineError as error:
            wrong.append(f"{mutation.text!r}: {error}")
            continue
        if is_wrong(mutation, verdicts, published):
            read = [verdict.reading.value if verdict.reading else None for verdict in verdicts]
            wrong.append(f"{line.platform} {line.value} {mutation} -> {read}")
    return tried, wrong


def main() -> int:
    """Run the classes named on the command line, all of them by default."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=8000, help="mutations of each class")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=5, help="wrong answers to print of each class")
    parser.add_argument("classes", nargs="*", choices=[*CLASSES, []], default=[])
    args = parser.parse_args()
    registry, _ = load(bundled(), dt.date.max)
    store = Store(bundled(), "bundled", today=registry.date or dt.date.max)
    asker = Asker(store, registry.date or dt.date.max)
    total = bad = 0
    for name in args.classes or CLASSES:
        tried, wrong = wrong_answers(name, registry, asker, args.each, args.seed)
        print(f"{name:28} {tried:7,} tried  {len(wrong):5,} wrong", flush=True)
        for each in islice(wrong, args.show):
            print("   ", each)
        total, bad = total + tried, bad + len(wrong)
    print(f"{'total':28} {total:7,} tried  {bad:5,} wrong")
    store.close()
    return bad > 0


if __name__ == "__main__":
    sys.exit(main())
