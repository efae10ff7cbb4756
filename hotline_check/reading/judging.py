"""Whether a candidate is a phone number, and what it reads as."""

from typing import Final

from hotline_check.reading import context, numbers, touching
from hotline_check.reading.candidates import (
    LABEL_AFTER,
    LABEL_BEFORE,
    NANP,
    TOLL_FREE,
    Candidate,
    Search,
    is_part,
)
from hotline_check.reading.explicit import with_plus
from hotline_check.reading.models import Reading
from hotline_check.reading.national import without_plus

_MOST_WITHOUT_PLUS: Final = 17
_FEWEST_WITH_CODE: Final = 11
_SHAPES: Final = frozenset({(1, 3, 3, 4), (3, 3, 4)})
_JOINING: Final = frozenset("-_.:/")
_HYPHENS: Final = frozenset({"-", "_"})
_JOINTS: Final = frozenset({"#", "/", "@", "\\"})


def judged(search: Search, one: Candidate) -> tuple[Reading, ...] | str | None:
    """The readings of a candidate, `no-country` where only that is missing, None for no number."""
    if is_part(one):
        return None
    digits = one.digits
    if one.plus:
        return with_plus(one)
    if len(digits) > _MOST_WITHOUT_PLUS or _no_phone(one, digits):
        return None
    if len(digits) not in search.lengths and not _may_be_longer(one, digits):
        return None
    return without_plus(search, one, digits)


def _may_be_longer(one: Candidate, digits: str) -> bool:
    """Whether a number of no usual length may hold a country code or a prefix."""
    if digits[0] == "0" or len(one.groups) > 2:
        return True
    return context.cue_near(one.before, one.after) or context.alone(one.before, one.after)


def _no_phone(one: Candidate, digits: str) -> bool:
    """Whether the digits, or what stands beside them, say that they are something else."""
    before, after = one.before, one.after
    if _sticks(one) or _in_a_path(one):
        return True
    if context.measured(before, after) or context.labelled(before):
        return True
    if context.keyed(before) and not (_north_american(one) and TOLL_FREE.match(digits)):
        return True
    if context.dated(one.groups, one.gaps, before) or context.dotted(one.groups, one.gaps):
        return True
    return touching.in_hex(before, after) or context.card(digits) or context.book(digits)


def _sticks(one: Candidate) -> bool:
    """Whether Latin letters touch the digits that are no label, and no word beside a number."""
    before, behind = one.before[-1:], one.after[:1]
    front = before.isascii() and before.isalpha() and not LABEL_BEFORE.search(one.before)
    back = behind.isascii() and behind.isalpha() and not LABEL_AFTER.match(one.after)
    if not front and not back:
        return False
    if back and not touching.word_after(one.after):
        return True
    if len(one.groups) == len((1, 3, 3, 4)):
        return not _north_american(one)
    whole = _says_its_code(one) if len(one.groups) == 1 else _north_american(one)
    labelled = context.labelled(context.humps(one.before))
    return not whole or labelled or not context.cue_near(one.before, "")


def _says_its_code(one: Candidate) -> bool:
    """Whether digits that letters touch are toll-free, or valid with a country code."""
    if TOLL_FREE.match(one.digits):
        return True
    if len(one.digits) < _FEWEST_WITH_CODE or one.digits[0] == "0":
        return False
    number = numbers.known("+" + one.digits)
    return number is not None and number.valid


def _north_american(one: Candidate) -> bool:
    """Whether the groups are parted as those of North America."""
    return tuple(map(len, one.groups)) in _SHAPES and NANP.fullmatch(one.digits) is not None


def _in_a_path(one: Candidate) -> bool:
    """Whether a sign joins the digits to something else."""
    before, after = one.before, one.after
    if len(one.groups) > 1:
        return _hyphenated(before, after) and not _north_american(one)
    if before[-1:] in _JOINING and _latin(before[-2:-1]) and not _named(before):
        return True
    if before[-1:] in _JOINTS or after[:1] in {"/", "@", "\\"}:
        return not (before[-1:] == "#" and (touching.among_hashtags(before) or _named(before)))
    return after[:1] in {"-", "_"} and after[1:2].isalpha()


def _named(before: str) -> bool:
    """Whether a word of phoning, and a colon or the like, stand right before the digits."""
    if LABEL_BEFORE.search(before):
        return True
    if before[-1] not in {":", "#"} or not _latin(before[-2:-1]):
        return False
    return context.cue_near(before[:-1].rsplit(maxsplit=1)[-1], "")


def _hyphenated(before: str, after: str) -> bool:
    """Whether a hyphen joins groups that have no shape of their own to letters."""
    if before[-1:] in _HYPHENS and _latin(before[-2:-1]) and not LABEL_BEFORE.search(before):
        return True
    return after[:1] in _HYPHENS and _latin(after[1:2]) and not LABEL_AFTER.match(after)


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
