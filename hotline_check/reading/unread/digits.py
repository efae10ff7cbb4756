"""Digits in a text that no reader took: what speaks for, and against, their being a number."""

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.normalize.characters import plain
from hotline_check.reading.phone.parse import BARE
from hotline_check.reading.phone_search.evidence import context, other_numbers, phoning
from hotline_check.reading.unread.signals import HARMLESS

# Digits of the longest number.
_MOST: Final = 15
# Digits of a number that a plus or a bracket gives away.
_FEWEST_SHAPED: Final = 9
# Digits in a row of a number, with some too many.
_LONGEST_GROUP: Final = 13
_SENTENCE_END: Final = lazy_pattern(r"(?<=\w{2})[.!?]\s+(?=[^\W\d_])|[\u3002\uff01\uff1f]")
# A toll-free number of North America, perhaps after a trunk prefix or a country code.
_TOLL_FREE: Final = lazy_pattern(r"\d{0,2}8(?:00|33|44|55|66|77|88)[2-9]\d{6}")
_NANP: Final = lazy_pattern(r"1?[2-9]\d\d[2-9]\d{6}")
_BRACKETED: Final = lazy_pattern(r"(?:\A|\d )?\(\d{2,5}\)[ -]?\d")
_GROUP: Final = lazy_pattern(r"\d+")
_GAP: Final = lazy_pattern(r"\d([^\d]+)(?=\d)")
_PLAIN_GAPS: Final = frozenset({" ", "-", ".", " - ", ") ", ")-", ")", "(", " (", "+", "\u00a0"})
_PATH: Final = lazy_pattern(r"[/\\][\w.-]+[/\\]{1,2}\Z")
_JOINED: Final = lazy_pattern(r"[A-Za-z0-9][-_.\\]\Z")
# A sign of a value, a ticket or an amount; a colon only after a digit, as in a time.
_OF_VALUE: Final = lazy_pattern(r"[=&@#$€£¥₹₩₿%\\?:](?<![^\d]:)\Z")
_LETTERS_BEFORE: Final = lazy_pattern(r"[A-Za-z]+\Z")
_LETTERS_AFTER: Final = lazy_pattern(r"[A-Za-z]+")
# Letters that may touch a number's end by mistake; more, or two before it, are a code.
_MOST_GLUED_AFTER: Final = 2
# The letters of a hexadecimal code, or of a version.
_CODE_BEFORE: Final = lazy_pattern(r"[0-9][A-Za-z]{1,6}\Z|(?<![A-Za-z])[vV]\Z")
_CODE_AFTER: Final = lazy_pattern(r"[A-Fa-f]{1,6}[0-9][A-Za-z0-9]|[\w/+]{0,40}=")
# A pause or an extension.
_WORD_GLUED: Final = lazy_pattern(r"(?:[pwx]|ext)\.?\d{1,6}(?!\w)", re.IGNORECASE)
_AMOUNT_AFTER: Final = lazy_pattern(r"[,.]\d|\s?(?:[$€£¥₹₩₿%]|[A-Z]{3,5}\b(?!-))")
# Words for a company's switchboard, and up to three more: `Central da Binance`.
_CENTRAL: Final = lazy_pattern(
    r"""
    \b (?: central(?:e|ita|ino)? | centralka | call \s? cent(?:er|re) | centro\ de\ llamadas )
    (?: \s \w+ ){0,3} [^\w\n]{0,3} \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
# The word for a number in Arabic, Urdu and Persian.
_ARABIC_NUMBER: Final = lazy_pattern(r"(?:رقم|ارقام|أرقام|نمبر|شماره)[^\d\n]{0,24}\Z")

# Says whether a text names a platform.
Claims = Callable[[str], bool]


class UnreadDigits:
    """Digits in a text with what is around them on their line."""

    def __init__(self, written: str, before: str, after: str) -> None:
        self.written, self.before, self.after = written, before, after
        self.groups = tuple(_GROUP.findall(written))
        digits = "".join(self.groups)
        self.digits = digits if digits.isascii() else "".join(map(_ascii_digit, digits))
        self.gaps = tuple(_GAP.findall(written))
        self.plus = before[-1:] == "+"

    def is_other(self) -> bool:
        """Return True for what is named, or has the shape of, another thing than a number."""
        before, after, groups, gaps = self.before, self.after, self.groups, self.gaps
        if HARMLESS.fullmatch(self.written) or _AMOUNT_AFTER.match(after):
            return True
        if (
            context.is_labelled(phoning.humps(before))
            or context.is_measured(before, after)
            or context.is_value_of_key(before)
        ):
            return True
        if _OF_VALUE.search(before) or _JOINED.search(before) or self._is_in_path():
            return True
        if _CODE_BEFORE.search(before) or _CODE_AFTER.match(after):
            return True
        if len(_letters(_LETTERS_BEFORE, before.rstrip("+"))) > 1 and not self._is_after_word():
            return True
        glued = _LETTERS_AFTER.match(after)
        if glued and len(glued[0]) > _MOST_GLUED_AFTER and not _WORD_GLUED.match(after):
            return True
        return (
            other_numbers.is_date(groups, gaps, before)
            or (other_numbers.is_dotted(groups, gaps) and not self._begins_as_in_north_america())
            or other_numbers.has_decimals(groups, gaps)
            or other_numbers.is_payment_card(self.digits)
            or other_numbers.is_book_number(self.digits)
        )

    def has_thousands(self) -> bool:
        """Return True if they are grouped as an amount is."""
        return other_numbers.are_amounts(self.groups, self.gaps) and not self.plus

    def _begins_as_in_north_america(self) -> bool:
        lengths = tuple(map(len, self.groups))
        return (3, 3, 4) in {lengths[:3], lengths[1:4]} and bool(_TOLL_FREE.match(self.digits))

    def _is_in_path(self) -> bool:
        if self.before[-1:] not in {"/", "\\"}:
            return False
        return bool(_PATH.search(self.before)) or not self._is_cued(self.before.rstrip("/\\"))

    def _is_after_word(self) -> bool:
        """Return True if a word of phoning touches the digits: `call8335110646`."""
        return self._is_cued(_letters(_LETTERS_BEFORE, self.before.rstrip("+")))

    @staticmethod
    def _is_cued(before: str) -> bool:
        words = before.split()
        return bool(words) and phoning.has_cue_near(words[-1], "")

    def is_clean(self) -> bool:
        """Return True if nothing touches the digits, so that they may be read as a number."""
        touching = self.before[-1:] + self.after[:1]
        is_free = not any(char.isalnum() or char in "+*#" for char in touching)
        written = plain(self.written)
        return is_free and BARE.issuperset(written) and "+" not in written

    def is_offered(self, claims: Claims) -> bool:
        """Return True if a word of phoning speaks for them, or a name and a number's shape."""
        size = len(self.digits)
        has_shape = self._has_shape()
        if size > _MOST and not has_shape:
            return False
        if _ARABIC_NUMBER.search(self.before) and self.digits[0] == "0" and size <= _MOST:
            return True
        if not self._is_code() and phoning.is_spoken_of(self.before, self.after):
            return True
        if has_shape:
            return claims(self._sentence())
        if _CENTRAL.search(self.before) and len(self.gaps) < len(self.groups[0]):
            return claims(self._sentence())
        return bool(_NANP.fullmatch(self.digits)) and self._is_after_name(claims)

    def _is_code(self) -> bool:
        """Return True if letters touch digits that do not have the shape of a number."""
        glued = _letters(_LETTERS_BEFORE, self.before) or _LETTERS_AFTER.match(self.after)
        return bool(glued) and not self._has_shape()

    def _has_shape(self) -> bool:
        """Return True if the digits are grouped, or begin, as those of numbers do."""
        size = len(self.digits)
        if _TOLL_FREE.match(self.digits) and len(max(self.groups, key=len)) <= _LONGEST_GROUP:
            return True
        if self.plus and size >= _FEWEST_SHAPED:
            return True
        if _BRACKETED.match(self._with_bracket()) and _FEWEST_SHAPED <= size <= _MOST:
            return True
        if not 10 <= size <= _MOST or len(self.groups) < 3 or len(set(self.gaps)) > 3:
            return False
        lengths = {len(group) for group in self.groups[1:]}
        fours = sum(len(group) == 4 for group in self.groups)
        is_card = fours > 2 or (lengths in ({3}, {4}) and len(self.groups[0]) == max(lengths))
        return _PLAIN_GAPS.issuperset(self.gaps) and not is_card and max(lengths) <= 7

    def _with_bracket(self) -> str:
        return ("(" if self.before.endswith("(") else "") + self.written

    def _sentence(self) -> str:
        return f"{_SENTENCE_END.split(self.before)[-1]} {_SENTENCE_END.split(self.after)[0]}"

    def _is_after_name(self, claims: Claims) -> bool:
        """Return True if they follow a platform's name, or that and a word like `support`."""
        words = self.before.split()
        if claims(""):  # it is the person who names the platform
            return False
        if not words or not claims(" ".join(words[-3:])):
            return False
        if any(context.is_labelled(" ".join(words[:-count]) + " ") for count in (1, 2)):
            return False  # "Ordine Binance 4039281755"
        return claims(words[-1]) or phoning.has_cue_near(words[-1], "")


def _ascii_digit(digit: str) -> str:
    return str(unicodedata.decimal(digit))


def _letters(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[0] if match else ""
