"""Which stretches of a text may hold a number in words: the gate's byte tables for digit words."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

SHORT: Final = 1400
"""Characters of a text short enough to look for digit words of every language."""


def _table(letters: str) -> bytes:
    """A byte table that blanks everything but the letters that a language's digit words lack."""
    lacking = set("abcdefghijklmnopqrstuvwxyz") - set(letters)
    return bytes(
        ord("x") if chr(code).lower() in lacking and code < 128 else 32 for code in range(256)
    )


_ENGLISH: Final = tuple(b"zero|one|two|three|four|five|six|seven|eight|nine|hundred".split(b"|"))
_OTHERS: Final = (
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
_NOT_BLANK: Final = re.compile(rb"[^ ]")
_FEWEST_TO_MIX: Final = 5
_COMMON_WORDS: Final = 8
"""Of a language's words, those of which any number holds one: prose mostly holds none in a row."""
_FEWEST_WORDS: Final = 6
_FEW_WORDS: Final = 3
_START: Final = 500
"""Bytes of a block in which its language shows."""
_NOT_OTHER_SCRIPTS = bytes(
    code for code in range(256) if not (0xD0 <= code <= 0xE1 or 0xEA <= code <= 0xED)
)
"""All bytes but the first ones of scripts other than Latin, Greek and Chinese."""
_NUMERAL_BYTES = frozenset(
    "\u96f6\u3007\u6d1e\u4e00\u58f9\u5e7a\u5f0c\u4e8c\u8d30\u8cb3\u4e24\u5169\u5f0d\u4e09\u53c1\u53c3\u53c4"
    "\u5f0e\u56db\u8086\u4e94\u4f0d\u516d\u9646\u9678\u4e03\u67d2\u516b\u634c\u4e5d\u7396"
    "\u3044\u3061\u306b\u3055\u3093\u3088\u3054\u308d\u304f\u306a\u306f\u304d\u3085\u3046\u308c\u305c"
    "\u30a4\u30c1\u30cb\u30b5\u30f3\u30e8\u30b4\u30ed\u30af\u30ca\u30cf\u30ad\u30e5\u30a6\u30ec\u30bc"
    "\u3001\u3002\u3000\uff0c\u00b7\u2013\u2014\u2015\u2010\u2011".encode()
)
_NUMERALS = bytes(
    32 if code in _NUMERAL_BYTES or not (code > 127 or chr(code).isalpha()) else ord("x")
    for code in range(256)
)
"""Blanks the bytes of Chinese and Japanese numerals and of what parts them."""
_NUMERALS_RUN = b" " * 15
"""Three numerals and as many figures as make a number."""
_LONG_WORDS = b" " * 34
_SHORT_WORDS = b" " * 18
"""How long a stretch of digit words is; in a short text `double` and `triple` may part it."""
_OTHER_LANGUAGES = (b" de ", b" der ", b" que ", b" hai ", b" les ")
"""Words that show a long text to be in another language than English."""


def rows(block: str, raw: bytes, marks: bytes) -> Iterator[tuple[int, int]]:
    """Where a block may hold digits in words of Latin letters, in bytes.

    raw: the block in UTF-8; marks: its bytes by `gate_rows.MARKS`.
    """
    short = len(block) < SHORT
    yield from _runs(raw, marks.replace(b"0", b" "), _ENGLISH, short=short)
    start = raw[:_START].lower()
    if short or any(mark in start for mark in _OTHER_LANGUAGES):
        for table, words in _OTHERS:
            yield from _runs(raw, raw.translate(table), words, short=short)


def _runs(
    raw: bytes, blanked: bytes, words: Sequence[bytes], *, short: bool
) -> Iterator[tuple[int, int]]:
    """Where enough words stand in a run that is blank."""
    run = _SHORT_WORDS if short else _LONG_WORDS
    blanked += run[:2]
    place = blanked.find(run)
    while place >= 0:
        other = _NOT_BLANK.search(blanked, place)
        end = other.start() if other else len(raw)
        lowered = raw[place:end].lower()
        if any(map(lowered.__contains__, words[:_COMMON_WORDS])):
            counts = [count for word in words if (count := lowered.count(word))]
            if len(counts) > 1 and sum(counts) >= (_FEW_WORDS if short else _FEWEST_WORDS):
                yield place, end
        place = blanked.find(run, end)


def rows_beyond_ascii(block: str, raw: bytes) -> Iterator[tuple[int, int]]:
    """Where letters of other scripts may make digits in words, in characters."""
    from hotline_check.reading.words import spelled_beyond_ascii  # only for other scripts

    if raw.translate(None, _NOT_OTHER_SCRIPTS):
        if spelled_beyond_ascii(block):
            yield 0, len(block)
        return
    blanked = raw.translate(_NUMERALS)
    place = blanked.find(_NUMERALS_RUN)
    while place >= 0:
        end = blanked.find(b"x", place)
        end = len(raw) if end < 0 else end
        around = raw[max(0, place - 2) : end + 2].decode("utf-8", "ignore")
        if spelled_beyond_ascii(around):
            start = len(raw[:place].decode("utf-8", "ignore"))
            yield start, start + len(around)
        place = blanked.find(_NUMERALS_RUN, end)


def mixes(block: str) -> bool:
    """Whether a short text holds both figures and digit words, which may make one number."""
    if sum(map(str.isdigit, block)) < _FEWEST_TO_MIX:
        return False
    lowered = block.lower().encode("utf-8", "surrogatepass")
    return any(word in lowered for words in (_ENGLISH, *_OTHER_WORDS) for word in words)


_OTHER_WORDS: Final = tuple(words for _, words in _OTHERS)
