"""A pasted string read whole: every digit of it belongs to a contact, or nothing is read.

The number alone is tried first. Where the string says more, its contacts are found one by one, and
digits next to a number, without a word between, make it a part of something else.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Final

import msgspec

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading import codes
from hotline_check.reading.codes import Problem
from hotline_check.reading.models import Assumption, Find, Hints
from hotline_check.reading.normalize.blanks import blanked
from hotline_check.reading.normalize.markers import HIDDEN
from hotline_check.reading.normalize.pipeline import unmask
from hotline_check.reading.phone.components import glued_letters
from hotline_check.reading.phone.mmi_codes import dials_key, has_service_code
from hotline_check.reading.phone_search.short_numbers import counted
from hotline_check.reading.single import read_one
from hotline_check.reading.spoofing import (
    deceives,
    is_turned,
    with_other_look,
    with_round_signs,
)
from hotline_check.reading.struck_out import with_struck_out
from hotline_check.reading.unread.case_numbers import is_case_number

# Gives the text that a page would show, of the same length, and the contacts in its markup.
TakeOff = Callable[[str, Hints], tuple[str, list[Find]]]
# Characters of a contact with a few words around it; more is a text, which `find` searches.
LONGEST: Final = 2000

_LINK: Final = lazy_pattern(r"\s*(?:tel|sms|callto):", re.IGNORECASE)
_ENCODED: Final = lazy_pattern("%([2-7][0-9a-f])", re.IGNORECASE)
_GROUP: Final = lazy_pattern(r"(?<![\d.,+-])\d{6,9}(?![\d-])")
_DECIMAL: Final = lazy_pattern(r"\d")
# Of two letters or a letter and a vowel sign of India, or "press" in Chinese; other characters
# there may change the number.
_WORD: Final = lazy_pattern(r"[^\W\d_]{2}|[\u0905-\u0939][\u0901-\u0903\u093e-\u094d]|[按选選]")
_GLUED_BEFORE: Final = lazy_pattern(r"(?<![^\W_])[A-Za-z]\Z")
_GLUED_AFTER: Final = lazy_pattern(r"\x00*[A-Za-z](?![^\W_])")
_LONE_BEFORE: Final = lazy_pattern(r"\W*[OoIlSs|]\W{0,3}")
# A letter alone at the edge of the string that may be a digit of the number next to it.
_LONE_AFTER: Final = lazy_pattern(r"\W{0,3}[OoIlSs|]\W*")
_NUMERALS_WITHOUT_VALUE: Final = frozenset("\U0001f51f\U0001f4af")


def read_plain(text: str, hints: Hints, take_off: TakeOff | None = None) -> tuple[Find, ...]:
    """The contacts of a string, or the one problem that it has.

    take_off: reads the markup of a string that may have some; without, `<b>` is text.
    """
    if len(text) > LONGEST:
        return (_problem(text, Problem.WHOLE_TEXT),)
    import html  # a plain number comes without

    if "%" in text and _LINK.match(text):
        decoded = _ENCODED.sub(_decoded, text)
        if decoded != text:
            return tuple(found.within(text) for found in read_plain(decoded, hints, take_off))
    shown = html.unescape(text) if "&" in text else text
    return _read(text, shown, hints, take_off)


def _read(text: str, shown: str, hints: Hints, take_off: TakeOff | None) -> tuple[Find, ...]:
    """The contacts of a string that a page would show as `shown`."""
    unmasked = unmask(text)
    if is_turned(text) or (shown != text and is_turned(shown)):
        return (_problem(text, Problem.REORDERED),)
    if shown != text and deceives(shown):
        return tuple(_as_all_of(text, contact) for contact in _read(shown, shown, hints, take_off))
    if has_service_code(unmasked) or dials_key(unmasked):
        return (_problem(text, Problem.SERVICE_CODE),)
    if take_off and any(sign in text for sign in "<[\\:"):
        visible, links = take_off(text, hints)
        if visible != text:
            shown_ones = [
                found.within(text) for found in _contacts(visible, unmask(visible), hints)
            ]
            return _with_links(shown_ones, links)
    return _contacts(text, unmasked, hints)


def _contacts(text: str, unmasked: str, hints: Hints) -> tuple[Find, ...]:
    return tuple(with_struck_out(text, _read_contacts(text, unmasked, hints)))


def _read_contacts(text: str, unmasked: str, hints: Hints) -> tuple[Find, ...]:
    strays = frozenset(_strays(text, unmasked))
    whole = with_round_signs(read_one(text, hints), hints)
    if whole.problem is None and (not strays or whole.readings[0].kind != "phone"):
        return (with_other_look(whole, hints), *_numbers_in(whole, hints))
    if ";phone-context" in text.lower():
        return (whole,)
    from hotline_check.reading.extract import find  # most strings are one number

    counts = {*counted(text), *counted(unmasked), *_cases(text)}
    found = find(blanked(text, counts, "x"), hints, _is_contact)
    several = _untorn(text, [_without_guess(_as_in(text, contact)) for contact in found])
    read_ones = sum(bool(contact.readings) for contact in several)
    if whole.problem == Problem.NO_COUNTRY and read_ones < 2:
        return (whole,)
    if not read_ones:
        missing = any(contact.problem == Problem.NO_COUNTRY for contact in several)
        return (
            _problem(text, Problem.NO_COUNTRY if missing else whole.problem or Problem.IMPOSSIBLE),
        )
    if _leaves_digits(unmasked, strays, several, counts) or any(
        _is_two_in_one(n, hints) for n in several
    ):
        return (_problem(text, Problem.TOO_LONG),)
    echoed = (_with_glued(unmasked, contact) for contact in several)
    return tuple(with_other_look(contact, hints) for contact in echoed)


def _numbers_in(whole: Find, hints: Hints) -> Iterator[Find]:
    """The numbers that a web address holds, in its path or after it."""
    if whole.readings[0].kind == "url":
        from hotline_check.reading.phone_search.numbers_in_urls import numbers_in

        yield from numbers_in((whole,), hints)


def _is_contact(_: str) -> bool:
    """The answer to whether something speaks for a number: the person asks about it."""
    return True


def _with_glued(unmasked: str, find: Find) -> Find:
    """A number with the letters that touch its digits echoed."""
    if not (find.readings and _is_phone(find)):
        return find
    letters = glued_letters(unmasked, find.start, find.end)
    if not letters:
        return find
    dropped = Assumption(codes.EXTRA_LETTERS_DROPPED, (letters,))
    readings = tuple(reading.assuming(dropped) for reading in find.readings)
    return msgspec.structs.replace(find, readings=readings)


def _decoded(code: re.Match[str]) -> str:
    """A percent code as its character and two that are not seen."""
    return chr(int(code[1], 16)) + "\u200b\u200b"


def _as_all_of(text: str, find: Find) -> Find:
    """A find in another form of a text, as one of the whole text."""
    return Find(start=0, end=len(text), text=text, readings=find.readings, problem=find.problem)


def _cases(text: str) -> Iterator[tuple[int, int]]:
    """Where a text has the number of a case or an order, in one group."""
    for match in _GROUP.finditer(text):
        if is_case_number(text, *match.span()):
            yield match.span()


def _as_in(text: str, find: Find) -> Find:
    """A find with the words of a text in which nothing was blanked."""
    return msgspec.structs.replace(find, text=text[find.start : find.end])


def _problem(text: str, problem: Problem) -> Find:
    return Find(start=0, end=len(text), text=text, problem=problem)


def _untorn(text: str, several: list[Find]) -> list[Find]:
    """The finds without web contacts that are only a part of what is between two spaces."""
    if all(_is_phone(contact) for contact in several):
        return several
    from hotline_check.reading.web.partial import untorn  # not for numbers

    return list(untorn(text, several))


def _without_guess(find: Find) -> Find:
    """A country that only the shape of a number suggests is no ground for a verdict."""
    if any(
        a.code == codes.COUNTRY_FROM_SHAPE for contact in find.readings for a in contact.assumed
    ):
        return Find(start=find.start, end=find.end, text=find.text, problem=Problem.NO_COUNTRY)
    return find


def _strays(text: str, unmasked: str) -> Iterator[int]:
    """Places of numerals whose value is no single digit: ten and more, fractions."""
    if text.isascii():
        return
    numerals = {char for char in set(text) if not char.isascii() and _may_be_numeral(char)}
    if not numerals:
        return
    for place, char in enumerate(text):
        if char not in numerals or unmasked[place].isdecimal() or unmasked[place] == "\x00":
            continue
        ideograph = unicodedata.category(char) == "Lo"
        worth = unicodedata.numeric(char, None) is not None and not ideograph
        is_numeral = ideograph and unicodedata.numeric(char, None) is not None
        if worth or char in _NUMERALS_WITHOUT_VALUE or (is_numeral and _is_alone(unmasked, place)):
            yield place


def _may_be_numeral(char: str) -> bool:
    return char in _NUMERALS_WITHOUT_VALUE or unicodedata.numeric(char, None) is not None


def _is_alone(unmasked: str, place: int) -> bool:
    """Whether a character is no part of a word."""
    around = unmasked[max(0, place - 1) : place] + unmasked[place + 1 : place + 2]
    return not any(map(str.isalpha, around))


def _leaves_digits(
    unmasked: str,
    strays: frozenset[int],
    several: Sequence[Find],
    counts: Collection[tuple[int, int]],
) -> bool:
    """Return True if digits, or letters that may be some, are next to a number, no word between."""
    numbers = [(contact.start, contact.end) for contact in several if _is_phone(contact)]
    if any(place in strays for start, end in numbers for place in range(start, end)):
        return True
    if any(_is_lettered(unmasked, start, end) for start, end in numbers):
        return True
    if any(low < start and end < high for low, high in numbers for start, end in counts):
        return True  # an hour or a price between two digits of a number
    digits = sorted({*strays, *(match.start() for match in _DECIMAL.finditer(unmasked))})
    if not digits:
        return False
    covered = {p for contact in several for p in range(contact.start, contact.end)}
    covered |= {place for span in counts for place in range(*span)}
    for place in digits:
        if place in covered:
            continue
        if unmasked[place - 1 : place] == "+":  # `+1km 202 555 0143`: the country goes with it
            return True
        if any(not _WORD.search(between) for between in _to_nearest(unmasked, place, numbers)):
            return True
    return False


def _to_nearest(unmasked: str, place: int, numbers: Sequence[tuple[int, int]]) -> Iterator[str]:
    """The text between a place and the number before it, and the one after it.

    numbers: in order, without overlaps; a word before the nearest parts all others too.
    """
    following = bisect_left(numbers, (place, place))
    if following:
        yield unmasked[numbers[following - 1][1] : place]
    if following < len(numbers):
        yield unmasked[place + 1 : numbers[following][0]]


def _is_two_in_one(find: Find, hints: Hints) -> bool:
    """Return True if a number found has a plus inside with which another one starts."""
    return _is_phone(find) and "+" in find.text[1:] and bool(read_one(find.text, hints).problem)


def _is_phone(find: Find) -> bool:
    return not find.readings or find.readings[0].kind == "phone"


def _is_lettered(unmasked: str, start: int, end: int) -> bool:
    before, after = unmasked[:start], unmasked[end:]
    return bool(
        _GLUED_BEFORE.search(before.rstrip(HIDDEN)[-2:])
        or _GLUED_AFTER.match(after)
        or _LONE_BEFORE.fullmatch(before)
        or _LONE_AFTER.fullmatch(after)
    )


def _with_links(shown: list[Find], links: list[Find]) -> tuple[Find, ...]:
    """What a page shows and what its links dial, once where both are the same."""
    if links and len(shown) == 1 and shown[0].problem == Problem.NO_NUMBER:
        shown = []
    values = {reading.value for find in shown for reading in find.readings}
    others = [find for find in links if not {r.value for r in find.readings} & values]
    return tuple(sorted((*shown, *others), key=lambda find: find.start))
