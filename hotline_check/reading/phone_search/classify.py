"""Whether a candidate is a phone number, and what it reads as."""

from typing import Final

from hotline_check.reading.codes import Problem
from hotline_check.reading.models import Answer
from hotline_check.reading.normalize.markers import HIDDEN
from hotline_check.reading.phone import metadata
from hotline_check.reading.phone_search import national
from hotline_check.reading.phone_search.candidate import (
    NANP,
    Candidate,
    Search,
)
from hotline_check.reading.phone_search.digit_groups import MOST_GROUPS, Row
from hotline_check.reading.phone_search.evidence import (
    context,
    phoning,
)
from hotline_check.reading.phone_search.international import with_plus
from hotline_check.reading.phone_search.nearby_country import (
    MOBILE,
    MOBILE_GROUPS,
    named_around,
    sentence_around,
)
from hotline_check.reading.phone_search.refusal_rules import refusal

# The 15 digits of E.164 after an international prefix such as `00`.
_MOST_WITHOUT_PLUS: Final = 17
# Of a number with its country code, though without a plus.
_FEWEST_WITH_CODE: Final = 10
# Of numbers of North America and mobiles of China; 12 with a code twice: `1 1 202 555 0143`.
_DOUBLED_SIZE: Final = 12
_USUAL_SIZES: Final = frozenset({10, 11, _DOUBLED_SIZE})
_FEWEST_SPOKEN: Final = 7
_MOST_SPOKEN: Final = 13
# Digits of a number for which only the name of a platform speaks.
_FEWEST_CLAIMED: Final = 9
# Digits of a number that a word somewhere in its sentence speaks of; fewer need it right there.
_FEWEST_UNLABELLED: Final = 10


def judged(search: Search, candidate: Candidate) -> Answer | None:
    """The readings of a candidate, `no-country` where only that is missing, None for no number."""
    digits = candidate.digits
    if candidate.plus:
        return with_plus(candidate)
    if len(digits) > _MOST_WITHOUT_PLUS or refusal(search, candidate):
        return None
    if len(digits) not in search.lengths and not _may_be_longer(candidate, digits):
        return None
    return national.without_plus(search, candidate, digits)


