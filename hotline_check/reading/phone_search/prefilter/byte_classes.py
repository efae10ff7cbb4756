"""Which bytes of a text (UTF-8) may be digits, letters that look like some, or part of neither."""

from typing import Final

LOOKS: Final = b"OoIiLlSsZzB"
# Letters of English digit words.
_SPELLING: Final = frozenset(b"zeronthwfuivsxgZERONTHWFUIVSXG")
# First bytes (UTF-8) of scripts that have no digits or signs, and no letters drawn like any.
_WORD_SCRIPTS: Final = {0xD7, *range(0xE4, 0xEA), 0xEB, 0xEC, 0xED}
# Digits, and the first bytes of scripts and styles that have some.
DIGITS: Final = {*b"0123456789", 0xD9, 0xDB, 0xDF, *range(0xE0, 256)} - _WORD_SCRIPTS - {0xE3}


def _class_of(code: int) -> str:
    if code in DIGITS:
        return "0"
    if code in _WORD_SCRIPTS:
        return "x"
    if code > 127 or not chr(code).isalpha() or code in _SPELLING:
        return " "
    return "y" if code in LOOKS else "x"


# `0` for digits, `x` for letters that are neither in a number nor in an English digit word, `y` for
# those that look like a digit and are in no such word, a space for anything else.
MARKS: Final = bytes(ord(_class_of(code)) for code in range(256))

# The same with `x` for every letter that looks like no digit.
EXACT: Final = bytes(
    ord("x") if chr(code).isalpha() and code < 128 and code not in LOOKS else mark
    for code, mark in enumerate(MARKS)
)
NO_FOREIGN: Final = bytes(code for code in range(256) if code < 128 or code not in DIGITS)
NOT_DIGITS: Final = bytes(code for code in range(256) if code not in DIGITS)
# All bytes but digits and the letters that look like some.
_NO_FIGURES: Final = bytes(code for code in range(256) if code not in {*DIGITS, *LOOKS})


def count_digits(row: bytes) -> int:
    """Count digits, in their own or another style."""
    return len(row.translate(None, NOT_DIGITS))


def count_figures(row: bytes) -> int:
    """Count digits, and letters that look like some."""
    return len(row.translate(None, _NO_FIGURES))
