"""A mailbox: one mail after another, each after a line that starts with `From `."""

import re
from collections.abc import Iterable, Iterator

from hotline_check.documents.limits import Members
from hotline_check.documents.mail import parser
from hotline_check.documents.mail.lines import Feed, Line
from hotline_check.documents.mail.signs import POSTMARK
from hotline_check.documents.models import Break, Item, Place

_QUOTED = re.compile(rb">+From ")


def items(lines: Iterable[Line], members: Members | None = None) -> Iterator[Item]:
    """The text of every mail, each a document."""
    mailbox = _Mailbox(lines)
    while mailbox.more:
        yield from parser.items(Feed(mailbox.mail()), members)
        yield Break()


class _Mailbox:
    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = iter(lines)
        self._after_blank = True
        self.more = True

    def mail(self) -> Iterator[Line]:
        """The lines of the next mail, without its postmark."""
        for line in self._lines:
            if self._after_blank and line.begins and POSTMARK.match(line.data):
                if line.place.offset:
                    self._after_blank = False
                    return
                continue
            self._after_blank = not line.data.strip()
            if line.begins and _QUOTED.match(line.data):
                place = Place(line.place.offset + 1, line.place.line, 2)
                yield Line(line.data[1:], place, begins=True)
            else:
                yield line
        self.more = False
