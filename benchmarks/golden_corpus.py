"""The corpus of `golden.py`: inputs, and what is done with each.

The renderings, the negatives, the documents and every string of `tests/`; every contact that the
bundled registry publishes, also with the mutations of the safety matrix and as forged senders;
texts made of disguised fragments; made prose, logs, spam, pages, mails and records. All samples are
drawn with fixed seeds.
"""

import ast
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import made_texts
import mail_mutations
import mutation
import reading as reading_texts
import scan_texts
import yaml
from published import read as read_published
from safety_matrix import sample

from hotline_check.reading import Hints
from hotline_check.registry.folder import Registry

TESTS: Final = Path(__file__).parent.parent / "tests"
HINTS: Final = {
    "none": Hints(),
    "US": Hints(region="US"),
    "GB": Hints(region="GB"),
    "DE, claimed IN CN": Hints(region="DE", claim_regions=("IN", "CN")),
    "claimed US, in FR": Hints(claim_regions=("US",), locale_region="FR"),
}
MUTATIONS: Final = 500
"""Checked of each class of the safety matrix."""
LINES: Final = 40
"""Published contacts that are mutated: some classes take long to make for each."""
COMPOSED: Final = 700
"""Texts made of disguised fragments."""
MADE: Final = 120_000
"""Characters of each made text."""
SHORTEST: Final = 3
_SUFFIX: Final = {"text": "txt", "html": "html", "eml": "eml"}
_HEADER: Final = re.compile(r"(?:From |[A-Za-z-]+: ?\S)[^\n]*\n")


class Case(NamedTuple):
    """An input and what is done with it.

    how: `find`, `read` or `check`; or the file name, with which the text is scanned.
    hints: a key of `HINTS`, for `find` and `read`.
    claim, region, locale: what a person says, for `check` and a scan.
    """

    corpus: str
    how: str
    text: str
    hints: str | None = None
    claim: str | None = None
    region: str | None = None
    locale: str | None = None


def found(corpus: str, text: str, hints: tuple[str, ...] = tuple(HINTS)) -> Iterator[Case]:
    """A text to find contacts in, with each of the hints."""
    for name in hints:
        yield Case(corpus, "find", text, hints=name)


def rendered(corpus: str, text: str, region: str | None = None) -> Iterator[Case]:
    """A contact as it was written: alone and in sentences."""
    yield from found(corpus, text)
    yield from found(corpus, f"Contact support {text} for help")
    for hints in HINTS:
        yield Case(corpus, "read", text, hints=hints)
    yield Case(corpus, "check", text)
    yield Case(corpus, "check", text, claim="coinbase", region=region)
    yield Case(corpus, "x.txt", f"Coinbase: {text} now.\n", region=region)


def renderings() -> Iterator[Case]:
    """The renderings and negatives of the tests."""
    data = TESTS / "reading/data"
    for row in yaml.safe_load((data / "renderings.yaml").read_text("utf-8")):
        yield from rendered("renderings", row["rendering"], row["region"])
    for row in yaml.safe_load((data / "negatives.yaml").read_text("utf-8")):
        yield from rendered("negatives", row["text"])
    text = (data / "not_numbers.txt").read_text("utf-8")
    yield from found("not numbers", text)
    for line in text.splitlines():
        yield from rendered("not numbers", line)


def documents() -> Iterator[Case]:
    """The documents of the tests."""
    for case in yaml.safe_load((TESTS / "data/field.yaml").read_text("utf-8")):
        how = "check" if case["how"] == "check" else f"x.{_SUFFIX[case['how']]}"
        yield Case("field", how, case["input"], region=case.get("region"))
        yield from found("field", case["input"])


