"""Contacts of the registry on a page: only these can be dialled, written to or opened."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from hotline_check.guidance.hours import Opening
from hotline_check.registry.freshness import standing
from hotline_check.registry.models import (
    Authority,
    AuthoritySighting,
    Channel,
    Platform,
    ReportTo,
    Sighting,
)
from hotline_check.wording.pages.notes import NoteView, note_views
from hotline_check.wording.screens.channels import STATES, details
from hotline_check.wording.screens.check import sighting_words, way_words
from hotline_check.wording.terms import vocabulary
from hotline_check.wording.terms.opening_hours import hours_text, opening_text
from hotline_check.wording.terms.phone_format import spaced
from hotline_check.wording.text.catalogue import N_, Words

PAGES = 2  # pages shown for each contact
OPEN = N_("Open now")
CLOSED = N_("Closed now")
# Pages of these sources can be opened; anybody may have written the others.
_TRUSTED = frozenset({"operator", "regulator", "government"})


class PageSeen(msgspec.Struct, frozen=True, kw_only=True):
    """A page that shows something. words: when and how it was seen.

    href: where it opens; None for a page that anybody may have written.
    """

    url: str
    words: str
    href: str | None

    @property
    def shown(self) -> str:
        """The address as it is read, without `https://`."""
        return self.url.removeprefix("https://")


class OpeningView(msgspec.Struct, frozen=True, kw_only=True):
    """Opening hours. is_open: None where the present state is not known."""

    hours: str
    is_open: bool | None = None
    state: str | None = None
    until: str | None = None


class ContactView(msgspec.Struct, frozen=True, kw_only=True):
    """One way to reach a platform or a public body.

    href: what a press on it does; None unless our evidence for it is good.
    warning: why it should not be used. tel: what a phone dials.
    """

    kind: str
    kind_word: str
    shown: str
    href: str | None
    details: str = ""
    warning: str | None = None
    opening: OpeningView | None = None
    notes: Sequence[NoteView] = ()
    pages: Sequence[PageSeen] = ()

    @property
    def tel(self) -> str | None:
        """The `tel:` address, for a code that a phone reads."""
        return self.href if self.href and self.href.startswith("tel:") else None


def contact_view(
    platform: Platform, channel: Channel, today: dt.date, opening: Opening | None, _: Words
) -> ContactView:
    """A channel with all that is known of it."""
    state = standing(platform, channel, today)
    return ContactView(
        kind=channel.kind,
        kind_word=vocabulary.channel(channel.kind, _),
        shown=shown_value(channel.kind, channel.value),
        href=address(channel.kind, channel.value) if state == "good" else None,
        details=" · ".join(details(channel, _)),
        warning=None if state == "good" else _(STATES[state]),
        opening=opening_view(channel, opening, _),
        notes=note_views(channel.note, _),
        pages=[page_seen(s, _) for s in channel.sightings[:PAGES]],
    )


def way_view(channel: Channel, _: Words) -> ContactView:
    """A channel with good evidence in a line: what it is for, and nothing more."""
    return ContactView(
        kind=channel.kind,
        kind_word=vocabulary.channel(channel.kind, _),
        shown=shown_value(channel.kind, channel.value),
        href=address(channel.kind, channel.value),
        details=" · ".join(way_words(channel, _)),
    )


def report_view(to: ReportTo, _: Words) -> ContactView:
    """Where a platform wants fraud reported."""
    return ContactView(
        kind=to.kind,
        kind_word=vocabulary.channel(to.kind, _),
        shown=shown_value(to.kind, to.value),
        href=address(to.kind, to.value),
        pages=[page_seen(s, _) for s in to.sightings[:PAGES]],
    )


def page_seen(seen: Sighting | AuthoritySighting, _: Words) -> PageSeen:
    """A page with when and how it was seen."""
    return PageSeen(
        url=seen.url,
        words=_.join(sighting_words(seen, _)),
        href=seen.url if seen.source_kind in _TRUSTED else None,
    )


def opening_view(desk: Channel | Authority, state: Opening | None, _: Words) -> OpeningView | None:
    """The opening hours of a desk and its present state; None for a desk without hours."""
    if not desk.hours or not desk.timezone:
        return None
    hours = hours_text(desk.hours, desk.timezone, _)
    if state is None:
        return OpeningView(hours=hours)
    return OpeningView(
        hours=hours,
        is_open=state.open,
        state=_(OPEN if state.open else CLOSED),
        until=opening_text(state, desk.hours, desk.timezone, _),
    )


def shown_value(kind: str, value: str) -> str:
    """A contact as people write it."""
    return spaced(value) if kind == "phone" else value


def address(kind: str, value: str) -> str | None:
    """The URL that reaches a contact of the registry; None for a mere account name."""
    if kind == "phone":
        return f"tel:{value}"
    if kind == "email":
        return f"mailto:{value}"
    return value if value.startswith("https://") else None
