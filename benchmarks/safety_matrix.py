"""How many mutated contacts end with exit 0, by class of mutation: none may.

    python benchmarks/safety_matrix.py [--each 2100] [--seed 1] [class ...]

Takes the phones, hosts and mailboxes that the bundled registry publishes, changes them in the ways
of each class and checks the result, or scans a file of it, as a person would. Exit 0 is right only
where the text still means a published contact, and every digit of it is in the number or echoed.
What a number means is said by libphonenumber alone, and every mutated address leads elsewhere by
the way it is made: this package is never asked. The classes of honest forms ask the opposite, and
count what is not listed as missed. Fails when any answer is wrong or missed.

A new class is a function in one of the modules imported here, marked `@mutations("name", kinds)`:
it yields `Mutation`s of one contact. `tests/test_safety_matrix.py` runs a sample.
"""

import argparse
import datetime as dt
import io
import random
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final, NamedTuple

import document_mutations
import honest_forms
import html_mutations
import web_mutations
from phone_mutations import CLASSES, KINDS, Line, Mutation

from hotline_check.checking import Checker
from hotline_check.errors import HotlineError
from hotline_check.reading.models import Reading
from hotline_check.registry.folder import Registry, load
from hotline_check.registry.storage.home import home_regions
from hotline_check.registry.storage.store import Store, bundled
from hotline_check.scanning.scanner import Hit, Scanner, Tally

MODULES: Final = (document_mutations, html_mutations, honest_forms, web_mutations)
"""Imported for the classes that they register."""

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


_CODES: Final = re.compile(r"%[0-9A-F]{2}|&#\d+;")
"""Digits of character codes."""


def is_accounted(mutation: Mutation, reading: Reading) -> bool:
    """Whether every digit of the text is in the value or echoed, and its letters are echoed."""
    text = _CODES.sub(" ", mutation.text)
    digits = Counter(str(unicodedata.digit(char)) for char in text if char.isdigit())
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


class Answer(NamedTuple):
    """How the program ended, and what it had read."""

    exit: int
    readings: list[Reading | None]


class Asker:
    """Checks and scans texts against one registry; keeps a checker for each claim and country."""

    def __init__(self, store: Store, today: dt.date) -> None:
        self._store = store
        self._today = today
        self._checkers: dict[tuple[str | None, str | None, str | None], Checker] = {}
        self._scanners: dict[int, Scanner] = {}

    def __call__(self, line: Line, mutation: Mutation) -> Answer:
        checker = self._checker(line.platform if mutation.is_claimed else None, mutation)
        if not mutation.suffix:
            verdicts = checker.check(mutation.text)
            exits = {int(verdict.exit) for verdict in verdicts}
            worst = next((code for code in (1, 3, 2, 0) if code in exits), 2)
            return Answer(worst, [verdict.reading for verdict in verdicts])
        scanner = self._scanners.setdefault(id(checker), Scanner(checker))
        tally = Tally()
        readings = []
        stream = io.BytesIO(mutation.text.encode())
        for result in scanner.scan_stream(stream, "file" + mutation.suffix):
            tally.add(result)
            if isinstance(result, Hit):
                readings.append(result.verdict.reading)
        return Answer(int(tally.exit), readings)

    def is_listed(self, line: Line) -> bool:
        """Whether the contact as the registry has it is listed, as a stale one is not."""
        return self(line, Mutation(line.value)).exit == 0

    def _checker(self, claim: str | None, mutation: Mutation) -> Checker:
        key = (claim, mutation.region, mutation.locale)
        if key not in self._checkers:
            self._checkers[key] = Checker(
                self._store,
                today=self._today,
                claim=claim,
                region=mutation.region,
                locale_region=mutation.locale,
            )
        return self._checkers[key]


def is_wrong(mutation: Mutation, answer: Answer, published: frozenset[str]) -> bool:
    """Whether the answer is exit 0 for something else than what was published."""
    if answer.exit != 0:
        return False
    if mutation.is_honest:
        return not answer.readings
    return not all(
        reading is not None
        and (_name(reading) in mutation.meant & published)
        and (reading.kind != "phone" or is_accounted(mutation, reading))
        for reading in answer.readings
    )


def _name(reading: Reading) -> str:
    """What the registry knows a reading by."""
    value = reading.value
    return value.partition("://")[2].partition("/")[0] if reading.kind == "url" else value


def lines(registry: Registry) -> list[Line]:
    """Every published contact: phones that can be dialled from anywhere, own hosts, mailboxes."""
    found = []
    for platform in registry.platforms:
        home = home_regions(platform)
        for channel in platform.channels:
            if channel.kind == "phone" and channel.value[0] == "+" and channel.retired is None:
                found.append(Line(platform.id, channel.value, home))
            if channel.kind == "email" and channel.retired is None:
                found.append(Line(platform.id, channel.value, home, "mailbox"))
        found += [Line(platform.id, pin, home, "host") for pin in platform.pins]
    return found


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


class Counts(NamedTuple):
    """What one class showed: how many were tried, what was wrong and what was missed."""

    tried: int
    wrong: list[str]
    missed: list[str]


def tried(name: str, registry: Registry, asker: Asker, each: int, seed: int) -> Counts:
    """Try so many mutations of a class."""
    rng = random.Random(seed)
    every = lines(registry)
    published = frozenset(line.value for line in every)
    kinds = KINDS[name]
    candidates = [line for line in every if line.kind in kinds]
    if len(candidates) > each:
        candidates = rng.sample(candidates, each)
    fit = [line for line in candidates if asker.is_listed(line)]
    counts = Counts(0, [], [])
    for line, mutation in sample(name, fit, each, rng):
        counts = counts._replace(tried=counts.tried + 1)
        try:
            answer = asker(line, mutation)
        except (HotlineError, ArithmeticError, LookupError, TypeError, ValueError) as error:
            counts.wrong.append(f"{mutation.text!r}: {error!r}")  # a crash answers nobody
            continue
        read = [reading.value if reading else None for reading in answer.readings]
        if is_wrong(mutation, answer, published):
            counts.wrong.append(f"{line.platform} {line.value} {mutation} -> {read}")
        elif mutation.is_honest and answer.exit != 0:
            counts.missed.append(f"{line.platform} {line.value} {mutation} -> {read}")
    return counts


def main() -> int:
    """Run the classes named on the command line, all of them by default."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=2100, help="mutations of each class")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=5, help="wrong answers to print of each class")
    parser.add_argument("classes", nargs="*", choices=[*CLASSES, []], default=[])
    args = parser.parse_args()
    registry, _ = load(bundled(), dt.date.max)
    store = Store(bundled(), "bundled", today=registry.date or dt.date.max)
    asker = Asker(store, registry.date or dt.date.max)
    total = Counter[str]()
    for name in args.classes or CLASSES:
        found = tried(name, registry, asker, args.each, args.seed)
        numbers = {"tried": found.tried, "wrong": len(found.wrong), "missed": len(found.missed)}
        _show(name, numbers)
        for each in islice((*found.wrong, *found.missed), args.show):
            sys.stdout.write(f"    {each}\n")
        total.update(numbers)
    _show("total", total)
    store.close()
    return int(total["wrong"] + total["missed"] > 0)


def _show(name: str, numbers: Mapping[str, int]) -> None:
    columns = "  ".join(f"{numbers[each]:7,} {each}" for each in ("tried", "wrong", "missed"))
    sys.stdout.write(f"{name:28} {columns}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
