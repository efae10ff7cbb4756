"""The call sheet on a page: choose what the call is about, then print."""

from collections.abc import Sequence
from typing import Final

import msgspec

from hotline_check.errors import HotlineError
from hotline_check.guidance.sheet import Sheet
from hotline_check.registry.terms import Topic
from hotline_check.wording.pages.called import PRINT, WHERE
from hotline_check.wording.screens.channel_guide import HANDLES
from hotline_check.wording.screens.prepare import TITLE, blocks
from hotline_check.wording.terms import vocabulary
from hotline_check.wording.terms.problems import error_line
from hotline_check.wording.text.catalogue import N_, Words
from hotline_check.wording.text.document import Block, below_title

TOPIC: Final = N_("What is the call about?")
ANYTHING: Final = N_("anything")
MAKE: Final = N_("Make the sheet for this")
BACK_TO: Final = N_("Back to {platform}")


class SheetView(msgspec.Struct, frozen=True, kw_only=True):
    """A call sheet. topics: (value, text) to choose from. wrong: what is wrong with the country."""

    platform: str
    title: str
    topic: str
    topics: Sequence[tuple[str, str]]
    chosen: str
    country: str
    given_country: str
    make: str
    print: str
    back: str
    wrong: str | None
    blocks: Sequence[tuple[str, Block]]


def sheet_view(
    sheet: Sheet, _: Words, *, country: str = "", wrong: HotlineError | None = None
) -> SheetView:
    """The sheet with the choices that made it. country: as it was given."""
    return SheetView(
        platform=sheet.platform.id,
        title=_(TITLE, platform=sheet.platform.name),
        topic=_(TOPIC),
        topics=[("", _(ANYTHING)), *((t, _topic(t, _)) for t in HANDLES if t != "general")],
        chosen=sheet.topic or "",
        country=_(WHERE),
        given_country=country,
        make=_(MAKE),
        print=_(PRINT),
        back=_(BACK_TO, platform=sheet.platform.name),
        wrong=error_line(wrong, _) if wrong else None,
        blocks=below_title(blocks(sheet, _)),
    )


def _topic(topic: Topic, _: Words) -> str:
    return _.pair(vocabulary.topic(topic, _), _(HANDLES[topic]))
