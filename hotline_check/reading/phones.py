"""Phone numbers in an unmasked text: which groups of digits are one, and what they read as."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from hotline_check.reading import codes, context, disguise, plan
from hotline_check.reading.characters import HIDDEN
from hotline_check.reading.hints import hint_in
from hotline_check.reading.models import Assumption, Find, Hints, Reading
from hotline_check.reading.one import with_seen
from hotline_check.reading.rows import MOST_DIGITS, MOST_GROUPS, Row, rows
from hotline_check.reading.written import Written

_PLUS: Final = re.compile(r"\+[^\w+]{0,8}\Z")
_BREAK: Final = re.compile(r"[;\t\"]|, |: |\n.*\n|\+", re.DOTALL)
"""A gap that ends a number."""
_TIGHT: Final = frozenset({"-", ".", "_", ":", "'"})
"""A single sign with digits on both sides: what it joins is one thing."""
_NANP: Final = re.compile(r"1?[2-9]\d\d[2-9]\d{6}")
_NANP_SPACED: Final = frozenset({(1, 3, 3, 4), (3, 3, 4), (1, 3, 7), (1, 3, 3, 2, 2), (3, 3, 2, 2)})
_EXTENSION: Final = re.compile(
    r"(?:;ext=|[ \t\u00a0]{0,2}[,;]?[ \t]?\(?(?:ext(?:ension|n)?|доб|分机|转)[.:# ]{0,3}|[ ]?x)"
    r"(\d{1,7})(?![\d\w])\)?",
    re.IGNORECASE,
)
_LABEL_AFTER: Final = re.compile(r"\W?(?:U\.?S\.?A?|UK|call)(?![A-Za-z])", re.IGNORECASE)
_LABEL_BEFORE: Final = re.compile(
    r"(?<![A-Za-z])(?:U\.?S\.?A?|UK|tel|call|phone)\W?\Z", re.IGNORECASE
)
_HINT_REACH: Final = 14
_MAYBE_HINT: Final = re.compile(r"[A-Z][A-Za-z.]|[\[({<]\s*[a-z]{2}")
_PLAIN_GAPS: Final = frozenset({" ", "-", ".", ") ", "(", " (", ")", ")-", "-(", " - ", "~"})
_MOST_WITHOUT_PLUS: Final = 17
_BRACKETS: Final = frozenset("()[]{}")


class _Candidate(NamedTuple):
    row: Row
    first: int
    last: int
    plus: bool
    before: str
    after: str

    @property
    def groups(self) -> tuple[str, ...]:
        return self.row.groups[self.first : self.last + 1]

    @property
    def gaps(self) -> tuple[str, ...]:
        return self.row.gaps[self.first : self.last]

    @property
    def digits(self) -> str:
        return "".join(self.groups)


def phones(text: str, unmasked: str, hints: Hints, fewest: int) -> Iterator[Find]:
    """Every phone number, in order; the two texts have the same length."""
    search = _Search(text, unmasked, hints, fewest, _lengths(hints))
    for row in rows(unmasked, fewest):
        first = 0
        while first < len(row.groups):
            found = _from(search, row, first)
            if found is None:
                first += 1
                continue
            last, find = found
            yield find
            first = last + 1


class _Search(NamedTuple):
    """What every candidate of a text is judged with."""

    text: str
    unmasked: str
    hints: Hints
    fewest: int
    lengths: frozenset[int]
    """How many digits a number without a plus has."""


def _lengths(hints: Hints) -> frozenset[int]:
    named = (hints.region, *hints.claim_regions, hints.locale_region)
    own = [plan.lengths(region.upper()) for region in named if region]
    return frozenset({10, 11}).union(*own)


def _from(search: _Search, row: Row, first: int) -> tuple[int, Find] | None:
    """The number that starts with a group, the longest one first."""
    unmasked, start = search.unmasked, row.starts[first]
    plus = "+" in unmasked[max(0, start - 9) : start] and _plus_before(unmasked, start)
    lasts = _lasts(row, first, search, plus=plus)
    if not lasts:
        return None
    before = unmasked[max(0, start - context.BEFORE) : start]
    if not plus and _glued(before):
        return None
    for last in reversed(lasts):
        end = row.ends[last]
        after = unmasked[end : end + context.AFTER]
        find = _judged(search, _Candidate(row, first, last, plus, before, after))
        if find:
            return last, find
    return None


def _plus_before(unmasked: str, start: int) -> bool:
    return _PLUS.search(unmasked, max(0, start - 9), start) is not None


def _glued(before: str) -> bool:
    """Whether a Latin letter touches the first digit, other than a label's."""
    touching = before[-1:]
    return touching.isascii() and touching.isalpha() and not _LABEL_BEFORE.search(before)


