"""Names of other firms in which a platform's name is a word: Golden Gate, Seattle Kraken."""

from functools import cache
from typing import Final, NamedTuple

from hotline_check.files import data_lines
from hotline_check.reading.brands.name_table import WORD, form_of

_Words = tuple[str, ...]

_ANY: Final = "*"
# Characters on each side of a name in which the rest of a compound is.
_REACH: Final = 48


class _Compounds(NamedTuple):
    """The compounds of `data/other_firms.txt`, in the form in which names are compared.

    after: what follows any platform's name. whole: names that hold a platform's; words: those in
    them; longest: how many the longest of them has.
    """

    after: frozenset[_Words]
    whole: frozenset[_Words]
    words: frozenset[str]
    longest: int


def is_part_of_other(form: str, start: int, end: int) -> bool:
    """Return True where a platform's name is a part of another firm's name.

    form: the text in the form in which names are compared. start, end: where the name is in it.
    """
    known = _compounds()
    after = WORD.findall(form, end, end + _REACH)[: known.longest]
    if any(tuple(after[:count]) in known.after for count in range(1, len(after) + 1)):
        return True
    name = WORD.findall(form, start, end)
    if known.words.isdisjoint(name):
        return False
    before = WORD.findall(form, max(0, start - _REACH), start)[-known.longest :]
    words = (*before, *name, *after)
    first, last = len(before), len(words) - len(after)
    return any(
        words[low:high] in known.whole
        for low in range(first + 1)
        for high in range(last, len(words) + 1)
    )


@cache
def _compounds() -> _Compounds:
    lines = data_lines(__package__, "other_firms.txt")
    names = [tuple(map(_form, line.split())) for line in lines]
    after = frozenset(name[1:] for name in names if name[0] == _ANY)
    whole = frozenset(name for name in names if name[0] != _ANY)
    return _Compounds(after, whole, frozenset().union(*whole), max(map(len, whole)))


def _form(word: str) -> str:
    return word if word == _ANY else form_of(word)
