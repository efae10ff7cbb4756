"""Whether a sentence gives a number without a country code to another country than it was read in.

`Crypto.com Italia: 888 824 8817` has the digits of a line in the United States. Whoever dials them
in Italy reaches somebody else.
"""

import re
from collections.abc import Iterator
from itertools import product
from typing import Final

import msgspec

from hotline_check.attribution.borders import sentence
from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading import codes
from hotline_check.reading.models import Find, Reading
from hotline_check.reading.phone.country_hints import hints_in
from hotline_check.reading.phone.metadata import has_same_code, is_region
from hotline_check.reading.phone_search.evidence.languages import named_in, spoken_in

# How a country was found out that nobody named.
_GUESSES: Final = frozenset(
    {
        codes.COUNTRY_FROM_SHAPE,
        codes.COUNTRY_FROM_CLAIM,
        codes.COUNTRY_FROM_LANGUAGE,
        codes.COUNTRY_FROM_LOCALE,
    }
)
# Of a number written with the letter O, which is a word of Portuguese: `O2 257O O271`.
_WITH_DIGITS: Final = lazy_pattern(r"[^\W_]*\d[^\W_]*")
# Two capitals next to digits with two groups or more.
_CODE: Final = lazy_pattern(
    r"""
    (?<![\w.&/-]) (?P<before> [A-Z]{2} ) (?= [ ] ?[:(\[-]? [ ]? [(\[]? \d{2,4} [)\]]? [-. ] \d )
    | (?<= \d [-. ] \d\d\d ) \d{0,1} [ ] [(\[]? (?P<after> [A-Z]{2} ) (?![\w&/-])
    """,
    re.VERBOSE,
)
# Codes that are words or abbreviations in capitals, too.
_WORDS: Final = frozenset(
    {"AI", "AM", "AS", "AT", "BY", "CC", "DO", "ID", "IN", "IS", "IT", "LA", "ME", "MS", "MY", "NO"}
    | {"PM", "PR", "SO", "TO", "TV", "US"}
)
# Characters of a sentence on each side: in a list or a log it may have no end.
_REACH: Final = 120


def with_other_countries(find: Find, text: str) -> Find:
    """The find with the countries that its sentence speaks for, where none of them is its own.

    Those that the sentence names, else those of its language. All names of countries are searched
    for, so this is for listed numbers only.
    """
    regions = {reading.region for reading in find.readings if reading.region}
    guessed = all(map(_is_guessed, find.readings))
    if not (regions and guessed):
        return find
    start, end = sentence(text, find.start, find.end)
    start, end = max(start, find.start - _REACH), min(end, find.end + _REACH)
    around = _WITH_DIGITS.sub(" ", text[start:end])
    # Whoever types in small letters writes the names of countries so, too.
    named = named_in(around) or named_in(around.title())
    marked = (each for each in hints_in(text, text, start, end) if each != "US" or "US" in around)
    # A lone "us" is a pronoun.
    spoken_for = (*named, *marked, *_codes_next_to_digits(text[start:end]))
    if not spoken_for and not any(map(_is_at_home, find.readings)):
        spoken_for = spoken_in(around, is_certain=True)
    if not spoken_for or any(has_same_code(*each) for each in product(spoken_for, regions)):
        return find
    return msgspec.structs.replace(find, countries=spoken_for)


def _codes_next_to_digits(around: str) -> Iterator[str]:
    """The ISO codes right before and after digits: `Coinbase AU 888 908 7930`."""
    if around.isupper():  # any two letters may be a word
        return
    for match in _CODE.finditer(around):
        code = match["before"] or match["after"]
        if code not in _WORDS and is_region(code):
            yield code


def _is_guessed(reading: Reading) -> bool:
    return any(assumption.code in _GUESSES for assumption in reading.assumed)


def _is_at_home(reading: Reading) -> bool:
    """Return True if the reader's own phone dials it so, whatever language they read."""
    return any(assumption.code == codes.COUNTRY_FROM_LOCALE for assumption in reading.assumed)