def _lasts(row: Row, first: int, search: _Search, *, plus: bool) -> list[int]:
    """The groups that a number starting with `first` can end with, shortest first."""
    total = lines = 0
    lasts = []
    zero = row.groups[first][0] == "0"
    for last in range(first, min(first + MOST_GROUPS, len(row.groups))):
        if last > first:
            gap = row.gaps[last - 1]
            if gap not in _PLAIN_GAPS:
                lines += "\n" in gap
                if lines > 1 or _BREAK.search(gap):
                    break
        total += len(row.groups[last])
        if total > MOST_DIGITS:
            break
        if total in search.lengths or (
            total >= search.fewest and (plus or zero or (total > 9 and last - first != 1))
        ):
            lasts.append(last)
    return lasts


def _judged(search: _Search, one: _Candidate) -> Find | None:
    if _is_part(one) or _timed(one):
        return None
    digits = one.digits
    if one.plus:
        answer = _with_plus(one, digits)
    else:
        if len(digits) > _MOST_WITHOUT_PLUS or _no_phone(one, digits):
            return None
        if len(digits) not in search.lengths and not _may_be_longer(one, digits):
            return None
        answer = _without_plus(search, one, digits)
    return _find(search, one, answer) if answer else None


def _timed(one: _Candidate) -> bool:
    """Whether colons part the groups, other than in place of all the usual signs."""
    if not any(":" in gap for gap in one.gaps):
        return False
    return set(one.gaps) != {":"} or tuple(map(len, one.groups)) not in _NANP_SPACED


def _may_be_longer(one: _Candidate, digits: str) -> bool:
    """Whether a number of no usual length may hold a country code or a prefix."""
    if digits[0] == "0" or len(one.groups) > 2:
        return True
    return context.cue_near(one.before, one.after) or context.alone(one.before, one.after)


def _is_part(one: _Candidate) -> bool:
    """Whether the groups beside it belong to the same thing, so that it would be a fragment."""
    row = one.row
    small = max(map(len, one.groups)) < 3
    if one.first and not one.plus:
        gap = row.gaps[one.first - 1]
        if gap in _TIGHT or (gap in one.gaps and (small or len(row.groups[one.first - 1]) > 1)):
            return True
    if one.last < len(row.gaps):
        gap = row.gaps[one.last]
        if gap in _TIGHT:
            return True
        following = row.groups[one.last + 1]
        if not one.plus and gap in one.gaps and (small or len(following) > 2):
            return True
    return False


def _with_plus(one: _Candidate, digits: str) -> tuple[Reading, ...] | str | None:
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


def _whole(one: _Candidate) -> bool:
    """Whether no digits follow that a number not in any plan could go on with."""
    return one.last == len(one.row.groups) - 1 or bool(_BREAK.search(one.row.gaps[one.last]))


def _phone_shaped(one: _Candidate, digits: str) -> bool:
    groups = one.groups
    if len(digits) < 9 or len(set(digits)) < 3 or context.measured("", one.after):
        return False
    if len(groups) == 1:
        return len(digits) >= 10 and not digits.endswith("0000")
    if "," in "".join(one.gaps) or len(groups[-1]) < 2:
        return False
    return not (set(one.gaps) == {"."} and len(groups) == 2)


def _broken_well(one: _Candidate) -> bool:
    """Whether a number that runs over a line break is one that is known whole by its shape."""
    digits = one.digits
    if len(one.groups) < 3 or not _NANP.fullmatch(digits[-10:]):
        return one.plus and len(one.groups) >= 3 and len(one.groups[-1]) >= 3
    return len(one.groups[-1]) >= 4


def _no_phone(one: _Candidate, digits: str) -> bool:
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


