"""What to do instead: the platform's own channels that the registry vouches for."""

import datetime as dt

from hotline_check.registry.freshness import is_good
from hotline_check.registry.models import Channel, Platform
from hotline_check.registry.terms import ACCOUNTS, ChannelKind
from hotline_check.verdict.models import Instead

# Fastest first: somebody answers a phone or a chat at once, a form or a mail in days.
_SPEED: dict[ChannelKind, int] = {"phone": 0, "chat": 1, "help-center": 2, "form": 3, "email": 4}
# Desks that do not answer a private customer's question.
_NARROW = frozenset({"complaints", "institutional", "policy"})


def ways_to_reach(
    platform: Platform, today: dt.date, most: int = 4, region: str | None = None
) -> tuple[Instead, ...]:
    """At most `most` good channels for a customer, fastest first, each kind twice at most.

    Senders, complaint desks, lines for some customers and accounts on other networks come last or
    not at all. region: channels that serve it come before the others; the platform's own country
    when it is not known, so that nobody is sent to one foreign branch before the general desk.
    """
    home = region or platform.country
    good = [c for c in platform.channels if is_good(platform, c, today) and _is_for_customers(c)]
    good.sort(key=lambda c: (is_narrow(c), is_elsewhere(c, home), c.slow, _SPEED.get(c.kind, 9)))
    taken: dict[ChannelKind, int] = {}
    out: list[Instead] = []
    for channel in good:
        taken[channel.kind] = taken.get(channel.kind, 0) + 1
        if taken[channel.kind] <= 2 and len(out) < most:
            out.append(Instead(platform=platform.id, channel=channel))
    return tuple(out)


def _is_for_customers(channel: Channel) -> bool:
    sends_only = channel.kind == "email" and channel.value.lower().startswith(
        ("no-reply", "noreply", "do-not-reply", "do.not.reply")
    )
    return channel.kind not in ACCOUNTS and not sends_only


def is_narrow(channel: Channel) -> bool:
    """Return True for a channel that most customers can't use: complaints only, card holders."""
    return bool(channel.customers) or (bool(channel.topics) and set(channel.topics) <= _NARROW)


def is_elsewhere(channel: Channel, region: str | None) -> bool:
    """Return True for a channel of other countries; every channel with countries if None."""
    return bool(channel.regions) and region not in channel.regions
