"""Host names as a browser would open them: hidden characters out, ASCII form, known endings."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.web.public_suffixes import icann_suffix
from hotline_check.urls import host_name

DOT: Final = r"(?:\.|\[\.\]|\(\.\)|\{\.\}|\s?[\[(]dot[\])]\s?)"
DOTS: Final = lazy_pattern(DOT, re.IGNORECASE)
# Most hosts end in these, which need no look-up in the public suffix list.
COMMON: Final = frozenset({"com", "net", "org"})

_HIDDEN = "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202c"
_HIDDEN += "\u2060-\u2069\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff"
"""What browsers leave out of a host; an override of the direction is none of these."""
_WIDE = "\uff0d\uff20\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
_FOLDED = lazy_pattern(rf"[{_HIDDEN}{_WIDE}\u3002\uff0e\uff61]")
HIDE: Final = lazy_pattern(f"[{_HIDDEN}]")
_WORD = lazy_pattern(r"[A-Za-z0-9]")


def folds(text: str, start: int, end: int) -> bool:
    """Whether a part of a text holds hidden or full-width characters."""
    return not text.isascii() and _FOLDED.search(text, start, end) is not None


class Folded:
    """A text without hidden characters and with full-width ones as plain, and the way back.

    alone: an ideographic full stop is always a dot; in a text it is one between two
    plain letters or digits only.
    """

    def __init__(self, text: str, *, alone: bool) -> None:
        self._hidden = [match.start() for match in HIDE.finditer(text)]
        # For each hidden character, how many of the others are before it.
        self._kept_before = [place - nth for nth, place in enumerate(self._hidden)]
        shown = HIDE.sub("", text) if self._hidden else text
        self.text = _FOLDED.sub(lambda match: _plain(match, alone=alone), shown)

    def at(self, place: int) -> int:
        """The offset in the folded text for one of the given text, or for the next one kept."""
        return place - bisect_left(self._hidden, place)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets into the text as given, from those into the folded text."""
        return self._unfolded(start), self._unfolded(end - 1) + 1

    def _unfolded(self, place: int) -> int:
        return place + bisect_right(self._kept_before, place)

    def hides(self, start: int, end: int) -> bool:
        """Return True if hidden characters were inside a span of the folded text."""
        first, last = self.span(start, end)
        return last - first != end - start


def _plain(match: re.Match[str], *, alone: bool) -> str:
    char, text, place = match[0], match.string, match.start()
    if char not in "\u3002\uff0e\uff61":
        return unicodedata.normalize("NFKC", char)
    around = text[max(0, place - 1) : place] + text[place + 1 : place + 2]
    parts = char == "\uff0e" or alone or len(_WORD.findall(around)) == 2
    return "." if parts else char


def ascii_host(raw: str) -> str | None:
    """A host, its dots perhaps in disguise, as a browser asks for it; None when it can be none."""
    host = host_name(DOTS.sub(".", raw))
    return host if host and ("." in host or host.startswith("[")) else None


@lru_cache(maxsize=4096)
def has_known_suffix(host: str) -> bool:
    """Whether a host ends with a suffix of the public suffix list, and isn't one itself."""
    last = host.rpartition(".")[2]
    if last in COMMON:
        return True
    suffix = icann_suffix(host)
    return suffix is not None and suffix != host


@lru_cache(maxsize=4096)
def suffix_of(host: str) -> str:
    """The part of a host name under which anybody may register names: `com`, `co.kr`.

    Hosts that companies rent out (`github.io`) are companies' own names here.
    """
    last = host.rpartition(".")[2]
    return last if last in COMMON else icann_suffix(host) or last
