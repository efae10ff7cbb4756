"""Output of `channels` and `platforms`."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Final

import msgspec

from hotline_check.guidance.hours import Opening
from hotline_check.registry.freshness import standing
from hotline_check.registry.models import Channel, Platform
from hotline_check.verdict.models import Reason, RegistryInfo
from hotline_check.verdict.phone import policy_reason, scope_reasons
from hotline_check.wording.screens.channel_guide import find_lines, summary_lines
from hotline_check.wording.screens.check import (
    SEEN,
    age_line,
    sighting,
    way,
)
from hotline_check.wording.terms import vocabulary
from hotline_check.wording.terms.names import language
from hotline_check.wording.terms.opening_hours import hours_lines
from hotline_check.wording.terms.phone_format import spaced
from hotline_check.wording.terms.reasons import reason
from hotline_check.wording.terms.whom import whom
from hotline_check.wording.text.catalogue import N_, Words
from hotline_check.wording.text.layout import WIDTH, pad, screen_columns, width, wrap
from hotline_check.wording.text.lines import (
    Line,
    Style,
    note_texts,
    texts,
)

# Lines of a large terminal; more would scroll the fastest way out of sight.
SCREEN: Final = 40
"""Lines that a screen shows without scrolling."""
STATES = {
    "good": N_("published"),
    "retired": N_("RETIRED: do not use"),
    "disputed": N_("DISPUTED: pages disagree"),
    "secondhand": N_("NOT CONFIRMED: pages of others only"),
    "stale": N_("NOT CONFIRMED: our proof is old"),
}
_POLICY = {
    "published": N_("It publishes phone lines."),
    "unknown": N_("We know of no phone line of it, and of no statement that there is none."),
}
_PUBLISHED_ELSEWHERE = N_("A page that is not of {platform} says that it has a phone line.")
_OTHERS_UNKNOWN = N_(
    "For all others we know of no phone line, and of no statement that there is none."
)
_FOR_OTHERS = N_("All others: {policy}")
_QUICKEST = N_("Quickest: {way}")
_ANYTHING = N_("For anything else: {way}")
NONE_YET = N_("How to reach it: we know of no way yet that its own pages confirm.")
SITES = N_("Its own sites")
NO_CHANNELS = N_("We know of no channel that fits. That does not mean that there is none.")


def channel_lines(
    platform: Platform,
    channels: Sequence[Channel],
    today: dt.date,
    registry: RegistryInfo,
    _: Words,
    *,
    openings: Mapping[str, Opening] = {},
    lead: Sequence[Line] = (),
    quickest: Sequence[Channel] | None = None,
    home: str | None = None,
    is_complete: bool = False,
) -> list[Line]:
    """A platform's channels on the screen: the quickest way first, then all of them, phones first.

    Where that is more than a screen, only the confirmed ones, a line for those of a country,
    unless it is to be complete.

    openings: the state of channels that have hours, by value. lead: lines above the channels.
    quickest: the way that most people need and, if that takes few questions, one for any; None
    to say nothing of it. home: the reader's country.
    """
    kind = _(vocabulary.KINDS[platform.kind])
    where = f", {platform.country}" if platform.country else ""
    lines = [Line("label", f"{platform.name} ({kind}{where})")]
    if platform.status == "closed":
        closed = reason(Reason("platform-closed", {"platform": platform.name}), _)
        lines += texts([closed], style="warning")
    if quickest is not None:
        lines += texts(_quickest(quickest, _))
    lines += texts([*policies(platform, _), *note_texts(platform.note, _)])
    lines += lead
    listed = sorted(channels, key=lambda c: (c.kind != "phone", c.kind))
    last = [Line("faint", text) for text in wrap(age_line(registry, _))]
    below = [
        line
        for channel in listed
        for line in _channel(platform, channel, today, openings.get(channel.value), _)
    ]
    if not channels:
        below = texts([_(NO_CHANNELS)])
    below += [*_sites(platform, _), *find_lines(platform, _)]
    good = [c for c in listed if standing(platform, c, today) == "good"]
    if good and not is_complete and len(lines) + len(below) + len(last) > SCREEN:
        below = summary_lines(platform, good, len(listed) - len(good), openings, home, _)
    return [*lines, *below, *last]


def _quickest(ways: Sequence[Channel], _: Words) -> list[str]:
    if not ways:
        return [_(NONE_YET)]
    sentences = (_QUICKEST, _ANYTHING)
    return [_(sentences[i], way=way(channel, _)) for i, channel in enumerate(ways)]


def _sites(platform: Platform, _: Words) -> list[Line]:
    """The domains whose pages are known, each with the newest of them."""
    seen = [
        f"{domain.domain}: {sighting(max(domain.sightings, key=lambda s: s.seen), _)}"
        for domain in platform.described_domains
        if domain.sightings
    ]
    return [Line("label", _(SITES)), *texts(seen, hanging=True)] if seen else []


def policies(platform: Platform, _: Words) -> list[str]:
    """What the platform says of phones: to some of its customers first, where it differs."""
    scoped = [reason(r, _) for r in scope_reasons(platform)]
    if scoped and platform.phone_policy == "unknown":
        return [*scoped, _(_OTHERS_UNKNOWN)]
    source = platform.phone_policy_source
    is_own = source is None or source.source_kind == "operator"
    if platform.phone_policy == "published" and not is_own:
        return [_(_PUBLISHED_ELSEWHERE, platform=platform.name), *scoped]
    if platform.phone_policy in _POLICY:
        return [_(_POLICY[platform.phone_policy]), *scoped]
    everybody = reason(policy_reason(platform), _)
    return [*scoped, _(_FOR_OTHERS, policy=everybody)] if scoped else [everybody]


def _channel(
    platform: Platform, channel: Channel, today: dt.date, opening: Opening | None, _: Words
) -> list[Line]:
    state = standing(platform, channel, today)
    value = spaced(channel.value) if channel.kind == "phone" else channel.value
    head = f"{vocabulary.channel(channel.kind, _)}: {value}"
    if state != "good":
        head += f"  [{_(STATES[state])}]"
    below = details(channel, _)
    if channel.hours and channel.timezone:
        below += hours_lines(channel.hours, channel.timezone, opening, _)
    below += note_texts(channel.note, _)
    below += [sighting(s, _) for s in channel.sightings[:2]]
    style: Style = "label" if state == "good" else "warning"
    return texts([head], style=style) + texts(below, indent="    ")


def details(channel: Channel, _: Words) -> list[str]:
    """Whom and what a channel is for: its topics, countries, languages and cost, in a line."""
    parts = []
    if channel.customers:
        parts.append(_(N_("only for {whom}"), whom=whom(channel.customers, (), _)))
    if channel.topics:
        named = _.join([vocabulary.topic(t, _) for t in channel.topics])
        parts.append(_(N_("for {topics}"), topics=named))
    if channel.regions:
        parts.append(", ".join(channel.regions))
    if channel.languages:
        parts.append(", ".join(map(language, channel.languages)))
    if channel.cost:
        parts.append(_(vocabulary.COSTS[channel.cost]))
    return [" · ".join(parts)] if parts else []


def channel_record(
    platform: Platform,
    channels: Sequence[Channel],
    today: dt.date,
    registry: RegistryInfo,
    *,
    openings: Mapping[str, Opening] = {},
    quickest: Sequence[Channel] = (),
) -> dict[str, Any]:
    """The same for programs; `opening` is null where no hours are published."""
    return {
        "version": 1,
        **platform_record(platform),
        "quickest": [{"kind": c.kind, "value": c.value} for c in quickest],
        "channels": state_records(platform, channels, today, openings),
        "registry": registry,
    }


def state_records(
    platform: Platform,
    channels: Sequence[Channel],
    today: dt.date,
    openings: Mapping[str, Opening],
) -> list[dict[str, Any]]:
    """Channels in the registry's own keys, each with its state and whether it is open."""
    return [
        {
            **msgspec.to_builtins(msgspec.structs.replace(c, remarks=())),
            "state": standing(platform, c, today),
            "opening": msgspec.to_builtins(openings.get(c.value)),
        }
        for c in channels
    ]


