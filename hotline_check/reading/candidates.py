"""One candidate: whether groups of digits are a phone number, and what it reads as."""

import re
from typing import Final, NamedTuple

from hotline_check.reading import codes, context, numbers, plan
from hotline_check.reading.hints import hint_in
from hotline_check.reading.models import Assumption, Hints, Reading
from hotline_check.reading.rows import Row
from hotline_check.reading.written import Written

BREAK: Final = re.compile(r"[;\t\"]|, |: |\n.*\n|\+", re.DOTALL)
"""A gap that ends a number."""
TIGHT: Final = frozenset({"-", ".", "_", ":", "'"})
"""A single sign with digits on both sides: what it joins is one thing."""
_NANP: Final = re.compile(r"1?[2-9]\d\d[2-9]\d{6}")
_NANP_SPACED: Final = frozenset({(1, 3, 3, 4), (3, 3, 4), (1, 3, 7), (1, 3, 3, 2, 2), (3, 3, 2, 2)})
_LABEL_AFTER: Final = re.compile(r"\W?(?:U\.?S\.?A?|UK|call)(?![A-Za-z])", re.IGNORECASE)
_LABEL_BEFORE: Final = re.compile(
    r"(?<![A-Za-z])(?:U\.?S\.?A?|UK|tel|call|phone)\W?\Z", re.IGNORECASE
)
_HINT_REACH: Final = 14
_MAYBE_HINT: Final = re.compile(r"[A-Z][A-Za-z.]|[\[({<]\s*[a-z]{2}")
_MOST_WITHOUT_PLUS: Final = 17


class Candidate(NamedTuple):
    """Groups of a row from `first` to `last`, and what stands beside them."""

    row: Row
    first: int
    last: int
    plus: bool
    before: str
    after: str
    groups: tuple[str, ...]
    gaps: tuple[str, ...]
    digits: str


def candidate(
    unmasked: str, row: Row, first: int, last: int, before: str, *, plus: bool
) -> Candidate:
    """The candidate of these groups; `before` is what stands before the first."""
    end = row.ends[last]
    after = unmasked[end : end + context.AFTER]
    groups = row.groups[first : last + 1]
    return Candidate(
        row, first, last, plus, before, after, groups, row.gaps[first:last], "".join(groups)
    )


class Search(NamedTuple):
    """What every candidate of a text is judged with."""

    text: str
    unmasked: str
    hints: Hints
    fewest: int
    lengths: frozenset[int]
    """How many digits a number without a plus has."""


def judged(search: Search, one: Candidate) -> tuple[Reading, ...] | str | None:
    """The readings of a candidate, `no-country` where only that is missing, None for no number."""
    if _is_part(one):
        return None
    digits = one.digits
    if one.plus:
        return _with_plus(one, digits)
    if len(digits) > _MOST_WITHOUT_PLUS or _no_phone(one, digits):
        return None
    if len(digits) not in search.lengths and not _may_be_longer(one, digits):
        return None
    return _without_plus(search, one, digits)


def _may_be_longer(one: Candidate, digits: str) -> bool:
    """Whether a number of no usual length may hold a country code or a prefix."""
    if digits[0] == "0" or len(one.groups) > 2:
        return True
    return context.cue_near(one.before, one.after) or context.alone(one.before, one.after)


def _is_part(one: Candidate) -> bool:
    """Whether the groups beside it belong to the same thing, so that it would be a fragment."""
    row, first, last = one.row, one.first, one.last
    if first and not one.plus:
        gap = row.gaps[first - 1]
        if gap in TIGHT:
            return True
        if gap in one.gaps and (len(row.groups[first - 1]) > 1 or _small(one)):
            return True
    if last < len(row.gaps):
        gap = row.gaps[last]
        if gap in TIGHT:
            return True
        if not one.plus and gap in one.gaps and (len(row.groups[last + 1]) > 2 or _small(one)):
            return True
    return False


def _small(one: Candidate) -> bool:
    return max(map(len, one.groups)) < 3


