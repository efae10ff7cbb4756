"""Counts of a registry's entries."""

import datetime as dt
from collections import Counter
from typing import Any

from hotline_check.registry.storage.snapshot import Snapshot


def census(snapshot: Snapshot, today: dt.date) -> dict[str, Any]:
    """Counts by policy, kind, country, channel and freshness, ready for JSON.

    fresh, stale: current phones seen on own pages, by the age of their newest sighting.
    """
    from hotline_check.registry.freshness import is_good

    platforms = [snapshot.owner(i) for i in snapshot.ids("platforms")]
    current = [(p, c) for p in platforms for c in p.channels if c.retired is None]
    phones = [(p, c) for p, c in current if c.kind == "phone"]
    reported = [r for r in map(snapshot.reported, snapshot.ids("reported")) if r]
    seen = [s.seen for p, c in current for s in c.sightings]
    return {
        "platforms": len(platforms),
        "channels": len(current),
        "phones": len({c.value for _, c in phones}),
        "listable_phones": len({c.value for p, c in phones if is_good(p, c, today)}),
        "reported_numbers": len({n.value for r in reported for n in r.numbers}),
        "countries_with_authorities": len(snapshot.ids("authorities")),
        "oldest_sighting": min(seen).isoformat() if seen else None,
        "newest_sighting": max(seen).isoformat() if seen else None,
        "policies": _count(p.phone_policy for p in platforms),
        "coverage": _count(p.coverage for p in platforms),
        "kinds": _count(p.kind for p in platforms),
        "countries": _count(p.country or "?" for p in platforms),
        "phone_regions": _count(r for _, c in phones for r in c.regions or ("*",)),
        "channel_kinds": _count(c.kind for _, c in current),
    }


def _count(words: Any) -> dict[str, int]:
    return dict(Counter(words).most_common())
