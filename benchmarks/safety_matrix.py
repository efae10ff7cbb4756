"""How many mutated contacts end with exit 0, by class of mutation: none may.

    python benchmarks/safety_matrix.py [--each 2000] [--seed 1] [--jobs 2] [class ...]

Takes the phones, hosts and mailboxes that the bundled registry publishes, changes them in the ways
of each class and checks the result, or scans a file of it, as a person would. Exit 0 is right only
where the text still means a published contact, the answer names that contact and its platform, and
every digit of the text is in the number or echoed. The classes of honest forms ask the opposite,
and count what is not listed as missed. Fails when any answer is wrong or missed.

The package that is measured is never asked what is right: `published.py` reads the registry's YAML
files itself, libphonenumber says what a number means, `ada-url` what a browser opens. An address on
a host of the platform's own is right, unless it may lead elsewhere or shows somebody's contact (a
number, a mailbox, a host in its path, query or fragment): pages repeat what is written into such
links, so that is a warning. What is conceded is in `concessions.py`, a function for each reason.

A new class is a function in one of the modules imported here, marked `@mutations("name", kinds)`:
it yields `Mutation`s of one contact. `tests/test_safety_matrix.py` runs a sample.
"""

import argparse
import datetime as dt
import io
import multiprocessing
import random
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, partial
from itertools import islice
from typing import Final, NamedTuple

import address_mutations
import concessions
import document_mutations
import honest_forms
import html_mutations
import phone_mutations
import published
import web_mutations
from mutation import CLASSES, KINDS, Line, Mutation
from published import Published

from hotline_check.checking import Checker
from hotline_check.errors import HotlineError
from hotline_check.reading.models import Reading
from hotline_check.registry.storage.store import Store, bundled
from hotline_check.scanning.scanner import Hit, Scanner, Tally
from hotline_check.verdict.models import Verdict

MODULES: Final = (
    *(phone_mutations, web_mutations, address_mutations),
    *(document_mutations, html_mutations, honest_forms),
)
"""Imported for the classes that they register."""
LETTERS_ECHOED: Final = frozenset(
    {"extra-letters-dropped", "letter-as-digit", "words-as-digits", "vanity", "extension-left-out"}
)


class Answer(NamedTuple):
    """How the program ended, and what it said about each contact."""

    exit: int
    verdicts: list[Verdict]


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
            return Answer(worst, list(verdicts))
        scanner = self._scanners.setdefault(id(checker), Scanner(checker))
        tally, verdicts = Tally(), []
        stream = io.BytesIO(mutation.text.encode())
        for result in scanner.scan_stream(stream, "file" + mutation.suffix):
            tally.add(result)
            if isinstance(result, Hit):
                verdicts.append(result.verdict)
        return Answer(int(tally.exit), verdicts)

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


def is_accounted(mutation: Mutation, reading: Reading) -> bool:
    """Whether every digit of the text is in the value or echoed, and its letters are echoed."""
    text = concessions.without_character_codes(mutation.text)
    digits = Counter(str(unicodedata.digit(char)) for char in text if char.isdigit())
    shown = Counter(filter(str.isdecimal, reading.value))
    shown.update(concessions.echoed_digits([(each.code, each.args) for each in reading.assumed]))
    left = digits - shown
    if left and not concessions.is_trunk_prefix(left):
        return False
    codes = {each.code for each in reading.assumed}
    return not mutation.is_lettered or not LETTERS_ECHOED.isdisjoint(codes)


def value_of(reading: Reading) -> str | None:
    """What an answer is about: an E.164 number, a mailbox, or the host that a browser opens."""
    match reading.kind:
        case "phone":
            return published.e164(reading.value)
        case "email":
            return published.mailbox(reading.value)
        case "url":
            return published.host_of(reading.value)
        case _:
            return None


def is_right(mutation: Mutation, verdict: Verdict, facts: Published) -> bool:
    """Whether one answer names what the text means, published by the platform that it names."""
    reading = verdict.reading
    value = value_of(reading) if reading else None
    if reading is None or value is None or value not in mutation.meant:
        return False
    known = facts.host(value) if reading.kind == "url" else value
    if verdict.platform not in facts.owners.get(known or "", ()):
        return False
    return mutation.is_honest or reading.kind != "phone" or is_accounted(mutation, reading)


