"""Text -> text of the same length in which a disguised number is written in plain digits.

Four steps, each of which keeps every offset: plain characters, HTML entities and inline markup,
digits in words, letters that replace digits.
"""

import re
from functools import cache, lru_cache
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.normalize.characters import plain
from hotline_check.reading.normalize.inline_markup import (
    with_signs,
    without_flags,
    without_inline_markup,
)
from hotline_check.reading.normalize.leetspeak import lettered
from hotline_check.reading.normalize.markers import HIDDEN, SYMBOL

# ASCII letters and the digit that each replaces.
_MOST_KEPT: Final = 2_000  # characters of what is typed or pasted as a contact
LETTERS: Final = {
    "O": "0", "o": "0", "I": "1", "l": "1", "i": "1", "|": "1", "S": "5", "s": "5",
    "Z": "2", "z": "2", "B": "8", "A": "4", "E": "3", "G": "6", "T": "7", "b": "6", "g": "9",
    "q": "9",
}  # fmt: skip
# Letters that count at the edge of a group too; the others only between two digits.
_FREE: Final = frozenset("OoIlSs")

_ENTITY = lazy_pattern(r"&(?:#(?:x[0-9a-f]{1,6}|\d{1,7})|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_MARKUP = lazy_pattern(
    r"""
    <(?: /?(?:b|i|u|em|strong|span|font|small|big|sup|sub|mark|wbr|code|tt|a)\b[^<>]{0,200}
      | !--[^<>]{0,200}--    # a comment
    )>
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What a link dials, where that is nothing but a number.
_DIALS = lazy_pattern(r"=\s?[\"']?(?:tel|sms|callto):([^\"'>\s;?]+)(?=[\"'>\s])", re.IGNORECASE)
_BREAK = lazy_pattern(r"<br\s{0,2}/?>", re.IGNORECASE)
_CODE = "%2[089BDEF]"
# A sign as it is written in a web address.
_ENCODED = lazy_pattern(rf"{_CODE}(?![\w%+().-]{{0,40}}%(?!2[089BDEF]))", re.IGNORECASE)
# A plus as it is written in a mail.
_QUOTED = lazy_pattern(r"=2B(?<![\w=&?]=2B)(?=[1-9(])", re.IGNORECASE)
_IN_TOKEN: Final = frozenset("0123456789OoIliSszZBAEGTbgq|\x00")
_TOKEN = lazy_pattern(r"[0-9OoIliSszZBAEGTbgq|\x00]+")
_BEYOND_ASCII = lazy_pattern(r"[^\x00-\x7f]+")
# A digit next to such a letter, or one that hidden characters may separate from it.
_NEAR = lazy_pattern(
    r"[0-9](?:(?=\x00{0,8}[OoIliSszZBAEGTbgq|])|(?<=[OoIliSszZBAEGTbgq|\x00].))", re.DOTALL
)
# Letters at the end that may be keys of a phone as well as digits in disguise.
_KEYS = lazy_pattern(r"[0-9][A-Za-z]*[ABEGTZbgqz][A-Za-z]+\Z")
_SHORTEST_WORD: Final = 3
# A letter is judged with its token, which in base64 has no end.
_LONGEST_TOKEN: Final = 40
# A bar inside of a group may be a 1; in anything longer bars separate groups.
_MOST_WITH_BARS: Final = 4
# Characters over which hidden ones may separate a look-alike from a digit.
_FARTHEST: Final = 40
_BEFORE_DIGIT = lazy_pattern(r"[OoIlSs](?<!\w.)[OoIlSs]{0,3}(?=[^\w\s]{1,3}[0-9])")
# A group of nothing but the letter O: `42 OO 95`.
_BETWEEN = lazy_pattern(r"[Oo](?<=[0-9][ .-].)(?:(?<=O)O{0,3}|(?<=o)o{1,3})(?=[ .-][0-9])")
_AFTER_PLUS = lazy_pattern(r"\+[Il|](?=[^\w+]{1,3}[0-9])")
_AFTER_DIGIT = lazy_pattern(r"([0-9][^\w\s]{1,3})([OoIlSs]{2,4})(?![^\W_])")


def unmask(text: str, *, words: bool = True) -> str:
    """The text as the plainest string of the same length.

    words: also look for digits spelled as words, which takes longer.
    """
    return _kept(text, words) if len(text) <= _MOST_KEPT else _unmask(text, words)


# Each reader of a pasted number asks for its plain form: four times before this.
@lru_cache(maxsize=32)
def _kept(text: str, words: bool) -> str:
    return _unmask(text, words)


def _unmask(text: str, words: bool) -> str:
    out = plain(text)
    if not text.isascii():
        out = without_flags(text, out)
    if "&" in out:
        out = _ENTITY.sub(_entity, out)
    if "<" in out:
        out = _MARKUP.sub(_without_markup, out)
        out = _BREAK.sub(lambda match: SYMBOL * len(match[0]), out)
    if "%" in out:
        out = _ENCODED.sub(_decoded, out)
    if "=" in out:
        out = _QUOTED.sub(_decoded, out)
    out = without_inline_markup(out)
    if words and (not out.isascii() or any(map(str.isalpha, out))):
        from hotline_check.reading.normalize.number_words import spelled  # a large vocabulary

        out = spelled(out)
    return digits_for_letters(with_signs(out))


def digits_for_letters(out: str) -> str:
    """Letters in the place of digits, as digits."""
    alike = "" if out.isascii() else "".join(sorted(_exotic().keys() & set(_foreign(out))))
    if alike:
        out = _runs_of(alike).sub(_next_to_digits, out)
    if _NEAR.search(out):
        out = _mixed_tokens(out)
    out = lettered(out)
    out = _BEFORE_DIGIT.sub(_before_digit, out)
    if "+" in out:
        out = _AFTER_PLUS.sub("+1", out)
    if "O" in out or "oo" in out:
        out = _BETWEEN.sub(lambda match: "0" * len(match[0]), out)
    return _AFTER_DIGIT.sub(lambda match: match[1] + _unless_a_word(match[2]), out)


# The Korean letter ieung.
_ROUND_JAMO: Final = "\u110b\u11bc\u3147"


def _foreign(out: str) -> str:
    """The characters beyond ASCII."""
    return "".join(_BEYOND_ASCII.findall(out))


def _as_digits(token: str) -> str:
    return "".join(LETTERS.get(char, char) for char in token)


def _before_digit(match: re.Match[str]) -> str:
    """Letters alone between a plus or a digit and a sign with a digit: `+I-845`, `888-OO-12`."""
    text, start = match.string, match.start()
    before = text[start - 1 : start]
    joined = (
        bool(before) and before != " " and (before == "+" or text[max(0, start - 3)].isdecimal())
    )
    joined = joined or any(char.isdecimal() for char in text[max(0, start - 2) : start])
    return _unless_a_word(match[0]) if joined or match[0][0] in "OIl" else match[0]


def _unless_a_word(token: str) -> str:
    """Letters as digits, but for what reads as a word: `1-800-SOS-...` may mean the keys."""
    lowered = token.lower()
    word = len(lowered) >= _SHORTEST_WORD and "s" in lowered and len(set(lowered)) > 1
    return token if word else _as_digits(token)


def _mixed_tokens(out: str) -> str:
    """Letters as digits in groups that hold both: `9O8`, `3OII`."""
    parts: list[str] = []
    end = 0
    near = _NEAR.search(out)
    while near:
        start = near.start()
        low = max(end, start - _LONGEST_TOKEN)
        while start > low and out[start - 1] in _IN_TOKEN:
            start -= 1
        token = _TOKEN.match(out, start)
        stop = token.end() if token else near.end()
        parts += [out[end:start], _mixed(out, start, stop)]
        end = stop
        near = _NEAR.search(out, end)
    return "".join((*parts, out[end:]))


def _entity(match: re.Match[str]) -> str:
    import html  # few texts hold an entity

    char = html.unescape(match[0])
    if len(char) != 1 or char == match[0]:
        return match[0]
    return plain(char).ljust(len(match[0]), HIDDEN)


def _without_markup(match: re.Match[str]) -> str:
    """Nothing of a tag is seen but what its link dials."""
    dials = _DIALS.search(match[0])
    if not dials:
        return HIDDEN * len(match[0])
    start, end = dials.span(1)
    return SYMBOL * start + dials[1] + SYMBOL * (len(match[0]) - end)


def _decoded(match: re.Match[str]) -> str:
    return chr(int(match[0][1:], 16)).ljust(len(match[0]), HIDDEN)


def _mixed(out: str, start: int, stop: int) -> str:
    token = out[start:stop]
    before, after = out[start - 1 : start], out[stop : stop + 1]
    bare = token.replace(HIDDEN, "")
    if len(bare) > _LONGEST_TOKEN or before.isalpha() or after.isalpha():
        return token
    if any(char.isalpha() and char not in _FREE for char in bare[0] + bare[-1]):
        return token
    if _KEYS.search(bare):
        return token
    if "|" in bare and (len(bare) > _MOST_WITH_BARS or "|" in bare[0] + bare[-1]):
        token = token.replace("|", SYMBOL)
    if bare[-1] in "sl" and bare[:-1].isdecimal() and len(bare) < 4:
        return token
    return _as_digits(token)


@cache
def _exotic() -> dict[str, str]:
    """Characters of any script that look like a digit -> that digit.

    Round letters that stay letters in their own script, and round vowel signs, look like a 0.
    """
    from hotline_check.reading.normalize.confusables import PLAIN, lookalikes  # only for non-ASCII

    alike = {char: digit for char, digit in lookalikes().items() if digit.isdecimal()}
    round_ones = (char for char, letter in lookalikes().items() if letter in {"o", "O"})
    return alike | {char: "0" for char in (*round_ones, *_ROUND_JAMO) if PLAIN[ord(char)] == char}


# The few that a text holds are found many times as fast as all of them.
@lru_cache(maxsize=64)
def _runs_of(characters: str) -> re.Pattern[str]:
    return re.compile(f"[{characters}]++")


def _as_drawn(run: str) -> str:
    """Such characters as the digits they look like."""
    return "".join(map(_exotic().__getitem__, run))


def _next_to_digits(match: re.Match[str]) -> str:
    """Such characters as the digits they look like, where these go on with digits, not a word."""
    text, (start, end) = match.string, match.span()
    before, after = text[start - 1 : start], text[end : end + 1]
    if (before.isdecimal() or before == HIDDEN) and not after.isalpha():
        front = text[max(0, start - _FARTHEST) : start].rstrip(HIDDEN)
        if front[-1:].isdecimal():
            return _as_drawn(match[0])
    if (after.isdecimal() or after == HIDDEN) and not before.isalpha():
        following = text[end : end + _FARTHEST].lstrip(HIDDEN)
        if following[:1].isdecimal():
            return _as_drawn(match[0])
    return match[0]
