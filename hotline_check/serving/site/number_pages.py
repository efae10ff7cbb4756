"""What the pages of numbers say."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from hotline_check.registry.freshness import FRESH_DAYS, is_good, last_good_day
from hotline_check.registry.models import Authority, Channel, Platform
from hotline_check.serving.site.facts import Facts
from hotline_check.serving.site.numbers import Number, other_forms
from hotline_check.wording.pages.contacts import contact_view
from hotline_check.wording.pages.site import (
    ALSO_WRITTEN,
    CALLS,
    CHANGE_HANDS,
    DOUBTED,
    DOUBTED_LIST,
    PARTS,
    POSING,
    PUBLISHED_BY,
    PUBLISHED_LIST,
    REMOVAL,
    REPORTED_LIST,
    WHOSE,
    NumberLink,
    NumbersView,
    NumberView,
    PosedAs,
    ShownBy,
    until_text,
)
from hotline_check.wording.pages.verdict import ALL_CONTACTS, verdict_view
from hotline_check.wording.text.catalogue import Words


def number_view(number: Number, facts: Facts, age: str, _: Words) -> NumberView:
    """The page of a number. age: which registry it is from."""
    shown_by = [_shown_by(p, channel, facts, _) for p, channel in number.published]
    posed_as = [_posed_as(number, platform, facts, _) for platform, _report in number.reported]
    forms = other_forms(number.value)
    return NumberView(
        title=_(WHOSE, number=number.shown),
        description=" ".join([*(s.title for s in shown_by), *(p.title for p in posed_as)]),
        forms=_(ALSO_WRITTEN, forms=_.join(forms)) if forms else "",
        shown_by=shown_by,
        posed_as=posed_as,
        calls=_(CALLS),
        change_hands=_(CHANGE_HANDS),
        removal=_(REMOVAL),
        age=age,
    )


def numbers_view(facts: Facts, age: str, _: Words) -> NumbersView:
    """The list of all numbers."""
    good = {n.slug for n in facts.numbers if any(is_good(*p, facts.today) for p in n.published)}
    published = [number for number in facts.numbers if number.published]
    return NumbersView(
        title=_(PARTS["numbers"]),
        published_title=_(PUBLISHED_LIST),
        published=[link_of(number) for number in published if number.slug in good],
        doubted_title=_(DOUBTED_LIST),
        doubted=[link_of(number) for number in published if number.slug not in good],
        reported_title=_(REPORTED_LIST),
        reported=[link_of(number) for number in facts.numbers if number.reported],
        removal=_(REMOVAL),
        age=age,
    )


def last_day(channels: Iterable[tuple[Platform, Channel]]) -> dt.date | None:
    """The last day on which the evidence for all of these channels is fresh; None for none."""
    return min(filter(None, (last_good_day(p, c) for p, c in channels)), default=None)


def last_day_of_number(number: Number, facts: Facts) -> dt.date | None:
    """The last day on which everything that a number's page offers may be relied on."""
    offered = [(p, c) for p, c in number.published if is_good(p, c, facts.today)]
    for platform, _report in number.reported:
        ways = facts.verdicts[number.value, platform.id].instead
        offered += [(platform, way.channel) for way in ways]
    return last_day(offered)


def last_day_of_body(body: Authority) -> dt.date | None:
    """The last day on which the evidence for a public body is fresh; None for a weak one."""
    days = [s.seen for s in body.sightings if s.source_kind == "government"]
    return max(days) + dt.timedelta(days=FRESH_DAYS) if days else None


def link_of(number: Number) -> NumberLink:
    """A link to a number's page."""
    names = ", ".join(platform.name for platform in number.platforms)
    return NumberLink(slug=number.slug, shown=number.shown, names=names)


def _shown_by(platform: Platform, channel: Channel, facts: Facts, _: Words) -> ShownBy:
    good = is_good(platform, channel, facts.today)
    last = last_good_day(platform, channel) if good else None
    return ShownBy(
        title=_(PUBLISHED_BY if good else DOUBTED, platform=platform.name),
        platform=platform.id,
        link=_(ALL_CONTACTS, platform=platform.name),
        contact=contact_view(platform, channel, facts.today, None, _),
        until=until_text(last, _) if last else None,
    )


def _posed_as(number: Number, platform: Platform, facts: Facts, _: Words) -> PosedAs:
    card = verdict_view(facts.verdicts[number.value, platform.id], _)
    return PosedAs(
        title=_(POSING, platform=platform.name), card=msgspec.structs.replace(card, age=None)
    )
