"""Whether a page's own scripts, which are never run, write what its reader would see."""

import re
from typing import Final

from hotline_check.documents.models import CUT

# Leads to another page.
_LEADS_ON: Final = re.compile(
    r"""
    \b location (?:\.href)? \s* =(?!=)
    | \b location \s* \. \s* (?:assign|replace) \s* \(
    | \b location \s* \[
    """,
    re.VERBOSE,
)
# Changes a text or a link, or runs what nobody can read here.
_WRITES: Final = re.compile(
    r"""
    \b document \s* \. \s* (?: write | createTextNode )
    | \. \s* (?:inner|outer)(?:HTML|Text) \s* \+?=(?!=)
    | \. \s* (?: insertAdjacent(?:HTML|Text|Element) | setHTML\w* ) \s* \(
    | \. \s* (?:textContent|nodeValue) \s* \+?=(?!=)
    | (?: Child | Sibling | \] | \b (?:node|text)\w* ) \s* \. \s* data \s* \+?=(?!=)
    | \. \s* (?: (?:append|insert|replace)Data | replace(?:Children|Child|With) ) \s* \(
    | \. \s* (?:prepend|before|after) \s* \( (?! \s* \) )
    | (?<! head ) \. \s* append \s* \(                    # not a script to load,
        (?! \s* ["'`][\w-]{1,40}["'`] \s* , )             # or a field: `form.append('id', x)`
    | (?: \$ | \b jQuery ) \( [^()]{0,80} \) \s* \. \s* (?:html|text) \s* \( (?! \s* \) )
    | (?<! location ) \. \s* href \s* =(?!=)               # changes a link
    | \b setAttribute \s* \( \s* ["'`] (?: (?:xlink:)? href | (?:form)? action | srcdoc ) ["'`]
    | (?<![\w$.]) (?: window \s* \. \s* )? eval \s* \(
    | (?<![\w$.]) Function \s* \(                         # not as bundlers ask for the window
        (?! \s* ["'`] return\ this ["'`] )
    """,
    re.VERBOSE,
)
# Events for which nobody has to do anything.
_AT_ONCE: Final = frozenset({"onload", "onpageshow", "onerror", "onbegin", "ontoggle"})
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
        return _WRITES.search(code) is not None or _LEADS_ON.search(code) is not None


def is_writing_handler(event: str, code: str) -> bool:
    """Return True if what a page does upon an event changes text or links, or leads on at once.

    Where a click leads is read as a link. event: the name of the attribute, such as `onload`.
    """
    if _WRITES.search(code) or code == CUT:
        return True
    return event in _AT_ONCE and _LEADS_ON.search(code) is not None
