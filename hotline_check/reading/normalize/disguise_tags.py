"""What was done to the characters of a number: the tags and assumptions its rendering shows."""

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading import codes
from hotline_check.reading.models import Assumption
from hotline_check.reading.normalize.joined_fields import joining_sign
from hotline_check.reading.normalize.markers import HIDDEN

_MARKUP = lazy_pattern(r"&[#a-z0-9]+;|<[a-z/!]", re.IGNORECASE)
_WORD = lazy_pattern(r"[^\W\d_][\w\u0300-\u036f\u093c-\u094d-]*")
_USUAL_SIGNS: Final = frozenset(
    "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u30fc\uff0b\uff08\uff09\u00b7\u2022\u3000"
)
_ODD_BRACKETS: Final = lazy_pattern(r"[\[{<]|\([^)]*\(|^[^(]*\)|\([^)]*$")
_ODD_SIGNS: Final = lazy_pattern(r"[*_~^|=\\:;,'\"!?#%&]")


class Seen(NamedTuple):
    """What a rendering shows in addition to its digits."""

    assumed: tuple[Assumption, ...] = ()
    tags: tuple[str, ...] = ()


_UNDISGUISED: Final = frozenset("0123456789+-.() ")
# Characters of a last group in brackets, which no number has: `793 (0)`.
_LONGEST_STRAY: Final = len("(12)")
_NOTHING: Final = Seen()


@lru_cache(maxsize=8192)
def seen(text: str, unmasked: str) -> Seen:
    """The assumptions and tags of one rendering; both strings have the same length."""
    is_plain = _UNDISGUISED.issuperset(text) and "(" not in text[-_LONGEST_STRAY:]
    if is_plain and not _ODD_BRACKETS.search(text):
        return _NOTHING
    tags = set() if text.isascii() else {*map(_tag, text, unmasked)}
    lettered = any(map(_is_letter, text))
    words = _spelled(text, unmasked) if lettered else None
    letters = _letters(text, unmasked) if lettered and not words else []
    broken = "\n" in text or "\r" in text
    assumed = [words] if words else letters
    if broken:
        assumed = [*assumed, Assumption(codes.LINES_JOINED)]
    if sign := joining_sign(text, unmasked):
        assumed = [*assumed, Assumption(codes.FIELDS_JOINED, (sign,))]
    marks = {
        codes.TAG_WORDS: words,
        codes.TAG_LETTERS: letters,
        codes.TAG_ENTITIES: HIDDEN in unmasked and _MARKUP.search(text),
        codes.TAG_BRACKETS: _ODD_BRACKETS.search(unmasked),
        codes.TAG_SYMBOLS: _ODD_SIGNS.search(unmasked),
        codes.TAG_BROKEN: broken,
    }
    tags.update(tag for tag, shown in marks.items() if shown)
    return Seen(tuple(assumed), tuple(tag for tag in codes.DISGUISES if tag in tags))


@lru_cache(maxsize=4096)
def _tag(char: str, plain_form: str) -> str | None:
    if char in _USUAL_SIGNS or char.isascii():
        return None
    category = unicodedata.category(char)
    if category in {"Mn", "Me"}:
        return None if char in "\ufe0e\ufe0f" else codes.TAG_MARKS
    if plain_form == HIDDEN:
        return codes.TAG_HIDDEN
    if plain_form.isdecimal():
        if category == "Nd" and "MATHEMATICAL" not in unicodedata.name(char, ""):
            return codes.TAG_STYLED if 0xFF10 <= ord(char) <= 0xFF19 else codes.TAG_SCRIPT
        return codes.TAG_STYLED if category in {"Nd", "No", "So"} else None
    if category in {"So", "Sk"} and (ord(char) >= 0x1F000 or 0x2600 <= ord(char) < 0x27C0):
        return codes.TAG_EMOJI
    if category[0] in "SP":
        return codes.TAG_SYMBOLS if category not in {"Ps", "Pe"} else codes.TAG_BRACKETS
    return None


def _letters(text: str, unmasked: str) -> list[Assumption]:
    found: dict[Assumption, None] = {}
    for char, digit in zip(text, unmasked, strict=True):
        if digit.isdecimal() and char != digit and _is_letter(char):
            shown = unicodedata.normalize("NFKC", char)
            found[Assumption(codes.LETTER_AS_DIGIT, (shown, digit))] = None
    return list(found)


def _is_letter(char: str) -> bool:
    """Return True for letters, round vowel signs such as `ം`, and the bar."""
    return char == "|" or char.isalpha() or unicodedata.category(char) == "Mc"


def _spelled(text: str, unmasked: str) -> Assumption | None:
    """Words of two letters and more, or other scripts' numerals, that became digits."""
    words = []
    for match in _WORD.finditer(text):
        plain_form = unmasked[match.start() : match.end()]
        digits = [char for char in plain_form if char.isdecimal()]
        if not digits or any(char.isdecimal() for char in match[0]):
            continue
        numerals = all(unicodedata.category(char) in {"Lo", "Nl"} for char in match[0])
        if (HIDDEN in plain_form and len(match[0]) > len(digits)) or numerals:
            words.append((match[0], "".join(digits)))
    if not words:
        return None
    return Assumption(
        codes.WORDS_AS_DIGITS,
        (" ".join(word for word, _ in words), "".join(digits for _, digits in words)),
    )
