"""What touches a number, or is right next to it: a word, another thing's part, a sentence."""

import re
import unicodedata
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.normalize.characters import LOOKS
from hotline_check.reading.normalize.markers import HIDDEN

_MATHEMATICAL: Final = range(0x1D7CE, 0x1D800)
_WORD_BEFORE: Final = lazy_pattern(
    r"""
    (?: (?:\A|[^\w@=&/.+~%?$-])[^\W\d_]{3,}             # a word: `call` in `call202...`
      | [0-9]{3}[^\w\n]{1,3}[0-9]{4}[^\W\d_]{2,}        # one after another number: `555-0143or`
    )\Z
    """,
    re.VERBOSE,
)
_WORD_AFTER: Final = lazy_pattern(
    r"""
    (?:[^\W\d_]{3,}|[a-z]{2})(?=[^\w@=&/+]|\Z)          # a word: `now`, `or`
    | [^\W\d_]{2,}                                      # one before another number: `or+1`,
      (?=\+|1?[^\w\n]?\(?[2-9][0-9]{2}[^\w\n])          # `or(202) ...`
    """,
    re.VERBOSE,
)
_SENTENCE_BEFORE: Final = lazy_pattern(
    r"""
    (?:\A|[\s"'(\u201c])                                # the beginning, perhaps of a quotation
    (?:[^\W\d_]+[,;]?[ \u00a0])*                        # words,
    [^\W\d_]{2,}[,;]?[ \u00a0]\Z                        # and the last of them
    """,
    re.VERBOSE,
)
_SENTENCE_AFTER: Final = lazy_pattern(r"[,;.!?)]?[ \u00a0][^\W\d_]{2,}[ \u00a0,.;!?']|[.!?]?\s*\Z")
_WORD_AND_SPACE: Final = lazy_pattern(r"[^\W\d_]{2,}[ \u00a0]\Z")
_SPACE_AND_WORD: Final = lazy_pattern(r"[ \u00a0][^\W\d_]{2,}")
_FEWEST_WORDS: Final = 2
_HASHTAGS: Final = lazy_pattern(r"#[^\W\d_]\w*[ \u00a0]+#\Z")
_HEX: Final = lazy_pattern(
    r"[ :](?=[a-f]*[0-9])(?=[0-9]*[a-f])[0-9a-f]{2,}(?![^\W_])", re.IGNORECASE
)
_HEX_DIGITS: Final = frozenset("0123456789abcdefABCDEF")
_HEX_REACH: Final = 12
# What is between two spellings of a country code, or ends the first of them.
BEFORE_A_PLUS: Final = frozenset("0123456789 -+")
_DOUBLED: Final = lazy_pattern(r"(?<![^\W_])(?<![.,-])([0-9]{1,3})[ -]?\Z")


def has_word_before(before: str) -> bool:
    """Whether what touches the first digit is a whole word, or one glued between two numbers."""
    return _WORD_BEFORE.search(before) is not None


def has_word_after(after: str) -> bool:
    """Whether what touches the last digit is a whole word, and no letters that may be digits."""
    word = _WORD_AFTER.match(after)
    return word is not None and not word[0].translate(LOOKS).isdecimal()


def is_in_sentence(before: str, after: str) -> bool:
    """Return True if words of a sentence are on both sides, or before its end."""
    words = _SENTENCE_BEFORE.search(before)
    return (
        words is not None
        and len(words[0].split()) >= _FEWEST_WORDS
        and _SENTENCE_AFTER.match(after) is not None
    )


def is_next_to_word(before: str, after: str) -> bool:
    """Return True if nothing but a space separates the digits from a word."""
    return bool(_WORD_AND_SPACE.search(before) or _SPACE_AND_WORD.match(after))


def is_among_hashtags(before: str) -> bool:
    """Whether it is one of several hashtags."""
    return _HASHTAGS.search(before) is not None


def is_in_hexadecimal(before: str, after: str) -> bool:
    """Whether a neighbour is written in the hexadecimal system."""
    if after[1:2] in _HEX_DIGITS and _HEX.match(after):
        return True
    return before[-2:-1] in _HEX_DIGITS and bool(_HEX.match(before[:-_HEX_REACH:-1]))


def doubled(before: str, digits: str) -> int:
    """How many characters before a plus are the number's country code once more."""
    if not digits or not before.rstrip(" -")[-1:].isdecimal():
        return 0
    code = _DOUBLED.search(before)
    return len(code[0]) if code and digits.startswith(code[1]) else 0


def is_styled_between(text: str, unmasked: str) -> bool:
    """Return True for digits disguised as no id or amount is: styled, marked, hidden, in words."""
    if HIDDEN in unmasked:
        return True
    if text.isascii():
        return False
    return any(
        digit.isdecimal() and not char.isascii() and _is_styled(char)
        for char, digit in zip(text, unmasked, strict=True)
    )


def _is_styled(char: str) -> bool:
    return ord(char) in _MATHEMATICAL or unicodedata.category(char) in {"No", "So"}