def is_wrong(mutation: Mutation, answer: Answer, facts: Published) -> bool:
    """Whether the answer is exit 0 for something else than what the text means and who owns it."""
    if mutation.opens and any(
        verdict.reading is not None and value_of(verdict.reading) != mutation.opens
        for verdict in answer.verdicts
    ):
        return True
    if answer.exit != 0:
        return False
    return not answer.verdicts or not all(
        is_right(mutation, verdict, facts) for verdict in answer.verdicts
    )


def sample(
    name: str, every: list[Line], each: int, rng: random.Random
) -> Iterator[tuple[Line, Mutation]]:
    """So many mutations of a class: each line's share, then more of the lines that have more."""
    share = -(-each // len(every))
    spare: list[tuple[Line, Mutation]] = []
    count = 0
    for line in rng.sample(every, len(every)):
        of_line = [(line, mutation) for mutation in CLASSES[name](line, rng)]
        rng.shuffle(of_line)
        spare += of_line[share:]
        of_line = of_line[: min(share, each - count)]
        count += len(of_line)
        yield from of_line
        if count >= each:
            return
    yield from rng.sample(spare, min(each - count, len(spare)))


class Counts(NamedTuple):
    """What one class showed: how many were tried, what was wrong and what was missed."""

    tried: int
    wrong: list[str]
    missed: list[str]


def tried(name: str, facts: Published, asker: Asker, each: int, seed: int) -> Counts:
    """Try so many mutations of a class."""
    rng = random.Random(seed)
    lines = [line for line in facts.lines if line.kind in KINDS[name]]
    counts = Counts(0, [], [])
    for line, mutation in sample(name, lines, each, rng):
        counts = counts._replace(tried=counts.tried + 1)
        try:
            answer = asker(line, mutation)
        except (HotlineError, ArithmeticError, LookupError, TypeError, ValueError) as error:
            counts.wrong.append(f"{mutation.text!r}: {error!r}")  # a crash answers nobody
            continue
        read = [(str(v.status), v.platform, v.reading and v.reading.value) for v in answer.verdicts]
        if is_wrong(mutation, answer, facts):
            counts.wrong.append(f"{line.platform} {line.value} {mutation} -> {read}")
        elif mutation.is_honest and answer.exit != 0:
            counts.missed.append(f"{line.platform} {line.value} {mutation} -> {read}")
    return counts


@cache
def _tools() -> tuple[Published, Asker]:
    """What a process asks and judges with; the checkers are kept from one class to the next."""
    facts = published.read()
    return facts, Asker(Store(bundled(), "bundled", today=facts.today), facts.today)


def _try(name: str, each: int, seed: int) -> tuple[str, Counts]:
    return name, tried(name, *_tools(), each, seed)


def main() -> int:
    """Run the classes named on the command line, all of them by default."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=2000, help="mutations of each class")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=5, help="wrong answers to print of each class")
    parser.add_argument("--jobs", type=int, default=1, help="processes")
    parser.add_argument("classes", nargs="*", choices=[*CLASSES, []], default=[])
    args = parser.parse_args()
    total = Counter[str]()
    with multiprocessing.Pool(args.jobs) as pool:
        run = partial(_try, each=args.each, seed=args.seed)
        for name, counts in pool.imap(run, args.classes or CLASSES):
            wrong, missed = len(counts.wrong), len(counts.missed)
            numbers = {"tried": counts.tried, "wrong": wrong, "missed": missed}
            _show(name, numbers)
            for each in islice((*counts.wrong, *counts.missed), args.show):
                sys.stdout.write(f"    {each}\n")
            total.update(numbers)
    _show("total", total)
    return int(total["wrong"] + total["missed"] > 0)


def _show(name: str, numbers: Mapping[str, int]) -> None:
    columns = "  ".join(f"{numbers[each]:7,} {each}" for each in ("tried", "wrong", "missed"))
    sys.stdout.write(f"{name:28} {columns}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
