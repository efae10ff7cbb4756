"""What of the text around a listed contact speaks against listing it.

These rules search whole sentences and tables, and most contacts are not listed, so they are asked
only where a contact would be.
"""

import msgspec

from hotline_check.attribution.doubts.call_logs import as_logged
from hotline_check.attribution.doubts.other_countries import with_other_countries
from hotline_check.attribution.stories.narration import is_narrated
from hotline_check.attribution.written_senders import span
from hotline_check.reading.models import Find


def as_doubted(find: Find, text: str) -> Find:
    """The find with what its text says against it; the same find where that is nothing."""
    return _as_narrated(as_logged(with_other_countries(find, text), text), text)


def _as_narrated(find: Find, text: str) -> Find:
    """The find as one that may have reached somebody, where its text only narrates how it came up.

    An account is named in more ways than it is offered: "Follow @…".
    """
    is_reached = find.origin == "text" and find.readings[0].kind in {"phone", "email"}
    if not is_reached or find.may_have_called or not is_narrated(text, *span(find)):
        return find
    return msgspec.structs.replace(find, may_have_called=True)
