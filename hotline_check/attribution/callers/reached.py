"""Whether a text says of a number that it called or wrote to somebody.

Caller ID can be forged: a listed number that rang proves nothing (design, rule 3). These are the
phrases that say so beyond doubt; other stories about a call are recognized by `stories`.
"""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from hotline_check.attribution.callers import spaced, unspaced
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

_WORD: Final = lazy_pattern(r"[^\W_]+|[.!?;\u2026\u061f\u0964]")
_ENDS: Final = frozenset(".!?;\u2026\u061f\u0964")
# In place of the number.
_HERE: Final = "\0"
_ASIDE: Final = lazy_pattern(r"\s*[(\uff08][^()\uff08\uff09\n]{0,40}[)\uff09]")
_ACCENTS: Final = lazy_pattern("[\u0300-\u036f]+")
_BLANK: Final = lazy_pattern(
    r"""[\s:\uff1a(<\[\uff08)\]>\uff09"'\u201c\u201d\u300a\u300b#\u2013\u2014-]+"""
)


class _Tables(NamedTuple):
    """The phrases of all languages, those before a number for a text that is read backwards.

    fillers, labels, ends_name: the words of scripts with spaces that are in no phrase.
    """

    shown: Templates
    said: Templates
    after: Templates
    fillers: frozenset[str]
    labels: frozenset[str]
    ends_name: frozenset[str]

    def is_before(self, text: Sequence[str], at: int, *, is_named: bool) -> bool:
        """Return True if a phrase ends at a place. is_named: a name follows it."""
        if self.shown.end(text, at) is not None:
            return True
        return not is_named and self.said.end(text, at) is not None


def has_called(text: str, start: int, end: int) -> bool:
    """Return True if a text says that the number between two offsets called or wrote to somebody.

    >>> has_called("Missed call 911", 12, 15), has_called("call 911", 5, 8)
    (True, False)
    """
    before = text[max(0, start - _BEFORE) : start].replace(_HERE, " ").split("\n")
    after = text[end : end + _AFTER].split("\n")
    around = "\n".join(before[-_LINES_BEFORE:]) + _HERE + "\n".join(after[:_LINES_AFTER])
    # No phrase has a digit, so the same spam with other numbers is asked about once.
    return around.strip() != _HERE and _is_said(with_equal_digits(around))


@lru_cache(maxsize=4_096)
def _is_said(around: str) -> bool:
    """The same by the text around a number, with a sign in place of it."""
    before, _, after = _plain(around).partition(_HERE)
    after = after[aside.end() :] if (aside := _ASIDE.match(after)) else after
    if _is_before(_words(before)[::-1]) or _is_after(_words(after)):
        return True
    if _starts_unspaced().isdisjoint(before + after):
        return False
    before, after = _BLANK.sub("", before), _BLANK.sub("", after)
    return _is_before_unspaced(before[::-1]) or _is_after_unspaced(after)


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


def _is_before(words: Sequence[str]) -> bool:
    """Return True if words before a number say so, perhaps with labels and a name in between.

    words: the nearest first.
    """
    tables = _spaced()
    names = 0
    for at, word in enumerate(words[: 2 * _MOST_WORDS]):
        if tables.is_before(words, at, is_named=names > 0):
            return True
        if word in _ENDS:
            return False
        if word not in tables.labels:
            names += 1
            if names > _MOST_WORDS or word in tables.ends_name:
                return False
    return False


def _is_after(words: Sequence[str]) -> bool:
    return _spaced().after.end(words, 0) is not None


def _is_before_unspaced(text: str) -> bool:
    """The same in scripts without spaces. text: read backwards."""
    tables = _unspaced()
    for at, char in enumerate(text[:_LONGEST_NAME]):
        if tables.shown.end(text, at) is not None:
            return not text[:at][::-1].startswith(unspaced.NOT_BEFORE)
        if char in unspaced.ENDS_NAME:
            break
    at = 0
    for _ in range(_MOST_WORDS + 1):
        if tables.is_before(text, at, is_named=False):
            return not _is_denied(tables, text, at)
        at += len(next((each for each in _labels_unspaced() if text.startswith(each, at)), ""))
    return False


def _is_after_unspaced(text: str) -> bool:
    tables = _unspaced()
    at = 0
    for _ in range(_MOST_WORDS + 2):
        end = tables.after.end(text, at)
        if end is not None:
            return not text.startswith(unspaced.NOT_BEFORE, end)
        filler = next((each for each in unspaced.FILLERS if text.startswith(each, at)), "")
        if not filler:
            break
        at += len(filler)
    return False


def _is_denied(tables: _Tables, text: str, at: int) -> bool:
    """Return True if what precedes a phrase, in a text read backwards, denies it."""
    ends = (table.end(text, at) for table in (tables.shown, tables.said))
    end = next(end for end in ends if end is not None)
    return not unspaced.DENIALS.isdisjoint(text[end : end + 2])


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
        after=table("after", is_reversed=False),
        fillers=frozenset(map(_plain, spaced.FILLERS)),
        labels=frozenset(map(_plain, spaced.LABELS)),
        ends_name=frozenset(map(_plain, spaced.ENDS_NAME)),
    )


@lru_cache(maxsize=1)
def _starts_unspaced() -> frozenset[str]:
    tables = (table for table in _unspaced() if isinstance(table, Templates))
    return frozenset().union(*(table.starts for table in tables))


@lru_cache(maxsize=1)
def _labels_unspaced() -> tuple[str, ...]:
    return tuple(_plain(label)[::-1] for label in unspaced.LABELS)
