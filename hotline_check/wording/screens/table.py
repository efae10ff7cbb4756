"""Output of `table`: how many rows there were of each kind."""

from collections.abc import Mapping
from typing import Final

from hotline_check.errors import Exit
from hotline_check.verdict.models import Level, RegistryInfo
from hotline_check.wording.screens.check import age_line
from hotline_check.wording.screens.rows import LEVELS
from hotline_check.wording.terms import vocabulary
from hotline_check.wording.text.catalogue import N_, Words
from hotline_check.wording.text.layout import wrap
from hotline_check.wording.text.lines import Line, texts

# A table has one exit code: that of its worst row.
_LEVELS: Final[Mapping[Level, Exit]] = {
    "danger": Exit.DO_NOT_DIAL,
    "warning": Exit.CANNOT_TELL,
    "listed": Exit.LISTED,
}
_UNREAD: Final = {
    "cells-missing": N_("fewer cells than the header: {n}"),
    "cells-surplus": N_("more cells than the header: {n}"),
    "not-json": N_("no JSON object: {n}"),
    "undecodable": N_("characters that can't be decoded: {n}"),
    "no-such-region": N_("an unknown country: {n}"),
}
_OTHERS: Final = N_("a text that can't be read: {n}")


def summary_lines(
    rows: Mapping[int, int],
    unread: Mapping[str, int],
    broken: int,
    registry: RegistryInfo,
    _: Words,
) -> list[Line]:
    """The counts, worst first; what was not judged; the registry's age.

    rows: how many rows there are of each exit code. unread: how many were not judged for each
    reason. broken: how many characters could not be decoded.
    """
    levels = [(level, rows.get(code, 0)) for level, code in _LEVELS.items()]
    found = [level for level in LEVELS if dict(levels)[level]]
    named = [f"{_(vocabulary.LEVELS[level])} {dict(levels)[level]:,}" for level in found]
    judged = sum(count for _level, count in levels)
    lines: list[Line] = []
    if judged:
        said = _.plural(
            "{n} row was judged: {levels}.",
            "{n} rows were judged: {levels}.",
            judged,
            levels=_.join(named),
        )
        lines += texts([said], "", style=found[0])
    if empty := rows.get(Exit.NO_CONTACT, 0):
        said = _.plural("{n} row has no contact.", "{n} rows have no contact.", empty)
        lines += texts([said], "")
    if unread:
        why = [_(_UNREAD.get(reason, _OTHERS), n=count) for reason, count in unread.items()]
        said = _.plural(
            "{n} row was not judged: {reasons}.",
            "{n} rows were not judged: {reasons}.",
            sum(unread.values()),
            reasons=_.join(why),
        )
        lines += texts([said], "", style="warning")
    if broken:
        said = _.plural(
            "{n} character could not be decoded.",
            "{n} characters could not be decoded.",
            broken,
        )
        lines += texts([said], "", style="warning")
    return [*lines, *(Line("faint", text) for text in wrap(age_line(registry, _)))]
