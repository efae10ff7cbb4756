"""One character -> one plain character: the table that undoes the disguise of a text.

Digits of any style or script become ASCII digits, styled and look-alike letters ASCII
letters, dashes `-`, brackets `(` `)`, currencies `$`. What is not seen becomes `HIDDEN`, a
telephone `PHONE`, any other sign `SYMBOL`; other scripts' letters stay.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.normalize.markers import HIDDEN, PHONE, SYMBOL

_LETTER_NAME = lazy_pattern(
    r"""
    (?: REGIONAL[ ]INDICATOR[ ]SYMBOL[ ]LETTER                # of a flag
      | LATIN[ ]LETTER[ ]SMALL[ ]CAPITAL
      | (?:NEGATIVE[ ]|CROSSED[ ]NEGATIVE[ ])?(?:CIRCLED|SQUARED)[ ]
        LATIN[ ](?:CAPITAL|SMALL)[ ]LETTER                    # in a circle, in a square
      | (?:MODIFIER[ ]LETTER|LATIN)[ ](?:CAPITAL|SMALL)(?:[ ]LETTER)?
    )
    [ ]([A-Z])(?:[ ]WITH[ ].*)?$                              # the letter, perhaps with an accent
    """,
    re.VERBOSE,
)
_SMALL = lazy_pattern("SMALL LETTER|MODIFIER LETTER SMALL")
_PHONES = lazy_pattern(r"\b(?:TELEPHONE|MOBILE PHONE|PHONE|PAGER|FAX)\b")
_PLUSES = lazy_pattern(r"^(?:.* )?(?:PLUS SIGN|CIRCLED PLUS|SQUARED PLUS|GREEK CROSS)\b")
# Digits that younger Unicode than Python's data may have.
_OUTLINED: Final = range(0x1CCF0, 0x1CCFA)
_UNSEEN: Final = frozenset("\u115f\u1160\u3164\uffa0\u2800")
_ODD: Final = {
    "\u30fc": "-",
    "\u2212": "-",
    "\u00d7": "*",
    "\u2715": "*",
    "\u2716": "*",
    "\u3002": ".",
    "\u3001": ",",
    "\u2030": "%",
    "\u2116": "#",
    "\u2122": SYMBOL,
    "\u2120": SYMBOL,
    "\u2121": PHONE,
    "\u213b": PHONE,
    "\u00b1": "=",
    "\u00b0": "\u00b0",
    "\u2039": "<",
    "\u203a": ">",
    "\u3007": "\u3007",
    # Bytes that could not be decoded, among which a digit may be: no sign between digits.
    "\ufffd": "\u02ac",
}


class _Table(dict[int, str]):
    """Filled as characters are met: most texts use few."""

    def __missing__(self, code: int) -> str:
        plain = self[code] = _plain(chr(code))
        return plain


def _plain(char: str) -> str:  # one way out for each class of characters
    if char in _ODD:
        return _ODD[char]
    if ord(char) in _OUTLINED:
        return str(ord(char) - _OUTLINED.start)
    category = unicodedata.category(char)
    if category in {"Mn", "Me", "Cf"} or char in _UNSEEN:
        return HIDDEN
    if category[0] == "Z":
        return " " if category == "Zs" else "\n"
    number = unicodedata.numeric(char, -1.0)
    if category in {"Nd", "No", "So"} and number in range(10):
        return str(int(number))
    if category == "Pd":
        return "-"
    if category == "Sc":
        return "$"
    name = unicodedata.name(char, "")
    if category[0] in "SPN":
        return _sign(char, category, name)
    if category[0] == "L":
        return _letter(char, name)
    return char


def _sign(char: str, category: str, name: str) -> str:
    short = unicodedata.normalize("NFKC", char)
    if len(short) == 1 and short.isascii():
        return short
    letter = _LETTER_NAME.search(name)
    if letter:
        return letter[1]
    if _PLUSES.match(name):
        return "+"
    if _PHONES.search(name):
        return PHONE
    if short[0] == "." and short.strip(".") == "":
        return "."
    if short.isascii() and short.isalpha():
        return short[0]
    brackets = {"Ps": "(", "Pe": ")"}
    if "SINGLE" in name and category in {"Pi", "Pf"}:
        return "'"
    return brackets.get(category, SYMBOL)


def _letter(char: str, name: str) -> str:
    base = unicodedata.normalize("NFKD", char)[0]
    if base.isascii() and base.isalpha():
        return base
    named = _LETTER_NAME.search(name)
    if named:
        return named[1].lower() if _SMALL.search(name) else named[1]
    if unicodedata.bidirectional(char) in {"R", "AL"}:
        return char  # Hebrew and Arabic letters make words of their own
    alike = lookalikes().get(char)
    return alike if alike and alike.isalpha() else char


@cache
def lookalikes() -> dict[str, str]:
    """Character of any script -> the ASCII letter or digit it looks like (UTS 39)."""
    text = (Path(__file__).parent / "data" / "lookalikes.txt").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {char: target for target, chars in rows for char in chars}


# For `str.translate`.
PLAIN: Final[dict[int, str]] = _Table((code, chr(code)) for code in range(128))
