"""What of the text around a listed contact speaks against listing it.

These rules search whole sentences and tables, and most contacts are not listed, so they are asked
only where a contact would be.
"""

from hotline_check.attribution.doubts.call_logs import as_logged
from hotline_check.attribution.doubts.other_countries import with_other_countries
from hotline_check.reading.models import Find


def as_doubted(find: Find, text: str) -> Find:
    """The find with what its text says against it; the same find where that is nothing."""
    return as_logged(with_other_countries(find, text), text)
