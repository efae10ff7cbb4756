"""Telegram's export of a chat as pages -> its messages, each with its writer and time."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import chain
from typing import Final

from hotline_check.documents.models import Break, Item, Piece
from hotline_check.documents.source_map import Strip

# The title of every page that Telegram Desktop exports, in any language.
_EXPORT: Final = re.compile(r"<title>Exported Data</title>", re.IGNORECASE)
_MESSAGE: Final = re.compile(r'<div class="message [^"]*"')
_SPEAKER: Final = re.compile(r'<div class="from_name">\s*([^<]{1,200}?)\s*<')
_TIME: Final = re.compile(r'<div class="[^"]*\bdate\b[^"]*" title="([^"]{1,60})"')
_CHAT: Final = re.compile(r'<div class="text bold">\s*([^<]{1,200}?)\s*<')
# Looking for messages after each small chunk would search the same text again and again.
_STEP: Final = 16_384
# Characters of a message that are read as one; a longer one is read in parts.
_LONGEST: Final = 1_048_576


def is_export(head: str) -> bool:
    """Return True for a page that Telegram's program wrote."""
    return _EXPORT.search(head) is not None


def items(source: Iterable[Piece]) -> Iterator[Item]:
    """What each message shows; after it who wrote it, and when."""
    strip, chat, wanted = Strip(), "", _STEP
    messages = _Messages()
    for piece in chain(source, (None,)):
        if piece is not None:
            strip.add(piece)
            if len(strip) < wanted:
                continue
        text, at = strip.text, 0
        chat = chat or _named(_CHAT, text)
        for found in _MESSAGE.finditer(text):
            yield from messages.read(strip, at, found.start(), chat)
            at = found.start()
        if piece is None or len(text) - at > _LONGEST:
            yield from messages.read(strip, at, len(text), chat)
            at = len(text)
        strip = strip.drop(at)
        wanted = len(strip) + _STEP


class _Messages:
    """Knows who wrote last: further messages of the same person don't name them again."""

    def __init__(self) -> None:
        self._speaker = ""

    def read(self, strip: Strip, start: int, end: int, chat: str) -> Iterator[Item]:
        """One message, which is a page of its own."""
        if start == end:
            return
        text = strip.text[start:end]
        self._speaker = _named(_SPEAKER, text) or self._speaker
        from hotline_check.documents.html import reader  # `is_export` is asked of every page

        yield from reader.pieces(strip.part(start, end))
        yield Break(title=chat, speaker=self._speaker, time=_named(_TIME, text))


def _named(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return " ".join(unescape(found[1]).split()) if found else ""
