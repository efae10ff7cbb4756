"""Which country national digits belong to, by phonenumbers' metadata alone.

The library's own functions answer the same (`test_validity.py`) in twice the time, for they build a
number and look the metadata up at each call; `find` would take 18 % longer on spam (docs/adr/0013).
"""

import re
from functools import cache
from typing import Final, NamedTuple

from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneMetadata
from phonenumbers.phonemetadata import PhoneNumberDesc

# The kinds that make a number valid; the small patterns come first.
_KINDS: Final = (
    *("toll_free", "premium_rate", "shared_cost", "voip", "personal_number", "pager", "uan"),
    *("voicemail", "fixed_line", "mobile"),
)


def region_of(code: int, nsn: str) -> str | None:
    """The country (`001` for a code of none) of a national significant number, if any has it."""
    regions = COUNTRY_CODE_TO_REGION_CODE.get(code, ())
    if len(regions) == 1:
        return regions[0]
    for region in regions:
        leading = _leading(region)
        if leading is None and is_valid(code, region, nsn):
            return region
        if leading is not None and leading.match(nsn):
            return region
    return None


def is_valid(code: int, region: str, nsn: str) -> bool:
    """Whether a country's plan has such a number; the code belongs to the country."""
    plan = _plan(code, region)
    if plan is None or not plan.general.fits(nsn):
        return False
    return any(kind.fits(nsn) for kind in plan.kinds)


class _Shape:
    """The lengths and the pattern of one kind of numbers."""

    def __init__(self, shape: PhoneNumberDesc) -> None:
        self.lengths = frozenset(shape.possible_length)
        self._written = shape.national_number_pattern or ""
        self._pattern: re.Pattern[str] | None = None

    def fits(self, nsn: str) -> bool:
        if self.lengths and len(nsn) not in self.lengths:
            return False
        if self._pattern is None:  # compiled only when a number has its length
            self._pattern = re.compile(self._written)
        return self._pattern.fullmatch(nsn) is not None


class _Plan(NamedTuple):
    """A country's shapes: what every number of it has, and each kind's own."""

    general: _Shape
    kinds: tuple[_Shape, ...]


@cache
def _plan(code: int, region: str) -> _Plan | None:
    metadata = PhoneMetadata.metadata_for_region_or_calling_code(code, region)
    if metadata is None or metadata.general_desc is None:
        return None
    shapes = [getattr(metadata, kind) for kind in _KINDS]
    used = {shape.national_number_pattern: shape for shape in shapes if shape is not None}
    used.pop(None, None)
    return _Plan(_Shape(metadata.general_desc), tuple(map(_Shape, used.values())))


@cache
def _leading(region: str) -> re.Pattern[str] | None:
    metadata = PhoneMetadata.metadata_for_region(region, None)
    if metadata is None or metadata.leading_digits is None:
        return None
    return re.compile(metadata.leading_digits)
