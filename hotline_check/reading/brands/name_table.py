"""The names of brands as a table in which the words of a text are looked up."""

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.normalize.characters import plain, words_in
from hotline_check.reading.normalize.markers import HIDDEN

SAME: Final = str.maketrans("i1|03457$", "llloeasts")
# `coinbasehelp` names Coinbase, but `delegate` does not name Gate.
FEWEST_INSIDE: Final = 6
# Words of texts that are kept.
_MOST_KEPT: Final = 65_536
# Words of common languages that are also brands' names.
ORDINARY: Final = frozenset(
    (
        *("abra", "backpack", "base", "bison", "bullish", "celsius", "change", "chime", "circle"),
        *("coins", "delta", "edge", "electrum", "exodus", "fidelity", "gate", "gemini", "lemon"),
        *("ledger", "line", "max", "maya", "mercury", "newton", "nu", "onus", "phantom"),
        *("phoenix", "public", "rain", "rainbow", "ramp", "river", "simplex", "square", "strike"),
        *("swan", "tether", "token", "tokenize", "uphold", "voyager", "zap", "pintu", "belo"),
        *("reku", "triv", "toshi", "number26", "coinhub", "cash", "app"),
    )
)
# Letters of scripts that put no spaces between words.
_UNSPACED: Final = ("\u0e00-\u0eff", "\u3040-\u30ff", "\u3400-\u9fff", "\uac00-\ud7af")
UNSPACED: Final = lazy_pattern(f"[{''.join(_UNSPACED)}]")


# Where a name starts and ends, its platform, and whether it is in disguise.
Hit = tuple[int, int, str, bool]


class Name(NamedTuple):
    """A name of a platform by its words, in the form in which they are compared.

    is_ordinary: whether each of them is a word of a common language.
    """

    words: tuple[str, ...]
    platform: str
    spelling: str
    is_ordinary: bool


class NameTable(NamedTuple):
    """The names by what they are found by.

    ends: the first letters of those that may be inside of a word, and the last ones. others: words
    of texts that are no names.
    """

    by_word: dict[str, tuple[Name, ...]]
    inside: dict[str, Name]
    ends: frozenset[str]
    lengths: tuple[int, ...]
    unspaced: tuple[str, ...]
    platforms: dict[str, str]
    others: set[str]


class BrandNames(dict[str, str]):
    """Brand name or alias -> platform id; prepared once for many texts, so not to be changed."""

    @cached_property
    def table(self) -> NameTable:
        """The names in the form in which they are compared."""
        return prepared(tuple(self.items()))


def _is_unspaced(name: str) -> bool:
    """Return True if `UNSPACED` is found in a name, without the 6 ms that compiling it takes."""
    return not name.isascii() and any(
        span[0] <= char <= span[2] for char in name for span in _UNSPACED
    )


def alike(lowered: str) -> str:
    """Lower-case text with one letter for those that are written for each other.

    `translate` takes 20 ms for a block that is not ASCII, where its table is asked for each
    character.
    """
    if lowered.isascii():
        return lowered.translate(SAME)
    for code, letter in SAME.items():
        lowered = lowered.replace(chr(code), chr(letter))
    return lowered


def form_of(text: str) -> str:
    """The form in which names are compared, of the same length as the text."""
    return alike(plain(text).lower())


@lru_cache(maxsize=4)
def prepared(names: tuple[tuple[str, str], ...]) -> NameTable:
    """Prepare (name, platform id) pairs for looking words up in them."""
    by_word: dict[str, list[Name]] = {}
    inside: dict[str, Name] = {}
    spaced = []
    platforms: dict[str, str] = {}
    for spelling, platform in names:
        if _is_unspaced(spelling):
            platforms[spelling.lower()] = platform
        else:
            spaced.append((spelling, platform))
    ordinary = frozenset(map(form_of, ORDINARY))
    # All at once: one by one takes as long as all of the rest.
    forms = form_of("\n".join(spelling for spelling, _ in spaced)).replace(HIDDEN, "")
    for (spelling, platform), form in zip(spaced, forms.split("\n"), strict=bool(spaced)):
        words = tuple(words_in(form))
        if not words:
            continue
        name = Name(words, platform, spelling, ordinary.issuperset(words))
        by_word.setdefault(words[0], []).append(name)
        joined = "".join(words)
        if len(joined) >= FEWEST_INSIDE and spelling.lower() not in ORDINARY:
            inside.setdefault(joined, name)
    return NameTable(
        by_word={
            word: tuple(sorted(found, key=lambda name: -len(name.words)))
            for word, found in by_word.items()
        },
        inside=inside,
        ends=frozenset(end for name in inside for end in _ends(name)),
        lengths=tuple(sorted({len(joined) for joined in inside}, reverse=True)),
        unspaced=tuple(sorted(platforms, key=len, reverse=True)),
        platforms=platforms,
        others=set(),
    )


def _ends(word: str) -> tuple[str, str]:
    return word[:FEWEST_INSIDE], word[-FEWEST_INSIDE:]


@lru_cache(maxsize=4)
def any_of(spellings: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for names in scripts without spaces in small letters, given the longest first."""
    return lazy_pattern("|".join(map(re.escape, spellings)))


def may_name(words: Iterable[str], known: NameTable) -> list[str]:
    """Of words, each once, the first ones of names and those with a name inside.

    Words come again and again; few of them are names.
    """
    unknown = set(words) - known.others
    named = [word for word in unknown if word in known.by_word or _holds_name(word, known)]
    if len(known.others) >= _MOST_KEPT:
        known.others.clear()
    known.others.update(unknown.difference(named))
    return named


def _holds_name(word: str, known: NameTable) -> bool:
    return len(word) >= FEWEST_INSIDE and name_within(0, len(word), word, known) is not None


def name_within(start: int, end: int, word: str, known: NameTable) -> Hit | None:
    """The longest name with which a word begins or ends; start and end are the word's place."""
    if known.ends.isdisjoint(_ends(word)):
        return None  # as nearly all words
    for length in known.lengths:
        if length > len(word):
            continue
        name = known.inside.get(word[:length])
        if name:
            return (start, start + length, name.platform, False)
        name = known.inside.get(word[-length:])
        if name:
            return (end - length, end, name.platform, False)
    return None
