"""From the findings about every reading of one contact to the one verdict about it."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from hotline_check.origins import Origin
from hotline_check.reading.codes import Problem
from hotline_check.reading.models import Find, Reading
from hotline_check.registry.lookups.facts import ClaimedBy
from hotline_check.registry.models import Authority, Platform
from hotline_check.verdict.about_reading import about_reading
from hotline_check.verdict.authority import names_of
from hotline_check.verdict.instead import ways_to_reach
from hotline_check.verdict.models import (
    Direction,
    Finding,
    Reason,
    RegistryInfo,
    Status,
    Verdict,
)
from hotline_check.verdict.phone import hidden_caller, without_country

_PUBLISHED = frozenset({Status.LISTED, Status.STALE, Status.CALLER_ID_UNPROVEN})
# What holds for each of several readings that are all dangerous: none is the claimed one's.
_OF_NO_READING = frozenset({Status.NO_PHONE_LINE, Status.NOT_LISTED})


def answer(
    find: Find,
    judged: Sequence[tuple[Reading, Finding]],
    *,
    claim: Platform | None,
    claimed_by: ClaimedBy = "person",
    direction: Direction,
    today: dt.date,
    registry: RegistryInfo,
    unknown_claim: Reason | None = None,
    bodies: Sequence[tuple[str, Authority]] = (),
) -> Verdict:
    """The verdict about one contact.

    judged: each reading of it with its row of the table. Readings that would get different
    answers make it `ambiguous`, and so does a country that its sentence names instead of that of
    a published one; without a reading it is `unreadable`, or `ambiguous` when only
    the country is missing. unknown_claim: why the name that the person gave is no platform's.
    bodies: public bodies whose line it is if it is dialled in their country.
    """
    rows = {(f.status, f.platform.id if f.platform else None) for _, f in judged}
    if len(rows) == 1:
        reading, finding = judged[0]
    elif rows:
        reading, finding = None, _several(judged)
    else:
        offered = claim if find.is_offered else None
        reading, finding = (
            None,
            _nothing(find.problem or Problem.NO_NUMBER, offered, direction, bodies),
        )
    finding = about_reading(finding, [reading] if reading else [r for r, _ in judged])
    if unknown_claim:
        finding = _doubted(finding, unknown_claim)
    if find.origin == "hidden":
        finding = _doubted(finding, Reason("hidden-text"))
    elif find.origin in {"picture", "qr-code"}:
        finding = _doubted(_perhaps_misread(finding, find.origin), Reason("from-picture"))
    elif find.origin == "pdf":
        finding = _doubted(finding, Reason("from-pdf"))
    if find.countries and finding.level == "listed":
        reading, finding = None, _several(judged)
    if find.may_have_called and finding.level == "listed":
        is_phone = reading is not None and reading.kind == "phone"
        finding = _doubted(finding, Reason("may-have-called" if is_phone else "may-have-written"))
    platform = finding.platform
    helper = claim or platform
    reasons = (*finding.reasons, *_background(finding, helper, direction))
    return Verdict(
        input=find.text,
        status=finding.status,
        direction=direction,
        reading=reading,
        readings=tuple(r for r, _ in judged),
        claim=claim.id if claim else None,
        claim_name=claim.name if claim else None,
        claimed_by=claimed_by if claim else None,
        platform=platform.id if platform else None,
        platform_name=platform.name if platform else None,
        reasons=reasons,
        sightings=finding.sightings,
        is_confirmed=finding.is_confirmed,
        instead=() if helper is None or finding.level == "listed" else ways_to_reach(helper, today),
        never_asks=helper.never_asks if helper else (),
        registry=registry,
    )


def _several(judged: Sequence[tuple[Reading, Finding]]) -> Finding:
    readings = tuple(_may_be(*pair) for pair in judged)
    findings = [finding for _, finding in judged]
    if all(finding.level == "danger" for finding in findings):
        for finding in findings:
            if finding.status in _OF_NO_READING:
                return msgspec.structs.replace(finding, reasons=(*finding.reasons, *readings))
    # All of them: a single one would be copied, and may be the one that lists the number.
    regions = dict.fromkeys(reading.region for reading, _ in judged if reading.region)
    say = Reason("say-country", {"regions": ", ".join(regions) or "US"})
    return Finding(status=Status.AMBIGUOUS, reasons=(*readings, say))


def _may_be(reading: Reading, finding: Finding) -> Reason:
    """One of several readings, with what the registry knows about it."""
    args = {"value": reading.value, "region": reading.region or "?"}
    if finding.platform and finding.status in _PUBLISHED:
        return Reason("may-be-published", {**args, "platform": finding.platform.name})
    if finding.platform and finding.status is Status.REPORTED:
        return Reason("may-be-reported", {**args, "platform": finding.platform.name})
    return Reason("may-be", args)


def _nothing(
    problem: Problem,
    claim: Platform | None,
    direction: Direction,
    bodies: Sequence[tuple[str, Authority]],
) -> Finding:
    if problem == "caller-hidden":
        return hidden_caller(claim)
    if problem != Problem.NO_COUNTRY:
        return Finding(status=Status.UNREADABLE, reasons=(Reason(problem),))
    found = without_country(claim, direction) if claim else None
    if found and (not bodies or found.status is Status.INBOUND_ONLY):
        return found
    lines = tuple(
        Reason("may-be-authority", {**names_of(body), "country": code, "region": code})
        for code, body in bodies
    )
    return Finding(status=Status.AMBIGUOUS, reasons=(Reason(problem), *lines))


def _doubted(finding: Finding, doubt: Reason) -> Finding:
    """A finding that must not reassure, for a reason of its own; bad news stays what it is."""
    if finding.level != "listed":
        return msgspec.structs.replace(finding, reasons=(*finding.reasons, doubt))
    return msgspec.structs.replace(
        finding, status=Status.UNKNOWN, is_confirmed=False, reasons=(doubt, *finding.reasons)
    )


def _perhaps_misread(finding: Finding, origin: Origin) -> Finding:
    """A finding that does not rest on one letter or digit of a picture.

    Software misreads one of them about as often as somebody imitates a contact by it. A code is
    read exactly or not at all.
    """
    if origin == "picture" and finding.status is Status.LOOKALIKE:
        return msgspec.structs.replace(finding, status=Status.UNKNOWN)
    return finding


def _background(
    finding: Finding, platform: Platform | None, direction: Direction
) -> tuple[Reason, ...]:
    """What else the registry says of the platform that changes what a person should do."""
    if platform is None:
        return ()
    name = {"platform": platform.name}
    out = []
    if direction == "they-called" and platform.calls in {"announced", "rare"}:
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
