"""The named rules against candidates without a plus: what makes digits no phone number."""

from collections.abc import Callable
from typing import Final, NamedTuple

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.phone import metadata
from hotline_check.reading.phone_search.candidate import (
    LABEL_AFTER,
    LABEL_BEFORE,
    NANP,
    TOLL_FREE,
    Candidate,
    Search,
    is_broken_well,
)
from hotline_check.reading.phone_search.evidence import (
    adjacent,
    context,
    other_numbers,
    phoning,
)
from hotline_check.reading.phone_search.international import EXTENSION

_FEWEST_WITH_CODE: Final = 11
_SHAPES: Final = frozenset({(1, 3, 3, 4), (3, 3, 4)})
_JOINING: Final = frozenset("-_.:/")
_HYPHENS: Final = frozenset({"-", "_"})
_JOINTS: Final = frozenset({"#", "/", "@", "\\"})
_FIELD_SIGNS: Final = frozenset(",;:|\t")
# The steps of a path, whatever they are called: `/call/20255501`.
_PATH: Final = lazy_pattern(r"[/\\][\w.-]*[/\\]\Z")
_CLOCK: Final = lazy_pattern(r"[0-9]:\Z")
# `1 (202) 555-0143` has three.
_MOST_KINDS_OF_GAPS: Final = 3
# Single digits between signs of several kinds are a formula or a score: `3*(4+5)-2`.
_FEW_SINGLE: Final = 3


class Rule(NamedTuple):
    """A reason why digits without a plus are no phone number.

    applies: whether it holds for a candidate.
    other: a text whose digits this rule alone refuses; number: a similar text that holds a number.
    """

    name: str
    applies: Callable[[Search, Candidate], bool]
    other: str
    number: str


def refusal(search: Search, candidate: Candidate) -> Rule | None:
    """The first rule that holds for a candidate without a plus."""
    for rule in RULES:
        if rule.applies(search, candidate):
            return rule
    return None


def _is_measured(_: Search, candidate: Candidate) -> bool:
    return context.is_measured(candidate.before, candidate.after)


def _is_id(_: Search, candidate: Candidate) -> bool:
    return context.is_labelled(candidate.before)


def _is_value_of_key(_: Search, candidate: Candidate) -> bool:
    if not context.is_value_of_key(candidate.before):
        return False
    return not (_is_north_american(candidate) and TOLL_FREE.match(candidate.digits))


def _is_date(_: Search, candidate: Candidate) -> bool:
    return other_numbers.is_date(candidate.groups, candidate.gaps, candidate.before)


def _is_of_clock(_: Search, candidate: Candidate) -> bool:
    return _CLOCK.search(candidate.before) is not None


def _is_dotted(_: Search, candidate: Candidate) -> bool:
    return other_numbers.is_dotted(candidate.groups, candidate.gaps)


def _is_decimals(_: Search, candidate: Candidate) -> bool:
    return other_numbers.has_decimals(candidate.groups, candidate.gaps)


def _is_hexadecimal(_: Search, candidate: Candidate) -> bool:
    return adjacent.is_in_hexadecimal(candidate.before, candidate.after)


def _is_card(_: Search, candidate: Candidate) -> bool:
    return other_numbers.is_payment_card(candidate.digits)


def _is_book(_: Search, candidate: Candidate) -> bool:
    return other_numbers.is_book_number(candidate.digits)


def _is_ragged(_: Search, candidate: Candidate) -> bool:
    """Whether signs of many kinds are between single digits, as in drawings and patterns."""
    if candidate.groups[0] == "0" == candidate.digits[1:2] and len(candidate.groups) < len(
        candidate.digits
    ):
        number = (
            metadata.known("+" + candidate.digits[2:]) if candidate.gaps[0] in {"~", "-"} else None
        )
        return number is None or not number.valid  # 0~01-650-... has a prefix, though torn
    if len(set(candidate.gaps)) <= _MOST_KINDS_OF_GAPS:
        return False
    return sum(len(group) == 1 for group in candidate.groups) >= _FEW_SINGLE


def _is_torn(_: Search, candidate: Candidate) -> bool:
    """Whether a line break is where no number is broken."""
    return "\n" in "".join(candidate.gaps) and not is_broken_well(candidate)