def _with_plus(one: Candidate, digits: str) -> tuple[Reading, ...] | str | None:
    sign = one.before.rstrip("([{< -~.*_\x00\x02\x03")
    outside = sign[:-1].rstrip("+ ")[-1:] if sign.endswith("+") else ""
    if len(one.groups) == 1:
        glued = sign[:-1][-1:].isalnum() or one.after[:1].isalpha() or one.after[:1] == "/"
        if glued and not _LABEL_BEFORE.search(sign[:-1]) and not _LABEL_AFTER.match(one.after):
            return None
    if outside.isdecimal() and not sign[:-1].endswith(" "):
        return None
    if any("\n" in gap for gap in one.gaps) and not _broken_well(one):
        return None
    if "," in one.gaps and (set(one.gaps) != {","} or len(one.groups) < 3):
        return None
    answer = plan.resolve(Written(digits, True, one.groups), Hints())
    if isinstance(answer, str):
        return None
    if _in_plan(answer):
        return answer
    return answer if _whole(one) and _phone_shaped(one, digits) else None


def _in_plan(answer: tuple[Reading, ...]) -> bool:
    return not any(a.code == codes.NOT_IN_PLAN for reading in answer for a in reading.assumed)


def _whole(one: Candidate) -> bool:
    """Whether no digits follow that a number not in any plan could go on with."""
    return one.last == len(one.row.groups) - 1 or bool(BREAK.search(one.row.gaps[one.last]))


def _phone_shaped(one: Candidate, digits: str) -> bool:
    groups = one.groups
    if len(digits) < 9 or len(set(digits)) < 3 or context.measured("", one.after):
        return False
    if len(groups) == 1:
        return len(digits) >= 10 and not digits.endswith("0000")
    if "," in "".join(one.gaps) or len(groups[-1]) < 2:
        return False
    return not (set(one.gaps) == {"."} and len(groups) == 2)


def _broken_well(one: Candidate) -> bool:
    """Whether a number that runs over a line break is one that is known whole by its shape."""
    digits = one.digits
    if len(one.groups) < 3 or not _NANP.fullmatch(digits[-10:]):
        return one.plus and len(one.groups) >= 3 and len(one.groups[-1]) >= 3
    return len(one.groups[-1]) >= 4


def _no_phone(one: Candidate, digits: str) -> bool:
    """Whether the digits, or what stands beside them, say that they are something else."""
    groups, gaps, before, after = one.groups, one.gaps, one.before, one.after
    single = len(groups) == 1
    if after[:1].isalpha() and after[:1].isascii() and not _LABEL_AFTER.match(after):
        return True
    if before[-1:] in {"@", "="} and context.labelled(before):
        return True
    if single and (before[-1:] in {"#", "/", "@", "\\"} or after[:1] in {"/", "@", "\\"}):
        return True
    joined = len(before) > 1 and before[-1] in "-_.:/" and before[-2].isalnum()
    if single and joined and not _LABEL_BEFORE.search(before):
        return True
    if after[:1] in {"-", "_"} and after[1:2].isalpha() and single:
        return True
    if context.measured(before, after) or context.labelled(before):
        return True
    if context.dated(groups, gaps, before) or context.dotted(groups, gaps):
        return True
    return context.card(digits) or context.book(digits)


def _without_plus(search: Search, one: Candidate, digits: str) -> tuple[Reading, ...] | str | None:
    if any("\n" in gap for gap in one.gaps) and not _broken_well(one):
        return None
    hints = search.hints
    region = _hint(search, one)
    written = Written(digits, False, one.groups, region)
    named = [r for r in (region, hints.region, *hints.claim_regions, hints.locale_region) if r]
    if not _loose(one) and any(_fits(digits, each.upper()) for each in named):
        return plan.resolve(written, hints)
    if _NANP.fullmatch(digits):
        return _north_american(one, digits, written, hints)
    if digits.startswith("11") and len(digits) == 12 and len(one.groups) > 2:
        single = numbers.undoubled(digits)
        return plan.resolve(written, hints) if single else None
    return _elsewhere(one, digits, written, hints)


