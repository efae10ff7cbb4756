"""Which stretches of a long text are worth a closer look: byte tables instead of patterns.

A stretch is kept when, after everything but letters and digits is taken away, enough digits (or
letters that look like digits, or characters beyond ASCII) stand in a row; when enough words in a
row are made of the letters of digit words; or when it has the signs of a web or mail address.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

BLOCK: Final = 16384
"""Characters looked at in one go."""
FEWEST: Final = 7
"""Digits of the shortest number that is found without a region."""

_REFINED: Final = 700
"""Characters looked at in one go where a block has something."""

_LOOKS = b"OoIiLlSsZzB"
_WORD_SCRIPTS = {*range(0xD4, 0xD8), *range(0xE4, 0xEA), 0xEB, 0xEC, 0xED}
"""First bytes (UTF-8) of scripts that have no digits or signs."""
_NO_LETTERS = bytes(
    ord("x")
    if code in _WORD_SCRIPTS or (chr(code).isascii() and chr(code).isalpha() and code not in _LOOKS)
    else 32
    for code in range(256)
)
"""Blanks everything but letters that look like no digit."""
_SHORTEST_ROW: Final = 9
_FEWEST_IN_ROW: Final = 6
"""Letters may stand for the other digits."""
_NOT_DIGITS = bytes(
    code for code in range(256) if not (48 <= code <= 57 or code in b"\xd9\xdb\xdf" or code > 0xDF)
)
"""All bytes but digits and the first bytes of scripts and styles that have digits."""
_DIGITS_AND_SIGNS = bytes(
    code for code in range(256) if not (65 <= code <= 90 or 97 <= code <= 122)
)
_FEWEST_DIGITS: Final = 3
_FEWEST_TO_MIX: Final = 5


def _table(letters: str) -> bytes:
    """A byte table that blanks everything but the letters that a language's digit words lack."""
    lacking = set("abcdefghijklmnopqrstuvwxyz") - set(letters)
    return bytes(
        ord("x") if chr(code).lower() in lacking and code < 128 else 32 for code in range(256)
    )


_SPELLED = (
    (
        _table("zeronthwfuivsxg"),
        b"zero|one|two|three|four|five|six|seven|eight|nine|hundred".split(b"|"),
    ),
    (
        _table("zerounodstcaiqhvm"),
        b"cero|zero|uno|dos|dois|tres|cuatro|quatro|cinco|seis|siete|sete|ocho|oito|nueve".split(
            b"|"
        ),
    ),
    (
        _table("unsaechztodrvifgxqp"),
        b"null|zero|eins|zwei|drei|vier|sechs|sieben|acht|neun|deux|trois|quatre|cinq|sept|huit|"
        b"teen|char|panch|paanch|chhe|saat|aath|nau|shunya".split(b"|"),
    ),
)
"""What the digit words of a group of languages leave when blanked, and the words."""
_FEWEST_WORDS: Final = 6
_FEW_WORDS: Final = 3
_START: Final = 500
"""Bytes of a block in which its language shows."""
_NOT_OTHER_SCRIPTS = bytes(
    code for code in range(256) if not (0xD0 <= code <= 0xE1 or 0xE3 <= code <= 0xED)
)
"""All bytes but the first ones of scripts other than Latin and Greek."""
_LONG_WORDS = b" " * 34
_SHORT_WORDS = b" " * 18
"""How long a stretch of digit words is; in a short text `double` and `triple` may part it."""
_OTHER_LANGUAGES = (b" de ", b" der ", b" que ", b" hai ", b" les ")
"""Words that show a long text to be in another language than English."""
_DOT_LETTER = re.compile(r"\.(?<=[^\W_]\.)[^\W\d_]{2}")
_DEFANGED = ("(at)", "[at]", "(dot)", "[dot]", "[.]", "(.)")
_VANITY = re.compile(r"8(?:00|88|77|66|55|44|33)[^\w\n]{1,3}[A-Za-z]")


class Stretch(NamedTuple):
    """A part of a text, and which kinds of contact it may hold."""

    start: int
    end: int
    phones: bool
    spelled: bool
    web: bool


