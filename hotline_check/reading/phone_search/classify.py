"""Whether a candidate is a phone number: named rules against it, and what it reads as."""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from hotline_check.reading.models import Reading
from hotline_check.reading.phone import metadata
from hotline_check.reading.phone_search import national
from hotline_check.reading.phone_search.candidate import (
    LABEL_AFTER,
    LABEL_BEFORE,
    NANP,
    TOLL_FREE,
    Candidate,
    Search,
    broken_well,
    is_part,
)
from hotline_check.reading.phone_search.evidence import (
    adjacent,
    context,
    other_numbers,
    phoning,
)
from hotline_check.reading.phone_search.international import EXTENSION, with_plus
from hotline_check.reading.phone_search.nearby_country import sentence_around

_MOST_WITHOUT_PLUS: Final = 17
_FEWEST_WITH_CODE: Final = 11
_SHAPES: Final = frozenset({(1, 3, 3, 4), (3, 3, 4)})
_JOINING: Final = frozenset("-_.:/")
_HYPHENS: Final = frozenset({"-", "_"})
_JOINTS: Final = frozenset({"#", "/", "@", "\\"})
_FIELD_SIGNS: Final = frozenset(",;:|\t")
_PATH: Final = re.compile(r"[/\\][\w.-]*[/\\]\Z")
"""The steps of a path, whatever they are called: `/call/20255501`."""
_CLOCK: Final = re.compile(r"[0-9]:\Z")
_MOST_KINDS_OF_GAPS: Final = 3
_FEW_SINGLE: Final = 3
_FEWEST_SPOKEN: Final = 7
_MOST_SPOKEN: Final = 13
_FEWEST_CLAIMED: Final = 9
"""Digits of a number for which only the name of a platform speaks."""
_FEWEST_UNLABELLED: Final = 10
"""Digits of a number that a word somewhere in its sentence speaks of; fewer need it right there."""


class Rule(NamedTuple):
    """A reason why digits without a plus are no phone number.

    applies: whether it holds for a candidate.
    other: a text whose digits this rule alone refuses; number: a similar text that holds a number.
    """

    name: str
    applies: Callable[[Search, Candidate], bool]
    other: str
    number: str


def judged(search: Search, one: Candidate) -> tuple[Reading, ...] | str | None:
    """The readings of a candidate, `no-country` where only that is missing, None for no number."""
    if is_part(one):
        return None
    digits = one.digits
    if one.plus:
        return with_plus(one)
    if len(digits) > _MOST_WITHOUT_PLUS or refusal(search, one):
        return None
    if len(digits) not in search.lengths and not _may_be_longer(one, digits):
        return None
    return national.without_plus(search, one, digits)


def spoken(search: Search, one: Candidate) -> tuple[Reading, ...] | str | None:
    """The same for a whole run of digits, which no plan at hand holds, next to a word of phoning.

    Its country is what the sentence speaks for; without one it still is a number.
    """
    holds_number = tuple(map(len, one.groups[-3:])) == (3, 3, 4) and len(one.groups) > 3
    holds_number = holds_number and not NANP.fullmatch(one.digits)
    claimed = False
    if not (holds_number or phoning.is_spoken_of(one.before, one.after)):
        claimed = _is_claimed(search, one)
        if not claimed:
            return None
    if refusal(search, one):
        return None
    readings = national.by_sentence(search, one)
    if readings:
        return readings
    if claimed and one.digits[0] != "0":
        return None
    size = len(one.digits)
    if not _FEWEST_SPOKEN <= size <= _MOST_SPOKEN:
        return None
    if holds_number:  # with other digits right before it, as in 5(888) 555-0143
        return "no-country"
    if size < _FEWEST_UNLABELLED - (one.digits[0] == "0") and not phoning.is_labelled(one.before):
        return None
    return "no-country"


def _is_claimed(search: Search, one: Candidate) -> bool:
    """Whether a platform is named in the sentence of several groups that are long enough."""
    if search.claims is None or len(one.groups) < 2 or len(one.digits) < _FEWEST_CLAIMED:
        return False
    return search.claims(sentence_around(search, one))


