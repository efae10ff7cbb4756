"""Whether a text narrates how a contact came up, instead of offering the contact.

Caller ID and senders can be forged, so a published contact that reached somebody proves nothing
(design, rule 3), and nobody can list all words for being called. So it is asked what a text does
with the contact. Whoever gives one asks to use it, or labels it; whoever means to use one asks
about it. A text of more than a few words that does none of this only narrates.
"""

from typing import Final

from hotline_check.attribution.stories import persons
from hotline_check.attribution.stories.signs import EVENTS, PERSONS, Sign, signs_of
from hotline_check.attribution.stories.uses import (
    FEW,
    has_label,
    is_labelled,
    is_question,
    is_quoted,
    is_service,
    is_used,
    serves,
)
from hotline_check.attribution.stories.words import Around, Passage, has_words_around
from hotline_check.lazy_pattern import lazy_pattern

# Whoever the contact is of speaks: `…: "Do not hang up"`.
_SPEAKS: Final = lazy_pattern(r"""["')>\]]*\s*[:\uff1a]\s*["\u201c\u201e\u00ab\u300c]""")


def is_narrated(text: str, start: int, end: int) -> bool:
    """Return True if a text only narrates how the contact came up that is between two offsets.

    >>> is_narrated("A man with 911 made me pay", 11, 14), is_narrated("Call 911", 5, 8)
    (True, False)
    """
    if not has_words_around(text, start, end):
        return False
    passage = Passage(text, start, end)
    own = passage.own
    if is_used(own):
        return False
    signs = signs_of(own)
    if is_question(own):
        return Sign.OTHER in signs or Sign.SHOWN in signs or _is_answered(own, passage.others)
    if signs == {Sign.SELF} and has_label(own) and not own.words_after:
        return False  # "My wallet's app: …"
    if _is_story(own, signs):
        return True
    if serves(own):
        return False
    if is_service(own):
        return _is_narrated_around(passage.others)
    if is_labelled(own) or own.length <= FEW:
        vague = {Sign.CLOCK, Sign.ENDED} if has_label(own) else {Sign.CLOCK}
        is_crowd = persons.CROWD.are_in(own.clause)
        return is_crowd or bool(signs - vague) or _is_narrated_around(passage.others)
    return bool(signs) or not is_quoted(own)


def _is_story(own: Around, signs: set[Sign]) -> bool:
    """Return True where a person, or what happened, is in the sentence of the contact."""
    if signs & {Sign.SELF, Sign.OTHER, Sign.SHOWN} or _SPEAKS.match(own.after):
        return True
    return len(signs) > 1 and not is_service(own)


def _is_narrated_around(others: Around) -> bool:
    """Return True if the sentences around tell of a person and of what happened."""
    signs = signs_of(others)
    return bool(signs & PERSONS) and bool(signs & EVENTS)


def _is_answered(own: Around, others: Around) -> bool:
    """Return True if, next to a question, somebody did something to its writer."""
    signs = signs_of(own) | signs_of(others)
    if Sign.SHOWN in signs or persons.OTHERS.are_in(others.words_after):
        return True
    words = [*own.words, *others.words]
    third = [at for at, word in enumerate(words) if word in persons.THIRD]
    if all(persons.DENIALS.are_in(words[at + 1 : at + 2]) for at in third):
        return False
    return bool(signs & {*PERSONS, Sign.PAST, Sign.ENDED})
