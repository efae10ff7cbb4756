"""Text of a document that its readers do not see, and in which we read no contact."""

from collections.abc import Sequence

from hotline_check.documents.blocks import Block
from hotline_check.documents.models import Skipped
from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.models import Find

HIDDEN_TEXT = "hidden-text"

# What a part of a contact has; menus and previews of a mail, which are hidden too, have none.
_MAY_BE_CONTACT = lazy_pattern(r"(?:\d\D{0,4}){3}|[@＠]")


def hidden_text(part: Block, finds: Sequence[Find]) -> Skipped | None:
    """A note about the hidden texts of a block in which something like a contact is left over."""
    places = []
    for first, last in part.spans("hidden"):
        start, end = max(first, part.low), min(last, part.high)
        covered = any(found.start < end and start < found.end for found in finds)
        if not covered and _MAY_BE_CONTACT.search(part.text, start, max(start, end)):
            places.append(start)
    if not places:
        return None
    count = {"count": str(len(places))}
    section = part.source(places[0]).section
    line = part.place(places[0]).line or None
    return Skipped(reason=HIDDEN_TEXT, section=section, line=line, args=count)