def platform_lines(platforms: Sequence[Platform], registry: RegistryInfo, _: Words) -> list[Line]:
    """Two lines per platform: id, name, kind, country, phone policy; its main domain."""
    lines: list[Line] = []
    if platforms and screen_columns() == WIDTH:
        heads = (_(N_("id")), _(N_("name")), _(N_("kind")), "", _(N_("phone lines")))
        lines = _platform_row(*heads, style="label")
    for platform in platforms:
        kind = _(vocabulary.KINDS[platform.kind])
        said = _(vocabulary.POLICIES[_said(platform)])
        lines += _platform_row(platform.id, platform.name, kind, platform.country or "--", said)
        lines += texts(_main_domain(platform, _), "    ", hanging=True, style="faint")
    count = _.plural("{n} platform.", "{n} platforms.", len(platforms))
    return [*lines, *texts([f"{count} {age_line(registry, _)}"], "", style="faint")]


def _platform_row(
    name: str, title: str, kind: str, country: str, said: str, style: Style = "plain"
) -> list[Line]:
    """A row of the table; on a narrow screen the id and, below it, the rest in running text."""
    if screen_columns() < WIDTH:
        rest = " · ".join((title, kind, country, said))
        return [Line(style, name), *texts([rest], "    ", style=style)]
    room = 38 - max(len(name), 20)  # ids get copied, so the name is cut instead
    cut = title if width(title) <= room else title[:room]
    return [
        Line(style, f"{pad(name, 20)} {pad(cut, room)} {pad(kind, 15)} {pad(country, 2)} {said}")
    ]


def _main_domain(platform: Platform, _: Words) -> list[str]:
    """The main domain, with the date of the newest page that shows its owner."""
    if not platform.pins:
        return []
    seen = [s.seen for d in platform.described_domains[:1] for s in d.sightings]
    is_shown = bool(seen) and platform.described_domains[0].domain == platform.pins[0]
    return [_.aside(platform.pins[0], [_(SEEN, date=max(seen).isoformat())] if is_shown else [])]


def _said(platform: Platform) -> str:
    has_lines_for_some = any(s.policy == "published" for s in platform.policy_scopes)
    is_for_all = platform.phone_policy == "published" or not has_lines_for_some
    return platform.phone_policy if is_for_all else "some"


def platform_record(platform: Platform) -> dict[str, Any]:
    """A platform without its channels, for programs."""
    whole: dict[str, Any] = msgspec.to_builtins(platform)
    keys = ("id", "name", "aliases", "kind", "status", "country", "domains", "coverage")
    said = ("phone_policy", "phone_policy_basis", "phone_policy_source", "calls", "calls_basis")
    return {
        **{key: whole.get(key) for key in (*keys, *said)},
        "domains": list(platform.pins),
        "domain_sightings": msgspec.to_builtins(platform.described_domains),
        "policy_scopes": msgspec.to_builtins(platform.policy_scopes),
    }
