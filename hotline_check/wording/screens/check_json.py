"""A verdict as a JSON object: the stable form for other programs (docs/schemas/verdict.json)."""

from typing import Any

import msgspec

from hotline_check.reading.models import Reading
from hotline_check.verdict.models import Verdict
from hotline_check.wording.terms.assumptions import assumption
from hotline_check.wording.terms.headlines import headline
from hotline_check.wording.terms.reasons import reason
from hotline_check.wording.text.catalogue import Words

# Raised when a key changes its meaning; new keys may come at any time.
VERSION = 1


def record(verdict: Verdict, _: Words) -> dict[str, Any]:
    """The verdict as plain values; sentences are in the language of the words given."""
    return {
        "version": VERSION,
        "input": verdict.input,
        "status": str(verdict.status),
        "level": verdict.level,
        "exit": int(verdict.exit),
        "reading": reading_record(verdict.reading, _) if verdict.reading else None,
        "readings": [reading_record(r, _) for r in verdict.readings],
        "direction": verdict.direction,
        "claim": verdict.claim,
        "claimed_by": verdict.claimed_by,
        "platform": verdict.platform,
        "headline": headline(verdict, _),
        "reasons": [
            {"code": r.code, "text": reason(r, _), "args": dict(r.args)} for r in verdict.reasons
        ],
        "sightings": msgspec.to_builtins(verdict.sightings),
        "instead": [
            {"platform": way.platform, **msgspec.to_builtins(_lean(way.channel))}
            for way in verdict.instead
        ],
        "never_asks": list(verdict.never_asks),
        "registry": msgspec.to_builtins(verdict.registry),
    }


def reading_record(reading: Reading, _: Words) -> dict[str, Any]:
    """A reading as plain values."""
    return {
        "kind": reading.kind,
        "value": reading.value,
        "region": reading.region,
        "network": reading.network,
        "assumed": [assumption(a, _) for a in reading.assumed],
        "disguise": list(reading.disguise),
    }


def _lean(channel: Any) -> Any:
    return msgspec.structs.replace(channel, sightings=channel.sightings[:1], note=None, remarks=())