def _fits(digits: str, region: str) -> bool:
    return len(digits) in numbers.lengths(region) and numbers.fits(digits, region)


def _loose(one: Candidate) -> bool:
    """Whether a number valid at home is written as no number is: as an amount, with odd gaps."""
    if context.amounts(one.groups, one.gaps):
        return set(one.gaps) != {" "}
    return len(one.groups) > 2 and "," in one.gaps


def _north_american(
    one: Candidate, digits: str, written: Written, hints: Hints
) -> tuple[Reading, ...] | str | None:
    number = numbers.known("+1" + digits[-10:])
    if number is None or not number.valid:
        return None
    lengths = tuple(map(len, one.groups))
    cue = context.cue_near(one.before, one.after)
    lone = context.alone(one.before, one.after)
    spaced = set(one.gaps) <= {" "}
    if len(lengths) == 1:
        fits = cue or lone
    elif spaced:
        fits = lengths in _NANP_SPACED and (len(digits) == 11 or cue or lone)
    elif "," in "".join(one.gaps):
        fits = set(one.gaps) == {","} and lengths in _NANP_SPACED
    else:
        fits = len(lengths) > 2 or cue or lone
    if not fits:
        return None
    answer = plan.resolve(written, hints)
    if answer == "no-country" or isinstance(answer, str):
        if len(digits) == 10 and lengths == (3, 3, 4):
            shape = Assumption(codes.COUNTRY_FROM_SHAPE, ("1",))
            return (
                Reading(kind="phone", value=number.value, region=number.region, assumed=(shape,)),
            )
        return "no-country" if cue or lone else None
    return answer


def _elsewhere(
    one: Candidate, digits: str, written: Written, hints: Hints
) -> tuple[Reading, ...] | str | None:
    """Numbers with a country code but no plus, with 00, or of an unknown country."""
    if context.amounts(one.groups, one.gaps) or not 8 <= len(digits) <= 17:
        return None
    signs = any(gap != " " for gap in one.gaps)
    beside = context.cue_near(one.before, one.after) or context.alone(one.before, one.after)
    prefixed = next((p for p in ("00", "011") if digits.startswith(p)), None)
    if prefixed:
        number = numbers.known("+" + digits[len(prefixed) :])
        if number and (number.valid or (beside and len(one.groups) > 1)):
            apart = len(one.groups) > 1 and (signs or len(one.groups) > 2)
            return plan.resolve(written, hints) if apart or beside else None
    if _year_like(one.groups):
        return None
    apart = len(one.groups) > 2 and numbers.starts_with_code(one.groups) and (signs or beside)
    tried = len(digits) > 9 and digits[0] != "0" and (apart or (beside and len(digits) > 10))
    number = numbers.known("+" + digits) if tried else None
    if number and number.valid:
        apart = one.groups[0] == str(number.code) and len(one.groups) > 2
        if (apart and (signs or beside)) or (beside and len(digits) > 10):
            return plan.resolve(written, hints)
    if (
        beside
        and digits[0] == "0"
        and digits[1] != "0"
        and len(one.groups) > 1
        and len(digits) < 13
    ):
        answer = plan.resolve(written, hints)
        return answer if answer == "no-country" else None
    return None


def _year_like(groups: tuple[str, ...]) -> bool:
    return len(groups) > 1 and len(groups[0]) == 4 and groups[0][:2] in {"19", "20"}


def _hint(search: Search, one: Candidate) -> str | None:
    """The country named right beside the digits."""
    text, unmasked = search.text, search.unmasked
    start, end = one.row.starts[one.first], one.row.ends[one.last]
    for low, high in ((end, end + _HINT_REACH), (max(0, start - _HINT_REACH), start)):
        window = text[low:high]
        if not _MAYBE_HINT.search(unmasked, low, high):
            continue
        region, _ = hint_in(window, unmasked[low:high])
        if region and numbers.known(one.digits, region):
            return region
    return None


def glued(before: str) -> bool:
    """Whether a Latin letter touches the first digit, other than a label's."""
    touching = before[-1:]
    return touching.isascii() and touching.isalpha() and not _LABEL_BEFORE.search(before)
