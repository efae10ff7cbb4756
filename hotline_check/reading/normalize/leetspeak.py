"""Letters that replace digits in whole groups: `1-8OO-SSS-01SS`.

A letter among words is a letter. In a row of groups that has the shape of a number, next to
digits, letters that look like digits are read as digits, where no word can be meant instead.
"""

import re
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.normalize.characters import LOOKS

_LETTERS: Final = "OoIlSsZzBq"
_GROUP: Final = rf"[0-9{_LETTERS}\x00]{{1,12}}"
_SIGNS: Final = r"(?:[^\w+\n\x00]|_){1,3}"
# A group with such a letter next to a figure.
#
# It starts with the letter and looks around: there are fewer of them than of digits.
_MET: Final = lazy_pattern(
    rf"""
    [{_LETTERS}](?<![^\W0-9_].)                      # no letter is right before it,
    (?=[0-9{_LETTERS}\x00]{{0,11}}+(?![^\W_]))       # and after it only digits and such letters
    (?: (?<=[0-9\x00].)                              # a digit is before it: `8O`,
      | (?<=[0-9\x00][^\w+\n].)                      # also before one to three signs: `8-O`
      | (?<=[0-9\x00][^\w+\n]{{2}}.)
      | (?<=[0-9\x00][^\w+\n]{{3}}.)
      | (?=[{_LETTERS}]{{0,3}}[^\w+\n]{{0,3}}[0-9])  # or one is after it: `OO-8`
    )
    """,
    re.VERBOSE,
)
_ROW: Final = lazy_pattern(
    rf"(?<![^\W_])\+?(?:{_SIGNS}+)?(?:{_GROUP}+{_SIGNS}+){{2,4}}{_GROUP}(?![^\W_])"
)
# A single letter after a blank, with the signs between.
_LONE: Final = lazy_pattern(
    rf"""
    (?<=[0-9{_LETTERS}\x00])
    (?=[^\w]*[ ])(?:[^\w]|_){{1,3}}           # signs, with a blank among them
    [{_LETTERS}](?![0-9{_LETTERS}\x00])
    """,
    re.VERBOSE,
)
_PARTS: Final = lazy_pattern(rf"[0-9{_LETTERS}]+")
# How far a row reaches around a letter: more than any number with its signs.
_BACK: Final = 40
_AHEAD: Final = 80
_SHAPES: Final = frozenset({(1, 3, 3, 4), (3, 3, 4)})
_FEWEST_DIGITS: Final = 9
# As ITU-T E.164 allows.
_MOST_DIGITS: Final = 15
_FEWEST_NOT_LETTERS: Final = 2


def lettered(out: str) -> str:
    """The text with the letters of such rows as digits, of the same length."""
    parts: list[str] = []
    end = 0
    met = _MET.search(out)
    while met:
        row = _around(out, max(end, met.start() - _BACK), met.start())
        stop = met.end()
        if row:
            written = _before_next_word(row[0])
            if _is_number(written):
                parts += [out[end : row.start()], written.translate(LOOKS)]
                end = row.start() + len(written)
                stop = max(stop, end)
        met = _MET.search(out, stop)
    return "".join((*parts, out[end:])) if parts else out


def _around(out: str, low: int, place: int) -> re.Match[str] | None:
    """The row of groups that holds a place."""
    rows = _ROW.finditer(out, low, place + _AHEAD)
    return next((row for row in rows if row.start() <= place < row.end()), None)


def _before_next_word(row: str) -> str:
    """A row without a single letter after a blank, which begins what the text says next.

    Such a letter is a digit only where the number lacks just that one: no plan holds the number
    without it, and one does with it. `+44 7700 900123. I moved`.
    """
    if not row.startswith("+"):
        return row  # its shape leaves no place for a letter alone at the end
    for lone in _LONE.finditer(row):
        head = row[: lone.start()]
        if lone.end() == len(row):
            lacks_it = not _is_in_plan(head) and _is_in_plan(row)
            return row if lacks_it else head
        if _is_in_plan(head):
            return head
    return row


def _is_in_plan(row: str) -> bool:
    """Whether a plan holds the number that a row with a plus is, its letters read as digits."""
    import phonenumbers  # few texts hold such a letter

    try:
        number = phonenumbers.parse("+" + "".join(_PARTS.findall(row)).translate(LOOKS))
    except phonenumbers.NumberParseException:
        # With its letters read as digits the row has no country code, so it is no number.
        return False
    return phonenumbers.is_valid_number(number)


def _is_number(row: str) -> bool:
    """Whether groups have the shape of a number, and their letters can be no word."""
    groups = _PARTS.findall(row.replace("\x00", ""))
    lengths = tuple(map(len, groups))
    if not row.startswith("+") and (
        lengths not in _SHAPES or (lengths[0] == 1 and groups[0].translate(LOOKS) != "1")
    ):
        return False
    if not _FEWEST_DIGITS <= sum(lengths) <= _MOST_DIGITS:
        return False
    if sum(map(str.isdecimal, row)) < _FEWEST_NOT_LETTERS:
        return False
    mixed = [group for group in groups if not group.isdecimal() and not group.isalpha()]
    words = [group for group in groups[1:] if group.isalpha() and len(set(group)) > 1]
    if words:
        return False
    last = groups[-1]
    if any(group.isalpha() and group[0] == last[-1] for group in groups[1:]):
        return True
    return last[-1].isdecimal() or len(set(last[-2:])) == 1 or len(mixed) > 1
