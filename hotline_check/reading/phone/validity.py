"""Which country national digits belong to, by phonenumbers' metadata alone.

The library's own functions answer the same (`test_validity.py`) in several times the time, for they
build a number and look the metadata up at each call (docs/adr/0013).
"""

import re
from functools import cache
from typing import Final, NamedTuple

from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneMetadata, ValidationResult
from phonenumbers.phonemetadata import PhoneNumberDesc

# The kinds that make a number valid; the small patterns come first.
_KINDS: Final = (
    *("toll_free", "premium_rate", "shared_cost", "voip", "personal_number", "pager", "uan"),
    *("voicemail", "fixed_line", "mobile"),
)
# Digits of the shortest and the longest national number that libphonenumber parses.
_SHORTEST: Final = 2
_LONGEST: Final = 17


def after_plus(digits: str) -> tuple[int, str] | None:
    """The calling code and the national number of digits after a plus.

    None without a calling code, and where libphonenumber may leave some of the digits out.
    """
    for size in (1, 2, 3):  # no code is the start of another
        found = _calling_code(digits[:size])
        if found is not None:
            nsn = digits[size:]
            if not _SHORTEST <= len(nsn) <= _LONGEST:
                return None
            if found.trunk_prefix is not None and found.trunk_prefix.match(nsn):
                return None
            return found.code, nsn
    return None


def length_of(code: int, nsn: str) -> int:
    """What libphonenumber's `ValidationResult` says of the length of a national number."""
    found = _calling_code(str(code))
    if found is None:
        return ValidationResult.INVALID_COUNTRY_CODE
    size = len(nsn)
    if size in found.local_lengths:
        return ValidationResult.IS_POSSIBLE_LOCAL_ONLY
    if size in found.lengths:
        return ValidationResult.IS_POSSIBLE
    if size < found.lengths[0]:
        return ValidationResult.TOO_SHORT
    return (
        ValidationResult.TOO_LONG if size > found.lengths[-1] else ValidationResult.INVALID_LENGTH
    )


def is_possible(code: int, nsn: str) -> bool:
    """Whether a national number has a length that is dialled with its area code."""
    return length_of(code, nsn) == ValidationResult.IS_POSSIBLE


def country_of(code: int, nsn: str) -> tuple[str | None, bool]:
    """The country of a national number as `region_of` gives it, and whether its plan has it."""
    regions = COUNTRY_CODE_TO_REGION_CODE.get(code, ())
    for region in regions:
        plan = _plan(code, region)
        leading = plan.leading if len(regions) > 1 else None
        if leading is None:
            is_in_plan = plan.has(nsn)
            if is_in_plan or len(regions) == 1:
                return region, is_in_plan
        elif leading.match(nsn):
            return region, plan.has(nsn)
    return None, False


def region_of(code: int, nsn: str) -> str | None:
    """The country (`001` for a code of none) of a national significant number, if any has it."""
    return country_of(code, nsn)[0]


def is_valid(code: int, region: str, nsn: str) -> bool:
    """Whether a country's plan has such a number; the code belongs to the country."""
    return _plan(code, region).has(nsn)


def is_for_home_only(region: str, nsn: str) -> bool:
    """Return True for a country's number that can't be dialled from other countries."""
    shape = _home_shape(region)
    return shape is not None and shape.fits(nsn)


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


class _Plan:
    """A country's numbers: what all of them have, and each kind's own.

    leading: how they begin, for a country that is known by it.
    """

    def __init__(self, metadata: PhoneMetadata | None) -> None:
        shapes = [getattr(metadata, kind) for kind in _KINDS] if metadata else []
        used = {shape.national_number_pattern: shape for shape in shapes if shape is not None}
        used.pop(None, None)
        general = metadata.general_desc if metadata else None
        leading = metadata.leading_digits if metadata else None
        self.leading = re.compile(leading) if leading else None
        self._general = _Shape(general) if general else None
        self._kinds = tuple(map(_Shape, used.values()))

    def has(self, nsn: str) -> bool:
        """Whether a number is of any kind. The kind that it has is tried first for the next."""
        if self._general is None or not self._general.fits(nsn):
            return False
        kinds = self._kinds
        for place, kind in enumerate(kinds):
            if kind.fits(nsn):
                if place:  # a new tuple: another thread may be going through the old one
                    self._kinds = (kind, *kinds[:place], *kinds[place + 1 :])
                return True
        return False


class _CallingCode(NamedTuple):
    """What holds for every number after a calling code.

    trunk_prefix: what libphonenumber may take off the national number, at its start.
    lengths: those of national numbers, in order; local_lengths: those without the area code.
    """

    code: int
    trunk_prefix: re.Pattern[str] | None
    lengths: tuple[int, ...]
    local_lengths: tuple[int, ...]


@cache
def _calling_code(digits: str) -> _CallingCode | None:
    """The calling code that some digits are; None for other digits, of which there are few."""
    code = int(digits) if digits.isascii() and digits.isdigit() and digits[0] != "0" else 0
    regions = COUNTRY_CODE_TO_REGION_CODE.get(code)
    if regions is None:
        return None
    metadata = PhoneMetadata.metadata_for_region_or_calling_code(code, regions[0])
    general = metadata.general_desc if metadata else None
    if metadata is None or general is None:
        return None
    prefix = metadata.national_prefix_for_parsing
    return _CallingCode(
        code,
        re.compile(prefix) if prefix else None,
        general.possible_length,
        general.possible_length_local_only,
    )


@cache
def _plan(code: int, region: str) -> _Plan:
    return _Plan(PhoneMetadata.metadata_for_region_or_calling_code(code, region))


@cache
def _home_shape(region: str) -> _Shape | None:
    metadata = PhoneMetadata.metadata_for_region(region, None)
    shape = metadata.no_international_dialling if metadata else None
    return _Shape(shape) if shape else None
