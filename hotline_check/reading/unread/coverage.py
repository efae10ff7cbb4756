"""The last net: what in a text may be a contact and belongs to none that was read.

Readers know how contacts are written, so each new way of hiding gets past them for a while. This
module knows no way of writing. It takes the raw material of contacts (`signals`) and reports
every piece that no find accounts for, so that a text with such a piece is never "all listed".

It shares the vocabulary of number words and the list of top-level domains with the readers, and
no code.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading import codes
from hotline_check.reading.codes import Problem
from hotline_check.reading.models import Find, Reading
from hotline_check.reading.normalize.blanks import blanked
from hotline_check.reading.normalize.characters import small
from hotline_check.reading.normalize.folded import Folded
from hotline_check.reading.phone_search.short_numbers import counted
from hotline_check.reading.unread.number_words import number_words
from hotline_check.reading.unread.signals import ANY, HARMLESS, Signal, signals

# What makes a name a part of a longer one.
_BEFORE_NAME: Final = lazy_pattern(r"[\w.+-]")
_AFTER_NAME: Final = lazy_pattern(r"[\w-]|\.\w")
_EDGE: Final = lazy_pattern(r"[\s<>\"'()\[\]{},;]")
# A longer run is data, and looking back in it from each digit would be quadratic.
_LONGEST_WORD: Final = 64
_PASSED_OVER: Final = lazy_pattern(r"[\s<>]")
# Digits that are none of a number's: those of character codes, tags, "24/7" and a context.
_NEXT_TO_NUMBER: Final = lazy_pattern(
    r"""
    &\#?\w{1,10};                  # a character reference: `&#43;`
    | %[0-9A-Fa-f]{2}              # a percent-encoded sign: `%20`
    | (?<!\d)24/7(?!\d)            # opening hours
    | </?[A-Za-z][^<>]{0,40}>      # a tag: `<h2>`
    | ;phone-context=\+?[\d-]*     # of a `tel:` link (RFC 3966)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# With the scheme and the signs that touch the digits of a number.
_DIGITS_OF_FIND: Final = lazy_pattern(
    r"(?:[a-z]+:)?[^\w\s]*[0-9](?:.*[0-9])?[^\w\s]*", re.DOTALL | re.IGNORECASE
)
# Assumptions whose arguments are digits of the reading, not digits beyond it.
_SAME_DIGITS: Final = frozenset(
    {codes.LETTER_AS_DIGIT, codes.WORDS_AS_DIGITS, codes.VANITY, codes.CONTEXT_ADDED}
)
# Digits of the longest prefix for calls abroad, such as 0011.
_LONGEST_IDD: Final = 4
# Digits of a trunk prefix, which a number has beyond its E.164 form.
_MOST_UNSAID: Final = 2
# Digits at the end of a number, after which no others come.
_END: Final = 3


def unread(text: str, finds: Sequence[Find]) -> Iterator[Find]:
    """Finds for the parts of a text that may be a contact and that `finds` don't account for.

    finds: everything that the readers found in the text, in any order. The result is in order,
    without overlaps, each with the problem `not-read`.
    """
    if _is_one_problem(text, finds):
        return
    folded = Folded(text)
    spans = {kind: set(_spans(text, [find for find in finds if _is(find, kind)])) for kind in ANY}
    covers = {kind: _Cover(held) for kind, held in spans.items()}
    taken = _Cover(set().union(*spans.values()))
    numbers = {_digits(reading.value) for find in finds for reading in find.readings}
    left = [(find.start, find.end) for find in finds if _drops_digits(find)]
    # For all runs of digits at once, and only if one needs it.
    harmless = cache(lambda: _Cover(_counted(text, folded)))
    for signal in signals(folded.text):
        if signal.digits:
            left += _left_of_run(signal, folded, taken, numbers, harmless)
            continue
        start, end = folded.span(signal.start, signal.end)
        if not any(covers[kind].holds(start, end) for kind in signal.covered_by):
            left.append((start, end))
    last = 0
    for start, end in sorted(left):
        low, high = _whole_word(text, start, end, taken, last)
        if high > low:
            yield Find(start=low, end=high, text=text[low:high], problem=Problem.NOT_READ)
            last = high


def _is_one_problem(text: str, finds: Sequence[Find]) -> bool:
    """Return True for a text reported as a whole, of which nothing is left but lost bytes.

    Looking for signals takes a third of the time of a paste that nothing can be read of.
    """
    is_whole = len(finds) == 1 and (finds[0].start, finds[0].end) == (0, len(text))
    return is_whole and not finds[0].readings and "\ufffd" not in text


def _left_of_run(
    signal: Signal,
    folded: Folded,
    taken: "_Cover",
    numbers: set[str],
    harmless: Callable[[], "_Cover"],
) -> Iterator[tuple[int, int]]:
    """The stretches of a run of digits that no find holds, but for numbers that were read."""
    groups: list[list[int]] = []
    is_open = False
    for place in signal.digits:
        if taken.holds(*folded.span(place, place + 1)):
            is_open = False
        elif is_open:
            groups[-1].append(place)
        else:
            groups.append([place])
            is_open = True
    if not groups:
        return
    for group in groups:
        start, end = group[0], group[-1] + 1
        if harmless().holds(*folded.span(start, end)):
            continue
        is_known = _digits(folded.text[start:end]) in numbers
        if not is_known and not HARMLESS.fullmatch(folded.text, start, end):
            yield folded.span(start, end)


def _counted(text: str, folded: Folded) -> Iterator[tuple[int, int]]:
    """Where digits are counts and the like; folding removes the circles of a list's items."""
    yield from counted(text)
    if folded.text != text:
        yield from (folded.span(*span) for span in counted(folded.text))


