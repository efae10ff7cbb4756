"""The kinds of words that speak for a story."""

from enum import Enum, auto
from typing import Final

from hotline_check.attribution.stories import events, persons, unspaced, using
from hotline_check.attribution.stories.words import Around, Words
from hotline_check.lazy_pattern import lazy_pattern


class Sign(Enum):
    """What in a text speaks for a story."""

    SELF = auto()  # its writer: "me"
    OTHER = auto()  # somebody who did something: "a man"
    PAST = auto()
    ENDED = auto()  # a word that ends as forms of the past do: "Verified line", "he robbed …"
    TIME = auto()
    CLOCK = auto()  # a time of day; opening hours are two
    NOISE = auto()  # what phones do, and what is done to people by them
    SHOWN = auto()  # what a phone shows of a call that came in
    ORIGIN = auto()  # "from …"


PERSONS: Final = frozenset({Sign.SELF, Sign.OTHER})
EVENTS: Final = frozenset({Sign.PAST, Sign.ENDED, Sign.TIME, Sign.CLOCK, Sign.NOISE, Sign.SHOWN})

_TABLES: Final[tuple[tuple[Sign, Words], ...]] = (
    (Sign.SELF, persons.SELF),
    (Sign.OTHER, persons.OTHERS),
    (Sign.PAST, events.PAST),
    (Sign.TIME, events.TIMES),
    (Sign.NOISE, events.NOISE),
    (Sign.SHOWN, events.SHOWN),
)
_UNSPACED: Final = (
    (Sign.SELF, unspaced.SELF),
    (Sign.OTHER, unspaced.OTHERS),
    (Sign.TIME, unspaced.EVENTS),
    (Sign.ENDED, unspaced.PAST),
    (Sign.SHOWN, unspaced.SHOWN),
)
_TIME: Final = lazy_pattern(r"(?<![\d:])\d{1,2}[:h]\d\d(?![\d:])|\b\d{1,2} ?[ap]m\b")


def signs_of(around: Around) -> set[Sign]:
    """The signs of a story around a contact."""
    phrases = around.phrases
    found = {sign for sign, words in _TABLES if words.are_in(phrases)}
    if around.signs:
        found.update(sign for sign, pattern in _UNSPACED if pattern.search(around.signs))
    if Sign.PAST not in found and any(map(events.is_past, around.words)):
        found.add(Sign.ENDED)
    if any(map(_is_of_writer, around.words, around.words[1:])):
        found.add(Sign.SELF)
    if len(_TIME.findall(around.text)) == 1:
        found.add(Sign.CLOCK)
    if events.CALLS.are_in(around.words_after[:1]) or _are_calls_of(around):
        found.add(Sign.SHOWN)
    is_from = events.FROM_OR_WITH.are_in(around.words_before[:1])
    if is_from or unspaced.ORIGINS.search(around.signs_before):
        found.add(Sign.ORIGIN)
    return found


def _are_calls_of(around: Around) -> bool:
    """Return True for "llamadas de …"; the languages have another word for calls to it."""
    words = around.words_before
    return words[:1] == ["de"] and events.CALLS_OF.are_in(words[1:2])


def _is_of_writer(first: str, second: str) -> bool:
    """Return True for "I got"; who called or used something is no receiver."""
    is_past = second in events.PAST or events.is_past(second)
    return first == "i" and is_past and not (second in using.OWN or second in using.DIALS)
