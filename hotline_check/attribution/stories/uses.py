"""What a text does with a contact: uses it, asks about it, labels it."""

import re
from collections.abc import Sequence
from typing import Final

from hotline_check.attribution.stories import events, persons, unspaced, using
from hotline_check.attribution.stories.events import is_past
from hotline_check.attribution.stories.words import Around, phrases_of
from hotline_check.lazy_pattern import lazy_pattern

# Words of what is hardly more than a contact.
FEW: Final = 3
# Words among which is the verb: "reach our customer service team by phone at …".
_BETWEEN: Final = 8
# Words among which "I called" ends: "I checked on their site that …".
_NAME: Final = 5
# Words among which is the label right at a contact, "hotline is …", and one near it.
_CLOSE: Final = 3
_NEAR: Final = 5
# Words after the verb: "notify us at …".
_US: Final = 2

# Opening hours: "9:00-18:00", "9h às 18h", "dalle 9 alle 18", "9点到18点".
_HOURS: Final = lazy_pattern(
    r"""
    (?<![\d.,:]) \d{1,2} (?:[:.]\d\d)? \s?               # no part of a number
    (?:(?:[ap]\.?m\.?|h|uhr|giờ|[点點時时시])\s?)?
    (?: [-\u2013\u2014~\u301c\uff5e]
      | to|till|until|a|à|às|as|al|alle|bis|do|до|tot|ile
      | đến|tới|sampai|hingga|إلى|[到至]|から|부터)
        \s? (?:오전|오후|午[前後后])? \s?
    \d{1,2} (?:[:.]\d\d)? (?![\d.,:]\d)
    """,
    re.VERBOSE,
)
# Always open, right after a contact: "(24x7)", ", 24 horas al día".
_ALWAYS: Final = lazy_pattern(
    r"""
    [\s,:;(\u2013-]* (?: 24 \s? (?: hours?|h|horas|heures|ore|stunden|saat|час(?:а|ов) ) (?!\w)
      | (?: 24 | 7 ) [jh]? \s? [/x] \s? (?: 7 | 24 ) (?!\d) )
    """,
    re.VERBOSE,
)
_ASKED: Final = lazy_pattern(r"[?\uff1f\u061f]|;$")  # a Greek one last
# "by calling", "ligando", "appelant": no nouns.
_GERUNDS: Final = ("ing", "ndo", "ant")
_QUOTES: Final = frozenset("\"'`")
_CLOSING: Final = " )]\"'"
_LABEL: Final = lazy_pattern(r"[:\uff1a=]\s*(?:[^\W\d_]+[ ,.]{1,2}){0,2}[\"'(<\[]*$")


def is_used(around: Around) -> bool:
    """Return True if a reader is asked to use the contact, or its writer used it."""
    return (
        _is_asked_before(around)
        or _is_asked_after(around)
        or _is_dialled(around)
        or _is_instruction(around)
        or _is_from_machine(around)
    )


def _is_from_machine(around: Around) -> bool:
    """Return True for "ChatGPT says …": a machine that was asked calls nobody."""
    words, after = around.words_before, around.words_after
    if not using.MACHINES.are_in(words[-1:]) or _is_from(around):
        return False
    if not (using.SAYS.are_in(words[-4:]) or using.SAID_LAST.are_in(after[:2])):
        return False
    if persons.OTHERS.are_in(around.phrases) or unspaced.OTHERS.search(around.signs):
        return False
    rest = [word for word in after if word not in using.SAID_LAST]
    is_event = any(word in events.PAST or word in events.NOISE or is_past(word) for word in rest)
    return not (is_event or unspaced.PAST.search(around.signs_after))


def _is_instruction(around: Around) -> bool:
    """Return True for "If you lost your card, …", "Notify us at …", "Please … to …"."""
    words = around.words_before
    if unspaced.PLEASE_AFTER.search(around.signs_after):
        return True
    if unspaced.PLEASE_BEFORE.search(around.signs_before):
        return True
    if using.PLEASE.are_in(phrases_of(around.clause)):
        return True
    is_in_case = using.CONDITIONS.are_in(words[-1:]) and "," in around.before
    is_own = persons.SELF.are_in(around.phrases_before) or persons.SUBJECT.are_in(words)
    is_story = is_own or persons.OTHERS.are_in(around.clause)
    if is_in_case and not is_story:
        return True
    is_request = len(words) > _US and words[1] in using.US and not is_past(words[2])
    return is_request and words[2] not in events.PAST