def refusal(search: Search, one: Candidate) -> Rule | None:
    """The first rule that holds for a candidate without a plus."""
    return next((rule for rule in RULES if rule.applies(search, one)), None)


def _may_be_longer(one: Candidate, digits: str) -> bool:
    """Whether a number of no usual length may hold a country code or a prefix."""
    if digits[0] == "0" or len(one.groups) > 2:
        return True
    return phoning.cue_near(one.before, one.after) or context.alone(one.before, one.after)


def _is_measured(_: Search, one: Candidate) -> bool:
    return context.measured(one.before, one.after)


def _is_id(_: Search, one: Candidate) -> bool:
    return context.labelled(one.before)


def _is_value_of_key(_: Search, one: Candidate) -> bool:
    if not context.keyed(one.before):
        return False
    return not (_north_american(one) and TOLL_FREE.match(one.digits))


def _is_date(_: Search, one: Candidate) -> bool:
    return other_numbers.dated(one.groups, one.gaps, one.before)


def _is_of_clock(_: Search, one: Candidate) -> bool:
    return _CLOCK.search(one.before) is not None


def _is_dotted(_: Search, one: Candidate) -> bool:
    return other_numbers.dotted(one.groups, one.gaps)


def _is_decimals(_: Search, one: Candidate) -> bool:
    return other_numbers.decimals(one.groups, one.gaps)


def _is_hexadecimal(_: Search, one: Candidate) -> bool:
    return adjacent.in_hex(one.before, one.after)


def _is_card(_: Search, one: Candidate) -> bool:
    return other_numbers.card(one.digits)


def _is_book(_: Search, one: Candidate) -> bool:
    return other_numbers.book(one.digits)


def _is_ragged(_: Search, one: Candidate) -> bool:
    """Whether signs of many kinds are between single digits, as in drawings and patterns."""
    if one.groups[0] == "0" == one.digits[1:2] and len(one.groups) < len(one.digits):
        number = metadata.known("+" + one.digits[2:]) if one.gaps[0] in {"~", "-"} else None
        return number is None or not number.valid  # 0~01-650-... has a prefix, though torn
    if len(set(one.gaps)) <= _MOST_KINDS_OF_GAPS:
        return False
    return sum(len(group) == 1 for group in one.groups) >= _FEW_SINGLE


def _is_torn(_: Search, one: Candidate) -> bool:
    """Whether a line break is where no number is broken."""
    return "\n" in "".join(one.gaps) and not broken_well(one)


def _is_cells(search: Search, one: Candidate) -> bool:
    """Whether one sign that parts the fields of a table is between all groups, without a word."""
    row, sign = one.row, ""
    for place in range(one.first, one.last):
        gap = search.text[row.ends[place] : row.starts[place + 1]].strip(" ")
        if gap not in _FIELD_SIGNS or gap != (sign or gap):
            return False
        sign = gap
    return bool(sign) and not _cells_are_spoken_of(one, sign)


def _cells_are_spoken_of(one: Candidate, sign: str) -> bool:
    """Whether words say that fields are a phone's groups, or they are all there is."""
    before, after = one.before, one.after
    free, weak = TOLL_FREE.match(one.digits) is not None, sign in ":|"
    if (free and weak) or not (before.strip() or after.strip()):
        return True
    if (free or weak) and adjacent.beside_word(before, after):
        return True
    return phoning.cue_near(before, after)


def _is_glued(_: Search, one: Candidate) -> bool:
    """Whether Latin letters touch the digits that are no label, and no word next to a number."""
    before, behind = one.before[-1:], one.after[:1]
    front = before.isascii() and before.isalpha() and not LABEL_BEFORE.search(one.before)
    back = behind.isascii() and behind.isalpha() and not LABEL_AFTER.match(one.after)
    if not front and not back:
        return False
    if back and EXTENSION.match(one.after):
        return front
    if back and not adjacent.word_after(one.after):
        return True
    if len(one.groups) == len((1, 3, 3, 4)):
        return not _north_american(one)
    whole = _says_its_code(one) if len(one.groups) == 1 else _north_american(one)
    labelled = context.labelled(phoning.humps(one.before))
    return not whole or labelled or not phoning.cue_near(one.before, "")


