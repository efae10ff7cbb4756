"""Whether a text names the owner of a web or an e-mail address."""

import re
from typing import Final

from hotline_check.attribution.owners.companies import company_of_host
from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.models import Find
from hotline_check.reading.normalize.characters import places
from hotline_check.reading.web.host import suffix_of

# Of a web or an e-mail address, without scheme and user.
_HOST: Final = lazy_pattern(r"(?:[a-z]+://)?(?:[^/@]*@)?([a-z0-9.-]+)", re.IGNORECASE)
# A shorter label, such as `go` or `app`, is a word of any sentence, not its owner's name.
_SHORTEST_NAME: Final = 4


def names_owner(found: Find, around: str) -> bool:
    """Return True where the owner of a host is named: `Netflix` next to help.netflix.com.

    Only the name of a company that everybody knows may have spaces: anybody may have the host
    coinbasehelp.com.
    """
    host = _HOST.match(found.readings[0].value.rpartition("@")[2]) if found.readings else None
    if host is None:
        return False
    shown = host[1].lower()
    name = shown.removesuffix("." + suffix_of(shown)).rpartition(".")[2]
    if len(name) < _SHORTEST_NAME:
        return False
    lowered = around.lower()
    # Each name would be a pattern of its own, and a hundred times slower to compile than to find.
    if any(_is_word_at(lowered, start, start + len(name)) for start in places(lowered, name)):
        return True
    words = company_of_host(name)
    return words is not None and re.search(r"\W{1,3}".join(words), lowered) is not None


def _is_word_at(text: str, start: int, end: int) -> bool:
    r"""Return True if both ends of a part of a text are edges of words (`\b`)."""
    return all(_is_edge(text, place) for place in (start, end))


def _is_edge(text: str, place: int) -> bool:
    return _is_of_word(text[place - 1 : place]) != _is_of_word(text[place : place + 1])


def _is_of_word(char: str) -> bool:
    return char.isalnum() or char == "_"
