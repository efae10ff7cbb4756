"""A paragraph in the making: what it shows, where it leads, what it hides."""

from collections.abc import Iterator

from hotline_check.documents.models import NOWHERE, Piece, PieceOrigin, Section

# Characters of a link's text that are kept.
_MOST_SHOWN = 256


class Link:
    """A link whose text is being read."""

    def __init__(self, target: str) -> None:
        self.target = target
        self.shown = ""


class Paragraph:
    """Text, links and hidden text between two ends of a line.

    is_hidden: whether all of it is.
    """

    def __init__(self, section: Section | None, *, is_hidden: bool = False) -> None:
        self._section = section
        self._is_hidden = is_hidden
        self._shown: list[str] = []
        self._hidden: list[str] = []
        self._links: list[Link] = []
        self.open: list[Link] = []

    def add(self, text: str, *, is_hidden: bool = False) -> None:
        """Some text."""
        if is_hidden or self._is_hidden:
            self._hidden.append(text)
            return
        self._shown.append(text)
        for link in self.open:
            link.shown = (link.shown + text)[:_MOST_SHOWN]

    def lead(self, target: str, shown: str | None = None) -> None:
        """A link: `shown` is its text, else it is open and takes what follows."""
        link = Link(target)
        self._links.append(link)
        if shown is None:
            self.open.append(link)
        else:
            link.shown = shown

    def close(self) -> None:
        """The innermost open link ends."""
        if self.open:
            self.open.pop()

    def pieces(self, end: str = "\n") -> Iterator[Piece]:
        """All of it: the text, then where it leads, then what it hides."""
        shown, hidden = "".join(self._shown), "".join(self._hidden)
        if shown:
            yield self._piece(shown)
        for link in self._links:
            yield self._piece("\n")
            origin: PieceOrigin = "hidden" if self._is_hidden else "link"
            yield self._piece(link.target or "\0", origin, " ".join(link.shown.split()))
        if hidden.strip():
            yield self._piece("\n\n")
            yield self._piece(hidden, "hidden")
            yield self._piece("\n\n")
        elif shown or self._links:
            yield self._piece("\n" if self._links else end)

    def _piece(self, text: str, origin: PieceOrigin = "text", shown: str = "") -> Piece:
        return Piece(text, NOWHERE, 0, origin, shown, self._section)


def mark(sign: str, section: Section | None) -> Piece:
    """A tab or a line break between paragraphs."""
    return Piece(sign, NOWHERE, 0, section=section)
