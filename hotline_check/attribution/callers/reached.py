"""Whether a text says of a number that it called or wrote to somebody.

Caller ID can be forged: a listed number that rang proves nothing (design, rule 3).
"""

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from hotline_check.attribution.callers import spaced, unspaced
from hotline_check.attribution.callers.deeds import DEEDS
from hotline_check.attribution.callers.models import Phrases
from hotline_check.attribution.callers.phrases import SPACED
from hotline_check.attribution.callers.templates import Templates
from hotline_check.attribution.masked_sentence import with_equal_digits
from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.normalize.characters import small

# Characters around a number in which is looked for such words.
_BEFORE: Final = 80
_AFTER: Final = 50
# A notification has its number on a line of its own: "Missed call\nCoinbase\n+1 …".
_LINES_BEFORE: Final = 3
_LINES_AFTER: Final = 2
# Words of a name, or labels, between a phrase and the number; characters in unspaced scripts.
_MOST_WORDS: Final = 3
_LONGEST_NAME: Final = 16
# Characters right before a number among which is one of those that ask to dial it.
_NEXT: Final = 4

_WORD: Final = lazy_pattern(r"[^\W_]+|[.!?;\u2026\u061f\u0964]")
_ENDS: Final = frozenset(".!?;\u2026\u061f\u0964")
# In place of the number.
_HERE: Final = "\0"
_ASIDE: Final = lazy_pattern(r"\s*[(\uff08][^()\uff08\uff09\n]{0,40}[)\uff09]")
_ACCENTS: Final = lazy_pattern("[\u0300-\u036f]+")
_BLANK: Final = lazy_pattern(
    r"""[\s:\uff1a(<\[\uff08)\]>\uff09"'\u201c\u201d\u300a\u300b#\u2013\u2014-]+"""
)

Reached = Literal["called", "perhaps"]


class _Tables(NamedTuple):
    """The phrases of all languages, those before a number for a text that is read backwards.

    fillers, labels, ends_name, asks: the words of scripts with spaces that are in no phrase.
    """

    shown: Templates
    said: Templates
    perhaps_before: Templates
    after: Templates
    perhaps_after: Templates
    perhaps_near: Templates
    fillers: frozenset[str]
    labels: frozenset[str]
    ends_name: frozenset[str]
    asks: frozenset[str]

    def before(self, text: Sequence[str], at: int, *, is_named: bool) -> Reached | None:
        """What a phrase says that ends at a place. is_named: a name follows it."""
        if self.shown.end(text, at) is not None:
            return "called"
        if is_named:
            return None
        if self.said.end(text, at) is not None:
            return "called"
        return None if self.perhaps_before.end(text, at) is None else "perhaps"


class _DeedWords(NamedTuple):
    """The fields of `Deeds`, each a set of plain words."""

    persons: frozenset[str]
    deeds: frozenset[str]
    receivers: frozenset[str]
    got: frozenset[str]
    calls: frozenset[str]


def reached(text: str, start: int, end: int) -> Reached | None:
    """What a text says of the number between two offsets.

    `called`: it reached somebody. `perhaps`: it may have, or somebody dialled it.

    >>> reached("Missed call 911", 12, 15), reached("call 911", 5, 8)
    ('called', None)
    """
    before = text[max(0, start - _BEFORE) : start].replace(_HERE, " ").split("\n")
    after = text[end : end + _AFTER].split("\n")
    around = "\n".join(before[-_LINES_BEFORE:]) + _HERE + "\n".join(after[:_LINES_AFTER])
    # No phrase has a digit, so the same spam with other numbers is asked about once.
    return None if around.strip() == _HERE else _said(with_equal_digits(around))


@lru_cache(maxsize=4_096)
def _said(around: str) -> Reached | None:
    """The same by the text around a number, with a sign in place of it."""
    before, _, after = _plain(around).partition(_HERE)
    after = after[aside.end() :] if (aside := _ASIDE.match(after)) else after
    words = (_words(before), _words(after))
    found = {_before(words[0][::-1]), _after(words[1]), _near(*words)}
    if not _starts_unspaced().isdisjoint(before + after):
        signs = (_BLANK.sub("", before), _BLANK.sub("", after))
        found |= {_before_unspaced(signs[0][::-1]), _after_unspaced(signs[1])}
        found.add(_near_unspaced(*signs))
    if "called" in found:
        return "called"
    return "perhaps" if "perhaps" in found else None


def _plain(text: str) -> str:
    """The text in small letters without accents."""
    text = small(text)
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", _ACCENTS.sub("", parts))


def _words(text: str) -> list[str]:
    fillers = _spaced().fillers
    return [word for word in _WORD.findall(text) if word not in fillers]


def _before(words: Sequence[str]) -> Reached | None:
    """What the words before a number say, perhaps with labels and a name in between.

    words: the nearest first.
    """
    tables = _spaced()
    names = 0
    for at, word in enumerate(words[: 2 * _MOST_WORDS]):
        said = tables.before(words, at, is_named=names > 0)
        if said or word in _ENDS:
            return said
        if word not in tables.labels:
            names += 1
            if names > _MOST_WORDS or word in tables.ends_name:
                return None
    return None


def _after(words: Sequence[str]) -> Reached | None:
    """What the words after a number say, perhaps after the name that it was shown with."""
    tables = _spaced()
    for at, word in enumerate(words[:_MOST_WORDS]):
        if tables.after.end(words, at) is not None:
            return "perhaps" if at else "called"
        if at == 0 and tables.perhaps_after.end(words, at) is not None:
            return "perhaps"
        if word in _ENDS or word in tables.ends_name or word in tables.labels:
            return None
    return None


