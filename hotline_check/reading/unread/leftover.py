"""Digits of a text that no reader took, next to a platform's name or a word of phoning.

The readers know how numbers are written and refuse the rest. People do not: they dial
`Coinbase: 1 888 908 79301` or `call/8335110646` one way or another. Such digits are reported as a
number where they are one, else as not read. Only digits that are labelled as an id, an amount or a
date, or that have the shape of one, are passed over.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.codes import Problem
from hotline_check.reading.models import Find, Hints
from hotline_check.reading.normalize.blanks import blanked
from hotline_check.reading.normalize.characters import from_digits, plain
from hotline_check.reading.phone.parse import read_number
from hotline_check.reading.phone_search.evidence import phoning
from hotline_check.reading.phone_search.number_after_name import AfterName, Homes, read_after_name
from hotline_check.reading.unread.digits import Claims, UnreadDigits

_RUN: Final = lazy_pattern(r"\d(?<!\d.)(?:[-– \t.()\[\]{}+*~/_\u00a0\u2010-\u2015]{0,4}+\d){6,}+")
# Digits with at most four signs between, as separate the groups of a number.
_ASCII_RUN: Final = lazy_pattern(_RUN.pattern.replace(r"\d", "[0-9]"))
# What is in addresses, but in no name of a platform that looks like one.
_NO_NAME: Final = lazy_pattern(r"[\d/:@]")
# In place of the characters of contacts that were read.
_READ: Final = "\x02"
# The code of another country, maybe, with words or an hour up to a number: `0044 9 h 850 771 2820`.
_DIALLED_CODE: Final = lazy_pattern(
    r"(?<![\w+.,:/-])(?:00|011) ?[1-9]\d{0,2}(?![\d.:/-])[^+\n\x02]{1,24}\Z"
)
# Characters of the line that are looked at on each side.
_BEFORE, _AFTER = 80, 40
# A short code of four digits, as call centres in Thailand have, and no year.
_SHORT: Final = lazy_pattern(
    r"""
    (?: call \s? cent(?:er|re) | คอลเซ็นเตอร์ | 콜센터 ) \W{0,3} \+?
    (?P<code> (?!(?:19|20)\d\d) \d{4} ) (?! \w | [-./:,]\d )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What it needs, asked before: in bytes, since a text that is not ASCII takes long to lower.
_CENTRE_AND_CODE: Final = lazy_pattern(rb"all ?cent(?:er|re)[^0-9a-z_]{0,12}[0-9]{4}")
_CENTRES_BEYOND_ASCII: Final = ("คอลเซ็นเตอร์", "콜센터")
# What every such number holds; it starts with a digit, so searching for it is much faster.
_VANITY_CORE: Final = lazy_pattern(r"8(?:00|33|44|55|66|77|88)\)?[-. *]{0,3}[A-Za-z]")
# Characters of a vanity number before its prefix.
_VANITY_HEAD: Final = 5
# A toll-free prefix and words in capitals, or a word that touches it.
_VANITY: Final = lazy_pattern(
    r"""
    (?<![\w.]) \+? (?:1[-. ]?)? \(? 8(?:00|33|44|55|66|77|88) \)?
    (?: [-. *]{1,3} (?P<capitals> [A-Z][A-Z0-9]*+ (?:[-. ][A-Z]{2,}[A-Z0-9]*+)*+ (?:-\d{1,4})?+ )
      | (?P<touching> [A-Za-z]{4,14} \d{0,3} ) )
    (?! \w )
    """,
    re.VERBOSE,
)
_FEWEST_LETTERS: Final = 4


def _nowhere(_: str) -> tuple[str, ...]:
    return ()


def leftovers(
    text: str, finds: Sequence[Find], hints: Hints, claims: Claims, homes: Homes = _nowhere
) -> Iterator[Find]:
    """The digits to report, in order.

    finds: what was read. claims: says whether a text names a platform. homes: gives the countries
    of the platforms that it names.
    """
    if not _may_hold(text):
        return
    read = ((find.start, find.end) for find in finds if not _is_like_name(find, claims))
    shown = blanked(text, read, _READ)
    found = [*_runs(shown, hints, claims, homes), *_short_codes(shown, claims)]
    found += _vanities(shown, hints, claims)
    end = 0
    for find in sorted(found, key=lambda find: find.start):
        if find.start >= end:
            end = find.end
            yield find


