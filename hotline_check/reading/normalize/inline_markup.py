"""What is inside a number and is none of its digits: a country in brackets, flags, codes."""

import re
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.normalize.markers import HIDDEN, SYMBOL

# A country code and its country in brackets, before the rest of the number.
_NAMED: Final = lazy_pattern(
    r"""
    (\+[^\w+\n]{0,3}[0-9]{1,3}[ -]?)                # `+1 `, `+(44)-`
    ([(\[{<](?:[^\W\d_]|[\x00 .]){2,24}[)\]}>])     # `(USA)`, `[United Kingdom]`
    (?=[^\w\n+]{0,3}[0-9])
    """,
    re.VERBOSE,
)
# A toll-free number of North America whose groups are separated by pluses.
_PLUSES: Final = lazy_pattern(
    r"""
    1\+(?<![\w$.,:;/+*=-]1\+)                                # not inside of a sum: `x=1+...`
    8(?:00|33|44|55|66|77|88)\+[0-9]{3}\+[0-9]{4}(?![\w+=])
    """,
    re.VERBOSE,
)
# What Japanese and Korean say between groups.
_PARTICLES: Final = lazy_pattern("([0-9]{2,4})[の에의]([0-9]{3,4})[の에의]([0-9]{4})(?![0-9])")
_FLAG: Final = "[\U0001f1e6-\U0001f1ff]"
# Flags that part groups.
_FLAGS: Final = lazy_pattern(rf"{_FLAG}(?<=[0-9)\]].){_FLAG}(?:{_FLAG}{_FLAG})*(?=[0-9(\[])")
_BB_CODE: Final = lazy_pattern(
    r"""
    \[/?
    (?:b|i|u|s|size|color|font|url|center|code|quote|highlight)
    (?:=[^\[\]\n]{0,40})?    # `[color=red]`
    \]
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A sign or a digit as program code writes it.
_ESCAPED: Final = lazy_pattern(r"\\(?:u00|x)(2[0-9a-f]|3[0-9])", re.IGNORECASE)


def without_flags(text: str, out: str) -> str:
    """The plain text without the flags between its digits."""
    flags = _FLAGS.search(text)
    while flags:
        start, end = flags.span()
        out = out[:start] + SYMBOL * (end - start) + out[end:]
        flags = _FLAGS.search(text, end)
    return out


def without_inline_markup(out: str) -> str:
    """The plain text without the tags of forums, and with signs for their codes."""
    if "[/" in out:
        out = _BB_CODE.sub(lambda tag: HIDDEN * len(tag[0]), out)
    if "\\" in out:
        out = _ESCAPED.sub(_unescaped, out)
    return out


def with_signs(out: str) -> str:
    """The plain text with signs for what else parts groups: countries, pluses, particles."""
    if "+" in out:
        out = _NAMED.sub(lambda aside: aside[1] + SYMBOL * len(aside[2]), out)
        out = _PLUSES.sub(lambda number: number[0].replace("+", SYMBOL), out)
    if not out.isascii() and ("の" in out or "에" in out or "의" in out):
        out = _PARTICLES.sub(rf"\1{SYMBOL}\2{SYMBOL}\3", out)
    return out


def _unescaped(code: re.Match[str]) -> str:
    return chr(int(code[1], 16)).ljust(len(code[0]), HIDDEN)
