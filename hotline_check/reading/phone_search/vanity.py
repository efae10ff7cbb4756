"""Vanity numbers in a text: `1-800-FLOWERS`, `1-833-727-Ndax`."""

import re
from collections.abc import Iterator
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.codes import Problem
from hotline_check.reading.models import Find, Hints
from hotline_check.reading.normalize.number_words import spells_digits
from hotline_check.reading.phone.vanity import read_vanity
from hotline_check.reading.phone.written import Written

_VANITY: Final = lazy_pattern(
    r"""
    (?<![\w-])
    (?P<head>
        (?:\+?\(?1\)?[\W_]{1,3})?              # `1-`, `+1 `
        \(?8(?:00|88|77|66|55|44|33)\)?        # the toll-free prefix
        (?:[-. ]\d{1,4})?                      # digits before the letters: `-727`
    )
    [-.*~\x00\x02][\W_]{0,2}
    (?P<word>[A-Za-z]{2,}(?:-[A-Za-z]{2,}){0,2})(?![\w])    # `FLOWERS`, `GET-HELP`
    """,
    re.VERBOSE,
)
# What every such number holds; it starts with a digit, so searching for it is much faster.
_CORE: Final = lazy_pattern(
    r"""
    8(?:00|88|77|66|55|44|33)\)?               # the toll-free prefix
    (?:[-. ]\d{1,4})?                          # digits before the letters
    [-.*~\x00\x02][\W_]{0,2}[A-Za-z]{2}        # the first letters
    """,
    re.VERBOSE,
)
_BEFORE_CORE: Final = 12
# Characters of the country code, and of the longest words.
_AFTER_CORE: Final = 100
# Of North America.
_NATIONAL_DIGITS: Final = 10
# Two letters are a state or a unit.
_FEWEST_LETTERS: Final = 3


def vanities(text: str, unmasked: str) -> Iterator[Find]:
    """Toll-free numbers of North America that end in letters.

    With more letters than digits are left, a name may only play at being a number: such a find
    has the problem `too-long` instead of a reading.
    """
    for match in _matches(unmasked):
        head = re.sub(r"\D", "", match["head"])[-_NATIONAL_DIGITS:]
        area = head.removeprefix("1")
        word = match["word"].replace("-", "")
        left = _NATIONAL_DIGITS - len(area)
        if len(word) < left or left < _FEWEST_LETTERS or spells_digits(word):
            continue
        start, end = match.span()
        if len(word) > left:
            yield Find(start=start, end=end, text=text[start:end], problem=Problem.TOO_LONG)
            continue
        written = Written("", True, (), head="1" + area, word=word)
        answer = read_vanity(written, Hints())
        if not isinstance(answer, Problem):
            yield Find(start=start, end=end, text=text[start:end], readings=answer)


def _matches(unmasked: str) -> Iterator[re.Match[str]]:
    end = 0
    core = _CORE.search(unmasked)
    while core:
        low = max(end, core.start() - _BEFORE_CORE)
        match = _VANITY.search(unmasked, low, core.end() + _AFTER_CORE)
        if match:
            yield match
        end = max(core.end(), match.end() if match else 0)
        core = _CORE.search(unmasked, end)
