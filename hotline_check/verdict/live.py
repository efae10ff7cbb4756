"""What a look at the platform's pages today does to a verdict."""

import datetime as dt
from collections.abc import Mapping

import msgspec

from hotline_check.registry.models import Sighting
from hotline_check.verdict.models import Reason, Status, Verdict

_UNPROVEN = frozenset({"seen-too-long-ago", "on-own-page"})


def after_look(
    verdict: Verdict, today: dt.date, *, seen_at: str | None, unread: Mapping[str, str], whole: bool
) -> Verdict:
    """The verdict with what the pages said today.

    seen_at: the page that shows the value now. unread: pages that could not be read, with the
    reason's code. whole: every page that matters was read. A page that shows it today makes an
    old proof fresh; a page read whole without it disputes a listing. A page that can't be read
    confirms nothing and denies nothing.
    """
    if seen_at:
        return _seen(verdict, today, seen_at)
    if not whole:
        failures = tuple(
            Reason("live-unreadable", {"url": url, "why": why}) for url, why in unread.items()
        )
        none = Reason("live-no-page") if not failures else None
        reasons = (*verdict.reasons, *failures[:2], *((none,) if none else ()))
        return msgspec.structs.replace(verdict, reasons=reasons)
    status = Status.DISPUTED if verdict.status is Status.LISTED else verdict.status
    reasons = (*verdict.reasons, Reason("live-absent"))
    return msgspec.structs.replace(verdict, status=status, reasons=reasons)


def _seen(verdict: Verdict, today: dt.date, url: str) -> Verdict:
    now = Sighting(url=url, seen=today, how="live", source_kind="operator")
    sightings = (now, *(s for s in verdict.sightings if s.url != url))
    if verdict.status in {Status.LISTED, Status.STALE}:
        kept = tuple(r for r in verdict.reasons if r.code not in _UNPROVEN)
        return msgspec.structs.replace(
            verdict,
            status=Status.LISTED,
            reasons=(Reason("live-confirmed"), *kept),
            sightings=sightings,
            instead=(),
        )
    # The page shows it, but no person has reviewed it: it is reported and nothing more.
    reasons = (*verdict.reasons, Reason("live-unreviewed"))
    return msgspec.structs.replace(verdict, reasons=reasons, sightings=sightings)
