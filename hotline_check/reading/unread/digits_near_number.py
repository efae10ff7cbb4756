"""Digits of a pasted string that are close to a number and belong to no contact.

`+1 202 555 0143 und dann 55` or `… double five`: whoever reads it dials them, too. A number next to
such digits is not the whole of what was pasted, so they are reported as not read.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading import codes
from hotline_check.reading.codes import Problem
from hotline_check.reading.models import Find
from hotline_check.reading.normalize.blanks import blanked
from hotline_check.reading.normalize.characters import plain
from hotline_check.reading.phone_search.short_numbers import counted
from hotline_check.reading.unread.case_numbers import is_case_number
from hotline_check.reading.unread.signals import HARMLESS

_REACH: Final = 40
# Words between a number and digits that still belong to it, on each side.
_MOST_WORDS: Final = {"after": 3, "before": 1}
_DIGITS: Final = lazy_pattern(r"(?<![0-9A-Za-z_])(?<!\d:)\d(?:[ .,:/–-]?\d)*+(?!\w)")
_WORD: Final = lazy_pattern(r"[^\W\d_]+")
_ENDS: Final = lazy_pattern(r"[.!?]\s|[\n;]|[\u3002\uff01\uff1f]")
_CLOCK: Final = r"(?:[01]?\d|2[0-4])(?:[:.]\d\d)?"
_OTHER: Final = lazy_pattern(
    rf"""
    24 [ ]? [/xX] [ ]? 7 (?: [ ]? [/xX] [ ]? 365 )?      # always open
    | {_CLOCK} [ ]? [-–] [ ]? {_CLOCK}                   # opening hours
    | \d{{1,2}} [:.] \d\d                                # a time
    | (?:19|20)\d\d                                      # a year
    | \d{{1,3}} (?:[.,]\d{{3}})* [.,] \d{{1,2}}          # an amount
    """,
    re.VERBOSE,
)
# What says that a few digits are a choice in a menu, a time, an amount or an id.
_NAMED_BEFORE: Final = lazy_pattern(
    r"""
    (?: [$€£¥₹₩₿\#]
      | \b(?: press | option | opt | choose | select | ext(?:ension)? | menu | step | room | floor
            | suite | level | top | case | ticket | code | pin | order | version | v | line
            | tast | drück | drueck | wahl | tapez | touche | choix | appuyez | opci[oó]n | opção
            | puls[ae] | presion[ae] | oprima | digit[ae] | tecl[ae] | prem[ia] | tasto | opzione
            | нажмите | кнопк | опция | цифр
            | am | or | at | from | until | till | to | on | by | since | within | in | of | ab
            | bis | von | um | de | das | às | desde | hasta | dalle | alle | jan | feb | mar | apr
            | may | jun | jul | aug | sep | oct | nov | dec ) \w{0,6} [.:]?
      | [按选选择] | [楼樓号號]之 ) \s? \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NAMED_AFTER: Final = lazy_pattern(
    r"""
    \s? (?: [%$€£¥₹₩₿°] | (?: am | pm | h | hrs? | hours? | min\w* | sec\w* | days? | weeks?
          | months? | years? | uhr | heures? | horas? | ore | to | bis | th | st | nd | rd | usd
          | eur | gbp | btc | eth | x | drücken | wählen | tuşlayın | basın ) \b
      | '(?: e | i | a | ye ) [ ] (?: tuşlayın | basın ) \b     # `1'e basın`
      | [年月日时時点點号번番] | दबाएं )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A name for the code of a country, or of an area.
_CODE_NAMED: Final = lazy_pattern(
    r"(?:[国國](?:家|[际際])?[代区區]?[码碼号號]|(?P<area>[区區][号號码碼]))[:：为為是]?[ ]?\Z"
)
# A country code with letters glued to it, right before the number: `34px 900264741`.
_TORN_CODE: Final = lazy_pattern(r"(?<!\w)(?P<code>\d{1,3})[^\W\d_]{1,4}[ .-]?\Z")
_TORN_REACH: Final = 9
_JOINING: Final = frozenset({"then", "and", "und", "dann", "y", "e", "et", "puis", "not", "luego"})
_THING: Final = lazy_pattern(r" (?P<word>[a-z]{4,20})(?!\w)")
_FEWEST_LETTERS: Final = 3
# Digits of a choice in a menu, or of an hour.
_MOST_HARMLESS: Final = 2
_SPELLED: Final = frozenset({codes.WORDS_AS_DIGITS, codes.VANITY, codes.LETTER_AS_DIGIT})


def digits_near(text: str, finds: Sequence[Find]) -> Iterator[Find]:
    """The digits and digit words that no find holds, close to a number that was read."""
    numbers = [find for find in finds if _is_number(find)]
    spans = [_number(text, find) for find in numbers]
    others = [(find.start, find.end) for find in finds if not _is_number(find)]
    read = _Read((*spans, *others))
    uncounted = cache(lambda: blanked(text, counted(text)))  # for few texts
    for (start, end), find in zip(spans, numbers, strict=True):
        after = _ENDS.split(text[end : end + _REACH])[0]
        before = _ENDS.split(text[max(0, start - _REACH) : start])[-1]
        for where, side, low in (("after", after, end), ("before", before, start - len(before))):
            for match in _DIGITS.finditer(side):
                place = low + match.start(), low + match.end()
                # Asked first: in a row of numbers most digits are those of another one.
                if read.holds(*place) or _is_other(side, match, where):
                    continue
                if _is_own_code(side, match, find):
                    continue
                if any(map(str.isdecimal, uncounted()[slice(*place)])):
                    yield _unread(text, *place)
        torn = _TORN_CODE.search(text, max(0, start - _TORN_REACH), start)
        is_its_code = torn and find.readings[0].value.startswith(f"+{torn['code']}")
        if torn and is_its_code and not read.holds(*torn.span()):
            yield _unread(text, *torn.span())
        words = None if _is_spelled(find) else _digit_words(after)
        if words and not read.holds(end + words[0], end + words[1]):
            yield _unread(text, end + words[0], end + words[1])


def _is_number(find: Find) -> bool:
    return bool(find.readings) and find.readings[0].kind == "phone"


def _number(text: str, find: Find) -> tuple[int, int]:
    """From the first to the last digit of a find; words around them were left out of it."""
    digits = [place for place in range(find.start, find.end) if text[place].isdigit()]
    if not digits or _is_spelled(find):
        return find.start, find.end
    return digits[0], digits[-1] + 1


def _is_spelled(find: Find) -> bool:
    """Return True for a number of which letters or words are a part."""
    return any(each.code in _SPELLED for each in find.readings[0].assumed)


def _is_other(side: str, match: re.Match[str], where: str) -> bool:
    """Return True for digits far from the number, a time, a date, an amount, a choice."""
    between = side[: match.start()] if where == "after" else side[match.end() :]
    if len(_WORD.findall(between)) > _MOST_WORDS[where]:
        return True
    if _OTHER.fullmatch(match[0]) or HARMLESS.fullmatch(match[0]):
        return True
    if where == "after" and _counts(side, match, between):
        return True
    if _NAMED_AFTER.match(side, match.end()):
        return True
    size = sum(map(str.isdecimal, match[0]))
    if where == "before" and size <= _MOST_HARMLESS:
        return True
    if is_case_number(side, *match.span()):
        return True
    named = _NAMED_BEFORE.search(side[: match.start()])
    return named is not None and (size <= _MOST_HARMLESS or not named[0][0].isalpha())


def _is_own_code(side: str, match: re.Match[str], find: Find) -> bool:
    """Return True for a code that a text names and the number has: `+886 …（國碼886）`."""
    code = _CODE_NAMED.search(side[: match.start()])
    if code is None:
        return False
    digits = find.readings[0].value.removeprefix("+")
    if not code["area"]:
        return digits.startswith(match[0])
    # a country code has up to three digits
    return any(digits.startswith(match[0].lstrip("0"), size) for size in (1, 2, 3))


def _counts(side: str, match: re.Match[str], between: str) -> bool:
    """Return True for how many there are of something: `call 2 agents`, but not `then 2 more`."""
    from hotline_check.reading.normalize.number_vocabulary import REPEATS, spelled_in

    thing = _THING.match(side, match.end())
    if thing is None or sum(map(str.isdecimal, match[0])) > _MOST_HARMLESS:
        return False
    words = [word.casefold() for word in _WORD.findall(between)]
    if not words or not _JOINING.isdisjoint(words):
        return False
    return thing["word"] not in REPEATS and not spelled_in(thing["word"])


def _digit_words(after: str) -> tuple[int, int] | None:
    """Where digit words are that follow a number at once, or after a joining word or two."""
    from hotline_check.reading.normalize.number_vocabulary import REPEATS, fellows, is_digit_word

    for word in list(_WORD.finditer(after))[:3]:
        spelled = plain(word[0]).casefold()
        if len(spelled) >= _FEWEST_LETTERS and is_digit_word(spelled) and fellows(spelled) is None:
            return word.span()
        if spelled not in _JOINING and spelled not in REPEATS:
            return None
    return None


def _unread(text: str, start: int, end: int) -> Find:
    return Find(start=start, end=end, text=text[start:end], problem=Problem.NOT_READ)


class _Read:
    """The stretches of a text that were read."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._last_ends = list(accumulate((end for _, end in ordered), max))

    def holds(self, start: int, end: int) -> bool:
        """Return True if a part of a stretch was read."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._last_ends[before - 1] > start
