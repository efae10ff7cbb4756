"""Candidates with a plus: the country is named, and mostly how long the number is."""

import re
from typing import Final

from hotline_check.reading.models import Hints, Reading
from hotline_check.reading.phone import certainty, numbering_plan
from hotline_check.reading.phone.metadata import known
from hotline_check.reading.phone.written import Written
from hotline_check.reading.phone_search.candidate import (
    BREAK,
    LABEL_AFTER,
    LABEL_BEFORE,
    Candidate,
    broken_well,
)
from hotline_check.reading.phone_search.evidence import adjacent, context, other_numbers
from hotline_check.reading.phone_search.nearby_country import chinese_mobile

_BETWEEN: Final = "([{< -~.*_\x00\x02\x03"
"""What may stand between a plus and its digits."""
EXTENSION: Final = re.compile(r"(?:x|ext)[.: ]?\d", re.IGNORECASE)
"""What an extension that touches a number begins with."""
_GOES_ON: Final = re.compile(r"[=%@&:$\u00b0*~^#\x02|]{1,6}[0-9]")
_WORD_JOINED: Final = re.compile(r"[-._~/*][^\W\d_]")
_NEXT_OF_LIST: Final = re.compile(r"[^\w\n]{0,3}\n[^\w\n]{0,3}[0-9]{1,2}[.)] ?[^\W\d_]")
"""The number of the next line of a list."""
_NO_HINTS: Final = Hints()
_FEWEST_SINGLE: Final = 10
"""Digits of a number that is not grouped, or digit by digit, and in no plan."""
_FIXED_LENGTH: Final = re.compile(r"1[2-9]\d{9}")


def with_plus(one: Candidate) -> tuple[Reading, ...] | None:
    """The readings of a candidate behind a plus, None for no number."""
    sign = one.before.rstrip(_BETWEEN)
    if _sticks(one, sign[:-1]) or _behind_digits(sign, one.digits):
        return None
    signs = "".join(one.gaps)
    if "," in signs and not _parted_by_commas(one):
        return None
    answer = numbering_plan.resolve(Written(one.digits, True, one.groups), _NO_HINTS)
    if isinstance(answer, str):
        return None
    valid = certainty.is_in_plan(answer)
    if "\n" in signs and not _joined_well(one, valid=valid):
        return None
    if not _goes_no_further(one) or not (valid or _phone_shaped(one)):
        return None
    return (*answer, *_added_in_chinese(one))


def _added_in_chinese(one: Candidate) -> tuple[Reading, ...]:
    """A mobile number of China, grouped as there, behind a plus that may ask to add a contact."""
    if tuple(map(len, one.groups)) != (3, 4, 4) or not chinese_mobile(one, asked=False):
        return ()
    own = numbering_plan.resolve(Written(one.digits, False, one.groups, "CN"), _NO_HINTS)
    return () if isinstance(own, str) else own


def _parted_by_commas(one: Candidate) -> bool:
    """Whether commas part the groups of a number, not its thousands."""
    if "," not in one.gaps:
        return True
    if set(one.gaps) != {","} or len(one.groups) < 3:
        return False
    return not other_numbers.amounts(one.groups, one.gaps)


def _sticks(one: Candidate, before: str) -> bool:
    """Whether a number with a plus is glued to something other than a word."""
    behind = one.after[:1]
    touched = len(one.groups) == 1 and before[-1:].isalnum()
    if not touched and not behind.isalpha() and behind != "/":
        return False
    if LABEL_BEFORE.search(before) or LABEL_AFTER.match(one.after):
        return False
    if behind.isalpha() and behind.isascii():
        if not adjacent.word_after(one.after) and not EXTENSION.match(one.after):
            return True
    elif len(one.groups) == 1 and (behind == "/" or (behind.isalpha() and not _uncased(behind))):
        return True
    if not touched or _uncased(before[-1]):
        return False
    return not adjacent.word_before(before) or context.labelled(before)


def _uncased(char: str) -> bool:
    """Whether it is a letter of a script that has no capitals and mostly no spaces."""
    return char.isalpha() and char.lower() == char.upper()


def _behind_digits(sign: str, digits: str) -> bool:
    """Whether other digits than its own country code stand right before the plus."""
    outside = sign[:-1] if sign.endswith("+") else ""
    if not outside.rstrip("+ ")[-1:].isdecimal() or outside.endswith(" "):
        return False
    return not adjacent.doubled(outside.rstrip("+"), digits)


def _joined_well(one: Candidate, *, valid: bool) -> bool:
    """Whether a number that runs over a line break is whole only with what stands behind it."""
    if one.digits[0] == "1" and broken_well(one):
        return True
    breaks = [place for place, gap in enumerate(one.gaps) if "\n" in gap]
    parts = [known("+" + "".join(one.groups[: place + 1])) for place in breaks]
    whole = valid or broken_well(one) or (len(one.groups) > 2 and len(one.groups[-1]) > 2)
    return whole and not any(part.valid for part in parts if part)


def _goes_no_further(one: Candidate) -> bool:
    """Whether no digits follow behind a sign, in a country whose numbers may be longer."""
    return bool(_FIXED_LENGTH.fullmatch(one.digits)) or not _GOES_ON.match(one.after)


def _phone_shaped(one: Candidate) -> bool:
    """Whether a number that no plan holds is written as numbers are, and whole."""
    groups = one.groups
    if not _whole(one) or len(one.digits) < 9 or len(set(one.digits)) < 3:
        return False
    if context.measured("", one.after) or _spelled_on(one.after):
        return False
    if len(groups) == 1:
        return len(one.digits) >= _FEWEST_SINGLE and not one.digits.endswith("0000")
    if "," in "".join(one.gaps):
        return False
    if len(groups[-1]) < 2:
        return len(groups) == len(one.digits) >= _FEWEST_SINGLE
    return not (set(one.gaps) == {"."} and len(groups) == 2)


def _spelled_on(after: str) -> bool:
    """Whether a sign joins the digits to a word that may stand for more of them."""
    return _WORD_JOINED.match(after) is not None and not LABEL_AFTER.match(after)


def _whole(one: Candidate) -> bool:
    """Whether no digits follow that a number not in any plan could go on with."""
    if one.last == len(one.row.groups) - 1 or BREAK.search(one.row.gaps[one.last]):
        return True
    return _NEXT_OF_LIST.match(one.after) is not None
