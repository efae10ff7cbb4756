"""A link of a page, while its text is being read."""

from typing import Final

from msgspec.structs import replace

from hotline_check.documents.models import Piece
from hotline_check.urls import MAY_SHOW_CONTACT

# Characters of a link's text that are kept.
MOST_SHOWN: Final = 256


class PageLink:
    """A place that the page leads to, and what it shows there.

    is_open: its text still goes on. is_within: the place is on the same site, so it matters only
    under a text that names another.
    """

    def __init__(self, target: Piece, *, is_open: bool, is_within: bool = False) -> None:
        self.target = target
        self.is_open = is_open
        self.is_within = is_within
        self.shown = ""
        self._is_struck = True

    @property
    def has_room(self) -> bool:
        """Return True if more text of the link may come that is kept."""
        return self.is_open and len(self.shown) < MOST_SHOWN

    @property
    def matters(self) -> bool:
        """Return False for a link within the site under a text such as "read more"."""
        return not self.is_within or MAY_SHOW_CONTACT.search(self.shown) is not None

    def show(self, text: str, *, is_struck: bool) -> None:
        """Add to the text, up to the length that is kept. is_struck: a line goes through it."""
        if self.has_room:
            self.shown += text[:MOST_SHOWN]
            self._is_struck = self._is_struck and (is_struck or text.isspace())

    def piece(self) -> Piece:
        """The target, with the text that the page shows for it, marked as in Markdown."""
        shown = " ".join(self.shown.split())
        return replace(self.target, shown=f"~~{shown}~~" if shown and self._is_struck else shown)
