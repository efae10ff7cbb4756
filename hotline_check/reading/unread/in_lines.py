"""A number of which each group, or each digit, is on a line of its own, as in cells of a page.

Tables are full of digits on lines of their own, so only the shapes of North America are looked
for: `202`, `555`, `0143`, with or without a `1`, and ten or eleven single digits.
"""

import re
from collections.abc import Iterator
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern

# Begins with a line break: searching for it passes a text as fast as a search for one does.
_IN_LINES: Final = lazy_pattern(
    r"""
    \n [ \t]* (?P<digits>
        (?: 1 [ \t]*+ \n\s* )? [2-9](?:[ ]?\d){2} [ \t]*+ \n\s*
          [2-9](?:[ ]?\d){2} [ \t]*+ \n\s* \d(?:[ ]?\d){3}
      | (?P<single> \d (?: [ \t]*+ \n\s* \d ){9,10} ) )
    [ \t]*+ (?= \n | \Z )
    """,
    re.VERBOSE,
)
_NEXT_DIGIT: Final = lazy_pattern(r"\n\s*\d[ \t]*(?=\n|\Z)")


def digits_in_lines(text: str) -> Iterator[tuple[int, int]]:
    """Where such a number is in a folded text. Longer rows of single digits are a column."""
    if "\n" not in text:
        return
    end = -1
    for match in _IN_LINES.finditer("\n" + text):
        goes_on = match.start() == end or _NEXT_DIGIT.match(match.string, match.end())
        end = match.end()
        if not (goes_on and match["single"]):
            yield match.start("digits") - 1, match.end("digits") - 1
