"""A pasted string read whole, with the markup that it may have: tags, links, BBCode."""

from hotline_check.reading.models import Find, Hints
from hotline_check.reading.plain_text import read_plain


def read_whole(text: str, hints: Hints) -> tuple[Find, ...]:
    """The contacts of a pasted string, or the one problem that it has."""
    return read_plain(text, hints, _take_off)


def _take_off(text: str, hints: Hints) -> tuple[str, list[Find]]:
    from hotline_check.reading.html_snippet import take_off  # few strings hold tags or links

    return take_off(text, hints)