def _whole_word(text: str, start: int, end: int, taken: "_Cover", last: int) -> tuple[int, int]:
    """A stretch with the characters up to the next blank, or the next contact, on each side.

    last: where the stretch before it ends. What that one holds is not gone through again.
    """
    low, high = max(last, start - _LONGEST_WORD), min(len(text), end + _LONGEST_WORD)
    start, end = max(start, last), max(end, last)
    while start > low and not _EDGE.match(text[start - 1]) and not taken.holds(start - 1, start):
        start -= 1
    while end < high and not _EDGE.match(text[end]) and not taken.holds(end, end + 1):
        end += 1
    return start, end


def _is(find: Find, kind: str) -> bool:
    """Return True if a find has a reading of a kind, or is reported without any."""
    return not find.readings or find.readings[0].kind == kind


def _spans(text: str, finds: Iterable[Find]) -> Iterator[tuple[int, int]]:
    """The stretches of a text that finds account for.

    A web contact accounts for itself whenever it comes again, as the target of a link does. It
    does not account for other words that its reader passed over.
    """
    names = set[str]()
    for find in finds:
        if not find.readings:
            yield find.start, find.end
            continue
        first = find.readings[0]
        if first.kind == "phone":
            start, end = _from_first_to_last_digit(find)
            yield find.start + start, find.start + end
            continue
        if not _PASSED_OVER.search(find.text) or first.disguise or first.assumed:
            yield find.start, find.end
        names.update(map(_name, find.readings))
    for name in names:
        yield from _places(text, name)


def _from_first_to_last_digit(find: Find) -> tuple[int, int]:
    """The part of a phone find that its digits explain, for a pasted one has words around them.

    All of it where letters or words stand for digits.
    """
    codes_of = {assumption.code for reading in find.readings for assumption in reading.assumed}
    folded = Folded(find.text)
    digits = _DIGITS_OF_FIND.search(folded.text)
    if digits is None or not _SAME_DIGITS.isdisjoint(codes_of) or find.readings[0].disguise:
        return 0, len(find.text)
    return folded.span(*digits.span())


def _name(reading: Reading) -> str:
    """The host of an address, the whole of an e-mail address or handle."""
    return reading.value.partition("://")[2].partition("/")[0] or reading.value


@lru_cache(maxsize=64)
def _places(text: str, name: str) -> tuple[tuple[int, int], ...]:
    """Where a name is in a text and no part of a longer one.

    Cached, since a log names the same host in each line.
    """
    if name.isascii():
        return tuple(_plain_places(_latin(text), name.lower()))
    # The pattern starts with the name's characters, which the search skips to.
    pattern = re.compile(
        rf"{re.escape(name)}(?<!{_BEFORE_NAME.pattern}{re.escape(name)})(?!{_AFTER_NAME.pattern})",
        re.IGNORECASE,
    )
    return tuple(match.span() for match in pattern.finditer(text))


# Letters beyond ASCII that ignoring case takes for Latin ones.
_LIKE_LATIN: Final = str.maketrans("\u0130\u0131\u017f\u212a", "iisk")


@lru_cache(maxsize=4)
def _latin(text: str) -> str:
    """A text in small letters, character for character, as a pattern for Latin letters reads it."""
    return small(text if text.isascii() else text.translate(_LIKE_LATIN))


def _plain_places(text: str, name: str) -> Iterator[tuple[int, int]]:
    """The same in small letters: no name in ASCII among hundreds needs a pattern of its own."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        if _BEFORE_NAME.match(text, start - 1, start) or _AFTER_NAME.match(text, end):
            start = text.find(name, start + 1)
        else:
            yield start, end
            start = text.find(name, end)


class _Cover:
    """The stretches of a text that some finds hold."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if self._spans and start <= self._spans[-1][1]:
                first, last = self._spans.pop()
                self._spans.append((first, max(last, end)))
            else:
                self._spans.append((start, end))

    def holds(self, start: int, end: int) -> bool:
        """Return True if a stretch lies within one span."""
        place = bisect_right(self._spans, (start, float("inf"))) - 1
        return place >= 0 and self._spans[place][1] >= end


def _drops_digits(find: Find) -> bool:
    """Return True for a phone find with more digits than any of its readings explains."""
    if not find.readings or find.readings[0].kind != "phone":
        return False
    text = Folded(_NEXT_TO_NUMBER.sub("", find.text)).text
    text = blanked(text, counted(text))
    if not any(_accounts_for_all(reading, _digits(text)) for reading in find.readings):
        return True
    named = {assumption.code for reading in find.readings for assumption in reading.assumed}
    return _SAME_DIGITS.isdisjoint(named) and any(number_words(text))


def _accounts_for_all(reading: Reading, written: str) -> bool:
    """Return True if a reading accounts for the digits, once or, as in a link, more than once."""
    value = _digits(reading.value)
    if written.replace(value, "") == "":
        return True
    return len(written) <= _digits_explained(reading, written)


def _digits_explained(reading: Reading, written: str) -> int:
    """How many digits a reading accounts for, with what its assumptions name."""
    value = _digits(reading.value)
    prefix = written.removesuffix(value)
    if len(prefix) <= _LONGEST_IDD and prefix.startswith("0"):
        return len(written)
    named = sum(
        len(_digits(argument))
        for assumption in reading.assumed
        if assumption.code not in _SAME_DIGITS
        for argument in assumption.args
    )
    if not named and len(written) > len(value) and not written.endswith(value[-_END:]):
        return len(value)
    return len(value) + named + _MOST_UNSAID


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
