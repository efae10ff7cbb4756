"""Changes of a platform's entry, apart from its channels."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

import msgspec

from hotline_check.registry.freshness import fresh_days
from hotline_check.registry.models import Domain, Impostor, Platform, Sighting, Withheld
from hotline_check.upkeep.review.channels import channel_edits, is_owned
from hotline_check.upkeep.review.edits import Edit, edits
from hotline_check.upkeep.review.models import Caution, Change, Code
from hotline_check.upkeep.review.nearness import Surroundings
from hotline_check.upkeep.review.texts import text_changes

_CALLS = ("never", "announced", "rare", None)  # from the strongest statement to none
# With one of these policies, a check rejects every number claimed to be the platform's.
_PROTECTING = frozenset({"none", "callback-only"})
_HANDLED = frozenset(
    {
        "id",
        "status",
        "domains",
        "phone_policy",
        "calls",
        "fresh_days",
        "channels",
        "withheld",
        "impostors",
        "report_to",
    }
)


def platform_changes(old: Platform | None, new: Platform, around: Surroundings) -> Iterator[Change]:
    """Changes of a platform's entry; `old` None for a new one."""
    if old is None:
        yield Change(
            code="platform-added",
            owner=new.id,
            danger=False,
            value=new.name,
            after=new.phone_policy,
        )
    for domain in new.pins:
        if old is None or domain not in old.pins:
            yield Change(
                code="domain-added",
                owner=new.id,
                danger=True,
                kind="host",
                value=domain,
                near=around.of_domain(domain, new.id),
                sightings=_pages_of(new, domain),
            )
    yield from _report_to(old, new)
    if old is not None:
        yield from _statements(old, new)
        yield from _lists(old, new)
        yield from _edited(old, new, around)
    yield from text_changes(old, new, new.id)


def _pages_of(platform: Platform, pin: str) -> tuple[Sighting, ...]:
    return tuple(s for d in platform.described_domains if d.domain == pin for s in d.sightings)


def _statements(old: Platform, new: Platform) -> Iterator[Change]:
    for domain in old.pins:
        if domain not in new.pins:
            yield Change(
                code="domain-removed", owner=new.id, danger=True, kind="host", value=domain
            )
    if old.phone_policy != new.phone_policy:
        yield Change(
            code="policy-changed",
            owner=new.id,
            danger=old.phone_policy in _PROTECTING or new.phone_policy == "unknown",
            before=old.phone_policy,
            after=new.phone_policy,
            sightings=_source(new.phone_policy_source),
        )
    if old.calls != new.calls:
        yield Change(
            code="calls-changed",
            owner=new.id,
            danger=_CALLS.index(new.calls) > _CALLS.index(old.calls),
            before=old.calls or "",
            after=new.calls or "",
            sightings=_source(new.calls_source),
        )
    was, now = fresh_days(old), fresh_days(new)
    if now > was:
        yield Change(
            code="fresher-for-longer", owner=new.id, danger=True, before=str(was), after=str(now)
        )
    if old.status != new.status:
        reopened = new.status == "active"
        code: Code = "platform-reopened" if reopened else "platform-closed"
        yield Change(code=code, owner=new.id, danger=reopened)


def _source(sighting: Sighting | None) -> tuple[Sighting, ...]:
    return (sighting,) if sighting else ()


def _report_to(old: Platform | None, new: Platform) -> Iterator[Change]:
    before = old.report_to.value if old and old.report_to else ""
    there = new.report_to
    if there and there.value != before:
        yield Change(
            code="report-to-changed",
            owner=new.id,
            danger=not is_owned(new, there.kind, there.value),
            kind=there.kind,
            value=there.value,
            before=before,
            sightings=there.sightings,
        )


def _lists(old: Platform, new: Platform) -> Iterator[Change]:
    lists: tuple[tuple[Code, Code, Any, Any], ...] = (
        ("withheld-added", "withheld-removed", old.withheld, new.withheld),
        ("impostor-added", "impostor-removed", old.impostors, new.impostors),
    )
    for added, removed, was, now in lists:
        before, after = {_named(e) for e in was}, {_named(e) for e in now}
        for kind, value in sorted(before - after):
            yield Change(code=removed, owner=new.id, danger=True, kind=kind, value=value)
        for entry in now:
            kind, value = _named(entry)
            if (kind, value) not in before:
                danger = _excuses(entry)
                yield Change(code=added, owner=new.id, danger=danger, kind=kind, value=value)


def _named(entry: Withheld | Impostor) -> tuple[str, str]:
    return getattr(entry, "kind", "phone"), entry.value


def _excuses(entry: Withheld | Impostor) -> bool:
    """Return True if an entry makes "do not dial" or "do not use" milder."""
    return isinstance(entry, Withheld) or entry.relation in {"mirror", "other-company"}


def _edited(old: Platform, new: Platform, around: Surroundings) -> Iterator[Change]:
    """The remaining differences, each key with what it held and holds."""
    of_lists = chain(
        _kept(old.withheld, new.withheld),
        _kept(old.impostors, new.impostors),
        _kept_domains(old, new),
    )
    for edit in [*edits(old, new, _HANDLED), *channel_edits(old, new), *of_lists]:
        change = edit.change(new.id)
        if edit.key in {"name", "aliases"}:
            others = around.names_in(_names(new) - _names(old), new.id)
            cautions: tuple[Caution, ...] = ("names-another",) if others else ()
            change = msgspec.structs.replace(change, near=others, cautions=cautions)
        yield change


def _kept(was: Sequence[Withheld | Impostor], now: Sequence[Withheld | Impostor]) -> Iterator[Edit]:
    """Keys of the entries of a list that are in both states."""
    before = {_named(entry): entry for entry in was}
    for entry in now:
        if old := before.get(_named(entry)):
            yield from edits(old, entry, frozenset(), entry.value)


def _kept_domains(old: Platform, new: Platform) -> Iterator[Edit]:
    """What the domains in both states say of themselves: their pages, who else runs them."""
    before, after = ({d.domain: d for d in each.described_domains} for each in (old, new))
    for pin in new.pins:
        if pin in old.pins:
            plain = Domain(domain=pin)
            yield from edits(before.get(pin, plain), after.get(pin, plain), frozenset(), pin)


def _names(platform: Platform) -> set[str]:
    return {platform.name, *platform.aliases}
