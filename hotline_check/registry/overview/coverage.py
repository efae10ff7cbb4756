"""How much is known about each platform.

Nothing here depends on the day, so that `docs/coverage.md` changes only when the registry does.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Literal

import msgspec

from hotline_check.registry.models import Channel, Platform
from hotline_check.registry.terms import ChannelKind

PolicyKnown = Literal["stated", "inferred", "secondhand", "some-customers"]


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """What is known about one platform.

    policy: how well its phone policy is known, None where it isn't; "some-customers": of some
    countries or products only. phone and the other channel
    kinds: whether an own page shows one. domains, proved_domains: how many it has, and how many
    of them with a page. oldest_proof: the channel whose newest own page was seen first.
    """

    id: str
    name: str
    policy: PolicyKnown | None
    phone: bool
    help_page: bool
    chat: bool
    email: bool
    x: bool
    telegram: bool
    verify_page: bool
    never_asks: bool
    domains: int
    proved_domains: int
    oldest_proof: dt.date | None


def coverage_of(platform: Platform) -> Coverage:
    """Compute the coverage of one platform."""
    shown = [c for c in platform.channels if is_shown(c)]
    kinds: set[ChannelKind] = {c.kind for c in shown}
    return Coverage(
        id=platform.id,
        name=platform.name,
        policy=_policy(platform),
        phone="phone" in kinds,
        help_page="help-center" in kinds,
        chat="chat" in kinds,
        email="email" in kinds,
        x="x" in kinds,
        telegram="telegram" in kinds,
        verify_page=platform.verify_page is not None,
        never_asks=bool(platform.never_asks),
        domains=len(platform.pins),
        proved_domains=sum(bool(d.sightings) for d in platform.described_domains),
        oldest_proof=min((max(s.seen for s in c.own_sightings) for c in shown), default=None),
    )


def is_shown(channel: Channel) -> bool:
    """Return True for a channel in use, seen on an own page, and undisputed."""
    is_doubtful = channel.disputed or channel.secondhand or channel.retired is not None
    return bool(channel.own_sightings) and not is_doubtful


def _policy(platform: Platform) -> PolicyKnown | None:
    source = platform.phone_policy_source
    if platform.phone_policy == "unknown" or source is None:
        return "some-customers" if platform.policy_scopes else None
    return platform.phone_policy_basis if source.source_kind == "operator" else "secondhand"


# The facts that are counted, in the order of the report.
COUNTED: dict[str, Callable[[Coverage], bool]] = {
    "policy-stated": lambda c: c.policy == "stated",
    "policy-inferred": lambda c: c.policy == "inferred",
    "policy-secondhand": lambda c: c.policy == "secondhand",
    "policy-some-customers": lambda c: c.policy == "some-customers",
    "phone": lambda c: c.phone,
    "help-page": lambda c: c.help_page,
    "chat": lambda c: c.chat,
    "email": lambda c: c.email,
    "x": lambda c: c.x,
    "telegram": lambda c: c.telegram,
    "verify-page": lambda c: c.verify_page,
    "never-asks": lambda c: c.never_asks,
    "domains-proved": lambda c: c.proved_domains > 0,
}


class Totals(msgspec.Struct, frozen=True, kw_only=True):
    """How many of a set of platforms have each fact, by the keys of COUNTED."""

    platforms: int
    counts: dict[str, int]
    oldest_proof: dt.date | None


def totals(rows: Sequence[Coverage]) -> Totals:
    """Add up the coverage of platforms."""
    return Totals(
        platforms=len(rows),
        counts={key: sum(map(is_known, rows)) for key, is_known in COUNTED.items()},
        oldest_proof=min((c.oldest_proof for c in rows if c.oldest_proof), default=None),
    )
