"""What the way a number was written adds to its row of the table, or takes from it."""

from collections.abc import Sequence

import msgspec

from hotline_check.reading import codes
from hotline_check.reading.models import Reading
from hotline_check.verdict.models import Finding, Reason, Status

# Letters that were read as digits; a phone into which they are pasted dials their keys.
_PASTED_AS_KEYS = frozenset({codes.LETTER_AS_DIGIT, codes.WORDS_AS_DIGITS})


def about_reading(finding: Finding, readings: Sequence[Reading]) -> Finding:
    """The finding with what its readings assume.

    A number after another country's international prefix, or with a plus that is none of its
    own, is not what a phone would call, so it is never listed. One with letters for digits is
    listed with the digits to type.
    """
    reasons = [*finding.reasons]
    status, is_confirmed = finding.status, finding.is_confirmed
    assumed = {each.code: each for reading in readings for each in reading.assumed}
    foreign = assumed.get(codes.FOREIGN_PREFIX)
    if foreign and (finding.level == "listed" or status is Status.AMBIGUOUS):
        status, is_confirmed = Status.AMBIGUOUS, False
        prefix, region = foreign.args
        reasons.append(Reason("foreign-prefix", {"prefix": prefix, "region": region}))
    elif codes.PLUS_IGNORED in assumed and finding.level == "listed" and finding.platform:
        # With its plus the phone dials another number, or none.
        status, is_confirmed = Status.AMBIGUOUS, False
        named = {"value": readings[0].value, "region": readings[0].region or "?"}
        published = Reason("may-be-published", {**named, "platform": finding.platform.name})
        reasons.insert(0, published)
    if codes.NO_SUCH_CODE in assumed:
        reasons.append(Reason("no-such-code", {"code": assumed[codes.NO_SUCH_CODE].args[0]}))
    if finding.level == "listed" and not foreign and not _PASTED_AS_KEYS.isdisjoint(assumed):
        reasons.insert(0, Reason("type-digits", {"value": readings[0].value}))
    return msgspec.structs.replace(
        finding, status=status, is_confirmed=is_confirmed, reasons=tuple(reasons)
    )