def _without_plus(
    search: _Search, one: _Candidate, digits: str
) -> tuple[Reading, ...] | str | None:
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
        single = plan.undoubled(digits)
        return plan.resolve(written, hints) if single else None
    return _elsewhere(one, digits, written, hints)


def _fits(digits: str, region: str) -> bool:
    return len(digits) in plan.lengths(region) and plan.fits(digits, region)


def _loose(one: _Candidate) -> bool:
    """Whether a number valid at home is written as no number is: as an amount, with odd gaps."""
    if context.amounts(one.groups, one.gaps):
        return set(one.gaps) != {" "}
    return len(one.groups) > 2 and "," in one.gaps


def _north_american(
    one: _Candidate, digits: str, written: Written, hints: Hints
) -> tuple[Reading, ...] | str | None:
    number = plan.known("+1" + digits[-10:])
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
    one: _Candidate, digits: str, written: Written, hints: Hints
) -> tuple[Reading, ...] | str | None:
    """Numbers with a country code but no plus, with 00, or of an unknown country."""
    if context.amounts(one.groups, one.gaps) or not 8 <= len(digits) <= 17:
        return None
    signs = any(gap != " " for gap in one.gaps)
    beside = context.cue_near(one.before, one.after) or context.alone(one.before, one.after)
    prefixed = next((p for p in ("00", "011") if digits.startswith(p)), None)
    if prefixed:
        number = plan.known("+" + digits[len(prefixed) :])
        if number and (number.valid or (beside and len(one.groups) > 1)):
            apart = len(one.groups) > 1 and (signs or len(one.groups) > 2)
            return plan.resolve(written, hints) if apart or beside else None
    if _year_like(one.groups):
        return None
    apart = len(one.groups) > 2 and plan.starts_with_code(one.groups) and (signs or beside)
    tried = len(digits) > 9 and digits[0] != "0" and (apart or (beside and len(digits) > 10))
    number = plan.known("+" + digits) if tried else None
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


def _hint(search: _Search, one: _Candidate) -> str | None:
    """The country named right beside the digits."""
    text, unmasked = search.text, search.unmasked
    start, end = one.row.starts[one.first], one.row.ends[one.last]
    for low, high in ((end, end + _HINT_REACH), (max(0, start - _HINT_REACH), start)):
        window = text[low:high]
        if not _MAYBE_HINT.search(unmasked, low, high):
            continue
        region, _ = hint_in(window, unmasked[low:high])
        if region and plan.known(one.digits, region):
            return region
    return None


def _find(search: _Search, one: _Candidate, answer: tuple[Reading, ...] | str) -> Find:
    text, unmasked = search.text, search.unmasked
    start, end = _span(unmasked, one)
    end = _with_marks(unmasked, end)
    extension = _EXTENSION.match(unmasked, end) if not isinstance(answer, str) else None
    seen = disguise.seen(text[start:end], unmasked[start:end])
    assumed = seen.assumed
    if extension:
        assumed += (Assumption(codes.EXTENSION_LEFT_OUT, (extension[1],)),)
        end = extension.end()
    if isinstance(answer, str):
        return Find(start=start, end=end, text=text[start:end], problem=answer)
    readings = tuple(with_seen(reading, assumed, seen.tags) for reading in answer)
    return Find(start=start, end=end, text=text[start:end], readings=readings)


def _span(unmasked: str, one: _Candidate) -> tuple[int, int]:
    """From the plus or the bracket that opens the first group to the last digit or its bracket."""
    start, end = one.row.starts[one.first], one.row.ends[one.last]
    if one.plus:
        start = unmasked.rindex("+", 0, start)
    inside = unmasked[start:end]
    if _BRACKETS.isdisjoint(inside):
        return start, end
    for opening, closing in ("()", "[]", "{}"):
        opened, closed = inside.count(opening), inside.count(closing)
        if opened < closed:
            place = _before(unmasked, start)
            if unmasked[place : place + 1] == opening:
                start = place
        elif opened > closed and unmasked[end : end + 1] == closing:
            end += 1
    return start, end


def _before(unmasked: str, start: int) -> int:
    place = start - 1
    while place >= 0 and unmasked[place] in f" {HIDDEN}":
        place -= 1
    return max(place, 0)


def _with_marks(unmasked: str, end: int) -> int:
    while unmasked[end : end + 1] == HIDDEN:
        end += 1
    return end
