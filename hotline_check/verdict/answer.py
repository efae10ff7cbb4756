"""From the findings about every reading of one contact to the one verdict about it."""

import datetime as dt
from collections.abc import Sequence

from hotline_check.reading.models import Find, Reading
from hotline_check.registry.models import Platform
from hotline_check.verdict.instead import ways_to_reach
from hotline_check.verdict.models import (
    Direction,
    Finding,
    Reason,
    RegistryInfo,
    Status,
    Verdict,
)


def answer(
    find: Find,
    judged: Sequence[tuple[Reading, Finding]],
    *,
    claim: Platform | None,
    direction: Direction,
    today: dt.date,
    registry: RegistryInfo,
) -> Verdict:
    """The verdict about one contact.

    judged: each reading of it with its row of the table. Readings that would get different
    answers make it `ambiguous`; without a reading it is `unreadable`, or `ambiguous` when only
    the country is missing.
    """
    rows = {(f.status, f.platform.id if f.platform else None) for _, f in judged}
    if len(rows) == 1:
        reading, finding = judged[0]
    elif rows:
        reading, finding = None, _several([r for r, _ in judged])
    else:
        reading, finding = None, _nothing(find.problem or "no-number")
    platform = finding.platform
    helper = claim or platform
    reasons = (*finding.reasons, *_background(finding, helper, direction))
    listed = finding.status is Status.LISTED
    return Verdict(
        input=find.text,
        status=finding.status,
        direction=direction,
        reading=reading,
        readings=tuple(r for r, _ in judged),
        claim=claim.id if claim else None,
        claim_name=claim.name if claim else None,
        platform=platform.id if platform else None,
        platform_name=platform.name if platform else None,
        reasons=reasons,
        sightings=finding.sightings,
        instead=() if helper is None or listed else ways_to_reach(helper, today),
        never_asks=helper.never_asks if helper else (),
        registry=registry,
    )


def _several(readings: Sequence[Reading]) -> Finding:
    return Finding(
        status=Status.AMBIGUOUS,
        reasons=(
            *(Reason("may-be", {"value": r.value, "region": r.region or "?"}) for r in readings),
            Reason("say-country"),
        ),
    )


def _nothing(problem: str) -> Finding:
    status = Status.AMBIGUOUS if problem == "no-country" else Status.UNREADABLE
    return Finding(status=status, reasons=(Reason(problem),))


def _background(
    finding: Finding, platform: Platform | None, direction: Direction
) -> tuple[Reason, ...]:
    """What else the registry says of the platform that changes what a person should do."""
    if platform is None:
        return ()
    name = {"platform": platform.name}
    out = []
    if direction == "they-called" and platform.calls:
        out.append(Reason(f"calls-{platform.calls}", name))
    if platform.status == "closed":
        out.append(Reason("platform-closed", name))
    for reason in finding.reasons:
        if reason.code.startswith("policy-") and "date" in reason.args:
            out.append(Reason("policy-dated", {"date": reason.args["date"]}))
        if reason.args.get("customers") and not reason.code.startswith("scope-"):
            out.append(Reason("for-customers", {"customers": reason.args["customers"]}))
        if reason.args.get("topics"):
            out.append(Reason("for-topics", {"topics": reason.args["topics"]}))
    return tuple(out)