def _is_asked_before(around: Around) -> bool:
    if unspaced.ASKS.search(around.signs_before):
        return True
    words = around.words_before
    if _is_from(around) or events.BACK.are_in(around.words_after[:1]):
        return False
    clause = 0 if persons.CROWD.are_in(around.clause) else len(around.clause)
    for at, word in enumerate(words[:_BETWEEN]):
        is_use = at < clause and word in using.USES and "they" not in words[at + 1 : at + _CLOSE]
        is_verb = is_use or word in using.ASKS
        is_noun = using.NOUN_MARKS.are_in(words[at + 1 : at + 2]) and not word.endswith(_GERUNDS)
        if is_verb and not is_noun:
            return True
        if word in events.BACK or word in events.PAST:
            return False
        if word in persons.SELF or word in persons.OTHERS:
            return False
    return False


def _is_asked_after(around: Around) -> bool:
    if unspaced.ASKS_AFTER.match(around.signs_after):
        return True
    next_words = (word for word in around.words_after if word not in using.LINKS_AFTER)
    return next(next_words, "") in using.ASKS_AFTER


def _is_dialled(around: Around) -> bool:
    if unspaced.DIALLED_AFTER.match(around.signs_after):
        return True
    if unspaced.DIALLED.search(around.signs_before):
        return True
    words, after = around.words_before, around.words_after
    if events.BACK.are_in(around.words):
        return False
    if _is_from(around):
        return False
    if _is_goal(around) and using.SENT.are_in(around.words_before):
        return True
    if _tells_of_dialling(words):
        return True
    if using.DIALLED_LAST.are_in(after[:1]):
        return using.WRITERS.are_in(words[:_NAME])
    return using.dialled_after().end(after, 0) is not None


def _tells_of_dialling(words: Sequence[str]) -> bool:
    """Return True for "I called …", "Called …". words: those before the contact."""
    if len(words) <= _NAME and using.DIALS.are_in(words[-1:]):
        return True
    for at, word in enumerate(words[:_NAME]):
        if using.dialled_before().end(words, at) is not None:
            return True
        if word in persons.SELF or word in persons.OTHERS:
            return False
    return False


def _is_from(around: Around) -> bool:
    """Return True for "from …": it came from there."""
    return events.ORIGINS.are_in(around.words_before[:1])


def is_question(around: Around) -> bool:
    """Return True if somebody asks whose the contact is, or whether to use it."""
    if unspaced.ASKING.search(around.signs):
        return not unspaced.WHY.search(around.signs)
    phrases = around.phrases
    is_asked = bool(_ASKED.search(around.text)) or (
        using.ASKING.are_in(around.words_before[-1:])
        or using.ASKING.are_in(phrase for phrase in phrases if " " in phrase)
    )
    if not is_asked or (using.WHY.are_in(phrases) and persons.SELF.are_in(phrases)):
        return False
    if using.IDENTITY.are_in(phrases) or using.LABELS.are_in(phrases):
        return True
    if _ASKED.match(around.after.lstrip(_CLOSING)) and not _is_from(around):
        return True
    next_to = (*around.words_before[:1], *around.words_after[:1])
    is_named = using.COPULAS.are_in(next_to) or unspaced.IDENTITY.search(around.signs) is not None
    return is_named or around.length <= FEW


def serves(around: Around) -> bool:
    """Return True if a text says whom the contact serves, when, or to whom to write."""
    near = around.phrases_before | phrases_of(around.words_after[:_NEAR])
    if using.SERVES.are_in(near) or _is_goal(around) or _HOURS.search(around.text):
        return True
    if _ALWAYS.match(around.after) or using.COSTS.are_in(_first_after(around)):
        return True
    return unspaced.SERVES.search(around.signs) is not None


def _first_after(around: Around) -> set[str]:
    """The first word after the contact, and the first two."""
    words = around.words_after[:2]
    return {*words[:1], " ".join(words)}


def _is_goal(around: Around) -> bool:
    """Return True for a mail address that something is written or sent to."""
    return around.is_address and using.GOALS.are_in(around.words_before[:1])


def is_labelled(around: Around) -> bool:
    """Return True if a text calls the contact a number, a phone, or sets a colon before it."""
    return has_label(around) or (
        using.LABELS.are_in(around.words_before[:_NEAR])
        or using.LABELS.are_in(around.words_after[:_CLOSE])
        or unspaced.LABELS.search(around.signs) is not None
    )


def has_label(around: Around) -> bool:
    """Return True for a colon before the contact, perhaps with a name in between."""
    return _LABEL.search(around.before) is not None


def is_quoted(around: Around) -> bool:
    """Return True for a contact in quotation marks of its own, as programs and commands have it."""
    return around.before[-1:] in _QUOTES and around.before[-1:] == around.after[:1]


def is_service(around: Around) -> bool:
    """Return True where the contact is right after the word for a service: "hotline: …"."""
    words = around.words_before
    if using.COPULAS.are_in(words[:1]) and using.LABELS.are_in(words[1:_BETWEEN]):
        return True
    return using.SERVES.are_in(words[:_CLOSE])
