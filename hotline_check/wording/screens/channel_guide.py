"""Guide to the right channel: desks by topic, how to find a number, QR codes."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

import msgspec

from hotline_check.guidance.hours import Opening
from hotline_check.registry.models import Channel, Platform
from hotline_check.registry.terms import Topic
from hotline_check.wording.screens.check import way, way_words
from hotline_check.wording.terms import vocabulary
from hotline_check.wording.terms.names import country
from hotline_check.wording.terms.opening_hours import opening_text
from hotline_check.wording.terms.phone_format import spaced
from hotline_check.wording.text.catalogue import N_, Words
from hotline_check.wording.text.lines import Line, note_texts, texts

HANDLES: dict[Topic, str] = {
    "account": N_("signing up, signing in, what the account may do"),
    "security": N_("a break-in, a suspected fraud, how to protect the account"),
    "trading": N_("buying, selling, deposits, withdrawals"),
    "technical": N_("faults of the site or the app, crashes"),
    "policy": N_("trading rules, fees, identity checks"),
    "general": N_("anything"),
    "complaints": N_("a complaint, mostly after support has answered once"),
    "institutional": N_("companies and professional clients"),
    "lock-account": N_("stopping an account at once"),
}
FOR_TOPIC = N_("Desk for {topic}: {handled}.")
NO_DESK = N_("{platform} names no desk for this. These channels take questions of all kinds.")

FIND = N_("Find the number yourself")
FIND_SITE = N_(
    "Type {domain} into the browser yourself. Look at the foot of the page and under Contact us "
    "or Help."
)
FIND_SITES = N_(
    "Type one of these into the browser yourself: {domains}. Look at the foot of the page and "
    "under Contact us or Help."
)
FIND_NO_SITE = N_(
    "We know no web address of {platform}. Take it from a letter, card or app "
    "that you already have."
)
FIND_APP = N_("In the app that you already have: look under Settings, Help or Support.")
FIND_ACCOUNTS = N_(
    "Accounts on X, Telegram and the like: only those that its own site or app links to. A number "
    "in a post must stand on its site too."
)
FIND_NOT = N_(
    "Take no number from a search engine, an ad, an AI answer, a forum or a post: anybody can "
    "plant one there. It is a lead to check: hotline-check check NUMBER -p {platform}"
)
RESPONSE = N_("How fast each channel answers: see the contact page, where {platform} publishes it.")

_ALL = N_("All of them, with hours, remarks and pages: hotline-check channels {platform} --all")

SCAN = N_("Scan to dial {number} ({place}).")
SCAN_ANYWHERE = N_("Scan to dial {number}.")
SCAN_COMPARE = N_("Compare the number on your phone with this one before you press dial.")
SCAN_OTHERS = N_("Other numbers of {platform} may suit you better: add --region or --topic.")


def topic_lines(platform: Platform, topic: Topic, named: bool, _: Words) -> list[Line]:
    """What the desk for a topic handles, and whether the platform names one."""
    head = _(FOR_TOPIC, topic=vocabulary.topic(topic, _), handled=_(HANDLES[topic]))
    below = [] if named else [_(NO_DESK, platform=platform.name)]
    return texts([head, *below])


def summary_lines(
    platform: Platform,
    channels: Sequence[Channel],
    left_out: int,
    openings: Mapping[str, Opening],
    home: str | None,
    _: Words,
) -> list[Line]:
    """Confirmed channels without their pages: phones by desk and country, then the others.

    left_out: how many more there are, which are not confirmed. home: the reader's country, on
    whose phones the remarks are shown.
    """

    def remarks(channel: Channel) -> tuple[str, ...]:
        is_near = not channel.regions or home in channel.regions
        return tuple(note_texts(channel.note, _)) if is_near else ()

    def state(channel: Channel) -> tuple[str, ...]:
        opening = openings.get(channel.value)
        if not (opening and channel.hours and channel.timezone):
            return ()
        return (opening_text(opening, channel.hours, channel.timezone, _),)

    lines: list[Line] = []
    phones = [channel for channel in channels if channel.kind == "phone"]
    for desk in _alike(phones, lambda c: (c.customers, c.topics)):
        anywhere = msgspec.structs.replace(desk[0], regions=())
        title = _.aside(vocabulary.channel("phone", _), way_words(anywhere, _))
        lines += texts([title], hanging=True, style="label")
        for same in _alike(desk, lambda c: (c.regions, state(c), remarks(c))):
            numbers = _.join([spaced(channel.value) for channel in same])
            where = [", ".join(same[0].regions)] if same[0].regions else []
            lines += texts([_.aside(numbers, where)], "    ", hanging=True)
            lines += texts([*state(same[0]), *remarks(same[0])], "      ")
    for channel in channels:
        if channel.kind != "phone":
            lines += texts([way(channel, _)], hanging=True, style="label")
            lines += texts([*state(channel), *remarks(channel)], "      ")
    more = [_(FIND_NOT, platform=platform.id)]
    if left_out:
        sentence = _.plural(
            "{n} more is not confirmed or no longer valid.",
            "{n} more are not confirmed or no longer valid.",
            left_out,
        )
        more.append(sentence)
    more.append(_(_ALL, platform=platform.id))
    return [*lines, *texts(more, hanging=True)]


def _alike(
    channels: Sequence[Channel], key: Callable[[Channel], Hashable]
) -> Iterable[list[Channel]]:
    """Channels with the same key together, in the order of the first of each."""
    found: dict[Hashable, list[Channel]] = {}
    for channel in channels:
        found.setdefault(key(channel), []).append(channel)
    return found.values()


def find_lines(platform: Platform, _: Words) -> list[Line]:
    """How to find the official number without this program, with a warning."""
    ways = [*find_ways(platform, _), _(RESPONSE, platform=platform.name)]
    return [Line("label", _(FIND)), *texts(ways, hanging=True)]


def find_ways(platform: Platform, _: Words) -> list[str]:
    """The ways to find the official number, safest first, and a warning."""
    return [
        _site(platform, _),
        _(FIND_APP),
        _(FIND_ACCOUNTS),
        _(FIND_NOT, platform=platform.id),
    ]


def _site(platform: Platform, _: Words) -> str:
    if not platform.pins:
        return _(FIND_NO_SITE, platform=platform.name)
    if len(platform.pins) == 1:
        return _(FIND_SITE, domain=platform.pins[0])
    return _(FIND_SITES, domains=_.join(list(platform.pins[:3])))


def code_lines(
    platform: Platform, dialable: Sequence[Channel], code: Sequence[str], _: Words
) -> list[Line]:
    """The QR code of the first dialable channel, with the number in digits below it."""
    channel = dialable[0]
    number = spaced(channel.value)
    if channel.regions:
        where = _.join([country(r, _) for r in channel.regions])
        caption = _(SCAN, number=number, place=where)
    else:
        caption = _(SCAN_ANYWHERE, number=number)
    below = [caption, _(SCAN_COMPARE)]
    if len(dialable) > 1:
        below.append(_(SCAN_OTHERS, platform=platform.name))
    return [*(Line("code", row) for row in code), *texts(below)]
