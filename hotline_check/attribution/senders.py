"""Whom the sender of a mail says to be.

Almost every newsletter, alert and friend's mail names a platform somewhere, so the body alone
convicts no sender. A sender poses as a platform by its shown name or address, by a subject that
speaks as the platform ("Your Coinbase account"), or by how it signs ("Coinbase Support Team").
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import Final, NamedTuple

from hotline_check.attribution.masked_sentence import masked
from hotline_check.attribution.offers import speaks_for
from hotline_check.attribution.owners.hosts import names_owner
from hotline_check.attribution.vocabulary import BRAND, SERVICE
from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.brands.mentions import Mention
from hotline_check.reading.models import Find

Span = tuple[int, int]
# Finds the platforms that a text names.
Spot = Callable[[str], Iterable[Mention]]

_PATH: Final = lazy_pattern(r"[/\\#]")
# Before the subject of a reply, which names the platform that somebody else wrote as.
_ANSWER: Final = lazy_pattern(
    r"\s*(?:re|aw|fwd?|wg|tr|rv|antw|sv|vs|回复|回覆|转发|轉寄|返信)\s*[:\uff1a]", re.IGNORECASE
)
# From here on another person speaks.
_FORWARDED: Final = lazy_pattern(
    r"""
    ^\s*>                                                          # a quoted line
    | -{3,}[^\n]*(?:original|forwarded|weitergeleitete|transféré)  # "----- Original message"
    | ^On[ ][^\n]{1,120}[ ]wrote:                                  # "On Monday Jane Doe wrote:"
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
_SIGNATURE: Final = lazy_pattern(
    rf"""
    ^\W*(?:(?:the|your|ihr|dein|tu|su|votre)\W+)?
    (?:{BRAND}\W+(?:\w+\W+){{0,2}}?(?:team|security|{SERVICE})(?:\W+\w+){{0,2}}
      | (?:team|equipo|equipe|[ée]quipe|{SERVICE})\W+(?:\w+\W+){{0,2}}?{BRAND})
    \W*$
    """,
    re.IGNORECASE | re.VERBOSE | re.MULTILINE,
)
_THROUGH: Final = lazy_pattern(
    r"\b(?:via|at|on|by|from|in|through|von|par|por|über)\b", re.IGNORECASE
)
# Characters of a mail in which its signature is looked for.
_LONGEST_MAIL: Final = 16_384


class Fields(NamedTuple):
    """Where the header fields of mails are in a text.

    senders: shown as whom the mail is from, or as whom an answer goes to. envelopes: who passed
    it on. subjects: its subject.
    """

    senders: Sequence[Span] = ()
    envelopes: Sequence[Span] = ()
    subjects: Sequence[Span] = ()


NO_FIELDS: Final = Fields()


class Senders:
    """Whom the senders of one mail say to be. speaker: the first platform among these, if any."""

    def __init__(self, text: str, fields: Fields, finds: Iterable[Find], spot: Spot) -> None:
        self._text = text
        self._fields = fields
        self._spot = spot
        self._finds = sorted(
            (find for find in finds if find.origin == "sender"), key=lambda find: find.start
        )
        self._first_in: dict[Span, str | None] = {}
        self._said = {find.start: self._named_by(find) for find in self._finds}
        self.speaker = next((name for name in self._said.values() if name), None)
        if self.speaker is None and self._finds:
            self._speak_elsewhere()

    def claim(self, find: Find) -> str | None:
        """The platform that a sender says to be.

        An answer goes to the Reply-To address, so it is offered as whom the mail says to be from.
        """
        if _within(self._fields.envelopes, find.start) is not None:
            return None
        if find.start in self._said:
            return self._said[find.start] or self.speaker
        return self.speaker

    def _named_by(self, find: Find) -> str | None:
        """The platform in the name or the address of a sender."""
        field = _within(self._fields.senders, find.start)
        if field is None:
            return None
        name = self._text[field[0] : find.start]
        if _THROUGH.search(name) and names_owner(find, name):
            return None
        stretch = field[0], max(find.end, field[1])
        if stretch not in self._first_in:  # the senders of a field share its names
            self._first_in[stretch] = self._first(self._text[slice(*stretch)])
        return self._first_in[stretch]

    def _first(self, text: str) -> str | None:
        """The first platform of a text that is no part of a path, as in `coinbase/sdk`."""
        for mention in self._spot(text):
            if not _PATH.search(
                text[max(0, mention.start - 1) : mention.start]
                + text[mention.end : mention.end + 1]
            ):
                return mention.platform
        return None

    def _speak_elsewhere(self) -> None:
        """Find the platform as which the subject or the signature speaks."""
        for find in self._finds:
            field = _within(self._fields.senders, find.start)
            if field and names_owner(find, self._text[field[0] : find.start]):
                return  # a company that writes in its own name
        for start, end in self._fields.subjects:
            subject = self._text[start:end]
            named = list(self._spot(subject))
            if _ANSWER.match(subject) or self._first(subject) is None:
                continue
            if speaks_for(masked(subject, 0, len(subject), named)):
                self.speaker = named[0].platform
                return
        end = max((high for spans in self._fields for _, high in spans), default=0)
        body = self._text[end : end + _LONGEST_MAIL]
        cut = _FORWARDED.search(body)
        body = body[: cut.start()] if cut else body
        named = list(self._spot(body))
        for line in _lines(body, named):
            if _SIGNATURE.search(masked(body, *line, named)):
                self.speaker = next(m.platform for m in named if line[0] <= m.start < line[1])
                return


def _lines(text: str, named: Iterable[Mention]) -> Iterable[Span]:
    """The lines of a text that name a platform."""
    for mention in named:
        end = text.find("\n", mention.end)
        yield text.rfind("\n", 0, mention.start) + 1, len(text) if end < 0 else end


def _within(spans: Sequence[Span], at: int) -> Span | None:
    """The one of spans in order, without overlaps, that holds a place."""
    before = bisect_right(spans, at, key=itemgetter(0))
    return spans[before - 1] if before and at < spans[before - 1][1] else None
