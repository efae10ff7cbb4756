"""E-mail addresses with a quoted local part: `"security@coinbase.com x"@example.com`.

RFC 5321 (section 4.1.2) lets a quoted local part hold anything, so the address of somebody else may
be inside of it. What decides where a mail goes is the host after the last quote.
"""

import re
from collections.abc import Iterator
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern

_ATOM: Final = r"[\w.!#$%&'*+/=?^`{|}~-]"
_QUOTED: Final = lazy_pattern(
    rf"""
    (?:\A|(?<=[\s<(\[,;:：，；]))            # so that `"name":"@x"` has no quoted part `":"`
    {_ATOM}{{0,64}}+
    (?: "(?:[^"\\\r\n]|\\.)*+"               # quoted, with `\"` for a quote in it
        {_ATOM}{{0,64}}+                     # unquoted: `"a b".c`
    )+\Z
    """,
    re.VERBOSE,
)
_PARTS: Final = lazy_pattern(r'"((?:[^"\\]|\\.)*)"|([^"]+)')
_PAIR: Final = lazy_pattern(r"\\(.)", re.DOTALL)
_DOT_ATOM: Final = lazy_pattern(r"[^\s\"(),:;<>@\[\]\\.]+(?:\.[^\s\"(),:;<>@\[\]\\.]+)*")
# Characters looked back for the opening quote; a mailbox name of more is refused anywhere.
_LONGEST: Final = 256


def quoted_locals(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Each quoted local part that ends before an `@` from `low` to `high`: its start and end."""
    if text.find('"', max(0, low - _LONGEST), high) < 0:
        return
    sign = text.find("@", low, high)
    while sign >= 0:
        start = max(0, sign - _LONGEST)
        before = text[start:sign]
        if '"' in before and (found := _QUOTED.search(before)):
            yield start + found.start(), sign
        sign = text.find("@", sign + 1, high)


def canonical(local: str) -> str:
    r"""A local part with as few quotes as it needs; what has the same meaning gets the same form.

    >>> canonical('"security"'), canonical(r'"a\b@c" '), canonical('x."y"')
    ('security', '"ab@c "', 'x.y')
    """
    meant = "".join(_PAIR.sub(r"\1", p[1] or "") + (p[2] or "") for p in _PARTS.finditer(local))
    if _DOT_ATOM.fullmatch(meant):
        return meant
    escaped = meant.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
