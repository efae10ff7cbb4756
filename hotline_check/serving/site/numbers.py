"""The numbers that have a page: what platforms publish and what was seen posing as them."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

import msgspec
import phonenumbers
from phonenumbers import PhoneNumberFormat

from hotline_check.registry.models import Channel, Platform, Reported, ReportedNumber
from hotline_check.wording.terms.phone_format import spaced

_SHORTEST: Final = 5  # digits of a number at home without its trunk prefix


class Number(msgspec.Struct, frozen=True, kw_only=True):
    """A number with everything that the registry says of it.

    slug: its name in addresses. published: who gives it as a phone line, in whatever state.
    reported: as whom it was seen posing.
    """

    slug: str
    value: str
    region: str | None
    published: Sequence[tuple[Platform, Channel]]
    reported: Sequence[tuple[Platform, ReportedNumber]]

    @property
    def shown(self) -> str:
        """The number as people write it."""
        return spaced(self.value)

    @property
    def platforms(self) -> list[Platform]:
        """Whose it is, or is said to be."""
        return [platform for platform, _ in (*self.published, *self.reported)]

    @property
    def seen(self) -> dt.date:
        """The newest day on which it was seen anywhere."""
        days = [s.seen for _, channel in self.published for s in channel.sightings]
        days += [s.seen for _, number in self.reported for s in number.sightings]
        return max(days)


def numbers(platforms: Sequence[Platform], reported: Sequence[Reported]) -> list[Number]:
    """Every number of the registry, by its digits."""
    by_id = {platform.id: platform for platform in platforms}
    published: dict[tuple[str, str | None], list[tuple[Platform, Channel]]] = {}
    posing: dict[tuple[str, str | None], list[tuple[Platform, ReportedNumber]]] = {}
    for platform in platforms:
        for channel in platform.channels:
            if channel.kind == "phone":
                published.setdefault(_key(channel), []).append((platform, channel))
    for report in reported:
        for number in report.numbers:
            posing.setdefault((number.value, None), []).append((by_id[report.platform], number))
    found = [
        Number(
            slug=_slug(value, region),
            value=value,
            region=region,
            published=published.get((value, region), ()),
            reported=posing.get((value, region), ()),
        )
        for value, region in {**published, **posing}
    ]
    return sorted(found, key=lambda number: number.slug)


def other_forms(value: str) -> list[str]:
    """How else people write a number: by its digits, and at home."""
    if not value.startswith("+"):
        return []
    parsed = phonenumbers.parse(value)
    home = phonenumbers.format_number(parsed, PhoneNumberFormat.NATIONAL)
    bare = str(parsed.national_number)
    forms = [value, home, "-".join(home.replace("(", "").replace(")", "").split())]
    if len(bare) >= _SHORTEST:
        forms.append(bare)
    return [form for form in dict.fromkeys(forms) if form != spaced(value)]


def _key(channel: Channel) -> tuple[str, str | None]:
    is_whole = channel.value.startswith("+")
    return channel.value, None if is_whole else channel.regions[0]


def _slug(value: str, region: str | None) -> str:
    return f"{region.lower()}-{value}" if region else value.removeprefix("+")
