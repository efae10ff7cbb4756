"""Channels for those who repeat what they read: nothing unconfirmed, not even in a note."""

import re

import msgspec

from hotline_check.api.results import Channels
from hotline_check.registry.freshness import is_good
from hotline_check.registry.models import Note

# An assistant may have formatted the number that a person typed.
_NO_DIGIT = re.compile(r"\D+")


def only_confirmed(found: Channels) -> Channels:
    """The channels that are listed today, and no note that names another number."""
    platform = found.platform
    good = [c for c in found.channels if is_good(platform, c, found.today)]
    refused = {
        _digits(channel.value)
        for channel in platform.channels
        if channel.kind == "phone" and not is_good(platform, channel, found.today)
    } | {_digits(withheld.value) for withheld in platform.withheld}

    def kept(note: Note | None) -> Note | None:
        texts = [_digits(text) for text in (note.en, note.zh or "")] if note else []
        return None if any(number in text for number in refused for text in texts) else note

    replace = msgspec.structs.replace
    return replace(
        found,
        platform=replace(platform, note=kept(platform.note)),
        channels=tuple(replace(channel, note=kept(channel.note)) for channel in good),
    )


def _digits(text: str) -> str:
    return _NO_DIGIT.sub("", text)
