"""What the way a number was written adds to its row of the table, or takes from it."""

from collections.abc import Sequence

import msgspec

from hotline_check.reading import codes
from hotline_check.reading.models import Reading
from hotline_check.verdict.models import Finding, Reason, Status

# Letters that were read as digits; a phone into which they are pasted dials their keys.
_PASTED_AS_KEYS = frozenset({codes.LETTER_AS_DIGIT, codes.WORDS_AS_DIGITS})
# A phone that is given what was written calls another number than the one read, or none.
_DIALLED_OTHERWISE = frozenset(
    {codes.PLUS_IGNORED, codes.DOUBLED_COUNTRY_CODE, codes.CONTEXT_ADDED, codes.FIELDS_JOINED}
)


def about_reading(finding: Finding, readings: Sequence[Reading]) -> Finding:
    """The finding with what its readings assume.

    A number that is not what a phone would call, such as one after another country's
    international prefix, is never listed, and neither is what somebody struck out. One with
    letters for digits is listed with the digits to type.
    """
    reasons = [*finding.reasons]
    status, is_confirmed = finding.status, finding.is_confirmed
    assumed = {each.code: each for reading in readings for each in reading.assumed}
    foreign = assumed.get(codes.FOREIGN_PREFIX)
    if foreign and (finding.level == "listed" or status is Status.AMBIGUOUS):
        status, is_confirmed = Status.AMBIGUOUS, False
        prefix, region = foreign.args
        reasons.append(Reason("foreign-prefix", {"prefix": prefix, "region": region}))
    elif finding.level == "listed" and codes.STRUCK_OUT in assumed:
        status, is_confirmed = Status.AMBIGUOUS, False
        reasons.insert(0, Reason("struck-out"))
    elif finding.level == "listed" and not _DIALLED_OTHERWISE.isdisjoint(assumed):
        status, is_confirmed = Status.AMBIGUOUS, False
        reasons.insert(0, _perhaps(finding, readings[0]))
    if codes.NO_SUCH_CODE in assumed:
        reasons.append(Reason("no-such-code", {"code": assumed[codes.NO_SUCH_CODE].args[0]}))
    is_listed = status is finding.status and finding.level == "listed"
    if is_listed and not _PASTED_AS_KEYS.isdisjoint(assumed):
        reasons.insert(0, Reason("type-digits", {"value": readings[0].value}))
    return msgspec.structs.replace(
        finding, status=status, is_confirmed=is_confirmed, reasons=tuple(reasons)
    )


def _perhaps(finding: Finding, reading: Reading) -> Reason:
    """What the number is if it is what was read."""
    named = {"value": reading.value, "region": reading.region or "?"}
    if finding.platform is None:
        return Reason("may-be", named)
    return Reason("may-be-published", {**named, "platform": finding.platform.name})
