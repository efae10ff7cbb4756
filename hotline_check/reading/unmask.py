"""Text -> text of the same length in which a disguised number is written in plain digits.

Four steps, each of which keeps every offset: plain characters, HTML entities and inline markup,
digits in words, letters that stand for digits.
"""

import re
from functools import cache
from typing import Final

from hotline_check.reading.characters import HIDDEN, plain

LETTERS: Final = {
    "O": "0", "o": "0", "I": "1", "l": "1", "i": "1", "|": "1", "S": "5", "s": "5",
    "Z": "2", "z": "2", "B": "8", "A": "4", "E": "3", "G": "6", "T": "7", "b": "6", "g": "9",
    "q": "9",
}  # fmt: skip
"""ASCII letters and the digit each stands for."""
_FREE: Final = frozenset("OoIlSs")
"""Letters that count at the edge of a group too; the others only between two digits."""

_ENTITY = re.compile(r"&(?:#(?:x[0-9a-f]{1,6}|\d{1,7})|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_MARKUP = re.compile(
    r"<(?:/?(?:b|i|u|em|strong|span|font|small|big|sup|sub|mark|wbr|code|tt|a)\b[^<>]{0,200}|!--[^<>]{0,200}--)>",
    re.IGNORECASE,
)
_MIXED = re.compile(
    r"(?<![^\W\d_])(?=[A-Za-z|]{0,12}[0-9\x00]*[0-9])[OoIliSszZBAEGTbgq|0-9\x00]*"
    r"[OoIliSszZBAEGTbgq|][OoIliSszZBAEGTbgq|0-9\x00]*(?![^\W\d_])"
)
_ALONE = re.compile(
    r"(?<![^\W_])(?:(?<=\+)|(?<=[0-9][^\w\s])|(?<=[0-9][^\w\s]{2})|(?<=[0-9])|(?=[OIl]))"
    r"[OoIlSs|]{1,4}(?=[^\w\s]{1,3}[0-9]|[^\w\s]*\Z)"
)


def unmask(text: str, *, words: bool = True) -> str:
    """The text as the plainest string of the same length.

    words: also look for digits spelled as words, which takes longer.
    """
    out = plain(text)
    if "&" in out:
        out = _ENTITY.sub(_entity, out)
    if "<" in out:
        out = _MARKUP.sub(lambda match: HIDDEN * len(match[0]), out)
    if words and any(map(str.isalpha, out)):
        from hotline_check.reading.words import spelled  # a large vocabulary

        out = spelled(out)
    return digits_for_letters(out)


def digits_for_letters(out: str) -> str:
    """Letters that stand where digits belong, as digits."""
    exotic = _exotic() if not out.isascii() else None
    if exotic:
        out = exotic[0].sub(lambda match: match[0].translate(exotic[1]), out)
    out = _MIXED.sub(_mixed, out)
    return _ALONE.sub(lambda match: "".join(LETTERS.get(char, char) for char in match[0]), out)


def _entity(match: re.Match[str]) -> str:
    import html  # few texts hold an entity

    char = html.unescape(match[0])
    if len(char) != 1 or char == match[0]:
        return match[0]
    return plain(char).ljust(len(match[0]), HIDDEN)


def _mixed(match: re.Match[str]) -> str:
    token = match[0]
    if not any(char.isdecimal() for char in token):
        return token
    bare = token.replace(HIDDEN, "")
    edges = bare[0] + bare[-1]
    if any(char.isalpha() and char not in _FREE for char in edges):
        return token
    if bare[-1] in "sl" and bare[:-1].isdecimal() and len(bare) < 4:
        return token
    if sum(char.isdecimal() for char in bare) < 1:
        return token
    return "".join(LETTERS.get(char, char) for char in token)


@cache
def _exotic() -> tuple[re.Pattern[str], dict[int, str]]:
    """Characters of any script that look like a digit, where they touch one."""
    from hotline_check.reading.costumes import lookalikes  # only for non-ASCII

    alike = {char: digit for char, digit in lookalikes().items() if digit.isdecimal()}
    chars = "".join(alike)
    near = rf"(?<=[0-9]){HIDDEN}*[{chars}]+(?![^\W\d_])|(?<![^\W\d_])[{chars}]+(?={HIDDEN}*[0-9])"
    return re.compile(near), {ord(char): digit for char, digit in alike.items()}
