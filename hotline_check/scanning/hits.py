"""The results of a scan: contacts with their places and verdicts."""

import msgspec

from hotline_check.documents import Block, Section, Skipped
from hotline_check.documents.models import NOWHERE
from hotline_check.origins import Origin
from hotline_check.reading.models import Find
from hotline_check.verdict.models import Verdict

# Characters kept of the line that a contact is in, on each side of it.
_LINE = 240


class At(msgspec.Struct, frozen=True, kw_only=True):
    """Where a contact is: line and column count from 1, offsets are characters from 0.

    In what is stored encoded (a mail's base64 lines) they are those of the encoded lines.
    section: the part of the file; line and the rest count inside of its innermost member. They
        are None where there are no lines: on a page of a PDF file, in a cell.
    """

    file: str
    section: Section | None = None
    line: int | None
    column: int | None
    start: int | None
    end: int | None


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One contact in a file, judged.

    text: as written there. line: the line around it, and span: where in it the contact is.
    origin: what it is to a reader of the document.
    judged: the verdict, which is the same object for every place of the contact; so sentences can
    be made once for all of them. Its input is that of the first place.
    """

    at: At
    text: str
    judged: Verdict
    line: str
    span: tuple[int, int]
    origin: Origin = "text"

    @property
    def verdict(self) -> Verdict:
        """The verdict about this place's text."""
        return msgspec.structs.replace(self.judged, input=self.text)


Result = Hit | Skipped


def hit_of(name: str, part: Block, found: Find, verdict: Verdict) -> Hit:
    """A find of a block with its verdict and its place in the file."""
    place = part.place(found.start)
    is_in_line = place != NOWHERE
    low, high = max(0, found.start - _LINE), min(found.end + _LINE, len(part.text))
    start = part.text.rfind("\n", low, found.start) + 1 or low
    end = part.text.find("\n", found.end, high)
    end = end if end >= 0 else high
    return Hit(
        at=At(
            file=name,
            section=part.source(found.start).section,
            line=place.line if is_in_line else None,
            column=place.column if is_in_line else None,
            start=place.offset if is_in_line else None,
            end=part.stop(found.end) if is_in_line else None,
        ),
        text=found.text,
        judged=verdict,
        line=part.text[start:end].rstrip(),
        span=(found.start - start, found.end - start),
        origin=found.origin,
    )
