"""The Find of a number in a text: where it begins and ends, and what belongs to it."""

import re
import unicodedata
from typing import Final

import msgspec

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading import codes
from hotline_check.reading.codes import Problem
from hotline_check.reading.models import Answer, Assumption, Find
from hotline_check.reading.normalize import disguise_tags
from hotline_check.reading.normalize.markers import HIDDEN
from hotline_check.reading.phone.parse import read_number
from hotline_check.reading.phone_search.candidate import Candidate, Search
from hotline_check.reading.phone_search.evidence import adjacent
from hotline_check.reading.phone_search.nearby_country import spoken_for_by

_EXTENSION: Final = lazy_pattern(
    r"""
    (?: ;ext=
      | [ \t\u00a0]{0,2} [,;]? [ \t]? \(?
        (?: ext(?:ension|n)? | доб | [转轉]?[ ]?分[机機] | [转轉]接? ) [.:\# ]{0,3}
      | (?:[ ]?x|[ ]\#) (?![0-9]{7})
      | (?:,{1,3}|;(?=[0-9])|[pw]{1,2}(?=[0-9]))     # a pause, then digits that the phone sends;
        (?![0-9]{7})                                 # so many may be a number of their own
    )
    ([0-9]{1,7}) \#? (?![\d\w]|[-.\ (]{1,3}\d) \)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What an extension, or a few digits more, begin with; most numbers are followed by neither.
_GOES_ON: Final = lazy_pattern(
    r"[ \t\u00a0,;(-]{0,5}\x00*+[0-9eExXpPwW#\u0434\u0414\u5206\u8f6c\u8f49]"
)
# Parameters of a `tel:` link that say where its number belongs (RFC 3966).
_PARAMETERS: Final = lazy_pattern(
    r"(?:;[a-z-]+=[^\s;\"'<>,]*)*;phone-context=[^\s;\"'<>,]*", re.IGNORECASE
)
# A few digits more, with no word that says what they are.
_TRAILING: Final = lazy_pattern(
    r"(?:[ -]\x00*|[ ]?\()[0-9]{1,4}\)?[ ]{0,3}(?=$|[\n.,;!?](?![0-9]))"
)
# Digits after the sign of an extension that may be a number of their own.
_TOO_LONG: Final = lazy_pattern(r"(?:[ ]?x|[ ]\#)[0-9]{7,}", re.IGNORECASE)
_BRACKET: Final = lazy_pattern(r"[()\[\]{}]")
_OPENED_BY: Final = {")": "(", "]": "[", "}": "{"}


def found(search: Search, candidate: Candidate, answer: Answer) -> Find:
    """The Find of a candidate with its readings, or its problem."""
    text, unmasked = search.text, search.unmasked
    start, end = _span(unmasked, candidate)
    end = _with_marks(text, unmasked, end)
    if unmasked[end : end + 1] == ";" and (parameters := _PARAMETERS.match(unmasked, end)):
        return _with_parameters(search, start, parameters.end())
    first = unmasked[start : candidate.row.starts[candidate.first]]
    if candidate.plus and not isinstance(answer, Problem) and any(map(str.isdecimal, first)):
        code = "".join(filter(str.isdecimal, first))
        twice = Assumption(codes.DOUBLED_COUNTRY_CODE, (code,))
        answer = tuple(each.rendered((twice,), (codes.TAG_DOUBLED,)) for each in answer)
    find = made(search, start, end, answer)
    if find.problem != Problem.NO_COUNTRY:
        return find
    return msgspec.structs.replace(find, countries=spoken_for_by(search, candidate).countries)


def _with_parameters(search: Search, start: int, end: int) -> Find:
    """A number of a `tel:` link with the country that its parameters name."""
    find = read_number(search.text[start:end], search.hints)
    return msgspec.structs.replace(find.shifted(start), end=end)


def made(search: Search, start: int, end: int, answer: Answer) -> Find:
    """The Find between two places, with the extension and the bracket that belong to it."""
    text, unmasked = search.text, search.unmasked
    if unmasked[end : end + 1] in _OPENED_BY:
        end = _closed(unmasked, start, end)
    extension = trailing = None
    if _GOES_ON.match(unmasked, end):
        extension = None if isinstance(answer, Problem) else _EXTENSION.match(unmasked, end)
        if not extension:
            trailing = _TRAILING.match(unmasked, end) or _TOO_LONG.match(unmasked, end)
    seen = disguise_tags.seen(text[start:end], unmasked[start:end])
    assumed = seen.assumed
    if extension:
        assumed += (Assumption(codes.EXTENSION_LEFT_OUT, (extension[1],)),)
        end = extension.end()
    if trailing:
        end = trailing.end() - len(trailing[0]) + len(trailing[0].rstrip(" "))
        answer = Problem.TOO_LONG
    if isinstance(answer, Problem):
        return Find(start=start, end=end, text=text[start:end], problem=answer)
    readings = answer
    if assumed or seen.tags:
        readings = tuple(reading.rendered(assumed, seen.tags) for reading in answer)
    return Find(start=start, end=end, text=text[start:end], readings=readings)


def _closed(unmasked: str, start: int, end: int) -> int:
    """The end with the bracket that closes the last group, where one was opened inside."""
    closing = unmasked[end]
    opening = _OPENED_BY[closing]
    open_ones = unmasked.count(opening, start, end) > unmasked.count(closing, start, end)
    return end + 1 if open_ones else end


def _span(unmasked: str, candidate: Candidate) -> tuple[int, int]:
    """From the plus or the bracket that opens the first group to the last digit."""
    start, end = candidate.row.starts[candidate.first], candidate.row.ends[candidate.last]
    if candidate.plus:
        start = unmasked.rindex("+", 0, start)
        if unmasked[start - 1 : start] in adjacent.BEFORE_A_PLUS:
            start = _doubled_start(unmasked, start, candidate.digits)
    if not _BRACKET.search(unmasked, start, end):
        return start, end
    inside = unmasked[start:end]
    for opening, closing in ("()", "[]", "{}"):
        if closing in inside and inside.count(opening) < inside.count(closing):
            place = _before(unmasked, start)
            if unmasked[place : place + 1] == opening:
                start = place
    return start, end


def _doubled_start(unmasked: str, start: int, digits: str) -> int:
    """Where a number begins whose plus, or country code, is written twice."""
    while unmasked[start - 1 : start] == "+":
        start -= 1
    code = adjacent.doubled(unmasked[max(0, start - 5) : start], digits)
    return _doubled_start(unmasked, start - code, "") if code else start


def _before(unmasked: str, start: int) -> int:
    place = start - 1
    while place >= 0 and unmasked[place] in f" {HIDDEN}":
        place -= 1
    return max(place, 0)


def _with_marks(text: str, unmasked: str, end: int) -> int:
    """The end with what belongs to the last digit: its marks, the rest of its word or entity."""
    while unmasked[end : end + 1] == HIDDEN and _belongs(text[end]):
        end += 1
    return end


def _belongs(char: str) -> bool:
    return char != "<" and unicodedata.category(char) != "Cf"
