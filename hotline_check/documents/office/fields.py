"""Fields and formulas that make a link: `HYPERLINK "https://..."`, `=HYPERLINK("...")`."""

import re
from typing import Final

# A field of Word: its switches may precede the address.
_FIELD: Final = re.compile(
    r"""
    \bHYPERLINK\s+
    (?:\\[a-z]\s+(?:"[^"]*"\s+)?)*                 # switches: `\o "tooltip"`
    (?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s\\"]+))    # the address
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FORMULA: Final = re.compile(r"\bHYPERLINK\s*\(", re.IGNORECASE)
_CONSTANTS: Final = re.compile(
    r"""
    \bHYPERLINK\s*\(\s*"(?P<target>(?:[^"]|"")*)"\s*
    (?: [,;]\s*"(?P<shown>(?:[^"]|"")*)" | [,;)] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Fields that fetch something else, or text that is not in the file.
_FETCHES: Final = re.compile(r"\b(?:INCLUDETEXT|INCLUDEPICTURE|DDE|DDEAUTO|LINK)\b", re.IGNORECASE)


def target_of_field(code: str) -> str | None:
    """The address that a field of a text leads to."""
    found = _FIELD.search(code)
    return (found["quoted"] or found["bare"] or "") if found else None


def fetches(code: str) -> bool:
    """Return True for a field whose text comes from elsewhere."""
    return _FETCHES.search(code) is not None


def link_of_formula(formula: str) -> tuple[str, str] | None:
    r"""The address that a formula leads to and the text that it shows for it.

    The address is `\0` where the formula puts it together.
    """
    if not _FORMULA.search(formula):
        return None
    found = _CONSTANTS.search(formula)
    if found is None:
        return "\0", ""
    target, shown = found["target"], found["shown"] or ""
    return target.replace('""', '"'), shown.replace('""', '"')
