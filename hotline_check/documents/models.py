"""What a file is taken apart into: pieces of text that know where they were, and notes."""

from typing import Final, Literal

import msgspec

from hotline_check.origins import Origin

# Replaces the target of a link that was too long to be read; no target holds this character.
CUT: Final = "\0"


# Where in a document a piece was: also the header fields of a mail that say whom it is from but are
# not shown as its sender (`envelope`), and its subject. Contacts in them are like others.
# qr-link: what a phone opens when it sees the code, as the target of a link.
PieceOrigin = Origin | Literal["envelope", "subject", "qr-link"]

# header, footer: of every page. comment: a remark of a reader or editor. note: of a speaker, or at
# the foot of a page. form: what a form sends or shows. picture: text that a picture shows.
SectionKind = Literal["header", "footer", "comment", "note", "form", "properties", "picture"]


class Section(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A part of a file that is named by something else than lines.

    members: the files within the file, from the outside to the inside: of archives, attachments.
    page: of a PDF file or of a picture with several. sheet, cell: of a spreadsheet.
    kind: what the part is to a reader, where it is more than the text of a page.
    speaker, time: who wrote a message of a chat, and when, as the chat has it.
    """

    members: tuple[str, ...] = ()
    page: int | None = None
    slide: int | None = None
    sheet: str = ""
    cell: str = ""
    kind: SectionKind | None = None
    speaker: str = ""
    time: str = ""

    def inside(self, name: str) -> "Section":
        """The same part of a file that is itself a member of another one."""
        return msgspec.structs.replace(self, members=(name, *self.members))


class Place(msgspec.Struct, frozen=True, gc=False):
    """A position in a file: characters before it (0-based), line and column (1-based).

    Lines end at a line feed. A byte order mark is not a character of the file.
    """

    offset: int = 0
    line: int = 1
    column: int = 1

    def after(self, text: str) -> "Place":
        """The position after `text`, which the file has here unchanged."""
        size, lines = len(text), text.count("\n")
        column = size - text.rfind("\n") if lines else self.column + size
        return Place(self.offset + size, self.line + lines, column)


# The place of text without a line in a file: the text of a PDF page, of a cell.
NOWHERE: Final = Place(0, 0, 0)


class Piece(msgspec.Struct, frozen=True, gc=False):
    """Some text and the part of the file it was read from.

    size: None when the file has the text unchanged, each character for itself; else the number of
    characters of the file that encode the whole piece (an entity, a line of base64).
    origin: what the piece is to a reader of the document.
    shown: for the target of a link, the text that the reader sees in its place.
    section: the part of the file that it is in; `place` counts inside of its innermost member.
    """

    text: str
    place: Place
    size: int | None = None
    origin: PieceOrigin = "text"
    shown: str = ""
    section: Section | None = None


class Break(msgspec.Struct, frozen=True):
    """Here one document of a file ends: a mail of a mailbox, a record of JSON lines.

    title: what is said around the next one about all like it: the name of a chat.
    speaker, time: who wrote the one that has ended, and when.
    """

    title: str = ""
    speaker: str = ""
    time: str = ""


# Reasons for which nothing that a person could act on was left unread.
NOTHING_TO_FOLLOW = frozenset({"version-control", "not-a-file", "no-such-field"})


class Skipped(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was not read, and why: a result like any other, so that nothing vanishes.

    reason: a code with a sentence in `wording/screens/scan.py`; `args` fill its places.
    file: the file as it was named; section and line: where in it, None for the whole file.
    failed: whether a person who asked for this must know that it was not looked at (a file that
        can't be read), rather than that we read nothing of its kind (a picture).
    """

    reason: str
    file: str = ""
    section: Section | None = None
    line: int | None = None
    failed: bool = False
    args: dict[str, str] = {}

    @property
    def may_hide(self) -> bool:
        """Whether it may hold something that a person could act on."""
        return self.reason not in NOTHING_TO_FOLLOW


# What a format's reader gives, in order.
Item = Piece | Break | Skipped


def in_section(item: Piece | Skipped, section: Section) -> Item:
    """The item as one of this part of the file."""
    return msgspec.structs.replace(item, section=section)
