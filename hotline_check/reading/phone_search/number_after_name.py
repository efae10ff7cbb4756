"""National numbers right after a platform's name: `Coinbase España 900983477`.

No word of phoning speaks for them, so they have to be numbers of a country that the sentence
names, or else of one where the platform is at home, or to begin with the zero of a trunk call.
"""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.codes import Problem
from hotline_check.reading.models import Answer, Hints, Reading
from hotline_check.reading.phone import metadata, numbering_plan
from hotline_check.reading.phone.written import Written
from hotline_check.reading.phone_search.evidence import phoning
from hotline_check.reading.phone_search.evidence.languages import named_in

# Says whether a text names a platform.
Claims = Callable[[str], bool]
# Gives the countries where the platforms that a text names are at home.
Homes = Callable[[str], Sequence[str]]

# Fewer digits after a name are a year, a price or a count.
_FEWEST: Final = 8
# Fewer digits after a zero are as likely an id.
_FEWEST_WITH_ZERO: Final = 10
# British numbers have eleven digits with their zero.
_MOST: Final = 11
# Words of a country or of phoning between a name and its number, and words of a name.
_MOST_BETWEEN: Final = 4
_LONGEST_NAME: Final = 3
_SIGNS: Final = " \t:;,.|/()[]{}<>-–—*_\"'"
_ENDS: Final = lazy_pattern(r"(?<=\w{2})[.!?]\s+(?=[^\W\d_])|[\u3002\uff01\uff1f\n]")
_NO_HINTS: Final = Hints()


class AfterName(NamedTuple):
    """What digits after a name read as; countries: those that the sentence names."""

    answer: Answer
    countries: tuple[str, ...] = ()


def read_after_name(
    groups: tuple[str, ...], before: str, after: str, claims: Claims, homes: Homes
) -> AfterName | None:
    """The readings of national digits after a name, `no-country`, or None for no number."""
    digits = "".join(groups)
    if not _FEWEST <= len(digits) <= _MOST or digits.startswith("00") or claims(""):
        return None
    sentence = _ENDS.split(before)[-1]
    between = _countries_after_name(sentence, claims)
    if between is None:
        return None
    named = between or named_in(f"{sentence} {_ENDS.split(after, maxsplit=1)[0]}")
    readings: dict[str, Reading] = {}
    for region in named:
        if metadata.fits(digits, region):
            answer = numbering_plan.resolve(Written(digits, False, groups, region), _NO_HINTS)
            if not isinstance(answer, Problem):
                readings |= {reading.value: reading for reading in answer}
    if readings:
        return AfterName(tuple(readings.values()))
    has_trunk_zero = digits[0] == "0" and len(digits) >= _FEWEST_WITH_ZERO
    if has_trunk_zero or any(metadata.fits(digits, region) for region in homes(sentence)):
        return AfterName(Problem.NO_COUNTRY, named)  # what is named speaks against any other
    return None


def _countries_after_name(sentence: str, claims: Claims) -> tuple[str, ...] | None:
    """The countries between a name and the end of a sentence's part, None without such a name."""
    words = [word for word in (each.strip(_SIGNS) for each in sentence.split()) if word]
    countries: tuple[str, ...] = ()
    for _ in range(_MOST_BETWEEN):
        if not words:
            return None
        if claims(words[-1]):
            return countries
        size, named = _country_at_end(words)
        if not size and not phoning.has_cue_near(words[-1], ""):
            break
        countries = (*named, *countries)
        del words[-max(size, 1) :]
    # A name of several words, all of which it needs.
    for size in range(2, _LONGEST_NAME + 1):
        if claims(" ".join(words[-size:])):
            return None if claims(" ".join(words[-size:-1])) else countries
    return None


def _country_at_end(words: Sequence[str]) -> tuple[int, tuple[str, ...]]:
    """How many of the last words name a country, and which."""
    last = words[-1]
    if len(last) == 2 and last.isascii() and last.isupper() and metadata.lengths(last):
        return 1, (last,)
    for size in range(1, _LONGEST_NAME + 1):
        named = named_in(" ".join(words[-size:]))
        if named:
            return size, named
    return 0, ()
