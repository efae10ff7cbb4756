"""Messages between the process that reads a file and the one that asked."""

import msgspec

from hotline_check.documents.models import PieceOrigin, Section, Skipped


class Ask(msgspec.Struct, frozen=True, kw_only=True):
    """Read a file.

    task: a name of `child.TASKS`. seconds: the most time of a processor that it may take;
    clock_seconds: by the clock, where that is limited, too.
    wants_pictures: send the pictures in it, too.
    """

    task: str
    data: bytes
    seconds: int
    clock_seconds: float | None = None
    wants_pictures: bool = False


class Text(msgspec.Struct, frozen=True, tag="text"):
    """Some text without a line in a file."""

    text: str
    origin: PieceOrigin = "text"
    shown: str = ""
    section: Section | None = None


class Note(msgspec.Struct, frozen=True, tag="note"):
    """What was not read."""

    skipped: Skipped


class File(msgspec.Struct, frozen=True, tag="file"):
    """A file inside of the file."""

    name: str
    data: bytes
    section: Section | None = None


class End(msgspec.Struct, frozen=True, tag="end"):
    """The file has been read. problem: the reason for which it was not, or only in part."""

    problem: str = ""


Message = Text | Note | File | End
