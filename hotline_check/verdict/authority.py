"""The row for lines of public bodies that take scam reports."""

import datetime as dt

from hotline_check.registry.freshness import FRESH_DAYS, is_recent
from hotline_check.registry.lookups.facts import Facts
from hotline_check.registry.models import Authority, AuthoritySighting
from hotline_check.verdict.models import (
    Direction,
    Finding,
    Reason,
    Status,
)


def authority(facts: Facts, direction: Direction, today: dt.date) -> Finding | None:
    """The row `authority`, None when no public body has the number.

    It is confirmed only for a person who dials it as what it is: whoever takes it for a
    platform's, or was called from it, may be in the hands of a fraud.
    """
    if not facts.authorities:
        return None
    ranked = sorted(facts.authorities, key=lambda found: not _is_confirmed_by(found[1], today))
    country, body = ranked[0]
    args = {**names_of(body), "country": country, "days": str(FRESH_DAYS)}
    claim = facts.claim if facts.claimed_by == "person" else None
    doubts = []
    if direction == "they-called":
        doubts.append("authority-calling")
    elif claim is not None:
        args["platform"] = claim.name
        doubts.append("authority-not-platform")
    if not any(s.source_kind == "government" for s in body.sightings):
        doubts.append("authority-secondhand")
    elif not _is_confirmed_by(body, today):
        doubts.append("authority-stale")
    pages = sorted(body.sightings, key=_strength, reverse=True)
    codes = doubts or ["authority-line"]
    return Finding(
        status=Status.AUTHORITY,
        reasons=tuple(Reason(code, args) for code in codes),
        sightings=tuple(pages),
        is_confirmed=not doubts,
    )


def names_of(body: Authority) -> dict[str, str]:
    """A body's name for a reason's places, and its names in other languages by tag."""
    return {"authority": body.name, **{f"authority:{tag}": n for tag, n in body.names.items()}}


def _is_confirmed_by(body: Authority, today: dt.date) -> bool:
    """Whether a government page showed the line recently."""
    return any(s.source_kind == "government" and is_recent(s.seen, today) for s in body.sightings)


def _strength(sighting: AuthoritySighting) -> tuple[bool, dt.date]:
    """Sort key: the pages that can confirm a line before the press, newer ones before older."""
    return sighting.source_kind == "government", sighting.seen
