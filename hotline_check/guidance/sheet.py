"""Data of the call sheet: whom to call, opening state, what support never asks for."""

import datetime as dt

import msgspec

from hotline_check.guidance.desks import channels_to_call
from hotline_check.guidance.hours import Opening, openings
from hotline_check.registry.models import Channel, Platform
from hotline_check.registry.terms import Topic
from hotline_check.verdict.models import RegistryInfo


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """The data of a call sheet.

    channels: the ones to use, best first, all with good evidence.
    openings: by channel value, for those that have hours. made: when the sheet is made.
    """

    platform: Platform
    topic: Topic | None
    channels: tuple[Channel, ...]
    openings: dict[str, Opening]
    made: dt.datetime
    registry: RegistryInfo


def prepare(
    platform: Platform,
    topic: Topic | None,
    region: str | None,
    now: dt.datetime,
    registry: RegistryInfo,
) -> Sheet:
    """Collect the data for a call to a platform about a topic."""
    channels = channels_to_call(platform, topic, region, now.date())
    return Sheet(
        platform=platform,
        topic=topic,
        channels=channels,
        openings=openings(platform, channels, now),
        made=now,
        registry=registry,
    )