def _near(before: Sequence[str], after: Sequence[str]) -> Reached | None:
    """What the words around a number say, where none right before it asks to dial it."""
    tables = _spaced()
    last = next((word for word in reversed(before) if word not in tables.labels), "")
    if last in tables.asks:
        return None
    is_told = any(_tells_of_deed(clause) for words in (before, after) for clause in _clauses(words))
    return "perhaps" if is_told else None


def _clauses(words: Sequence[str]) -> Iterator[Sequence[str]]:
    start = 0
    for at, word in enumerate(words):
        if word in _ENDS:
            yield words[start:at]
            start = at + 1
    yield words[start:]


def _tells_of_deed(words: Sequence[str]) -> bool:
    """Return True if a clause says that somebody called, wrote to or asked its writer."""
    every = frozenset(words)
    if every.isdisjoint(_words_of_deeds()):
        return False  # as nearly all
    for deeds in _deeds():
        if not (every.isdisjoint(deeds.persons) or every.isdisjoint(deeds.deeds)):
            done = next(at for at, word in enumerate(words) if word in deeds.deeds)
            if spaced.DENIALS.isdisjoint(words[max(0, done - 2) : done]):
                return True
        if not any(map(every.isdisjoint, (deeds.receivers, deeds.got, deeds.calls))):
            return True
    return False


def _before_unspaced(text: str) -> Reached | None:
    """The same in scripts without spaces. text: read backwards."""
    tables = _unspaced()
    for at, char in enumerate(text[:_LONGEST_NAME]):
        if tables.shown.end(text, at) is not None:
            return None if text[:at][::-1].startswith(unspaced.NOT_BEFORE) else "called"
        if char in unspaced.ENDS_NAME:
            break
    at = 0
    for _ in range(_MOST_WORDS + 1):
        if said := tables.before(text, at, is_named=False):
            return None if _is_denied(tables, text, at) else said
        at += len(next((each for each in _labels_unspaced() if text.startswith(each, at)), ""))
    return None


def _after_unspaced(text: str) -> Reached | None:
    tables = _unspaced()
    at = 0
    for _ in range(_MOST_WORDS + 2):
        for table, said in _after_by_certainty(tables):
            end = table.end(text, at)
            if end is not None:
                return None if text.startswith(unspaced.NOT_BEFORE, end) else said
        filler = next((each for each in unspaced.FILLERS if text.startswith(each, at)), "")
        if not filler:
            break
        at += len(filler)
    return None


def _is_denied(tables: _Tables, text: str, at: int) -> bool:
    """Return True if what precedes a phrase, in a text read backwards, denies it."""
    ends = (table.end(text, at) for table in (tables.shown, tables.said, tables.perhaps_before))
    end = next(end for end in ends if end is not None)
    return not unspaced.DENIALS.isdisjoint(text[end : end + 2])


def _near_unspaced(before: str, after: str) -> Reached | None:
    tables = _unspaced()
    if not unspaced.ASKS.isdisjoint(before[-_NEXT:]):
        return None
    for text in (before, after):
        for at in range(len(text)):
            end = tables.perhaps_near.end(text, at)
            if end is None or text.startswith(unspaced.NOT_BEFORE, end):
                continue
            if unspaced.DENIALS.isdisjoint(text[max(0, at - 2) : at]):
                return "perhaps"
    return None


def _after_by_certainty(tables: _Tables) -> tuple[tuple[Templates, Reached], ...]:
    return ((tables.after, "called"), (tables.perhaps_after, "perhaps"))


@lru_cache(maxsize=1)
def _deeds() -> tuple[_DeedWords, ...]:
    return tuple(
        _DeedWords(*(frozenset(map(_plain, words)) for words in language)) for language in DEEDS
    )


@lru_cache(maxsize=1)
def _words_of_deeds() -> frozenset[str]:
    return frozenset().union(*(deeds.persons | deeds.got for deeds in _deeds()))


@lru_cache(maxsize=1)
def _spaced() -> _Tables:
    return _tables(SPACED, lambda word: [word])


@lru_cache(maxsize=1)
def _unspaced() -> _Tables:
    return _tables(unspaced.UNSPACED, str)


def _tables(languages: Mapping[str, Phrases], split: Callable[[str], Sequence[str]]) -> _Tables:
    def table(kind: str, *, is_reversed: bool) -> Templates:
        every = (
            _plain(each) for language in languages.values() for each in getattr(language, kind)
        )
        return Templates(every, split=split, is_reversed=is_reversed)

    return _Tables(
        shown=table("shown", is_reversed=True),
        said=table("said", is_reversed=True),
        perhaps_before=table("perhaps_before", is_reversed=True),
        after=table("after", is_reversed=False),
        perhaps_after=table("perhaps_after", is_reversed=False),
        perhaps_near=table("perhaps_near", is_reversed=False),
        fillers=frozenset(map(_plain, spaced.FILLERS)),
        labels=frozenset(map(_plain, spaced.LABELS)),
        ends_name=frozenset(map(_plain, spaced.ENDS_NAME)),
        asks=frozenset(map(_plain, spaced.ASKS)),
    )


@lru_cache(maxsize=1)
def _starts_unspaced() -> frozenset[str]:
    tables = (table for table in _unspaced() if isinstance(table, Templates))
    return frozenset().union(*(table.starts for table in tables))


@lru_cache(maxsize=1)
def _labels_unspaced() -> tuple[str, ...]:
    return tuple(_plain(label)[::-1] for label in unspaced.LABELS)