def _says_its_code(one: Candidate) -> bool:
    """Whether digits that letters touch are toll-free, or valid with a country code."""
    if TOLL_FREE.match(one.digits):
        return True
    if len(one.digits) < _FEWEST_WITH_CODE or one.digits[0] == "0":
        return False
    number = metadata.known("+" + one.digits)
    return number is not None and number.valid


def _north_american(one: Candidate) -> bool:
    """Whether the groups are parted as those of North America."""
    return tuple(map(len, one.groups)) in _SHAPES and NANP.fullmatch(one.digits) is not None


def _is_joined(_: Search, one: Candidate) -> bool:
    """Whether a sign joins the digits to something else."""
    before, after = one.before, one.after
    if len(one.groups) > 1:
        return _hyphenated(before, after) and not _north_american(one)
    if before[-1:] in _JOINING and _latin(before[-2:-1]) and not _named(before):
        return True
    if after[:1] in {"/", "@", "\\"}:
        return not (context.NEXT_NUMBER.match(after) and phoning.is_spoken_of(before, ""))
    if before[-1:] in _JOINTS:
        hashtag = before[-1:] == "#" and adjacent.among_hashtags(before)
        return not (hashtag or _named(before))
    return after[:1] in {"-", "_"} and after[1:2].isalpha()


def _named(before: str) -> bool:
    """Whether a word of phoning, and a colon or the like, stand right before the digits."""
    if _PATH.search(before):
        return False
    if LABEL_BEFORE.search(before) or phoning.touches(before):
        return True
    if before[-1] not in {":", "#"} or not _latin(before[-2:-1]):
        return False
    return phoning.cue_near(before[:-1].rsplit(maxsplit=1)[-1], "")


def _hyphenated(before: str, after: str) -> bool:
    """Whether a hyphen joins groups that have no shape of their own to letters."""
    if before[-1:] in _HYPHENS and _latin(before[-2:-1]) and not LABEL_BEFORE.search(before):
        return True
    return after[:1] in _HYPHENS and _latin(after[1:2]) and not LABEL_AFTER.match(after)


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


RULES: Final = (
    Rule("glued", _is_glued, "call 8009691940b now", "call 8009691940 now"),
    Rule("joined", _is_joined, "call me-2025550143 now", "call me: 2025550143 now"),
    Rule("measured", _is_measured, "we call 2025550143 sats a lot", "we call 2025550143 a lot"),
    Rule("id", _is_id, "call about order 202-555-0143", "call about it: 202-555-0143"),
    Rule("value-of-key", _is_value_of_key, "call n=202-555-0143", "call phone=202-555-0143"),
    Rule("date", _is_date, "call before 20241128", "call before 20249928"),
    Rule("clock", _is_of_clock, "call at 17:00 20241128717", "call at 17h, 00 20241128717"),
    Rule("dotted", _is_dotted, "call 12.1.5550.143 now", "call 121.555.0143 now"),
    Rule("decimals", _is_decimals, "call 12.1 - 23.71 - 23.45", "call 12-1 - 23-71 - 23-45"),
    Rule("hexadecimal", _is_hexadecimal, "call 2025550143 e8f3", "call 2025550143 shop"),
    Rule("card", _is_card, "phone 4222222222222", "phone 4222222222223"),
    Rule("book", _is_book, "call 978-0-306-40615-7", "call 978-0-306-40615-8"),
    Rule("ragged", _is_ragged, "call 1.2-3 4/5678901", "call 12-34-567-8901"),
    Rule("torn", _is_torn, "call 202\n5550143", "call 202 5550143"),
    Rule("cells", _is_cells, "row | 202 | 555 | 0143 | end", "call | 202 | 555 | 0143 |"),
)
"""Every reason against digits without a plus; the first that holds decides."""
