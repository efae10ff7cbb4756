"""Building the reading of a phone number from what the numbering plans say of it."""

from collections.abc import Iterable

from hotline_check.reading import codes
from hotline_check.reading.models import Assumption, Reading
from hotline_check.reading.phone.metadata import Known


def of_known(number: Known, *assumed: Assumption) -> Reading:
    """The reading of a number that the plans know, with what was assumed to get there."""
    if number.valid and not (assumed or number.left_out or number.trunk_zero):
        return Reading(kind="phone", value=number.value, region=number.region)
    every = [*assumed, *number.left_out]
    if number.trunk_zero:
        every.append(Assumption(codes.TRUNK_ZERO_DROPPED))
    if not number.valid:
        every.append(Assumption(codes.NOT_IN_PLAN))
    return Reading(kind="phone", value=number.value, region=number.region, assumed=tuple(every))


def doubled(number: Known, *assumed: Assumption) -> Reading:
    """The reading of a number whose country code was written twice."""
    double = Assumption(codes.DOUBLED_COUNTRY_CODE, (str(number.code),))
    return Reading(
        kind="phone",
        value=number.value,
        region=number.region,
        assumed=(*assumed, double),
        disguise=(codes.TAG_DOUBLED,),
    )


def at_home(digits: str, region: str, *assumed: Assumption) -> Reading:
    """The reading of digits as they are dialled inside a country, and nowhere else."""
    home = Assumption(codes.HOME_ONLY, (region,))
    return Reading(kind="phone", value=digits, region=region, assumed=(*assumed, home))


def unique(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """The readings with the first of each value, in order."""
    seen: dict[tuple[str, str | None], Reading] = {}
    for reading in readings:
        key = (reading.value, None if reading.value.startswith("+") else reading.region)
        seen.setdefault(key, reading)
    return tuple(seen.values())
