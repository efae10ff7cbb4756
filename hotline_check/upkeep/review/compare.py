"""Compare two states of a registry; the changes are in the order of the report."""

import datetime as dt
from collections.abc import Iterator
from typing import get_args

import msgspec

from hotline_check.registry.folder import Registry
from hotline_check.registry.models import Authority, ReportSighting
from hotline_check.upkeep.review.channels import channel_changes, is_listable
from hotline_check.upkeep.review.edits import edits
from hotline_check.upkeep.review.models import Change, Code
from hotline_check.upkeep.review.nearness import Surroundings
from hotline_check.upkeep.review.platforms import platform_changes
from hotline_check.upkeep.review.sources import Side
from hotline_check.upkeep.review.texts import text_changes

# An authority's texts, which are read as texts.
_READ = frozenset({"names", "about"})
_ORDER = {code: i for i, code in enumerate(get_args(Code))}
_Reported = dict[tuple[str, str], tuple[ReportSighting, ...]]


def compare(old: Side, new: Side, today: dt.date) -> tuple[Change, ...]:
    """Every difference between two registries.

    today: the day on which the age of sightings is judged. A second pair of eyes is needed when
    any change is dangerous.
    """
    (before, _), (after, problems) = old, new
    found = [
        *_entries(before, after, today),
        *_reports(before, after),
        *_about_reports(before, after),
        *_authorities(before, after),
    ]
    if problems:
        file = problems[0].file
        found.append(Change(code="not-valid", owner=file, danger=True, count=len(problems)))
    return tuple(sorted(found, key=lambda change: _ORDER[change.code]))


def _entries(before: Registry, after: Registry, today: dt.date) -> Iterator[Change]:
    was = {p.id: p for p in before.platforms}
    around = Surroundings((before, after))
    places = _Places(before, after)
    for platform in after.platforms:
        yield from platform_changes(was.get(platform.id), platform, around)
        for change in channel_changes(was.get(platform.id), platform, today):
            if change.code in {"number-added", "number-restored"}:
                yield places.with_cautions(
                    msgspec.structs.replace(change, near=around.of_number(change.value))
                )
            else:
                yield change
    for owner in sorted(was.keys() - {p.id for p in after.platforms}):
        yield Change(code="platform-removed", owner=owner, danger=True, value=was[owner].name)


class _Places:
    """Where each number was before and is now, to detect moves."""

    def __init__(self, before: Registry, after: Registry) -> None:
        self._was = _owners(before)
        self._now = _owners(after)
        self._reported = {n.value for r in before.reported for n in r.numbers}
        self._withheld = {w.value for p in before.platforms for w in p.withheld}

    def with_cautions(self, change: Change) -> Change:
        """The change for an added number, with cautions about its past."""
        cautions = list(change.cautions)
        if change.value in self._reported:
            cautions.append("was-reported")
        if change.value in self._withheld:
            cautions.append("was-withheld")
        others = self._now.get(change.value, set()) - {change.owner}
        if others:
            cautions.append("also-published")
        left = self._was.get(change.value, set()) - others - {change.owner}
        code: Code = "number-moved" if left else change.code
        before = ", ".join(sorted(left or others)) or change.before
        return msgspec.structs.replace(change, code=code, before=before, cautions=tuple(cautions))


def _owners(registry: Registry) -> dict[str, set[str]]:
    out: dict[str, set[str]] = {}
    for platform in registry.platforms:
        for channel in platform.channels:
            if is_listable(channel) and channel.value.startswith("+"):
                out.setdefault(channel.value, set()).add(platform.id)
    return out


def _reports(before: Registry, after: Registry) -> Iterator[Change]:
    was, now = _reported(before), _reported(after)
    around = Surroundings((after,))
    for owner, value in sorted(was.keys() - now.keys()):
        yield Change(code="reported-removed", owner=owner, danger=True, kind="phone", value=value)
    for key in sorted(now.keys() - was.keys()):
        near = tuple(n for n in around.of_number(key[1]) if n.layer == "published")
        yield Change(
            code="reported-added",
            owner=key[0],
            danger=bool(near),  # one wrong digit would warn of somebody's real number
            kind="phone",
            value=key[1],
            sightings=now[key],
            near=near,
        )


def _about_reports(before: Registry, after: Registry) -> Iterator[Change]:
    """What else is said of the reported numbers, which may excuse one."""
    was = {(r.platform, n.value): n for r in before.reported for n in r.numbers}
    for report in after.reported:
        for number in report.numbers:
            old = was.get((report.platform, number.value))
            yield from text_changes(old, number, report.platform)
            for edit in edits(old, number, frozenset(), number.value) if old else ():
                yield edit.change(report.platform)


def _reported(registry: Registry) -> _Reported:
    return {(r.platform, n.value): n.sightings for r in registry.reported for n in r.numbers}


def _authorities(before: Registry, after: Registry) -> Iterator[Change]:
    was, now = _bodies(before), _bodies(after)
    for key in sorted(was.keys() | now.keys()):
        yield from _body_changes(key, was.get(key), now.get(key))


def _body_changes(
    key: tuple[str, str], old: Authority | None, new: Authority | None
) -> Iterator[Change]:
    """People in distress call these, so a new number or address is as critical as a channel."""
    owner, name = key
    if old == new:
        return
    if new is None:
        yield Change(code="authority-removed", owner=owner, danger=True, after=name)
        return
    handled = set(_READ)
    for kind in ("phone", "url"):
        before, after = getattr(old, kind, None) or "", getattr(new, kind) or ""
        if after and after != before:
            handled.add(kind)
            yield Change(
                code="authority-contact",
                owner=owner,
                danger=True,
                kind=kind,
                value=after,
                before=before,
                after=name,
            )
    yield from text_changes(old, new, owner)
    for edit in edits(old, new, frozenset(handled), name) if old else ():
        yield edit.change(owner)


def _bodies(registry: Registry) -> dict[tuple[str, str], Authority]:
    return {(c.country, a.name): a for c in registry.authorities for a in c.authorities}
