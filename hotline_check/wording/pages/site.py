"""What the static site says beyond the pages that it shares with the local one.

A copy may go unmaintained, so it states facts with their dates and how long they may be relied on,
and checks nothing.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Final

import msgspec

from hotline_check.wording.pages.contacts import ContactView
from hotline_check.wording.pages.frame import PARTS as SHARED
from hotline_check.wording.pages.frame import Part
from hotline_check.wording.pages.verdict import VerdictView
from hotline_check.wording.screens.prepare import BEFORE, general
from hotline_check.wording.text.catalogue import N_, Words
from hotline_check.wording.text.document import Block, Points, below_title

SEARCH: Final = N_("Find a platform")
PARTS: Final[dict[Part, str]] = {
    "platforms": SHARED["platforms"],
    "numbers": N_("Numbers"),
    "before": BEFORE,
    "called": SHARED["called"],
    "report": SHARED["report"],
}
TITLE: Final = N_("Is this support number real? Look it up before you dial.")
ABOUT: Final = N_(
    "Which crypto platforms have a phone line, which number it is, and on which page and day it "
    "was seen."
)
NO_CHECK: Final = N_("This finds names, and checks no numbers.")
NOTHING: Final = N_("No platform of that name is known here. That says nothing about a number.")
QUESTION: Final = N_("Does {platform} have a phone line?")
POSING_NUMBERS: Final = N_("Numbers seen posing as {platform}")
WHOSE: Final = N_("Whose number is {number}?")
ALSO_WRITTEN: Final = N_("Also written: {forms}")
PUBLISHED_BY: Final = N_("{platform} shows this number on a page of its own.")
DOUBTED: Final = N_("It was given as a number of {platform}. Do not rely on it.")
POSING: Final = N_("This number was seen posing as {platform}.")
CALLS: Final = N_(
    "Does it call you? That proves nothing: anybody can make a phone show this number. Hang up."
)
UNTIL: Final = N_("Do not rely on this page after {date}: the proof is too old then.")
CHANGE_HANDS: Final = N_("Numbers change hands: it may belong to an honest person today.")
PUBLISHED_LIST: Final = N_("Numbers that platforms publish")
DOUBTED_LIST: Final = N_("Numbers no longer published, or not confirmed")
REPORTED_LIST: Final = N_("Numbers seen posing as a platform")
REMOVAL: Final = N_("Wrong about you or your number?")
RULES: Final = (
    N_(
        "A number is named as posing only where a public page shows it doing so. That page is "
        "named with it."
    ),
    CHANGE_HANDS,
    N_(
        "It is removed when the page does not show it, when the platform publishes it after all, "
        "or when a new subscriber shows that it is theirs."
    ),
    N_(
        "Say which number it is and why, to the maintainers of the registry. They ask for no "
        "identity papers and no money."
    ),
)
WRITE_TO: Final = N_("Write to: {contact}")
FROM: Final = N_("From the registry of {date}.")
COPY: Final = N_("This is a copy. It checks nothing, and knows nothing of you.")


class NumberLink(msgspec.Struct, frozen=True, kw_only=True):
    """A number with a page of its own. names: the platforms that it is said to belong to."""

    slug: str
    shown: str
    names: str


class ShownBy(msgspec.Struct, frozen=True, kw_only=True):
    """What a platform says of a number. until: the day on which its proof gets too old, ISO."""

    title: str
    platform: str
    link: str
    contact: ContactView
    until: str | None


class PosedAs(msgspec.Struct, frozen=True, kw_only=True):
    """A number that was seen posing as a platform."""

    title: str
    card: VerdictView


class NumberView(msgspec.Struct, frozen=True, kw_only=True):
    """The page of a number."""

    title: str
    description: str
    forms: str
    shown_by: Sequence[ShownBy]
    posed_as: Sequence[PosedAs]
    calls: str
    change_hands: str
    removal: str
    age: str


class NumbersView(msgspec.Struct, frozen=True, kw_only=True):
    """The list of numbers that have a page."""

    title: str
    published_title: str
    published: Sequence[NumberLink]
    doubted_title: str
    doubted: Sequence[NumberLink]
    reported_title: str
    reported: Sequence[NumberLink]
    removal: str
    age: str


class HomeView(msgspec.Struct, frozen=True, kw_only=True):
    """The first page."""

    title: str
    about: str
    search: "SearchView"
    parts: Sequence[tuple[Part, str]]
    age: str


class SearchView(msgspec.Struct, frozen=True, kw_only=True):
    """The field that finds names in the browser."""

    label: str
    hint: str
    nothing: str


class GuideView(msgspec.Struct, frozen=True, kw_only=True):
    """A guide of headings, paragraphs and lists: (kind, block)."""

    title: str
    blocks: Sequence[tuple[str, Block]]


def search_view(_: Words) -> SearchView:
    """The field that finds names."""
    return SearchView(label=_(SEARCH), hint=_(NO_CHECK), nothing=_(NOTHING))


def home_view(date: str, _: Words) -> HomeView:
    """The first page. date: of the registry."""
    return HomeView(
        title=_(TITLE),
        about=_(ABOUT),
        search=search_view(_),
        parts=[(part, _(name)) for part, name in PARTS.items()],
        age=_(FROM, date=date),
    )


def before_view(_: Words) -> GuideView:
    """What to do before a call to any platform."""
    return GuideView(title=_(BEFORE), blocks=below_title(general(_)))


def removal_view(contact: str | None, _: Words) -> GuideView:
    """When and how a number is removed. contact: whom to write to."""
    rules = [_(rule) for rule in RULES]
    if contact:
        rules.append(_(WRITE_TO, contact=contact))
    return GuideView(title=_(REMOVAL), blocks=below_title([Points(rules)]))


def until_text(last: dt.date, _: Words) -> str:
    """Until when a page may be relied on."""
    return _(UNTIL, date=last.isoformat())
