"""Names of other firms in which a platform's name is a word: Golden Gate, Seattle Kraken."""

from functools import cache
from typing import Final, NamedTuple

from hotline_check.files import data_lines
from hotline_check.reading.brands.name_table import form_of
from hotline_check.reading.normalize.characters import WORD, words_in

_Words = tuple[str, ...]

_ANY: Final = "*"
# Characters on each side of a name in which the rest of a compound is.
_REACH: Final = 48


class _Compounds(NamedTuple):
    """The compounds of `data/other_firms.txt`, in the form in which names are compared.

    after: what follows any platform's name; firsts: its first words. whole: names that hold a
    platform's; words: those in them; longest: how many the longest of them has.
    """

    after: frozenset[_Words]
    firsts: frozenset[str]
    whole: frozenset[_Words]
    words: frozenset[str]
    longest: int


def is_part_of_other(form: str, start: int, end: int) -> bool:
    """Return True where a platform's name is a part of another firm's name.

    form: the text in the form in which names are compared. start, end: where the name is in it.
    """
    known = _compounds()
    first = WORD.search(form, end, end + _REACH)
    is_followed = first is not None and first[0] in known.firsts
    name = words_in(form[start:end])
    if not is_followed and known.words.isdisjoint(name):
        return False
    after = words_in(form[end : end + _REACH])[: known.longest]
    if any(tuple(after[:count]) in known.after for count in range(1, len(after) + 1)):
        return True
    before = words_in(form[max(0, start - _REACH) : start])[-known.longest :]
    words = (*before, *name, *after)
    last = len(words) - len(after)
    return any(
        words[low:high] in known.whole
        for low in range(len(before) + 1)
        for high in range(last, len(words) + 1)
    )


@cache
def _compounds() -> _Compounds:
    lines = data_lines(__package__, "other_firms.txt")
    names = [tuple(map(_form, line.split())) for line in lines]
    after = frozenset(name[1:] for name in names if name[0] == _ANY)
    whole = frozenset(name for name in names if name[0] != _ANY)
    return _Compounds(
        after=after,
        firsts=frozenset(words[0] for words in after),
        whole=whole,
        words=frozenset().union(*whole),
        longest=max(map(len, whole)),
    )


def _form(word: str) -> str:
    return word if word == _ANY else form_of(word)
