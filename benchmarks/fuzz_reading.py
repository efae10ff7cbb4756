"""Fuzz the reader with atheris, or seek the texts that it is slow on.

    python benchmarks/fuzz_reading.py [libFuzzer options] [folder of inputs]
    python benchmarks/fuzz_reading.py slow [seconds]

Both make texts of fragments in which numbers are disguised: figures of many styles, signs, markup,
addresses, words, renderings that were really seen. The first checks what `CHECKS` holds and stops
at the first text that breaks it. The second, not slowed down by atheris, breeds the inputs that
take the most time, and fails when one is late. Needs the package `atheris`.
"""

import pkgutil
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from functools import partial
from importlib import import_module
from typing import Final

import atheris

SLOW: Final = sys.argv[1:2] == ["slow"]
with nullcontext() if SLOW else atheris.instrument_imports(include=["hotline_check"]):
    from made_texts import MOST, NAMES, composed, long_text, pick

    from hotline_check import reading
    from hotline_check.attribution.nearest import attribute
    from hotline_check.reading import (
        Find,
        Hints,
        find,
        mentions,
        read,
    )
    from hotline_check.reading.normalize.characters import plain
    from hotline_check.reading.normalize.pipeline import unmask
    from hotline_check.reading.phone_search.prefilter.windows import BLOCK, boundary

    for module in pkgutil.iter_modules(reading.__path__, "hotline_check.reading."):
        import_module(module.name)  # what is imported later is not instrumented

OPTIONS: Final = ("-len_control=0", "-max_len=1500")
"""libFuzzer's, before those of the command line: inputs of any length from the start."""
TYPED: Final = 2000
SIZES: Final = (30, 100, 300, TYPED, MOST)
LIMIT: Final = 0.5
"""Seconds that no text may take."""
HANGS: Final = 20 * LIMIT
"""Seconds of work after which an instrumented check is given up."""
HINTS: Final = [
    Hints(),
    Hints(region="US"),
    Hints(region="GB"),
    Hints(region="IN"),
    Hints(region="CN", locale_region="US"),
    Hints(claim_regions=("IN", "CN")),
    Hints(claim_regions=("US",), locale_region="GB"),
    Hints(region="AC", claim_regions=("DE",)),
]


def expect(right: bool, what: str, *shown: object) -> None:
    """`assert` that stays when Python optimizes, and shows the text."""
    if not right:
        raise AssertionError(" | ".join((what, *map(repr, shown))))


def values(finds: Iterator[Find] | tuple[Find, ...]) -> list[str | None]:
    """What was read, or the problem, of each find."""
    found: list[str | None] = []
    for item in finds:
        found += [each.value for each in item.readings] or [item.problem]
    return found


def finds_are_sound(text: str, hints: Hints) -> None:
    """Spans inside, in order, without overlaps; brands' too; a claim for every find."""
    finds, brands = list(find(text, hints)), list(mentions(text, NAMES))
    for spans in (finds, brands):
        end = 0
        for item in spans:
            expect(end <= item.start < item.end <= len(text), "span", text, hints, item)
            expect(text[item.start : item.end] == item.text, "text", text, hints, item)
            end = item.end
    for hit in finds:
        expect(bool(hit.readings) != bool(hit.problem), "reading or problem", text, hints, hit)
        attribute(hit, brands, text)
        _again(hit, text, hints)


def reads_are_sound(text: str, hints: Hints) -> None:
    """Spans inside; what was read reads the same again."""
    typed = text[:TYPED]
    for item in read(typed, hints):
        expect(typed[item.start : item.end] == item.text, "text read", typed, hints, item)
        expect(bool(item.readings) != bool(item.problem), "read or problem", typed, hints, item)
        _again(item, typed, hints)


def _again(item: Find, text: str, hints: Hints) -> None:
    """A number with its country code is read, and found, as itself."""
    if len(item.readings) == 1 and item.readings[0].kind == "phone":
        value = item.readings[0].value
        if value.startswith("+"):
            expect(values(read(value, hints)) == [value], "read again", text, hints, item)
            in_plan = not any(each.code == "not-in-plan" for each in item.readings[0].assumed)
            if in_plan:
                expect(values(find(value, hints)) == [value], "found again", text, hints, item)


def lengths_are_kept(text: str, _hints: Hints) -> None:
    """An offset into the plain text is one into the text."""
    expect(len(plain(text)) == len(text), "plain", text)
    for words in (True, False):
        expect(len(unmask(text, words=words)) == len(text), "unmask", text)


