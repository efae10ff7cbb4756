"""Whether a candidate is a phone number, and what it reads as."""

from typing import Final

from hotline_check.reading.codes import Problem
from hotline_check.reading.models import Answer
from hotline_check.reading.phone_search import national
from hotline_check.reading.phone_search.candidate import (
    NANP,
    Candidate,
    Search,
)
from hotline_check.reading.phone_search.evidence import (
    context,
    phoning,
)
from hotline_check.reading.phone_search.international import with_plus
from hotline_check.reading.phone_search.nearby_country import sentence_around
from hotline_check.reading.phone_search.refusal_rules import refusal

# The 15 digits of E.164 after an international prefix such as `00`.
_MOST_WITHOUT_PLUS: Final = 17
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
