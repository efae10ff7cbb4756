"""Plan a run: which channels to look for on which pages."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from typing import Literal

import msgspec

from hotline_check.registry.models import Channel, Platform
from hotline_check.upkeep.confirm.proof import file_url, proving_domains, record_name
from hotline_check.upkeep.live_lookup import page_sightings
from hotline_check.upkeep.web.search_page import WantedValue, is_searchable, wanted_value
from hotline_check.upkeep.web.url import target_of

Proof = Literal["file", "dns"]  # where an owner may have published one


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """A page to fetch for a platform, or a place where its owner may have published a proof."""

    platform: Platform
    url: str
    host: str
    proof: Proof | None = None


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """The work for one platform: its pages, and the channels that are due."""

    platform: Platform
    due: tuple[Channel, ...]
    work: tuple[Work, ...]


def plan(
    platforms: Sequence[Platform],
    today: dt.date,
    *,
    only: Collection[str] = (),
    older_than: dt.timedelta | None = None,
    proofs: Collection[Proof] = ("file", "dns"),
) -> list[Plan]:
    """The work for each platform that has any.

    only: ids, all platforms when empty. older_than: leave alone what was seen since. proofs: the
    kinds of owner proof to look for. A closed platform is left alone: whoever bought its domain
    could confirm whatever they like.
    """
    out = []
    for platform in platforms:
        if platform.status == "closed" or (only and platform.id not in only):
            continue
        due = tuple(c for c in wanted_channels(platform) if _is_due(c, today, older_than))
        if due:
            work = tuple(_work(platform, due, proofs))
            out.append(Plan(platform=platform, due=due, work=work))
    return out


def wanted_channels(platform: Platform) -> Iterator[Channel]:
    """The channels of a platform that a page can confirm."""
    for channel in platform.channels:
        current = channel.retired is None and not channel.secondhand
        if current and channel.own_sightings and is_searchable(wanted_value(channel)):
            yield channel


def wanted(platform: Platform) -> tuple[WantedValue, ...]:
    """The values to look for on every page of a platform."""
    return tuple(wanted_value(channel) for channel in wanted_channels(platform))


def _is_due(channel: Channel, today: dt.date, older_than: dt.timedelta | None) -> bool:
    newest = max(s.seen for s in channel.own_sightings)
    return older_than is None or newest <= today - older_than


def _work(platform: Platform, due: Sequence[Channel], proofs: Collection[Proof]) -> Iterator[Work]:
    urls = dict.fromkeys(s.url for channel in due for s in page_sightings(channel))
    for url in urls:
        target = target_of(url)
        yield Work(platform=platform, url=url, host=target.host if target else url)
    for domain in proving_domains(platform.pins):
        if "file" in proofs:
            yield Work(platform=platform, url=file_url(domain), host=domain, proof="file")
        if "dns" in proofs:
            name = record_name(domain)
            yield Work(platform=platform, url=f"https://{name}/", host=name, proof="dns")
