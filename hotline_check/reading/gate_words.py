"""Which stretches of a text may hold a number in words: the gate's byte tables for digit words."""

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
_NOT_LETTERS: Final = bytes(code for code in range(256) if not chr(code).isalpha() or code > 127)
_SHORTEST_WORD: Final = 3
_FEWEST_TO_MIX: Final = 5
_COMMON_WORDS: Final = 8
"""Of a language's words, those of which any number holds one: prose mostly holds none in a row."""
_FEWEST_WORDS: Final = 6
_FEW_WORDS: Final = 3
_START: Final = 500
"""Bytes of a block in which its language shows."""
_NO_WORDS = bytes(code for code in range(256) if not (0xD0 <= code <= 0xED) or code == 0xE2)
"""All bytes but the first ones of letters of other scripts than Latin and Greek."""
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
    run, fewest = (_SHORT_WORDS, _FEW_WORDS) if short else (_LONG_WORDS, _FEWEST_WORDS)
    blanked += run[:2]
    place = blanked.find(run)
    while place >= 0:
        end = blanked.find(b"x", place)
        end = len(raw) if end < 0 else end
        if _spells(raw[place:end], words, fewest):
            yield place, end
        place = blanked.find(run, end)


def _spells(run: bytes, words: Sequence[bytes], fewest: int) -> bool:
    """Whether a run holds so many digit words, not all the same."""
    if len(run.translate(None, _NOT_LETTERS)) < fewest * _SHORTEST_WORD:
        return False
    lowered = run.lower()
    if not any(map(lowered.__contains__, words[:_COMMON_WORDS])):
        return False
    counts = [count for word in words if (count := lowered.count(word))]
    return len(counts) > 1 and sum(counts) >= fewest


def rows_beyond_ascii(block: str, raw: bytes) -> Iterator[tuple[int, int]]:
    """Where letters of other scripts may make digits in words, in characters."""
    if raw.translate(None, _NO_WORDS):
        from hotline_check.reading.words import rows_beyond_ascii  # only for other scripts

        yield from rows_beyond_ascii(block)


def mixes(block: str) -> bool:
    """Whether a short text holds both figures and digit words, which may make one number."""
    if sum(map(str.isdigit, block)) < _FEWEST_TO_MIX:
        return False
    lowered = block.lower().encode("utf-8", "surrogatepass")
    return any(word in lowered for words in (_ENGLISH, *_OTHER_WORDS) for word in words)


_OTHER_WORDS: Final = tuple(words for _, words in _OTHERS)


def are_digits(before: str, after: str) -> bool:
    """Whether a word ends, or the next one begins, as a word that stands for a digit."""
    return before.lower().endswith(_WORDS) or after.lower().startswith(_WORDS)


_WORDS: Final = tuple(word.decode() for words in (_ENGLISH, *_OTHER_WORDS) for word in words)
