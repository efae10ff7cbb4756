"""The verdict card: what `check` prints, with links where the terminal names commands."""

from collections.abc import Sequence
from typing import Final

import msgspec

from hotline_check.verdict.models import Level, Verdict
from hotline_check.wording.pages.contacts import ContactView, PageSeen, page_seen, way_view
from hotline_check.wording.screens.check import (
    BEWARE,
    FIND_IT,
    INSTEAD,
    PAGES,
    READ_AS,
    WHY,
    age_line,
    break_off,
    digits_to_type,
    if_it_reached,
    may_have_talked,
    never_asked,
    proof_note,
    reading_texts,
    reason_texts,
)
from hotline_check.wording.screens.rows import count_lines, counted, worst_first
from hotline_check.wording.screens.scan import NO_ALL_CLEAR
from hotline_check.wording.terms import vocabulary
from hotline_check.wording.terms.headlines import headline
from hotline_check.wording.text.catalogue import N_, Words
from hotline_check.wording.text.layout import harmless

_MOST_CARDS: Final = 30  # the worst ones; the count is of all
ALL_CONTACTS: Final = N_("All contacts of {platform}")
TALKED: Final = N_("I already talked to them")


class VerdictView(msgspec.Struct, frozen=True, kw_only=True):
    """A verdict on a page, in the order in which it is read.

    level: `danger`, `warning` or `listed`; level_word: the same in words.
    type_digits: what to type instead of pasting. note: a remark on the evidence.
    platform, platform_link: id and link text of the platform's page.
    talked: link text for those who may already have talked to a fraud.
    """

    level: Level
    level_word: str
    headline: str
    type_digits: str | None
    note: str | None
    titles: "CardTitles"
    reading: Sequence[str]
    reasons: Sequence[str]
    pages: Sequence[PageSeen]
    break_off: str | None
    ways: Sequence[ContactView]
    find_it: str | None
    platform: str | None
    platform_link: str | None
    if_it_reached: str | None
    never_asked: str
    talked: str | None
    age: str | None


class CardTitles(msgspec.Struct, frozen=True, kw_only=True):
    """Titles of the card's sections."""

    reading: str
    why: str
    instead: str
    beware: str


class AnswerView(msgspec.Struct, frozen=True, kw_only=True):
    """The cards of a text, the worst first.

    count: how many of each level; None for one card. caution: that not all of it was read.
    """

    count: str | None
    caution: str | None
    cards: Sequence[VerdictView]


def answer_view(verdicts: Sequence[Verdict], _: Words, *, is_whole: bool = True) -> AnswerView:
    """The cards of a text's contacts, each contact with the same verdict once.

    is_whole: False where something in the text could not be read.
    """
    different = {repr((v.reading, v.readings, v.status, v.claim, v.input)): v for v in verdicts}
    found = worst_first(list(different.values()))
    count = " ".join(line.text for line in count_lines(counted(found), _))
    return AnswerView(
        count=count if len(found) > 1 else None,
        caution=None if is_whole else _(NO_ALL_CLEAR),
        cards=[verdict_view(verdict, _) for verdict in found[:_MOST_CARDS]],
    )


def verdict_view(verdict: Verdict, _: Words) -> VerdictView:
    """The card of a verdict."""
    platform = verdict.claim or verdict.platform
    name = verdict.claim_name or verdict.platform_name
    is_listed = verdict.level == "listed"
    return VerdictView(
        level=verdict.level,
        level_word=_(vocabulary.LEVELS[verdict.level]),
        headline=harmless(headline(verdict, _)),
        type_digits=digits_to_type(verdict, _),
        note=proof_note(verdict, _),
        titles=CardTitles(reading=_(READ_AS), why=_(WHY), instead=_(INSTEAD), beware=_(BEWARE)),
        reading=[harmless(text) for text in reading_texts(verdict, _)],
        reasons=[harmless(text) for text in reason_texts(verdict, _)],
        pages=[page_seen(s, _) for s in verdict.sightings[:PAGES]],
        break_off=break_off(verdict, _),
        ways=[] if is_listed else [way_view(found.channel, _) for found in verdict.instead],
        find_it=_(FIND_IT) if not is_listed and not platform else None,
        platform=platform,
        platform_link=_(ALL_CONTACTS, platform=name) if platform else None,
        if_it_reached=if_it_reached(verdict, _),
        never_asked=never_asked(verdict, _),
        talked=_(TALKED) if may_have_talked(verdict) else None,
        age=age_line(verdict.registry, _) if verdict.registry else None,
    )