def parts_find_the_same(text: str, hints: Hints, size: int = BLOCK) -> None:
    """A text cut where it can be cut gives what the whole gives."""
    start, found = 0, list[str | None]()
    while start < len(text):
        end = boundary(text, start, size)
        found += values(find(text[start:end], hints))
        start = end
    expect(values(find(text, hints)) == found, "parts", text, hints, size)


CHECKS: Final[tuple[Callable[[str, Hints], None], ...]] = (
    lengths_are_kept,
    finds_are_sound,
    reads_are_sound,
)


def made(raw: bytes) -> tuple[str, Hints, list[Callable[[str, Hints], None]]]:
    """The text that bytes stand for, and what it is checked with."""
    data = atheris.FuzzedDataProvider(raw)
    hints = pick(data, HINTS)
    match data.ConsumeIntInRange(0, 31):
        case 31:
            size = pick(data, [BLOCK, 2 * BLOCK, 3 * BLOCK])
            return long_text(data), hints, [partial(parts_find_the_same, size=size)]
        case 28 | 29 | 30:
            return str(data.ConsumeUnicode(MOST)), hints, list(CHECKS)
        case _:
            return composed(data, pick(data, SIZES)), hints, list(CHECKS)


def one_input(raw: bytes) -> None:
    """Check one text; one that takes forever is given up."""
    text, hints, checks = made(raw)
    for check in checks:
        signal.setitimer(signal.ITIMER_VIRTUAL, HANGS)
        try:
            check(text, hints)
        except Exception:
            print(f"{check}({text!r}, {hints})", file=sys.stderr)
            raise
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _hung(*_: object) -> None:
    raise TimeoutError


def slowest(seconds: float) -> int:
    """Breed inputs by the time each function takes; print the worst, return how many are late."""
    rng = random.Random()
    timed: dict[str, Callable[[str, Hints], object]] = {
        "find": lambda text, hints: list(find(text[:MOST], hints)),
        "read": lambda text, hints: read(text[:TYPED], hints),
        "mentions": lambda text, _: list(mentions(text[:MOST], NAMES)),
    }
    bred = {name: [(0.0, rng.randbytes(1500)) for _ in range(20)] for name in timed}
    stop, tried = time.perf_counter() + seconds, 0
    while time.perf_counter() < stop:
        tried += 1
        name = rng.choice([*timed])
        place = rng.randrange(len(bred[name]))
        before, parent = bred[name][place]
        raw = _mutated(rng, parent)
        took = _time(timed[name], raw)
        if took > before:  # each of the twenty lines is bred on its own
            bred[name][place] = took, raw
    late = 0
    for name, lines in bred.items():
        again = sorted(((_time(timed[name], raw), raw) for _, raw in lines), reverse=True)
        late += sum(took > LIMIT for took, _ in again)
        for took, raw in again[:3]:
            text, hints, _ = made(raw)
            rate = 1e6 * took / max(1, min(len(text), TYPED if name == "read" else MOST))
            print(f"{name:9}{took:7.3f} s {rate:8.1f} us/char {hints} {text[:MOST]!r}")
    print(f"{tried} texts, {late} late")
    return late


def _mutated(rng: random.Random, raw: bytes) -> bytes:
    """Some bytes put in, taken out, or changed, a few times over."""
    out = bytearray(raw)
    for _ in range(rng.randint(1, 6)):
        at, size = rng.randrange(len(out) + 1), rng.randint(0, 8)
        old = size if rng.random() < 0.5 else rng.randint(0, 8)
        out[at : at + old] = rng.randbytes(size) if rng.random() < 0.8 else out[at : at + size] * 3
    return bytes(out[:3000])


def _time(run: Callable[[str, Hints], object], raw: bytes) -> float:
    text, hints, _ = made(raw)
    signal.setitimer(signal.ITIMER_VIRTUAL, HANGS)
    start = time.perf_counter()
    try:
        run(text, hints)
    except TimeoutError:
        return HANGS
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.perf_counter() - start


def main() -> None:
    """Fuzz, or seek slow texts."""
    signal.signal(signal.SIGVTALRM, _hung)
    if SLOW:
        sys.exit(bool(slowest(float((*sys.argv[2:], "600")[0]))))
    atheris.Setup([sys.argv[0], *OPTIONS, *sys.argv[1:]], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
