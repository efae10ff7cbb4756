"""Whether a page's own scripts, which are never run, write what its reader would see."""

import re
from typing import Final

_WRITES: Final = re.compile(
    r"""
    \b location (?:\.href)? \s* =(?!=)                        # leads to another page
    | \b location \s* \. \s* (?:assign|replace) \s* \(
    | \b location \s* \[
    | \b document \s* \. \s* write
    | \. \s* (?:inner|outer)(?:HTML|Text) \s* \+?=(?!=)        # changes the text
    | \. \s* (?: insertAdjacent(?:HTML|Text) | setHTML\w* ) \s* \(
    | \. \s* (?:textContent|nodeValue) \s* \+?=(?!=)
    | \. \s* href \s* =(?!=)                                  # changes a link
    """,
    re.VERBOSE,
)
# A call such as `document.write(` may be divided between two pieces of a script.
_LONGEST_CALL: Final = 64


class Script:
    """The text of one `<script>` element, given in parts."""

    def __init__(self) -> None:
        self._tail = ""

    def writes(self, code: str) -> bool:
        """Return True if the script, with this part of it, changes text or links, or leads on."""
        code = self._tail + code
        self._tail = code[-_LONGEST_CALL:]
        return _WRITES.search(code) is not None
