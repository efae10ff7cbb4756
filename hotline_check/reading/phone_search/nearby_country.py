"""Which country the text around a candidate names."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.phone import metadata
from hotline_check.reading.phone.country_hints import hint_in, hints_in
from hotline_check.reading.phone_search.candidate import Candidate, Search
from hotline_check.reading.phone_search.digit_groups import Row
from hotline_check.reading.phone_search.evidence import languages
from hotline_check.reading.phone_search.evidence.languages import named_in, spoken_in

_HINT_REACH: Final = 14
_MAYBE_HINT: Final = lazy_pattern(r"[A-Z][A-Za-z.]|[\[({<]\s*[a-z]{2}")
_LINE_REACH: Final = 60
_SENTENCE_REACH: Final = 120
# It starts with the sign and looks around: a pattern that looks back first is tried everywhere.
_ENDS: Final = lazy_pattern(
    r"""
    [.!?\u3002\uff01\uff1f\n]
    (?: (?<=[\u3002\uff01\uff1f\n])                     # full stops of Chinese, a line's end
      | (?<=[\w)][.!?]) [.!?]* \s+ (?=[^\W\d_])          # others between two words
    )
    """,
    re.VERBOSE,
)
# A flag, or a word in brackets.
_MARKED: Final = lazy_pattern(
    "[\U0001f1e6-\U0001f1ff]{2}|[\\[({<\u3010][^\\W\\d_][\\w .]{0,16}[\\])}>\u3011]"
)
_IDEOGRAPH: Final = lazy_pattern("[\u4e00-\u9fff][^\\w\\n]{0,3}\\Z")
_KANA: Final = lazy_pattern("[\u3040-\u30ff\uac00-\ud7a3]")
MOBILE: Final = lazy_pattern("1[3-9][0-9]{9}")
MOBILE_GROUPS: Final = frozenset({(11,), (3, 4, 4), (1,) * 11})


def named_next_to(search: Search, candidate: Candidate) -> str | None:
    """The country named right next to the digits."""
    text, unmasked = search.text, search.unmasked
    start, end = candidate.row.starts[candidate.first], candidate.row.ends[candidate.last]
    for low, high in _next_to(start, end):
        window = text[low:high]
        if not _MAYBE_HINT.search(unmasked, low, high):
            continue
        region, _ = hint_in(window, unmasked[low:high])
        if region and metadata.known(candidate.digits, region):
            return region
    return None


def named_around(search: Search, row: Row, start: int, end: int) -> tuple[str, ...]:
    """Every country that the text around digits of a row may name for any part of them."""
    first, last = row.starts[0], row.ends[-1]
    before, inside, after = _named_around(search.text, search.unmasked, first, last)
    return (
        *(before if start - first < _SENTENCE_REACH else ()),
        *inside,
        *(after if last - end < _SENTENCE_REACH else ()),
    )


@lru_cache(maxsize=8)  # asked for hundreds of groups of a row
def _named_around(text: str, unmasked: str, start: int, end: int) -> tuple[tuple[str, ...], ...]:
    """The countries that are named before a row, in it (in disguise, by a flag), and after it."""
    low, high = max(0, start - _SENTENCE_REACH), end + _SENTENCE_REACH
    inside = named_in(text[start:end]) if languages.may_name_country(text[start:end]) else ()
    return (
        (*named_in(text[low:start]), *hints_in(text, unmasked, low, start)),
        (*inside, *hints_in(text, unmasked, start, end)),
        (*named_in(text[end:high]), *hints_in(text, unmasked, end, high)),
    )


def may_name_country(unmasked: str, start: int, end: int) -> bool:
    """Return True if the text right next to digits may name a country."""
    return any(_MAYBE_HINT.search(unmasked, low, high) for low, high in _next_to(start, end))


def _next_to(start: int, end: int) -> tuple[tuple[int, int], tuple[int, int]]:
    return (end, end + _HINT_REACH), (max(0, start - _HINT_REACH), start)


def named_on_line(search: Search, candidate: Candidate) -> str | None:
    """The country of the last flag, or name in brackets, before the digits on their line."""
    text, start = search.text, candidate.row.starts[candidate.first]
    low = max(text.rfind("\n", 0, start) + 1, start - _LINE_REACH)
    for mark in reversed(list(_MARKED.finditer(text, low, start))):
        region, _ = hint_in(mark[0], search.unmasked[mark.start() : mark.end()])
        if region:
            return region
    return None


class SpokenFor(NamedTuple):
    """The countries that a sentence speaks for; named: it names them, else its language does."""

    countries: tuple[str, ...]
    named: bool


def spoken_for_by(search: Search, candidate: Candidate) -> SpokenFor:
    """The countries that the sentence around a candidate names, else those of its language."""
    sentence = sentence_around(search, candidate)
    named = named_in(sentence)
    if named:
        return SpokenFor(named, named=True)
    countries = spoken_in(sentence) or spoken_in(search.text)
    return SpokenFor(countries, named=False)


def named_in_sentence(search: Search, candidate: Candidate) -> tuple[str, ...]:
    """The countries that the sentence around a candidate names."""
    return named_in(sentence_around(search, candidate))


def sentence_around(search: Search, candidate: Candidate) -> str:
    """What is around a candidate, up to the ends of its sentence and line."""
    start, end = candidate.row.starts[candidate.first], candidate.row.ends[candidate.last]
    before = search.text[max(0, start - _SENTENCE_REACH) : start]
    after = search.text[end : end + _SENTENCE_REACH]
    return _ENDS.split(before)[-1] + " " + _ENDS.split(after, maxsplit=1)[0]


def is_chinese_mobile(candidate: Candidate, *, asked: bool) -> bool:
    """Whether it is a mobile number of China, in a Chinese sentence or grouped as there.

    asked: a hint names China. Such numbers start as those of North America do.
    """
    if (
        not MOBILE.fullmatch(candidate.digits)
        or tuple(map(len, candidate.groups)) not in MOBILE_GROUPS
    ):
        return False
    chinese = _IDEOGRAPH.search(candidate.before) and not _KANA.search(
        candidate.before + candidate.after
    )
    if not chinese and not (asked and len(candidate.groups) > 1):
        return False
    number = metadata.known(candidate.digits, "CN")
    return number is not None and number.valid