def strings() -> Iterator[Case]:
    """Every string in the code of the tests: as a text, a contact, a page, a mail."""
    every: dict[str, None] = {}
    for path in sorted(TESTS.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                every[node.value.replace("{0}", "coinbase.com")] = None
    for text in every:
        if len(text) < SHORTEST:
            continue
        yield from found("strings", text)
        yield Case("strings", "read", text, hints="none")
        yield Case("strings", "check", text, region="US")
        yield Case("strings", "x.txt", text)
        if "<" in text:
            yield Case("strings", "x.html", text)
        if _HEADER.match(text):
            yield Case("strings", "x.eml", text)
        if text[0] in "{[":
            yield Case("strings", "x.json", text)


def published(registry: Registry) -> Iterator[Case]:
    """Every contact of the registry: as it is, mutated, as a forged sender."""
    for platform in registry.platforms:
        values = [*platform.pins, *(channel.value for channel in platform.channels)]
        for value in dict.fromkeys(values):
            yield Case("published", "check", value)
            yield Case("published", "check", value, claim=platform.id)
            yield Case("published", "x.txt", f"{platform.name} support: {value}\n")
        for channel in platform.channels[:4]:
            if channel.kind == "email":
                yield from forged(platform.id, platform.name, channel.value)
    every = read_published().lines
    for name, kinds in mutation.KINDS.items():
        rng = random.Random(1)
        fit = [line for line in every if line.kind in kinds]
        few = rng.sample(fit, min(LINES, len(fit)))
        for line, mutated in sample(name, few, MUTATIONS, rng):
            yield Case(
                f"mutated: {name}",
                f"x{mutated.suffix}" if mutated.suffix else "check",
                mutated.text,
                claim=line.platform if mutated.is_claimed else None,
                region=mutated.region,
                locale=mutated.locale,
            )


def forged(claim: str, name: str, address: str) -> Iterator[Case]:
    """A mailbox in disguise, checked, and in the header of a mail."""
    for text in mail_mutations.disguised(address):
        yield Case("forged", "check", text, claim=claim)
    for number, text in enumerate(mail_mutations.names(address)):
        field = mail_mutations.SENDERS[number % len(mail_mutations.SENDERS)]
        yield Case("forged", "x.eml", f"{field}: {text}\nSubject: {name}\n\nhello\n")


class Dice:
    """Random choices by the methods that `made_texts` asks for."""

    def __init__(self, seed: int) -> None:
        self._rng = random.Random(seed)
        self._left = 40

    def remaining_bytes(self) -> int:
        self._left -= 1
        return max(0, self._left)

    def ConsumeIntInRange(self, low: int, high: int) -> int:  # noqa: N802  # a method of atheris
        return self._rng.randint(low, high)

    def ConsumeBool(self) -> bool:  # noqa: N802  # a method of atheris
        return self._rng.random() < 0.5

    def ConsumeUnicode(self, size: int) -> str:  # noqa: N802  # a method of atheris
        return "".join(chr(self._rng.randint(1, 0x2FFF)) for _ in range(size))


def composed() -> Iterator[Case]:
    """Texts of disguised fragments, short ones and some that are read in several blocks."""
    texts = [made_texts.composed(Dice(seed), 600) for seed in range(COMPOSED)]
    for text in texts:
        yield from found("composed", text)
        yield Case("composed", "check", text[:200])
        yield Case("composed", "x.txt", text)
    for step in (7, 11):
        prose = made_texts.PROSE * 2
        parts = [prose[at % len(prose)] * (at % 5) + text for at, text in enumerate(texts[::step])]
        yield from found("composed", "".join(parts * 2)[:MADE])


def made() -> Iterator[Case]:
    """Made prose, logs and spam to find in; prose, logs, spam, pages, mails, records to scan."""
    for make in ("prose", "chinese", "log", "mixed_log", "spam"):
        rng = random.Random(7)
        yield from found("made", getattr(reading_texts, make)(rng)[:MADE], ("none", "US", "GB"))
    for make_part, name in scan_texts.KINDS.values():
        rng = random.Random(7)
        parts = [make_part(rng) for _ in range(60)]
        yield Case("made", name, "".join(parts))
        yield Case("made", name, "".join(parts), claim="coinbase", region="US")


def corpora(registry: Registry) -> Iterator[Case]:
    """Every case, in a fixed order."""
    yield from renderings()
    yield from documents()
    yield from strings()
    yield from published(registry)
    yield from composed()
    yield from made()
