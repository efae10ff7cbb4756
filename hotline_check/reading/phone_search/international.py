"""Candidates with a plus: the country is named, and mostly how long the number is."""

import re
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.codes import Problem
from hotline_check.reading.models import Hints, Reading
from hotline_check.reading.phone import certainty, numbering_plan
from hotline_check.reading.phone.metadata import known
from hotline_check.reading.phone.written import Written
from hotline_check.reading.phone_search.candidate import (
    BREAK,
    LABEL_AFTER,
    LABEL_BEFORE,
    Candidate,
    is_broken_well,
)
from hotline_check.reading.phone_search.evidence import adjacent, context, other_numbers
from hotline_check.reading.phone_search.nearby_country import is_chinese_mobile

# What may separate a plus from its digits.
_BETWEEN: Final = "([{< -~.*_\x00\x02\x03"
# What an extension that touches a number begins with.
EXTENSION: Final = lazy_pattern(r"(?:x|ext)[.: ]?\d", re.IGNORECASE)
_GOES_ON: Final = lazy_pattern(r"[=%@&:$\u00b0*~^#\x02|]{1,6}[0-9]")
_WORD_JOINED: Final = lazy_pattern(r"[-._~/*][^\W\d_]")
# The number of the next line of a list.
_NEXT_OF_LIST: Final = lazy_pattern(r"[^\w\n]{0,3}\n[^\w\n]{0,3}[0-9]{1,2}[.)] ?[^\W\d_]")
# What follows a bar, or is joined to a letter as `24h` is, and no digit of the number.
_APART: Final = lazy_pattern(r"[^\w\n]{0,3} (?:\| |[0-9]{1,4}[^\W\d_])")
_NO_HINTS: Final = Hints()
# Digits of a number that is not grouped, or digit by digit, and in no plan.
_FEWEST_SINGLE: Final = 10
_FIXED_LENGTH: Final = lazy_pattern(r"1[2-9]\d{9}")


def with_plus(candidate: Candidate) -> tuple[Reading, ...] | None:
    """The readings of a candidate after a plus, None for no number."""
    sign = candidate.before.rstrip(_BETWEEN)
    if _is_stuck(candidate, sign[:-1]) or _is_after_digits(sign, candidate.digits):
        return None
    signs = "".join(candidate.gaps)
    if "," in signs and not _is_parted_by_commas(candidate):
        return None
    answer = numbering_plan.resolve(Written(candidate.digits, True, candidate.groups), _NO_HINTS)
    if isinstance(answer, Problem):
        return None
    valid = certainty.is_in_plan(answer)
    if "\n" in signs and not _is_joined_well(candidate, valid=valid):
        return None
    if not _goes_no_further(candidate) or not (valid or _is_phone_shaped(candidate)):
        return None
    return (*answer, *_added_in_chinese(candidate))


def _added_in_chinese(candidate: Candidate) -> tuple[Reading, ...]:
    """A mobile number of China, grouped as there, after a plus that may ask to add a contact."""
    if tuple(map(len, candidate.groups)) != (3, 4, 4) or not is_chinese_mobile(
        candidate, asked=False
    ):
        return ()
    own = numbering_plan.resolve(
        Written(candidate.digits, False, candidate.groups, "CN"), _NO_HINTS
    )
    return () if isinstance(own, Problem) else own


def _is_parted_by_commas(candidate: Candidate) -> bool:
    """Return True if commas separate the groups of a number, not its thousands."""
    if "," not in candidate.gaps:
        return True
    if set(candidate.gaps) != {","} or len(candidate.groups) < 3:
        return False
    return not other_numbers.are_amounts(candidate.groups, candidate.gaps)


def _is_stuck(candidate: Candidate, before: str) -> bool:
    """Whether a number with a plus is glued to something other than a word."""
    following = candidate.after[:1]
    touched = len(candidate.groups) == 1 and before[-1:].isalnum()
    if not touched and not following.isalpha() and following != "/":
        return False
    if LABEL_BEFORE.search(before) or LABEL_AFTER.match(candidate.after):
        return False
    if following.isalpha() and following.isascii():
        if not adjacent.has_word_after(candidate.after) and not EXTENSION.match(candidate.after):
            return True
    elif len(candidate.groups) == 1 and (
        following == "/" or (following.isalpha() and not _is_uncased(following))
    ):
        return True
    if not touched or _is_uncased(before[-1]):
        return False
    return not adjacent.has_word_before(before) or context.is_labelled(before)


def _is_uncased(char: str) -> bool:
    """Whether it is a letter of a script that has no capitals and mostly no spaces."""
    return char.isalpha() and char.lower() == char.upper()


def _is_after_digits(sign: str, digits: str) -> bool:
    """Return True if digits other than its own country code are right before the plus."""
    outside = sign[:-1] if sign.endswith("+") else ""
    if not outside.rstrip("+ ")[-1:].isdecimal() or outside.endswith(" "):
        return False
    return not adjacent.doubled(outside.rstrip("+"), digits)


def _is_joined_well(candidate: Candidate, *, valid: bool) -> bool:
    """Return True if a number with a line break in it is complete only with the text after that."""
    if candidate.digits[0] == "1" and is_broken_well(candidate):
        return True
    breaks = [place for place, gap in enumerate(candidate.gaps) if "\n" in gap]
    parts = [known("+" + "".join(candidate.groups[: place + 1])) for place in breaks]
    whole = (
        valid
        or is_broken_well(candidate)
        or (len(candidate.groups) > 2 and len(candidate.groups[-1]) > 2)
    )
    return whole and not any(part.valid for part in parts if part)


def _goes_no_further(candidate: Candidate) -> bool:
    """Return True if no digits follow a sign, in a country whose numbers may be longer."""
    return bool(_FIXED_LENGTH.fullmatch(candidate.digits)) or not _GOES_ON.match(candidate.after)


def _is_phone_shaped(candidate: Candidate) -> bool:
    """Whether a number that no plan holds is written as numbers are, and whole."""
    groups = candidate.groups
    if not _is_whole(candidate) or len(candidate.digits) < 9 or len(set(candidate.digits)) < 3:
        return False
    if context.is_measured("", candidate.after) or _is_spelled_on(candidate.after):
        return False
    if len(groups) == 1:
        return len(candidate.digits) >= _FEWEST_SINGLE and not candidate.digits.endswith("0000")
    if "," in "".join(candidate.gaps):
        return False
    if len(groups[-1]) < 2:
        return len(groups) == len(candidate.digits) >= _FEWEST_SINGLE
    return not (set(candidate.gaps) == {"."} and len(groups) == 2)


def _is_spelled_on(after: str) -> bool:
    """Return True if a sign joins the digits to a word that may spell more of them."""
    return _WORD_JOINED.match(after) is not None and not LABEL_AFTER.match(after)


def _is_whole(candidate: Candidate) -> bool:
    """Whether no digits follow that a number not in any plan could go on with."""
    if candidate.last == len(candidate.row.groups) - 1 or BREAK.search(
        candidate.row.gaps[candidate.last]
    ):
        return True
    if _APART.match(candidate.after) and "|" not in "".join(candidate.gaps):
        return True
    return _NEXT_OF_LIST.match(candidate.after) is not None
