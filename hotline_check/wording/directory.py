"""Lists: a platform's channels, the platforms, what the registry holds."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from hotline_check.registry.models import Channel, Note, Platform
from hotline_check.verdict.freshness import is_good
from hotline_check.verdict.models import RegistryInfo
from hotline_check.verdict.phone import policy_reason
from hotline_check.wording import vocabulary
from hotline_check.wording.card import Line, age_line, sighting, spaced
from hotline_check.wording.catalogue import N_, Words
from hotline_check.wording.layout import pad, wrap
from hotline_check.wording.reasons import reason

_STATES = {
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
_NO_CHANNELS = N_("We know of no channel that fits. That does not mean that there is none.")
_CENSUS = {
    "platforms": N_("platforms"),
    "channels": N_("channels in use"),
    "phones": N_("phone numbers"),
    "listable_phones": N_("phone numbers with fresh proof"),
    "reported_numbers": N_("numbers seen posing as a platform"),
    "countries_with_authorities": N_("countries with places to report to"),
    "oldest_sighting": N_("oldest sighting"),
    "newest_sighting": N_("newest sighting"),
    "policies": N_("phone policy"),
    "coverage": N_("our list of phones"),
    "kinds": N_("kinds"),
    "countries": N_("home countries"),
    "phone_regions": N_("phones by region"),
    "channel_kinds": N_("channel kinds"),
}


def state(platform: Platform, channel: Channel, today: dt.date) -> str:
    """How far the registry stands behind a channel: good, retired, disputed, secondhand, stale."""
    if channel.retired:
        return "retired"
    if channel.disputed:
        return "disputed"
    if channel.secondhand or not channel.own_sightings:
        return "secondhand"
    return "good" if is_good(platform, channel, today) else "stale"


def channel_lines(
    platform: Platform,
    channels: Sequence[Channel],
    today: dt.date,
    registry: RegistryInfo,
    _: Words,
) -> list[Line]:
    """A platform's channels on the screen, phones first."""
    kind = _(vocabulary.KINDS[platform.kind])
    where = f", {platform.country}" if platform.country else ""
    lines = [Line("label", f"{platform.name} ({kind}{where})")]
    lines += _texts([policy(platform, _), *_note(platform.note, _)])
    for channel in sorted(channels, key=lambda c: (c.kind != "phone", c.kind)):
        lines += _channel(platform, channel, today, _)
    if not channels:
        lines += _texts([_(_NO_CHANNELS)])
    lines += [Line("faint", text) for text in wrap(age_line(registry, _))]
    return lines


def policy(platform: Platform, _: Words) -> str:
    """What the platform says of phones, in a sentence."""
    if platform.phone_policy in _POLICY:
        return _(_POLICY[platform.phone_policy])
    return reason(policy_reason(platform), _)


def _channel(platform: Platform, channel: Channel, today: dt.date, _: Words) -> list[Line]:
    standing = state(platform, channel, today)
    value = spaced(channel.value) if channel.kind == "phone" else channel.value
    head = f"{vocabulary.channel(channel.kind, _)}: {value}"
    if standing != "good":
        head += f"  [{_(_STATES[standing])}]"
    details = [vocabulary.topic(t, _) for t in channel.topics]
    details += channel.regions
    details += channel.languages
    if channel.hours:
        details.append(f"{channel.hours} {channel.timezone}")
    if channel.cost:
        details.append(_(vocabulary.COSTS[channel.cost]))
    lines = [Line("plain" if standing == "good" else "warning", t) for t in wrap(head, indent="  ")]
    below = [_.join(details)] if details else []
    below += _note(channel.note, _)
    below += [sighting(s, _) for s in channel.sightings[:2]]
    return lines + _texts(below, indent="    ")


def _note(note: Note | None, _: Words) -> list[str]:
    if note is None:
        return []
    return [(note.zh if _.lang.startswith("zh") else None) or note.en]


def _texts(texts: Iterable[str], indent: str = "  ") -> list[Line]:
    return [Line("plain", part) for text in texts for part in wrap(indent + text, indent=indent)]


def channel_record(
    platform: Platform, channels: Sequence[Channel], today: dt.date, registry: RegistryInfo
) -> dict[str, Any]:
    """The same for programs."""
    return {
        "version": 1,
        **platform_record(platform),
        "channels": [
            {**msgspec.to_builtins(c), "state": state(platform, c, today)} for c in channels
        ],
        "registry": registry,
    }


def platform_lines(platforms: Sequence[Platform], registry: RegistryInfo, _: Words) -> list[Line]:
    """One line a platform: id, name, kind, country, phone policy."""
    lines = []
    for platform in platforms:
        kind = _(vocabulary.KINDS[platform.kind])
        said = _(vocabulary.POLICIES[platform.phone_policy])
        row = f"{pad(platform.id, 22)} {pad(platform.name[:22], 22)} {pad(kind, 15)} "
        lines.append(Line("plain", f"{row}{platform.country or '--'} {said}"))
    count = _.plural(N_("{n} platform."), N_("{n} platforms."), len(platforms))
    return [*lines, Line("faint", f"{count} {age_line(registry, _)}")]


def platform_record(platform: Platform) -> dict[str, Any]:
    """A platform for programs, without its channels."""
    whole: dict[str, Any] = msgspec.to_builtins(platform)
    keys = ("id", "name", "aliases", "kind", "status", "country", "domains", "coverage")
    policies = ("phone_policy", "phone_policy_basis", "phone_policy_source", "calls")
    return {key: whole.get(key) for key in (*keys, *policies)}


def census_lines(counted: Mapping[str, Any], registry: RegistryInfo, _: Words) -> list[Line]:
    """What the registry holds: figures first, then the breakdowns."""
    lines = []
    for key, value in counted.items():
        name = _(_CENSUS[key])
        if isinstance(value, dict):
            rows = ", ".join(f"{_word(word, _)} {n}" for word, n in value.items())
            lines += [Line("label", name), *_texts([rows])]
        else:
            lines.append(Line("plain", f"{pad(name, 40)} {value or '--'}"))
    return [*lines, Line("faint", age_line(registry, _))]


def _word(word: str, _: Words) -> str:
    for table in (vocabulary.POLICIES, vocabulary.KINDS, vocabulary.CHANNELS):
        if word in table:
            return _(table[word])
    return word
