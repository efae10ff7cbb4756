"""Models about fictional platforms, from the entries that the tests share."""

from typing import Any

import msgspec

from hotline_check.registry.models import (
    Authorities,
    Authority,
    Channel,
    Platform,
)
from tests import entries


def platform(**changes: Any) -> Platform:
    return msgspec.convert(entries.platform(**changes), Platform)


def channel(kind: str, value: str, **changes: Any) -> Channel:
    return msgspec.convert(entries.channel(kind, value, **changes), Channel)


def phone(value: str = entries.US_LINE, **changes: Any) -> Channel:
    return channel("phone", value, **changes)


def authority(**changes: Any) -> Authority:
    return msgspec.convert(entries.authority(**changes), Authority)


def country(code: str, *bodies: Authority) -> Authorities:
    return Authorities(country=code, authorities=bodies)