def _is_cells(search: Search, candidate: Candidate) -> bool:
    """Return True if one sign, as between the fields of a table, is between all groups, no word."""
    row, sign = candidate.row, ""
    for place in range(candidate.first, candidate.last):
        gap = search.text[row.ends[place] : row.starts[place + 1]].strip(" ")
        if gap not in _FIELD_SIGNS or gap != (sign or gap):
            return False
        sign = gap
    return bool(sign) and not _are_cells_spoken_of(candidate, sign)


def _are_cells_spoken_of(candidate: Candidate, sign: str) -> bool:
    """Whether words say that fields are a phone's groups, or they are all there is."""
    before, after = candidate.before, candidate.after
    free, weak = TOLL_FREE.match(candidate.digits) is not None, sign in ":|"
    if (free and weak) or not (before.strip() or after.strip()):
        return True
    if (free or weak) and adjacent.is_next_to_word(before, after):
        return True
    return phoning.has_cue_near(before, after)


def _is_glued(_: Search, candidate: Candidate) -> bool:
    """Whether Latin letters touch the digits that are no label, and no word next to a number."""
    before, following = candidate.before[-1:], candidate.after[:1]
    front = before.isascii() and before.isalpha() and not LABEL_BEFORE.search(candidate.before)
    back = following.isascii() and following.isalpha() and not LABEL_AFTER.match(candidate.after)
    if not front and not back:
        return False
    if back and EXTENSION.match(candidate.after):
        return front
    if back and not adjacent.has_word_after(candidate.after):
        return True
    if len(candidate.groups) == len((1, 3, 3, 4)):
        return not _is_north_american(candidate)
    whole = (
        _says_its_code(candidate) if len(candidate.groups) == 1 else _is_north_american(candidate)
    )
    labelled = context.is_labelled(phoning.humps(candidate.before))
    return not whole or labelled or not phoning.has_cue_near(candidate.before, "")


def _says_its_code(candidate: Candidate) -> bool:
    """Whether digits that letters touch are toll-free, or valid with a country code."""
    if TOLL_FREE.match(candidate.digits):
        return True
    if len(candidate.digits) < _FEWEST_WITH_CODE or candidate.digits[0] == "0":
        return False
    number = metadata.known("+" + candidate.digits)
    return number is not None and number.valid


def _is_north_american(candidate: Candidate) -> bool:
    """Return True if the groups are separated as those of North America."""
    return (
        tuple(map(len, candidate.groups)) in _SHAPES
        and NANP.fullmatch(candidate.digits) is not None
    )


def _is_joined(_: Search, candidate: Candidate) -> bool:
    """Whether a sign joins the digits to something else."""
    before, after = candidate.before, candidate.after
    if len(candidate.groups) > 1:
        return _is_hyphenated(before, after) and not _is_north_american(candidate)
    if before[-1:] in _JOINING and _is_latin(before[-2:-1]) and not _is_named(before):
        return True
    if after[:1] in {"/", "@", "\\"}:
        return not (context.NEXT_NUMBER.match(after) and phoning.is_spoken_of(before, ""))
    if before[-1:] in _JOINTS:
        hashtag = before[-1:] == "#" and adjacent.is_among_hashtags(before)
        return not (hashtag or _is_named(before))
    return after[:1] in {"-", "_"} and after[1:2].isalpha()


def _is_named(before: str) -> bool:
    """Return True if a word of phoning, and a colon or the like, are right before the digits."""
    if _PATH.search(before):
        return False
    if LABEL_BEFORE.search(before) or phoning.is_touching(before):
        return True
    if before[-1] not in {":", "#"} or not _is_latin(before[-2:-1]):
        return False
    return phoning.has_cue_near(before[:-1].rsplit(maxsplit=1)[-1], "")


def _is_hyphenated(before: str, after: str) -> bool:
    """Whether a hyphen joins groups that have no shape of their own to letters."""
    if before[-1:] in _HYPHENS and _is_latin(before[-2:-1]) and not LABEL_BEFORE.search(before):
        return True
    return after[:1] in _HYPHENS and _is_latin(after[1:2]) and not LABEL_AFTER.match(after)


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


# Every reason against digits without a plus; the first that holds decides.
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
