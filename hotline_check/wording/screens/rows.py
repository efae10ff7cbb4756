"""Verdicts as single lines: `--short` for people, CSV for spreadsheets."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from hotline_check.verdict.models import Level, Verdict
from hotline_check.wording.screens.check import shown
from hotline_check.wording.terms import vocabulary
from hotline_check.wording.terms.headlines import headline
from hotline_check.wording.text.catalogue import Words
from hotline_check.wording.text.lines import Line, texts

LEVELS: Final[tuple[Level, ...]] = ("danger", "warning", "listed")  # the worst first
# New ones are added at the end: scripts count them.
COLUMNS: Final = (
    *("status", "level", "exit", "input", "kind", "value", "region"),
    *("claim", "platform", "headline", "registry_date"),
)


def csv_row(verdict: Verdict, _: Words) -> tuple[object, ...]:
    """The values of the columns."""
    reading = verdict.reading
    read = (reading.kind, reading.value, reading.region) if reading else (None, None, None)
    date = verdict.registry.date if verdict.registry else None
    head = (str(verdict.status), verdict.level, int(verdict.exit), verdict.input)
    return (*head, *read, verdict.claim, verdict.platform, headline(verdict, _), date)


def short_line(verdict: Verdict, _: Words) -> Line:
    """Status, contact, platform and headline in a line that is not wrapped."""
    contact = shown(verdict.reading) if verdict.reading else " ".join(verdict.input.split())
    platform = verdict.claim_name or verdict.platform_name or "-"
    cells = (str(verdict.status), contact or "-", platform, headline(verdict, _))
    return Line(verdict.level, "  ".join(cells))


def worst_first(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts by level, those of one level in the given order."""
    return sorted(verdicts, key=lambda verdict: LEVELS.index(verdict.level))


def count_lines(levels: Mapping[Level, int], _: Words) -> list[Line]:
    """How many contacts there are of each level, in the style of the worst; none for none."""
    found = [level for level in LEVELS if levels[level]]
    if not found:
        return []
    counts = [f"{_(vocabulary.LEVELS[level])} {levels[level]}" for level in found]
    sentence = _.plural(
        "{n} contact found: {levels}.",
        "{n} contacts found: {levels}.",
        sum(levels.values()),
        levels=_.join(counts),
    )
    return texts([sentence], "", style=found[0])


def counted(verdicts: Sequence[Verdict]) -> Counter[Level]:
    """How many verdicts there are of each level."""
    return Counter(verdict.level for verdict in verdicts)