def _may_hold(text: str) -> bool:
    return any(char in text for char in "0123456789") or not text.isascii()


def _is_like_name(find: Find, claims: Claims) -> bool:
    """Whether a platform's name looks like an address: Crypto.com."""
    if not find.readings or find.readings[0].kind != "url":
        return False
    return not _NO_NAME.search(find.text) and claims(find.text)


def _runs(text: str, hints: Hints, claims: Claims, homes: Homes) -> Iterator[Find]:
    speaks: dict[bytes, bool] = {}
    for match in from_digits(_ASCII_RUN if text.isascii() else _RUN, text):
        start, end = match.span()
        before = text[max(0, start - _BEFORE) : start].rpartition("\n")[2]
        after = text[end : end + _AFTER].partition("\n")[0]
        around = f"{before} {after}"
        # The lines of a log differ in little but their digits.
        letters = phoning.without_digits(around.encode("utf-8", "surrogatepass"))
        if letters not in speaks:
            speaks[letters] = not phoning.is_silent(around) or claims(around)
        if not speaks[letters]:
            continue
        if not match[0].startswith("0") and _DIALLED_CODE.search(before):
            yield _unread(text, start, end)
            continue
        run = UnreadDigits(match[0], plain(before), plain(after))
        if run.is_other():
            continue
        if run.has_thousands() or not run.is_offered(claims):
            near = run.is_clean() and read_after_name(run.groups, before, after, claims, homes)
            # Groups of three digits are an amount, but for a number of a country that is named.
            if near and not (run.has_thousands() and isinstance(near.answer, Problem)):
                yield _found(text, start, end, near)
            continue
        if run.is_clean():
            read = read_number(text[start:end], hints)
            if read.readings or read.problem == Problem.NO_COUNTRY:
                yield read.shifted(start)
                continue
        yield _unread(text, start, end)


def _found(text: str, start: int, end: int, near: AfterName) -> Find:
    written = text[start:end]
    if isinstance(near.answer, Problem):
        return Find(
            start=start, end=end, text=written, problem=near.answer, countries=near.countries
        )
    return Find(start=start, end=end, text=written, readings=near.answer)


def _short_codes(text: str, claims: Claims) -> Iterator[Find]:
    if not _may_name_centre(text):
        return
    for match in _SHORT.finditer(text):
        start, end = match.span("code")
        if claims(text[max(0, match.start() - _BEFORE) : end].rpartition("\n")[2]):
            yield Find(start=start, end=end, text=text[start:end], problem=Problem.NO_COUNTRY)


def _may_name_centre(text: str) -> bool:
    raw = text.encode("utf-8", "surrogatepass").lower()
    if _CENTRE_AND_CODE.search(raw):
        return True
    return not text.isascii() and any(map(text.__contains__, _CENTRES_BEYOND_ASCII))


def _vanities(text: str, hints: Hints, claims: Claims) -> Iterator[Find]:
    for core in _VANITY_CORE.finditer(text):
        match = _VANITY.search(text, max(0, core.start() - _VANITY_HEAD), core.end() + _BEFORE)
        if match is None:
            continue
        word = match["capitals"] or match["touching"]
        if sum(map(str.isalpha, word)) < _FEWEST_LETTERS:
            continue
        start, end = match.span()
        line = text.rfind("\n", 0, start) + 1
        around = text[max(line, start - _BEFORE) : end + _AFTER].partition("\n")[0]
        if claims(around):
            read = read_number(text[start:end], hints)
            yield read.shifted(start) if read.readings else _unread(text, start, end)


def _unread(text: str, start: int, end: int) -> Find:
    """Digits with what touches them, as not read."""
    while start and not (text[start - 1].isspace() or text[start - 1] in f"{_READ}<>\"',;:"):
        start -= 1
    while end < len(text) and not (text[end].isspace() or text[end] in f"{_READ}<>\"',;"):
        end += 1
    return Find(start=start, end=end, text=text[start:end], problem=Problem.NOT_READ)