def stretches(text: str, fewest: int = FEWEST) -> Iterator[Stretch]:
    """The parts of a text that may hold contacts, in order; no contact spans two parts."""
    start = 0
    while start < len(text):
        end = boundary(text, start, BLOCK)
        block = text[start:end]
        signs = _signs(block, fewest, _ALL)
        if len(text) < _REFINED and not signs[1] and _mixes(block):
            signs = (True, True, signs[2])
        if any(signs):
            if sum(map(str.isdecimal, block[:: len(block) // 64 + 1])) > 4:
                yield Stretch(start, end, *signs)
            else:
                yield from _refined(text, start, end, fewest, signs)
        start = end


_Signs = tuple[bool, bool, bool]
_ALL: Final[_Signs] = (True, True, True)


def _refined(text: str, start: int, stop: int, fewest: int, wanted: _Signs) -> Iterator[Stretch]:
    while start < stop:
        end = min(stop, boundary(text, start, _REFINED))
        signs = _signs(text[start:end], fewest, wanted)
        if any(signs):
            yield Stretch(start, end, *signs)
        start = end


def _signs(block: str, fewest: int, wanted: _Signs) -> _Signs:
    """Whether a block may hold phone numbers, spelled ones, web addresses."""
    raw = block.encode("utf-8", "surrogatepass")
    return (
        wanted[0] and _maybe_phones(block, raw, fewest),
        wanted[1] and _maybe_spelled(block, raw),
        wanted[2] and ("@" in block or ("/" in block and "//" in block) or _dotted(block)),
    )


def _maybe_phones(block: str, raw: bytes, fewest: int) -> bool:
    signs = raw.translate(None, _NOT_DIGITS)
    if len(signs) >= _FEWEST_DIGITS:
        if len(signs) > len(raw) // 4 and _is_data(raw):
            return False
        if _has_row(raw, fewest) or (len(signs) >= fewest and _has_markup(block)):
            return True
    return "8" in block and _VANITY.search(block) is not None


def _has_row(raw: bytes, fewest: int) -> bool:
    """Whether enough digits stand in a row with no letter between that looks like none."""
    blanked = b" %b " % raw.translate(_NO_LETTERS)
    run = b" " * min(fewest + 1, _SHORTEST_ROW)
    digits = min(fewest, _FEWEST_IN_ROW)
    place = blanked.find(run)
    while place >= 0:
        end = blanked.find(b"x", place)
        end = len(blanked) if end < 0 else end
        if len(raw[max(0, place - 1) : end].translate(None, _NOT_DIGITS)) >= digits:
            return True
        place = blanked.find(run, end)
    return False


def _has_markup(block: str) -> bool:
    return ("<" in block and "</" in block) or ("&" in block and "&#" in block)


def _is_data(raw: bytes) -> bool:
    """Whether a long block is nothing but digits and signs on one line: a dump, not a text."""
    if len(raw) < BLOCK // 4 or b"\n" in raw or b"," in raw:
        return False
    return b"+" not in raw and not raw.translate(None, _DIGITS_AND_SIGNS)


def _maybe_spelled(block: str, raw: bytes) -> bool:
    short = len(block) < _REFINED * 2
    run = _SHORT_WORDS if short else _LONG_WORDS
    start = raw[:_START].lower()
    other = short or any(mark in start for mark in _OTHER_LANGUAGES)
    for table, words in _SPELLED if other else _SPELLED[:1]:
        blanked = raw.translate(table) + run[:2]
        place = blanked.find(run)
        while place >= 0:
            end = blanked.find(b"x", place)
            end = len(raw) if end < 0 else end
            lowered = raw[place:end].lower()
            counts = [count for word in words if (count := lowered.count(word))]
            if len(counts) > 1 and sum(counts) >= (_FEW_WORDS if short else _FEWEST_WORDS):
                return True
            place = blanked.find(run, end)
    if block.isascii() or not raw.translate(None, _NOT_OTHER_SCRIPTS):
        return False
    from hotline_check.reading.words import spelled_beyond_ascii  # only for other scripts

    return spelled_beyond_ascii(block)


def _mixes(block: str) -> bool:
    """Whether a short text holds both figures and digit words, which may make one number."""
    if sum(map(str.isdigit, block)) < _FEWEST_TO_MIX:
        return False
    lowered = block.lower().encode("utf-8", "surrogatepass")
    return any(word in lowered for _, words in _SPELLED for word in words)


def _dotted(block: str) -> bool:
    if "." in block and _DOT_LETTER.search(block):
        return True
    return ("(" in block or "[" in block) and any(sign in block for sign in _DEFANGED)


def boundary(text: str, start: int, size: int) -> int:
    """Where a part of about `size` characters from `start` can end without cutting a contact.

    A blank line is best, then the end of a line whose neighbours hold no digits at the cut, then
    any space between words; a stretch without any of these is cut where its size is reached.
    """
    end = start + size
    if end >= len(text):
        return len(text)
    for mark in ("\n\n", "\r\n\r\n"):
        place = text.rfind(mark, start + 1, end)
        if place > start + size // 4:
            return place + len(mark)
    place = text.rfind("\n", start + 1, end)
    while place > start + size // 4:
        if not _near_digit(text, place):
            return place + 1
        place = text.rfind("\n", start + 1, place)
    place = text.rfind("\n", start + 1, end)
    if place > start + size // 4:
        return place + 1
    for match in _LETTER_SPACE.finditer(text, end, min(len(text), end + size)):
        return match.end()
    return min(len(text), end + size)


_LETTER_SPACE = re.compile(r"[A-Za-z]{4} (?=[A-Za-z]{4})")


def _near_digit(text: str, place: int) -> bool:
    around = text[max(0, place - 3) : place + 4]
    return any(char.isdigit() or ord(char) > 127 for char in around)