class Beginning:
    """The groups of a row from one on, without a plus: which digits of them a plan may hold.

    A row of many short groups has hundreds of candidates, and looking at the text around each takes
    a hundred microseconds. Nearly all of them are digits that no plan at hand holds.
    """

    def __init__(self, search: Search, row: Row, first: int) -> None:
        self._search, self._row, self._first = search, row, first
        last = min(first + MOST_GROUPS, len(row.groups)) - 1
        self._digits = digits = "".join(row.groups[first : last + 1])
        self._start, self._end = row.starts[first], row.ends[last]
        self._countries: tuple[str, ...] | None = None
        self._is_spoken_of = not self._is_silent()
        self._is_first_on_line = self._is_first()
        self._says_its_code = metadata.starts_with_code(row.groups[first : first + 2]) and (
            row.gaps[first:last].count(" ") < last - first
        )
        self._is_usual_or_none = not (
            digits.startswith(national.PREFIXES)
            or self._is_spoken_of
            or self._is_first_on_line
            or self._says_its_code
            or search.regions
            or self._named()
        )

    def may_begin_number(self) -> bool:
        """Return False if `may_be_number` is false up to each group."""
        if not self._is_usual_or_none:
            return True
        digits = self._digits
        size = (digits[0] == "1") + (digits[:2] == "11") + len("2025550143")
        return len(digits) >= size and self._is_in_usual_plan(digits[:size])

    def may_be_number(self, last: int, size: int) -> bool:
        """Return False if it is certain that `national.without_plus` reads no number up to here.

        size: the digits up to here.
        """
        digits = self._digits[:size]
        if self._is_in_usual_plan(digits) and self._is_grouped_as_usual(digits, last):
            return True
        if self._is_usual_or_none:
            return False
        if self._fits_any(digits, self._search.regions):
            return True
        if digits[0] == "0":
            return self._has_prefix(digits) or self._may_have_evidence(last) or bool(self._named())
        if self._may_say_its_code(digits, last):
            return True
        return self._fits_any(digits, self._named())

    @staticmethod
    def _fits_any(digits: str, regions: tuple[str, ...]) -> bool:
        return bool(regions) and any(national.fits(digits, region) for region in regions)

    @staticmethod
    def _is_in_usual_plan(digits: str) -> bool:
        """Whether they are a number of North America, a mobile of China, or have a code twice."""
        if len(digits) not in _USUAL_SIZES:
            return False
        if len(digits) == _DOUBLED_SIZE:
            return digits[:2] == "11" and metadata.undoubled(digits) is not None
        if NANP.fullmatch(digits) and metadata.is_north_american_number("1" + digits[-10:]):
            return True
        return MOBILE.fullmatch(digits) is not None

    def _is_grouped_as_usual(self, digits: str, last: int) -> bool:
        """Whether the groups, or the text around, may be those of such a number."""
        groups, gaps = self._row.groups[self._first : last + 1], self._row.gaps[self._first : last]
        if len(digits) == _DOUBLED_SIZE or self._may_have_evidence(last):
            return True
        if MOBILE.fullmatch(digits) and tuple(map(len, groups)) in MOBILE_GROUPS:
            return True
        return national.is_written_well(digits, groups, gaps)

    def _may_say_its_code(self, digits: str, last: int) -> bool:
        """Whether they may be a number with a country code but no plus."""
        may_be_apart = self._may_have_evidence(last)
        if len(digits) < _FEWEST_WITH_CODE or not (self._says_its_code or may_be_apart):
            return False
        number = metadata.known("+" + digits)
        if number is None or number.valid:
            return number is not None
        return may_be_apart and self._says_its_code and self._row.groups[self._first] != "1"

    def _has_prefix(self, digits: str) -> bool:
        if not digits.startswith(national.PREFIXES):
            return False
        prefix = next(each for each in national.PREFIXES if digits.startswith(each))
        return metadata.known("+" + digits[len(prefix) :]) is not None

    def _named(self) -> tuple[str, ...]:
        """The countries that the text around may name."""
        if self._countries is None:
            self._countries = named_around(self._search, self._row, self._start, self._end)
        return self._countries

    def _is_silent(self) -> bool:
        """Return True if no word around speaks of phoning, and the digits are in no disguise."""
        start, end, unmasked = self._start, self._end, self._search.unmasked
        written = phoning.without_punctuation(self._search.text[start:end])
        if HIDDEN in unmasked[start:end] or not written.isascii():
            return False
        before, after = (
            unmasked[max(0, start - context.BEFORE) : start],
            unmasked[end : end + context.AFTER],
        )
        return phoning.is_silent(f"{before} {unmasked[start:end]} {after}")

    def _is_first(self) -> bool:
        """Return False if other digits are before the first ones on what is looked at of a line."""
        row, first = self._row, self._first
        if not first:
            return True
        before, start = row.ends[first - 1], row.starts[first]
        return start - before >= context.BEFORE or "\n" in self._search.unmasked[before:start]

    def _may_have_evidence(self, last: int) -> bool:
        """Return False if it is certain that nothing next to the digits speaks for a phone."""
        if self._is_spoken_of or not self._is_first_on_line:
            return self._is_spoken_of
        row = self._row
        end = row.ends[last]
        after = row.starts[last + 1] if last + 1 < len(row.starts) else end + context.AFTER
        return after - end >= context.AFTER or "\n" in self._search.unmasked[end:after]


def _is_spoken_of(candidate: Candidate) -> bool:
    before, after = candidate.before, candidate.after
    return not phoning.is_silent(f"{before} {after}") and phoning.is_spoken_of(before, after)


def spoken(search: Search, candidate: Candidate) -> Answer | None:
    """The same for a whole run of digits, which no plan at hand holds, next to a word of phoning.

    Its country is what the sentence speaks for; without one it still is a number.
    """
    holds_number = tuple(map(len, candidate.groups[-3:])) == (3, 3, 4) and len(candidate.groups) > 3
    holds_number = holds_number and not NANP.fullmatch(candidate.digits)
    claimed = False
    if not (holds_number or _is_spoken_of(candidate)):
        claimed = _is_claimed(search, candidate)
        if not claimed:
            return None
    if refusal(search, candidate):
        return None
    readings = national.by_sentence(search, candidate)
    if readings:
        return readings
    if claimed and candidate.digits[0] != "0":
        return None
    size = len(candidate.digits)
    if not _FEWEST_SPOKEN <= size <= _MOST_SPOKEN:
        return None
    if holds_number:  # with other digits right before it, as in 5(888) 555-0143
        return Problem.NO_COUNTRY
    if size < _FEWEST_UNLABELLED - (candidate.digits[0] == "0") and not phoning.is_labelled(
        candidate.before
    ):
        return None
    return Problem.NO_COUNTRY


def _is_claimed(search: Search, candidate: Candidate) -> bool:
    """Whether a platform is named in the sentence of several groups that are long enough."""
    if (
        search.claims is None
        or len(candidate.groups) < 2
        or len(candidate.digits) < _FEWEST_CLAIMED
    ):
        return False
    return search.claims(sentence_around(search, candidate))


def _may_be_longer(candidate: Candidate, digits: str) -> bool:
    """Whether a number of no usual length may hold a country code or a prefix."""
    if digits[0] == "0" or len(candidate.groups) > 2:
        return True
    return phoning.has_cue_near(candidate.before, candidate.after) or context.alone(
        candidate.before, candidate.after
    )
